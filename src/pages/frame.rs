//! What every page has around it: who looks, in which language, and the words for what is shown.

use std::sync::Arc;

use super::{assets, messages};
use crate::casework::law::StandingView;
use crate::domain::{Action, Country, Role, Timestamp};
use crate::store::accounts::{OpenSession, Visitor};
use crate::store::vocabulary::{EVENT_TYPE, RIGHT, Vocabulary};
use crate::words::script;
use crate::words::{LANGUAGES, Language, Words};

/// A count of things. Templates have references as often as values.
pub trait Number {
    fn number(self) -> i64;
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl Number for $kind {
            fn number(self) -> i64 {
                i64::try_from(self).unwrap_or(i64::MAX)
            }
        }
    )+};
}
numbers!(i32, i64, u64, usize);

impl<N: Number + Copy> Number for &N {
    fn number(self) -> i64 {
        (*self).number()
    }
}

/// See the module. Templates call it `f`.
#[derive(Clone)]
pub struct Frame {
    pub words: Words,
    pub vocabulary: Arc<Vocabulary>,
    /// Who has logged in, if anybody.
    pub visitor: Option<Visitor>,
    /// What forms send back, so that no other site can send them.
    pub csrf: String,
    /// The path and query of this page.
    pub here: String,
    /// What was done just now, said once.
    pub said: Option<String>,
    pub now: Timestamp,
    /// The public portal that the page is part of, if it is.
    pub public: Option<Arc<Public>>,
}

/// The public portal, for somebody without an account.
#[derive(Debug, Clone)]
pub struct Public {
    /// What the paths of its pages begin with, in the language: `/public/fr`.
    pub base: String,
    /// What the administrator says of how the records may be used, and of how they are cited.
    pub licence: Option<String>,
    pub citation: Option<String>,
}

impl Frame {
    /// Whether the page is for everybody: it then shows and links what is public, and nothing to do.
    pub const fn is_public(&self) -> bool {
        self.public.is_some()
    }

    /// What stands under `key` in the words of the language.
    pub fn t(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// What is wrong with a field, which casework says in English.
    pub fn message(&self, english: &str) -> String {
        messages::said(self.words, english)
    }

    /// [`t`](Self::t), about a number of things.
    pub fn tn(&self, key: &str, count: impl Number) -> String {
        self.words.counted(key, count.number())
    }

    /// [`t`](Self::t), with one value in its place.
    pub fn tv(&self, key: &str, value: &str) -> String {
        self.words.of_value(key, value)
    }

    /// [`t`](Self::t), with two values in their places: `value` and `other`.
    pub fn tvv(&self, key: &str, value: &str, other: &str) -> String {
        self.words.of_values(key, value, other)
    }

    pub fn language(&self) -> &'static Language {
        self.words.language()
    }

    pub fn languages(&self) -> &'static [Language] {
        &LANGUAGES
    }

    pub fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
    }

    pub fn number(&self, number: impl Number) -> String {
        self.words.number(number.number())
    }

    /// What people call a code: its label, or the code if there is none.
    pub fn label(&self, vocabulary: &str, code: &str) -> String {
        self.vocabulary.said(self.words, vocabulary, code)
    }

    /// What a code means.
    pub fn definition(&self, vocabulary: &str, code: &str) -> String {
        let Some(term) = self.vocabulary.term(vocabulary, code) else { return String::new() };
        term.definitions.get(self.language().tag).unwrap_or(&term.definition).clone()
    }

    pub fn event_type(&self, code: &str) -> String {
        self.label(EVENT_TYPE, code)
    }

    pub fn right(&self, code: &str) -> String {
        self.label(RIGHT, code)
    }

    /// How an instrument binds.
    pub fn legal(&self, standing: &StandingView) -> String {
        self.t(&standing.status_key())
    }

    /// The name of a country in the language.
    pub fn country(&self, country: &Country) -> &'static str {
        country.name_in(self.language().tag)
    }

    /// Every country, by its name in the language.
    pub fn countries(&self) -> Vec<Country> {
        Country::all_in(self.language().tag)
    }

    /// The `lang` of the element around a text of a record, if it needs one.
    pub fn lang(&self, text: &str) -> String {
        script::lang(text, None, self.language())
    }

    /// [`lang`](Self::lang) of a text whose record states its language.
    pub fn lang_stated(&self, text: &str, stated: Option<&str>) -> String {
        script::lang(text, stated, self.language())
    }

    /// A moment as people read it: the minute, in UTC.
    pub fn moment(&self, moment: &Timestamp) -> String {
        moment.utc().format("%Y-%m-%d %H:%M").to_string()
    }

    /// [`moment`](Self::moment), or what stands under `none`.
    pub fn moment_or(&self, moment: Option<&Timestamp>, none: &str) -> String {
        moment.map_or_else(|| self.t(none), |moment| self.moment(moment))
    }

    /// What a session was opened with.
    pub fn device(&self, session: &OpenSession) -> String {
        let door = if session.is_of_browser() { "session-browser" } else { "session-program" };
        match &session.device {
            Some(device) => format!("{} ({device})", self.t(door)),
            None => self.t(door),
        }
    }

    pub fn role_name(&self, role: &Role) -> String {
        self.t(&format!("role-{}", role.code()))
    }

    pub fn role(&self) -> Option<Role> {
        self.visitor.as_ref().map(|visitor| visitor.caller.role)
    }

    fn may(&self, action: Action) -> bool {
        self.visitor.as_ref().is_some_and(|visitor| visitor.caller.may(action))
    }

    pub fn may_create(&self) -> bool {
        self.may(Action::CreateRecords)
    }

    pub fn may_review(&self) -> bool {
        self.may(Action::Review)
    }

    pub fn may_merge(&self) -> bool {
        self.may(Action::MergeRecords)
    }

    pub fn may_release(&self) -> bool {
        self.may(Action::MakeReleases)
    }

    pub fn may_read_history(&self) -> bool {
        self.may(Action::ReadHistory)
    }

    pub fn may_keep_users(&self) -> bool {
        self.may(Action::KeepUsers)
    }

    /// The parts of the interface: where each begins, which paths belong to it, what it is called.
    pub fn sections(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let mut all = vec![
            ("incidents", "/incidents", "kinds-incident"),
            ("events", "/events", "kinds-event"),
            ("countries", "/countries", "nav-countries"),
            ("statements", "/statements", "kinds-statement"),
            ("actors", "/actors", "kinds-actor"),
            ("demands", "/demands", "kinds-demand"),
            ("instruments", "/instruments", "nav-law"),
            ("reports", "/reports", "nav-reports"),
            ("releases", "/releases", "nav-releases"),
        ];
        if self.may_review() {
            all.push(("review", "/review", "nav-review"));
        }
        if self.may_merge() {
            all.push(("duplicates", "/duplicates", "nav-duplicates"));
        }
        if self.may_keep_users() {
            all.push(("admin", "/admin", "nav-admin"));
        }
        all
    }

    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// Whether a part of the interface is the one that this page belongs to.
    pub fn is_in(&self, path: &str) -> bool {
        let here = self.here.split('?').next().unwrap_or_default();
        here == path || (path != "/" && here.starts_with(&format!("{path}/")))
    }
}
