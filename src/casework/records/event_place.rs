//! Where events are, as conditions: no more exactly than [`super::event_view::place_if`] tells it.

use crate::domain::{Caller, GeoPrecision};
use crate::store::Sql;
use crate::store::visibility::{actor_level, knows};

/// Whether somebody takes part in an event whom the caller may not know.
pub fn hides_somebody(caller: &Caller) -> Sql {
    Sql::new(
        "EXISTS (SELECT 1 FROM participations gp JOIN actors ga ON ga.id = gp.actor_id \
         WHERE gp.event_id = events.id AND ga.protected AND NOT (",
    )
    .then(knows("ga", caller).and(actor_level("ga", caller)))
    .sql("))")
}

/// How exactly the place of an event is shown.
pub fn shown_precision(caller: &Caller) -> Sql {
    Sql::new("(CASE WHEN events.geo_precision IN ('exact', 'near', 'district') AND ")
        .then(hides_somebody(caller))
        .sql(
            " THEN CASE WHEN events.admin1 IS NULL THEN 'country' ELSE 'province' END \
             ELSE events.geo_precision END)",
        )
}

/// How many parts of a degree coordinates are shown in.
pub const fn parts(precision: GeoPrecision) -> i32 {
    match precision {
        GeoPrecision::Exact => 10_000,
        GeoPrecision::Near => 100,
        GeoPrecision::District => 10,
        _ => 1,
    }
}

/// The events whose coordinates, as they are shown, lie between west, south, east and north. What lies
/// finer decides nothing: who asks again and again with other bounds learns no more than is shown.
pub fn within(value: &str, caller: &Caller) -> Result<Sql, String> {
    let about = || {
        "it must be west, south, east and north in degrees with commas, such as 102.3,9.9,107.7,14.7"
            .to_owned()
    };
    let numbers: Vec<f64> = value
        .split(',')
        .map(|part| part.trim().parse::<f64>().ok().filter(|it| it.is_finite()))
        .collect::<Option<_>>()
        .ok_or_else(about)?;
    let [west, south, east, north] = numbers.try_into().map_err(|_| about())?;
    if south > north || south < -90.0 || north > 90.0 || west.abs() > 180.0 || east.abs() > 180.0 {
        return Err(about());
    }
    let mut all = Sql::never();
    for (precision, codes) in [
        (GeoPrecision::Exact, "= 'exact'"),
        (GeoPrecision::Near, "= 'near'"),
        (GeoPrecision::District, "= 'district'"),
        (GeoPrecision::Province, "NOT IN ('exact', 'near', 'district')"),
    ] {
        let parts = f64::from(parts(precision));
        // What is shown is the nearest part of a degree.
        let least = |bound: f64| ((bound * parts).ceil() - 0.5) / parts;
        let most = |bound: f64| ((bound * parts).floor() + 0.5) / parts;
        let side = |column: &str, than: &str, bound: f64| {
            Sql::new(format!("events.{column} {than} ")).bind(bound)
        };
        let (from, to) = (side("longitude", ">=", least(west)), side("longitude", "<", most(east)));
        let across = if west <= east { from.and(to) } else { from.or(to) };
        let along = side("latitude", ">=", least(south)).and(side("latitude", "<", most(north)));
        let of = Sql::new(format!("events.geo_precision {codes}"));
        all = all.or(of.and(along).and(across));
    }
    // Where somebody is hidden no coordinates are shown, whatever they are.
    Ok(all.and(Sql::new("NOT ").then(hides_somebody(caller))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Id, Role};

    fn anybody() -> Caller {
        let (teams, scopes, session) = (Vec::new(), None, None);
        Caller { user: Id::least(), role: Role::Viewer, teams, scopes, session }
    }

    #[test]
    fn bounds_are_four_numbers_of_degrees() {
        assert!(within("102.3,9.9, 107.7,14.7", &anybody()).is_ok());
        assert!(within("179,-20,-179,-10", &anybody()).is_ok(), "over the 180th meridian");
        for wrong in
            ["", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1,4,3,2", "NaN,0,1,1", "0,0,inf,1", "0,-91,1,1"]
        {
            assert!(within(wrong, &anybody()).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_sent_makes_it_fail(text in "[-0-9.,eE ]{0,40}") {
            let _ = within(&text, &anybody()).is_ok();
        }
    }
}
