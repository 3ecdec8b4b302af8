//! What somebody in power says and so does: denies, labels, threatens.

use super::clause::Clauses;
use super::events::{Acts, Story};
use super::names::NameKind;
use super::text::Sentence;

/// An act of speech.
#[derive(Debug, Clone)]
pub struct Spoken {
    pub kind: &'static str,
    pub speaker: usize,
    pub targets: Vec<usize>,
    /// The verb, and the end of what is said.
    pub first: usize,
    pub verb: usize,
    pub end: usize,
    pub rule: &'static str,
}

fn says(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "stated"
            | "states"
            | "claimed"
            | "claims"
            | "told"
            | "tells"
            | "maintained"
            | "maintains"
            | "insisted"
            | "insists"
            | "declared"
            | "asserted"
            | "asserts"
            | "replied"
            | "added"
            | "repeated"
            | "wrote"
            | "informed"
            | "assured"
            | "testified"
            | "argued"
            | "retorted"
            | "retorts"
            | "countered"
            | "counters"
            | "responded"
            | "responds"
            | "answered"
            | "answers"
            | "replies"
            | "swore"
            | "swears"
            | "protested"
            | "contended"
            | "pretend"
            | "pretendu"
            | "assurent"
            | "repondu"
            | "parle"
            | "affirme"
            | "affirment"
            | "soutenu"
            | "soutient"
            | "declare"
            | "assure"
            | "maintient"
    )
}

fn labels(word: &str) -> bool {
    matches!(
        word,
        "called"
            | "calls"
            | "described"
            | "describes"
            | "branded"
            | "labelled"
            | "labeled"
            | "dubbed"
            | "denounced"
            | "accused"
            | "portrayed"
            | "depicted"
            | "tarred"
            | "compared"
            | "likened"
            | "compares"
            | "brands"
            | "labels"
            | "denounces"
            | "stigmatised"
            | "stigmatized"
            | "characterised"
            | "characterized"
            | "presente"
            | "presentes"
            | "qualifies"
            | "compare"
            | "qualifie"
            | "traite"
            | "accuse"
            | "denonce"
            | "taxe"
    )
}

fn warns(word: &str) -> bool {
    matches!(
        word,
        "warned"
            | "warns"
            | "threatened"
            | "threatens"
            | "vowed"
            | "vows"
            | "menace"
            | "averti"
            | "prevenu"
    )
}

fn denies(word: &str) -> bool {
    matches!(
        word,
        "no" | "not"
            | "never"
            | "nothing"
            | "nobody"
            | "none"
            | "false"
            | "baseless"
            | "fabricated"
            | "lies"
            | "preposterous"
            | "unfounded"
            | "untrue"
            | "fake"
            | "propaganda"
            | "unaware"
            | "n't"
            | "aucun"
            | "aucune"
            | "faux"
            | "mensonge"
            | "mensonges"
            | "jamais"
            | "rien"
            | "didnt"
            | "wasnt"
            | "isnt"
    )
}

/// Verbs beside saying, with which a quotation is put on somebody: "named the group as “a branch of …”".
fn names_as(word: &str) -> bool {
    matches!(
        word,
        "named"
            | "names"
            | "numbered"
            | "dismissed"
            | "dismisses"
            | "referred"
            | "refers"
            | "speaks"
            | "spoke"
            | "derided"
            | "mocked"
            | "qualifiait"
            | "designe"
    )
}

fn is_copula(word: &str) -> bool {
    matches!(
        word,
        "are"
            | "is"
            | "was"
            | "were"
            | "be"
            | "been"
            | "est"
            | "sont"
            | "etait"
            | "etaient"
            | "soient"
    )
}

/// The acts of speech of a sentence.
#[expect(
    clippy::too_many_lines,
    reason = "one case after another, in the order in which they count"
)]
pub fn spoken(
    told: &Acts<'_, '_>,
    clauses: &Clauses<'_, '_>,
    sentence: Sentence,
    story: &Story,
) -> Vec<Spoken> {
    let text = told.text;
    let mut found: Vec<Spoken> = Vec::new();
    for verb in sentence.first..sentence.end {
        let word = text.low(verb);
        let (say, label, warn) = (says(word), labels(word) || names_as(word), warns(word));
        if !(say || label || warn) || clauses.name_at(verb).is_some() {
            continue;
        }
        let mut first = verb;
        while first > sentence.first
            && matches!(
                text.low(first - 1),
                "had"
                    | "has"
                    | "have"
                    | "also"
                    | "then"
                    | "publicly"
                    | "later"
                    | "again"
                    | "a"
                    | "ont"
                    | "repeatedly"
                    | "since"
            )
        {
            first -= 1;
        }
        // "was called", "is described": nobody speaks.
        if first > sentence.first
            && matches!(
                text.low(first - 1),
                "was" | "were" | "is" | "are" | "been" | "be" | "to" | "not" | "so" | "ete"
            )
        {
            continue;
        }
        let subject = clauses.subject(first, sentence);
        let Some(name) = subject.names.last() else { continue };
        let Some(speaker) = clauses.actor(*name) else { continue };
        let actor = &told.actors.all[speaker];
        if Some(speaker) == told.issuer || told.names[*name].end + 14 < first {
            continue;
        }
        let state =
            actor.kind == "state_body" || actor.is == NameKind::Office || actor.holds_office();
        let hostile = state
            || matches!(
                actor.kind.as_str(),
                "media" | "armed_group" | "religious_body" | "person" | "group" | "political_party"
            );
        let quotes: Vec<usize> = (verb + 1..sentence.end)
            .filter(|at| matches!(text.sign(*at), "“" | "\"" | "‘" | "«"))
            .collect();
        // Who is named between the verb and `end`, or else meant by a pronoun there.
        let spoken_to = |end: usize| -> Vec<usize> {
            let object = clauses.object(verb + 1, end, false);
            let named = object.names.iter().filter_map(|it| clauses.actor(*it));
            let named: Vec<usize> = named.filter(|it| *it != speaker).collect();
            let pronoun = object.pronoun.filter(|_| named.is_empty());
            pronoun.map_or(named, |at| told.pronoun(clauses, at, story, true, &[speaker]))
        };
        let mut add = |kind: &'static str, targets: Vec<usize>, rule: &'static str| {
            found.push(Spoken {
                kind,
                speaker,
                targets,
                first: subject.at.min(first),
                verb,
                end: sentence.end,
                rule,
            });
        };
        if let Some(insult) = (verb + 1..sentence.end).find(|at| {
            told.language.classes.get("insult").is_some_and(|it| it.at(text, *at).is_some())
        }) && hostile
            && (label || say && quotes.iter().any(|at| *at < insult))
            && !(label && quotes.is_empty() && word.starts_with("accuse"))
        {
            add("vilification", spoken_to(insult), "event.label");
            continue;
        }
        // "described the protesters as “paid trouble”": a label in quotation marks, of somebody.
        if label
            && hostile
            && let Some(quote) = quotes.first()
            && *quote < verb + 24
            && told.is_label(clauses, verb, *quote)
        {
            let object = clauses.object(verb + 1, *quote, false);
            let pronoun =
                object.pronoun.map(|at| told.pronoun(clauses, at, story, true, &[speaker]));
            let named = object.names.iter().filter_map(|it| clauses.actor(*it));
            let targets: Vec<usize> =
                named.chain(pronoun.into_iter().flatten()).filter(|it| *it != speaker).collect();
            if !targets.is_empty() {
                add("vilification", targets, "event.label");
                continue;
            }
        }
        // "said that those who marched were “hooligans”": what somebody is said to be; of a thing, a denial.
        if say
            && hostile
            && let Some(quote) = quotes.first()
            && let Some(copula) = copula_at(told, verb, *quote, sentence)
        {
            let of = clauses.subject(copula, Sentence { first: verb + 1, ..sentence });
            let people = of.names.iter().any(|it| {
                matches!(
                    told.names[*it].kind,
                    NameKind::Person | NameKind::Group | NameKind::Organisation
                )
            });
            let near = of.at + 9 > copula
                && !of.inner
                && text.low(copula - 1) != "there"
                && !(copula + 1..(*quote + 4).min(sentence.end)).any(|at| denies(text.low(at)));
            if (people && near || of.pronoun.is_some() && !of.owned) && !is_own_word(told, &of) {
                let named = of.names.iter().filter_map(|it| clauses.actor(*it));
                let pronoun =
                    of.pronoun.map(|at| told.pronoun(clauses, at, story, true, &[speaker]));
                let targets: Vec<usize> = named
                    .chain(pronoun.into_iter().flatten())
                    .filter(|it| *it != speaker)
                    .collect();
                if !targets.is_empty() {
                    add("vilification", targets, "event.label");
                    continue;
                }
            } else if state && !people && of.pronoun.is_none() {
                add("state_denial", Vec::new(), "event.denial");
                continue;
            }
        }
        // A court that says who did nothing clears somebody; it denies nothing of its own.
        let from = told.names[*name].first;
        let is_court = told.language.has_class("who_court", text, from, told.names[*name].end);
        if say && state && !is_court {
            let french = told.language.code == "fr";
            // Not what will be, nor why: "would not", "no reason was given".
            let is_planned = |no: usize| {
                (no.saturating_sub(3)..(no + 3).min(sentence.end)).any(|at| {
                    matches!(
                        text.low(at),
                        "would" | "will" | "must" | "should" | "can" | "could" | "may" | "cannot"
                    )
                }) && !matches!(text.low(no + 1), "question" | "doubt")
            };
            let is_reason = |no: usize| {
                matches!(
                    text.low(no + 1),
                    "reason"
                        | "reasons"
                        | "explanation"
                        | "date"
                        | "notice"
                        | "comment"
                        | "only"
                        | "longer"
                )
            };
            let first_of = |from: usize, end: usize| {
                (from..end).find(|at| {
                    denies(text.low(*at)) && !is_reason(*at)
                        || french && matches!(text.low(*at), "ne" | "n" | "pas")
                })
            };
            // "Nobody was beaten, the ministry said": what is said may stand before.
            let no = first_of(verb + 1, sentence.end).or_else(|| {
                let begins = told.names[*name].from.min(from);
                let comma = (sentence.first + 1..begins)
                    .rev()
                    .take(4)
                    .find(|at| matches!(text.sign(*at), "," | "”" | "\"" | "’" | "'"))?;
                first_of(sentence.first, comma)
            });
            let planned = no.is_some_and(is_planned);
            if no.is_some() && !planned {
                add("state_denial", Vec::new(), "event.denial");
                continue;
            }
        }
        if warn
            && hostile
            && (verb + 1..sentence.end).any(|at| {
                matches!(text.low(at), "would" | "will" | "to" | "if" | "de" | "or" | "must")
            })
        {
            let targets = spoken_to(sentence.end);
            // "warned that rain would fall" threatens nobody.
            let harm = |class: &str| told.language.has_class(class, text, verb, sentence.end);
            if !targets.is_empty() || harm("harm") || harm("harm_strict") {
                add("threat", targets, "event.warning");
            }
        }
    }
    found
}

/// The verb "be" before a quotation or at its beginning.
fn copula_at(told: &Acts<'_, '_>, verb: usize, quote: usize, sentence: Sentence) -> Option<usize> {
    let text = told.text;
    if quote + 1 < sentence.end && is_copula(text.low(quote + 1)) {
        return Some(quote + 1);
    }
    (quote.saturating_sub(2).max(verb + 1)..quote).rev().find(|at| is_copula(text.low(*at)))
}

/// "They said that they were …": they speak of themselves.
fn is_own_word(told: &Acts<'_, '_>, of: &crate::intake::clause::Subject) -> bool {
    of.pronoun.is_some_and(|at| matches!(told.text.low(at), "it" | "il" | "i" | "ce" | "this"))
}
