### The words of the pages, in English. Every key is here; other languages may lack some.

## Around every page

skip = Skip to the content
search-label = Search everything
search-go = Search
nav-label = Main
nav-start = Start
nav-law = Law
nav-review = Review
nav-account = Your account
nav-api = API documentation
nav-logout = Log out
nav-help = Help
language = Language
crumbs = You are here
see-all = See all
yes = Yes
no = No
what-is-it = What does this mean?
as-of = as of { $value }

## Coming in and going out

login-title = Log in
login-email = E-mail address
login-password = Password
login-go = Log in
login-help = Accounts are made by an administrator. If you have forgotten your password, ask them for a new one.
resume-title = Log in to save what you typed
resume-about = Your session has ended. Nothing is lost: what you typed is kept on this page, and is saved as soon as you log in.
resume-go = Log in and save
said-logged-out = You are logged out.
said-password-changed = Your password is changed, and all your sessions are ended. Log in with the new password.
said-session-ended = The session is ended.
account-title = Your account
account-password = Change your password
account-current = Present password
account-new = New password
account-new-hint = At least 12 characters. Four or five words that do not belong together are easy to remember and hard to guess.
account-again = New password, again
account-change = Change password
account-passwords-differ = is not the same as the one below it; type both again
account-sessions = Where you are logged in
account-sessions-about = End a session that you do not know, and change your password.
account-begun = Begun
account-used = Last used
account-this = this one
account-end = End

## What went wrong

problem-not-found = There is nothing here
problem-not-found-detail = This page does not exist, or you may not see it. Check the address, or search for what you need.
problem-forbidden = You may not do this
problem-malformed = This could not be understood
problem-too-many = Too many attempts
problem-too-large = This is too large
problem-unavailable = saksi cannot reach its database
problem-internal = Something went wrong on our side
problem-refused = This was not done
problem-start = Go to the start page
problem-request = If you ask an administrator about it, give them this number: { $value }

## Search

search-title = Search
search-hint = Whole words, in any script and order. "Words in quotes" stand together; begin* goes on in any way.
search-kinds = Where
search-nothing = Nothing is found for { $value }
search-nothing-about = Try fewer words, or another spelling.
search-nearly = These actors are nearly called so:

## Review

review-about = What monitors have handed in, what has waited longest first. Nobody approves their own records.
review-submitted = Waits for a decision
review-approved = Approved, not yet published
review-choose = Choose
review-since = Since
review-own = your own
review-more-waits = More waits than is shown here.
review-together = The decision is taken for all that you have chosen, or for none.
said-none-chosen = Nothing was chosen.
said-decided = Decided.

## Help

help-counting = How saksi counts
help-incident = An incident is a case file: one or more events that belong together.
help-event = An event is one act of one type, on a date, at a place.
help-victim = A victim is a distinct person or group that was targeted.
help-labels = Categories overlap: an event that affects two rights counts under both, so that categories may add up to more than the total.
help-unknown = Unknown is not zero: what is not known stays empty.
help-dates = Dates
help-dates-about = Write a date as exactly as it is known, and no more, in words or in EDTF: 26 November 2017 (2017-11-26), November 2017 (2017-11), 2017; about November 2017 (2017-11~), possibly 2017 (2017?); between 3 September and 16 November 2017 (2017-09-03/2017-11-16), since 3 September 2017 (2017-09-03/..). The field says how it is understood. English, French, Arabic and Khmer words and digits are read. 3/4/2017 may mean two days and is asked again; a year of the Buddhist era needs its mark: 2560 BE counts as Thailand does, ព.ស. as Cambodia does.
help-keys = Keyboard
help-keys-about = Outside of fields:
key-search = Search
key-save = Save the form that you are in
key-help = This page

## Start

start-welcome = Welcome, { $value }
start-empty-title = Nothing here yet
start-empty = Begin with a statement: paste what an organisation, a state or a witness said. Then log the incident that it speaks of, and cite the passage that says so.
start-drafts = Your drafts
start-drafts-none = You have no drafts.
start-returned = Came back to you
start-returned-none = Nothing came back for changes.
start-waiting = Waits for review
start-waiting-none = Nothing waits for review.
start-submitted = Handed in, not yet reviewed
start-submitted-none = Nothing of yours waits for a reviewer.
start-recent = Published last
start-recent-none = Nothing is published yet.

## Kinds of record

kind-statement = Statement
kinds-statement = Statements
about-statement = What was said, by whom and when: the sources of everything else.
kind-incident = Incident
kinds-incident = Incidents
about-incident = Case files: each holds one or more events that belong together.
kind-event = Event
kinds-event = Events
about-event = Each event is one act of one type, on a date, at a place: who did what to whom.
kind-actor = Actor
kinds-actor = Actors
about-actor = Anyone who does, suffers, says or is asked: people, groups, organisations, state bodies.
kind-demand = Demand
kinds-demand = Demands
about-demand = What statements ask of somebody, tracked until it is met, refused or superseded.
kind-instrument = Instrument
kinds-instrument = Legal instruments
about-instrument = Treaties, declarations, peace agreements, constitutions and statutes.
kind-provision = Provision
kinds-provision = Provisions
about-provision = Articles and paragraphs of legal instruments, with the right that each protects.
kind-commitment = Commitment
kinds-commitment = Commitments
about-commitment = What states did to instruments: signatures, ratifications, accessions, reservations.
kind-citation = Citation
kinds-citation = Citations
about-citation = What statements say of records, with which stance and in which words.
kind-affiliation = Affiliation
kinds-affiliation = Affiliations
about-affiliation = What one actor is to another, from when to when.
kind-participation = Participation

## Lists

list-filter = Filter and sort
list-any = any
list-only-mine = made by me
list-sort = Order
list-show = Show
list-clear = Clear all filters
list-chips = Filters in use
list-without = Remove the filter { $value }
list-nothing = No record matches all of these filters
list-nothing-because = Leave one of these out, and something is found:
list-nothing-together = Several of the filters together leave nothing over.
list-leave-out = Without { $value }: { $other }
list-empty = Nothing here yet
list-total = { $count ->
    [one] 1 record
   *[other] { $shown } records
}
list-more-than = More than { $shown } records
list-export = Export
list-export-about = Exactly what this list shows, all pages of it.
list-api = API address
list-api-about = The same list for programs:
list-pages = Pages
list-first = To the first page
list-next = Next page
export-csv = CSV, for R, Python and Stata
export-excel = CSV, safe for Excel
export-jsonl = JSON Lines
export-xlsx = Excel workbook (XLSX), with a codebook
export-parquet = Parquet, typed, for R, Python and DuckDB
export-geojson = GeoJSON, for QGIS and other maps
export-acled = CSV in the columns of ACLED
export-ucdp = CSV in the columns of UCDP GED
export-participations = Who took part in these events (CSV)
export-package = Data package: all tables, with a codebook and checksums (ZIP)
export-capture = Capture matrix of events, by source (CSV)
export-capture-victims = Capture matrix of victims, by source (CSV)
export-entities = FollowTheMoney entities, for Aleph and OpenSanctions
sort-date = Date
sort-created_at = Entered
sort-updated_at = Changed
sort-name = Name
sort-code = Code

filter-country = Country
filter-type = Type of event
filter-family = Family of types
filter-from = From
filter-to = To
filter-actor = Actor (ref)
filter-role = Role of the actor
filter-perpetrator_kind = Kind of perpetrator
filter-target_kind = Kind of target
filter-right = Right
filter-instrument = Instrument (code)
filter-incident = Incident (ref)
filter-statement = Statement (ref)
filter-tag = Tag
filter-audience = Readers of reports
filter-status = Status
filter-confidence = Confidence
filter-geo_precision = Precision of the place
filter-q = Words
filter-kind = Kind
filter-issuer = Issuer (ref)
filter-language = Language
filter-sector = Sector
filter-addressee = Addressee (ref)
filter-category = Category
filter-confidentiality = Confidentiality
filter-mine = Whose
filter-assigned = Assigned to
filter-action = Action
filter-stance = Stance
filter-target = What is cited
filter-event = Event (ref)
filter-affiliation = Affiliation (id)
filter-provision = Provision (id)
filter-demand = Demand (id)

col-date = Date
col-event = Event
col-type = Type
col-place = Place
col-targets = Targets
col-status = Status
col-incident = Incident
col-country = Country
col-number = Events
col-tags = Tags
col-level = Confidentiality
col-statement = Statement
col-issuers = Issuers
col-kind = Kind
col-countries = Countries
col-actor = Actor
col-names = Other names
col-demand = Demand
col-addressee = Addressee
col-category = Category
col-demand-status = Status
col-code = Code
col-instrument = Instrument
col-adopted = Adopted
col-in-force = In force
col-provision = Provision
col-title = Title
col-right = Right
col-action = Action
col-stance = Stance
col-quote = Passage
col-about = About
col-other = Other actor
col-from = From
col-to = To

## A record

record-change = Change
record-history = History
record-hide = Delete
record-hide-about = The record disappears for everyone. Nothing is lost: a reviewer can bring it back.
record-why = Why?
record-version = Version { $value }, last changed { $other } UTC
step-draft = Take back to draft
step-submitted = Submit for review
step-needs_changes = Return for changes
step-approved = Approve
step-published = Publish
step-rejected = Reject
step-retracted = Retract
review-more = Change its status
review-comment = Comment (say why, if you return, reject or retract)
said-saved = Saved.
said-draft = It is a draft again.
said-submitted = Handed in for review.
said-returned = Returned for changes.
said-approved = Approved.
said-published = Published.
said-rejected = Rejected.
said-retracted = Retracted.
said-hidden = Deleted. A reviewer can bring it back.
said-restored = Brought back.
history-version = version { $value }
history-changes = What changed
history-field = Field
history-before = Before
history-after = After
action-created = Created
action-changed = Changed
action-hidden = Deleted
action-restored = Brought back
action-draft = Taken back to draft
action-submitted = Submitted for review
action-needs_changes = Returned for changes
action-approved = Approved
action-published = Published
action-rejected = Rejected
action-retracted = Retracted
date-unknown = date unknown
count-at-least = at least { $value }
count-at-most = at most { $value }
events-count = { $count ->
    [one] 1 event
   *[other] { $shown } events
}
pseudonym = pseudonym
pseudonym-about = This person is protected. The name shown is not their own.

event-who = Who took part
event-nobody = Nobody is named yet.
event-how-many = How many
event-sources = Sources
event-no-sources = No source is cited yet. Every fact needs one.
event-add-source = Cite a statement
event-law = Law that binds
event-law-on = What bound { $value } on { $other }, on the rights that this event affects.
event-no-law = No binding provision is known for the rights, the country and the day of this event.
event-findings = Findings
event-place = Place
event-victims = Victims
event-deaths = Deaths
event-relations = Related events
event-this = this event
law-standing = How it binds
law-invoked = invoked
law-in-force-since = in force since { $value }
legal-party = party
legal-signatory = signatory only
legal-binding_on_signature = bound by signature
legal-withdrawn = withdrawn
legal-not_party = not party
legal-not_ratifiable = not open to ratification
legal-not_known = not known
law-reserved = reserved
law-suspended = suspended that day
law-only-for = only for { $value }
group-children = children
group-women = women
group-persons_with_disabilities = people with disabilities
group-migrant_workers = migrant workers
group-refugees = refugees
group-stateless_persons = stateless people
country-law-declaration = Declaration of { $value }
country-law-derogation = Derogation of { $value }
law-until = until { $value }
law-more = { $count ->
    [one] One more provision
   *[other] { $shown } more provisions
}
instrument-procedural = { $count ->
    [one] One other provision, on procedure or a question of its own
   *[other] { $shown } other provisions: procedure, final clauses, questions of their own
}
instrument-acts = { $count ->
    [one] One signature, ratification or accession
   *[other] { $shown } signatures, ratifications and accessions
}
field-ends_on = Until
field-ends_on-hint = The last day, of a derogation or of a reservation that was withdrawn; YYYY-MM-DD
law-by-rule = by the rule of the instrument
claims-heading = What it says of law, checked
claims-about = Beside it, how the instrument stood for the state on { $value }, whatever the statement says. Claims in the text are found in English only, where a sentence names an instrument and says signed, party or ratified.
claims-invokes = invokes { $value }
claim-confirmed = as it says
claim-stronger = bound by more than it says
claim-contradicted = not as it says
claim-not_known = cannot be told

incident-events = Events
incident-no-events = No events yet: an incident without events counts nowhere.
incident-add-event = Add an event
incident-all-events = { $count ->
    [one] See the one event
   *[other] See all { $shown } events
}

statement-citation = { $count ->
   *[other] Citation { $shown }
}
statement-redacted = Names of protected people in this text are replaced by their pseudonyms.
statement-cite = Cite this statement
statement-log = Log an incident from it
statement-cite-hint = Select a passage in the text first, and it is filled in as the quote.
statement-says = What rests on it
statement-says-nothing = No record cites this statement yet.
statement-in-text = In the text
statement-no-demands = No demands are recorded.
statement-derived = Statements that reprint or summarise it
demand-of = of
demand-status = Status
demand-follow-ups = What became of it
demand-no-follow-ups = Nothing is recorded yet.
citation-page = Page { $value }
citation-open = Open the citation
citation-about = What it speaks of

actor-roles = Roles in events
actor-no-events = Takes part in no event that you may see.
actor-timeline = Latest events
actor-all-events = All events with this actor
actor-statements = Statements
actor-demands = Demands made of it
actor-protected = Protected: the name leaves this organisation only as the pseudonym

instrument-no-provisions = No provisions are recorded.
instrument-bound = What states did to it
instrument-bound-about = As of the source of each entry; later acts may not be loaded.
instrument-no-commitments = No commitments are recorded.
instrument-events = Events that engage it
instrument-no-events = No event that you may see engages it.
provision-invoked = Statements that cite it
provision-not-invoked = No statement cites it yet.

## Forms

form-save = Save
form-save-draft = Save as a draft
form-save-submit = Save and submit for review
form-offline = There is no connection. Nothing is lost: stay on this page, and save again when it is back.
form-cancel = Cancel
form-choose = choose
form-if-new = If new, what it is
form-which = Which one is meant?
form-a-new-one = None of these: add a new one
form-drop-row = Remove
form-reason = Why this change?
form-reason-hint = Kept in the history, for those who read it later.
form-change = Change: { $value }
form-errors = { $count ->
    [one] One thing needs your attention; nothing is saved yet
   *[other] { $shown } things need your attention; nothing is saved yet
}
stale-title = Somebody else changed this record meanwhile
stale-about = Nothing is overwritten. Where the two differ:
stale-theirs = As it is now
stale-yours = As you typed it
stale-choose = Adjust the form below if you need to, and save it to put yours in its place.
stale-discard = Or leave it as it is now.

form-new-statement = New statement
form-hint-statement = Paste the text as it stands: passages of it will be quoted word for word.
form-new-incident = New incident
form-hint-incident = A case file with its events. Leave out what is not known; nothing has to be invented.
form-new-event = New event
form-new-actor = New actor
form-new-demand = New demand
form-new-citation = New citation
form-hint-citation = Name one thing that the statement speaks of: an event, an incident, an actor or a provision.
form-new-affiliation = New affiliation
form-new-instrument = New instrument
form-new-provision = New provision
form-new-commitment = New commitment
form-new-new_statement = The statement is not in saksi yet: paste it here
form-new-source = Source of these events
form-new-source-hint = Cited for every event below that names no other source.

form-visibility = Who may see it
form-more-source = More about the source
form-more-place = The place more exactly
form-more-people = How many people
form-more-people-hint = Leave empty what is not known: unknown is not zero.
form-more-act = More about the act
form-more-protection = Protection
form-more-protection-hint = The name of a protected person never leaves this organisation: everyone without clearance reads the pseudonym, in every page, file and report.
form-more-person = More about the person
form-more-identifiers = Identifiers elsewhere

form-issuers = Issued by
form-issuers-row = Issuer { $shown }
form-issuers-add = Add an issuer
form-co_signers = Co-signed by
form-co_signers-row = Co-signer { $shown }
form-co_signers-add = Add a co-signer
form-events = Events
form-events-hint = One event is one act of one type. An arrest and the charge that follows are two.
form-events-row = Event { $shown }
form-events-add = Add another event
form-participations = Who took part
form-participations-row = Participant { $shown }
form-participations-add = Add a participant
form-citations = Sources
form-citations-hint = The statement that says so, and the passage in its own words.
form-citations-row = Source { $shown }
form-citations-add = Add a source
form-relations = Related events
form-relations-row = Relation { $shown }
form-relations-add = Add a related event
form-findings = Legal findings
form-findings-row = Finding { $shown }
form-findings-add = Add a finding
form-names = Other names
form-names-hint = Acronyms, aliases, former names, and the name in other languages and scripts.
form-names-row = Name { $shown }
form-names-add = Add a name
form-identifiers = Identifiers
form-identifiers-row = Identifier { $shown }
form-identifiers-add = Add an identifier
form-follow_ups = What became of it
form-follow_ups-row = Follow-up { $shown }
form-follow_ups-add = Add a follow-up

level-public-who = Everyone, once it is published.
level-internal-who = Everyone with an account here except viewers; researchers once it is approved.
level-confidential-who = You, reviewers and administrators, and whoever the incident is assigned to.
level-restricted-who = Only the members of the team that you name below; not even administrators.

field-title = Title
field-kind = Kind
field-issued_on = Issued on
field-issued_on-hint = As exactly as it is known: 27 November 2017, November 2017, about 2017.
field-countries = Countries it is about
field-countries-hint = Names or codes, with commas: Cambodia, Thailand
field-body = Text
field-place = Place
field-language = Language
field-language-hint = A code such as en, km or ar.
field-url = Web address
field-archived_url = Address of an archived copy
field-accessed_on = Accessed on
field-accessed_on-hint = YYYY-MM-DD
field-summary = Summary
field-reliability = Reliability of the source
field-derived_from = Reprints or summarises
field-derived_from-hint = So that one source is not counted as two.
field-issuers = Issued by
field-co_signers = Co-signed by
field-confidentiality = Who may see it
field-team = Team
field-team-hint = For a restricted record: the name of the team that alone sees it.
field-actor = Actor
field-role = Role
field-harm = Harm
field-count_low = At least
field-count_best = Best count
field-count_high = At most
field-statement = Statement
field-statement-hint = Its title, or its ref such as S-2017-00311.
field-stance = Stance
field-quote = Passage, word for word
field-page = Page
field-event = Event
field-incident = Incident
field-provision = Provision
field-provision-hint = As code and label, such as ICCPR Article 22.
field-finding = Finding
field-court = Court
field-note = Note
field-type = Type of event
field-date = Date
field-date-hint = As exactly as it is known: 26 November 2017, September 2017, about 2017, 2017-09-03/2017-11-16.
field-admin1 = Province or state
field-place_name = Place
field-narrative = What happened
field-geo_precision = How exactly the place is known
field-latitude = Latitude
field-longitude = Longitude
field-victims_low = Victims, at least
field-victims_best = Victims, best count
field-victims_high = Victims, at most
field-deaths_low = Deaths, at least
field-deaths_best = Deaths, best count
field-deaths_high = Deaths, at most
field-confidence = How well it is established
field-aims_at = Act that it aims at
field-aims_at-hint = For a threat or an attempt.
field-motive = Motive or stated reason
field-charge = Charge
field-legal_stage = Stage of the case
field-rights = Rights affected
field-rights-hint = Those of the type, unless you choose others.
field-country = Country
field-tags = Tags
field-tags-hint = With commas.
field-assigned_to = Assigned to
field-assigned_to-hint = The e-mail address of an account.
field-name = Name
field-names = Other names
field-text = Text
field-script = Script
field-script-hint = Four letters, such as Khmr.
field-scheme = Register
field-value = Value
field-sector = Sector, for a state body
field-description = Description
field-protected = This person is protected
field-pseudonym = Pseudonym
field-gender = Gender
field-age_group = Age group
field-hrd_groups = What they defend
field-identifiers = Identifiers
field-obligated_country = State whose obligation is invoked
field-addressee = Asked of
field-category = Category
field-status = Status
field-evidence = Statement that says so
field-follow_ups = What became of it
field-other = Other actor
field-from = From
field-to = To
field-code = Code
field-region = Region
field-adopted_on = Adopted on
field-in_force_on = In force on
field-depositary_reference = Reference at the depositary
field-monitoring_body = Monitoring body
field-source = Source
field-instrument = Instrument
field-label = Label
field-right = Right
field-derogable = May be derogated from
field-position = Order
field-action = Action
field-effective_on = In force for the state on
field-effective_on-hint = YYYY-MM-DD
field-as_of = As of
field-as_of-hint = YYYY-MM-DD
field-participations = Who took part
field-citations = Sources
field-relations = Related events
field-findings = Legal findings
field-events = Events

## Duplicates and merging

nav-duplicates = Duplicates
record-duplicates = Possible duplicates
duplicates-about = Pairs of records that are likely one, found beside the records that were changed latest.
duplicates-none = No pairs here that are likely one
duplicates-looked = { $count ->
    [0] There was nothing to look at.
    [one] One record was looked at.
   *[other] The { $shown } records that come next by their latest change were looked at.
  }
duplicates-further = Look further back
duplicates-compare = Compare
duplicates-export = Export the decisions (CSV)
duplicates-none-of-record = Nothing is likely the same
duplicates-none-about = Names, days, places and participants were compared with those of all records that you may see.
duplicates-ask = If two of these are one, ask a reviewer to merge them.
duplicate-likely = { $value } % likely the same
similar-actor = { $count ->
    [one] One similar actor
   *[other] { $shown } similar actors
  }
similar-event = { $count ->
    [one] One similar event
   *[other] { $shown } similar events
  }
similar-ask = Look at what is here already before you add it a second time. Nothing that you typed is lost; links open in a new tab.
similar-save = Save all the same
why-same-identifier = Another register calls both { $value }
why-same-name = Both are called { $value }
why-name-alike = Nearly the same name: { $value }, { $other }
why-same-kind = Same kind
why-same-day = Same day
why-dates-overlap = The dates overlap
why-days-apart = Days apart: { $value }
why-same-place = Same place
why-place-near = Kilometres apart: { $value }
why-same-province = Same province or state
why-same-country = Same country
why-same-type = Same type of event
why-related-type = Related type of event
why-shares-participant = { $value } takes part in both
why-participant-alike = Participants with nearly the same name: { $value }, { $other }
why-title-alike = Similar title
why-long-between = But { $value } days lie between them
why-other-country = But in different countries
why-other-kind = But of different kinds
why-other-gender = But of different gender
why-other-identifier = But a register calls them differently
why-related = But somebody said what one is to the other
why-affiliated = But one is something to the other
compare-title = Are these one?
compare-about = Choose which record is kept, and for each field what it says. Or say that they are two, and they are not suggested again.
compare-unlike = Nothing that was compared makes these two look like one.
compare-keep = Which record is kept
compare-keep-hint = The other is hidden, and its reference leads to the one kept. You can take it back.
compare-empty = nothing
compare-same = the same in both, or in one alone
compare-both = Both, one below the other
compare-stay = What stays from both
compare-stay-hint = All that names the record that is given up moves to the one kept.
compare-stricter = The result takes the stricter of the two: who may see it, and whether the person is protected.
compare-merge = Merge
compare-distinct = Not a duplicate
compare-stale = One of the two was changed meanwhile. Look at it again below; what you chose is kept.
compare-participations = Who took part
compare-relations = Relations to other events
compare-findings = Legal findings
compare-citations = Sources
compare-actor = Actor
decisions-title = Decided about duplicates
decision-merged = merged with
decision-distinct = not the same as
decision-undone = Taken back { $value }
decision-undo-merge = Undo the merge
decision-undo-distinct = They may be the same after all
left-title = Look at these
left-about = They were left as they are, for you to decide.
left-twice = An actor stands twice in one role, with what goes against one another:
left-changed = It was changed since, and stays as it is now:
left-go = Go to the record
said-merged = Merged. What named the other record names this one now.
said-merged-into = The record that you asked for was merged into this one.
said-distinct = Kept: these are two. They are not suggested again.
said-unmerged = The merge is undone: both records are as they were.
said-not-distinct = They may be suggested as the same again.
action-merged = Merged with another record
action-merged_away = Merged into another record
action-unmerged = A merge was undone
action-moved = A link moved in a merge
action-moved_back = A link moved back
## Countries

nav-countries = Countries
countries-about = Where something happened, and what statements are about. Open a country for its figures, its law and its open demands.
countries-none = As soon as you may see an event or a statement, its country is listed here.
countries-capped = A + stands where counting stopped at { $shown }: there is more.
filter-happened_in = Country of an event
figures-heading = Figures
figures-title = { $value }: figures
figures-victims = Victims
figures-rule = An event is counted in the country where it happened, and an incident with it. A victim is a distinct person or group targeted. What you may not see is not counted.
figures-unit-events = Events.
figures-overlap = Categories overlap: an event may count in several rows.
figures-named-about = In so many events the actor is named in this role.
figures-more = { $count ->
    [one] One more
   *[other] { $shown } more
}
figures-unknown = not recorded
figures-none = Nothing is counted in this period.
figures-year = Year
figures-year-unknown = date unknown
figures-by-year = By year
figures-by-year-about = The year of the first day that the date of an event may mean. The bars are events; victims targeted in several years count in each.
figures-by-type = By type of event
figures-by-right = By right affected
figures-by-perpetrator = By kind of perpetrator
figures-by-target = By kind of target
figures-perpetrators = Most often named as perpetrators
figures-targets = Most often named as targets
figures-many = There are many events in this period; counting them in every way takes a moment.
figures-open = Show all figures
country-periods = Periods
country-all-time = All years
country-year-so-far = { $value } so far
country-last-years = Last five years
country-since = Since { $value }
country-until = Until { $value }
country-between = From { $value } to { $other }
country-period-hint = Days as YYYY-MM-DD. An event belongs to a period by the first day that its date may mean. Without a day of its own, the law is that of the last day of the period, or of today.
country-wrong-day = { $value }: “{ $other }” is not a day that exists; write it as YYYY-MM-DD, such as 2017-11-26.
country-wrong-period = The period ends before it begins; exchange the two days.
country-no-events = No event that you may see happened here in this period.
country-law-day = Law on
country-law = Law in force on { $value }
country-law-about = How the country stood to each instrument on that day, by what it had done until then.
country-law-none = No instrument bound the country on that day, as far as is recorded.
country-law-since = Since
country-law-force = In force since
country-law-reservation = Reservation of { $value }
country-law-others = { $count ->
    [one] One instrument that did not bind it
   *[other] { $shown } instruments that did not bind it
}
country-demands = Demands
country-demands-about = Of statements about the country, whatever the period; by what became of them.
country-demands-open = Open
country-no-demands = No demand that you may see is made in a statement about this country.
country-statements = Statements about it
country-no-statements = No statement that you may see is about this country in this period.
country-statements-count = { $count ->
    [one] One statement in this period
   *[other] { $shown } statements in this period
}
country-statements-more = More than { $shown } statements in this period
country-days-ago = { $count ->
    [0] made today
    [one] made yesterday
   *[other] made { $shown } days ago
}
country-months-ago = { $count ->
    [one] made 1 month ago
   *[other] made { $shown } months ago
}
country-years-ago = { $count ->
    [one] made 1 year ago
   *[other] made { $shown } years ago
}

## The public portal

portal-title = Published records
portal-what = What this is
portal-about = Records of human rights incidents that this organisation has reviewed and published: what was said, who is concerned, what happened, and what law binds. Every fact rests on the statement that says so.
portal-shown = Only what is published and public is shown here, and only that is counted. There may be more that is not public, to keep people safe; a small number, or none, does not say that little happened.
portal-protected = Protected people appear by pseudonym. Take care with small numbers: do not try to find out from them who somebody is.
portal-counting = Each number says its unit: an incident is a case file, an event is one act of one type, a victim is a distinct person or group targeted.
portal-reuse = Using these records
portal-no-licence = No licence is stated. Ask the organisation before you publish copies of what is here.
portal-cite = Cite as:
portal-latest = Published last
portal-all-countries = All countries
portal-files = Files
portal-files-about = Everything that is public, as files; the lists offer the same for what they are filtered by.
portal-busy = Many people are looking at these pages just now. Wait a few seconds, and open the page again.
## Networks

network-title = Network
network-of = Network of { $value }
network-about = Who takes part in the same events, on which side, and who is affiliated with whom; with what says so.
network-open = The whole network, with its sources
network-depth = How far it reaches
network-steps = { $count ->
    [one] 1 step
   *[other] { $shown } steps
}
network-nobody = Nobody is joined to this actor yet
network-nobody-about = Actors are joined by the events in which they take part, and by affiliations.
network-picture = Picture of the network
network-picture-about = The picture shows what the tables below say.
network-side-against = Against
network-side-with = With, or beside
network-counting = A line counts the events in which both take part; the thicker, the more. Roles are given in the order of the names.
network-left-out-actors = { $count ->
    [one] 1 more actor is joined to those shown, less closely.
   *[other] { $shown } more actors are joined to those shown, less closely.
}
network-left-out-edges = { $count ->
    [one] 1 weaker line between those shown is left out.
   *[other] { $shown } weaker lines between those shown are left out.
}
network-near = Joined to { $value }
network-far = Among the others
network-who = Who
network-how = How, in which roles
network-sources = Latest events, and what says so
network-more-citations = { $count ->
    [one] and 1 more citation
   *[other] and { $shown } more citations
}
network-no-source = no source cited
network-api-about = The same network for programs:
tie-against = against
tie-decided = decided on
tie-with = with
tie-intervened = stepped in for
tie-affiliated = affiliated
tie-beside = beside
filter-with = Together with (ref)

## Charts

chart-table = The numbers as a table
chart-table-below = The numbers stand in a table below.
chart-most = The most: { $value }, { $other }.
chart-nothing = Nothing to count.
chart-unknown = not known
chart-hidden = { $count ->
    [one] 1 more stands in the table.
   *[other] { $shown } more stand in the table.
}

chart-by-year = Over time, by the year in which they began
chart-by-type = By type
chart-by-right = By right affected
chart-by-country = By country
chart-by-perpetrator_kind = By kind of perpetrator
chart-without-incidents = { $count ->
    [one] 1 incident has an event of which this is not known.
   *[other] { $shown } incidents have an event of which this is not known.
}
chart-without-events = { $count ->
    [one] Of 1 event this is not known.
   *[other] Of { $shown } events this is not known.
}
chart-without-victims = { $count ->
    [one] 1 victim is targeted by an event of which this is not known.
   *[other] { $shown } victims are targeted by events of which this is not known.
}
chart-overlap = One may count under several: the numbers may add up to more than n.
chart-latest-years = The latest { $value } years are shown.
chart-unit = Count
chart-break-down = Break down by
chart-choose = So many events match that one chart is made at a time, which may take a moment. Choose one, or narrow the list.
unit-incidents = incidents
unit-events = events
unit-victims = victims
unit-rule-incidents = Case files with at least one event that matches.
unit-rule-events = Events that match, each one act of one type.
unit-rule-victims = Distinct people and groups targeted by events that match; a group counts once, whatever its size.

## Views of a list, and what it divides into

views = Views of this list
view-table = Table
view-timeline = Timeline
view-charts = Charts
view-map = Map
filter-year = Year
timeline-unknown = Beginning not known
timeline-year-alone = In this year; the month is not known
timeline-oldest-first = Oldest first
timeline-latest-first = Latest first
timeline-month-01 = January
timeline-month-02 = February
timeline-month-03 = March
timeline-month-04 = April
timeline-month-05 = May
timeline-month-06 = June
timeline-month-07 = July
timeline-month-08 = August
timeline-month-09 = September
timeline-month-10 = October
timeline-month-11 = November
timeline-month-12 = December
facets-over = Of these { $value }:
facets-count = Count them by kind, country and so on
facets-too-many = More than { $value } match: too many to count by kind, country and so on. Narrow the list first.
facets-more = { $count ->
    [one] 1 more
   *[other] { $shown } more
}
count-of-event = { $count ->
    [one] 1 event
   *[other] { $shown } events
}
count-of-incident = { $count ->
    [one] 1 incident
   *[other] { $shown } incidents
}
count-of-statement = { $count ->
    [one] 1 statement
   *[other] { $shown } statements
}
count-of-actor = { $count ->
    [one] 1 actor
   *[other] { $shown } actors
}
count-of-demand = { $count ->
    [one] 1 demand
   *[other] { $shown } demands
}

## What contradicts what

contradictions-of-event = Where the sources contradict each other
contradictions-of-statement = What contradicts this statement, and what it contradicts
contradictions-about = Both are kept, each with its words. Which of them is right is not decided here.
contradictions-denied = Denied
contradictions-affirmed = Reported, alleged, condemned or confirmed
contradictions-this = this statement
contradictions-more = There is more than is shown here.
## Second factor, API tokens

second-factor-title = Second factor
second-factor-about = With a second factor, whoever learns your password still cannot get in: logging in takes a code that an app on your phone shows, too.
second-factor-asked = Your password is right. This account has a second factor: type the code that your app shows now.
second-factor-code = Code
second-factor-code-hint = The six digits that the app shows, or one of your recovery codes.
second-factor-wrong = The code is not right, or was used before. Wait for the next one that the app shows.
second-factor-other = Use another account
second-factor-lost = If you have lost your phone and your recovery codes, an administrator can take the second factor away.
second-factor-set-up = Set up a second factor
second-factor-manage = Recovery codes, turning off
second-factor-scan = 1. Scan this picture with the app
second-factor-scan-about = Any app for codes by time (TOTP) will do: Aegis, FreeOTP, 2FAS, or the one of your password manager.
second-factor-picture = QR code with the secret that is also written below it
second-factor-by-hand = If you cannot scan it, type this secret into the app, as a code by time:
second-factor-confirm = 2. Confirm that it works
second-factor-turn-on = Turn on
second-factor-is-on = On
second-factor-since = since { $value } UTC
second-factor-codes-left = { $count ->
    [0] No recovery code is left. Make new ones.
    [one] One recovery code is left. Make new ones.
   *[other] { $shown } recovery codes are left.
}
second-factor-new-codes = New recovery codes
second-factor-new-codes-about = The old ones hold no more.
second-factor-make-codes = Make new recovery codes
second-factor-turn-off = Turn off
second-factor-turn-off-about = After that, the password alone opens this account.
second-factor-role-needs = Your role needs a second factor.
second-factor-needed-kept = Your role needs a second factor, and this account has none. What you typed is kept on this page: set up the second factor in another window, then save.
second-factor-save-now = It is set up: save what I typed
said-second-factor-needed = Your role needs a second factor. Set it up here, then go on.
said-second-factor-off = The second factor is turned off.
recovery-title = Your recovery codes
recovery-about = Each of them lets you in once in place of a code from the app, when your phone is lost or broken.
recovery-once = They are shown this once. Print this page or write them down, and keep them where your phone is not.
recovery-for = For { $value }
recovery-done = I have them
tokens-own = API tokens
tokens-about = For scripts that ask the API in your name. A token may no more than what you choose here, and no more than you.
token-new = New token
token-for = What it is for
token-may = What it may do
token-ends = Ends
token-make = Make the token
token-made = The token is made
token-made-on = Made
token-once = This is shown once. Copy it now, to where the script keeps its secrets.
token-how = The script sends it as
token-done = I have copied it
token-scopes = May
token-revoke = Revoke
said-token-revoked = The token is revoked.
scope-read = read
scope-write = write
scope-review = review
scope-admin = administer
in-days = { $count ->
    [one] in one day
   *[other] in { $shown } days
}
never = never
session-device = With
session-browser = Browser
session-program = Program
account-language-about = The language of the pages, in this browser. Records stay in the language in which they were written.

## Administration

nav-admin = Administration
about-kinds-user = Accounts: who may log in, with which role.
about-kinds-team = Who may see what is restricted to them.
admin-roles = Roles
about-admin-roles = What each role may do. Each may all that those before it may.
admin-sessions = Sessions
about-admin-sessions = Who is logged in now, last used first.
admin-tokens = API tokens
about-admin-tokens = What scripts ask the API with, and in whose name.
admin-vocabularies = Vocabularies
about-admin-vocabularies = The words that records are coded with, and their labels in each language.
admin-audit = Audit log
about-admin-audit = Every change, login, export and reading of what is confidential. Nothing in it can be changed or removed unseen.
admin-health = Health
about-admin-health = How this copy of saksi is.
admin-more = There are more than are shown here.
sessions-no-address = Network addresses are not kept: they would tell where people work, to whoever takes this server.
tokens-none = There are no API tokens
tokens-none-about = Everybody makes their own, on the page of their account:

kind-user = User
kinds-user = Users
about-user = Accounts of those who work with this copy.
kind-team = Team
kinds-team = Teams
about-team = A restricted record is seen by the members of its team alone, not even by administrators.
kind-term = Term
kind-vocabulary = Vocabulary
form-new-user = New user
form-hint-user = They choose their password themselves: once the account is saved, its page makes a link for them.
form-new-team = New team
field-email = E-mail address
field-members = Members
field-members-hint = E-mail addresses of accounts, with commas.
field-active = The account is open
field-active-hint = Whoever has a closed account is out at once, and cannot log in.
col-account = Account
account-open = open
account-open-about = The account may be used.
account-closed = closed
account-closed-about = The account is closed: nobody can log in with it.
role-viewer = Viewer
role-viewer-about = Sees what is published and public.
role-researcher = Researcher
role-researcher-about = Sees also what is approved, and internal; exports it.
role-monitor = Monitor
role-monitor-about = Logs statements, actors, incidents and events, and hands them in for review.
role-reviewer = Reviewer
role-reviewer-about = Reviews what others log, corrects any record, keeps the law; sees what is confidential.
role-admin = Administrator
role-admin-about = Also keeps accounts, teams and vocabularies, and reads the audit log.
roles-may = May …
roles-level = See records up to
roles-factor = Must have a second factor
roles-notes = Restricted records open only to members of their team, whatever the role. A monitor also sees their own confidential records and those assigned to them. Nobody approves their own record.
roles-factor-about = Which roles must have a second factor is a setting of the server, in saksi.toml:
may-ReadRecords = read records
may-Export = export
may-DefineReports = save reports under a name
may-ReadHistory = read the history of records
may-CreateRecords = create records
may-ImportRecords = import files
may-ReviseOwnDrafts = change their own drafts
may-HideOwnDrafts = delete their own drafts
may-ReviseAnyRecord = change the records of others, and records past the draft
may-HideAnyRecord = delete and bring back records
may-Review = review: approve, return, publish, reject, retract
may-MergeRecords = merge records of the same thing, and take that back
may-Assign = assign incidents
may-KeepLaw = change instruments, provisions and commitments
may-KeepVocabularies = change vocabularies
may-KeepUsers = keep users and teams
may-ReadAudit = read the audit log

team-members = { $count ->
    [one] 1 member
   *[other] { $shown } members
}
team-empty = Nobody is in this team: records restricted to it are seen by nobody.
team-about = Members see what is restricted to this team, within what their role may do.
user-no-teams = none
user-log = What they did, in the audit log
user-own = This is your own account. Its password, second factor and sessions are on its own page; another administrator changes its role or closes it.
user-password = Password
user-invite = This account has no password yet. Make a link, and send it to its owner on a way that you trust: they choose the password themselves.
user-invite-again = If its owner has forgotten the password, or somebody else may know it: make a link by which they choose another. The old password holds no more from then on, and all sessions end.
user-invite-go = Make the link
user-reset = Take the second factor away
user-reset-about = For somebody who has lost their phone and their recovery codes. Make sure that it is they who ask. Their sessions end; the password alone lets them in until they set up another.
user-no-sessions = Not logged in.
user-end-sessions = End all sessions
second-factor-is-off = Off
said-sessions-ended = All their sessions are ended.
said-second-factor-reset = The second factor is taken away, and all their sessions are ended.
invitation-made = The link is made
invitation-once = It is shown this once, works once, and for seven days. Whoever has it chooses the password: send it on a way that you trust, such as an encrypted message.
invitation-how = The account has no password until then. A new link makes this one worthless.
invitation-title = Choose your password
invitation-about = For the account { $value }.
invitation-go = Save the password
invitation-over = This link does not work any more
invitation-over-about = It was used before, is older than seven days, or a newer one was made. Ask an administrator for another.
said-password-chosen = Your password is saved. Log in with it.

audit-filter = Filter
audit-who = Who
audit-what = What
audit-kind = Kind of record
audit-record = Record (ref or id)
audit-when = When (UTC)
audit-more = More
audit-newest = Newest first
audit-somebody = somebody unknown
audit-open = open
audit-unseen = that you may not see
audit-nothing = Nothing in the log matches all of these filters
audit-head = Head of the chain
audit-entries = { $count ->
    [one] 1 entry
   *[other] { $shown } entries
}
check-title = Was anything altered?
check-about = Each entry carries a hash over the one before, and each change a digest of the record as it was left. Keep the head of the chain somewhere else, such as on paper: as long as it is found again, nothing before it was changed. The check recomputes all of it, and compares every record with its last version. It takes a while on a large database.
check-go = Check now
check-running = A check is running. Open this page again in a while.
check-failed = The last check came to no end:
check-right = All was as it was written on { $value } UTC: { $other } entries, their records and their versions.
check-wrong = On { $value } UTC, { $other } things were not as they were written:
check-none = No check was asked for here yet.
said-check-begun = The check has begun.
health-version = Version
health-database = Database
health-migrations = Form of the tables
health-up-to-date = up to date
health-not-up-to-date = { $value } of { $other } steps were taken: run saksi migrate
health-writer = Writing
health-waiting = { $count ->
    [0] nothing waits
    [one] one write waits
   *[other] { $shown } writes wait
}
health-commits = { $count ->
    [one] one commit since the start
   *[other] { $shown } commits since the start
}
health-exports = Exports
health-exports-running = { $value } running, { $other } at most at the same time
health-disk = Disk
health-room = { $value } of { $other } are free
health-little-room = little room is left
health-room-unknown = It cannot be told how much room is left.
health-programs = For programs:

vocabulary-terms = Terms
vocabulary-labels = In other languages
vocabulary-new-terms = Takes new terms
vocabulary-open-about = Terms may be added. A code is never changed or used again: a term that is not to be used any more is deprecated.
vocabulary-closed-about = The program knows every code of the other vocabularies: their words may be changed and translated, but none added.
vocabulary-event_type = Types of event
vocabulary-event_family = Families of types
vocabulary-right = Rights
field-definition = Definition
field-parent = Family
term-new = New term
term-label = Label in English
term-labels = Labels in other languages
term-labels-hint = A language tag (BCP 47) such as fr, km, ar, my or zh-Hant, and the word in that language. An empty line is left out.
term-language-row = Language { $shown }
term-label-row = Label { $shown }
term-code-hint = Small letters, digits and _; it stands in files and programs, and is never changed.
term-rights-hint = Those that an event of this type affects, unless the event says otherwise.
term-deprecated = deprecated
term-deprecated-hint = It is offered no more. Records that use it keep it.
term-used = { $count ->
    [one] One event that you see uses it: what you change here, it says.
   *[other] { $shown } events that you see use it: what you change here, they say.
}
term-used-by-many = At least { $shown } events that you see use it: what you change here, they say.
term-used-show = Show them
term-unused = No event that you see uses it.

detail-version = version
detail-rows = rows
detail-dataset = dataset
detail-format = format
detail-records = records
detail-kind = kind
detail-second_factor = with
detail-entries = entries
detail-wrong = wrong
detail-scopes = may
did-created = created
did-changed = changed
did-hidden = deleted
did-restored = brought back
did-draft = took back to draft
did-submitted = handed in for review
did-needs_changes = returned for changes
did-approved = approved
did-published = published
did-rejected = rejected
did-retracted = retracted
did-read = read what is confidential
did-read_list = read a list with what is confidential
did-export_begun = began an export
did-exported = exported
did-logged_in = logged in
did-login_refused = was refused at the login
did-logged_out = ended an own session
did-refresh_token_reused = showed a refresh token twice
did-password_changed = changed the own password
did-password_chosen = chose a password by invitation
did-invited = made an invitation
did-second_factor_on = turned the second factor on
did-second_factor_off = turned the second factor off
did-second_factor_asked = gave the password and was asked for the code
did-second_factor_refused = gave a wrong code
did-second_factor_reset = took a second factor away
did-recovery_codes_made = made new recovery codes
did-sessions_ended = ended all sessions of somebody
did-session_ended = ended a session of somebody
did-token_made = made an API token
did-token_revoked = revoked an API token
did-verified = checked that nothing was altered
## Help, in full; the help of fields

help-contents = On this page
help-begin = First steps
help-begin-statement = Start with what was said: add the statement, with its text as it stands.
help-begin-incident = Log the incident that it speaks of: what happened, when, where, and who took part. Leave out what is not known.
help-begin-cite = Cite the passage that says so. Every fact needs a source; sources may contradict each other, and both are kept.
help-begin-submit = Submit it for review. A reviewer approves and publishes it, or returns it to you with a comment.
help-law = Then the event's page shows which law bound the country on that day.
help-country = An event is counted in the country where it happened.
help-sources = Sources are counted once: statements that reprint another count with it.
help-seen = What you may not see is not counted either.
help-how = How saksi counts
help-statuses = What each status means
help-who = Who sees what
help-who-viewer = what is published and public
help-who-researcher = also what is approved, and internal
help-who-monitor = also their own records at any stage, and confidential ones that are assigned to them
help-who-reviewer = records at any stage, up to confidential
help-who-admin = the same, and everything about accounts
help-restricted = Restricted records open only to the members of their team, administrators included.
help-protected = Protected people
help-protected-about = The name of a protected person never leaves this organisation: those who may not know it read the pseudonym, in every page, file and report, and in the texts of statements as well.
help-terms = What the choices mean
help-what = What do these mean?
help-opens = opens in a new tab
help-api = For programs
help-api-about = Everything that the pages show can be asked for by programs, with the same rules:
help-languages = Languages
help-languages-about = Texts, names and searches may be in any language and script. The language of the pages is chosen at the bottom of each page.
review-empty = What monitors submit appears here. Until then, nothing has to be done.
search-empty = Type a name, a place, or words of a statement.

code-role-viewer = Viewer
code-role-researcher = Researcher
code-role-monitor = Monitor
code-role-reviewer = Reviewer
code-role-admin = Administrator

form-issuers-hint = Who says it: an organisation, a state body, a person.
form-co_signers-hint = Others who signed it.
form-participations-hint = Everyone that the sources name: who did it, who suffered it, who saw it.
form-relations-hint = Other events that belong to this one, such as the arrest before a charge.
form-findings-hint = What a source or a court says of the law, beyond what saksi works out itself.
form-identifiers-hint = The actor in other registers, so that they can be matched.
form-follow_ups-hint = What the addressee did or refused to do, with the statement that says so.

field-title-hint = As it was published; for an incident or event, what happened in a few words.
field-body-hint = As it was published, without a change: passages are quoted from it word for word.
field-place-hint = Where it was issued.
field-url-hint = Where it can be read, beginning with https://
field-archived_url-hint = A copy that stays when the page is taken down.
field-summary-hint = What it is about, in a few sentences of your own.
field-reliability-hint = How far this source has been right, not how likely this is.
field-actor-hint = By any of their names, in any script.
field-role-hint = Only targets are counted as victims.
field-harm-hint = Leave it empty if no source says.
field-count_low-hint = For a group: how many people of it.
field-count_best-hint = The best supported figure.
field-count_high-hint = Empty if not known.
field-stance-hint = How the statement speaks of it.
field-quote-hint = Copied from the statement without a change.
field-page-hint = In the printed document, if there is one.
field-event-hint = Its title, or its ref such as KHM-2017-0042-E1.
field-incident-hint = Its title, or its ref such as KHM-2017-0042.
field-finding-hint = Whether a violation is claimed, or was decided.
field-court-hint = The court or body that decided, if one did.
field-note-hint = What else should be known about it.
field-kind-hint = The one that fits best.
field-type-hint = One act of one type. A threat is a threat, whatever it aims at.
field-admin1-hint = As it is called there.
field-place_name-hint = Town, village, street or building, as exactly as is safe to tell. Suggestions fill in the rest.
field-narrative-hint = In order, as the sources tell it.
field-geo_precision-hint = A point is never shown more exactly than this says.
field-latitude-hint = Degrees, such as 11.5564; south of the equator with a minus.
field-longitude-hint = Degrees, such as 104.9282; west of Greenwich with a minus.
field-victims_low-hint = Distinct people who were targeted: the lowest figure of a source.
field-victims_best-hint = The figure that is best supported.
field-victims_high-hint = The highest figure of a source.
field-deaths_low-hint = Those of them who died: the lowest figure of a source.
field-deaths_best-hint = The figure that is best supported.
field-deaths_high-hint = The highest figure of a source.
field-confidence-hint = How well the sources together bear it out.
field-motive-hint = As the sources give it; no guess of yours.
field-charge-hint = The offence, with the article of law if it is known.
field-legal_stage-hint = Where the case stands.
field-country-hint = For an event or incident, where it happened.
field-name-hint = In full, as they write it themselves. Other names go below.
field-text-hint = As it stands in the source.
field-scheme-hint = Such as wikidata.
field-value-hint = Such as Q424.
field-sector-hint = Nothing for actors that are no state body.
field-description-hint = Who or what this is, in a sentence or two.
field-protected-hint = Tick it if being named could harm this person.
field-pseudonym-hint = What others read in place of the name. It must not hint at who it is.
field-gender-hint = As known from the person or a reliable source; never guessed from a name.
field-age_group-hint = At the time of the event.
field-hrd_groups-hint = For a defender of human rights.
field-obligated_country-hint = Only where a provision is cited: the state that is said to be bound.
field-addressee-hint = Who is asked to act.
field-category-hint = What kind of act is asked for.
field-status-hint = Open, until it is known what became of it.
field-evidence-hint = Where it can be read.
field-other-hint = The one that the first belongs to, leads or follows.
field-from-hint = As exactly as it is known.
field-to-hint = Empty, if it goes on or is not known.
field-code-hint = Capitals, such as ICCPR. It never changes.
field-region-hint = Such as ASEAN; empty for the whole world.
field-adopted_on-hint = When its text was adopted.
field-in_force_on-hint = When it came into force for anyone.
field-depositary_reference-hint = Such as UNTS 14668.
field-monitoring_body-hint = Such as the Human Rights Committee.
field-source-hint = Where this can be checked.
field-instrument-hint = Its code, such as ICCPR.
field-label-hint = Such as Article 22.
field-right-hint = The right that it protects.
field-derogable-hint = Whether a state may suspend it in an emergency.
field-position-hint = Its place among the provisions of the instrument.
field-action-hint = What the state did.

## What is wrong with a field. The English is that of casework, word for word: by it, it is found.

wrong-required = is required
wrong-empty = must not be empty
wrong-long = has { $value } characters; the most is { $other }
wrong-sign = contains { $value }, which cannot be kept; remove it
wrong-whole = '{ $value }' is not a whole number; leave it empty if it is not known
wrong-degrees = '{ $value }' is not a number of degrees, such as 11.5564
wrong-country = '{ $value }' is no country; write its name or its three letters, such as KHM
wrong-code = '{ $value }' is not one of { $other }
wrong-several = several are called so; choose the one that is meant
wrong-nearly-actor = none is called exactly so; choose one of these, or say what kind of actor it is to add it
wrong-new-actor = is not known yet; say what kind of actor it is to add it
wrong-nearly = none is called exactly so; choose one of these
wrong-unknown = is not known; give its ref, or its title as it is kept
wrong-provision = there is no provision '{ $value }'; write the code and label, as ICCPR Article 22
wrong-missing = there is no { $other } '{ $value }'
wrong-user = there is no such active user
wrong-team = there is no such team, or you are not in it
wrong-team-needed = a restricted record needs the team that may see it
wrong-team-only = only a restricted record has a team
wrong-date = '{ $value }' is not an EDTF date; write 2017-11-26, 2017-11, 2017, 2017-11-26~ (about), 2017-11? (uncertain), 2017-11-XX or 2017-09-03/2017-11-16
wrong-date-month = there is no month { $other } in '{ $value }'; months run from 01 to 12, seasons from 21 to 24
wrong-date-day = there is no { $value }: that month has { $other } days
wrong-date-backwards = the interval ends ({ $value }) before it begins ({ $other })
wrong-date-future = { $value } is in the future
wrong-date-time = '{ $value }' has a time of day; give the date alone
wrong-day = must be a day that exists, as YYYY-MM-DD
wrong-url = must begin with https:// or http://
wrong-language = must be a BCP 47 language tag, such as km or ar-EG
wrong-script = must be an ISO 15924 code, such as Khmr
wrong-quote = the quote is not in the statement's text
wrong-quote-nearly = the quote is not in the statement's text word for word; the nearest passage is at { $other }: “{ $value }”
wrong-cited = say what is cited: one of incident, event, actor, affiliation, participation, provision, demand
wrong-cited-two = a citation speaks of one record; make another
wrong-longitude = is required with a latitude
wrong-latitude = is required with a longitude
wrong-point = say how exactly the place is known: a point must not look more exact than it is
wrong-sector = only a state_body has a sector
wrong-gender = only a person has a gender
wrong-age = only a person has an age group
wrong-protected = only a person can be protected
wrong-pseudonym = a protected person needs a pseudonym
wrong-pseudonym-name = must not contain the person's name
wrong-twice = is given twice
wrong-password = is not your password
wrong-login = the e-mail address or the password is wrong
wrong-own = nobody approves their own record; ask another reviewer

## What is wrong with a row of a file. The English is that of imports, word for word.

wrong-row-cells = the row has { $value } cells, and the header { $other } columns; a cell with a delimiter in it may lack its quotes
wrong-row-nul = cell { $value } has a NUL character, which cannot be kept; remove it, or say another encoding
wrong-row-json-cut = the line ends within its JSON object: the file may be cut off
wrong-row-json = the line is not one JSON object: { $value }
wrong-row-date = is no date; write it as 2017-11-16, 2017-11 or 2017
wrong-row-date-words = is no date that is understood: { $value }
wrong-row-date-day = there is no day { $value }
wrong-row-date-days = '{ $value }' may be several days: write the year with four digits, or the day as YYYY-MM-DD
wrong-row-date-two = '{ $value }' may be two days: does the day or the month come first in this file? Say dates=day_first or dates=month_first
wrong-row-date-open = the end of an open date is not known
wrong-row-date-ends = ends on { $value }, before it begins on { $other }
wrong-row-date-word = '{ $value }' is none of day, week, month and year
wrong-row-below = is below 0; leave it empty if it is not known
wrong-row-people = is more people than there are
wrong-row-whole = is no whole number; leave it empty if it is not known
wrong-row-latitude = is no latitude; write degrees as 11.5564
wrong-row-longitude = is no longitude; write degrees as 11.5564
wrong-row-latitude-count = is no latitude: degrees are from -90 to 90; it looks like a count, such as a population, in the wrong column
wrong-row-longitude-count = is no longitude: degrees are from -180 to 180; it looks like a count, such as a population, in the wrong column
wrong-row-latitude-swapped = is no latitude: degrees are from -90 to 90; latitude and longitude may be swapped
wrong-row-latitude-range = is no latitude: degrees are from -90 to 90
wrong-row-longitude-range = is no longitude: degrees are from -180 to 180
wrong-row-zero = is 0, 0, a place in the Atlantic that stands for nothing; leave both empty if they are not known
wrong-row-nowhere = lies in no country, and the row says { $value }; correct the point or the country
wrong-row-nowhere-swapped = lies in no country, and the row says { $value }; latitude and longitude are swapped
wrong-row-elsewhere = lies in { $value }, and the row says { $other }; correct the point or the country
wrong-row-elsewhere-swapped = lies in { $value }, and the row says { $other }; latitude and longitude are swapped
wrong-row-scheme = is a number, and it is not said whose numbers of countries these are; say scheme gw or m49
wrong-row-country-number = is the number of no country
wrong-row-country = is no country that is known; write its name or its ISO 3166-1 code, such as KHM
wrong-row-none-of = is none of { $value }; say in the profile what the word means
wrong-row-type = '{ $value }' is not an event type; it is one of { $other }; say in the profile which type the word means
wrong-row-type-old = the event type '{ $value }' is deprecated; say in the profile which type the word means
wrong-row-right = '{ $value }' is not a right; it is one of { $other }
wrong-row-no-type = is missing: map a column to it, or say one type for all rows
wrong-row-no-country = is missing: map a column to it, or say one country for all rows
wrong-row-no-value = is missing: map a column to it, or say one value for all rows
wrong-row-no-latitude = is missing, and there is a longitude
wrong-row-no-longitude = is missing, and there is a latitude
wrong-row-above-best = is { $value }, above the best estimate, { $other }; it must be low ≤ best ≤ high
wrong-row-above-high = is { $value }, above the high estimate, { $other }; it must be low ≤ best ≤ high
wrong-row-same = says the same as row { $value }; if they are two, give each an id of its own
wrong-row-same-id = row { $value } has the same id and says something else; give each row an id of its own
wrong-row-changed = the record was changed here since it was imported (it is at version { $value } now), and the row says something new: { $other }; change the record by hand, so that nobody's work is overwritten
wrong-row-known-actor = is an actor who is known here already
wrong-row-not-found = no { $value } is known here by this name; import the table that has it first, from the source { $other }
wrong-row-other-source = '{ $value }' is another record of the source { $other } already; if the file is from another installation, say another source for it
wrong-row-gone = the record that it made before is gone, or you may not see it; ask a reviewer to bring it back
wrong-row-pseudonym = the name is a pseudonym: who is meant is not in the file, and another record of them would be made
wrong-row-addressee = is missing: say of whom it is asked
wrong-row-target = is missing: say which record is cited
wrong-row-absent = is missing
wrong-row-not-valid = is not valid
wrong-row-cut = the last row has { $value } of { $other } cells and no end of line: the file seems to be cut off; get it again, whole
wrong-row-many-cells = the row has more than { $value } cells
wrong-row-large-cell = the row has a cell of more than { $value } bytes; a quote may be left open in it
wrong-row-long = the row is longer than { $value } bytes
wrong-row-open-quote = the row has a quote that is opened and never closed, so that the rest of the file stands in one cell; close it, or get the file again if it was cut off
wrong-row-long-line = the line is longer than { $value } bytes
wrong-row-far-column = there is a value in column { $value }; the most is { $other } columns
wrong-row-large-value = there is a cell of more than { $value } bytes

## How a file is read, and what is wrong with a whole one. The English is that of imports, word for word.

wrong-note-encoding = the text is read as { $value }; look at letters with accents in the first rows, and say another encoding if they are not right
wrong-note-sheets = the workbook has { $value } sheets; '{ $other }' is read; say another, if it is not the one
wrong-note-merged = cells are merged, first in row { $value }; the value of merged cells counts for the first of them only, the others are read as empty: take the merging away, if each row should have it
wrong-note-formulas = { $value } cells are formulas; they are not computed, the value that the workbook has of them is read
wrong-file-gone = the file is not kept any more; send it again
wrong-file-empty = the file is empty
wrong-file-large-workbook = the file has { $value } MiB; the most is { $other } MiB for a workbook, or 1024 MiB as CSV; send it in parts
wrong-file-large = the file has { $value } MiB; the most is { $other } MiB; send it in parts
wrong-file-columns = the table has { $value } columns; the most is { $other }; leave out those that are not needed
wrong-file-no-header = no row has the names of columns; say which row it is
wrong-file-header-row = row { $value } has no names of columns; the header must be among the first { $other } rows
wrong-file-old-workbook = this is a workbook of the old kind (.xls), or one with a password; save it as .xlsx or as CSV
wrong-file-no-table = send a table: CSV, XLSX or JSON Lines
wrong-file-json = no line is a JSON object; send one object in each line
wrong-file-no-sheet = the workbook has no sheet
wrong-file-other-sheet = the workbook has no sheet '{ $value }'; it has { $other }
wrong-file-password = the workbook has a password; save it without one, or as CSV
wrong-file-not-whole = this is no whole workbook ({ $value }); open it in a spreadsheet and save it again as .xlsx or CSV
wrong-file-unpacked = the workbook unpacks to more than { $value } MiB, the most there may be; send the sheet as CSV
wrong-file-character = the file is not { $value }: byte { $other } begins no character; say another encoding
wrong-file-cut = this is no whole workbook: { $value }; it may have been cut off on the way
wrong-file-broken = this is no whole workbook: { $value }
wrong-file-parts = the workbook has { $value } parts; the most is { $other }
wrong-file-row = row { $value }: { $other }
## Places and maps

place-country = Country
place-province = Province or state
place-town = Town
place-find = Find it in the gazetteer
place-type-first = Write a few letters of the place first.
place-not-found = The gazetteer knows no place that is called so. Keep the name as you know it, and say below how exactly the place is known.
place-none-of-these = None of these: keep what I typed
place-elsewhere = This place is in { $value }, and the form says { $other }: correct the country, or choose another place.
place-filled = Filled in for { $other }: province, coordinates, and how exactly the place is known ({ $value }).
place-undo = Undo
field-map = Choose on a map
field-map-hint = Each click comes closer. How exactly the place is known follows from how close you are; call it exact yourself, if it is.
picker-alt = Map: click to come closer and set the point
picker-closer = A click comes closer.
picker-sets = A click sets the point. Known as exactly as: { $value }.
map-title = Events on the map
map-about = Events stand where they happened, no more exactly than that is known. What lies close together is gathered.
map-as-list = Show as a list
map-more = these are the latest { $shown }; there are more. Filter to see others.
map-view-wrong = The address does not say which part of the world to show; leave out “view” to see all of it.
map-label = { $count ->
    [one] Map with 1 event; the table below says the same
   *[other] Map with { $shown } events; the table below says the same
}
map-small = Map of the places
map-where = Where it happened
map-open = Open on the map of events
map-move = Move the map
map-closer = Closer
map-farther = Farther away
map-north = North
map-south = South
map-west = West
map-east = East
map-whole = Show all
map-shaded = Only the country is known: it is shaded, and its events are counted in the table.
map-table = Places
map-precision = How exactly it is known
map-closer-to = Closer
map-around = around { $value }, { $other }
map-no-places = None of these events has a place in this part of the map.
map-in-others = { $count ->
    [one] 1 event at a place that is not drawn: come closer to see it
   *[other] { $shown } events at places that are not drawn: come closer to see them
}
map-other-countries = { $count ->
    [one] 1 event in another country, of which only the country is known
   *[other] { $shown } events in other countries, of which only the country is known
}
map-outside = { $count ->
    [one] 1 event elsewhere, outside this part of the map
   *[other] { $shown } events elsewhere, outside this part of the map
}
map-without-point = { $count ->
    [one] 1 event without coordinates, or with a province that the gazetteer does not know
   *[other] { $shown } events without coordinates, or with a province that the gazetteer does not know
}
map-international = { $count ->
    [one] 1 event in no country: in international waters, airspace or online
   *[other] { $shown } events in no country: in international waters, airspace or online
}
map-unknown = { $count ->
    [one] 1 event whose place is not known
   *[other] { $shown } events whose place is not known
}
map-credit = Borders and names on maps are those of their sources. To show them is to take no side on whose a place is, where a border runs or what a place is called.
filter-admin1 = Province or state
filter-bbox = Within (west, south, east, north)
sources-title = Where places and maps come from
sources-about = They are part of the program; nothing is asked of other servers. Borders and names are those of their sources, and say nothing of whose a place is.
sources-geonames = Towns and provinces, reduced to names and coordinates:
sources-subdivisions = Codes and names of provinces in other languages:
sources-outlines = Outlines of countries, in the public domain:
## Dates in words

date-day = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-month = { $month } { $year }
date-day-of-month = a day in { $month } { $year }
date-day-of-year = a day in { $year }
date-month-of-year = a month of { $year }
date-some-year = some year between { $from } and { $to }
date-season = { $season } { $year }
date-about = about { $date }
date-perhaps = possibly { $date }
date-perhaps-about = possibly about { $date }
date-span = { $from } to { $to }
date-span-unsure = from { $from } to { $to }
date-since = since { $date }
date-since-unknown = from { $date }, end unknown
date-until = until { $date }
date-until-unknown = until { $date }, beginning unknown
date-understood = understood as: { $value } ({ $other })
date-understood-unknown = understood as: not known; the field stays empty
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
season-21 = spring
season-22 = summer
season-23 = autumn
season-24 = winter

## Unfinished forms

unfinished = Unfinished forms
unfinished-about = What you typed and did not save yet. Nobody else sees it. It is deleted when you save or discard it, and after 30 days.
unfinished-here = You have an unfinished form like this one; go on with it:
unfinished-since = kept { $value } UTC
unfinished-discard = Discard
unfinished-keep = Keep it unfinished for later
unfinished-kept-at = Kept unfinished, { $value } UTC
unfinished-unkept = Not kept: there is no connection. What you typed is still on this page; stay on it.
unfinished-ended = Your session has ended. Nothing is lost: save the form, and you are asked for your password.
said-unfinished-kept = The form is kept for you. Go on with it whenever you like.
said-unfinished-discarded = The unfinished form is deleted.

## Saved searches

saved = Saved searches
saved-about = Searches that you kept under a name. Nobody else sees them.
saved-none = You have no saved searches.
saved-how = Filter a list, then open “Saved searches” above it and give the search a name.
saved-manage = Rename or delete
saved-name = Name for this search
saved-save = Save this search
saved-new-name = New name for { $value }
saved-rename = Rename
saved-delete = Delete
said-search-saved = The search is saved.
said-search-renamed = The search has its new name.
said-search-deleted = The search is deleted.

## Who sees a record

audience-who = Who sees this
audience-sees = { $value } can see it now.
audience-now = As it stands, { $value } would see it.
audience-published = Once it is published: { $value }.
audience-nobody = nobody
audience-people = { $count ->
    [one] { $shown } person
   *[other] { $shown } people
}
audience-with-you = { $value }, you among them
audience-role-viewer = { $count ->
    [one] { $shown } viewer
   *[other] { $shown } viewers
}
audience-role-researcher = { $count ->
    [one] { $shown } researcher
   *[other] { $shown } researchers
}
audience-role-monitor = { $count ->
    [one] { $shown } monitor
   *[other] { $shown } monitors
}
audience-role-reviewer = { $count ->
    [one] { $shown } reviewer
   *[other] { $shown } reviewers
}
audience-role-admin = { $count ->
    [one] { $shown } administrator
   *[other] { $shown } administrators
}
audience-which-team = Name the team below: only its members will see it.
audience-no-team = You are in no team of that name. Name one of yours below: only its members will see it.
audience-joins = Of these, only those who may also see everything that it joins.
audience-event = An event is never seen by more people than its incident.
audience-protected = Protected people in it are shown by their pseudonym, except to reviewers, administrators, and the monitors who entered them or were entrusted with them.

## Deleted records and older versions

hidden = Deleted records
hidden-about = What was deleted, the latest first. Nothing of it is lost: what you bring back is as it was.
hidden-none = Nothing is deleted.
hidden-when = Deleted
hidden-why = Why
hidden-restore = Bring back
hidden-more = More were deleted than are shown here.
version-restore = Go back to this version
version-restore-about = The record will say again what it said then, as a new version; nothing of its history is lost. Who may see it, who it is assigned to and how people are protected stay as they are now.
version-restore-go = Make this version current
said-version-restored = The older version is current again, as a new version.

## Review, side by side

returned-title = It came back from review
review-compare = Look at it and decide
review-since-approved = What changed since version { $value } was approved
review-nothing-changed = Nothing changed in what it says.
review-was = As it was approved
review-is = As it is now
review-all-new = All is new
review-all-new-about = No version of it was approved before.
review-changed = Changed since it was approved
review-own-record = This is your own record: nobody approves their own. Ask another reviewer.
review-decide = Your decision
review-back = Back to the queue
review-whole = The whole record

## Releases

nav-releases = Releases
releases-about = Data sets that stay as they were, under a version, to be cited and fetched again.
releases-none = Nothing is released yet
release-about = What was published and public at one moment. The files of a release never change, unless a record is taken out of them, which is said here.
release-new = Make a release
release-new-about = Everything that is published and public becomes files that everybody may read. First look at what they would give away.
release-ask = What is to be released
release-look = Look at what it would give away
release-go = Release { $value }
release-making = The release { $value } is being made.
release-look-again = Look again
release-failed = The release { $value } was not made:
release-candidate = Candidate
release-candidate-about = This is a candidate: it was made to be looked at before the release. Cite the release itself.
release-all-files = All files in one ZIP
release-cite = How to cite
release-files = Files
release-file = File
release-count = Rows
release-size = Size
release-what = What it is
release-made = Made
release-audience = Made for
release-audience-public = everybody: what is published and public
release-filters = Events that it has
release-no-filters = all
release-compare = What changed
release-unknown = unknown
release-findings = Acknowledged before it was made
release-report = What it would give away
release-report-clean = Nothing was found. Look at the texts all the same: a program does not know what people can guess.
release-report-about = Look at what was found. Change the records, tell places less exactly, or acknowledge it below.
release-small-about = Individuals to whom something happened, who have less than { $value } of their kind beside them and may be recognised:
release-exact-about = Events that happened to individual or protected people and are told more exactly than the district:
release-naming-about = Texts that name protected people. The names are replaced in the files, but what stands around them may tell who is meant:
release-acknowledge = I have looked at all of this, and it may be published
release-small-cells = { $count ->
    [one] { $shown } small group
   *[other] { $shown } small groups
}
release-exact-places = { $count ->
    [one] { $shown } exact place
   *[other] { $shown } exact places
}
release-naming-texts = { $count ->
    [one] { $shown } text that names somebody
   *[other] { $shown } texts that name somebody
}
release-rows = { $count ->
    [one] { $shown } row
   *[other] { $shown } rows
}
release-tombstones = { $count ->
    [one] { $shown } record taken out
   *[other] { $shown } records taken out
}
release-tombstones-about = Its rows, and those that joined to it, were removed from the files, which have other checksums since. Delete older copies.
release-field-version = Version
release-field-title = Title
release-field-coarsen = Places at most as exact as
release-field-licence = Licence
release-field-citation = Citation
release-field-k = Fewer people than this are few
release-field-by = By what people could be found
release-field-acknowledge = What was found
release-field-record = Record
release-version-hint = The year and a number, such as 2026.1; for a candidate 2026.0.1. It is never given twice.
release-coarsen-hint = Coordinates are rounded, and names of smaller places left out.
release-coarsen-none = as they are known
release-citation-hint = If it is left empty: title, version and day.
quasi-country = Country
quasi-admin1 = Province
quasi-year = Year
quasi-month = Month
quasi-type = Type of event
quasi-gender = Gender
quasi-age_group = Age group
withdrawal-safety = for somebody’s safety
withdrawal-consent = at the wish of those concerned
withdrawal-legal = as a law or a court requires
withdrawal-error = it should not have been in it
tombstone-title = Take a record out
tombstone-about = For a record that endangers somebody. Its rows, and those that join to it, go from all files, and the old files are deleted; that it was done stays visible, not with what. Do the same in other releases that have it.
tombstone-record = Id or ref, as it stands in the files
tombstone-reason = Why
tombstone-go = Take it out
difference-title = What changed
difference-of = From { $value } to { $other }
difference-about = Rows of each file, by their keys. What was taken out of a release counts as withdrawn.
difference-added = Added
difference-changed = Changed
difference-withdrawn = Withdrawn
difference-unchanged = Unchanged
difference-rows = The rows
said-release-begun = The release is being made, or done already.
said-tombstoned = The record is taken out of this release.
may-MakeReleases = Make releases, and take records out of them
did-release_made = made a release
did-release_tombstoned = took a record out of a release

## Imports

imports = Imports
imports-about = Bring in what others sent as a spreadsheet. You see what would happen before it happens, and can take it back as a whole.
import-send = Send a file
import-file = File
import-file-hint = CSV, XLSX or JSON Lines. Nothing is made yet: you see first what would happen.
import-profile = How it is read
import-profile-hint = The likeliest is found by the names of its columns.
import-profile-any = Find out
import-own-mapping = The mapping below
import-sender = Who sent it
import-sender-hint = The statement that everything rests on is said to be theirs.
import-sent-on = Sent on
import-look = Look at the file
import-look-again = Look again
import-template = A template to fill in
import-template-about = One row is one event. The workbook has lists to choose from and says what each column holds.
import-template-xlsx = Workbook (XLSX)
import-template-csv = Header (CSV)
import-earlier = Earlier imports
import-none = No file was sent yet.
import-when = When
import-state = State
import-state-uploaded = To be looked at
import-state-checking = Being looked at
import-state-checked = Looked at, nothing made
import-state-running = Being imported
import-state-done = Imported
import-state-failed = Stopped
import-state-undoing = Being undone
import-state-undone = Undone
import-at-work = This takes a while. You may leave the page; the work goes on.
import-reload = Show how far it is
import-would = What would happen
import-did = What was done
import-rows = Rows
import-created = Created
import-updated = Updated
import-matched = Known already
import-refused = Refused
import-incidents = New incidents
import-actors = New actors
import-actors-known = Actors who are known
import-undone = Taken back
import-left = Changed or used since, and left
import-run = Import
import-run-about = Refused rows are left out. Everything that is made is a draft.
import-undo = Undo the import
import-undo-about = What it made is deleted, what it changed is as it was. What somebody changed or used since stays.
import-refused-file = Refused rows with the reason (CSV)
import-statement = The statement that it rests on
import-refused-rows = Refused rows
import-noted-rows = Rows to look at
import-row = Row
import-column = Column
import-value = Value
import-why = Why
import-doubts = Actors who may be one
import-doubts-about = They are like actors who were known. Nothing was merged: compare them in the list of likely duplicates.
import-read-as = How the file is read
import-size = Size
import-line-ends = Ends of lines
import-ends-lf = LF
import-ends-crlf = CRLF
import-ends-cr = CR
import-ends-mixed = mixed
import-hxl = Row of HXL tags
import-kind = Each row is
import-kind-event = an event
import-kind-incident = an incident
import-kind-actor = an actor
import-kind-statement = a statement
import-kind-participation = somebody’s part in an event
import-kind-citation = a citation
import-kind-demand = a demand
import-encoding = Characters
import-encoding-utf-8 = UTF-8
import-encoding-utf-8-bom = UTF-8 with a mark
import-encoding-utf-16le = UTF-16 LE
import-encoding-utf-16be = UTF-16 BE
import-encoding-windows-1252 = Windows-1252
import-encoding-macintosh = Mac Roman
import-delimiter = Between cells
import-delimiter-comma = comma
import-delimiter-semicolon = semicolon
import-delimiter-tab = tab
import-delimiter-pipe = |
import-sheet = Sheet
import-header-row = Row of the names of columns
import-dates = Dates like 03/04/2005
import-dates-unsaid = are refused
import-dates-day_first = the day comes first
import-dates-month_first = the month comes first
import-source = Register whose ids the rows have
import-mapping = What the columns hold
import-mapping-about = Choose what each column holds. Columns that are not read are left out.
import-first-values = First values
import-holds = Holds
import-not-read = – not read –
import-likely = Likely: { $value }
import-all-rows = { $value } of all rows
import-words = What words for the type mean
import-words-hint = One to a line: the word of the file, =, the code of the type. A word that ends in * stands for all that begin so.
import-save-profile = Keep this mapping
import-profile-name = Name
import-profile-name-hint = Small letters, digits and hyphens.
import-profile-title = What it is for
said-import-profile = The mapping is kept.
did-import_uploaded = sent a file
did-import_begun = began an import
did-imported = imported a file
did-import_undo_begun = began to undo an import
did-import_undone = undid an import
did-import_profile_saved = kept a mapping for imports
did-import_profile_deleted = deleted a mapping for imports

## Reports
report-colon = :{ " " }
report-stop = { "." }
report-comma = ,{ " " }
# Before and after the words of somebody else.
report-quote = “{ $value }”
report-semicolon = ;{ " " }
# Of a value that nobody counted, in a drawing.
report-mark-unknown = ?
report-more = { $count ->
    [one] and 1 more
   *[other] and { $shown } more
}
report-beyond = Beyond the map: { $shown }
report-kilometres = { $value }{ "\u00a0" }km
report-title-country = { $value }: human rights report
report-title-upr = { $value }: submission to the Universal Periodic Review
report-title-treaty_body = { $value }: submission to a treaty body
report-title-numbers = Human rights in numbers: { $value }
report-title-brief = { $value }: brief
report-title-actor = { $value }: dossier
report-title-sdg_16_10_1 = { $value }: indicator 16.10.1 of the Sustainable Development Goals
report-section-profile = Who this is about
report-section-key_figures = Key figures
report-section-comparison = Side by side
report-section-indicator = Indicator 16.10.1
report-section-trend = Over time
report-section-by_type = What happened
report-section-by_right = Rights affected
report-section-by_target = Whom it happened to
report-section-by_perpetrator = Who did it
report-section-map = Where it happened
report-section-timeline = Main events
report-section-cases = Cases
report-section-legal = Legal framework
report-section-obligations = Obligations engaged
report-section-rights = By right
report-section-articles = By article
report-section-contradictions = Contradictory accounts
report-section-demands = What was asked, and what became of it
report-section-method = Method, sources and limits
report-section-annex = Annex: all events
report-actor = Actor
report-other-actor = Other actor
report-country = Country
report-instrument = Instrument
report-period = Period
report-audience = For
report-audience-name-public = everybody
report-audience-name-partners = partners, not for publication
report-audience-name-internal = internal use
report-made-at = Records as of
report-words = Words
report-words-of = { $value } of at most { $other }
report-contents = Contents
report-notes = Sources
report-page-of = Page { $value } of { $other }
report-table = Table
report-chart = Chart
report-map = Map
report-available-at = Available at
report-archived-at = Archived copy:
report-data = The numbers behind the chart
report-not-known = not known
report-not-recorded = not recorded
report-made = How this report was made
report-digest = Digest (SHA-256)
report-issuer-unknown = Issuer not named
report-and-others = { $value } and others
report-nothing = No events are documented in this period.
report-documented = These are documented reports, not all that happened: what nobody told, or nobody could record, is not counted.
report-before = { $period }, the period before, { $events } { $count ->
    [one] event was
   *[other] events were
} documented; incidents: { $incidents }, victims: { $victims }.
report-figure-incidents = { $count ->
    [one] incident
   *[other] incidents
}
report-figure-events = { $count ->
    [one] event
   *[other] events
}
report-figure-victims = { $count ->
    [one] victim
   *[other] victims
}
report-rule-incidents = Case files with at least one of the events.
report-rule-events = Each one act of one type.
report-rule-victims = Distinct persons and groups targeted; a group counts once, whatever its size.
report-unit-incidents = Incidents
report-unit-events = Events
report-unit-victims = Victims
report-unit-demands = Demands
report-unit-sources = Sources
report-unit-is-events = Unit: events. Each is counted in the country where it happened.
report-month = Month
report-year = Year
report-trend-events = Documented events over time
report-trend-sources = Sources that documented them
report-trend-remark = n = { $total } { $count ->
    [one] event
   *[other] events
}, by when each may have begun at the earliest. Documented reports, not incidence.
report-month-unknown = Of { $events } more, the month is not known.
report-year-unknown = Of { $events } more, the year is not known.
report-sources-remark = Actors who issued or signed a statement about at least one of the events. Where fewer report, fewer events are known: compare the two charts.
report-chart-type = Events by type
report-chart-right = Events by right affected
report-chart-target = Events by kind of target
report-chart-perpetrator = Events by kind of perpetrator
report-type = Type
report-right = Right
report-target = Kind of target
report-perpetrator = Kind of perpetrator
report-kind = Kind
report-unit-remark = n = { $total } { $count ->
    [one] event
   *[other] events
}.
report-overlap-remark = n = { $total } { $count ->
    [one] event
   *[other] events
}; categories overlap, so that an event may count in several.
report-kind-unknown = For { $events } of them, none is recorded.
report-rows-left = { $rows } { $count ->
    [one] further category is
   *[other] further categories are
} not drawn.
report-named-target = Most often named as targets
report-named-perpetrator = Most often named as perpetrators
report-named-remark = In so many events the actor is named in this role.
report-map-title = Documented events in { $value }
report-map-remark = n = { $events } { $count ->
    [one] event
   *[other] events
} with a place; each is drawn as exactly as it is known and may be told.
report-map-no-outline = The outline of { $value } is too small for the map that is built in: places are shown alone.
report-map-without = { $events } more { $count ->
    [one] has
   *[other] have
} no place that could be drawn.
report-map-latest = Only the latest { $events } events were looked at.
report-timeline-remark = The events that most statements speak of; where as many do, the deadliest and those with most victims. All of them are in the annex or in the list.
report-denied = A statement denies it.
report-cases-remark = The incidents whose events most statements speak of.
report-by-whom = By { $people }.
report-to-whom = Against { $people }.
report-events-left = The incident has { $events } more { $count ->
    [one] event
   *[other] events
}.
report-annex-table = Events by date
report-annex-all = n = { $total } { $count ->
    [one] event
   *[other] events
}, by the first day on which each may have begun.
report-annex-part = The first { $shown } of { $total } events, by the first day on which each may have begun; the list has all of them.
report-ref = Ref
report-date = Date
report-event = Event
report-place = Place
report-perpetrator-column = By
report-target-column = Against
report-status = Status
report-since = Since
report-since-by = { $value } ({ $other })
report-in-force-since = In force for the state since
report-as-of = Source as of
report-law-title = Instruments and { $value } on { $other }
report-law-remark = By the acts that are recorded, as of the day in the last column; later acts are not known to this report. Instruments that are not open to the state are left out.
report-no-limits = No reservation, declaration or derogation of the state is recorded that was in force on this day. Those of others may be missing from the source.
report-limits = Reservations, declarations and derogations
report-provision = Provision
report-note = To be noted
report-only-for = Binding as well, but protecting certain people only, such as children, women or persons with disabilities; engaged where those concerned are such people: { $provisions }.
report-reserved = reserved by the state
report-suspended = suspended at some time, as far as it may be
report-obligations-table = Provisions that bound the state on the day of each event
report-obligations-remark = Found from the rights that each event affects and from the law in force on the first day on which it may have begun. That a provision is engaged is not a finding that it was violated.
report-undated = The day of { $events } more is not known, so that no law is told for { $count ->
    [one] it
   *[other] them
}.
report-found-title = Findings of people
report-found-table = What people found of events under law
report-found = Finding
report-found-by = By whom
report-found-by-office = recorded without a source
report-found-events = Courts, bodies or organisations found { $events } { $count ->
    [one] event to engage or violate an obligation.
   *[other] events to engage or violate an obligation.
}
report-found-remark = These are findings of others as they are recorded, apart from what is worked out above; an allegation is no decision. The date is that of the statement.
report-found-part = The table has the findings of the first { $shown }.
report-no-obligations = No provision that is recorded was found to be engaged.
report-no-articles = No article of the instrument that bound the state was found to be engaged.
report-article-events = { $events } { $count ->
    [one] event engages
   *[other] events engage
} this article.
report-reserved-article = The state has a reservation to it.
report-right-events = { $events } { $count ->
    [one] event affects
   *[other] events affect
} this right.
report-right-bound = It was protected by { $provisions }.
report-no-contradictions = No statement that is recorded denies one of the events.
report-affirmed = Said to have happened
report-denied-column = Denied
report-contradictions-table = What is said for and against
report-contradictions-remark = Both are kept; neither is made out to be right.
report-contradictions-more = There are more.
report-demand = Demand
report-addressee = Of whom
report-latest = What became of it
report-demands-status = Demands by status
report-demands-table = Demands
report-demands-remark = n = { $total } { $count ->
    [one] demand
   *[other] demands
} of statements that were issued in the period.
report-demands-part = The first { $shown } of { $total }, by the date of their statements.
report-no-demands = No demands are recorded in statements of the period.
report-compare-totals = Totals
report-compare-types = Events by type
report-compare-gender = Persons targeted, by gender
report-compare-groups = Persons targeted, by group of defenders
report-compare-remark = Incidents are case files, events are acts, victims are distinct persons and groups. Countries differ in how much is documented: differences are not those of what happened.
report-gender-remark = Distinct persons, outlets and unions targeted; each counts once in a country. Gender is recorded where a source tells it, never guessed.
report-groups-remark = Distinct persons, outlets and unions targeted; whoever belongs to several groups counts in each.
report-total = Total
report-sdg-figure = { $count ->
    [one] verified case
   *[other] verified cases
}
report-sdg-rule = Distinct persons killed, disappeared, tortured, arbitrarily detained or kidnapped in confirmed events; whoever suffered several acts counts once, under the gravest.
report-sdg-act = Act
report-sdg-killing = Killing
report-sdg-enforced_disappearance = Enforced disappearance
report-sdg-torture = Torture
report-sdg-arbitrary_detention = Arbitrary detention
report-sdg-kidnapping = Kidnapping
report-sdg-other_harmful_act = Other harmful acts (not in the indicator’s total)
report-sdg-journalists = Journalists
report-sdg-trade_unionists = Trade unionists
report-sdg-defenders = Defenders
report-sdg-types = Types of event counted
report-sdg-table = Verified cases, by act and group
report-sdg-remark = Unit: persons. Only events whose confidence is “confirmed”. An arrest counts as arbitrary detention: whether it was arbitrary is not decided by this program.
report-sector = Branch
report-other-names = Other names
report-description = Description
report-affiliations = To whom the actor belongs, and who belongs to it
report-from = From
report-to = To
report-method-units = An incident is a case file; an event is one act of one type; a victim is a distinct person or group targeted. Categories overlap: rows may add up to more than the total.
report-method-documented = What is counted is what statements document. It is no measure of how often something happens, and the absence of a report is no evidence that nothing happened.
report-audience-public = Only published, public records are told and counted. Protected people are named by pseudonym, and the places of events in which they take part are told no more exactly than the province.
report-audience-partners = Records are told and counted that partners may see: published and approved ones, up to those for internal use. Protected people are named by pseudonym.
report-audience-internal = All records are told and counted that whoever made this report may see, drafts among them. It must not be passed on.
report-method-sources = { $statements } statements of { $issuers } sources speak of the { $events } { $count ->
    [one] event
   *[other] events
}.
report-method-confidence = Confidence: { $list }.
report-method-dates = How exactly dates are known: { $list }.
report-method-status = Status in review: { $list }.
report-method-filters = Only events that meet these filters: { $list }.
report-method-law = What bound a state on a day is worked out from the acts that are recorded, by the rules of entry into force of each instrument.
report-logo = Logo
report-logo-of = Logo of { $value }
report-release = Release
report-release-removed = Taken out of the release since
report-release-removed-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
report-release-left-out = Left out
report-release-lacks = { $value } (the release does not hold what is needed for it)
report-method-release = Made of the release { $release }, not of the records as they are now: made of it again, the report is the same to the last byte. Numbers lead to the release. The law is that of its instruments and commitments, the labels are those of its vocabularies.
report-method-release-lacks = A release has no narratives of events, affiliations of actors, findings on law, or evidence of what became of demands; none of these is told here, whether there is any or not.
report-method-release-filters = The release has only the events that meet these filters: { $list }.
report-method-release-coarsened = The release tells places no more exactly than this: { $value }.
report-method-release-removed = { $count ->
    [one] { $count } row was taken out of the release after it was made, and is not told or counted.
   *[other] { $count } rows were taken out of the release after it was made, and are not told or counted.
}
report-warning-name = A text that was typed for the report names a protected person. It stands in the report as it was typed.
report-warning-cells = { $count ->
    [one] One cell of a table of people counts
   *[other] { $shown } cells of tables of people count
} fewer than five, and protected people are among those counted: somebody might be recognised.
report-warning-words = The report is too long: { $value } words.
report-warning-glyphs = In the PDF, � stands in place of characters that none of its fonts has: { $value }.

## The page of reports
nav-reports = Reports
reports-about = What the records tell of a country, several, or an actor, as a document to hand in. Every number leads to what it counts, every event has its sources.
reports-audience = Who is to read it
reports-audience-hint = Chosen first: the report tells nothing that these readers may not see.
reports-preset = Kind of report
reports-preset-country = Country report
reports-preset-upr = Submission to the Universal Periodic Review
reports-preset-treaty_body = Submission to a treaty body
reports-preset-numbers = Several countries in numbers
reports-preset-brief = Brief
reports-preset-actor = Dossier about an actor
reports-preset-sdg_16_10_1 = Indicator 16.10.1
reports-country-hint = Several only for “in numbers”.
reports-actor-hint = For a dossier: the ref. Otherwise, only events with the actor.
reports-instrument-hint = For a treaty body: whose articles. Otherwise, only events for which it was invoked.
reports-language = Language of the report
reports-organisation = Who submits it
reports-coalition = Several organisations submit it together
reports-sections = Sections, their order, and what stands above them
reports-sections-hint = Those without a tick are left out. The smallest place comes first.
reports-place = Place
reports-introduction = Introduction
reports-as-preset = As the kind of report has them
reports-show = Show the report
reports-made = The report
report-words-are = { $count ->
    [one] 1 word
   *[other] { $shown } words
}
reports-cases = Incidents told in full
reports-annex = Events listed in the annex at most
reports-busy = The report is being made. Long ones take some seconds.
reports-busy-file = The file is being made. The download begins by itself.
reports-download = Download { $value }
reports-up = Move “{ $value }” up
reports-down = Move “{ $value }” down
reports-moved = { $value }: place { $other }
reports-stop = Stop
reports-stopped = Stopped. What you typed is still there.
reports-failed = The server did not answer. What you typed is still there; try again.
reports-ended = Your session has ended. What you typed is still there: show the report, and you are asked for your password.
reports-taken = The file is made and is being saved.
reports-made-of = The report stands below the form: { $value }.
reports-words-of = { $value } of at most { $other } words
reports-button = Report
reports-logo = Logo
reports-logo-hint = A PNG or JPEG, at most 1 MB and 4096 × 4096 pixels. It stands at the head of this report.
reports-logo-set = Set this logo
reports-logo-remove = Take the logo away
said-logo-kept = The logo is kept with the saved report.
said-logo-removed = The logo is taken away.
reports-release = Of which release
reports-release-none = None: the records as they are
reports-release-hint = Made of a release, the report stays the same whenever it is made again. It tells what everybody may see.
reports-saved = Saved reports
reports-saved-about = Reports that you saved under a name. Nobody else sees them. Opened, they fill in the form below.
reports-next-year = For the next year
reports-save = Save this report
reports-save-name = Name of the saved report
reports-save-hint = All that the form says is kept, to be made again as it is or for another year. A saved report of the same name is replaced.
reports-save-button = Save under this name
said-report-saved = The report is saved.
said-report-deleted = The saved report is deleted.
did-report_saved = saved a report
did-report_changed = changed a saved report
did-report_deleted = deleted a saved report

# Reading statements into drafts

intake = Read a statement
intake-about = Paste a statement. saksi marks who says what about whom, and drafts the records: you go through them and save.
intake-field-text = The statement
intake-field-file = A file
intake-file-hint = Plain text, a saved web page, a Word document (DOCX), a PDF with text, or the source of an e-mail; at most 50 MB.
intake-file-take = Take the text of the file
intake-file-read-from = The text was read from { $value } ({ $other }). Look it over, then have it read.
intake-file-published = The file itself says: { $value }.
intake-file-kind-plain-text = text file
intake-file-kind-html = web page
intake-file-kind-docx = Word document
intake-file-kind-pdf = PDF
intake-file-kind-email = e-mail
intake-cut = { $count ->
    [one] { $shown } passage was left out
   *[other] { $shown } passages were left out
}
intake-cut-hint = Menus, running heads and the like are no part of a statement. Tick what belongs to it.
intake-cut-back = Put back what is ticked
intake-text-again = Go back to the text, to put some of it back
intake-text-again-hint = Going back to the text starts its draft anew: what was decided here is then asked again.
intake-cut-navigation = navigation
intake-cut-sharing = sharing
intake-cut-newsletter = newsletter
intake-cut-cookies = cookies
intake-cut-related = other pages
intake-cut-download = download
intake-cut-contact = contact
intake-cut-end-mark = end mark
intake-cut-header = head
intake-cut-footer = foot
intake-cut-page-number = page number
intake-cut-form = form
intake-cut-hidden = hidden
intake-cut-comments = comments
intake-cut-signature = signature
intake-cut-quoted-reply = quoted reply
intake-field-url = Address of the statement
intake-field-title = Title, where the text has none
intake-field-language = Language
intake-text-hint = The whole text, as it was published.
intake-read = Read it
intake-nothing-stored = Nothing is stored until you save.
intake-review = Draft of a statement
intake-review-about = Accept or reject each finding, correct what is wrong, and save all of it at once.
intake-text = The text
intake-header = Statement
intake-actors = Actors
intake-events = Events
intake-instruments = Law
intake-demands = Demands
intake-actors-none = Nobody is named.
intake-events-none = No event is told.
intake-instruments-none = No law is invoked.
intake-demands-none = Nothing is asked.
intake-actors-add = Add an actor
intake-events-add = Add an event
intake-instruments-add = Add law
intake-demands-add = Add a demand
intake-add-selected = Add what is selected:
intake-where-read = Where this was read
intake-case = Case file
intake-case-hint = New events belong to one case file: name one that is there, or leave it empty for a new one.
intake-new-case = A new case file
intake-decision = Decision on
intake-accept = Accept
intake-reject = Reject
intake-edit = Change
intake-new-record = New: no record is called so.
intake-alike = Events like this one are there
intake-new-event = A new event
intake-this-event = It is this one:
intake-other-record = Another record
intake-learn-alias = From now on, the record has this name too
intake-by-hand = Added by hand
intake-rule = Rule
intake-save = Save the statement and what it says
intake-accept-rest = Accept all that are left
intake-undecided = { $count ->
    [0] All is decided
    [one] One finding is left to decide
   *[other] { $shown } findings are left to decide
}
intake-left-to-decide = Decide on what is left first, or press Shift+A to accept it all.
intake-keys = Keys
intake-key-Enter = Accept, and go to the next
intake-key-x = Reject, and go to the next
intake-key-j = Next finding
intake-key-k = The one before
intake-key-e = Change its fields; Escape goes back
intake-key-t = Change its type or kind
intake-key-1 = In an event, the number of an actor: makes them perpetrator, then target, then neither. For an actor, which record is meant; 0 for a new one
intake-key-u = Undo
intake-key-a = Add what is selected in the text, then 1 actor, 2 event, 3 law, 4 demand
intake-key-all = Accept all that are left
intake-key-help = Show these keys
intake-key-Ctrl-Enter = Save
said-intake = The statement and what it says are saved as drafts.
said-intake-left = The statement and what it says are saved as drafts. Law of which it is not said whose it is is not cited: only the text has it.
field-issuer = Issued by
field-issuer-hint = One of the actors below.
field-cosigners = Signed by, too
field-cosigners-hint = Actors below, with semicolons between them.
field-aliases = Other names
field-aliases-hint = With semicolons between them.
field-perpetrators = Done by
field-perpetrators-hint = Actors above, with semicolons between them.
field-targets = Done to
field-targets-hint = Actors above, with semicolons between them.
field-background = Told as history
field-law_code = Instrument, by its code
field-law_code-hint = Such as ICCPR. Nothing for domestic law.
field-article = Article
field-article-hint = Such as Article 22. Law is cited by its articles.
field-binds = State that is bound
field-asked = What is asked
field-case = Case file that is there
field-decision = Decision
admin-rules = Rules of reading
about-admin-rules = How good the rules are that read statements; each can be switched off.
rules-about = Each finding in a statement names the rule that made it. What people accept and reject shows how good the rule is.
rules-none = There are no rules.
rules-rule = Rule
rules-accepted = Accepted
rules-rejected = Rejected
rules-precision = Right
rules-share = { $value } %
rules-undecided = nothing decided yet
rules-state = State
rules-on = on
rules-off = off
rules-switch-on = Switch on
rules-switch-off = Switch off
said-rule-off = The rule is off: it finds nothing from now on.
said-rule-on = The rule is on again.
wrong-intake-undecided = is not decided; accept or reject it
wrong-intake-actor = '{ $value }' is none of the accepted actors
wrong-intake-case = is required: the case file of the new events, by id or ref, or a new one with title and country
wrong-intake-twice = is the name of another actor of the draft too; tell them apart
wrong-intake-addressee = is required: of whom it is asked
wrong-intake-instrument = there is no instrument '{ $value }'
wrong-intake-provision = there is no provision '{ $value }' of this instrument; write it as Article 22, or leave it out
