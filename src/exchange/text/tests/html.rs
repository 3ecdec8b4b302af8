//! Web pages.

use super::{check, cut, error_of, text_of};
use crate::exchange::text::{CutWhy, TextOfFile, TextOfFileError};

fn page(head: &str, body: &str) -> TextOfFile {
    let text = text_of(
        format!("<!DOCTYPE html><html lang=\"en\"><head>{head}</head><body>{body}</body></html>")
            .as_bytes(),
    );
    check(&text);
    text
}

const STATEMENT: &str = "<p>(Phnom Velo, 3 February 2020) &ndash; The authorities must release five union leaders at once, the Delta Network said today. They were arrested on 1&nbsp;February.</p>";

#[test]
fn an_article_keeps_its_text_and_loses_the_site() {
    let text = page(
        r#"<meta charset="utf-8"><title>Velo: Union leaders arrested | Delta Network</title>
           <link rel="canonical" href="https://delta.example/velo"><meta property="article:published_time" content="2020-02-03T10:00:00Z">
           <script>document.write("<p>no</p>")</script><style>p{color:red}</style>"#,
        &format!(
            r##"<a class="skip-link" href="#main">Skip to content</a>
            <div class="cookie-banner"><p>We use cookies to make this site better.</p><button>Accept</button></div>
            <header><a href="/">Delta Network</a><nav><ul><li><a href="/">Home</a><li><a href="/a">About us</a></ul></nav></header>
            <main><article><h1>Velo: Union <em>leaders</em> arrested</h1>
            <div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
            {STATEMENT}
            <p>We call on the government to:<ul><li>release the five;<li><p>drop the charges;</p></li><li>respect the ICCPR.</li></ul>
            <h2>What happened</h2><ol start=3><li>one<li>two</ol>
            <blockquote>&ldquo;We did nothing,&rdquo; said one.</blockquote>
            <table><caption>Arrests</caption><tr><th>Date<th>Place<tr><td>1 Feb<td><p>Takeo</p><p>market</table>
            <p style="display:none">Secret</p><p>A last word<span class="sr-only">opens in a new window</span> from us.</p>
            <aside class="related-posts"><h3>Related</h3><ul><li><a href=x>Other news</a></ul></aside>
            </article></main>
            <footer><p>Delta Network, 12 Quay Road. Registered charity.</p></footer>"##
        ),
    );
    assert_eq!(
        text.body,
        "Velo: Union leaders arrested\n\n\
         (Phnom Velo, 3 February 2020) – The authorities must release five union leaders at once, the Delta Network said today. They were arrested on 1\u{a0}February.\n\n\
         We call on the government to:\n\n• release the five;\n• drop the charges;\n• respect the ICCPR.\n\n\
         What happened\n\n3. one\n4. two\n\n“We did nothing,” said one.\n\n\
         Arrests\nDate\tPlace\n1 Feb\tTakeo market\n\nA last word from us."
    );
    assert_eq!(text.title.as_deref(), Some("Velo: Union leaders arrested"));
    assert_eq!(text.language.as_deref(), Some("en"));
    assert_eq!(text.url.as_deref(), Some("https://delta.example/velo"));
    assert_eq!(text.published.as_deref(), Some("2020-02-03"));
    assert_eq!(text.notices, ["scripts and styles of the page are not kept"]);
    assert!(!text.put_back(|_| true).contains("document.write"));
    assert_eq!(cut(&text, CutWhy::Sharing), "Share on Facebook Tweet");
    assert_eq!(cut(&text, CutWhy::Hidden), "Secret\nopens in a new window");
    assert_eq!(cut(&text, CutWhy::Related), "Related\n\n• Other news");
    assert!(cut(&text, CutWhy::Footer).starts_with("Delta Network, 12 Quay Road."));
}

#[test]
fn an_old_page_of_tables_is_read_by_what_is_linked() {
    let menu: String = ["Home", "Who we are", "Our work", "Archive", "Links"]
        .map(|item| format!("<a href=x>{item}</a><br>"))
        .concat();
    let text = page(
        "<title>Untitled</title>",
        &format!(
            "<table width=100%><tr><td>{menu}</td><td><h1>Velo: Union leaders arrested</h1>{STATEMENT}<br><br>Their lawyer has not been told where they are held, nor what they are accused of, said the network on Monday.\
             <center><a href=a>News of May</a> <a href=b>News of April</a> <a href=c>News of March</a></center></td></tr></table>"
        ),
    );
    assert!(text.body.starts_with("Velo: Union leaders arrested\n\n(Phnom Velo"), "{}", text.body);
    assert!(text.body.ends_with("said the network on Monday."), "{}", text.body);
    assert!(cut(&text, CutWhy::Navigation).contains("Who we are"));
    assert_eq!(cut(&text, CutWhy::Related), "News of May News of April News of March");
}

#[test]
fn those_who_signed_are_kept_though_each_is_a_link() {
    let signed: Vec<String> = (1..=12).map(|n| format!("<li><a href=https://m{n}.example>Member Organisation of the Coast Number {n}</a></li>")).collect();
    let signed = signed.concat();
    let text = page(
        "",
        &format!(
            "<article><h1>Open letter on the harbour</h1>{STATEMENT}<p>Signed:</p><ul>{signed}</ul></article>"
        ),
    );
    assert!(text.body.contains("• Member Organisation of the Coast Number 12"));
}

#[test]
fn a_headline_above_the_text_is_kept() {
    let text = page(
        "",
        &format!(
            "<header><img alt=logo></header><div class=hero><h1>Velo: Union leaders arrested</h1><p>3 February 2020</p></div><main>{STATEMENT}</main><div><p>Delta Network is a member of a league.</p></div>"
        ),
    );
    assert!(
        text.body.starts_with("Velo: Union leaders arrested\n\n3 February 2020\n\n(Phnom Velo"),
        "{}",
        text.body
    );
    assert_eq!(cut(&text, CutWhy::Footer), "Delta Network is a member of a league.");
}

#[test]
fn text_within_what_is_called_like_a_menu_is_kept() {
    let text = page(
        "",
        &format!(
            "<div id=sidebar-layout class=\"social-rights widget\">{STATEMENT}{}</div>",
            STATEMENT.repeat(2)
        ),
    );
    assert_eq!(text.body.matches("Delta Network").count(), 3);
    // A form around the whole page, as some servers make it.
    let text = page(
        "",
        &format!("<form action=x><input type=hidden value=z>{STATEMENT}{STATEMENT}</form>"),
    );
    assert_eq!(text.body.matches("Delta Network").count(), 2);
}

#[test]
fn data_in_a_page_say_its_day_and_language() {
    let text = text_of(
        r#"<html><head><script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2019-05-06T01:02:03+02:00","inLanguage":"fr_FR"}]}</script></head><body><p>Un texte de la ligue.</p></body></html>"#
            .as_bytes(),
    );
    assert_eq!(
        (text.published.as_deref(), text.language.as_deref()),
        (Some("2019-05-06"), Some("fr-FR"))
    );
    let wrong = text_of(
        br#"<html lang="not a tag!"><head><link rel=canonical href="javascript:alert(1)"><meta name=date content="soon"></head><body><p>Some text.</p></body></html>"#,
    );
    assert_eq!((wrong.published, wrong.language, wrong.url), (None, None, None));
}

#[test]
fn a_page_says_its_encoding() {
    let russian = "Власти должны освободить пятерых";
    let bytes = encoding_rs::WINDOWS_1251.encode(russian).0;
    let file = [b"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"></head><body><p>", &*bytes, b"</p></body></html>"].concat();
    assert_eq!(text_of(&file).body, russian);
    // What it says counts less than what it is.
    let file =
        format!("<html><head><meta charset=iso-8859-1></head><body><p>{russian}</p></body></html>");
    assert_eq!(text_of(file.as_bytes()).body, russian);
}

#[test]
fn tags_that_are_left_open_lose_no_text() {
    let text = page(
        "",
        "<p>One <b>two <p>three</b> four<li>five<td>six</table> seven &lt;b&gt; &#x2013; &nosuch; eight",
    );
    let words: Vec<&str> = text.body.split_whitespace().collect();
    assert_eq!(
        words,
        ["One", "two", "three", "four", "five", "six", "seven", "<b>", "–", "&nosuch;", "eight"]
    );
}

#[test]
fn what_lies_deep_is_still_read() {
    let text =
        page("", &format!("{}deep{}<p>after</p>", "<div>".repeat(5_000), "</div>".repeat(5_000)));
    assert_eq!(text.body, "deep\n\nafter");
}

#[test]
fn breaks_make_lines_and_paragraphs() {
    let text = page(
        "",
        "<div>One<br>two<br><br>three</div><pre>four\n  five\n\nsix</pre><dl><dt>seven<dd>eight</dl>",
    );
    assert_eq!(text.body, "One\ntwo\n\nthree\n\nfour\n  five\n\nsix\n\nseven\neight");
}

#[test]
fn a_page_of_nothing_is_refused() {
    assert_eq!(
        error_of(b"<!DOCTYPE html><html><body><script>app()</script><noscript>Switch on JavaScript</noscript></body></html>").to_string(),
        "the web page has no text; choose another file, or paste the text"
    );
    let many = format!("<html>{}", "<b></b>".repeat(400_001));
    assert!(matches!(error_of(many.as_bytes()), TextOfFileError::Excessive { .. }));
}

#[test]
fn a_page_of_a_site_builder_keeps_a_short_statement() {
    let text = page(
        "<title>Kivara: Stop Harassing Lawyers - Sea Rights Forum</title>",
        r#"<div id="page" class="site"><a class="skip-link screen-reader-text" href="main">Skip to content</a>
        <div class="elementor-location-header"><div class="elementor-widget"><p>At the Sea Rights Forum, we employ many ways to reach our goals and to make a lasting change on the coast.</p>
        <ul class="menu"><li><a href=a>Who we are</a></li><li><a href=b>What we do</a><ul class="sub-menu"><li><a href=c>Publications</a></li></ul></li></ul>
        <p>Subscribe our monthly e-newsletter</p><form><input type=email><button>Go</button></form></div></div>
        <div class="elementor-location-single post"><section>
        <div class="elementor-widget elementor-widget-theme-post-title"><h1 class="elementor-heading-title">Kivara: Stop Harassing Lawyers</h1></div>
        <div class="elementor-share-buttons"><div>Share on facebook</div><div>Share on twitter</div></div>
        <div class="elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">
        <p><strong>(Port Selwyn, 27 November 2019)</strong> &#8211; The Sea Rights Forum (SRF) strongly condemns the search of the office of lawyer Ada Quill by the Port Police.</p><p>&nbsp;</p>
        <p>SRF calls on the Prosecutor General to return the files.<sup>1</sup></p><p style="text-align:center">**</p>
        <p>For a PDF version of the statement, please click <a href=x>here</a>.</p><p>For further information, please contact:</p>
        <ul><li>East Programme, SRF, <a href="/p" class="__cf_email__">[email&#160;protected]</a></li></ul></div></div></section>
        <section class="related-posts"><h3>Related Posts</h3><article class="elementor-post"><h4><a href=x>Other statement on the coast</a></h4><p>Short teaser of the other statement, which goes on for a while and is cut here, so that people read on &hellip;</p></article></section></div>
        <footer class="elementor-location-footer"><p>Copyright &copy; 2019 Sea Rights Forum</p></footer></div>"#,
    );
    assert_eq!(
        text.body,
        "Kivara: Stop Harassing Lawyers\n\n\
         (Port Selwyn, 27 November 2019) – The Sea Rights Forum (SRF) strongly condemns the search of the office of lawyer Ada Quill by the Port Police.\n\n\
         SRF calls on the Prosecutor General to return the files.1"
    );
    assert_eq!(text.title.as_deref(), Some("Kivara: Stop Harassing Lawyers"));
    assert!(cut(&text, CutWhy::Related).contains("Short teaser"));
}

#[test]
fn a_page_that_is_called_like_furniture_all_over_is_read_as_it_stands() {
    let text = page("", "<nav><p>The League asked.</p><p hidden>Not this.</p></nav>");
    assert_eq!(text.body, "The League asked.");
    assert_eq!(cut(&text, CutWhy::Hidden), "Not this.");
}
