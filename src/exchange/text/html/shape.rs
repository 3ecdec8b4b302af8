//! Which part of a page holds its text, and which parts are the site around it.

use super::super::CutWhy;
use super::tree::{Node, Tree, is_block};

/// How much text makes a paragraph, in characters.
const PARAGRAPH: usize = 80;
/// So much prose beside few links is text, whatever its class is called.
const TEXT: usize = 300;

/// What was found of each node of a page.
pub(super) struct Shape {
    /// Why a node and all within it are no part of the text.
    pub why: Vec<Option<CutWhy>>,
    /// The nodes that hold the text, from the first to before the last; all, if no element says it.
    text: std::ops::Range<usize>,
    /// The letters of links in a node, of all its letters.
    amounts: Vec<Amount>,
}

/// How much of what stands in a node, in characters that are seen.
#[derive(Debug, Clone, Copy, Default)]
struct Amount {
    all: usize,
    linked: usize,
    links: usize,
    /// What stands in paragraphs of some length with few links.
    prose: usize,
    /// What stands in a node outside of its blocks.
    own: usize,
    own_linked: usize,
    /// Headings of the first order.
    heads: usize,
}

impl Amount {
    /// Whether most of it are links.
    const fn is_linked(self) -> bool {
        self.links >= 1 && self.linked * 10 >= self.all * 6
    }

    const fn is_text(self) -> bool {
        self.prose >= TEXT && self.linked * 4 < self.all
    }
}

impl Shape {
    /// Why what stands at a node is no part of the text by its place alone.
    pub fn outside(&self, tree: &Tree, at: usize) -> Option<CutWhy> {
        if self.text.contains(&at) {
            return None;
        }
        let linked = self.amounts[tree.nodes[at].parent].is_linked();
        Some(match (at < self.text.start, linked) {
            (true, true) => CutWhy::Navigation,
            (true, false) => CutWhy::Header,
            (false, true) => CutWhy::Related,
            (false, false) => CutWhy::Footer,
        })
    }
}

/// The shape of a page of which nothing is the site around it, but for what readers do not see.
pub(super) fn bare(tree: &Tree) -> Shape {
    let hides = |node: &Node| (!node.is_text() && is_hidden(node)).then_some(CutWhy::Hidden);
    let why = tree.nodes.iter().map(hides).collect();
    Shape { why, text: 0..tree.nodes.len(), amounts: amounts(tree) }
}

pub(super) fn of(tree: &Tree) -> Shape {
    let amounts = amounts(tree);
    let mut shape = Shape { why: vec![None; tree.nodes.len()], text: 0..tree.nodes.len(), amounts };
    let main = main_part(tree, &shape.amounts);
    for at in 1..tree.nodes.len() {
        shape.why[at] = if tree.nodes[at].is_text() {
            None
        } else {
            why(tree, at, &shape.amounts, main.as_ref())
        };
    }
    match main {
        Some(main) => {
            shape.text = headline_before(tree, &shape, main.start).unwrap_or(main.start)..main.end;
        }
        None => mark_lists_of_links(tree, &mut shape),
    }
    shape
}

fn amounts(tree: &Tree) -> Vec<Amount> {
    let mut amounts = vec![Amount::default(); tree.nodes.len()];
    for at in (0..tree.nodes.len()).rev() {
        let node = &tree.nodes[at];
        if node.is_text() {
            let seen = node.text.chars().filter(|c| !c.is_whitespace()).count();
            amounts[at] = Amount { all: seen, own: seen, ..Amount::default() };
        }
        let mut amount = amounts[at];
        if node.name == "a" && node.attribute("href").is_some() {
            amount.linked = amount.all;
            amount.own_linked = amount.own;
            amount.links = 1;
        }
        amount.heads += usize::from(node.name == "h1");
        let block = is_block(&node.name);
        if block && amount.own >= PARAGRAPH && amount.own_linked * 2 < amount.own {
            amount.prose += amount.own;
        }
        amounts[at] = amount;
        if at == 0
            || matches!(node.name.as_str(), "head" | "title" | "select" | "textarea" | "option")
        {
            continue;
        }
        let above = &mut amounts[node.parent];
        above.all += amount.all;
        above.linked += amount.linked;
        above.links += amount.links;
        above.prose += amount.prose;
        above.heads += amount.heads;
        if !block {
            above.own += amount.own;
            above.own_linked += amount.own_linked;
        }
    }
    amounts
}

/// The element that holds the text, if one says so and has it.
fn main_part(tree: &Tree, amounts: &[Amount]) -> Option<std::ops::Range<usize>> {
    let all = amounts[0].prose;
    let says = |node: &Node| {
        matches!(node.name.as_str(), "article" | "main")
            || node.attribute("role").is_some_and(|role| matches!(role, "main" | "article"))
            || node.attribute("itemprop") == Some("articleBody")
    };
    let candidates =
        (1..tree.nodes.len()).filter(|at| says(&tree.nodes[*at]) && amounts[*at].all > 0);
    // The one with most prose; of those within each other with as much, the innermost.
    let mut best: Option<usize> = None;
    for at in candidates {
        let better = best.is_none_or(|best| {
            let within = at < tree.nodes[best].end;
            let (old, new) = (amounts[best].prose, amounts[at].prose);
            if within { new * 10 >= old * 7 && new > 0 } else { new > old }
        });
        if better {
            best = Some(at);
        }
    }
    // Pages whose text is elsewhere have such elements too, for teasers.
    let best = best.filter(|best| {
        amounts[*best].prose * 10 >= all * 5 && (all > 0 || amounts[*best].all > 0)
    })?;
    Some(best..tree.nodes[best].end)
}

/// The headline above the part that holds the text, where it has none itself.
fn headline_before(tree: &Tree, shape: &Shape, main: usize) -> Option<usize> {
    let heads = |at: &usize| tree.nodes[*at].name == "h1" && shape.amounts[*at].all > 0;
    if (main..tree.nodes[main].end).any(|at| heads(&at)) {
        return None;
    }
    let cut = |at: usize| {
        let mut at = at;
        while at > 0 {
            if shape.why[at].is_some() {
                return true;
            }
            at = tree.nodes[at].parent;
        }
        false
    };
    (1..main).rev().filter(heads).find(|at| !cut(*at) && !shape.amounts[*at].is_linked())
}

/// Words in classes and ids of the parts of sites.
const WORDS: [(CutWhy, &[&str]); 10] = [
    (CutWhy::QuotedReply, &["gmailquote", "yahooquoted", "mozcite", "mozcitequote"]),
    (CutWhy::Signature, &["gmailsignature", "mozsignature"]),
    (
        CutWhy::Hidden,
        &[
            "screenreadertext",
            "visuallyhidden",
            "elementinvisible",
            "modal",
            "popup",
            "lightbox",
            "sronly",
        ],
    ),
    (
        CutWhy::Cookies,
        &["cookie", "cookies", "consent", "gdpr", "onetrust", "cookiebanner", "cookienotice"],
    ),
    (
        CutWhy::Sharing,
        &[
            "share",
            "sharing",
            "social",
            "sharedaddy",
            "addtoany",
            "addthis",
            "sharethis",
            "socials",
            "shares",
        ],
    ),
    (
        CutWhy::Newsletter,
        &["newsletter", "subscribe", "signup", "mailchimp", "subscription", "optin"],
    ),
    (CutWhy::Comments, &["comments", "respond", "disqus", "commentlist", "commentform"]),
    (
        CutWhy::Related,
        &[
            "related",
            "recommended",
            "recommendations",
            "sidebar",
            "widget",
            "widgets",
            "promo",
            "advert",
            "ads",
            "advertisement",
            "teaser",
            "teasers",
            "tagcloud",
            "tags",
            "taglist",
            "trending",
            "popular",
            "morenews",
            "readmore",
        ],
    ),
    (
        CutWhy::Navigation,
        &[
            "nav",
            "navbar",
            "navigation",
            "menu",
            "breadcrumb",
            "breadcrumbs",
            "topbar",
            "pagination",
            "pager",
            "skip",
            "skiplink",
            "megamenu",
            "switcher",
            "langswitcher",
            "postnav",
            "sitemap",
        ],
    ),
    (CutWhy::Footer, &["footer", "colophon", "copyright", "siteinfo"]),
];

fn by_class(node: &Node) -> Option<CutWhy> {
    let both = [node.attribute("class"), node.attribute("id")];
    let words = both.into_iter().flatten().flat_map(str::split_whitespace).take(40);
    for whole in words {
        let lower = whole.to_ascii_lowercase();
        // Programs that build pages call every part so.
        if ["elementor-widget", "wp-block", "et_pb"].iter().any(|of| lower.starts_with(of)) {
            continue;
        }
        let joined: String = lower.chars().filter(char::is_ascii_alphanumeric).collect();
        let parts = lower.split(|c: char| !c.is_ascii_alphanumeric());
        for part in parts.chain([joined.as_str()]) {
            let found = WORDS.iter().find(|(_, words)| words.contains(&part));
            if let Some((why, _)) = found {
                return Some(*why);
            }
        }
    }
    None
}

fn is_hidden(node: &Node) -> bool {
    let style = node.attribute("style").map(|style| style.to_ascii_lowercase().replace(' ', ""));
    node.attribute("hidden").is_some()
        || node.attribute("aria-hidden") == Some("true")
        || style.is_some_and(|style| {
            style.contains("display:none") || style.contains("visibility:hidden")
        })
        || node.name == "dialog"
}

/// Why an element and all within it are no part of the text, by what it is called.
fn why(
    tree: &Tree,
    at: usize,
    amounts: &[Amount],
    main: Option<&std::ops::Range<usize>>,
) -> Option<CutWhy> {
    let (node, amount, all) = (&tree.nodes[at], amounts[at], amounts[0]);
    if amount.all == 0
        || matches!(node.name.as_str(), "html" | "body" | "main" | "article" | "#page")
    {
        return None;
    }
    let inside = main.is_some_and(|main| main.contains(&at));
    let holds_main = main.is_some_and(|main| at <= main.start && main.start < node.end);
    // What has most of the text is not cut, whatever it is called.
    let most = holds_main || (amount.prose > 0 && amount.prose * 3 > all.prose && amount.is_text());
    if is_hidden(node) {
        return (!holds_main && (amount.prose * 2 < all.prose || all.prose == 0))
            .then_some(CutWhy::Hidden);
    }
    if most {
        return None;
    }
    let text = inside && amount.is_text();
    match node.name.as_str() {
        "nav" => return Some(CutWhy::Navigation),
        "aside" if !text => return Some(CutWhy::Related),
        "footer" if !text => return Some(CutWhy::Footer),
        "form" | "select" | "textarea" | "option" | "datalist"
            if amount.all * 4 < all.all || inside =>
        {
            return (!text).then(|| by_class(node).unwrap_or(CutWhy::Form));
        }
        "button" => {
            let heads = tree.nodes[node.parent].name.starts_with('h');
            return (!heads).then(|| by_class(node).unwrap_or(CutWhy::Form));
        }
        "header" if !inside && amount.heads == 0 => return Some(CutWhy::Header),
        _ => {}
    }
    match node.attribute("role") {
        Some("navigation" | "menu" | "menubar" | "search") => return Some(CutWhy::Navigation),
        Some("contentinfo") if !text => return Some(CutWhy::Footer),
        Some("complementary") if !text => return Some(CutWhy::Related),
        Some("dialog" | "alertdialog") => return Some(by_class(node).unwrap_or(CutWhy::Hidden)),
        Some("banner") if amount.heads == 0 => return Some(CutWhy::Header),
        _ => {}
    }
    // Headings and paragraphs are text even where a class is called like a menu.
    if text
        || (matches!(node.name.as_str(), "p" | "h1" | "h2" | "td" | "tr" | "tbody")
            && amount.prose > 0)
    {
        return None;
    }
    // Nor is what has the headline or half of the text the furniture that its class names.
    by_class(node).filter(|why| {
        let sure = matches!(why, CutWhy::Cookies | CutWhy::Newsletter | CutWhy::Comments);
        sure || (amount.heads == 0 && (amount.prose == 0 || amount.prose * 2 < all.prose))
    })
}

/// Marks menus of pages that do not say where their text is: lists that are nothing but short links.
fn mark_lists_of_links(tree: &Tree, shape: &mut Shape) {
    let paragraphs = (1..tree.nodes.len()).filter(|at| {
        let node = &tree.nodes[*at];
        node.is_text()
            && shape.amounts[*at].all >= PARAGRAPH / 2
            && tree.nodes[node.parent].name != "a"
    });
    let (mut first, mut last) = (usize::MAX, 0);
    for at in paragraphs {
        first = first.min(at);
        last = at;
    }
    for at in 1..tree.nodes.len() {
        let (node, amount) = (&tree.nodes[at], shape.amounts[at]);
        let listed = matches!(
            node.name.as_str(),
            "ul" | "ol" | "div" | "p" | "table" | "td" | "section" | "center" | "dl"
        );
        let linked = amount.links >= 3 && amount.linked * 10 >= amount.all * 7 && amount.prose == 0;
        if shape.why[at].is_some() || !listed || !linked {
            continue;
        }
        // Between paragraphs it may be a list of those who signed; a menu has short items there.
        let short = amount.links >= 5 && amount.linked < amount.links * 16;
        shape.why[at] = if node.end <= first {
            Some(CutWhy::Navigation)
        } else if at >= last {
            Some(CutWhy::Related)
        } else {
            short.then_some(CutWhy::Navigation)
        };
    }
}
