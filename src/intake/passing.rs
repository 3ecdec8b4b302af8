//! Which of the actors that a text names it only names in passing, or only describes.

use super::actors::Actor;
use super::lexicon::Language;
use super::names::{Name, NameKind};
use super::text::{Kind, Text};

/// A text and its names.
pub struct Seen<'a, 't> {
    pub text: &'a Text<'t>,
    pub lexicon: &'a Language,
    pub names: &'a [Name],
}

impl Seen<'_, '_> {
    /// "The cartoonist", "his brother", "the victims": one person by what they are is nearly always one with a name, and
    /// who stands for others is told elsewhere.
    pub fn is_described(&self, actor: &Actor) -> bool {
        let stands_for = |it: &usize| {
            let name = &self.names[*it];
            let end = self.lexicon.class_at("stands_for", self.text, name.first);
            end == Some(name.end)
        };
        actor.is == NameKind::Group
            && actor.name.split_whitespace().count() == 1
            && (actor.kind == "person"
                && !actor.names.iter().any(|it| self.is_one_of_many(*it) || self.is_official(*it))
                || actor.names.iter().all(stands_for))
    }

    /// "The judge ordered", "the warden": who acts for a state is told by the office alone.
    fn is_official(&self, name: usize) -> bool {
        let name = &self.names[name];
        self.lexicon.class_at("who_official", self.text, name.end - 1) == Some(name.end)
    }

    /// "A girl was raped": nobody who was named.
    fn is_one_of_many(&self, name: usize) -> bool {
        let before = self.names[name].from.checked_sub(1);
        before.is_some_and(|at| matches!(self.text.low(at), "a" | "an" | "un" | "une"))
    }

    /// Whether an actor that has no part in what is told is none.
    pub fn in_passing(&self, actor: &Actor) -> bool {
        // The police, and the government of a country by its name, are hardly ever named in passing.
        let acts = match actor.is {
            NameKind::Body => {
                actor.government && actor.name.chars().any(char::is_uppercase)
                    || actor.name.eq_ignore_ascii_case("police")
            }
            NameKind::Office => self.speaks(actor),
            _ => false,
        };
        let is_common = matches!(actor.is, NameKind::Group | NameKind::Office | NameKind::Body);
        let is_line = actor.rule == "header.letterhead"
            && actor.names.len() == 1
            && matches!(actor.kind.as_str(), "ngo" | "intergovernmental");
        is_common && !acts
            || is_line
            || actor.rule == "actor.word"
            || actor.rule == "actor.the" && !actor.name.contains(' ')
            || actor.rule == "actor.capitals" && actor.aliases.is_empty()
            // To whom one may write, too.
            || actor.name.starts_with("Permanent Mission")
            || actor.kind == "state"
    }

    /// "The mayor has denied": an office that speaks takes part.
    fn speaks(&self, actor: &Actor) -> bool {
        let is_word =
            |at: &usize| self.text.tokens.get(*at).is_some_and(|it| it.kind == Kind::Word);
        actor.names.iter().map(|it| self.names[*it].end).any(|end| {
            (end..end + 4)
                .take_while(is_word)
                .any(|at| self.lexicon.class_at("speaks", self.text, at).is_some())
        })
    }
}
