//! Actors: anyone who does, suffers, says or is asked.

use std::collections::BTreeSet;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::filter::common_filters;
use super::input::levelled;
use super::searched::{self, Searched, joined};
use super::{Envelope, Filter, Head, Record, Sort, enveloped, grouped, links, row};
use crate::casework::act::Act;
use crate::domain::{
    ActorKind, AgeGroup, Confidentiality, Country, Gender, HrdGroup, Id, NameKind, Sector, segment,
    text,
};
use crate::each_backend;
use crate::error::{Error, Result, Wrong};
use crate::store::memory::{self, Epoch};
use crate::store::protection::{Protected, SHORTEST_NAME, compact};
use crate::store::schema::{actor_identifiers, actor_names};
use crate::store::vocabulary::Vocabulary;
use crate::store::words::Words;
use crate::store::{Db, Eyes, Kind, Sql, counters, visibility};

row! {
    /// See [`Actor`].
    ActorRow in actors {
        reference: String,
        kind: ActorKind,
        sector: Option<Sector>,
        name: String,
        country: Option<Country>,
        description: Option<String>,
        gender: Option<Gender>,
        age_group: Option<AgeGroup>,
        hrd_groups: String,
        protected: bool,
        pseudonym: Option<String>,
        #[serde(skip)]
        search_text: String,
        #[serde(skip)]
        private_search_text: String,
    }
}

#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    diesel::Queryable,
    diesel::Selectable,
    diesel::Insertable,
)]
#[diesel(table_name = actor_names, treat_none_as_default_value = false)]
pub struct NameRow {
    pub actor_id: Id,
    pub position: i32,
    pub text: String,
    pub language: Option<String>,
    pub script: Option<String>,
    pub kind: NameKind,
}

#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    diesel::Queryable,
    diesel::Selectable,
    diesel::Insertable,
)]
#[diesel(table_name = actor_identifiers)]
pub struct IdentifierRow {
    actor_id: Id,
    scheme: String,
    value: String,
}

/// Anyone who does, suffers, says or is asked, with their names and identifiers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Actor {
    pub row: ActorRow,
    names: Vec<NameRow>,
    identifiers: Vec<IdentifierRow>,
}

/// Another name of an actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Name {
    #[schema(min_length = 1, max_length = 1000, example = "CNRP")]
    pub text: String,
    /// BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "km")]
    pub language: Option<String>,
    /// ISO 15924.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[A-Z][a-z]{3}$", example = "Khmr")]
    pub script: Option<String>,
    pub kind: NameKind,
}

/// What another register calls an actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    #[schema(min_length = 1, max_length = 100, example = "wikidata")]
    pub scheme: String,
    #[schema(min_length = 1, max_length = 400, example = "Q1140193")]
    pub value: String,
}

/// An actor, as it is sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActorInput {
    /// The name most used.
    #[schema(min_length = 1, max_length = 1000, example = "Cambodia National Rescue Party")]
    pub name: String,
    pub kind: ActorKind,
    /// The branch of the state, for a state body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Other names: acronyms, aliases, former names, names in other languages and scripts.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub names: Vec<Name>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000)]
    pub description: Option<String>,
    #[serde(default)]
    #[schema(max_items = 100)]
    pub identifiers: Vec<Identifier>,
    /// For a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// For a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_group: Option<AgeGroup>,
    /// What they defend, for human rights defenders.
    #[serde(default)]
    pub hrd_groups: Vec<HrdGroup>,
    /// For a person: who they are must not leave the organisation. Needs a pseudonym.
    #[serde(default)]
    pub protected: bool,
    /// What a protected person is called for those who may not know them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000, example = "Witness K-03")]
    pub pseudonym: Option<String>,
    /// internal, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(ActorInput);

/// An actor, as it is shown. A protected person whom the caller may not know is shown by their
/// pseudonym, without other names, description or identifiers.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActorView {
    #[serde(flatten)]
    pub head: Head,
    pub kind: ActorKind,
    pub sector: Option<Sector>,
    pub name: String,
    /// Whether `name` is a pseudonym.
    pub pseudonymous: bool,
    pub names: Vec<Name>,
    #[schema(value_type = Option<Country>)]
    pub country: Option<Country>,
    pub description: Option<String>,
    pub identifiers: Vec<Identifier>,
    pub gender: Option<Gender>,
    pub age_group: Option<AgeGroup>,
    pub hrd_groups: Vec<HrdGroup>,
    pub protected: bool,
    pub pseudonym: Option<String>,
}

impl ActorInput {
    fn check(&mut self) -> Result<()> {
        let mut wrong = Wrong::default();
        wrong.line("/name", &mut self.name);
        wrong.passage_if("/description", &mut self.description);
        wrong.line_if("/pseudonym", &mut self.pseudonym);
        wrong.at_most("/names", &self.names, 100);
        wrong.at_most("/identifiers", &self.identifiers, 100);
        for (at, name) in self.names.iter_mut().enumerate() {
            wrong.line(&format!("/names/{at}/text"), &mut name.text);
            wrong.language_if(&format!("/names/{at}/language"), name.language.as_deref());
            if name.script.as_deref().is_some_and(|script| !is_script(script)) {
                wrong.add(format!("/names/{at}/script"), "must be an ISO 15924 code, such as Khmr");
            }
        }
        let mut seen = std::collections::HashSet::new();
        for (at, identifier) in self.identifiers.iter_mut().enumerate() {
            wrong.short(&format!("/identifiers/{at}/scheme"), &mut identifier.scheme, 100);
            wrong.short(&format!("/identifiers/{at}/value"), &mut identifier.value, 400);
            if !seen.insert((identifier.scheme.clone(), identifier.value.clone())) {
                wrong.add(format!("/identifiers/{at}"), "is given twice");
            }
        }
        self.hrd_groups.sort_unstable();
        self.hrd_groups.dedup();
        if self.sector.is_some() && self.kind != ActorKind::StateBody {
            wrong.add("/sector", "only a state_body has a sector");
        }
        let person = self.kind == ActorKind::Person;
        if !person && self.gender.is_some() {
            wrong.add("/gender", "only a person has a gender");
        }
        if !person && self.age_group.is_some() {
            wrong.add("/age_group", "only a person has an age group");
        }
        if self.protected && !person {
            wrong.add("/protected", "only a person can be protected");
        }
        if self.protected && self.pseudonym.is_none() {
            wrong.add("/pseudonym", "a protected person needs a pseudonym");
        }
        if let (true, Some(pseudonym)) = (self.protected, &self.pseudonym) {
            let pseudonym = compact(pseudonym);
            let names = self.names.iter().map(|name| &name.text).chain([&self.name]);
            let mut names = names.map(|name| compact(name)).filter(|name| !name.is_empty());
            if names.any(|name| pseudonym.contains(&name)) {
                wrong.add("/pseudonym", "must not contain the person's name");
            }
        }
        wrong.check()
    }
}

fn is_script(script: &str) -> bool {
    let bytes = script.as_bytes();
    bytes.len() == 4
        && bytes[0].is_ascii_uppercase()
        && bytes[1..].iter().all(u8::is_ascii_lowercase)
}

impl Record for Actor {
    const KIND: Kind = Kind::Actor;
    const REF: Option<&'static str> = Some("ref");
    const FILTERS: &'static [Filter] = &FILTERS;
    const SORTS: &'static [Sort] = &[Sort::CREATED, Sort::UPDATED];

    type Row = ActorRow;
    type Input = ActorInput;
    type View = ActorView;

    fn row(&self) -> &ActorRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut ActorRow {
        &mut self.row
    }

    fn reference(&self) -> String {
        self.row.reference.clone()
    }

    fn with_parts(db: &mut Db, rows: Vec<ActorRow>) -> Result<Vec<Self>> {
        let (mut names, mut identifiers) = (Vec::new(), Vec::new());
        for ids in links::in_batches(rows.iter().map(|row| row.id)) {
            names.extend(
                actor_names::table
                    .filter(actor_names::actor_id.eq_any(&ids))
                    .order((actor_names::actor_id, actor_names::position))
                    .select(NameRow::as_select())
                    .load(db)?,
            );
            identifiers.extend(
                actor_identifiers::table
                    .filter(actor_identifiers::actor_id.eq_any(&ids))
                    .order((
                        actor_identifiers::actor_id,
                        actor_identifiers::scheme,
                        actor_identifiers::value,
                    ))
                    .select(IdentifierRow::as_select())
                    .load(db)?,
            );
        }
        let mut names = grouped(names, |row: &NameRow| row.actor_id);
        let mut identifiers = grouped(identifiers, |row: &IdentifierRow| row.actor_id);
        Ok(rows
            .into_iter()
            .map(|row| Self {
                names: names.remove(&row.id).unwrap_or_default(),
                identifiers: identifiers.remove(&row.id).unwrap_or_default(),
                row,
            })
            .collect())
    }

    fn save_parts(&self, db: &mut Db, before: Option<&Self>) -> Result<()> {
        if before.is_some() {
            let names = actor_names::table.filter(actor_names::actor_id.eq(self.row.id));
            diesel::delete(names).execute(db)?;
            let identifiers =
                actor_identifiers::table.filter(actor_identifiers::actor_id.eq(self.row.id));
            diesel::delete(identifiers).execute(db)?;
        }
        if !self.names.is_empty() {
            each_backend!(db, |c| diesel::insert_into(actor_names::table)
                .values(&self.names)
                .execute(c))?;
        }
        if !self.identifiers.is_empty() {
            each_backend!(db, |c| diesel::insert_into(actor_identifiers::table)
                .values(&self.identifiers)
                .execute(c))?;
        }
        Ok(())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut ActorInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        input.check()?;
        let input = input.clone();
        let reference = match before {
            Some(before) => before.row.reference.clone(),
            None => format!("A-{:05}", counters::next(db, "A")?),
        };
        let id = envelope.id;
        let mut all_names = vec![input.name.clone()];
        all_names.extend(input.names.iter().map(|name| name.text.clone()));
        let private_search_text = text::fold(&segment::without_possessives(&all_names.join("\n")));
        if input.protected {
            let vocabulary = act.memory.vocabulary(db)?;
            check_that_names_are_names(&vocabulary, &input)?;
        }
        let protected = act.memory.protection(db)?;
        let names = input.names.into_iter().zip(0..).map(|(name, position)| NameRow {
            actor_id: id,
            position,
            text: name.text,
            language: name.language,
            script: name.script,
            kind: name.kind,
        });
        let mut identifiers: Vec<_> = input
            .identifiers
            .into_iter()
            .map(|Identifier { scheme, value }| IdentifierRow { actor_id: id, scheme, value })
            .collect();
        identifiers.sort_by(|a, b| (&a.scheme, &a.value).cmp(&(&b.scheme, &b.value)));
        let mut actor = Self {
            names: names.collect(),
            identifiers,
            row: enveloped!(ActorRow, envelope, {
                reference,
                kind: input.kind,
                sector: input.sector,
                name: input.name,
                country: input.country,
                description: input.description,
                gender: input.gender,
                age_group: input.age_group,
                hrd_groups: serde_json::to_string(&input.hrd_groups).map_err(Error::internal)?,
                protected: input.protected,
                pseudonym: input.pseudonym,
                search_text: String::new(),
                private_search_text,
            }),
        };
        actor.row.search_text = actor.searched(&protected);
        Ok(actor)
    }

    fn stored(
        &self,
        db: &mut Db,
        act: &mut Act,
        _: ActorInput,
        before: Option<&Self>,
    ) -> Result<()> {
        if !(self.row.protected || before.is_some_and(|before| before.row.protected)) {
            return Ok(());
        }
        memory::raise(db, Epoch::Protection)?;
        let (new, old) = (self.hidden_names(), before.map(Self::hidden_names).unwrap_or_default());
        if new != old {
            let added: Vec<&str> = new.difference(&old).copied().collect();
            let removed = old.difference(&new).next().is_some();
            searched::renew(db, act, self.row.id, &added, removed)?;
        }
        Ok(())
    }

    /// Whether any record that names the actor is.
    fn is_past_the_draft(&self, db: &mut Db) -> Result<bool> {
        let past = "status NOT IN ('draft', 'needs_changes') AND r.deleted_at IS NULL";
        let used = Sql::new(format!(
            "(EXISTS (SELECT 1 FROM participations p JOIN events r ON r.id = p.event_id WHERE p.actor_id = a.id AND r.{past}) \
             OR EXISTS (SELECT 1 FROM statement_issuers i JOIN statements r ON r.id = i.statement_id WHERE i.actor_id = a.id AND r.{past}) \
             OR EXISTS (SELECT 1 FROM demands d JOIN statements r ON r.id = d.statement_id WHERE d.addressee_id = a.id AND r.{past}))"
        ));
        let used = Sql::new("SELECT a.id AS id FROM actors a WHERE a.id = ")
            .bind(self.row.id)
            .sql(" AND ")
            .then(used)
            .load::<links::Found>(db)?;
        Ok(!used.is_empty())
    }

    fn lifts_protection(&self, after: &Self) -> bool {
        self.row.protected && (!after.row.protected || after.row.pseudonym != self.row.pseudonym)
    }

    fn index_entry(&self) -> Option<Words> {
        Some(self.entry())
    }

    fn as_input(&self) -> ActorInput {
        let row = self.row.clone();
        ActorInput {
            name: row.name,
            kind: row.kind,
            sector: row.sector,
            country: row.country,
            names: self.names.iter().map(Name::from).collect(),
            description: row.description,
            identifiers: self.identifiers.iter().map(Identifier::from).collect(),
            gender: row.gender,
            age_group: row.age_group,
            hrd_groups: links::list(&row.hrd_groups),
            protected: row.protected,
            pseudonym: row.pseudonym,
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(_: &mut Db, eyes: &Eyes, actors: Vec<Self>) -> Result<Vec<ActorView>> {
        Ok(actors.into_iter().map(|actor| actor.view(eyes)).collect())
    }
}

impl Actor {
    fn view(self, eyes: &Eyes) -> ActorView {
        let head = Head::of(&self, eyes);
        let words = eyes.words(head.id);
        let known = eyes.may_know(self.row.id);
        let row = self.row;
        let (name, pseudonymous) = eyes.name_of(row.id, row.name, row.pseudonym.clone());
        let names = self.names.iter().map(Name::from);
        ActorView {
            head,
            kind: row.kind,
            sector: row.sector,
            name,
            pseudonymous,
            names: if known {
                names.map(|name| Name { text: words.shown(name.text), ..name }).collect()
            } else {
                Vec::new()
            },
            country: row.country,
            description: row.description.filter(|_| known).map(|text| words.shown(text)),
            identifiers: if known {
                self.identifiers.iter().map(Identifier::from).collect()
            } else {
                Vec::new()
            },
            gender: row.gender,
            age_group: row.age_group,
            hrd_groups: links::list(&row.hrd_groups),
            protected: row.protected || pseudonymous,
            pseudonym: row.pseudonym.filter(|_| row.protected || pseudonymous),
        }
    }

    /// What must not be found in any text: all that tells who a protected person is.
    fn hidden_names(&self) -> BTreeSet<&str> {
        if !self.row.protected {
            return BTreeSet::new();
        }
        let others = self.names.iter().map(|name| name.text.as_str());
        let identifiers = self.identifiers.iter().map(|it| it.value.as_str());
        others.chain(identifiers).chain([self.row.name.as_str()]).collect()
    }
}

impl Searched for Actor {
    fn searched(&self, protected: &Protected) -> String {
        match &self.row.pseudonym {
            Some(pseudonym) if self.row.protected => {
                text::fold(&segment::without_possessives(pseudonym))
            }
            // The name of an organisation may hold that of a protected person.
            _ => protected.searchable(&self.whole_text()),
        }
    }

    fn search_text(&self) -> &str {
        &self.row.search_text
    }

    fn set_search_text(&mut self, text: String) {
        self.row.search_text = text;
    }

    fn whole_text(&self) -> String {
        let names = self.names.iter().map(|name| Some(name.text.as_str()));
        joined([Some(self.row.name.as_str())].into_iter().chain(names))
    }

    fn entry(&self) -> Words {
        let private = self.row.protected.then(|| segment::indexed(&self.row.private_search_text));
        Words {
            kind: Kind::Actor,
            id: self.row.id,
            open: segment::indexed(&self.row.search_text),
            private: private.filter(|words| !words.is_empty()),
            names: searched::names_in(&self.row.search_text),
        }
    }
}

/// The names of a protected person are taken out of every text. One that is an ordinary word of
/// these records would make nonsense of them.
fn check_that_names_are_names(vocabulary: &Vocabulary, input: &ActorInput) -> Result<()> {
    let mut wrong = Wrong::default();
    let others = input.names.iter().enumerate();
    let others = others.map(|(at, name)| (format!("/names/{at}/text"), &name.text));
    for (pointer, name) in [("/name".to_owned(), &input.name)].into_iter().chain(others) {
        if compact(name).chars().count() < SHORTEST_NAME {
            let message = "a protected person's name is taken out of every text, and one letter would \
                 take out too much; write the name in full";
            wrong.add(pointer, message);
        } else if vocabulary.are_common_words(name) {
            let message = "a protected person's name is taken out of every text, and these are words \
                 that many texts need; write the name in full";
            wrong.add(pointer, message);
        }
    }
    wrong.check()
}

impl From<&NameRow> for Name {
    fn from(row: &NameRow) -> Self {
        let NameRow { text, language, script, kind, .. } = row.clone();
        Self { text, language, script, kind }
    }
}

impl From<&IdentifierRow> for Identifier {
    fn from(row: &IdentifierRow) -> Self {
        let IdentifierRow { scheme, value, .. } = row.clone();
        Self { scheme, value }
    }
}

const COMMON: [Filter; 4] = common_filters!("actors");
static FILTERS: [Filter; 9] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "kind",
            about: "Kinds of actor; several with commas.",
            example: "ngo",
            condition: |asked| asked.any_of::<ActorKind>("actors.kind"),
        },
        Filter {
            name: "country",
            about: "Countries, ISO 3166-1 alpha-3; several with commas.",
            example: "KHM",
            condition: |asked| asked.any_of::<Country>("actors.country"),
        },
        Filter {
            name: "sector",
            about: "Branches of the state, for state bodies; several with commas.",
            example: "police",
            condition: |asked| asked.any_of::<Sector>("actors.sector"),
        },
        Filter {
            name: "q",
            about: "Words in any of the names, whatever the script; see `/search` for how they are written.",
            example: "CNRP",
            condition: |asked| Ok(asked.words_in(Kind::Actor)),
        },
        Filter {
            name: "identifier",
            about: "What another register calls the actor, as scheme:value.",
            example: "wikidata:Q1140193",
            condition: |asked| {
                let Some((scheme, value)) = asked.value.split_once(':') else {
                    return Err("write it as scheme:value".to_owned());
                };
                Ok(visibility::knows("actors", asked.caller).and(
                    Sql::new(
                        "actors.id IN (SELECT ai.actor_id FROM actor_identifiers ai WHERE ai.scheme = ",
                    )
                    .bind(scheme)
                    .sql(" AND ai.value = ")
                    .bind(value)
                    .sql(")"),
                ))
            },
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
