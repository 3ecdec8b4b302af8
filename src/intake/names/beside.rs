//! What words beside a name say that it is.

use super::Finder;
use crate::intake::text::Kind;

impl Finder<'_, '_> {
    /// A common word before a name that says what it is: "the weekly Figyelem", "the company Altan Zam".
    pub(super) fn cue(&self, start: usize, until: usize) -> Option<String> {
        let before = start.checked_sub(1)?;
        let token = &self.text.tokens[before];
        if token.raw == "," && before > 1 {
            // "her agency, Noordzee Pers,": of a name of several words only where it is somebody's.
            let owned = start + 1 == until
                || matches!(self.low(before - 2), "his" | "her" | "its" | "their")
                    && !matches!(self.low(before - 1), "group" | "party" | "union");
            return self
                .cue(before, until)
                .filter(|_| owned && matches!(self.text.sign(until), "," | "." | ";" | ")"));
        }
        if token.capital
            || token.kind != Kind::Word
            || self.language.offices.at(self.text, before).is_some()
        {
            return None;
        }
        let (_, (kind, _)) = self.language.heads.at(self.text, before)?;
        matches!(
            kind.as_str(),
            "media" | "company" | "armed_group" | "political_party" | "union" | "ngo"
        )
        .then(|| kind.clone())
    }

    /// "the website of Meduzor", "the offices of Viasnovka": what only an outlet or an organisation has.
    pub(super) fn whose(&self, start: usize, one: bool) -> Option<&'static str> {
        let of =
            start.checked_sub(1).filter(|at| matches!(self.low(*at), "of" | "de" | "d" | "du"))?;
        let noun = of.checked_sub(1)?;
        let ends = |class: &str| {
            (noun.saturating_sub(2)..=noun)
                .any(|at| self.language.class_at(class, self.text, at) == Some(of))
        };
        if ends("of_outlet") {
            Some("media")
        } else if one && ends("of_organisation") {
            Some("ngo")
        } else {
            None
        }
    }

    /// "his sons Walid and Anas", "an agent called Bhupendra": words before one name that make it a person's.
    pub(super) fn is_introduced(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let kin = self.language.classes.get("kin");
        kin.is_some_and(|it| it.at(self.text, before).is_some_and(|it| it.0 == start))
            || matches!(self.low(before), "called" | "named" | "nicknamed" | "appelé" | "nommé")
            || self.low(before) == "and"
                && before > 1
                && self.text.is_capital(before - 1)
                && self.is_introduced(before - 1)
    }

    /// ", a conscript", ", the driver," after a name: what somebody is.
    pub(super) fn is_described(&self, until: usize) -> bool {
        self.text.sign(until) == ","
            && matches!(self.low(until + 1), "a" | "an" | "the")
            && (until + 2..until + 5).any(|at| {
                !self.text.is_capital(at) && self.language.groups.at(self.text, at).is_some()
            })
    }

    /// ", 23," after a name: how old somebody is.
    pub(super) fn is_aged(&self, until: usize) -> bool {
        let number = self
            .text
            .tokens
            .get(until + 1)
            .filter(|it| it.kind == Kind::Number && it.raw.len() < 3);
        self.text.sign(until) == ","
            && number.is_some()
            && matches!(self.text.sign(until + 2), "," | "." | ")" | ";")
            || self.text.sign(until) == "(" && number.is_some() && self.text.sign(until + 2) == ")"
    }

    /// "X said", "said X": somebody speaks.
    pub(super) fn is_quoted_speaker(&self, until: usize) -> bool {
        matches!(self.low(until), "said" | "says" | "told" | "added" | "wrote" | "who" | "qui")
    }
}
