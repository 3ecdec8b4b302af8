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
