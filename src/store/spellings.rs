//! How words of names may be mistyped: each word, and the word without one of its letters.
//!
//! Two words that differ by a letter too many, too few, wrong or swapped with its neighbour have one
//! of these in common, so that few look-ups find all words that are nearly what was typed. The words
//! are of what everyone may search; whether anybody is shown by one is asked of the index.

use std::collections::BTreeSet;

use diesel::RunQueryDsl;
use diesel::sql_types::Text;

use super::database::Db;
use super::sql::Sql;
use crate::error::Result;

/// Shorter words are too like one another.
pub const SHORTEST: usize = 3;
/// How much of a long word counts.
const LONGEST: usize = 24;

#[derive(diesel::QueryableByName)]
struct Known {
    #[diesel(sql_type = Text)]
    word: String,
}

/// What a word may be mistyped as, itself included.
fn spellings(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = word.chars().take(LONGEST).collect();
    let without = (0..letters.len()).map(|gap| {
        let rest = letters.iter().enumerate().filter(|(at, _)| *at != gap);
        rest.map(|(_, letter)| letter).collect()
    });
    without.chain([letters.iter().collect()]).collect()
}

/// Remembers words, folded.
pub fn learn(db: &mut Db, words: &BTreeSet<&str>) -> Result<()> {
    let words: Vec<String> = words
        .iter()
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(|word| word.chars().take(LONGEST).collect())
        .collect();
    for words in words.chunks(500) {
        let known = Sql::new("SELECT word FROM spellings WHERE spelling = word AND spelling IN (")
            .list(words.iter().map(String::as_str))
            .sql(")");
        let known: BTreeSet<String> =
            known.load::<Known>(db)?.into_iter().map(|row| row.word).collect();
        let new: BTreeSet<&String> = words.iter().filter(|word| !known.contains(*word)).collect();
        let pairs: Vec<(String, &str)> = new
            .into_iter()
            .flat_map(|word| spellings(word).into_iter().map(move |it| (it, word.as_str())))
            .collect();
        for pairs in pairs.chunks(1_000) {
            let rows = pairs.iter().map(|(spelling, word)| {
                Sql::default().bind(spelling.as_str()).sql(", ").bind(*word)
            });
            if let Some(rows) = rows.reduce(|all, row| all.sql("), (").then(row)) {
                Sql::new("INSERT INTO spellings (spelling, word) VALUES (")
                    .then(rows)
                    .sql(") ON CONFLICT DO NOTHING")
                    .once()
                    .execute(db)?;
            }
        }
    }
    Ok(())
}

/// Forgets all words.
pub fn clear(db: &mut Db) -> Result<()> {
    Sql::new("DELETE FROM spellings").execute(db)?;
    Ok(())
}

/// The words that are nearly `word`, in their order.
pub fn near(db: &mut Db, word: &str) -> Result<Vec<String>> {
    if word.chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    let found = Sql::new("SELECT DISTINCT word FROM spellings WHERE spelling IN (")
        .list(spellings(word).iter().map(String::as_str))
        .sql(") ORDER BY word");
    Ok(found.load::<Known>(db)?.into_iter().map(|row| row.word).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_by_a_letter_meet() {
        for typed in ["rahmen", "rahma", "rahmaan", "rhaman", "ahman"] {
            assert!(!spellings(typed).is_disjoint(&spellings("rahman")), "{typed}");
        }
        assert!(spellings("hassan").is_disjoint(&spellings("rahman")));
    }
}
