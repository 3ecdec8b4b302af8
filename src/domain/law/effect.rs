//! From which day a treaty binds a state that consents to it: the rule of each treaty.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::{CommitmentAction, ProtectedGroup};

/// How long after the deposit a treaty enters into force for a state that joins it.
enum Delay {
    /// With the deposit.
    None,
    Days(u64),
    Months(u32),
    /// The first day of the month that follows so many days.
    MonthAfterDays(u64),
    /// The first day of the month that follows so many months.
    MonthAfterMonths(u32),
}

/// The final clauses of the instruments that come with the program.
fn delay(instrument: &str) -> Option<Delay> {
    Some(match instrument {
        "ICCPR" | "ICESCR" | "ICCPR-OP1" | "ICCPR-OP2" | "ICESCR-OP" | "CEDAW-OP" | "CRC-OP-IC"
        | "ACHPR" => Delay::Months(3),
        "ICERD" | "CEDAW" | "CAT" | "CRC" | "CPED" | "CRPD" | "CRPD-OP" | "OPCAT"
        | "PALERMO-TIP" | "APARTHEID" => Delay::Days(30),
        "GENOCIDE" | "REFUGEE-1951" | "STATELESS-1954" | "STATELESS-1961" | "WARCRIMES-NSL" => {
            Delay::Days(90)
        }
        "CRC-OP-AC" | "CRC-OP-SC" => Delay::Months(1),
        "ARAB-CHARTER" => Delay::Months(2),
        "REFUGEE-1967P" | "ACHR" | "ECHR" => Delay::None,
        "ICMW" => Delay::MonthAfterMonths(3),
        "ROME" => Delay::MonthAfterDays(60),
        _ => return None,
    })
}

/// The day from which an instrument binds a state by an act made on a day; `None` for acts that do
/// not bind, and for instruments whose rule is not known. `begins`: when the instrument itself
/// entered into force.
///
/// A successor state is bound from the day on which it became one, which may be long before it says
/// so: what it says binds from the day on which it says it, at the latest.
pub fn takes_effect(
    instrument: &str,
    begins: Option<NaiveDate>,
    action: CommitmentAction,
    made: NaiveDate,
) -> Option<NaiveDate> {
    use CommitmentAction as A;
    let first_of_next = |day: NaiveDate| day.with_day(1)?.checked_add_months(Months::new(1));
    let delay = delay(instrument)?;
    let day = match action {
        A::Succession => Some(made),
        A::Ratification | A::Accession | A::Acceptance | A::RatificationOrAccession => {
            match delay {
                Delay::None => Some(made),
                Delay::Days(days) => made.checked_add_days(Days::new(days)),
                Delay::Months(months) => made.checked_add_months(Months::new(months)),
                Delay::MonthAfterDays(days) => {
                    made.checked_add_days(Days::new(days)).and_then(first_of_next)
                }
                Delay::MonthAfterMonths(months) => {
                    made.checked_add_months(Months::new(months)).and_then(first_of_next)
                }
            }
        }
        _ => None,
    }?;
    Some(begins.map_or(day, |begins| begins.max(day)))
}

/// Whom an instrument protects, if not everyone.
pub fn protects_only(instrument: &str) -> Option<ProtectedGroup> {
    Some(match instrument {
        "CRC" | "CRC-OP-AC" | "CRC-OP-SC" | "CRC-OP-IC" => ProtectedGroup::Children,
        "CEDAW" | "CEDAW-OP" => ProtectedGroup::Women,
        "CRPD" | "CRPD-OP" => ProtectedGroup::PersonsWithDisabilities,
        "ICMW" => ProtectedGroup::MigrantWorkers,
        "REFUGEE-1951" | "REFUGEE-1967P" => ProtectedGroup::Refugees,
        "STATELESS-1954" | "STATELESS-1961" => ProtectedGroup::StatelessPersons,
        _ => return None,
    })
}
