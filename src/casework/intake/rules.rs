//! What is learnt of the rules that read statements: how often people kept what each found, and which
//! rules an administrator has switched off.

use std::collections::{BTreeMap, HashMap};

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::casework::act::Act;
use crate::domain::{Action, Caller};
use crate::error::{Error, Result};
use crate::intake::RULES;
use crate::store::Db;
use crate::store::schema::intake_rules;

/// A rule, with what people made of its findings.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RuleView {
    /// As findings name it.
    #[schema(example = "event.passive")]
    pub name: String,
    pub explanation: String,
    /// Findings that people kept.
    pub accepted: i64,
    /// Findings that people threw away.
    pub rejected: i64,
    /// Accepted of all that were decided, from 0 to 1; none before the first.
    #[schema(minimum = 0, maximum = 1, example = 0.93)]
    pub precision: Option<f64>,
    /// Whether an administrator has switched it off: it finds nothing then.
    pub off: bool,
}

/// All rules, in the order of reading.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rules {
    pub items: Vec<RuleView>,
}

/// Whether a rule is to find nothing.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleInput {
    pub off: bool,
}

/// What somebody decided of findings: for each rule, how many they kept and how many not.
#[derive(Debug, Default)]
pub struct Decisions(BTreeMap<String, (i64, i64)>);

impl Decisions {
    /// Notes one. Findings that a person added have no rule, and those of a rule that this version does not
    /// have teach nothing.
    pub fn note(&mut self, rule: Option<&str>, accepted: bool) {
        let Some(rule) = rule.filter(|rule| RULES.iter().any(|it| it.name == *rule)) else {
            return;
        };
        let (kept, thrown) = self.0.entry(rule.to_owned()).or_default();
        *(if accepted { kept } else { thrown }) += 1;
    }

    /// Adds them to those before.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keep(self, db: &mut Db, act: &Act) -> Result<()> {
        for (rule, (accepted, rejected)) in self.0 {
            change(db, act, &rule, accepted, rejected, None)?;
        }
        Ok(())
    }
}

fn change(
    db: &mut Db,
    act: &Act,
    rule: &str,
    accepted: i64,
    rejected: i64,
    off: Option<bool>,
) -> Result<()> {
    let known = intake_rules::table.find(rule);
    let now = intake_rules::updated_at.eq(act.now);
    let counted = diesel::update(known)
        .set((
            intake_rules::accepted.eq(intake_rules::accepted + accepted),
            intake_rules::rejected.eq(intake_rules::rejected + rejected),
            now,
            off.map(|off| intake_rules::off.eq(off)),
        ))
        .execute(db)?;
    if counted == 0 {
        diesel::insert_into(intake_rules::table)
            .values((
                intake_rules::rule.eq(rule),
                intake_rules::accepted.eq(accepted),
                intake_rules::rejected.eq(rejected),
                intake_rules::off.eq(off.unwrap_or(false)),
                now,
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Every rule, in the order of reading.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not create records.
pub fn all(db: &mut Db, caller: &Caller) -> Result<Vec<RuleView>> {
    caller.must(Action::CreateRecords)?;
    let rows: Vec<(String, i64, i64, bool)> = intake_rules::table
        .select((
            intake_rules::rule,
            intake_rules::accepted,
            intake_rules::rejected,
            intake_rules::off,
        ))
        .load(db)?;
    let decided: HashMap<String, (i64, i64, bool)> =
        rows.into_iter().map(|(rule, kept, thrown, off)| (rule, (kept, thrown, off))).collect();
    let view = |name: &str, explanation: &str| {
        let (accepted, rejected, off) = decided.get(name).copied().unwrap_or_default();
        RuleView {
            name: name.to_owned(),
            explanation: explanation.to_owned(),
            accepted,
            rejected,
            precision: precision(accepted, rejected),
            off,
        }
    };
    Ok(RULES.iter().map(|rule| view(rule.name, rule.explanation)).collect())
}

/// Accepted of all, to two decimals.
fn precision(accepted: i64, rejected: i64) -> Option<f64> {
    let all = accepted + rejected;
    let count = |of: i64| u32::try_from(of).map_or(f64::from(u32::MAX), f64::from);
    (all > 0).then(|| (count(accepted) / count(all) * 100.0).round() / 100.0)
}

/// Switches a rule off, or on again.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators; [`Error::NotFound`] if there is no such rule.
pub fn switch(db: &mut Db, act: &mut Act, rule: &str, off: bool) -> Result<RuleView> {
    act.caller.must(Action::KeepVocabularies)?;
    if !RULES.iter().any(|it| it.name == rule) {
        return Err(Error::NotFound);
    }
    change(db, act, rule, 0, 0, Some(off))?;
    act.note("intake_rule", json!({"rule": rule, "off": off}));
    let caller = act.caller.clone();
    let mut all = all(db, &caller)?;
    all.retain(|it| it.name == rule);
    all.pop().ok_or(Error::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_is_told_of_what_was_decided() {
        assert_eq!(precision(0, 0), None);
        assert_eq!(precision(2, 1), Some(0.67));
        assert_eq!(precision(0, 3), Some(0.0));
    }
}
