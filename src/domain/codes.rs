//! The closed vocabularies: codes that the program itself distinguishes.
//!
//! Their labels and definitions are in `src/reference/terms.csv`; event types and rights, which an
//! administrator may extend, are [`Code`]s checked against the database.

/// Defines an enum whose values are words, the same in Rust, JSON, the database and the API.
macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub enum $name { $($(#[$of])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// Every value, in the order of definition.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word that stands for it everywhere outside the program.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                use utoipa::openapi::schema::{ObjectBuilder, Type};
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .enum_values(Some([$($code),+]))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(code: &str) -> Result<Self, String> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err(format!(
                        "'{}' is not one of {}",
                        code.chars().take(40).collect::<String>(),
                        [$($code),+].join(", "),
                    )),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for $name
        where
            str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, DB>,
            ) -> diesel::serialize::Result {
                diesel::serialize::ToSql::<diesel::sql_types::Text, DB>::to_sql(self.code(), out)
            }
        }

        impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $name
        where
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(value: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                Ok(<String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(value)?
                    .parse::<Self>()?)
            }
        }
    };
}

codes! {
    /// Where a record stands in review.
    Status {
        Draft = "draft",
        Submitted = "submitted",
        NeedsChanges = "needs_changes",
        Approved = "approved",
        Published = "published",
        Rejected = "rejected",
        Retracted = "retracted",
    }
}

codes! {
    /// How short the span of days is in which something happened.
    DatePrecision {
        Day = "day",
        FewDays = "few_days",
        Week = "week",
        Month = "month",
        Season = "season",
        Year = "year",
        Longer = "longer",
        Unknown = "unknown",
    }
}

codes! {
    /// How exactly a place is known (UCDP's seven, and `unknown`).
    GeoPrecision {
        Exact = "exact",
        Near = "near",
        District = "district",
        Province = "province",
        Linear = "linear",
        Country = "country",
        International = "international",
        Unknown = "unknown",
    }
}

codes! {
    ActorKind {
        Person = "person",
        Group = "group",
        State = "state",
        StateBody = "state_body",
        PoliticalParty = "political_party",
        Ngo = "ngo",
        Media = "media",
        Union = "union",
        Company = "company",
        ArmedGroup = "armed_group",
        ReligiousBody = "religious_body",
        Intergovernmental = "intergovernmental",
        Other = "other",
    }
}

codes! {
    /// The branch of the state that a state body belongs to.
    Sector {
        Executive = "executive",
        Police = "police",
        Military = "military",
        Intelligence = "intelligence",
        Prison = "prison",
        Judiciary = "judiciary",
        Legislature = "legislature",
        Local = "local",
    }
}

codes! {
    NameKind {
        Primary = "primary",
        Alias = "alias",
        Acronym = "acronym",
        Former = "former",
    }
}

codes! {
    Gender {
        Woman = "woman",
        Man = "man",
        NonBinary = "non_binary",
        Other = "other",
        Unknown = "unknown",
    }
}

codes! {
    AgeGroup {
        Child = "child",
        YoungAdult = "young_adult",
        Adult = "adult",
        Older = "older",
        Unknown = "unknown",
    }
}

codes! {
    /// What a person or group defends, where they are human rights defenders.
    HrdGroup {
        Journalist = "journalist",
        Lawyer = "lawyer",
        Land = "land",
        Environment = "environment",
        Indigenous = "indigenous",
        Labour = "labour",
        WomenRights = "women_rights",
        Lgbtqi = "lgbtqi",
        MinorityRights = "minority_rights",
        Student = "student",
        ProDemocracy = "pro_democracy",
        Community = "community",
        NgoStaff = "ngo_staff",
        Other = "other",
    }
}

codes! {
    AffiliationKind {
        MemberOf = "member_of",
        Leads = "leads",
        Founded = "founded",
        EmployedBy = "employed_by",
        PartOf = "part_of",
        FamilyOf = "family_of",
        SuccessorOf = "successor_of",
    }
}

codes! {
    StatementKind {
        PressStatement = "press_statement",
        UrgentAppeal = "urgent_appeal",
        OpenLetter = "open_letter",
        Report = "report",
        Testimony = "testimony",
        CourtRecord = "court_record",
        News = "news",
        SocialMedia = "social_media",
        GovernmentStatement = "government_statement",
        LawText = "law_text",
        Other = "other",
    }
}

codes! {
    /// How far a source can be relied on, from A (completely) to E (not at all); F cannot be judged.
    Reliability {
        A = "A",
        B = "B",
        C = "C",
        D = "D",
        E = "E",
        F = "F",
    }
}

codes! {
    /// What an actor did in an event.
    ParticipationRole {
        Perpetrator = "perpetrator",
        OrderedBy = "ordered_by",
        Target = "target",
        Witness = "witness",
        Intervener = "intervener",
        DecisionMaker = "decision_maker",
        Other = "other",
    }
}

codes! {
    /// What an event did to an actor.
    Harm {
        Killed = "killed",
        Injured = "injured",
        Detained = "detained",
        Displaced = "displaced",
        None = "none",
        Unknown = "unknown",
    }
}

codes! {
    /// How well an event is established.
    Confidence {
        Confirmed = "confirmed",
        Likely = "likely",
        Possible = "possible",
        Doubtful = "doubtful",
    }
}

codes! {
    LegalStage {
        None = "none",
        Investigation = "investigation",
        PreTrial = "pre_trial",
        Trial = "trial",
        Sentenced = "sentenced",
        Appeal = "appeal",
        Final = "final",
        Closed = "closed",
    }
}

codes! {
    RelationKind {
        LeadsTo = "leads_to",
        PartOf = "part_of",
        RetaliationFor = "retaliation_for",
        CarriesOut = "carries_out",
        Reverses = "reverses",
        FollowUpTo = "follow_up_to",
    }
}

codes! {
    InstrumentKind {
        Treaty = "treaty",
        Protocol = "protocol",
        Declaration = "declaration",
        PeaceAgreement = "peace_agreement",
        Constitution = "constitution",
        Statute = "statute",
        Resolution = "resolution",
        SoftLaw = "soft_law",
    }
}

codes! {
    /// What a state did to an instrument.
    CommitmentAction {
        Signature = "signature",
        Ratification = "ratification",
        Accession = "accession",
        /// Or approval: consent of states whose law knows another word for it.
        Acceptance = "acceptance",
        Succession = "succession",
        /// A deposit of which the source does not say whether it ratifies or accedes.
        RatificationOrAccession = "ratification_or_accession",
        Reservation = "reservation",
        Declaration = "declaration",
        /// Notice that obligations are suspended in an emergency.
        Derogation = "derogation",
        Denunciation = "denunciation",
        Adoption = "adoption",
    }
}

codes! {
    Finding {
        Engaged = "engaged",
        AllegedViolation = "alleged_violation",
        FoundViolation = "found_violation",
    }
}

codes! {
    /// What a statement does with what it says.
    Stance {
        Reports = "reports",
        Alleges = "alleges",
        Condemns = "condemns",
        Confirms = "confirms",
        Denies = "denies",
        Invokes = "invokes",
        Mentions = "mentions",
        Quotes = "quotes",
    }
}

codes! {
    DemandCategory {
        Cease = "cease",
        Release = "release",
        Investigate = "investigate",
        Repeal = "repeal",
        Protect = "protect",
        Ratify = "ratify",
        Other = "other",
    }
}

codes! {
    DemandStatus {
        Open = "open",
        PartlyMet = "partly_met",
        Met = "met",
        Refused = "refused",
        Superseded = "superseded",
    }
}

codes! {
    /// What kind of record a citation speaks of.
    CitationTarget {
        Incident = "incident",
        Event = "event",
        Actor = "actor",
        Affiliation = "affiliation",
        Participation = "participation",
        Provision = "provision",
        Demand = "demand",
    }
}

codes! {
    /// How an instrument stands for a state on a day.
    LegalStatus {
        Party = "party",
        Signatory = "signatory",
        BindingOnSignature = "binding_on_signature",
        Withdrawn = "withdrawn",
        NotParty = "not_party",
        NotRatifiable = "not_ratifiable",
    }
}

codes! {
    /// What a text claims of a state and an instrument.
    ClaimedStatus {
        Signatory = "signatory",
        Party = "party",
    }
}

codes! {
    /// How a claim compares with what is recorded.
    ClaimOutcome {
        Confirmed = "confirmed",
        /// The state was bound by more than is claimed.
        Stronger = "stronger",
        Contradicted = "contradicted",
        /// What is loaded does not tell.
        NotKnown = "not_known",
    }
}

codes! {
    /// Whom alone an instrument protects, where that is not everyone.
    ProtectedGroup {
        Children = "children",
        Women = "women",
        PersonsWithDisabilities = "persons_with_disabilities",
        MigrantWorkers = "migrant_workers",
        Refugees = "refugees",
        StatelessPersons = "stateless_persons",
    }
}

pub(crate) use codes;
