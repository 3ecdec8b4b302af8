//! Reports: what the records tell of a country, several, or an actor, as a [`Document`].
//!
//! `wanted.rs` is what can be asked; each section has its function in one of the files beside it,
//! which counts by [`statistics`](super::statistics) and [`figures`](super::figures) as every page
//! does. What is read is what the audience may see. A number is counted where it is written, and
//! leads to the list that it counts; a sentence about an event has the notes of its sources.

mod about;
mod compare;
mod counts;
pub mod definitions;
mod events;
mod findings;
mod from_release;
mod law;
pub mod logos;
mod making;
mod said;
mod speaking;
mod wanted;

pub use from_release::FromRelease;
pub use wanted::{INTRODUCTION, Period, ReportAudience, ReportPreset, SectionKind, Wanted};

use making::{Making, Sources};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::document::{
    Block, Document, DocumentLogo, Fact, FixedWords, Made, Section, Span,
};
use crate::domain::{Action, Caller, Timestamp};
use crate::error::{Error, Result};
use crate::store::history::digest;
use crate::store::{Db, Eyes, Memory};
use counts::Breakdown;

/// A report, and what to look at before it is given away.
#[derive(Debug, Serialize, ToSchema)]
pub struct MadeReport {
    pub document: Document,
    /// How many words its body has: without title, notes, charts, tables and annex.
    pub words: usize,
    /// How many the body that it is for reads.
    pub word_limit: Option<usize>,
    /// What might give somebody away, or is too long, each in a sentence.
    pub warnings: Vec<String>,
}

/// Makes a report of what the audience sees, in the snapshot that `db` is. `release`: that whose tables
/// the records in it are.
///
/// # Errors
/// [`Error::Forbidden`] if `maker` may not export; [`Error::Malformed`] for an actor, instrument,
/// incident or filter that there is not.
pub fn report(
    db: &mut Db,
    memory: &Memory,
    maker: &Caller,
    wanted: &Wanted,
    now: Timestamp,
    release: Option<&FromRelease>,
) -> Result<MadeReport> {
    maker.must(Action::Export)?;
    let reader = wanted.audience.reader(maker);
    let eyes = Eyes::of(&reader, db, memory)?;
    let vocabulary = memory.vocabulary(db)?;
    let protected = match release {
        None => memory.protection(db)?,
        Some(release) => release.protected.clone(),
    };
    let mut making = Making {
        db,
        eyes: &eyes,
        memory,
        wanted,
        words: wanted.language,
        vocabulary,
        now,
        release,
        sources: Sources::default(),
        counts_protected: false,
        small_cells: 0,
    };
    let subject = about::title(&mut making)?;
    let title = title(&making, subject.as_ref());
    let facts = facts(&making, subject);
    let mut sections = Vec::new();
    let is_left_out = |kind| release.is_some_and(|it| it.left_out.contains(kind));
    for kind in wanted.sections.iter().filter(|kind| !is_left_out(kind)) {
        let blocks = blocks(&mut making, *kind)?;
        let introduction = wanted.introductions.get(kind);
        let introduction: Vec<String> = introduction
            .map(|text| events::paragraphs(text).map(str::to_owned).collect())
            .unwrap_or_default();
        if blocks.is_empty() && introduction.is_empty() {
            continue;
        }
        sections.push(Section {
            kind: kind.code().to_owned(),
            title: making.say(&format!("report-section-{kind}")),
            introduction,
            blocks,
        });
    }
    let notes = making.notes()?;
    let mut warnings = Vec::new();
    let typed = [wanted.title.as_deref(), wanted.organisation.as_deref()];
    let typed =
        typed.into_iter().flatten().chain(wanted.introductions.values().map(String::as_str));
    if typed.into_iter().any(|text| protected.are_named_in(text)) {
        warnings.push(making.say("report-warning-name"));
    }
    if making.small_cells > 0 && making.counts_protected {
        warnings.push(making.words.counted("report-warning-cells", making.small_cells));
    }
    let mut document = Document {
        title,
        subtitle: Some(making.period(wanted.period)),
        organisation: wanted.organisation.clone(),
        logo: logo(&making),
        language: wanted.language.language().tag.to_owned(),
        direction: wanted.language.language().direction.to_owned(),
        facts,
        sections,
        notes,
        words: fixed_words(&making),
        made: Made {
            at: now.utc(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            release: release.map(|it| it.version.clone()),
            query: wanted.query.clone(),
            digest: String::new(),
        },
    };
    let words = words_of(&document);
    let limits = wanted.preset.word_limits();
    let word_limit = limits.map(|(one, several)| if wanted.coalition { several } else { one });
    if let Some(limit) = word_limit {
        let shown = making.words.number(i64::try_from(words).unwrap_or(i64::MAX));
        let limit_shown = making.words.number(i64::try_from(limit).unwrap_or(i64::MAX));
        let said = making.words.of_values("report-words-of", &shown, &limit_shown);
        document.facts.push(Fact {
            label: making.say("report-words"),
            text: vec![Span::plain(said.clone())],
        });
        if words > limit {
            warnings.push(making.words.of_value("report-warning-words", &said));
        }
    }
    document.made.digest = digest_of(&document)?;
    Ok(MadeReport { document, words, word_limit, warnings })
}

/// SHA-256 of a document as JSON without its digest, as hex.
pub fn digest_of(document: &Document) -> Result<String> {
    let mut document = document.clone();
    document.made.digest = String::new();
    let text = serde_json::to_vec(&document).map_err(Error::internal)?;
    Ok(digest(&text))
}

fn blocks(making: &mut Making<'_>, kind: SectionKind) -> Result<Vec<Block>> {
    match kind {
        SectionKind::Profile => about::profile(making),
        SectionKind::KeyFigures => counts::key_figures(making),
        SectionKind::Comparison => compare::comparison(making),
        SectionKind::Indicator => compare::indicator(making),
        SectionKind::Trend => counts::trend(making),
        SectionKind::ByType => counts::breakdown(making, Breakdown::Type),
        SectionKind::ByRight => counts::breakdown(making, Breakdown::Right),
        SectionKind::ByTarget => counts::breakdown(making, Breakdown::Target),
        SectionKind::ByPerpetrator => counts::breakdown(making, Breakdown::Perpetrator),
        SectionKind::Map => events::where_it_happened(making),
        SectionKind::Timeline => events::timeline(making),
        SectionKind::Cases => events::cases(making),
        SectionKind::Legal => law::framework(making),
        SectionKind::Obligations => {
            let mut blocks = law::obligations(making)?;
            blocks.extend(findings::listed(making)?);
            Ok(blocks)
        }
        SectionKind::Rights => law::rights(making),
        SectionKind::Articles => law::articles(making),
        SectionKind::Contradictions => said::contradictions(making),
        SectionKind::Demands => said::demands(making),
        SectionKind::Method => about::method(making),
        SectionKind::Annex => events::annex(making),
    }
}

/// What was given, or what the report is about.
fn title(making: &Making<'_>, subject: Option<&Span>) -> String {
    let wanted = making.wanted;
    if let Some(title) = &wanted.title {
        return title.clone();
    }
    let names: Vec<&str> = wanted.countries.iter().map(|it| making.country(it)).collect();
    let about = subject
        .map_or_else(|| names.join(&making.say("report-comma")), |subject| subject.text.clone());
    making.words.of_value(&format!("report-title-{}", wanted.preset), &about)
}

/// The logo, with what it shows for those who do not see it.
fn logo(making: &Making<'_>) -> Option<DocumentLogo> {
    let wanted = making.wanted;
    wanted.logo.as_ref().map(|logo| DocumentLogo {
        media_type: logo.kind.media_type().to_owned(),
        width: logo.width,
        height: logo.height,
        data: logo.base64(),
        text: match &wanted.organisation {
            Some(organisation) => making.words.of_value("report-logo-of", organisation),
            None => making.say("report-logo"),
        },
    })
}

/// What stands below the title.
fn facts(making: &Making<'_>, subject: Option<Span>) -> Vec<Fact> {
    let wanted = making.wanted;
    let mut all = Vec::new();
    let mut add = |key: &str, text: Vec<Span>| {
        all.push(Fact { label: making.say(key), text });
    };
    if let Some(subject) = subject {
        add("report-actor", vec![subject]);
    }
    if !wanted.countries.is_empty() {
        let names: Vec<&str> = wanted.countries.iter().map(|it| making.country(it)).collect();
        add("report-country", vec![Span::plain(names.join(&making.say("report-comma")))]);
    }
    if let Some(code) = &wanted.instrument {
        add("report-instrument", vec![Span::link(code, format!("/instruments/{code}"))]);
    }
    add("report-period", vec![Span::plain(making.period(wanted.period))]);
    let audience = making.say(&format!("report-audience-name-{}", wanted.audience));
    add("report-audience", vec![Span::plain(audience)]);
    let at = making.now.utc().format("%Y-%m-%d %H:%M UTC").to_string();
    add("report-made-at", vec![Span::plain(at)]);
    all.extend(from_release::facts(making));
    all
}

fn fixed_words(making: &Making<'_>) -> FixedWords {
    let say = |key: &str| making.say(key);
    FixedWords {
        contents: say("report-contents"),
        notes: say("report-notes"),
        page_of: making.words.of_values("report-page-of", "{page}", "{pages}"),
        table: say("report-table"),
        chart: say("report-chart"),
        map: say("report-map"),
        available_at: say("report-available-at"),
        archived_at: say("report-archived-at"),
        data: say("report-data"),
        not_known: say("report-not-known"),
        made: say("report-made"),
        digest: say("report-digest"),
    }
}

/// The words of the body, as an office counts them: what white space sets apart, with a letter or
/// digit in it; titles of sections and what is told in them, without tables, charts and the annex.
fn words_of(document: &Document) -> usize {
    let count = |text: &str| {
        text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
    };
    let spans = |text: &[Span]| -> usize {
        let whole: String = text.iter().map(|span| span.text.as_str()).collect();
        count(&whole)
    };
    let block = |block: &Block| match block {
        Block::Heading { text, .. }
        | Block::Paragraph { text }
        | Block::Remark { text }
        | Block::Quote { text } => spans(text),
        Block::List { items } => items.iter().map(|item| spans(item)).sum(),
        Block::Timeline { items } => {
            items.iter().map(|item| count(&item.date) + spans(&item.text)).sum()
        }
        Block::Figures { items } => {
            items.iter().map(|item| count(&item.value.text) + count(&item.label)).sum()
        }
        Block::Table(_) | Block::Chart(_) | Block::Map(_) => 0,
    };
    document
        .sections
        .iter()
        .filter(|section| section.kind != SectionKind::Annex.code())
        .map(|section| {
            count(&section.title)
                + section.introduction.iter().map(|text| count(text)).sum::<usize>()
                + section.blocks.iter().map(block).sum::<usize>()
        })
        .sum()
}
