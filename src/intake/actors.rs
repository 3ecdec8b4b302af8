//! Who is who: names that mean one actor brought together, under the fullest form in the text.

use std::collections::HashMap;

use super::house::House;
use super::lexicon::Language;
use super::names::{Name, NameKind};
use super::text::{Kind, Text};
use crate::domain::Country;
use crate::domain::gazetteer::gazetteer;

/// An actor of the text.
#[derive(Debug, Clone)]
pub struct Actor {
    pub name: String,
    pub aliases: Vec<String>,
    /// A code of the actor kinds.
    pub kind: String,
    pub is: NameKind,
    /// Its names, by number.
    pub names: Vec<usize>,
    pub rule: &'static str,
    /// What the house knows it as.
    pub known: Option<usize>,
    /// "government", "authorities" of a country.
    pub government: bool,
    /// Offices that the text gives a person: "prime minister".
    offices: Vec<String>,
    words: Vec<String>,
}

/// All actors of a text, and which of them each name means.
#[derive(Debug, Default)]
pub struct Actors {
    pub all: Vec<Actor>,
    /// By number of a name; none for places.
    of_name: Vec<Option<usize>>,
}

/// Words that say no more than that a body acts for a state.
fn is_government(word: &str) -> bool {
    matches!(
        word,
        "government" | "authorities" | "gouvernement" | "autorites" | "regime" | "administration"
    )
}

/// "Government of X", "X authorities"; not "Government House".
fn names_government(words: &[String]) -> bool {
    let last = words.last().is_some_and(|it| is_government(it));
    last || words.first().is_some_and(|it| is_government(it))
        && words.get(1).is_none_or(|it| matches!(it.as_str(), "of" | "de" | "du" | "d" | "in"))
}

struct Gatherer<'a, 't> {
    text: &'a Text<'t>,
    language: &'a Language,
    names: &'a [Name],
    actors: Actors,
    acronyms: HashMap<String, usize>,
    /// The name that begins at a token.
    begun: HashMap<usize, usize>,
    /// The same with titles, and by where they end.
    led: HashMap<usize, usize>,
    ended: HashMap<usize, usize>,
    /// The country that the text is about.
    main: Option<String>,
}

/// Brings names together. `main`: the country that the text is about, whose government "the Government" is.
pub fn actors(
    text: &Text<'_>,
    language: &Language,
    names: &[Name],
    main: Option<&Country>,
    house: &House,
) -> Actors {
    let mut gatherer = Gatherer {
        text,
        language,
        names,
        actors: Actors { all: Vec::new(), of_name: vec![None; names.len()] },
        acronyms: HashMap::new(),
        main: main.map(|it| it.as_str().to_owned()),
        led: names.iter().enumerate().map(|(number, it)| (it.from, number)).collect(),
        ended: names.iter().enumerate().map(|(number, it)| (it.end, number)).collect(),
        begun: names.iter().enumerate().map(|(number, it)| (it.first, number)).collect(),
    };
    // The fullest forms first, so that short ones find them; among equals the first.
    let mut order: Vec<usize> =
        (0..names.len()).filter(|it| names[*it].kind != NameKind::Place).collect();
    order.sort_by_key(|it| {
        let name = &names[*it];
        let class = match name.kind {
            NameKind::Organisation if name.acronym.is_some() => 0,
            NameKind::Organisation if name.actor == "state" => 3,
            NameKind::Person | NameKind::Organisation => 1,
            NameKind::Body => 2,
            _ => 3,
        };
        let (first, end) = gatherer.extent(name);
        (class, std::cmp::Reverse(end - first), name.first)
    });
    for number in order {
        gatherer.place(number, main);
    }
    let mut actors = gatherer.actors;
    for actor in &mut actors.all {
        actor.names.sort_unstable();
        if let Some(known) = actor.known {
            actor.kind = house.kind(known).1;
        }
    }
    actors
}

impl Actor {
    /// Whether the text gives this person an office.
    pub fn holds_office(&self) -> bool {
        self.offices.iter().any(|it| it.len() > 3)
    }
}

impl Actors {
    /// The actor that a name means.
    pub fn of(&self, name: usize) -> Option<usize> {
        self.of_name.get(name).copied().flatten()
    }
}

impl Gatherer<'_, '_> {
    fn place(&mut self, number: usize, main: Option<&Country>) {
        let name = &self.names[number];
        let (first, end) = self.extent(name);
        let words: Vec<String> = (first..end)
            .map(|at| self.text.low(at).to_owned())
            .filter(|word| !matches!(word.as_str(), "the" | "." | "," | "l" | "les" | "le"))
            .collect();
        if words.is_empty() {
            return;
        }
        let found = match name.kind {
            NameKind::Person => self.person(name, &words),
            NameKind::Organisation => self.organisation(name, &words),
            NameKind::Body => self.body(name, &words, main),
            NameKind::Office => self.holder(name).or_else(|| self.office(name, &words)),
            NameKind::Group => self.same(&words, |it| it.is == NameKind::Group).or_else(|| {
                // "the farmers", where those of a place or a body were named.
                let again = name.definite && name.plural && name.end == end;
                let same = again.then(|| self.fuller_group(&words, name.first)).flatten();
                if same.is_some() {
                    return same;
                }
                // "the union": the one that was named.
                let short = name.definite && words.len() == 1 && !name.plural;
                let held = short.then(|| self.titled(&words[0])).flatten();
                if held.is_some() {
                    return held;
                }
                short
                    .then(|| {
                        self.containing(&words, name.first, |it| it.is == NameKind::Organisation)
                    })
                    .flatten()
                    .or_else(|| {
                        // "the experts": those of the United Nations, who were named.
                        (name.definite && name.plural && words.len() == 1)
                            .then(|| {
                                self.containing(&words, name.first, |it| it.is == NameKind::Body)
                            })
                            .flatten()
                    })
            }),
            NameKind::Place => None,
        };
        let found = found.unwrap_or_else(|| self.new_actor(number, &words));
        self.join(found, number, &words);
    }

    /// Who holds an office that stands beside the name: "Ana Ruiz, Minister of Lands", "the Minister of Lands, Ana Ruiz".
    fn holder(&self, office: &Name) -> Option<usize> {
        let person = |number: &usize| self.names[*number].kind == NameKind::Person;
        let behind = (self.text.sign(office.end) == ",")
            .then(|| self.led.get(&(office.end + 1)).filter(|it| person(it)))
            .flatten();
        let the = usize::from(office.first > 0 && self.text.low(office.first - 1) == "the");
        let comma = office.first.checked_sub(1 + the).filter(|it| self.text.sign(*it) == ",");
        let before = comma.and_then(|it| self.ended.get(&it)).filter(|it| person(it));
        let number = before.or(behind)?;
        self.actors.of_name[*number]
    }

    /// The tokens of a name: of people with those whose they are, "councillors of Loliondo division", "passengers of a train".
    fn extent(&self, name: &Name) -> (usize, usize) {
        let bare = (name.first, name.end);
        let whose = name.kind == NameKind::Group
            && name.plural
            && matches!(self.text.low(name.end), "of" | "de" | "du" | "des" | "d");
        if !whose {
            return bare;
        }
        let word = self.text.low(name.end - 1);
        let belongs = matches!(word, "members" | "employees" | "membres");
        let works = matches!(
            word,
            "reporters" | "journalists" | "editors" | "correspondents" | "sub" | "judges" | "sons"
        );
        if works
            || !belongs && self.language.class_at("who_members", self.text, name.end - 1).is_some()
        {
            return bare;
        }
        let articles = (name.end + 1..name.end + 4)
            .take_while(|at| {
                matches!(self.text.low(*at), "the" | "a" | "an" | "la" | "le" | "les" | "l")
            })
            .count();
        let owner = name.end + 1 + articles;
        let Some(owner) = self.begun.get(&owner).map(|it| &self.names[*it]) else {
            let end = self.past_words(owner).unwrap_or(name.end);
            // "families of the hamlet of El Cedral".
            let named = (end > name.end && self.text.low(end) == "of")
                .then(|| self.begun.get(&(end + 1)).map(|it| &self.names[*it]))
                .flatten()
                .filter(|it| matches!(it.kind, NameKind::Place | NameKind::Organisation));
            return (name.first, named.map_or(end, |it| it.end));
        };
        // Members of a force or an office are that body.
        if belongs && matches!(owner.actor.as_str(), "state_body" | "state" | "armed_group") {
            return bare;
        }
        let after = usize::from(
            owner.kind == NameKind::Place
                && matches!(
                    self.text.low(owner.end),
                    "district" | "division" | "province" | "village" | "county" | "region"
                ),
        );
        let fits = match owner.kind {
            NameKind::Place | NameKind::Organisation => true,
            NameKind::Body | NameKind::Group => self.language.code == "en",
            _ => false,
        };
        (name.first, if fits { owner.end + after } else { name.end })
    }

    /// Past up to three words in small letters that say whose or of what people are: "survivors of rape".
    fn past_words(&self, first: usize) -> Option<usize> {
        let is_part = |at: &usize| {
            let low = self.text.low(*at);
            self.text.tokens.get(*at).is_some_and(|it| it.kind == Kind::Word && !it.capital)
                && !self.language.stops.contains(low)
                && !self.language.verb_forms.contains(low)
                && !low.ends_with("ed")
                && !low.ends_with("ly")
                && low != "'s"
        };
        let words = (first..first + 3).take_while(is_part).count();
        let end = first + words;
        let named = self.begun.keys().any(|it| *it > first && *it < end);
        (words > 0 && self.language.code == "en" && !named && self.text.low(end) != "'s")
            .then_some(end)
    }

    /// "the judge": the only person whose name stood after this word.
    fn titled(&self, word: &str) -> Option<usize> {
        let is_so = |it: &Actor| {
            it.is == NameKind::Person
                && it.offices.iter().any(|it| it.split(' ').next_back() == Some(word))
        };
        let mut all = (0..self.actors.all.len()).filter(|it| is_so(&self.actors.all[*it]));
        match (all.next(), all.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }

    /// The last group named before whose name begins or ends with these words and says more.
    fn fuller_group(&self, words: &[String], at: usize) -> Option<usize> {
        let fits = |it: &Actor| {
            it.is == NameKind::Group
                && it.words.len() > words.len()
                && (it.words.starts_with(words) || it.words.ends_with(words))
        };
        let last = |it: &Actor| {
            it.names.iter().map(|name| self.names[*name].first).filter(|first| *first < at).max()
        };
        (0..self.actors.all.len())
            .filter(|number| fits(&self.actors.all[*number]))
            .filter_map(|number| last(&self.actors.all[number]).map(|last| (last, number)))
            .max()
            .map(|it| it.1)
    }

    fn new_actor(&mut self, number: usize, words: &[String]) -> usize {
        let name = &self.names[number];
        let (first, end) = self.extent(name);
        self.actors.all.push(Actor {
            name: self.text.flat(first, end),
            aliases: Vec::new(),
            kind: name.actor.clone(),
            is: name.kind,
            names: Vec::new(),
            rule: name.rule,
            known: name.known,
            government: names_government(words)
                && matches!(name.kind, NameKind::Body | NameKind::Organisation),
            offices: Vec::new(),
            words: words.to_vec(),
        });
        self.actors.all.len() - 1
    }

    fn join(&mut self, actor: usize, number: usize, words: &[String]) {
        let name = &self.names[number];
        let (first, end) = self.extent(name);
        let written = self.text.flat(first, end);
        let it = &mut self.actors.all[actor];
        it.names.push(number);
        self.actors.of_name[number] = Some(actor);
        if name.kind == NameKind::Office && it.is == NameKind::Person {
            it.offices.push(words.join(" "));
            return;
        }
        if name.from < name.first && name.kind == NameKind::Person {
            let office: Vec<String> =
                (name.from..name.first).map(|at| self.text.low(at).to_owned()).collect();
            it.offices.push(office.join(" "));
        }
        if it.known.is_none() {
            it.known = name.known;
        }
        let shouted = |text: &str| {
            text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
                && text.chars().count() > 8
        };
        let is_fuller = written.chars().count() > it.name.chars().count()
            && !shouted(&written)
            && name.kind == it.is
            || shouted(&it.name) && !shouted(&written) && words.len() >= it.words.len();
        let small = |text: &str| !text.chars().any(char::is_uppercase);
        if written != it.name {
            let (name, alias) = if is_fuller && (it.is != NameKind::Group) {
                (written, it.name.clone())
            } else {
                (it.name.clone(), written)
            };
            let is_new = !it.aliases.contains(&alias) && alias != name;
            if is_new
                && (it.is != NameKind::Group || !small(&alias))
                && !(small(&alias) && it.is == NameKind::Organisation && !it.government)
            {
                it.aliases.push(alias);
            }
            it.aliases.retain(|alias| *alias != name);
            it.name = name;
        }
        if let Some(acronym) = name.acronym {
            let parts = (acronym + 1..acronym + 4)
                .take_while(|it| self.text.tokens.get(*it).is_some_and(|it| it.hyphen))
                .count();
            let end = acronym + 1 + parts;
            let written = self.text.flat(acronym, end);
            let key: Vec<&str> = (acronym..end).map(|it| self.text.low(it)).collect();
            if !it.aliases.contains(&written) && written != it.name {
                it.aliases.push(written);
            }
            self.acronyms.insert(key.join(" "), actor);
        }
    }

    fn same(&self, words: &[String], fits: impl Fn(&Actor) -> bool) -> Option<usize> {
        self.actors.all.iter().position(|it| fits(it) && it.words == words)
    }

    /// The actor whose words contain these one after the other: of several the one named last before, else the first.
    fn containing(
        &self,
        words: &[String],
        at: usize,
        fits: impl Fn(&Actor) -> bool,
    ) -> Option<usize> {
        let contains = |it: &Actor| {
            it.words.len() > words.len()
                && it.words.windows(words.len()).any(|window| window == words)
        };
        let found: Vec<usize> = (0..self.actors.all.len())
            .filter(|number| fits(&self.actors.all[*number]) && contains(&self.actors.all[*number]))
            .collect();
        let last_before = |number: &usize| {
            let names = self.actors.all[*number].names.iter().map(|it| self.names[*it].first);
            names.filter(|first| *first < at).max()
        };
        found
            .iter()
            .copied()
            .filter(|it| last_before(it).is_some())
            .max_by_key(last_before)
            .or_else(|| found.first().copied())
    }

    fn person(&self, name: &Name, words: &[String]) -> Option<usize> {
        let is_person = |it: &Actor| it.is == NameKind::Person;
        self.same(words, is_person)
            .or_else(|| self.same(words, |it| it.is == NameKind::Organisation))
            .or_else(|| self.containing(words, name.first, is_person))
            .or_else(|| {
                // "Lantern Mines", where "Lantern Mines Ltd." was named.
                let begins = |it: &Actor| {
                    it.is == NameKind::Organisation
                        && it.words.len() > words.len()
                        && it.words.starts_with(words)
                };
                (words.len() > 1 && name.rule == "actor.person")
                    .then(|| self.actors.all.iter().position(begins))
                    .flatten()
            })
            .or_else(|| {
                // A word that may be anything may be short for an organisation.
                (name.rule == "actor.word")
                    .then(|| {
                        self.acronyms
                            .get(words.first()?)
                            .copied()
                            .or_else(|| self.short(words, name.first))
                    })
                    .flatten()
            })
    }

    fn short(&self, words: &[String], at: usize) -> Option<usize> {
        self.containing(words, at, |it| {
            it.is == NameKind::Organisation
                && it.words.first().is_none_or(|first| !is_government(first))
        })
    }

    fn organisation(&self, name: &Name, words: &[String]) -> Option<usize> {
        if let Some(actor) = self.acronyms.get(&words.join(" ")) {
            return Some(*actor);
        }
        if let [word] = words
            && name.end == name.first + 1
            && self.text.tokens[name.first].is_capitals()
            && let Some(actor) = self.by_initials(word)
        {
            return Some(actor);
        }
        let is_one = |it: &Actor| it.is == NameKind::Organisation || it.is == NameKind::Body;
        if let Some(same) = self.same(words, is_one) {
            return Some(same);
        }
        if names_government(words) {
            return self.government(words, None);
        }
        if name.actor == "state" {
            return self.government_of(words);
        }
        // "Embassy of Norway", where "Embassy of Norway in Oslo" was named, or "Norwegian Embassy Oslo".
        let seated = |it: &Actor| {
            it.is == NameKind::Organisation
                && it.words.starts_with(words)
                && it.words.get(words.len()).is_some_and(|next| {
                    matches!(next.as_str(), "in" | "at")
                        || gazetteer().called(&it.words[words.len()..].join(" "), None).is_some()
                })
        };
        if words.len() > 1
            && let Some(seated) = self.actors.all.iter().position(seated)
        {
            return Some(seated);
        }
        // "the Forum", "the Advice House": a short form of what was named before.
        let short = name.definite || words.len() == 1 || name.rule == "actor.known";
        short.then(|| self.short(words, name.first)).flatten()
    }

    /// The organisation whose initials these letters are, though the text does not say so; none, if there are two.
    fn by_initials(&self, letters: &str) -> Option<usize> {
        let length = letters.chars().count();
        // Whatever is of the United Nations has these two before it.
        if length < 2 || letters == "un" {
            return None;
        }
        let initials = |words: &[String], all: bool| -> String {
            words
                .iter()
                .filter(|it| all || !self.language.stops.contains(*it))
                .filter_map(|it| it.chars().next())
                .collect()
        };
        let mut fits = self.actors.all.iter().enumerate().filter(|(_, it)| {
            it.is == NameKind::Organisation
                && it.words.len() >= length.min(3)
                && (initials(&it.words, false) == letters || initials(&it.words, true) == letters)
        });
        match (fits.next(), fits.next()) {
            (Some((actor, _)), None) => Some(actor),
            _ => None,
        }
    }

    /// The actor that is the government of the same country.
    fn government(&self, words: &[String], main: Option<&Country>) -> Option<usize> {
        let country = self.country(words).or_else(|| main.map(|it| it.as_str().to_owned()));
        let all = self.actors.all.iter().enumerate().filter(|(_, it)| it.government);
        let of =
            |it: &Actor| self.country(&it.words).or_else(|| main.map(|it| it.as_str().to_owned()));
        all.into_iter()
            .find(|(_, it)| of(it) == country || of(it).is_none() || country.is_none())
            .map(|it| it.0)
    }

    /// The government of the country that a bare name says.
    fn government_of(&self, words: &[String]) -> Option<usize> {
        let land = Country::named(&words.join(" "))?;
        let is_its = |it: &Actor| {
            it.government
                && match self.country(&it.words) {
                    Some(code) => code == land.as_str(),
                    None => self.main.as_deref() == Some(land.as_str()),
                }
        };
        self.actors.all.iter().position(is_its)
    }

    /// The country that words name: "Cambodian", "of Cambodia".
    fn country(&self, words: &[String]) -> Option<String> {
        for word in words {
            let text = Text::of(word, self.language.elided);
            if let Some((_, code)) = self.language.demonyms.at(&text, 0) {
                return Some(code.clone());
            }
        }
        let at = words.iter().position(|it| matches!(it.as_str(), "of" | "de" | "du" | "d"))?;
        Country::named(&words[at + 1..].join(" ")).map(|it| it.as_str().to_owned())
    }

    fn body(&self, name: &Name, words: &[String], main: Option<&Country>) -> Option<usize> {
        let is_body = |it: &Actor| it.is == NameKind::Body || it.is == NameKind::Organisation;
        if let Some(same) = self.same(words, is_body) {
            return Some(same);
        }
        if words.iter().any(|it| is_government(it)) {
            let elsewhere = words.iter().any(|it| {
                matches!(
                    it.as_str(),
                    "local"
                        | "transitional"
                        | "municipal"
                        | "provincial"
                        | "regional"
                        | "in"
                        | "foreign"
                        | "military"
                        | "locales"
                )
            });
            return if elsewhere { None } else { self.government(words, main) };
        }
        if words.len() == 1
            && words[0] != "police"
            && words[0] != "army"
            && let Some(named) =
                self.containing(words, name.first, |it| it.is == NameKind::Organisation)
        {
            return Some(named);
        }
        if words.len() == 1 && words[0] == "police" {
            // A station or a command is a part of the police, not what "the police" means.
            let is_force = |it: &Actor| {
                is_body(it)
                    && it.words.iter().any(|it| it == "police")
                    && it.words.last().is_some_and(|it| {
                        matches!(it.as_str(), "police" | "force" | "service" | "nationale")
                    })
                    && !it
                        .words
                        .iter()
                        .any(|it| matches!(it.as_str(), "anti" | "riot" | "military"))
            };
            return self.actors.all.iter().position(is_force);
        }
        None
    }

    fn office(&self, name: &Name, words: &[String]) -> Option<usize> {
        let office = words.join(" ");
        let is_person = |it: &Actor| it.is == NameKind::Office || it.is == NameKind::Person;
        self.same(words, is_person).or_else(|| {
            let holders = self.actors.all.iter().position(|it| {
                // "Dear Prime Minister" to the Prime Minister of Canada.
                let holds = |of: &String| {
                    of.strip_prefix(office.as_str())
                        .is_some_and(|it| it.is_empty() || it.starts_with(" of "))
                };
                it.is == NameKind::Person && it.offices.iter().any(holds)
            });
            holders.or_else(|| {
                let definite = name.definite || self.text.is_capital(name.first);
                let begins = |it: &Actor| {
                    it.is == NameKind::Office
                        && it.words.len() > words.len()
                        && it.words.starts_with(words)
                };
                definite.then(|| self.actors.all.iter().position(begins)).flatten()
            })
        })
    }
}
