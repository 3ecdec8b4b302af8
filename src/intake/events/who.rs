//! Who did an act to whom.

use super::{Acts, Before, Story};
use crate::intake::clause::{Clauses, Group, Subject};
use crate::intake::names::{Name, NameKind};
use crate::intake::pattern::{Frame, Hit};
use crate::intake::text::{BlockKind, Sentence};

impl Acts<'_, '_> {
    /// Who did it to whom, and the subject.
    #[expect(
        clippy::too_many_arguments,
        clippy::too_many_lines,
        reason = "one place that needs all of a clause, and one case after another"
    )]
    pub(super) fn who(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        group: &Group,
        sentence: Sentence,
        limit: usize,
        story: &Story,
        before: Option<&Before>,
    ) -> (Vec<usize>, Vec<usize>, Subject) {
        let text = self.text;
        let agent = || clauses.agent(hit.first + 1, limit.max(hit.end + 1).min(sentence.end));
        // Joined to the act before: "searched the house and took the computers".
        let joint = group.first.checked_sub(1).is_some_and(|at| {
            matches!(self.low(at), "and" | "then" | "or" | "but" | "et" | "puis" | "also")
                || text.sign(at) == ","
        });
        // "A, who was held by B, was released": the clause between commas is over.
        let resumed = text.sign(group.first.wrapping_sub(1)) == ","
            && clauses.is_auxiliary(group.first)
            && (group.first.saturating_sub(25).max(sentence.first)..group.first)
                .any(|at| matches!(self.low(at), "who" | "which" | "whose" | "whom"));
        let inherited = before.filter(|_| joint && !resumed && hit.pattern.frame != Frame::Noun);
        match hit.pattern.frame {
            Frame::Noun => self.who_of_noun(clauses, hit, limit, story, &agent()),
            Frame::State | Frame::Suffered => {
                let (subject, mut targets) =
                    self.subject_or(clauses, group, sentence, story, inherited, true);
                // "the continued detention of the educator Tsering Gonpo".
                if hit.pattern.frame == Frame::State
                    && matches!(self.low(hit.end), "of" | "de" | "d")
                {
                    let of =
                        clauses.object(hit.end + 1, limit.min(hit.end + 9).max(hit.end + 1), false);
                    let of = self.actors_of(clauses, &of, story, true);
                    if !of.is_empty() {
                        targets = of;
                    }
                }
                (self.actors_of(clauses, &agent(), story, false), targets, subject)
            }
            Frame::Plain => {
                let (subject, perpetrators) =
                    self.subject_or(clauses, group, sentence, story, inherited, false);
                let against = clauses.after_word(
                    hit.first + 1,
                    limit.max(hit.end).min(sentence.end),
                    &["at", "on", "against", "upon", "into", "towards", "sur", "contre", "to"],
                );
                let mut targets = self.actors_but(clauses, &against, story, true, &perpetrators);
                // "refused to register the Network": the object of what was refused.
                if targets.is_empty() && against.pronoun.is_none() {
                    let end = sentence.end.min(hit.end + 5);
                    let object = clauses.object(hit.end, end, false);
                    targets = self.actors_but(clauses, &object, story, true, &perpetrators);
                }
                (perpetrators, targets, subject)
            }
            Frame::Verb if group.passive || self.inverted(clauses, hit, sentence).is_some() => {
                let (subject, mut targets) =
                    self.subject_or(clauses, group, sentence, story, inherited, true);
                if let Some(all) = self.inverted(clauses, hit, sentence) {
                    let all = all.into_iter().filter_map(|it| clauses.actor(it)).collect();
                    return (self.actors_of(clauses, &agent(), story, false), all, subject);
                }
                if targets.is_empty()
                    && subject.names.is_empty()
                    && group.first <= sentence.first + 1
                {
                    targets = self.subject_after(clauses, hit, sentence, story);
                    if targets.is_empty() {
                        targets = self.named_first(clauses, sentence);
                    }
                }
                if targets.is_empty() && subject.pronoun.is_none() {
                    targets = self.reached(clauses, hit, sentence, limit, story);
                }
                let mut perpetrators = self.actors_of(clauses, &agent(), story, false);
                if perpetrators.is_empty()
                    && let Some(it) = inherited.filter(|it| it.passive)
                {
                    perpetrators.clone_from(&it.perpetrators);
                }
                (perpetrators, targets, subject)
            }
            Frame::Verb => {
                let (subject, perpetrators) =
                    self.subject_or(clauses, group, sentence, story, inherited, false);
                let from = hit.gap.map_or(hit.end, |gap| gap.0);
                // "told supporters that the Collective is": whom it labels is told after "that".
                let that = (hit.first + 1..hit.end)
                    .find(|at| hit.pattern.kind == "vilification" && self.low(*at) == "that");
                let from = that.map_or(from, |at| at + 1);
                let to = hit
                    .gap
                    .filter(|_| that.is_none())
                    .map_or(sentence.end, |gap| gap.1.max(gap.0 + 1));
                let mut object = clauses.object(from, to.min(sentence.end), hit.pattern.thing);
                let none = |it: &Subject| it.names.is_empty() && it.pronoun.is_none();
                if none(&object) && hit.gap.is_some() {
                    object = clauses.object(hit.end, sentence.end, hit.pattern.thing);
                }
                // "charged at the crowd": the object may be a word of the pattern.
                if none(&object) && hit.end > hit.first + 1 {
                    let people = (hit.first + 1..hit.end).find_map(|at| clauses.name_at(at));
                    object.names = people
                        .filter(|it| self.names[*it].kind == NameKind::Group)
                        .into_iter()
                        .collect();
                }
                if let Some(whom) = clauses.whom(group.first, sentence) {
                    object = whom;
                }
                let (subject, perpetrators) = if perpetrators.is_empty() && hit.form.ing {
                    (subject, self.doer_after(clauses, hit, sentence))
                } else {
                    (subject, perpetrators)
                };
                // "as she left and struck her": nobody does it to herself.
                let (subject, perpetrators) = self
                    .another_doer(clauses, &subject, &perpetrators, &object, sentence, story)
                    .unwrap_or((subject, perpetrators));
                let mut targets = self.actors_but(clauses, &object, story, true, &perpetrators);
                if targets.is_empty() && object.pronoun.is_none() {
                    targets = self.reached(clauses, hit, sentence, limit, story);
                }
                (perpetrators, targets, subject)
            }
        }
    }

    /// Who did what a noun tells to whom: "the arrest of X by Y", "his release".
    fn who_of_noun(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        limit: usize,
        story: &Story,
        agent: &Subject,
    ) -> (Vec<usize>, Vec<usize>, Subject) {
        let of = clauses.after_word(
            hit.end,
            limit.min(hit.end + 8).max(hit.end),
            &["of", "against", "on", "to", "upon", "de", "du", "des", "d", "contre", "from"],
        );
        let owner = hit
            .first
            .checked_sub(1)
            .filter(|at| self.low(*at) == "'s")
            .and_then(|at| clauses.name_at(at.wrapping_sub(1)));
        let pronoun = hit.first.checked_sub(1).filter(|at| {
            matches!(self.low(*at), "his" | "her" | "their" | "its" | "son" | "sa" | "leur")
        });
        let mut perpetrators = self.actors_of(clauses, agent, story, false);
        let mut targets = self.actors_of(clauses, &of, story, true);
        if let Some(owner) = owner.and_then(|it| clauses.actor(it)) {
            if targets.is_empty() {
                targets.push(owner);
            } else if perpetrators.is_empty() {
                perpetrators.push(owner);
            }
        } else if let (Some(at), true) = (pronoun, targets.is_empty()) {
            targets = self.pronoun(clauses, at, story, true, &perpetrators);
        }
        (perpetrators, targets, of)
    }

    /// Whom an act reached that has a thing for its object: "threw stones at X", "a bomb was found under the car of X".
    fn reached(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        sentence: Sentence,
        limit: usize,
        story: &Story,
    ) -> Vec<usize> {
        let end = limit.max(hit.end).min(sentence.end);
        let from = hit.end.saturating_sub(1).max(hit.first + 1);
        let reach = (from..end.min(from + 14))
            .take_while(|at| !clauses.is_border(*at) && self.text.sign(*at) != ",")
            .find(|at| clauses.is("who_reached", *at));
        let Some(at) = reach else { return Vec::new() };
        let found = clauses.object(at + 1, end.min(at + 9), true);
        self.actors_of(clauses, &found, story, true)
    }

    /// The subject, or that of the act to which this one is joined.
    pub(super) fn subject_or(
        &self,
        clauses: &Clauses<'_, '_>,
        group: &Group,
        sentence: Sentence,
        story: &Story,
        inherited: Option<&Before>,
        suffers: bool,
    ) -> (Subject, Vec<usize>) {
        if let Some(before) = inherited {
            let own = clauses.subject(group.first, sentence);
            // A subject of its own stands right before it.
            let is_own = own.at + 6 > group.first
                && !own.inner
                && (own.pronoun.is_some()
                    || own.names.last().is_some_and(|it| self.names[*it].end + 1 >= group.first))
                && !(group.first > 0
                    && matches!(self.low(group.first - 1), "and" | "then" | "et" | "but" | "or"));
            // "A, who had treated B, was shot": after the comma that ends an insertion its subject goes on.
            let goes_on = self.text.sign(group.first.wrapping_sub(1)) == ","
                && clauses.is_auxiliary(group.first)
                && !own.inner
                && !own.names.is_empty();
            if !is_own && !goes_on {
                let actors = if suffers { &before.targets } else { &before.perpetrators };
                return (before.subject.clone(), actors.clone());
            }
        }
        let subject = clauses.subject(group.first, sentence);
        let actors = self.actors_of(clauses, &subject, story, suffers);
        (subject, actors)
    }

    /// The first who is named in the block: an item about a person goes on without naming them.
    pub(super) fn named_first(&self, clauses: &Clauses<'_, '_>, sentence: Sentence) -> Vec<usize> {
        let block = &self.text.blocks[sentence.block];
        if block.kind != BlockKind::Item && block.first == sentence.first {
            return Vec::new();
        }
        let first = (block.first..sentence.first).find_map(|at| {
            clauses.name_at(at).filter(|it| self.names[*it].kind != NameKind::Place)
        });
        first.and_then(|it| clauses.actor(it)).into_iter().collect()
    }

    pub(super) fn actors_of(
        &self,
        clauses: &Clauses<'_, '_>,
        subject: &Subject,
        story: &Story,
        suffers: bool,
    ) -> Vec<usize> {
        self.actors_but(clauses, subject, story, suffers, &[])
    }

    /// The same, where a pronoun cannot mean some: "X denounced her" is not X.
    pub(super) fn actors_but(
        &self,
        clauses: &Clauses<'_, '_>,
        subject: &Subject,
        story: &Story,
        suffers: bool,
        but: &[usize],
    ) -> Vec<usize> {
        // "His lawyer appealed" is no act of his.
        if (subject.owned || subject.thing) && !suffers {
            return Vec::new();
        }
        if let Some(at) = subject.pronoun {
            return self.pronoun(clauses, at, story, suffers, but);
        }
        let mut actors: Vec<usize> = Vec::new();
        let mut before: Option<&Name> = None;
        for name in &subject.names {
            let it = &self.names[*name];
            // "Sipho Dlamini, lawyer and columnist": what one person is.
            let described = before.is_some_and(|it| it.kind == NameKind::Person)
                && it.kind == NameKind::Group
                && !it.plural
                && !clauses.is("who_article", it.from.wrapping_sub(1));
            if described {
                continue;
            }
            before = Some(it);
            // "poet and translator Arseny Velichko" is one.
            let joined = it.kind == NameKind::Group
                && !it.plural
                && matches!(self.low(it.end), "and" | "et")
                && clauses.name_at(it.end + 1).is_some_and(|other| {
                    self.names[other].kind == NameKind::Group
                        && self.in_apposition(clauses, other).is_some()
                        || self.names[other].kind == NameKind::Person
                            && self.names[other].from == it.end + 1
                            && self.names[other].first > it.end + 1
                });
            if joined {
                continue;
            }
            // "the journalists", who were named when they were first spoken of.
            let members = story.members.iter().rfind(|(word, _)| {
                it.kind == NameKind::Group
                    && it.plural
                    && it.definite
                    && word == self.low(it.end - 1)
            });
            if let Some((_, members)) = members {
                actors.extend(
                    members.iter().copied().filter(|it| !actors.contains(it)).collect::<Vec<_>>(),
                );
                continue;
            }
            let named = self.in_apposition(clauses, *name);
            if named.is_none()
                && suffers
                && let Some(known) = self.known_again(clauses, *name, story)
            {
                actors.extend(known.iter().copied().filter(|it| !but.contains(it)));
                continue;
            }
            let named =
                named.or_else(|| suffers.then(|| self.members_of(clauses, *name)).flatten());
            let meant = named
                .map_or_else(|| vec![*name], |it| clauses.list_right(it, self.text.tokens.len()));
            for actor in meant.into_iter().filter_map(|it| clauses.actor(it)) {
                if !actors.contains(&actor) {
                    actors.push(actor);
                }
            }
        }
        actors
    }

    /// Whom the text has named before what they are is told again: "the journalist", "our colleague", "the accused".
    fn known_again(
        &self,
        clauses: &Clauses<'_, '_>,
        name: usize,
        story: &Story,
    ) -> Option<Vec<usize>> {
        let it = &self.names[name];
        let lead = self.low(it.from.wrapping_sub(1));
        let definite = it.definite
            || matches!(
                lead,
                "our" | "my" | "this" | "le" | "la" | "l" | "notre" | "ce" | "cette" | "the"
            )
            || it.plural && matches!(lead, "both" | "two" | "les" | "ces" | "deux" | "nos")
            || it.plural && clauses.number(it.from.wrapping_sub(1)).is_some();
        // "the journalist who", "the lawyers of": said of others.
        let next = self.low(it.end);
        let alone = !(matches!(next, "who" | "of" | "qui" | "de" | "du" | "des" | "'s")
            || it.plural && next == "from");
        if it.kind != NameKind::Group || !definite || !alone {
            return None;
        }
        let word = self.low(it.end - 1);
        // "the two leaders", where two were named in one breath.
        if it.plural
            && let Some(number) = clauses.number(it.from.wrapping_sub(1))
            && matches!(self.low(it.from.wrapping_sub(2)), "the" | "these" | "les" | "ces")
            && let Some(known) =
                std::iter::once(&story.targets).chain(story.lists.iter().rev()).find(|it| {
                    it.len() == number
                        && it.iter().all(|actor| self.actors.all[*actor].is == NameKind::Person)
                })
        {
            return Some(known.clone());
        }
        if !it.plural
            && let Some(actor) = clauses.called(word, it.from)
        {
            return Some(vec![actor]);
        }
        let general = it.end == it.first + 1 && clauses.is("who_same", it.first);
        let persons: Vec<usize> = story
            .targets
            .iter()
            .copied()
            .filter(|it| matches!(self.actors.all[*it].is, NameKind::Person | NameKind::Group))
            .collect();
        let fits = if it.plural { persons.len() > 1 } else { persons.len() == 1 };
        if general && !it.plural && !fits {
            return self.one_person(clauses, it.from, story, true, &[]).map(|it| vec![it]);
        }
        (general && fits).then_some(persons)
    }

    /// "nine members of the union": its people are meant, where the union itself would do no harm.
    fn members_of(&self, clauses: &Clauses<'_, '_>, name: usize) -> Option<usize> {
        let it = &self.names[name];
        let civil = it.kind == NameKind::Organisation
            && clauses.actor(name).is_some_and(|it| {
                !matches!(self.actors.all[it].kind.as_str(), "state_body" | "state" | "armed_group")
            });
        if !civil {
            return None;
        }
        let of = (it.from.saturating_sub(4)..it.from)
            .rev()
            .find(|at| matches!(self.low(*at), "of" | "de" | "du" | "des" | "d"))?;
        let group = of.checked_sub(1).and_then(|at| clauses.name_at(at))?;
        (self.names[group].kind == NameKind::Group && self.names[group].plural).then_some(group)
    }

    /// Who is named right after what they are: "the two women, A and B", "the cartoonist Yeung", "its founder, Tara,".
    pub(super) fn in_apposition(&self, clauses: &Clauses<'_, '_>, name: usize) -> Option<usize> {
        let it = &self.names[name];
        // "two students of the University, A and B".
        let end = (it.kind == NameKind::Group && it.plural && self.low(it.end) == "of")
            .then(|| (it.end + 1..it.end + 3).find_map(|at| clauses.name_at(at)))
            .flatten()
            .filter(|it| {
                matches!(self.names[*it].kind, NameKind::Organisation | NameKind::Place)
                    && self.text.sign(self.names[*it].end) == ","
            })
            .map_or(it.end, |it| self.names[it].end);
        // "four of the villagers – A, 52, and B, 47 –".
        let comma = self.text.sign(end) == ","
            || it.plural && matches!(self.text.sign(end), "–" | "—" | ":" | "(");
        let mut next = end + usize::from(comma);
        // "a co-defendant, the teacher Shirin Bozan".
        let again = comma
            && !it.plural
            && matches!(self.low(next), "the" | "a")
            && clauses.name_at(next + 1).is_some_and(|it| {
                let end = self.names[it].end;
                self.names[it].kind == NameKind::Group
                    && clauses.name_at(end).is_some_and(|it| {
                        self.names[it].kind == NameKind::Person && self.names[it].from == end
                    })
            });
        if again && let Some(what) = clauses.name_at(next + 1) {
            next = self.names[what].end;
        }
        let other = clauses.name_at(next)?;
        // A title may be the end of what they are: "the former clinical officer Lackson Mbewe".
        let person = self.names[other].kind == NameKind::Person
            && self.names[other].from <= next
            && (next..=next + 2).contains(&self.names[other].first);
        let outlets = comma
            && it.plural
            && self.names[other].kind == NameKind::Organisation
            && clauses.list_right(other, self.text.tokens.len()).len() > 1
            && self.language.bodies.at(self.text, it.end - 1).is_some();
        let closes = || {
            let end = self.names[other].end;
            matches!(self.text.sign(end), "," | "(" | "." | ";") || end >= self.text.tokens.len()
        };
        let fits = match it.kind {
            // "the journalists Wa Lone and Kyaw Soe Oo": several, so that it is them.
            NameKind::Group if it.plural => {
                person && (comma || clauses.list_right(other, self.text.tokens.len()).len() > 1)
            }
            NameKind::Group | NameKind::Office => person && (!comma || closes()),
            _ => false,
        };
        let company = !comma
            && it.kind == NameKind::Group
            && !it.plural
            && self.names[other].kind == NameKind::Organisation
            && self.names[other].from == next;
        (fits || company || outlets).then_some(other)
    }

    /// Those of a group of targets who are named beside it: "women, among them A, were held", "students were held, including B".
    pub(super) fn with_included(
        &self,
        clauses: &Clauses<'_, '_>,
        mut targets: Vec<usize>,
        from: usize,
        end: usize,
    ) -> Vec<usize> {
        let many = targets.iter().any(|it| self.actors.all[*it].is == NameKind::Group)
            || targets.is_empty();
        if many {
            for name in clauses.included(from, end) {
                let named = self.in_apposition(clauses, name).unwrap_or(name);
                if let Some(actor) = clauses.actor(named)
                    && !targets.contains(&actor)
                {
                    targets.push(actor);
                }
            }
        }
        targets
    }

    /// Whom the text speaks of on, where a sentence leaves out who suffers: the organisation named last, or who suffered last.
    pub(super) fn spoken_of(
        &self,
        clauses: &Clauses<'_, '_>,
        kind: &str,
        at: usize,
        story: &Story,
    ) -> Vec<usize> {
        if super::is_of_organisations(kind) {
            return self.organisation_before(clauses, at, story).into_iter().collect();
        }
        story.targets.clone()
    }

    /// The organisation, no authority, that was named last before a token, or to which something was done last.
    pub(super) fn organisation_before(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        story: &Story,
    ) -> Option<usize> {
        let fits = |actor: &usize| {
            let it = &self.actors.all[*actor];
            // A line above the text may be no more than a heading.
            let only_above = it.rule == "header.letterhead" && it.names.len() == 1;
            it.is == NameKind::Organisation
                && !only_above
                && Some(*actor) != self.issuer
                && !matches!(
                    it.kind.as_str(),
                    "state_body" | "state" | "armed_group" | "intergovernmental"
                )
        };
        (at.saturating_sub(120)..at)
            .rev()
            .find_map(|it| clauses.actor(clauses.name_at(it)?).filter(&fits))
            .or_else(|| story.targets.iter().copied().find(|it| fits(it)))
    }

    /// "Officers", "the soldiers": the body of a force that was named before.
    pub(super) fn as_body(
        &self,
        clauses: &Clauses<'_, '_>,
        perpetrators: Vec<usize>,
        before: usize,
        story: &Story,
    ) -> Vec<usize> {
        let is_force = |actor: usize| {
            let name = self.actors.all[actor].name.to_lowercase();
            let decides = [
                "court",
                "tribunal",
                "parliament",
                "assembly",
                "cabinet",
                "senate",
                "ministry",
                "council",
                "commission",
                "registrar",
                "embassy",
                "prosecutor",
            ];
            !decides.iter().any(|it| name.contains(it))
                && matches!(self.actors.all[actor].kind.as_str(), "state_body" | "armed_group")
                && matches!(self.actors.all[actor].is, NameKind::Body | NameKind::Organisation)
        };
        let mut bodies: Vec<usize> = Vec::new();
        for actor in perpetrators {
            let it = &self.actors.all[actor];
            let text = crate::intake::text::Text::of(&it.name, self.language.elided);
            let unnamed = it.is == NameKind::Group
                && self.language.class_at("who_force", &text, 0) == Some(text.tokens.len());
            // "the same bench": the court that was named.
            let bench = it.is == NameKind::Body && it.name.eq_ignore_ascii_case("bench");
            let body = (unnamed || bench)
                .then(|| {
                    if bench {
                        return (before.saturating_sub(90)..before).rev().find_map(|at| {
                            let name = clauses.name_at(at)?;
                            let it = &self.names[name];
                            let court = it.end - it.first > 1
                                && (it.first..it.end).any(|at| clauses.is("who_court", at));
                            clauses.actor(name).filter(|_| court)
                        });
                    }
                    let told = story.perpetrators.iter().copied().find(|it| is_force(*it));
                    told.or_else(|| {
                        (before.saturating_sub(90)..before).rev().find_map(|at| {
                            clauses.actor(clauses.name_at(at)?).filter(|it| is_force(*it))
                        })
                    })
                })
                .flatten()
                .unwrap_or(actor);
            if !bodies.contains(&body) {
                bodies.push(body);
            }
        }
        bodies
    }

    /// The court of a verdict, where its sentence names one.
    pub(super) fn court(&self, clauses: &Clauses<'_, '_>, sentence: Sentence) -> Option<usize> {
        (sentence.first..sentence.end).find_map(|at| {
            let name = clauses.name_at(at)?;
            let it = &self.names[name];
            let court = matches!(it.kind, NameKind::Organisation | NameKind::Body)
                && (it.first..it.end).any(|at| clauses.is("who_court", at));
            court.then(|| clauses.actor(name)).flatten()
        })
    }

    /// Those with whom somebody suffered: "A was arrested together with three journalists".
    pub(super) fn add_company(
        &self,
        clauses: &Clauses<'_, '_>,
        targets: &mut Vec<usize>,
        from: usize,
        end: usize,
    ) {
        let company = (from..end)
            .take_while(|at| !clauses.is_border(*at))
            .find_map(|at| self.language.class_at("who_with", self.text, at));
        let Some(after) = company.filter(|_| !targets.is_empty()) else { return };
        let with = clauses.object(after, end.min(after + 8), false);
        for actor in with.names.iter().filter_map(|it| clauses.actor(*it)) {
            if !targets.contains(&actor) {
                targets.push(actor);
            }
        }
    }

    /// Who says what is announced: "X told a group that Y must be shut down".
    pub(super) fn speaker(
        &self,
        clauses: &Clauses<'_, '_>,
        first: usize,
        sentence: Sentence,
        targets: &[usize],
    ) -> Option<usize> {
        let verb = (sentence.first..first).rev().find(|at| {
            matches!(
                self.low(*at),
                "told"
                    | "said"
                    | "says"
                    | "warned"
                    | "warns"
                    | "declared"
                    | "announced"
                    | "threatened"
                    | "vowed"
                    | "stated"
                    | "tells"
                    | "threatening"
                    | "warning"
                    | "telling"
                    | "menace"
                    | "averti"
                    | "declare"
                    | "annonce"
                    | "prevenu"
            )
        })?;
        let subject = clauses.subject(verb, sentence);
        let speaker = subject.names.iter().find_map(|it| clauses.actor(*it)).or_else(|| {
            subject.pronoun.and_then(|at| {
                self.pronoun(clauses, at, &Story::default(), false, &[]).first().copied()
            })
        })?;
        let official = matches!(
            self.actors.all[speaker].is,
            NameKind::Person | NameKind::Office | NameKind::Body | NameKind::Group
        ) || self.actors.all[speaker].kind == "state_body"
            || self.actors.all[speaker].kind == "armed_group";
        (official
            && Some(speaker) != self.issuer
            && !targets.is_empty()
            && !targets.contains(&speaker))
        .then_some(speaker)
    }
}
