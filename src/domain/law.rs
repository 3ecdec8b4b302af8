//! Law in force: how each instrument stands for a state on a day, computed from commitments.

mod claims;
mod effect;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Days, NaiveDate};

use super::{CommitmentAction, Edtf, Id, InstrumentKind, LegalStatus, ProtectedGroup};
pub use claims::{Claim, claims};
pub use effect::{protects_only, takes_effect};

/// What the engine needs to know of an instrument.
#[derive(Debug, Clone)]
pub struct InstrumentFacts {
    pub id: Id,
    pub code: String,
    pub title: String,
    pub kind: InstrumentKind,
    /// For domestic law, whose.
    pub country: Option<String>,
    pub in_force_on: Option<Edtf>,
    pub provisions: Vec<ProvisionFacts>,
}

impl InstrumentFacts {
    /// A peace agreement has a country too, but binds whoever signed it.
    fn is_domestic_law_of_another(&self, country: &str) -> bool {
        matches!(self.kind, InstrumentKind::Constitution | InstrumentKind::Statute)
            && self.country.as_deref() != Some(country)
    }

    fn begins(&self) -> Option<NaiveDate> {
        self.in_force_on.as_ref().and_then(Edtf::latest)
    }
}

/// What the engine needs to know of a provision.
#[derive(Debug, Clone)]
pub struct ProvisionFacts {
    pub id: Id,
    pub label: String,
    pub title: Option<String>,
    /// The right it protects as a whole. An article on one wrong alone, such as prison for a debt, has
    /// none where the vocabulary has no right so narrow: not every arrest engages it.
    pub right: Option<String>,
    /// Whether a state may derogate from it in an emergency, where that is known.
    pub derogable: Option<bool>,
}

/// What a state did to an instrument.
#[derive(Debug, Clone)]
pub struct CommitmentFacts {
    pub instrument: usize,
    pub action: CommitmentAction,
    pub date: Edtf,
    /// The day from which it has effect for the state, where a source says so.
    pub effective_on: Option<NaiveDate>,
    /// The last day of its effect, where known.
    pub ends_on: Option<NaiveDate>,
    /// What it is about, if not the whole instrument.
    pub provision: Option<Id>,
    pub note: Option<String>,
    pub source: Option<String>,
    pub as_of: Option<String>,
}

impl CommitmentFacts {
    /// Whether it limits what the state owes on `day`: it was made, and has not ended.
    fn limits(&self, action: CommitmentAction, day: NaiveDate) -> bool {
        let begun = self.effective_on.or_else(|| self.date.latest());
        self.action == action
            && begun.is_some_and(|begun| begun <= day)
            && self.ends_on.is_none_or(|ends| day <= ends)
    }
}

/// How an instrument stands for a state on a day.
#[derive(Debug, Clone)]
pub struct Standing<'book> {
    pub instrument: &'book InstrumentFacts,
    pub status: LegalStatus,
    /// Whether what states did to the instrument is loaded. If not, it is not known whether one that
    /// is not found to be a party is one.
    pub is_known: bool,
    /// The commitment that decides, if any.
    pub by: Option<&'book CommitmentFacts>,
    /// Since when the instrument is in force for the state, if it is and the day is known.
    pub in_force_since: Option<NaiveDate>,
    /// Whether the state was bound.
    pub binds: bool,
    pub reservations: Vec<&'book CommitmentFacts>,
    pub declarations: Vec<&'book CommitmentFacts>,
    /// Suspensions in an emergency that are in force on the day.
    pub derogations: Vec<&'book CommitmentFacts>,
    /// What is not certain, said.
    pub note: Option<String>,
}

/// A provision that bound a state, and how.
#[derive(Debug, Clone)]
pub struct Obligation<'book> {
    pub standing: Standing<'book>,
    pub provision: &'book ProvisionFacts,
    /// Whom alone it protects; `None`: everyone.
    pub only_for: Option<ProtectedGroup>,
    /// How many different rights its instrument protects: the more, the more general it is.
    pub breadth: usize,
}

impl Obligation<'_> {
    /// Whether the state has reserved it.
    pub fn is_reserved(&self) -> bool {
        self.touches(&self.standing.reservations)
    }

    /// Whether the state has suspended it that day, as far as it may be suspended.
    pub fn is_suspended(&self) -> bool {
        self.provision.derogable != Some(false) && self.touches(&self.standing.derogations)
    }

    fn touches(&self, acts: &[&CommitmentFacts]) -> bool {
        acts.iter().any(|act| act.provision.is_none_or(|id| id == self.provision.id))
    }
}

/// Every instrument, and what every state did to it.
#[derive(Debug, Default)]
pub struct LawBook {
    instruments: Vec<InstrumentFacts>,
    commitments: HashMap<String, Vec<CommitmentFacts>>,
    /// The days on which something changes, for each state that did anything.
    turns: HashMap<String, Vec<NaiveDate>>,
    turns_of_instruments: Vec<NaiveDate>,
    /// Of each instrument: until which day its commitments are known; `None` if none are loaded.
    known_until: Vec<Option<Known>>,
    breadths: Vec<usize>,
}

/// Until when commitments to an instrument are known, if their sources say.
#[derive(Debug, Clone)]
struct Known(Option<String>);

impl LawBook {
    /// `commitments`: by country, with the place of their instrument in `instruments`.
    pub fn new(
        instruments: Vec<InstrumentFacts>,
        mut commitments: HashMap<String, Vec<CommitmentFacts>>,
    ) -> Self {
        for acts in commitments.values_mut() {
            acts.sort_by_key(|act| act.date.latest());
        }
        let turns_of_instruments: Vec<NaiveDate> =
            instruments.iter().filter_map(InstrumentFacts::begins).collect();
        let sorted = |mut turns: Vec<NaiveDate>| {
            turns.sort_unstable();
            turns.dedup();
            turns
        };
        let turns = commitments
            .iter()
            .map(|(country, acts)| {
                let own = acts.iter().flat_map(|act| turns_of(act, &instruments[act.instrument]));
                let turns = own.chain(turns_of_instruments.iter().copied()).collect();
                (country.clone(), sorted(turns))
            })
            .collect();
        let turns_of_instruments = sorted(turns_of_instruments);
        let known_until = known_until(instruments.len(), &commitments);
        let breadth = |it: &InstrumentFacts| {
            it.provisions.iter().filter_map(|it| it.right.as_deref()).collect::<HashSet<_>>().len()
        };
        let breadths = instruments.iter().map(breadth).collect();
        Self { instruments, commitments, turns, turns_of_instruments, known_until, breadths }
    }

    /// Numbers the spans of days between which nothing changes for a state: what holds on one day
    /// of a span holds on each.
    pub fn period(&self, country: &str, day: NaiveDate) -> usize {
        self.turns
            .get(country)
            .unwrap_or(&self.turns_of_instruments)
            .partition_point(|turn| *turn <= day)
    }

    pub fn instruments(&self) -> &[InstrumentFacts] {
        &self.instruments
    }

    /// The label of a provision of an instrument.
    pub fn label(instrument: &InstrumentFacts, provision: Id) -> Option<&str> {
        instrument.provisions.iter().find(|it| it.id == provision).map(|it| it.label.as_str())
    }

    /// How every instrument that concerns `country` stands for it on `day`, in the order of codes.
    pub fn on(&self, country: &str, day: NaiveDate) -> Vec<Standing<'_>> {
        self.each(country, day).into_iter().map(|(_, standing)| standing).collect()
    }

    /// How one instrument stands for `country` on `day`; `None` if there is no such, or it is
    /// another state's law.
    pub fn one(&self, code: &str, country: &str, day: NaiveDate) -> Option<Standing<'_>> {
        let at = self.instruments.iter().position(|it| it.code == code)?;
        (!self.instruments[at].is_domestic_law_of_another(country))
            .then(|| self.standing(at, country, day))
    }

    /// [`LawBook::on`], each with the place of its instrument.
    fn each(&self, country: &str, day: NaiveDate) -> Vec<(usize, Standing<'_>)> {
        let mut all: Vec<_> = (0..self.instruments.len())
            .filter(|at| !self.instruments[*at].is_domestic_law_of_another(country))
            .map(|at| (at, self.standing(at, country, day)))
            .collect();
        all.sort_by(|a, b| a.1.instrument.code.cmp(&b.1.instrument.code));
        all
    }

    fn standing(&self, at: usize, country: &str, day: NaiveDate) -> Standing<'_> {
        let all = self.commitments.get(country).map_or(&[][..], Vec::as_slice);
        let acts = all.iter().filter(|act| act.instrument == at).collect::<Vec<_>>();
        let mut standing = standing(&self.instruments[at], &acts, day);
        let is_open = standing.status == LegalStatus::NotParty;
        let doubt = match &self.known_until[at] {
            _ if is_open && all.is_empty() => {
                standing.is_known = false;
                Some("nothing is loaded that this state did; it may be a party".to_owned())
            }
            None if is_open => {
                standing.is_known = false;
                Some("no commitments to it are loaded; the state may be a party".to_owned())
            }
            Some(Known(known)) if standing.status != LegalStatus::NotRatifiable => {
                let own = standing.by.and_then(|act| act.as_of.as_deref());
                let known = known.as_deref().max(own).filter(|it| *it < day.to_string().as_str());
                known.map(|it| format!("the source is as of {it}; later acts are not loaded"))
            }
            _ => None,
        };
        let notes = [standing.note.take(), doubts(&acts, &standing, day), doubt];
        let notes: Vec<String> = notes.into_iter().flatten().collect();
        standing.note = (!notes.is_empty()).then(|| notes.join("; "));
        standing
    }

    /// The provisions on any of `rights` that bound `country` on `day`, by the code of their
    /// instrument.
    pub fn obligations(
        &self,
        country: &str,
        day: NaiveDate,
        rights: &[impl AsRef<str>],
    ) -> Vec<Obligation<'_>> {
        let mut found = Vec::new();
        if rights.is_empty() {
            return found;
        }
        for (at, standing) in self.each(country, day) {
            if !standing.binds {
                continue;
            }
            let only_for = protects_only(&standing.instrument.code);
            for provision in &standing.instrument.provisions {
                let right = provision.right.as_deref();
                if rights.iter().any(|wanted| Some(wanted.as_ref()) == right) {
                    let (standing, breadth) = (standing.clone(), self.breadths[at]);
                    found.push(Obligation { standing, provision, only_for, breadth });
                }
            }
        }
        found
    }
}

/// The days on which an act changes how an instrument stands.
fn turns_of(act: &CommitmentFacts, instrument: &InstrumentFacts) -> Vec<NaiveDate> {
    let after = act.ends_on.and_then(|day| day.checked_add_days(Days::new(1)));
    let effect = Effect::of(act, instrument).map(|it| match it {
        Effect::On(day) | Effect::By(day) => day,
    });
    let days = [act.date.earliest(), act.date.latest(), act.effective_on, effect, after];
    days.into_iter().flatten().collect()
}

/// Until when the commitments to each instrument are known: by the newest source that has those of
/// more than one state, for one entry that is newer says nothing of other states.
fn known_until(
    instruments: usize,
    commitments: &HashMap<String, Vec<CommitmentFacts>>,
) -> Vec<Option<Known>> {
    let mut sources: Vec<BTreeMap<Option<&str>, HashSet<&str>>> =
        vec![BTreeMap::new(); instruments];
    for (country, acts) in commitments {
        for act in acts {
            let states = sources[act.instrument].entry(act.as_of.as_deref()).or_default();
            states.insert(country);
        }
    }
    let known = |of: BTreeMap<Option<&str>, HashSet<&str>>| {
        let newest = |more_than: usize| of.iter().rev().find(|it| it.1.len() > more_than);
        let (as_of, _) = newest(1).or_else(|| newest(0))?;
        Some(Known(as_of.map(str::to_owned)))
    };
    sources.into_iter().map(known).collect()
}

/// A commitment counts from the last day its date may mean: a year alone is not taken for the whole
/// year, only for what follows it.
fn happened(act: &CommitmentFacts, day: NaiveDate) -> bool {
    act.date.latest().is_some_and(|latest| latest <= day)
}

/// From when consent binds, before the instrument's own entry into force is looked at.
enum Effect {
    /// From this day.
    On(NaiveDate),
    /// From a day that is not known, but from this one at the latest.
    By(NaiveDate),
}

impl Effect {
    fn of(act: &CommitmentFacts, instrument: &InstrumentFacts) -> Option<Self> {
        /// No treaty takes a year to bind a state after its deposit.
        const YEAR: Days = Days::new(366);

        if let Some(day) = act.effective_on {
            return Some(Self::On(day));
        }
        let latest = act.date.latest()?;
        let by_rule = takes_effect(&instrument.code, instrument.begins(), act.action, latest);
        match by_rule {
            Some(day) if act.date.earliest() == Some(latest) => Some(Self::On(day)),
            Some(day) => Some(Self::By(day)),
            None => latest.checked_add_days(YEAR).map(Self::By),
        }
    }
}

fn standing<'book>(
    instrument: &'book InstrumentFacts,
    acts: &[&'book CommitmentFacts],
    day: NaiveDate,
) -> Standing<'book> {
    use CommitmentAction as A;
    use InstrumentKind as K;

    let last = |wanted: &[A]| {
        acts.iter().rev().find(|act| wanted.contains(&act.action) && happened(act, day)).copied()
    };
    let limits = |action: A| acts.iter().copied().filter(|act| act.limits(action, day)).collect();
    let mut answer = Standing {
        instrument,
        status: LegalStatus::NotParty,
        is_known: true,
        by: None,
        in_force_since: None,
        binds: false,
        reservations: limits(A::Reservation),
        declarations: limits(A::Declaration),
        derogations: limits(A::Derogation),
        note: None,
    };
    let begins = instrument.begins();
    let consent = last(&[
        A::Ratification,
        A::Accession,
        A::Acceptance,
        A::Succession,
        A::RatificationOrAccession,
    ]);
    let signature = last(&[A::Signature]);

    match instrument.kind {
        K::Declaration | K::Resolution | K::SoftLaw => {
            answer.status = LegalStatus::NotRatifiable;
            answer.by = last(&[A::Adoption]);
        }
        K::Constitution | K::Statute => {
            answer.status = LegalStatus::NotRatifiable;
            answer.note = Some("domestic law".to_owned());
        }
        K::PeaceAgreement => {
            if let Some(signature) = signature {
                answer.status = LegalStatus::BindingOnSignature;
                answer.by = Some(signature);
                // Nothing has to be deposited: it binds from the signature.
                let from = signature.effective_on.or_else(|| signature.date.latest());
                answer.in_force_since = from.and_then(|from| in_force(from, begins, day));
                answer.binds = answer.in_force_since.is_some();
            }
        }
        K::Treaty | K::Protocol => {
            let gone = last(&[A::Denunciation]).filter(|gone| {
                gone.effective_on.or_else(|| gone.date.latest()).is_some_and(|from| from <= day)
                    && consent.is_none_or(|consent| consent.date.latest() <= gone.date.latest())
            });
            if let (Some(gone), Some(_)) = (gone, consent) {
                answer.status = LegalStatus::Withdrawn;
                answer.by = Some(gone);
            } else if let Some(consent) = consent {
                answer.status = LegalStatus::Party;
                answer.by = Some(consent);
                bind(&mut answer, consent, begins, day);
            } else if let Some(signature) = signature {
                answer.status = LegalStatus::Signatory;
                answer.by = Some(signature);
            }
        }
    }
    answer
}

/// Says from when consent binds, if it does on `day`.
fn bind(
    answer: &mut Standing<'_>,
    consent: &CommitmentFacts,
    begins: Option<NaiveDate>,
    day: NaiveDate,
) {
    match Effect::of(consent, answer.instrument) {
        Some(Effect::On(from)) => {
            answer.in_force_since = in_force(from, begins, day);
            answer.binds = answer.in_force_since.is_some();
        }
        latest => {
            let Some(Effect::By(from)) = latest else { return };
            answer.binds = in_force(from, begins, day).is_some();
            answer.note =
                Some("from which day it is in force for the state is not loaded".to_owned());
        }
    }
}

/// The day from which something binds, if that has come: never before the instrument itself is in
/// force.
fn in_force(from: NaiveDate, instrument: Option<NaiveDate>, day: NaiveDate) -> Option<NaiveDate> {
    let from = instrument.map_or(from, |instrument| from.max(instrument));
    (from <= day).then_some(from)
}

/// What a reader must know of the acts before they rely on a standing.
fn doubts(acts: &[&CommitmentFacts], standing: &Standing<'_>, day: NaiveDate) -> Option<String> {
    let perhaps = acts.iter().find(|act| {
        act.date.earliest().is_none_or(|earliest| earliest <= day) && !happened(act, day)
    });
    if let Some(act) = perhaps {
        return Some(format!(
            "{} of {}: the source does not say on which day, so it is counted from the last possible",
            act.action, act.date
        ));
    }
    let open = standing.derogations.iter().find(|act| act.ends_on.is_none())?;
    Some(format!("derogation of {}: its end is not loaded; it may have ended", open.date))
}
