//! A form, as it is shown.

use askama::Template;

use super::links::Candidate;
use super::picker::{Picker, picker};
use super::{Field, Input, Layout, Part, To, Typed};
use crate::domain::{Confidentiality, Role};
use crate::error::FieldError;
use crate::pages::frame::Frame;
use crate::store::vocabulary::EVENT_TYPE;
use crate::words::Words;

/// A part of a form with its values.
pub enum Node {
    Field(Box<FieldNode>),
    Many(ManyNode),
    Group(GroupNode),
}

/// A field with its value.
#[derive(Template)]
#[template(path = "form/field.html")]
pub struct FieldNode {
    pub name: String,
    pub id: String,
    pub label: String,
    pub hint: String,
    /// The vocabulary whose codes are offered, which the help explains; empty if there is none.
    pub explained: &'static str,
    pub explained_label: String,
    /// Whether the row above has the same hints, which need not be seen again.
    pub repeats: bool,
    pub value: String,
    pub error: Option<String>,
    /// How a date is understood.
    pub said: String,
    /// Who would see the record.
    pub audience: Vec<String>,
    pub asks: String,
    pub is_required: bool,
    pub kind: Kind,
    /// For links that may be new: what kind of actor it is.
    pub kinds: Vec<Choice>,
    pub kinds_label: String,
    pub choose: String,
    /// Records that may be meant.
    pub offers: Vec<Choice>,
    pub offers_label: String,
    pub new_label: String,
    /// For places: the button that asks for those that are called so.
    pub find: String,
    pub words: Box<PlaceWords>,
}

/// What is said of places that scripts fill in.
#[derive(Default)]
pub struct PlaceWords {
    pub filled: String,
    pub elsewhere: String,
    pub undo: String,
}

/// How a field is shown.
pub enum Kind {
    Line { mode: &'static str, suggest: &'static str },
    Password,
    Passage(u8),
    Select(Vec<Options>),
    Boxes(Vec<Choice>),
    Flag,
    Radios(Vec<Choice>),
    Map(Box<MapNode>),
    Hidden,
}

/// A map that fills in coordinates.
pub struct MapNode {
    pub picker: Picker,
    pub alt: String,
    pub about: String,
    pub closer: String,
    pub farther: String,
    /// Whose borders these are.
    pub credit: String,
}

/// Options below a heading, or below none.
pub struct Options {
    pub heading: String,
    pub choices: Vec<Choice>,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub is_chosen: bool,
}

/// Rows of the same parts.
#[derive(Template)]
#[template(path = "form/many.html")]
pub struct ManyNode {
    pub name: String,
    pub id: String,
    pub heading: String,
    pub hint: String,
    pub add: String,
    pub drop: String,
    pub is_boxes: bool,
    pub rows: Vec<RowNode>,
    pub error: Option<String>,
}

pub struct RowNode {
    pub name: String,
    pub heading: String,
    pub nodes: Nodes,
}

/// Parts that are folded away until they are needed.
#[derive(Template)]
#[template(path = "form/group.html")]
pub struct GroupNode {
    pub heading: String,
    pub hint: String,
    pub is_open: bool,
    pub nodes: Nodes,
}

/// Nodes one after another.
#[derive(Template)]
#[template(
    source = "{% for node in nodes %}{% match node %}{% when Node::Field(it) %}{{ it|safe }}{% when Node::Many(it) %}{{ it|safe }}{% when Node::Group(it) %}{{ it|safe }}{% endmatch %}{% endfor %}",
    ext = "html"
)]
pub struct Nodes {
    pub nodes: Vec<Node>,
}

impl FieldNode {
    fn is_a_set(&self) -> bool {
        matches!(self.kind, Kind::Boxes(_) | Kind::Radios(_) | Kind::Map(_))
    }

    fn is_a_flag(&self) -> bool {
        matches!(self.kind, Kind::Flag)
    }

    /// What tells a screen reader where the hint and the error of the field are.
    fn described(&self) -> String {
        let mut by = Vec::new();
        if !self.hint.is_empty() {
            by.push(format!("{}-hint", self.id));
        }
        if self.error.is_some() {
            by.push(format!("{}-error", self.id));
        }
        if let Kind::Line { suggest: "date", .. } = self.kind {
            by.push(format!("{}-said", self.id));
        }
        let mut all = String::new();
        if !by.is_empty() {
            all = format!(" aria-describedby=\"{}\"", by.join(" "));
        }
        if self.error.is_some() {
            all.push_str(" aria-invalid=\"true\"");
        }
        if self.is_required {
            all.push_str(" aria-required=\"true\"");
        }
        all
    }
}

/// What is needed to show a form.
pub struct Shower<'s> {
    pub f: &'s Frame,
    pub typed: &'s Typed,
    pub offers: &'s [(String, Vec<Candidate>)],
    /// Who would see the record, in words.
    pub audience: &'s [String],
    /// Where a script asks that again.
    pub asks: &'s str,
}

/// The id of a field's element.
pub fn element(name: &str) -> String {
    format!("f-{}", name.replace('/', "-"))
}

/// The vocabulary of an input.
const fn explained(input: Input) -> &'static str {
    match input {
        Input::Choice(vocabulary) | Input::Set(vocabulary) => vocabulary,
        Input::EventType => EVENT_TYPE,
        _ => "",
    }
}

impl Shower<'_> {
    /// The parts below a name.
    pub fn nodes(&self, parts: &[Part], below: &str) -> Nodes {
        let name_of = |name: &str| {
            if below.is_empty() { name.to_owned() } else { format!("{below}/{name}") }
        };
        let mut nodes = Vec::new();
        for part in parts {
            nodes.push(match part {
                Part::These(parts) => {
                    nodes.extend(self.nodes(parts, below).nodes);
                    continue;
                }
                Part::Field(field) => {
                    Node::Field(Box::new(self.field(*field, name_of(field.name))))
                }
                Part::More { heading, parts } => {
                    let inner = self.nodes(parts, below);
                    Node::Group(self.group(heading, inner, self.is_touched(parts, below)))
                }
                Part::Below { name, parts } => {
                    let name = name_of(name);
                    let inner = self.nodes(parts, &name);
                    let heading =
                        format!("form-new-{}", name.rsplit('/').next().unwrap_or_default());
                    Node::Group(self.group(&heading, inner, self.typed.is_filled(&name)))
                }
                Part::Many { name, parts, blank, layout } => {
                    Node::Many(self.many(name, name_of(name), parts, *blank, *layout))
                }
            });
        }
        Nodes { nodes }
    }

    /// Whether any of the parts has a value or an error.
    fn is_touched(&self, parts: &[Part], below: &str) -> bool {
        parts.iter().any(|part| {
            let name = match part {
                Part::Field(field) => field.name,
                Part::Many { name, .. } | Part::Below { name, .. } => name,
                Part::These(parts) | Part::More { parts, .. } => {
                    return self.is_touched(parts, below);
                }
            };
            let name = if below.is_empty() { name.to_owned() } else { format!("{below}/{name}") };
            self.typed.is_filled(&name)
                || self.typed.errors.iter().any(|error| error.pointer.starts_with(&name))
        })
    }

    fn group(&self, heading: &str, nodes: Nodes, is_open: bool) -> GroupNode {
        GroupNode {
            heading: self.f.t(heading),
            hint: self.optional(&format!("{heading}-hint")),
            is_open,
            nodes,
        }
    }

    /// What stands under a key, or nothing.
    fn optional(&self, key: &str) -> String {
        if Words::has(key) { self.f.t(key) } else { String::new() }
    }

    fn many(
        &self,
        plain: &str,
        name: String,
        parts: &[Part],
        blank: usize,
        layout: Layout,
    ) -> ManyNode {
        let count = self.typed.rows(&name).max(blank);
        let rows = (0..count)
            .map(|row| {
                let of_row = format!("{name}/{row}");
                RowNode {
                    nodes: self.nodes(parts, &of_row),
                    heading: self
                        .f
                        .tn(&format!("form-{plain}-row"), i64::try_from(row + 1).unwrap_or(0)),
                    name: of_row,
                }
            })
            .collect();
        ManyNode {
            id: element(&name),
            heading: self.f.t(&format!("form-{plain}")),
            hint: self.optional(&format!("form-{plain}-hint")),
            add: self.f.t(&format!("form-{plain}-add")),
            drop: self.f.t("form-drop-row"),
            is_boxes: layout == Layout::Boxes,
            rows,
            error: self.error(&name),
            name,
        }
    }

    fn error(&self, name: &str) -> Option<String> {
        let own = |error: &&FieldError| {
            error.pointer == name
                // What is wrong inside a described record is said at the link.
                || (error.pointer.starts_with(&format!("{name}/")) && self.typed.values.contains_key(name))
        };
        self.typed.errors.iter().find(own).map(|error| self.f.message(&error.message))
    }

    fn field(&self, field: Field, name: String) -> FieldNode {
        let f = self.f;
        let value = self.typed.value(&name).to_owned();
        let all = self.typed.values.get(&name).map(Vec::as_slice).unwrap_or_default();
        let kind = if field.input == Input::Map {
            Kind::Map(Box::new(self.map(&name)))
        } else {
            self.kind(field.input, all)
        };
        let is_place = field.input == Input::Place;
        let is_actor = field.input == Input::Link(To::Actor);
        let is_level = field.input == Input::Confidentiality;
        let is_date = matches!(field.input, Input::Date | Input::Day);
        let picked = self.typed.value(&format!("{name}~pick"));
        let offers = self.offers.iter().find(|offer| offer.0 == name);
        let kinds = if is_actor {
            let chosen = self.typed.value(&format!("{name}~kind"));
            let mut kinds = self.terms("actor_kind", &[]);
            for kind in &mut kinds {
                kind.is_chosen = kind.value == chosen;
            }
            kinds
        } else {
            Vec::new()
        };
        FieldNode {
            id: element(&name),
            label: if field.input == Input::Hidden {
                String::new()
            } else {
                f.t(&format!("field-{}", field.name))
            },
            hint: self.optional(&format!("field-{}-hint", field.name)),
            explained: explained(field.input),
            explained_label: f.t("help-what"),
            repeats: name.split('/').any(|part| part.parse::<usize>().is_ok_and(|row| row > 0)),
            error: self.error(&name),
            // What is not understood is said as the error.
            said: if is_date { f.understood(&value).unwrap_or_default() } else { String::new() },
            audience: if is_level { self.audience.to_vec() } else { Vec::new() },
            asks: if is_level { self.asks.to_owned() } else { String::new() },
            is_required: field.is_required,
            kind,
            kinds,
            kinds_label: f.t("form-if-new"),
            choose: f.t("form-choose"),
            offers: offers
                .map(|(_, all)| {
                    let offer = |it: &Candidate| Choice {
                        value: it.reference.clone(),
                        label: if is_place { it.name.clone() } else { it.shown() },
                        hint: String::new(),
                        is_chosen: picked == it.reference,
                    };
                    all.iter().map(offer).collect()
                })
                .unwrap_or_default(),
            offers_label: f.t("form-which"),
            new_label: match (is_actor, is_place) {
                (true, _) => f.t("form-a-new-one"),
                (_, true) => f.t("place-none-of-these"),
                _ => String::new(),
            },
            find: if is_place { f.t("place-find") } else { String::new() },
            words: Box::new(if is_place { self.place_words() } else { PlaceWords::default() }),
            value,
            name,
        }
    }

    /// The terms of a vocabulary, those that were chosen among them.
    fn terms(&self, vocabulary: &str, chosen: &[String]) -> Vec<Choice> {
        let known = self.f.vocabulary.terms_of(vocabulary);
        known
            .filter(|term| !term.deprecated || chosen.contains(&term.code))
            .map(|term| Choice {
                value: term.code.clone(),
                label: self.f.label(vocabulary, &term.code),
                hint: self.f.definition(vocabulary, &term.code),
                is_chosen: chosen.contains(&term.code),
            })
            .collect()
    }

    fn place_words(&self) -> PlaceWords {
        let f = self.f;
        PlaceWords {
            filled: f.tvv("place-filled", "{precision}", "{place}"),
            elsewhere: f.tvv("place-elsewhere", "{country}", "{other}"),
            undo: f.t("place-undo"),
        }
    }

    fn map(&self, name: &str) -> MapNode {
        let f = self.f;
        let picker = picker(self.typed, name);
        let about = match picker.precision {
            None => f.t("picker-closer"),
            Some(it) => f.tv("picker-sets", &f.label("geo_precision", it.code())),
        };
        MapNode {
            picker,
            alt: f.t("picker-alt"),
            about,
            closer: f.t("map-closer"),
            farther: f.t("map-farther"),
            credit: f.t("map-credit"),
        }
    }

    /// How an input is shown, with what was chosen.
    fn kind(&self, input: Input, chosen: &[String]) -> Kind {
        let f = self.f;
        let plain = |choices| vec![Options { heading: String::new(), choices }];
        let line = |mode, suggest| Kind::Line { mode, suggest };
        match input {
            Input::Line | Input::Tags | Input::Countries => line("text", ""),
            Input::Count => line("numeric", ""),
            Input::Degrees => line("decimal", ""),
            Input::Place => line("text", "places"),
            Input::Date | Input::Day => line("text", "date"),
            Input::Password => Kind::Password,
            Input::Passage(rows) => Kind::Passage(rows),
            Input::Choice(vocabulary) => Kind::Select(plain(self.terms(vocabulary, chosen))),
            Input::EventType => Kind::Select(self.event_types(chosen)),
            Input::Set(vocabulary) => Kind::Boxes(self.terms(vocabulary, chosen)),
            Input::Country => {
                let all = f.countries().into_iter().map(|country| Choice {
                    value: country.as_str().to_owned(),
                    label: f.country(&country).to_owned(),
                    hint: String::new(),
                    is_chosen: chosen.iter().any(|it| it == country.as_str()),
                });
                Kind::Select(plain(all.collect()))
            }
            Input::Flag => Kind::Flag,
            Input::Role => {
                let roles = Role::ALL.iter().map(|role| Choice {
                    value: role.code().to_owned(),
                    label: f.t(&format!("role-{}", role.code())),
                    hint: f.t(&format!("role-{}-about", role.code())),
                    is_chosen: chosen.iter().any(|it| it == role.code()),
                });
                Kind::Radios(roles.collect())
            }
            Input::Confidentiality => {
                let levels = Confidentiality::ALL.iter().map(|level| Choice {
                    value: level.code().to_owned(),
                    label: f.label("confidentiality", level.code()),
                    hint: f.t(&format!("level-{}-who", level.code())),
                    is_chosen: chosen.iter().any(|it| it == level.code()),
                });
                Kind::Radios(levels.collect())
            }
            Input::Link(to) => line(
                "text",
                match to {
                    To::Actor => "actors",
                    To::Statement => "statements",
                    To::Incident => "incidents",
                    To::Event => "events",
                    To::Provision => "provisions",
                    To::Instrument => "instruments",
                    To::User => "",
                },
            ),
            Input::Hidden | Input::Map => Kind::Hidden,
        }
    }

    /// The event types, by family.
    fn event_types(&self, chosen: &[String]) -> Vec<Options> {
        let f = self.f;
        let families = f.vocabulary.terms_of("event_family").map(|family| Options {
            heading: f.label("event_family", &family.code),
            choices: f
                .vocabulary
                .terms_of(EVENT_TYPE)
                .filter(|term| term.parent.as_deref() == Some(family.code.as_str()))
                .filter(|term| !term.deprecated || chosen.contains(&term.code))
                .map(|term| Choice {
                    value: term.code.clone(),
                    label: f.event_type(&term.code),
                    hint: f.definition(EVENT_TYPE, &term.code),
                    is_chosen: chosen.contains(&term.code),
                })
                .collect(),
        });
        families.filter(|family| !family.choices.is_empty()).collect()
    }
}
