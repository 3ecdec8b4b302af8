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
help-dates-about = Write a date as exactly as it is known, and no more: 2017-11-26, 2017-11, 2017; 2017-11~ is about November 2017, 2017-11? is perhaps November 2017; 2017-09-03/2017-11-16 is from one day to another, 2017-09-03/.. since a day.
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
