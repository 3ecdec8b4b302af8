//! The stages of reading, one after the other, and the draft made of what they found.
//!
//! text → zones → law → names → dates → countries → actors → header → demands → events → draft

use std::collections::BTreeMap;

use super::actors::{Actors, actors};
use super::dates::dates;
use super::demands::{Asker, demands};
use super::events::{Acts, events};
use super::header::{Header, Said, Zones, countries, zones};
use super::house::House;
use super::law::{Laws, laws};
use super::lexicon::{Language, language};
use super::names::{NameKind, names};
use super::passing::Seen;
use super::text::{BlockKind, Text};
use super::{
    ActorMatch, Asked, Draft, DraftActor, DraftDemand, DraftEvent, DraftInstrument, HeaderFinding,
    Mention, Rule,
};
use crate::domain::{ActorKind, Country, DatePrecision, DemandCategory, Edtf, StatementKind};

/// Every rule that makes findings, in the order in which a text is read.
pub const RULES: &[Rule] = &[
    Rule {
        name: "header.dateline",
        explanation: "A date at the beginning of the text, as in “(Bangkok, 27 November 2017) –”.",
    },
    Rule { name: "header.line", explanation: "A date in a line above the text." },
    Rule { name: "header.foot", explanation: "A date or a name in a line below the text." },
    Rule { name: "header.first", explanation: "The first full date of the text." },
    Rule {
        name: "header.place",
        explanation: "A town beside the statement's date, or in the letterhead.",
    },
    Rule { name: "header.title", explanation: "The headline, or the subject of a letter." },
    Rule {
        name: "header.kind",
        explanation: "Words that say what kind of statement it is, such as “urgent appeal”.",
    },
    Rule {
        name: "header.letterhead",
        explanation: "A name that has a line above the text to itself.",
    },
    Rule { name: "header.by", explanation: "A name after “by” or “from” above the text." },
    Rule {
        name: "header.voice", explanation: "A name that speaks: “X condemns”, “X said today”."
    },
    Rule { name: "header.cosigner", explanation: "A name in the list of those who sign." },
    Rule {
        name: "header.country",
        explanation: "A country that the text names most often, or in its title.",
    },
    Rule { name: "actor.known", explanation: "A name of an actor that is in the database." },
    Rule {
        name: "actor.head",
        explanation: "A name of capitals with a word that makes an organisation, such as “Ministry” or “Union”.",
    },
    Rule { name: "actor.acronym", explanation: "Capitals followed by their acronym in brackets." },
    Rule {
        name: "actor.title",
        explanation: "A name after a title or an office, such as “Ms” or “President”.",
    },
    Rule {
        name: "actor.person",
        explanation: "Two or more capitals that are no place and no organisation.",
    },
    Rule {
        name: "actor.cue",
        explanation: "A name after a word that says what it is, such as “the weekly”.",
    },
    Rule { name: "actor.capitals", explanation: "A word of capitals alone, used as a name." },
    Rule { name: "actor.the", explanation: "A name of capitals after “the”." },
    Rule { name: "actor.word", explanation: "One word with a capital that takes part in an act." },
    Rule {
        name: "actor.office",
        explanation: "An office without a name, such as “the Minister of Justice”.",
    },
    Rule {
        name: "actor.body",
        explanation: "A body without a name of its own, such as “riot police”.",
    },
    Rule {
        name: "actor.group",
        explanation: "People by what they are, such as “garment workers”.",
    },
    Rule { name: "law.instrument", explanation: "An instrument by its name, nickname or acronym." },
    Rule {
        name: "law.domestic",
        explanation: "Capitals with a word for law, such as “Penal Code” or “Act”.",
    },
    Rule {
        name: "event.active",
        explanation: "Somebody does something to somebody: “police arrested X”.",
    },
    Rule {
        name: "event.passive", explanation: "Something is done to somebody: “X was arrested”."
    },
    Rule {
        name: "event.verb", explanation: "Somebody does something: “soldiers opened fire”."
    },
    Rule {
        name: "event.suffered",
        explanation: "Somebody suffers something: “X died in custody”.",
    },
    Rule {
        name: "event.state", explanation: "Something is said of somebody: “X is behind bars”."
    },
    Rule {
        name: "event.noun",
        explanation: "An act as a noun, with who or when: “the arrest of X”.",
    },
    Rule {
        name: "event.announced",
        explanation: "Somebody announces an act, which makes a threat: “X said that Y must be closed”.",
    },
    Rule {
        name: "event.denial",
        explanation: "A state body or official says that something did not happen.",
    },
    Rule {
        name: "event.label",
        explanation: "Somebody calls people traitors, terrorists and the like.",
    },
    Rule { name: "event.warning", explanation: "Somebody warns that harm will be done." },
    Rule {
        name: "demand.call",
        explanation: "Words that ask somebody to do something: “calls on X to …”.",
    },
    Rule {
        name: "demand.that",
        explanation: "Words that ask that somebody does something: “demands that X …”.",
    },
    Rule {
        name: "demand.for",
        explanation: "Words that ask for something: “calls for the release of …”.",
    },
    Rule { name: "demand.must", explanation: "What somebody must or should do." },
    Rule { name: "demand.list", explanation: "An item of a list of demands or recommendations." },
];

/// Reads a text. `body` is kept as [`crate::domain::text::body`] gives it; what that refuses must
/// not be sent here.
pub fn analyze(body: &str, asked: &Asked, house: &House) -> Draft {
    let code = asked.language.clone().or_else(|| super::language::detect(body));
    let known = code.as_deref().and_then(language);
    let mut draft = Draft {
        body: body.to_owned(),
        issuer: None,
        cosigners: Vec::new(),
        title: asked.title.clone(),
        issued_on: None,
        place: None,
        language: code.clone(),
        kind: StatementKind::Other,
        countries: Vec::new(),
        header: Vec::new(),
        actors: Vec::new(),
        events: Vec::new(),
        instruments: Vec::new(),
        demands: Vec::new(),
        notes: Vec::new(),
    };
    // Without a lexicon: dates in numbers, known names and acronyms of instruments are found all the same.
    let Some(lexicon) = known.or_else(|| language("en")) else { return draft };
    if known.is_none() {
        draft.notes.push(match &code {
            Some(code) => format!("There is no lexicon for this language ({code}): only dates, known actors and instruments by acronym are found."),
            None => "The language of the text could not be told: only dates, known actors and instruments by acronym are found.".to_owned(),
        });
    }
    let mut text = Text::of(body, lexicon.elided);
    if text.blocks.is_empty() {
        return draft;
    }
    let zones = zones(&mut text, lexicon);
    let reading = Reading { text: &text, lexicon, house, zones: &zones, whole: known.is_some() };
    reading.fill(&mut draft, asked);
    draft
}

struct Reading<'a, 't> {
    text: &'a Text<'t>,
    lexicon: &'a Language,
    house: &'a House,
    zones: &'a Zones,
    /// Whether there is a lexicon of the text's language.
    whole: bool,
}

impl Reading<'_, '_> {
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    fn fill(&self, draft: &mut Draft, asked: &Asked) {
        let (text, lexicon) = (self.text, self.lexicon);
        let laws = laws(text, lexicon);
        let kinds = self.kinds_of_statement();
        let mut names = names(text, lexicon, self.house, &laws, &kinds, self.zones.body);
        if !self.whole {
            names.retain(|it| it.known.is_some());
        }
        let dates = dates(text, lexicon);
        let header = Header {
            text,
            language: lexicon,
            names: &names,
            dates: &dates,
            zones: self.zones,
            house: self.house,
        };
        let title = header.title();
        let said_on = header.issued();
        let place = header.place(said_on.as_ref());
        let lands = countries(text, lexicon);
        let found_countries =
            self.countries(draft, &lands, &names, title.as_ref(), said_on.as_ref());
        let main = found_countries.first().and_then(|code| Country::named(code));
        let actors = actors(text, lexicon, &names, main.as_ref(), self.house);
        let issuer = header.issuer(&actors);
        let (cosigners, first_signatory) =
            header.cosigners(&actors, issuer.as_ref().map(|it| it.value));
        let joint = header.is_joint();
        let lettered = issuer.as_ref().is_some_and(|it| it.rule == "header.letterhead");
        let issued_by = issuer.as_ref().map(|it| (it.value, it.first, it.end, it.rule));
        let issuer = if joint && !lettered && !cosigners.is_empty() {
            first_signatory
        } else {
            issuer.map(|it| it.value).or(first_signatory)
        };
        let cosigners: Vec<usize> =
            cosigners.into_iter().filter(|it| Some(*it) != issuer).collect();
        let issuer_kind = issuer.map(|it| actors.all[it].kind.clone());
        let (kind, kind_at) = header.kind(
            title.as_ref(),
            issuer_kind.as_deref(),
            issuer.map(|it| actors.all[it].name.as_str()),
        );

        let day = said_on.as_ref().map(|it| it.value);
        let (asked_for, spans) = if self.whole {
            let asking = Asker {
                text,
                language: lexicon,
                names: &names,
                actors: &actors,
                issuer,
                header: &self.zones.header,
            };
            demands(&asking)
        } else {
            (Vec::new(), Vec::new())
        };
        let told = Acts {
            text,
            language: lexicon,
            house: self.house,
            names: &names,
            actors: &actors,
            laws: &laws,
            dates: &dates,
            issued: day,
            dateline: said_on
                .as_ref()
                .filter(|it| {
                    let line = text
                        .block_of(it.first)
                        .is_none_or(|at| text.blocks[at].kind != BlockKind::Paragraph);
                    line || (it.end..it.end + 3)
                        .any(|at| matches!(text.sign(at), "–" | "—" | "-" | ":"))
                })
                .map(|it| (it.first, it.end)),
            issuer,
            asked: &spans,
            header: &self.zones.header,
        };
        let events = if self.whole { events(&told) } else { Vec::new() };

        let mut roles: BTreeMap<usize, Vec<&'static str>> = BTreeMap::new();
        let mut role = |actor: usize, role: &'static str| {
            let known = roles.entry(actor).or_default();
            if !known.contains(&role) {
                known.push(role);
            }
        };
        if let Some(issuer) = issuer {
            role(issuer, "issuer");
        }
        for cosigner in &cosigners {
            role(*cosigner, "cosigner");
        }
        for event in &events {
            for actor in &event.perpetrators {
                role(*actor, "perpetrator");
            }
            for actor in &event.targets {
                role(*actor, "target");
            }
        }
        for demand in asked_for.iter().filter(|it| self.house.uses(it.rule)) {
            demand.addressee.into_iter().for_each(|it| role(it, "addressee"));
        }

        let finding = |field: &str, value: String, first: usize, end: usize, rule: &str| {
            let (start, end) = text.span(first, end);
            HeaderFinding { field: field.to_owned(), value, start, end, rule: rule.to_owned() }
        };
        if let Some(it) = &title {
            draft.header.push(finding("title", it.value.clone(), it.first, it.end, it.rule));
        }
        if let Some(it) = &said_on {
            draft.header.push(finding(
                "issued_on",
                it.value.to_string(),
                it.first,
                it.end,
                it.rule,
            ));
        }
        if let Some(it) = &place {
            draft.header.push(finding("place", it.value.clone(), it.first, it.end, it.rule));
        }
        if let Some((first, end)) = kind_at {
            draft.header.push(finding("kind", kind.clone(), first, end, "header.kind"));
        }
        let name_of = |actor: usize| actors.all[actor].name.clone();
        let signs = |actor: usize| {
            let last = actors.all[actor].names.last().map(|it| &names[*it])?;
            Some(finding("cosigner", name_of(actor), last.first, last.end, "header.cosigner"))
        };
        match (issuer, issued_by) {
            (Some(it), Some((speaker, first, until, read_by))) if it == speaker => {
                draft.header.push(finding("issuer", name_of(it), first, until, read_by));
            }
            (Some(it), _) => draft
                .header
                .extend(signs(it).map(|said| HeaderFinding { field: "issuer".to_owned(), ..said })),
            (None, _) => {}
        }
        draft.header.extend(cosigners.iter().filter_map(|it| signs(*it)));
        draft.title = asked.title.clone().or_else(|| title.map(|it| it.value));
        draft.issued_on = day.map(|it| it.to_string());
        draft.place = place.map(|it| it.value);
        draft.kind = kind.parse().unwrap_or(StatementKind::Other);
        draft.issuer = issuer.map(name_of);
        draft.cosigners = cosigners.iter().map(|it| name_of(*it)).collect();
        draft.actors = self.actors(&actors, &names, &roles);
        let shown = |all: &[usize]| {
            all.iter()
                .map(|it| name_of(*it))
                .filter(|name| draft.actors.iter().any(|it| it.name == *name))
                .collect::<Vec<_>>()
        };
        draft.events = events
            .iter()
            .map(|event| {
                let (start, end) = text.span(event.first, event.end);
                let place = event.place.map(|it| text.flat(names[it].first, names[it].end));
                let precision = event
                    .date
                    .as_deref()
                    .and_then(|it| it.parse::<Edtf>().ok())
                    .map_or(DatePrecision::Unknown, |it| it.precision());
                let background = match (event.day, day) {
                    (Some(of), Some(said_on)) => (said_on - of).num_days() > 75,
                    _ => false,
                };
                let present = [
                    event.date.is_some(),
                    !event.targets.is_empty(),
                    !event.perpetrators.is_empty(),
                ];
                let sure =
                    f64::from(u8::try_from(present.iter().filter(|it| **it).count()).unwrap_or(0));
                DraftEvent {
                    kind: event.kind.clone(),
                    aims_at: event.aims_at.clone(),
                    date: event.date.clone(),
                    date_precision: precision,
                    country: main.as_ref().map(|it| it.as_str().to_owned()),
                    place,
                    perpetrators: shown(&event.perpetrators),
                    targets: shown(&event.targets),
                    background,
                    quote: text.slice(event.first, event.end).to_owned(),
                    start,
                    end,
                    confidence: 0.4 + 0.2 * sure,
                    rule: event.rule.to_owned(),
                }
            })
            .collect();
        draft.instruments = self.instruments(&laws, &lands, main.as_ref());
        draft.demands = asked_for
            .iter()
            .filter(|it| self.house.uses(it.rule))
            .map(|demand| {
                let (start, end) = text.span(demand.quote.0, demand.quote.1);
                DraftDemand {
                    addressee: demand.addressee.map(name_of),
                    action: text.flat(demand.action.0, demand.action.1),
                    category: demand.category.parse().unwrap_or(DemandCategory::Other),
                    quote: text.slice(demand.quote.0, demand.quote.1).to_owned(),
                    start,
                    end,
                    rule: demand.rule.to_owned(),
                }
            })
            .collect();
        if self.house.uses("header.country") {
            draft.countries = found_countries;
        } else {
            draft.header.retain(|it| it.field != "country");
        }
    }

    /// Words above the text that say what kind of statement it is, and so are no name.
    fn kinds_of_statement(&self) -> Vec<(usize, usize)> {
        let body = self.text.blocks.get(self.zones.body).map_or(0, |it| it.first);
        let found =
            (0..body).filter_map(|at| self.lexicon.kinds.at(self.text, at).map(|it| (at, it.0)));
        // A short line with such words in it has no name: "NEW REPORT".
        found
            .map(|(first, end)| {
                let block = self
                    .text
                    .blocks
                    .iter()
                    .find(|it| it.first <= first && first < it.end && it.end - it.first <= 4)
                    // "LANTERN HOUSE OSLO ALERT" has the name of who gives it out.
                    .filter(|it| first < it.first + 2);
                block.map_or((first, end), |it| (it.first, it.end))
            })
            .collect()
    }

    /// The countries that the text is about, the one it is most about first.
    fn countries(
        &self,
        draft: &mut Draft,
        lands: &[(usize, usize, String)],
        names: &[super::names::Name],
        title: Option<&Said<String>>,
        issued: Option<&Said<chrono::NaiveDate>>,
    ) -> Vec<String> {
        let text = self.text;
        let mut weights: BTreeMap<String, (i32, usize, usize)> = BTreeMap::new();
        let mut in_title = Vec::new();
        for (first, end, code) in lands {
            let (first, end) = (*first, *end);
            let Some(number) = text.block_of(first) else { continue };
            let block = &text.blocks[number];
            if block.boilerplate || block.after {
                continue;
            }
            let titled = title.is_some_and(|it| it.first <= first && first < it.end);
            // "Indian" in the name of a body says less of what the text is about.
            let in_name = names.iter().any(|it| {
                it.kind == NameKind::Organisation
                    && it.first <= first
                    && first < it.end
                    && it.end - it.first > end - first
            });
            // The place in a dateline is where the issuer is.
            let beside_date = issued.is_some_and(|it| {
                text.block_of(it.first) == Some(number)
                    && first < it.end + 2
                    && first + 12 > it.first
            });
            if beside_date && !titled {
                continue;
            }
            let weight = if titled {
                6
            } else if in_name || self.zones.header.contains(&number) {
                1
            } else {
                2
            };
            let known = weights.entry(code.clone()).or_insert((0, first, end));
            known.0 += weight;
            if titled && !in_title.contains(code) {
                in_title.push(code.clone());
            }
        }
        if weights.values().all(|it| it.0 < 3) {
            for name in names.iter().filter(|it| it.kind == NameKind::Place) {
                if let Some(place) = crate::domain::gazetteer::gazetteer()
                    .called(&text.flat(name.first, name.end), None)
                {
                    weights
                        .entry(place.country.as_str().to_owned())
                        .or_insert((0, name.first, name.end))
                        .0 += 1;
                }
            }
        }
        let mut order: Vec<(String, (i32, usize, usize))> = weights.into_iter().collect();
        order.sort_by_key(|it| (std::cmp::Reverse(it.1.0), it.1.1));
        let most = order.first().map_or(0, |it| it.1.0);
        let mut all = Vec::new();
        for (code, (weight, first, end)) in order {
            // What the text is about is known to other rules even where nobody wants to see it.
            if weight * 10 >= most * 6 && (in_title.is_empty() || in_title.contains(&code))
                || in_title.contains(&code)
            {
                let (start, end) = text.span(first, end);
                draft.header.push(HeaderFinding {
                    field: "country".to_owned(),
                    value: code.clone(),
                    start,
                    end,
                    rule: "header.country".to_owned(),
                });
                all.push(code);
            }
        }
        all.truncate(4);
        all
    }

    fn actors(
        &self,
        actors: &Actors,
        names: &[super::names::Name],
        roles: &BTreeMap<usize, Vec<&'static str>>,
    ) -> Vec<DraftActor> {
        let text = self.text;
        let block_of = |token: usize| text.block_of(token).map(|it| &text.blocks[it]);
        let mut drafted: Vec<(usize, DraftActor)> = Vec::new();
        for (number, actor) in actors.all.iter().enumerate() {
            let roles: Vec<String> =
                roles.get(&number).into_iter().flatten().map(|it| (*it).to_owned()).collect();
            let stands = actor.names.iter().any(|it| {
                block_of(names[*it].first).is_some_and(|block| !block.after && !block.boilerplate)
            });
            let seen = Seen { text, lexicon: self.lexicon, names };
            if seen.is_described(actor)
                || roles.is_empty() && (seen.in_passing(actor) || !stands)
                || !self.house.uses(actor.rule)
            {
                continue;
            }
            let mentions: Vec<Mention> = actor
                .names
                .iter()
                .map(|it| text.span(names[*it].first, names[*it].end))
                .map(|(start, end)| Mention { start, end })
                .collect();
            let (matched, candidates) = self.matches(actor);
            let first = mentions.first().map_or(0, |it| it.start);
            drafted.push((
                first,
                DraftActor {
                    name: actor.name.clone(),
                    aliases: actor.aliases.clone(),
                    kind: actor.kind.parse().unwrap_or(ActorKind::Other),
                    roles,
                    mentions,
                    matched,
                    candidates,
                    rule: actor.rule.to_owned(),
                },
            ));
        }
        drafted.sort_by_key(|it| it.0);
        drafted.into_iter().map(|it| it.1).collect()
    }

    /// The record that an actor is, or several that it may be: by its name, then by its other names.
    fn matches(&self, actor: &super::actors::Actor) -> (Option<ActorMatch>, Vec<ActorMatch>) {
        let of = |known: &super::KnownName, score: f64| ActorMatch {
            id: known.id.clone(),
            reference: known.reference.clone(),
            name: known.name.clone(),
            score,
        };
        let mut candidates: Vec<ActorMatch> = Vec::new();
        for (written, score) in
            std::iter::once((&actor.name, 1.0)).chain(actor.aliases.iter().map(|it| (it, 0.8)))
        {
            for known in self.house.all_called(written) {
                if !candidates.iter().any(|it| it.id == known.id) {
                    candidates.push(of(known, score));
                }
            }
        }
        if let Some(known) = actor.known.map(|it| self.house.name(it))
            && !candidates.iter().any(|it| it.id == known.id)
        {
            candidates.push(of(known, 0.8));
        }
        let best: Vec<&ActorMatch> =
            candidates.iter().filter(|it| it.score >= candidates[0].score).collect();
        match best.as_slice() {
            [only] => {
                let mut only = (*only).clone();
                only.score = if candidates.len() == 1 { only.score } else { only.score * 0.9 };
                let others = candidates.iter().filter(|it| it.id != only.id).cloned().collect();
                (Some(only), others)
            }
            _ => (
                None,
                candidates
                    .iter()
                    .map(|it| ActorMatch { score: it.score * 0.5, ..it.clone() })
                    .collect(),
            ),
        }
    }

    fn instruments(
        &self,
        laws: &Laws,
        lands: &[(usize, usize, String)],
        main: Option<&Country>,
    ) -> Vec<DraftInstrument> {
        let text = self.text;
        let mut all: Vec<DraftInstrument> = Vec::new();
        let country = |law: usize| {
            laws.named[law].code.is_none().then(|| main.map(|it| it.as_str().to_owned())).flatten()
        };
        let binds = |first: usize| {
            let sentence = text.sentence_of(first).map(|it| text.sentences[it])?;
            let named = lands.iter().find(|it| it.0 >= sentence.first && it.0 < sentence.end);
            named.map(|it| it.2.clone())
        };
        let mut add = |law: usize, provision: Option<String>, first: usize, end: usize| {
            let named = &laws.named[law];
            let known = all.iter().any(|it| {
                it.name == named.name && it.code == named.code && it.provision == provision
            });
            if known || !self.house.uses(named.rule) {
                return;
            }
            let (start, until) = text.span(first, end);
            all.push(DraftInstrument {
                code: named.code.clone(),
                name: named.name.clone(),
                provision,
                country: country(law),
                binds: if named.code.is_some() { binds(first) } else { None },
                quote: text.slice(first, end).to_owned(),
                start,
                end: until,
                rule: named.rule.to_owned(),
            });
        };
        for provision in &laws.provisions {
            add(provision.law, Some(provision.label.clone()), provision.first, provision.end);
        }
        for mention in &laws.mentions {
            let block =
                text.sentence_of(mention.first).map(|it| &text.blocks[text.sentences[it].block]);
            let has_provision = laws.provisions.iter().any(|it| it.law == mention.law);
            if !has_provision && block.is_some_and(|it| !it.boilerplate && !it.after) {
                add(mention.law, None, mention.first, mention.end);
            }
        }
        all.sort_by_key(|it| it.start);
        all
    }
}
