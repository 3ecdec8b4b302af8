### See en.ftl. What is not here yet is said in English.

## Around every page

skip = ទៅកាន់ខ្លឹមសារ
search-label = ស្វែងរកទាំងអស់
search-go = ស្វែងរក
nav-label = ម៉ឺនុយចម្បង
nav-start = ទំព័រដើម
nav-law = ច្បាប់
nav-review = ពិនិត្យ
nav-account = គណនីរបស់អ្នក
nav-api = ឯកសារ API
nav-logout = ចាកចេញ
nav-help = ជំនួយ
language = ភាសា
crumbs = អ្នកនៅទីនេះ
see-all = មើលទាំងអស់
yes = បាទ/ចាស
no = ទេ
what-is-it = តើនេះមានន័យដូចម្តេច?

## Coming in and going out

login-title = ចូល
login-email = អ៊ីមែល
login-password = ពាក្យសម្ងាត់
login-go = ចូល
resume-go = ចូល និងរក្សាទុក
said-logged-out = អ្នកបានចាកចេញហើយ។
account-title = គណនីរបស់អ្នក
account-password = ប្តូរពាក្យសម្ងាត់របស់អ្នក
account-current = ពាក្យសម្ងាត់បច្ចុប្បន្ន
account-new = ពាក្យសម្ងាត់ថ្មី
account-again = ពាក្យសម្ងាត់ថ្មី ម្តងទៀត
account-change = ប្តូរពាក្យសម្ងាត់
account-begun = ចាប់ផ្តើម
account-used = ប្រើចុងក្រោយ
account-end = បញ្ចប់

## What went wrong

problem-not-found = គ្មានអ្វីនៅទីនេះទេ
problem-forbidden = អ្នកមិនអាចធ្វើដូច្នេះបានទេ
problem-start = ទៅទំព័រដើម

## Search

search-title = ស្វែងរក
search-kinds = កន្លែងណា
search-nothing = រកមិនឃើញអ្វីសម្រាប់ { $value }

## Review

review-choose = ជ្រើសរើស
review-since = តាំងពី
review-own = របស់អ្នក

## Help

help-counting = របៀបដែល saksi រាប់
help-how = របៀបដែល saksi រាប់
help-dates = កាលបរិច្ឆេទ
help-keys = ក្តារចុច
key-search = ស្វែងរក
key-help = ទំព័រនេះ
help-contents = នៅលើទំព័រនេះ
help-begin = ជំហានដំបូង
help-who = អ្នកណាឃើញអ្វី
help-languages = ភាសា
help-what = តើពាក្យទាំងនេះមានន័យដូចម្តេច?

## Start

start-welcome = សូមស្វាគមន៍ { $value }
start-empty-title = មិនទាន់មានអ្វីនៅទីនេះទេ
start-drafts = សេចក្តីព្រាងរបស់អ្នក
start-drafts-none = អ្នកមិនមានសេចក្តីព្រាងទេ។
start-waiting = រង់ចាំការពិនិត្យ
start-waiting-none = គ្មានអ្វីរង់ចាំការពិនិត្យទេ។
start-recent = ផ្សព្វផ្សាយចុងក្រោយ
start-recent-none = មិនទាន់មានអ្វីផ្សព្វផ្សាយទេ។

## Kinds of record

kind-statement = សេចក្តីថ្លែងការណ៍
kinds-statement = សេចក្តីថ្លែងការណ៍
kind-incident = ករណី
kinds-incident = ករណី
kind-event = ព្រឹត្តិការណ៍
kinds-event = ព្រឹត្តិការណ៍
kind-actor = តួអង្គ
kinds-actor = តួអង្គ
kind-demand = ការទាមទារ
kinds-demand = ការទាមទារ
kind-instrument = លិខិតូបករណ៍
kinds-instrument = លិខិតូបករណ៍ច្បាប់
kind-provision = បទប្បញ្ញត្តិ
kinds-provision = បទប្បញ្ញត្តិ
kind-citation = ការដកស្រង់
kinds-citation = ការដកស្រង់

## Lists

list-filter = ត្រង និងតម្រៀប
list-any = ទាំងអស់
list-sort = លំដាប់
list-show = បង្ហាញ
list-clear = លុបតម្រងទាំងអស់
list-empty = មិនទាន់មានអ្វីនៅទីនេះទេ
list-total = { $count ->
   *[other] { $shown } កំណត់ត្រា
}
list-more-than = ច្រើនជាង { $shown } កំណត់ត្រា
list-export = នាំចេញ
list-pages = ទំព័រ
list-first = ទៅទំព័រដំបូង
list-next = ទំព័របន្ទាប់
sort-date = កាលបរិច្ឆេទ
sort-created_at = បញ្ចូល
sort-updated_at = កែប្រែ
sort-name = ឈ្មោះ
sort-code = លេខកូដ

filter-country = ប្រទេស
filter-type = ប្រភេទព្រឹត្តិការណ៍
filter-from = ចាប់ពី
filter-to = ដល់
filter-role = តួនាទីរបស់តួអង្គ
filter-right = សិទ្ធិ
filter-status = ស្ថានភាព
filter-q = ពាក្យ
filter-kind = ប្រភេទ
filter-language = ភាសា
filter-sector = វិស័យ
filter-category = ប្រភេទ
filter-confidentiality = ការសម្ងាត់

col-date = កាលបរិច្ឆេទ
col-event = ព្រឹត្តិការណ៍
col-type = ប្រភេទ
col-place = ទីកន្លែង
col-targets = គោលដៅ
col-status = ស្ថានភាព
col-incident = ករណី
col-country = ប្រទេស
col-number = ព្រឹត្តិការណ៍
col-level = ការសម្ងាត់
col-statement = សេចក្តីថ្លែងការណ៍
col-issuers = អ្នកចេញ
col-kind = ប្រភេទ
col-countries = ប្រទេស
col-actor = តួអង្គ
col-names = ឈ្មោះផ្សេងទៀត
col-demand = ការទាមទារ
col-category = ប្រភេទ
col-demand-status = ស្ថានភាព
col-code = លេខកូដ
col-in-force = ចូលជាធរមាន
col-provision = បទប្បញ្ញត្តិ
col-title = ចំណងជើង
col-right = សិទ្ធិ
col-about = អំពី
col-from = ចាប់ពី
col-to = ដល់

## A record

record-change = កែប្រែ
record-history = ប្រវត្តិ
record-hide = លុប
record-why = ហេតុអ្វី?
step-submitted = ដាក់ស្នើឱ្យពិនិត្យ
step-approved = អនុម័ត
step-published = ផ្សព្វផ្សាយ
step-rejected = ច្រានចោល
said-saved = បានរក្សាទុក។
said-approved = បានអនុម័ត។
said-published = បានផ្សព្វផ្សាយ។
said-rejected = បានច្រានចោល។
history-before = មុន
history-after = ក្រោយ
action-created = បានបង្កើត
action-changed = បានកែប្រែ
action-hidden = បានលុប
action-approved = បានអនុម័ត
action-published = បានផ្សព្វផ្សាយ
action-rejected = បានច្រានចោល
date-unknown = មិនដឹងកាលបរិច្ឆេទ
count-at-least = យ៉ាងតិច { $value }
count-at-most = យ៉ាងច្រើន { $value }
events-count = { $count ->
   *[other] { $shown } ព្រឹត្តិការណ៍
}
pseudonym = រហស្សនាម

event-who = អ្នកដែលពាក់ព័ន្ធ
event-how-many = ចំនួន
event-sources = ប្រភព
event-add-source = ដកស្រង់សេចក្តីថ្លែងការណ៍
event-place = ទីកន្លែង
event-victims = ជនរងគ្រោះ
event-deaths = អ្នកស្លាប់
event-relations = ព្រឹត្តិការណ៍ពាក់ព័ន្ធ
event-this = ព្រឹត្តិការណ៍នេះ
law-in-force-since = ជាធរមានតាំងពី { $value }
legal-party = ភាគី
legal-not_party = មិនមែនភាគី
legal-not_known = មិនដឹង
legal-withdrawn = បានដកខ្លួន
field-ends_on = រហូតដល់
group-children = កុមារ
group-women = ស្ត្រី
group-migrant_workers = ពលករចំណាកស្រុក
group-refugees = ជនភៀសខ្លួន
why-same-day = ថ្ងៃតែមួយ
why-same-place = ទីកន្លែងតែមួយ
why-same-country = ប្រទេសតែមួយ
why-same-type = ប្រភេទព្រឹត្តិការណ៍តែមួយ
filter-tag = ស្លាក
col-tags = ស្លាក
field-tags = ស្លាក
country-all-time = គ្រប់ឆ្នាំ
country-last-years = ប្រាំឆ្នាំចុងក្រោយ
portal-files = ឯកសារ
compare-merge = បញ្ចូលគ្នា
compare-citations = ប្រភព
incident-events = ព្រឹត្តិការណ៍
incident-add-event = បន្ថែមព្រឹត្តិការណ៍
incident-all-events = { $count ->
   *[other] មើលព្រឹត្តិការណ៍ទាំង { $shown }
}
statement-cite = ដកស្រង់សេចក្តីថ្លែងការណ៍នេះ
statement-in-text = នៅក្នុងអត្ថបទ
demand-status = ស្ថានភាព
citation-page = ទំព័រ { $value }
actor-roles = តួនាទីក្នុងព្រឹត្តិការណ៍
actor-timeline = ព្រឹត្តិការណ៍ចុងក្រោយ
actor-statements = សេចក្តីថ្លែងការណ៍

## Forms

form-save = រក្សាទុក
form-save-draft = រក្សាទុកជាសេចក្តីព្រាង
form-save-submit = រក្សាទុក និងដាក់ស្នើឱ្យពិនិត្យ
form-cancel = បោះបង់
form-choose = ជ្រើសរើស
form-drop-row = ដកចេញ
form-reason = ហេតុអ្វីបានជាកែប្រែ?
form-change = កែប្រែ៖ { $value }
form-new-statement = សេចក្តីថ្លែងការណ៍ថ្មី
form-new-incident = ករណីថ្មី
form-new-event = ព្រឹត្តិការណ៍ថ្មី
form-new-actor = តួអង្គថ្មី
form-new-demand = ការទាមទារថ្មី
form-new-citation = ការដកស្រង់ថ្មី
form-visibility = អ្នកណាអាចមើលឃើញ
form-more-protection = ការការពារ
form-events = ព្រឹត្តិការណ៍
form-events-row = ព្រឹត្តិការណ៍ { $shown }
form-events-add = បន្ថែមព្រឹត្តិការណ៍ផ្សេងទៀត
form-participations = អ្នកដែលពាក់ព័ន្ធ
form-participations-row = អ្នកពាក់ព័ន្ធ { $shown }
form-participations-add = បន្ថែមអ្នកពាក់ព័ន្ធ
form-citations = ប្រភព
form-citations-row = ប្រភព { $shown }
form-citations-add = បន្ថែមប្រភព
form-names = ឈ្មោះផ្សេងទៀត
form-names-row = ឈ្មោះ { $shown }
form-names-add = បន្ថែមឈ្មោះ

field-title = ចំណងជើង
field-kind = ប្រភេទ
field-issued_on = កាលបរិច្ឆេទចេញ
field-countries = ប្រទេសដែលពាក់ព័ន្ធ
field-body = អត្ថបទ
field-place = ទីកន្លែង
field-language = ភាសា
field-url = អាសយដ្ឋានគេហទំព័រ
field-summary = សេចក្តីសង្ខេប
field-confidentiality = អ្នកណាអាចមើលឃើញ
field-team = ក្រុមការងារ
field-actor = តួអង្គ
field-role = តួនាទី
field-count_low = យ៉ាងតិច
field-count_high = យ៉ាងច្រើន
field-statement = សេចក្តីថ្លែងការណ៍
field-page = ទំព័រ
field-event = ព្រឹត្តិការណ៍
field-incident = ករណី
field-provision = បទប្បញ្ញត្តិ
field-court = តុលាការ
field-note = កំណត់សម្គាល់
field-type = ប្រភេទព្រឹត្តិការណ៍
field-date = កាលបរិច្ឆេទ
field-admin1 = ខេត្ត ឬរដ្ឋ
field-place_name = ទីកន្លែង
field-narrative = អ្វីដែលបានកើតឡើង
field-latitude = រយៈទទឹង
field-longitude = រយៈបណ្តោយ
field-charge = បទចោទ
field-rights = សិទ្ធិដែលរងផលប៉ះពាល់
field-country = ប្រទេស
field-name = ឈ្មោះ
field-names = ឈ្មោះផ្សេងទៀត
field-text = អត្ថបទ
field-script = អក្សរ
field-value = តម្លៃ
field-description = ការពិពណ៌នា
field-pseudonym = រហស្សនាម
field-gender = ភេទ
field-age_group = ក្រុមអាយុ
field-category = ប្រភេទ
field-status = ស្ថានភាព
field-from = ចាប់ពី
field-to = ដល់
field-code = លេខកូដ
field-region = តំបន់
field-source = ប្រភព
field-right = សិទ្ធិ
field-citations = ប្រភព
field-events = ព្រឹត្តិការណ៍

code-role-admin = អ្នកគ្រប់គ្រង
code-role-reviewer = អ្នកពិនិត្យ
code-role-researcher = អ្នកស្រាវជ្រាវ

wrong-required = ត្រូវតែបំពេញ
wrong-empty = មិនត្រូវទុកទទេ

## កាលបរិច្ឆេទជាពាក្យ

date-day = ថ្ងៃទី{ $day } ខែ{ $month } ឆ្នាំ{ $year }
date-day-month = ថ្ងៃទី{ $day } ខែ{ $month }
date-month = ខែ{ $month } ឆ្នាំ{ $year }
date-day-of-month = ថ្ងៃណាមួយក្នុងខែ{ $month } ឆ្នាំ{ $year }
date-day-of-year = ថ្ងៃណាមួយក្នុងឆ្នាំ{ $year }
date-month-of-year = ខែណាមួយក្នុងឆ្នាំ{ $year }
date-some-year = ឆ្នាំណាមួយរវាងឆ្នាំ{ $from } និង { $to }
date-season = { $season } ឆ្នាំ{ $year }
date-about = ប្រហែល{ $date }
date-perhaps = អាចជា{ $date }
date-perhaps-about = អាចជាប្រហែល{ $date }
date-span = ពី{ $from } ដល់{ $to }
date-span-unsure = ពី{ $from } ដល់{ $to }
date-since = តាំងពី{ $date }
date-since-unknown = ចាប់ពី{ $date } មិនស្គាល់ថ្ងៃបញ្ចប់
date-until = រហូតដល់{ $date }
date-until-unknown = រហូតដល់{ $date } មិនស្គាល់ថ្ងៃចាប់ផ្តើម
date-understood = យល់ថា៖ { $value } ({ $other })
month-1 = មករា
month-2 = កុម្ភៈ
month-3 = មីនា
month-4 = មេសា
month-5 = ឧសភា
month-6 = មិថុនា
month-7 = កក្កដា
month-8 = សីហា
month-9 = កញ្ញា
month-10 = តុលា
month-11 = វិច្ឆិកា
month-12 = ធ្នូ
season-21 = និទាឃរដូវ
season-22 = រដូវក្តៅ
season-23 = សរទរដូវ
season-24 = រដូវរងា

nav-countries = ប្រទេស
nav-admin = ការគ្រប់គ្រង
kind-user = អ្នកប្រើប្រាស់
kinds-user = អ្នកប្រើប្រាស់
kind-team = ក្រុមការងារ
kinds-team = ក្រុមការងារ
form-new-user = អ្នកប្រើប្រាស់ថ្មី
form-new-team = ក្រុមការងារថ្មី
field-email = អាសយដ្ឋានអ៊ីមែល
field-members = សមាជិក
col-account = គណនី
role-researcher = អ្នកស្រាវជ្រាវ
role-reviewer = អ្នកពិនិត្យ
role-admin = អ្នកគ្រប់គ្រង
user-password = ពាក្យសម្ងាត់
admin-roles = តួនាទី
figures-heading = តួលេខ
figures-victims = ជនរងគ្រោះ
figures-year = ឆ្នាំ
figures-year-unknown = មិនស្គាល់កាលបរិច្ឆេទ
figures-by-year = តាមឆ្នាំ
figures-by-type = តាមប្រភេទព្រឹត្តិការណ៍
country-since = តាំងពី { $value }
country-until = រហូតដល់ { $value }
country-between = ពី { $value } ដល់ { $other }
country-law-since = តាំងពី
country-law-force = ជាធរមានតាំងពី
country-demands = ការទាមទារ
portal-all-countries = ប្រទេសទាំងអស់
network-title = បណ្តាញ
network-of = បណ្តាញរបស់ { $value }
chart-by-type = តាមប្រភេទ
chart-by-country = តាមប្រទេស
chart-unknown = មិនស្គាល់
unit-incidents = ករណី
unit-events = ព្រឹត្តិការណ៍
unit-victims = ជនរងគ្រោះ
view-table = តារាង
view-map = ផែនទី
filter-year = ឆ្នាំ
timeline-month-01 = មករា
timeline-month-02 = កុម្ភៈ
timeline-month-03 = មីនា
timeline-month-04 = មេសា
timeline-month-05 = ឧសភា
timeline-month-06 = មិថុនា
timeline-month-07 = កក្កដា
timeline-month-08 = សីហា
timeline-month-09 = កញ្ញា
timeline-month-10 = តុលា
timeline-month-11 = វិច្ឆិកា
timeline-month-12 = ធ្នូ
count-of-event = { $count ->
   *[other] { $shown } ព្រឹត្តិការណ៍
}
count-of-incident = { $count ->
   *[other] { $shown } ករណី
}
count-of-statement = { $count ->
   *[other] { $shown } សេចក្តីថ្លែងការណ៍
}
count-of-actor = { $count ->
   *[other] { $shown } តួអង្គ
}
count-of-demand = { $count ->
   *[other] { $shown } ការទាមទារ
}
contradictions-this = សេចក្តីថ្លែងការណ៍នេះ
second-factor-code = លេខកូដ
second-factor-other = ប្រើគណនីផ្សេង
team-members = { $count ->
   *[other] សមាជិក { $shown } នាក់
}
audit-who = អ្នកណា
audit-what = អ្វី
audit-kind = ប្រភេទកំណត់ត្រា
health-version = កំណែ
health-database = មូលដ្ឋានទិន្នន័យ
vocabulary-right = សិទ្ធិ
vocabulary-event_type = ប្រភេទព្រឹត្តិការណ៍
field-definition = និយមន័យ
place-country = ប្រទេស
place-province = ខេត្ត ឬរដ្ឋ
filter-admin1 = ខេត្ត ឬរដ្ឋ
map-title = ព្រឹត្តិការណ៍នៅលើផែនទី
map-where = កន្លែងដែលបានកើតឡើង
map-north = ខាងជើង
map-south = ខាងត្បូង
map-west = ខាងលិច
map-east = ខាងកើត
map-whole = បង្ហាញទាំងអស់
map-table = ទីកន្លែង
saved = ការស្វែងរកដែលបានរក្សាទុក
saved-save = រក្សាទុកការស្វែងរកនេះ
saved-rename = ប្តូរឈ្មោះ
saved-delete = លុប
said-search-saved = បានរក្សាទុកការស្វែងរក។
said-search-deleted = បានលុបការស្វែងរក។
audience-who = អ្នកណាឃើញកំណត់ត្រានេះ
audience-nobody = គ្មាននរណាម្នាក់
hidden = កំណត់ត្រាដែលបានលុប
hidden-why = ហេតុអ្វី
review-decide = សេចក្តីសម្រេចរបស់អ្នក
filter-instrument = លិខិតូបករណ៍ (លេខកូដ)
col-instrument = លិខិតូបករណ៍
field-instrument = លិខិតូបករណ៍
form-new-instrument = លិខិតូបករណ៍ថ្មី
form-new-provision = បទប្បញ្ញត្តិថ្មី
form-relations = ព្រឹត្តិការណ៍ពាក់ព័ន្ធ
field-relations = ព្រឹត្តិការណ៍ពាក់ព័ន្ធ
form-relations-add = បន្ថែមព្រឹត្តិការណ៍ពាក់ព័ន្ធ
field-participations = អ្នកដែលពាក់ព័ន្ធ
actor-all-events = ព្រឹត្តិការណ៍ទាំងអស់ដែលមានតួអង្គនេះ

## Imports

imports = ការនាំចូល
import-file = ឯកសារ
import-rows = ជួរដេក
import-row = ជួរដេក
import-column = ជួរឈរ
