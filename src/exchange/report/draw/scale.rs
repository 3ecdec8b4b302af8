//! The scale of counts: from zero to a round number.

use crate::domain::drawing::step;

/// A count as a number to draw with. Nothing is drawn below zero.
#[expect(clippy::cast_precision_loss, reason = "no picture shows the difference")]
pub fn amount(count: i64) -> f64 {
    count.max(0) as f64
}

/// A place among others.
pub fn number(of: usize) -> f64 {
    f64::from(u32::try_from(of).unwrap_or(u32::MAX))
}

/// The numbers at the lines across: whole and round, at most six, from zero to one that no count is
/// above.
pub fn ticks(largest: i64) -> Vec<i64> {
    let step = step(largest);
    let mut all = vec![0, step];
    while let Some(last) = all.last().copied().filter(|it| *it < largest) {
        all.push(last.saturating_add(step));
    }
    all
}

/// The largest number that is not above another, of those that begin with 1, 2 or 5.
pub fn round_below(most: f64) -> i64 {
    let mut found = 1_i64;
    let mut power = 1_i64;
    while amount(power) <= most && power < i64::MAX / 10 {
        for times in [1, 2, 5] {
            if amount(power * times) <= most {
                found = power * times;
            }
        }
        power *= 10;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_lines_across_stand_at_round_numbers() {
        assert_eq!(ticks(0), [0, 1]);
        assert_eq!(ticks(3), [0, 1, 2, 3]);
        assert_eq!(ticks(11), [0, 5, 10, 15]);
        assert_eq!(ticks(2_345_678), [0, 500_000, 1_000_000, 1_500_000, 2_000_000, 2_500_000]);
        assert_eq!((round_below(0.3), round_below(99.0), round_below(260.0)), (1, 50, 200));
    }

    proptest! {
        #[test]
        fn scales_reach_all_counts_with_six_lines(largest in any::<i64>()) {
            let ticks = ticks(largest);
            prop_assert!((2..=6).contains(&ticks.len()), "{:?}", ticks);
            prop_assert!(*ticks.last().unwrap() >= largest);
        }
    }
}
