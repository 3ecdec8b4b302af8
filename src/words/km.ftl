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
filter-audience = អ្នកអានរបាយការណ៍
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
wrong-file-empty = ឯកសារទទេ

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

## Reports
report-colon = ៖{ " " }
report-stop = { "។" }
report-comma = ,{ " " }
report-quote = «{ $value }»
report-semicolon = ;{ " " }
report-mark-unknown = ?
report-more = និង { $shown } ទៀត
report-beyond = នៅក្រៅផែនទី៖ { $shown }
report-kilometres = { $value }{ "\u00a0" }គ.ម.
report-title-country = { $value }៖ របាយការណ៍ស្តីពីសិទ្ធិមនុស្ស
report-title-upr = { $value }៖ របាយការណ៍ដាក់ជូនការពិនិត្យជាសកលតាមកាលកំណត់
report-title-treaty_body = { $value }៖ របាយការណ៍ដាក់ជូនស្ថាប័នសន្ធិសញ្ញា
report-title-numbers = សិទ្ធិមនុស្សជាតួលេខ៖ { $value }
report-title-brief = { $value }៖ ឯកសារសង្ខេប
report-title-actor = { $value }៖ សំណុំឯកសារ
report-title-sdg_16_10_1 = { $value }៖ សូចនាករ 16.10.1 នៃគោលដៅអភិវឌ្ឍន៍ប្រកបដោយចីរភាព
report-section-profile = អំពីអ្នកណា
report-section-key_figures = តួលេខសំខាន់ៗ
report-section-comparison = ការប្រៀបធៀប
report-section-indicator = សូចនាករ 16.10.1
report-section-trend = តាមពេលវេលា
report-section-by_type = អ្វីដែលបានកើតឡើង
report-section-by_right = សិទ្ធិដែលរងផលប៉ះពាល់
report-section-by_target = អ្នកដែលជាគោលដៅ
report-section-by_perpetrator = អ្នកដែលបានប្រព្រឹត្ត
report-section-map = កន្លែងដែលបានកើតឡើង
report-section-timeline = ព្រឹត្តិការណ៍សំខាន់ៗ
report-section-cases = ករណី
report-section-legal = ក្របខ័ណ្ឌច្បាប់
report-section-obligations = កាតព្វកិច្ចដែលពាក់ព័ន្ធ
report-section-rights = តាមសិទ្ធិ
report-section-articles = តាមមាត្រា
report-section-contradictions = ការរាយការណ៍ដែលផ្ទុយគ្នា
report-section-demands = អ្វីដែលបានទាមទារ និងលទ្ធផល
report-section-method = វិធីសាស្ត្រ ប្រភព និងដែនកំណត់
report-section-annex = ឧបសម្ព័ន្ធ៖ ព្រឹត្តិការណ៍ទាំងអស់
report-actor = តួអង្គ
report-other-actor = តួអង្គផ្សេងទៀត
report-country = ប្រទេស
report-instrument = លិខិតូបករណ៍
report-period = រយៈពេល
report-audience = សម្រាប់
report-audience-name-public = សាធារណជន
report-audience-name-partners = ដៃគូ មិនសម្រាប់ផ្សព្វផ្សាយ
report-audience-name-internal = ការប្រើប្រាស់ផ្ទៃក្នុង
report-made-at = កំណត់ត្រាគិតត្រឹម
report-words = ចំនួនពាក្យ
report-words-of = { $value } (យ៉ាងច្រើន { $other })
report-contents = មាតិកា
report-notes = ប្រភព
report-page-of = ទំព័រ { $value } នៃ { $other }
report-table = តារាង
report-chart = គំនូសតាង
report-map = ផែនទី
report-available-at = អាចរកបាននៅ
report-archived-at = ច្បាប់ចម្លងដែលបានរក្សាទុក៖
report-data = តួលេខនៃគំនូសតាង
report-not-known = មិនដឹង
report-not-recorded = មិនបានកត់ត្រា
report-made = របៀបរៀបចំរបាយការណ៍នេះ
report-issuer-unknown = មិនបានបញ្ជាក់ឈ្មោះអ្នកចេញ
report-and-others = { $value } និងអ្នកផ្សេងទៀត
report-nothing = គ្មានព្រឹត្តិការណ៍ណាមួយត្រូវបានចងក្រងជាឯកសារក្នុងរយៈពេលនេះទេ។
report-documented = ទាំងនេះជាអ្វីដែលត្រូវបានចងក្រងជាឯកសារ មិនមែនជាអ្វីៗទាំងអស់ដែលបានកើតឡើងទេ៖ អ្វីដែលគ្មាននរណាម្នាក់បានប្រាប់ ឬគ្មាននរណាម្នាក់អាចកត់ត្រាបាន មិនត្រូវបានរាប់ទេ។
report-before = ក្នុងរយៈពេលមុន ({ $period }) មាន { $events } { $count ->
   *[other] ព្រឹត្តិការណ៍
} ដែលត្រូវបានចងក្រងជាឯកសារ។ ករណី៖ { $incidents }, ជនរងគ្រោះ៖ { $victims }។
report-figure-incidents = { $count ->
   *[other] ករណី
}
report-figure-events = { $count ->
   *[other] ព្រឹត្តិការណ៍
}
report-figure-victims = { $count ->
   *[other] ជនរងគ្រោះ
}
report-rule-incidents = សំណុំឯកសារដែលមានព្រឹត្តិការណ៍ទាំងនេះយ៉ាងតិចមួយ។
report-rule-events = ព្រឹត្តិការណ៍នីមួយៗជាអំពើមួយនៃប្រភេទតែមួយ។
report-rule-victims = បុគ្គល និងក្រុមនីមួយៗដែលជាគោលដៅ។ ក្រុមមួយត្រូវបានរាប់តែម្តង ទោះមានទំហំប៉ុនណាក៏ដោយ។
report-unit-incidents = ករណី
report-unit-events = ព្រឹត្តិការណ៍
report-unit-victims = ជនរងគ្រោះ
report-unit-demands = ការទាមទារ
report-unit-sources = ប្រភព
report-unit-is-events = ឯកតា៖ ព្រឹត្តិការណ៍។ ព្រឹត្តិការណ៍នីមួយៗត្រូវបានរាប់នៅក្នុងប្រទេសដែលវាបានកើតឡើង។
report-month = ខែ
report-year = ឆ្នាំ
report-trend-events = ព្រឹត្តិការណ៍ដែលត្រូវបានចងក្រងជាឯកសារ តាមពេលវេលា
report-trend-sources = ប្រភពដែលបានចងក្រងព្រឹត្តិការណ៍ទាំងនោះជាឯកសារ
report-month-unknown = { $events } ព្រឹត្តិការណ៍ផ្សេងទៀត មិនដឹងខែ។
report-year-unknown = { $events } ព្រឹត្តិការណ៍ផ្សេងទៀត មិនដឹងឆ្នាំ។
report-sources-remark = តួអង្គដែលបានចេញ ឬបានចុះហត្ថលេខាលើសេចក្តីថ្លែងការណ៍អំពីព្រឹត្តិការណ៍ទាំងនេះយ៉ាងតិចមួយ។ កន្លែងណាដែលមានអ្នករាយការណ៍តិច ព្រឹត្តិការណ៍ដែលគេដឹងក៏មានតិចដែរ៖ សូមប្រៀបធៀបគំនូសតាងទាំងពីរ។
report-chart-type = ព្រឹត្តិការណ៍តាមប្រភេទ
report-chart-right = ព្រឹត្តិការណ៍តាមសិទ្ធិដែលរងផលប៉ះពាល់
report-chart-target = ព្រឹត្តិការណ៍តាមប្រភេទគោលដៅ
report-chart-perpetrator = ព្រឹត្តិការណ៍តាមប្រភេទជនប្រព្រឹត្ត
report-type = ប្រភេទ
report-right = សិទ្ធិ
report-target = ប្រភេទគោលដៅ
report-perpetrator = ប្រភេទជនប្រព្រឹត្ត
report-kind = ប្រភេទ
report-unit-remark = n = { $total } { $count ->
   *[other] ព្រឹត្តិការណ៍
}។
report-overlap-remark = n = { $total } { $count ->
   *[other] ព្រឹត្តិការណ៍
}។ ប្រភេទនានាអាចត្រួតគ្នា ដូច្នេះព្រឹត្តិការណ៍មួយអាចត្រូវបានរាប់ក្នុងប្រភេទច្រើន។
report-kind-unknown = ក្នុង { $events } ព្រឹត្តិការណ៍ គ្មានអ្វីត្រូវបានកត់ត្រាអំពីចំណុចនេះទេ។
report-rows-left = { $rows } { $count ->
   *[other] ប្រភេទផ្សេងទៀតមិនត្រូវបានបង្ហាញទេ។
}
report-named-target = អ្នកដែលត្រូវបានលើកឈ្មោះញឹកញាប់បំផុតជាគោលដៅ
report-named-perpetrator = អ្នកដែលត្រូវបានលើកឈ្មោះញឹកញាប់បំផុតជាជនប្រព្រឹត្ត
report-named-remark = ចំនួនព្រឹត្តិការណ៍ដែលតួអង្គត្រូវបានលើកឈ្មោះក្នុងតួនាទីនេះ។
report-map-title = ព្រឹត្តិការណ៍ដែលត្រូវបានចងក្រងជាឯកសារនៅ{ $value }
map-credit = ព្រំដែន និងឈ្មោះនៅលើផែនទីគឺតាមប្រភពរបស់វា។ ការបង្ហាញវាមិនមែនជាការប្រកាន់ជំហរថា ទីកន្លែងណាជារបស់នរណា ព្រំដែនស្ថិតនៅទីណា ឬទីកន្លែងណាមានឈ្មោះអ្វីឡើយ។
report-map-no-outline = ព្រំប្រទល់នៃ { $value } តូចពេកសម្រាប់ផែនទីដែលមានស្រាប់៖ បង្ហាញតែទីកន្លែងប៉ុណ្ណោះ។
report-map-without = { $events } ព្រឹត្តិការណ៍ផ្សេងទៀត { $count ->
   *[other] គ្មានទីកន្លែងដែលអាចបង្ហាញលើផែនទីបានទេ។
}
report-map-latest = មានតែព្រឹត្តិការណ៍ចុងក្រោយចំនួន { $events } ប៉ុណ្ណោះដែលត្រូវបានពិនិត្យ។
report-denied = មានសេចក្តីថ្លែងការណ៍បដិសេធព្រឹត្តិការណ៍នេះ។
report-by-whom = ដោយ { $people }។
report-to-whom = ប្រឆាំងនឹង { $people }។
report-events-left = ករណីនេះមាន { $events } { $count ->
   *[other] ព្រឹត្តិការណ៍ផ្សេងទៀត។
}
report-annex-table = ព្រឹត្តិការណ៍តាមកាលបរិច្ឆេទ
report-annex-all = n = { $total } { $count ->
   *[other] ព្រឹត្តិការណ៍
} តាមថ្ងៃដំបូងដែលព្រឹត្តិការណ៍នីមួយៗអាចបានចាប់ផ្តើម។
report-annex-part = { $shown } ព្រឹត្តិការណ៍ដំបូង ក្នុងចំណោម { $total } ព្រឹត្តិការណ៍ តាមថ្ងៃដំបូងដែលព្រឹត្តិការណ៍នីមួយៗអាចបានចាប់ផ្តើម។ បញ្ជីមានព្រឹត្តិការណ៍ទាំងអស់។
report-ref = លេខយោង
report-date = កាលបរិច្ឆេទ
report-event = ព្រឹត្តិការណ៍
report-place = ទីកន្លែង
report-perpetrator-column = ដោយ
report-target-column = ប្រឆាំងនឹង
report-status = ស្ថានភាព
report-since = តាំងពី
report-since-by = { $value } ({ $other })
report-in-force-since = ជាធរមានចំពោះរដ្ឋតាំងពី
report-as-of = ប្រភពគិតត្រឹម
report-law-title = លិខិតូបករណ៍ និង{ $value } នៅ{ $other }
report-provision = បទប្បញ្ញត្តិ
report-note = កំណត់សម្គាល់
report-only-for = ក៏មានកាតព្វកិច្ចដែរ ប៉ុន្តែការពារតែមនុស្សមួយចំនួនប៉ុណ្ណោះ៖ { $provisions }។
report-reserved = រដ្ឋបានធ្វើការកក់ទុក
report-obligations-table = បទប្បញ្ញត្តិដែលរដ្ឋមានកាតព្វកិច្ចគោរព នៅថ្ងៃនៃព្រឹត្តិការណ៍នីមួយៗ
report-obligations-remark = រកឃើញតាមសិទ្ធិដែលព្រឹត្តិការណ៍នីមួយៗប៉ះពាល់ និងតាមច្បាប់ជាធរមាននៅថ្ងៃដំបូងដែលព្រឹត្តិការណ៍អាចបានចាប់ផ្តើម។ ការដែលបទប្បញ្ញត្តិមួយពាក់ព័ន្ធ មិនមានន័យថាមានការសន្និដ្ឋានថាបទប្បញ្ញត្តិនោះត្រូវបានរំលោភទេ។
report-no-obligations = រកមិនឃើញបទប្បញ្ញត្តិដែលបានកត់ត្រាណាមួយដែលពាក់ព័ន្ធទេ។
report-article-events = { $events } { $count ->
   *[other] ព្រឹត្តិការណ៍ពាក់ព័ន្ធនឹងមាត្រានេះ។
}
report-reserved-article = រដ្ឋបានធ្វើការកក់ទុកលើមាត្រានេះ។
report-right-events = { $events } { $count ->
   *[other] ព្រឹត្តិការណ៍ប៉ះពាល់ដល់សិទ្ធិនេះ។
}
report-right-bound = សិទ្ធិនេះត្រូវបានការពារដោយ { $provisions }។
report-no-contradictions = គ្មានសេចក្តីថ្លែងការណ៍ដែលបានកត់ត្រាណាមួយបដិសេធព្រឹត្តិការណ៍ទាំងនេះទេ។
report-affirmed = អះអាងថាបានកើតឡើង
report-denied-column = បដិសេធ
report-contradictions-table = អ្វីដែលបានអះអាង និងបដិសេធ
report-contradictions-remark = ទាំងពីរត្រូវបានរក្សាទុក។ មិនមានការសម្រេចនៅទីនេះថាមួយណាត្រឹមត្រូវទេ។
report-contradictions-more = មានច្រើនជាងនេះទៀត។
report-demand = ការទាមទារ
report-addressee = ទាមទារពី
report-latest = លទ្ធផល
report-demands-status = ការទាមទារតាមស្ថានភាព
report-demands-table = ការទាមទារ
report-demands-remark = n = { $total } { $count ->
   *[other] ការទាមទារ
} ក្នុងសេចក្តីថ្លែងការណ៍ដែលបានចេញក្នុងរយៈពេលនេះ។
report-demands-part = { $shown } ការទាមទារដំបូង ក្នុងចំណោម { $total } តាមកាលបរិច្ឆេទនៃសេចក្តីថ្លែងការណ៍។
report-no-demands = គ្មានការទាមទារត្រូវបានកត់ត្រាក្នុងសេចក្តីថ្លែងការណ៍នៃរយៈពេលនេះទេ។
report-compare-totals = ចំនួនសរុប
report-compare-types = ព្រឹត្តិការណ៍តាមប្រភេទ
report-compare-gender = បុគ្គលដែលជាគោលដៅ តាមភេទ
report-compare-groups = បុគ្គលដែលជាគោលដៅ តាមក្រុមអ្នកការពារសិទ្ធិមនុស្ស
report-compare-remark = ករណីជាសំណុំឯកសារ ព្រឹត្តិការណ៍ជាអំពើ ជនរងគ្រោះជាបុគ្គល និងក្រុមនីមួយៗ។ កម្រិតនៃការចងក្រងឯកសារខុសគ្នាពីប្រទេសមួយទៅប្រទេសមួយ៖ ភាពខុសគ្នានៃតួលេខ មិនមែនជាភាពខុសគ្នានៃអ្វីដែលបានកើតឡើងទេ។
report-total = សរុប
report-sdg-figure = { $count ->
   *[other] ករណីដែលបានផ្ទៀងផ្ទាត់
}
report-sdg-rule = បុគ្គលដែលត្រូវបានសម្លាប់ បាត់ខ្លួនដោយបង្ខំ រងទារុណកម្ម ឃុំខ្លួនតាមអំពើចិត្ត ឬចាប់ពង្រត់ ក្នុងព្រឹត្តិការណ៍ដែលបានបញ្ជាក់។ បុគ្គលដែលរងអំពើច្រើន ត្រូវបានរាប់តែម្តង តាមអំពើធ្ងន់ធ្ងរបំផុត។
report-sdg-act = អំពើ
report-sdg-killing = ការសម្លាប់
report-sdg-enforced_disappearance = ការបាត់ខ្លួនដោយបង្ខំ
report-sdg-torture = ទារុណកម្ម
report-sdg-arbitrary_detention = ការឃុំខ្លួនតាមអំពើចិត្ត
report-sdg-kidnapping = ការចាប់ពង្រត់
report-sdg-other_harmful_act = អំពើបង្កគ្រោះថ្នាក់ផ្សេងទៀត (មិនរាប់បញ្ចូលក្នុងចំនួនសរុបនៃសូចនាករ)
report-sdg-journalists = អ្នកសារព័ត៌មាន
report-sdg-trade_unionists = សកម្មជនសហជីព
report-sdg-defenders = អ្នកការពារសិទ្ធិមនុស្ស
report-sdg-types = ប្រភេទព្រឹត្តិការណ៍ដែលត្រូវបានរាប់
report-sdg-table = ករណីដែលបានផ្ទៀងផ្ទាត់ តាមអំពើ និងតាមក្រុម
report-sdg-remark = ឯកតា៖ បុគ្គល។ រាប់តែព្រឹត្តិការណ៍ដែលមានកម្រិតជឿជាក់ «បានបញ្ជាក់» ប៉ុណ្ណោះ។ ការចាប់ខ្លួនត្រូវបានរាប់ជាការឃុំខ្លួនតាមអំពើចិត្ត៖ កម្មវិធីនេះមិនសម្រេចថា តើការចាប់ខ្លួននោះធ្វើឡើងតាមអំពើចិត្តឬយ៉ាងណាទេ។
report-sector = វិស័យ
report-other-names = ឈ្មោះផ្សេងទៀត
report-description = ការពិពណ៌នា
report-from = ចាប់ពី
report-to = ដល់
report-method-units = ករណីមួយជាសំណុំឯកសារមួយ។ ព្រឹត្តិការណ៍មួយជាអំពើមួយនៃប្រភេទតែមួយ។ ជនរងគ្រោះជាបុគ្គល ឬក្រុមនីមួយៗដែលជាគោលដៅ។ ប្រភេទនានាអាចត្រួតគ្នា៖ ផលបូកនៃជួរដេកអាចលើសចំនួនសរុប។
report-method-documented = អ្វីដែលត្រូវបានរាប់ គឺអ្វីដែលសេចក្តីថ្លែងការណ៍បានចងក្រង។ តួលេខនេះមិនមែនជារង្វាស់នៃភាពញឹកញាប់នៃអ្វីដែលបានកើតឡើងទេ ហើយការគ្មានរបាយការណ៍ មិនមែនជាភស្តុតាងថាគ្មានអ្វីបានកើតឡើងទេ។
report-audience-public = មានតែកំណត់ត្រាសាធារណៈដែលបានផ្សព្វផ្សាយប៉ុណ្ណោះដែលត្រូវបានរៀបរាប់ និងរាប់។ បុគ្គលដែលត្រូវបានការពារ ត្រូវបានហៅតាមរហស្សនាម ហើយទីកន្លែងនៃព្រឹត្តិការណ៍ដែលពួកគេពាក់ព័ន្ធ ត្រូវបានបញ្ជាក់ត្រឹមកម្រិតខេត្តប៉ុណ្ណោះ។
report-audience-internal = កំណត់ត្រាទាំងអស់ដែលអ្នករៀបចំរបាយការណ៍នេះអាចមើលឃើញ រួមទាំងសេចក្តីព្រាង ត្រូវបានរៀបរាប់ និងរាប់។ មិនត្រូវបញ្ជូនរបាយការណ៍នេះបន្តទេ។
report-method-sources = សេចក្តីថ្លែងការណ៍ចំនួន { $statements } ពីប្រភពចំនួន { $issuers } និយាយអំពី { $events } { $count ->
   *[other] ព្រឹត្តិការណ៍
}។
report-method-confidence = កម្រិតជឿជាក់៖ { $list }។
report-method-dates = កម្រិតច្បាស់លាស់នៃកាលបរិច្ឆេទ៖ { $list }។
report-method-status = ស្ថានភាពក្នុងការពិនិត្យ៖ { $list }។
report-method-filters = មានតែព្រឹត្តិការណ៍ដែលត្រូវនឹងតម្រងទាំងនេះប៉ុណ្ណោះ៖ { $list }។
report-warning-words = របាយការណ៍វែងពេក។ ចំនួនពាក្យ៖ { $value }។
report-warning-glyphs = ក្នុង PDF សញ្ញា � ជំនួសតួអក្សរដែលគ្មានក្នុងពុម្ពអក្សររបស់វា៖ { $value }។

## The page of reports
nav-reports = របាយការណ៍
reports-language = ភាសានៃរបាយការណ៍
reports-up = លើក «{ $value }» ឡើង
reports-down = ទម្លាក់ «{ $value }» ចុះ
reports-stop = បញ្ឈប់
reports-words-of = { $value } ពាក្យ (យ៉ាងច្រើន { $other })
reports-button = របាយការណ៍

# ការអានសេចក្តីថ្លែងការណ៍

intake = អានសេចក្តីថ្លែងការណ៍
intake-field-text = សេចក្តីថ្លែងការណ៍
intake-field-language = ភាសា
intake-read = អាន
intake-text = អត្ថបទ
intake-header = សេចក្តីថ្លែងការណ៍
intake-actors = តួអង្គ
intake-events = ព្រឹត្តិការណ៍
intake-instruments = ច្បាប់
intake-demands = ការទាមទារ
intake-accept = ទទួលយក
intake-reject = បដិសេធ
intake-edit = កែប្រែ
intake-new-event = ព្រឹត្តិការណ៍ថ្មី
intake-keys = គ្រាប់ចុច
field-article = មាត្រា
