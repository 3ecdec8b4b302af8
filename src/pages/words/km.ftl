### See en.ftl. What is not here yet is said in English.

skip = ទៅកាន់ខ្លឹមសារ
search-label = ស្វែងរកទាំងអស់
search-go = ស្វែងរក
nav-start = ទំព័រដើម
nav-law = ច្បាប់
nav-review = ពិនិត្យ
nav-account = គណនីរបស់អ្នក
nav-logout = ចាកចេញ
nav-help = ជំនួយ
language = ភាសា
yes = បាទ/ចាស
no = ទេ
login-title = ចូល
login-email = អ៊ីមែល
login-password = ពាក្យសម្ងាត់
login-go = ចូល
start-welcome = សូមស្វាគមន៍ { $value }
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
list-total = { $count ->
   *[other] { $shown } កំណត់ត្រា
}
list-export = នាំចេញ
list-next = ទំព័របន្ទាប់
col-date = កាលបរិច្ឆេទ
col-event = ព្រឹត្តិការណ៍
col-place = ទីកន្លែង
events-count = { $count ->
   *[other] { $shown } ព្រឹត្តិការណ៍
}
form-save = រក្សាទុក
form-cancel = បោះបង់
form-new-incident = ករណីថ្មី
form-new-statement = សេចក្តីថ្លែងការណ៍ថ្មី

## កាលបរិច្ឆេទជាពាក្យ

date-unknown = មិនស្គាល់កាលបរិច្ឆេទ
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
