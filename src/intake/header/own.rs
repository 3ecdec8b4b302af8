//! What tells that a name is the speaker's own: acts of its own, "we, the …", a letterhead within it.

use super::Header;

impl Header<'_, '_> {
    /// Whether a name of the head is the end of this one.
    pub(super) fn outgrows_head(&self, first: usize, end: usize) -> bool {
        self.names.iter().take_while(|it| self.is_in_header(it.first)).any(|it| {
            let length = it.end - it.first;
            length > 1
                && length < end - first
                && (it.first..it.end)
                    .zip(end - length..end)
                    .all(|(a, b)| self.low(a) == self.low(b))
        })
    }

    /// "We are the Council", "we, the members of the X", "we at the X", "Our Association".
    pub(super) fn is_we(&self, first: usize) -> bool {
        let mut at = first;
        while let Some(before) = at.checked_sub(1).filter(|it| first - it < 8) {
            match self.low(before) {
                "we" | "nous" | "undersigned" | "our" => return true,
                "the" | "," | "are" | "at" | "of" | "and" | "as" | "from" | "members" | "in"
                | "les" | "a" | "l" | "de" | "du" | "all" | "lawyers" | "women" | "workers"
                | "families" | "staff" | "board" | "la" | "le" | "d" | "des" | "membres"
                | "run" | "organisations" | "organizations" | "representatives" | "mothers"
                | "students" | "teachers" | "doctors" => {
                    at = before;
                }
                _ => return false,
            }
        }
        false
    }

    /// What a body tells of itself: "has learned", "will park", "joins", "holds", "takes note".
    pub(super) fn is_own_act(&self, at: usize) -> bool {
        let mut verb = at;
        while matches!(
            self.low(verb),
            "also" | "now" | "today" | "therefore" | "hereby" | "further" | "strongly" | "again"
        ) {
            verb += 1;
        }
        let next = || (verb + 1..verb + 4).map(|it| self.low(it));
        match self.low(verb) {
            // "… has asked me to write this": a witness speaks.
            "has" | "have" if matches!(self.low(verb + 2), "me" | "us") => false,
            "has" | "have" => next().any(|it| {
                matches!(
                    it,
                    "learned"
                        | "learnt"
                        | "followed"
                        | "received"
                        | "noted"
                        | "documented"
                        | "recorded"
                        | "registered"
                        | "verified"
                        | "sought"
                        | "long"
                        | "repeatedly"
                        | "telephoned"
                        | "written"
                        | "called"
                        | "today"
                        | "issued"
                        | "released"
                        | "published"
                        | "been"
                        | "heard"
                        | "seen"
                        | "taken"
                        | "the"
                        | "confirmed"
                        | "counted"
                        | "obtained"
                )
            }),
            "will" | "cannot" | "joins" | "join" | "holds" | "hold" | "takes" | "greets"
            | "hails" | "shares" | "offers" | "announces" | "informs" | "draws" | "brings"
            | "affirms" | "declares" | "denies" | "refutes" | "dismisses" | "invites"
            | "beseeches" | "implores" | "exhorts" | "directs" | "instructs" | "wishes"
            | "conveys" | "sends" | "pays" | "marks" | "commemorates" | "honours" | "honors"
            | "confirms" | "reports" | "publishes" | "releases" | "finds" | "documents"
            | "receives" | "records" | "registers" | "observes" | "questions" | "challenges"
            | "cautions" | "advises" | "proposes" | "seeks" | "asserts" | "submits"
            | "maintains" | "supports" | "follows" | "hears" | "addresses" | "issues"
            | "decries" | "laments" | "censures" | "bids" | "encourages" | "advocates"
            | "hopes" | "trusts" | "pledges" | "fears" | "sees" | "feels" | "knows" | "refuses"
            | "thanks" | "congratulates" | "celebrates" | "endorses" | "adds" | "vows"
            | "disagrees" | "rejoices" | "awaits" | "continues" | "counts" | "implore"
            | "gives" | "begs" => true,
            _ => false,
        }
    }
}
