//! What a report is asked to be: preset, country, period, audience, sections. The same parameters are
//! an address, the options of the command line and a saved definition.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::from_release::FILTERS;
use crate::casework::records::Filters;
use crate::domain::codes::codes;
use crate::domain::logo::Logo;
use crate::domain::release::Version;
use crate::domain::{Caller, Country, Id, Role};
use crate::error::{Error, Result};
use crate::words::Words;

codes! {
    /// For whom a report is put together.
    ReportPreset {
        /// All about one country.
        Country = "country",
        /// A stakeholder submission to the Universal Periodic Review.
        Upr = "upr",
        /// To a treaty body: by article of one instrument.
        TreatyBody = "treaty_body",
        /// Several countries side by side.
        Numbers = "numbers",
        /// One page.
        Brief = "brief",
        /// All about one actor.
        Actor = "actor",
        /// The count of indicator 16.10.1 of the Sustainable Development Goals.
        Sdg = "sdg_16_10_1",
    }
}

codes! {
    /// A section of a report.
    SectionKind {
        Profile = "profile",
        KeyFigures = "key_figures",
        Comparison = "comparison",
        Indicator = "indicator",
        Trend = "trend",
        ByType = "by_type",
        ByRight = "by_right",
        ByTarget = "by_target",
        ByPerpetrator = "by_perpetrator",
        Map = "map",
        Timeline = "timeline",
        Cases = "cases",
        Legal = "legal",
        Obligations = "obligations",
        Rights = "rights",
        Articles = "articles",
        Contradictions = "contradictions",
        Demands = "demands",
        Method = "method",
        Annex = "annex",
    }
}

codes! {
    /// Who is to read a report: it tells nothing that they may not see.
    ReportAudience {
        /// Everybody: what is published and public.
        Public = "public",
        /// Those whom one works with: what a researcher sees who is in no team.
        Partners = "partners",
        /// Whoever makes it: what they see themselves.
        Internal = "internal",
    }
}

impl ReportAudience {
    /// As whom the records are read. Never more than `maker` may see.
    pub fn reader(self, maker: &Caller) -> Caller {
        match self {
            Self::Internal => maker.clone(),
            Self::Public => Caller::public(),
            Self::Partners => Caller {
                user: Id::least(),
                role: maker.role.min(Role::Researcher),
                ..Caller::public()
            },
        }
    }

    /// Those for whom `maker` can tell more than the public may see, and the public.
    pub fn offered_to(maker: &Caller) -> Vec<Self> {
        let is_researcher = maker.role >= Role::Researcher;
        let is_offered = |it: &Self| match it {
            Self::Public => true,
            Self::Partners => is_researcher,
            Self::Internal => is_researcher || !maker.teams.is_empty(),
        };
        Self::ALL.iter().copied().filter(is_offered).collect()
    }
}

impl ReportPreset {
    /// The parameter that says whom it is about.
    pub const fn subject(self) -> &'static str {
        if matches!(self, Self::Actor) { "actor" } else { "country" }
    }

    /// The sections that it has, unless others are asked for.
    pub const fn sections(self) -> &'static [SectionKind] {
        use SectionKind as S;
        match self {
            Self::Country => &[
                S::KeyFigures,
                S::Trend,
                S::ByType,
                S::ByRight,
                S::ByTarget,
                S::ByPerpetrator,
                S::Map,
                S::Timeline,
                S::Cases,
                S::Legal,
                S::Obligations,
                S::Contradictions,
                S::Demands,
                S::Method,
                S::Annex,
            ],
            Self::Upr => {
                &[S::KeyFigures, S::Legal, S::Rights, S::Contradictions, S::Demands, S::Method]
            }
            Self::TreatyBody => &[
                S::KeyFigures,
                S::Legal,
                S::Articles,
                S::Contradictions,
                S::Demands,
                S::Method,
                S::Annex,
            ],
            Self::Numbers => &[S::Comparison, S::Method],
            Self::Brief => &[S::KeyFigures, S::Trend, S::Timeline, S::Demands],
            Self::Actor => &[
                S::Profile,
                S::KeyFigures,
                S::Trend,
                S::ByType,
                S::Timeline,
                S::Contradictions,
                S::Demands,
                S::Method,
                S::Annex,
            ],
            Self::Sdg => &[S::Indicator, S::Method, S::Annex],
        }
    }

    /// How many words the body that it is sent to reads: of one organisation, and of several together
    /// (Human Rights Council, technical guidelines for stakeholder submissions).
    pub const fn word_limits(self) -> Option<(usize, usize)> {
        match self {
            Self::Upr => Some((2_815, 5_630)),
            _ => None,
        }
    }
}

/// The days that a report is about; open at an end that is not given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Period {
    /// The period of the same length right before: as many months, where it is of whole months.
    pub fn before(self) -> Option<Self> {
        let (from, to) = (self.from?, self.to?);
        let last = from.pred_opt()?;
        let after = to.succ_opt()?;
        let first = if from.day() == 1 && after.day() == 1 {
            let months = (after.year() - from.year()) * 12 + i32::try_from(after.month()).ok()?
                - i32::try_from(from.month()).ok()?;
            from.checked_sub_months(Months::new(u32::try_from(months).ok()?))?
        } else {
            let days = u64::try_from((to - from).num_days()).ok()?;
            last.checked_sub_days(Days::new(days))?
        };
        (first.year() >= 1).then_some(Self { from: Some(first), to: Some(last) })
    }

    /// The period some years later, or earlier. One that ends with a month does so in every year.
    pub fn later(self, years: i32) -> Option<Self> {
        let shifted = |day: NaiveDate, is_end: bool| {
            let months = Months::new(years.unsigned_abs().checked_mul(12)?);
            // The last of February is in some years a day earlier.
            let ends_month = is_end && day.succ_opt()?.day() == 1;
            let day = if ends_month { day.succ_opt()? } else { day };
            let moved = if years < 0 {
                day.checked_sub_months(months)
            } else {
                day.checked_add_months(months)
            }?;
            let moved = if ends_month { moved.pred_opt()? } else { moved };
            (1..=9999).contains(&moved.year()).then_some(moved)
        };
        let shift = |day: Option<NaiveDate>, is_end| match day {
            None => Some(None),
            Some(day) => shifted(day, is_end).map(Some),
        };
        Some(Self { from: shift(self.from, false)?, to: shift(self.to, true)? })
    }

    /// Whether all days of another are days of it.
    pub fn holds(self, other: Self) -> bool {
        self.from.is_none_or(|from| other.from.is_some_and(|it| it >= from))
            && self.to.is_none_or(|to| other.to.is_some_and(|it| it <= to))
    }

    /// Whether a chart of it is by month: two years at most.
    pub fn is_by_month(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if (to - from).num_days() <= 2 * 366)
    }
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub preset: ReportPreset,
    pub audience: ReportAudience,
    pub language: Words,
    /// Those that it is about; [`ReportPreset::Numbers`] takes several, [`ReportPreset::Actor`] none.
    pub countries: Vec<Country>,
    /// Whom it is about, by id or ref, for [`ReportPreset::Actor`].
    pub actor: Option<String>,
    /// Whose articles it is ordered by, for [`ReportPreset::TreatyBody`].
    pub instrument: Option<String>,
    pub period: Period,
    /// What else events must meet.
    pub filters: Filters,
    pub title: Option<String>,
    pub organisation: Option<String>,
    /// Whether several organisations submit it, which may say more.
    pub coalition: bool,
    pub sections: Vec<SectionKind>,
    /// What stands above a section, by its kind.
    pub introductions: BTreeMap<SectionKind, String>,
    /// The incidents that are told in full, by ref; none: those that most sources tell.
    pub cases: Vec<String>,
    /// How many events the annex lists.
    pub annex: usize,
    /// The version of the release that it is made of, in the place of the records as they are.
    pub release: Option<String>,
    /// The logo of whoever submits it, which is no parameter.
    pub logo: Option<Logo>,
    /// What was asked, in the order of names: what differs from what is otherwise.
    pub query: String,
}

/// Events that an annex lists, unless it says otherwise, and at most.
const ANNEX: usize = 1_000;
const LONGEST_ANNEX: usize = 5_000;
/// Characters of a title, and of a text above a section.
const LONGEST_TITLE: usize = 300;
const LONGEST_TEXT: usize = 20_000;
/// Countries side by side.
const MOST_COUNTRIES: usize = 12;
/// What stands before the kind of a section whose introduction a parameter is.
pub const INTRODUCTION: &str = "introduction.";

impl Wanted {
    /// What parameters ask for. Those that are no report's own are filters of events.
    ///
    /// # Errors
    /// [`Error::Malformed`], with what is wrong with which.
    pub fn of(mut given: BTreeMap<String, String>) -> Result<Self> {
        given.retain(|_, value| !value.trim().is_empty());
        if let Some(name) = given.iter().find(|it| it.1.contains('\0')).map(|it| it.0.clone()) {
            return Err(wrong(&name, "it contains a NUL character"));
        }
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&given).finish();
        let mut take = |name: &str| given.remove(name);
        let preset: ReportPreset =
            parsed("preset", take("preset"))?.unwrap_or(ReportPreset::Country);
        let audience = parsed("audience", take("audience"))?.unwrap_or(ReportAudience::Public);
        let language = match take("lang") {
            None => Words::default(),
            Some(tag) => {
                Words::of(&tag).ok_or_else(|| wrong("lang", "reports are in en, fr, km and ar"))?
            }
        };
        let countries = listed(take("country"))
            .iter()
            .map(|code| code.parse().map_err(|about: String| wrong("country", &about)))
            .collect::<Result<Vec<Country>>>()?;
        let period = Period { from: day("from", take("from"))?, to: day("to", take("to"))? };
        if let (Some(from), Some(to)) = (period.from, period.to)
            && from > to
        {
            let about = format!("the period ends on {to}, before it begins on {from}");
            return Err(wrong("to", &about));
        }
        let title = text("title", take("title"), LONGEST_TITLE)?;
        let organisation = text("organisation", take("organisation"), LONGEST_TITLE)?;
        let coalition = parsed::<bool>("coalition", take("coalition"))?.unwrap_or(false);
        let sections = match take("sections") {
            None => preset.sections().to_vec(),
            Some(list) => sections(&list)?,
        };
        let annex = match take("annex") {
            None => ANNEX,
            Some(many) => {
                many.parse().ok().filter(|many| (1..=LONGEST_ANNEX).contains(many)).ok_or_else(
                    || wrong("annex", &format!("it is a number from 1 to {LONGEST_ANNEX}")),
                )?
            }
        };
        let release: Option<Version> = parsed("release", take("release"))?;
        let (actor, instrument) = (take("actor"), take("instrument"));
        let cases = listed(take("cases"));
        let mut introductions = BTreeMap::new();
        let mut filters = BTreeMap::new();
        for (name, value) in given {
            match name.strip_prefix(INTRODUCTION) {
                Some(kind) => {
                    let kind = kind.parse().map_err(|about: String| wrong(&name, &about))?;
                    if let Some(text) = text(&name, Some(value), LONGEST_TEXT)? {
                        introductions.insert(kind, text);
                    }
                }
                None => {
                    filters.insert(name, value);
                }
            }
        }
        let mut wanted = Self {
            preset,
            audience,
            language,
            countries,
            actor,
            instrument,
            period,
            filters: Filters(filters),
            title,
            organisation,
            coalition,
            sections,
            introductions,
            cases,
            annex,
            release: release.map(|version| version.to_string()),
            logo: None,
            query,
        };
        wanted.check()?;
        Ok(wanted)
    }

    /// The same with a logo.
    #[must_use]
    pub fn with_logo(self, logo: Option<Logo>) -> Self {
        Self { logo, ..self }
    }

    /// What each preset needs.
    fn check(&mut self) -> Result<()> {
        let (countries, is_about_actor) =
            (self.countries.len(), self.preset == ReportPreset::Actor);
        if is_about_actor && self.actor.is_none() {
            return Err(wrong("actor", "give the actor, by id or ref, such as actor=A-00002"));
        }
        if !is_about_actor && countries == 0 {
            return Err(wrong("country", "give a country, such as country=KHM"));
        }
        if self.preset == ReportPreset::Numbers && countries > MOST_COUNTRIES {
            return Err(wrong("country", &format!("at most {MOST_COUNTRIES} stand side by side")));
        }
        if self.preset != ReportPreset::Numbers && countries > 1 {
            return Err(wrong(
                "country",
                "only preset=numbers sets several countries side by side",
            ));
        }
        if self.preset == ReportPreset::TreatyBody && self.instrument.is_none() {
            let about = "give the instrument of the treaty body, such as instrument=ICCPR";
            return Err(wrong("instrument", about));
        }
        // Elsewhere both are filters, as in lists.
        if !is_about_actor && let Some(actor) = self.actor.take() {
            self.filters.0.insert("actor".to_owned(), actor);
        }
        if self.preset != ReportPreset::TreatyBody
            && let Some(code) = self.instrument.take()
        {
            self.filters.0.insert("instrument".to_owned(), code);
        }
        if self.release.is_some() {
            if self.audience != ReportAudience::Public {
                let about = "a release holds what is public; a report of it is for everybody";
                return Err(wrong("audience", about));
            }
            if let Some(name) = self.filters.0.keys().find(|it| !FILTERS.contains(&it.as_str())) {
                let about = format!("a release can be asked for {}", FILTERS.join(", "));
                return Err(wrong(name, &about));
            }
        }
        Ok(())
    }

    /// The filters of the events of a period in some countries.
    pub fn events(&self, countries: &[Country], period: Period) -> Filters {
        let mut all = self.filters.clone();
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                all.0.insert(name.to_owned(), value);
            }
        };
        let codes: Vec<&str> = countries.iter().map(Country::as_str).collect();
        add("country", (!codes.is_empty()).then(|| codes.join(",")));
        add("actor", self.actor.clone());
        add("from", period.from.map(|day| day.to_string()));
        add("to", period.to.map(|day| day.to_string()));
        all
    }
}

fn wrong(name: &str, about: &str) -> Error {
    let name: String = name.chars().take(60).collect();
    Error::Malformed(format!("'{name}' cannot be used: {about}"))
}

fn parsed<T: std::str::FromStr<Err: ToString>>(
    name: &str,
    value: Option<String>,
) -> Result<Option<T>> {
    value
        .map(|value| value.parse())
        .transpose()
        .map_err(|about: T::Err| wrong(name, &about.to_string()))
}

fn listed(value: Option<String>) -> Vec<String> {
    let value = value.unwrap_or_default();
    value.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

fn day(name: &str, value: Option<String>) -> Result<Option<NaiveDate>> {
    let Some(value) = value else { return Ok(None) };
    let day = NaiveDate::parse_from_str(&value, "%Y-%m-%d").ok();
    day.filter(|day| day.to_string() == value && (1..=9999).contains(&day.year()))
        .map(Some)
        .ok_or_else(|| wrong(name, "it is a day, as YYYY-MM-DD"))
}

fn text(name: &str, value: Option<String>, longest: usize) -> Result<Option<String>> {
    let Some(value) = value else { return Ok(None) };
    let length = value.chars().count();
    if length > longest {
        let about = format!("it has {length} characters; at most {longest} are set");
        return Err(wrong(name, &about));
    }
    Ok(Some(value.trim().to_owned()))
}

fn sections(list: &str) -> Result<Vec<SectionKind>> {
    let mut all = Vec::new();
    for code in listed(Some(list.to_owned())) {
        let kind = code.parse().map_err(|about: String| wrong("sections", &about))?;
        if all.contains(&kind) {
            return Err(wrong("sections", &format!("{kind} is there twice")));
        }
        all.push(kind);
    }
    if all.is_empty() {
        return Err(wrong("sections", "name at least one, such as sections=key_figures,annex"));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(query: &str) -> Result<Wanted> {
        Wanted::of(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    fn said(query: &str) -> String {
        match wanted(query) {
            Ok(_) => panic!("{query} is taken"),
            Err(error) => error.to_string(),
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn parameters_say_what_is_wrong_with_them() {
        assert!(said("").contains("give a country"));
        assert!(said("country=KH").contains("country"));
        assert!(said("country=KHM&from=2018-01-01&to=2017-01-01").contains("before it begins"));
        assert!(said("country=KHM&from=2017").contains("YYYY-MM-DD"));
        assert!(said("country=KHM,THA").contains("preset=numbers"));
        assert!(said("country=KHM&preset=treaty_body").contains("instrument=ICCPR"));
        assert!(said("preset=actor").contains("actor=A-00002"));
        assert!(said("country=KHM&sections=legal,legal").contains("twice"));
        assert!(said("country=KHM&sections=poem").contains("poem"));
        assert!(said("country=KHM&cases=%00").contains("NUL"));
        assert!(said("country=KHM&to=%2B10000-01-01").contains("YYYY-MM-DD"));
        assert!(said("country=KHM&lang=xx").contains("en, fr, km and ar"));
        assert!(said(&format!("country=KHM&title={}", "x".repeat(10_000))).contains("10000"));
    }

    #[test]
    fn what_was_asked_is_said_in_one_way() {
        let one = wanted("to=2017-12-31&country=KHM&from=2017-01-01&title=").unwrap();
        assert_eq!(one.query, "country=KHM&from=2017-01-01&to=2017-12-31");
        assert_eq!(one.sections, ReportPreset::Country.sections());
        let filters = one.events(&one.countries, one.period);
        assert_eq!(filters.get("country"), Some("KHM"));
        assert_eq!(filters.get("from"), Some("2017-01-01"));
        let other = wanted("country=KHM&type=arrest&introduction.legal=Note").unwrap();
        assert_eq!(other.filters.get("type"), Some("arrest"));
        assert_eq!(other.introductions[&SectionKind::Legal], "Note");
    }

    #[test]
    fn the_period_before_is_as_long() {
        let before = |from: &str, to: &str| {
            let period = Period { from: Some(day(from)), to: Some(day(to)) };
            let before = period.before().unwrap();
            (before.from.unwrap().to_string(), before.to.unwrap().to_string())
        };
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(before("2017-01-01", "2017-12-31"), pair("2016-01-01", "2016-12-31"));
        assert_eq!(before("2016-02-01", "2016-02-29"), pair("2016-01-01", "2016-01-31"));
        assert_eq!(before("2017-01-01", "2026-12-31"), pair("2007-01-01", "2016-12-31"));
        assert_eq!(before("2017-03-10", "2017-03-19"), pair("2017-02-28", "2017-03-09"));
        assert_eq!(Period { from: Some(day("2017-01-01")), to: None }.before(), None);
        let first = Period { from: Some(day("0001-01-01")), to: Some(day("0001-12-31")) };
        assert_eq!(first.before(), None);
    }

    #[test]
    fn the_period_of_another_year_has_the_same_months() {
        let later = |from: &str, to: &str, years: i32| {
            let period = Period { from: Some(day(from)), to: Some(day(to)) };
            let later = period.later(years).unwrap();
            (later.from.unwrap().to_string(), later.to.unwrap().to_string())
        };
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(later("2017-01-01", "2017-12-31", 1), pair("2018-01-01", "2018-12-31"));
        assert_eq!(later("2016-02-01", "2016-02-29", 1), pair("2017-02-01", "2017-02-28"));
        assert_eq!(later("2015-02-01", "2015-02-28", 1), pair("2016-02-01", "2016-02-29"));
        assert_eq!(later("2017-03-10", "2017-04-19", -2), pair("2015-03-10", "2015-04-19"));
        let open = Period { from: Some(day("2017-01-01")), to: None };
        assert_eq!(open.later(1).unwrap().from, Some(day("2018-01-01")));
        assert_eq!(open.later(1).unwrap().to, None);
        assert_eq!(open.later(i32::MIN), None);
        assert_eq!(open.later(9_000), None);
    }

    #[test]
    fn nobody_reads_more_than_its_maker() {
        let viewer = Caller::public();
        assert_eq!(ReportAudience::Partners.reader(&viewer).role, Role::Viewer);
        let admin = Caller { role: Role::Admin, ..Caller::public() };
        assert_eq!(ReportAudience::Partners.reader(&admin).role, Role::Researcher);
        assert_eq!(ReportAudience::Public.reader(&admin), Caller::public());
        assert_eq!(ReportAudience::Internal.reader(&admin), admin);
    }
}
