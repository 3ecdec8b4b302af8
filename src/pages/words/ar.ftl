### See en.ftl. What is not here yet is said in English.

skip = انتقل إلى المحتوى
search-label = ابحث في كل شيء
search-go = بحث
nav-label = القائمة الرئيسية
nav-start = البداية
nav-law = القانون
nav-review = المراجعة
nav-account = حسابك
nav-api = توثيق واجهة البرمجة
nav-logout = تسجيل الخروج
nav-help = مساعدة
language = اللغة
crumbs = أنت هنا
see-all = عرض الكل
yes = نعم
no = لا
what-is-it = ماذا يعني هذا؟
login-title = تسجيل الدخول
login-email = البريد الإلكتروني
login-password = كلمة المرور
login-go = دخول
problem-not-found = لا يوجد شيء هنا
problem-start = إلى صفحة البداية
start-welcome = مرحبًا، { $value }
start-drafts = مسوداتك
start-drafts-none = ليست لديك مسودات.
start-waiting = بانتظار المراجعة
start-waiting-none = لا شيء ينتظر المراجعة.
start-recent = آخر ما نُشر
kind-statement = بيان
kinds-statement = البيانات
kind-incident = حادثة
kinds-incident = الحوادث
kind-event = حدث
kinds-event = الأحداث
kind-actor = جهة فاعلة
kinds-actor = الجهات الفاعلة
kind-demand = مطلب
kinds-demand = المطالب
kind-instrument = صك
kinds-instrument = الصكوك القانونية
list-filter = تصفية وترتيب
list-sort = الترتيب
list-show = عرض
list-clear = إزالة جميع عوامل التصفية
list-total = { $count ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $shown } سجلات
    [many] { $shown } سجلًا
   *[other] { $shown } سجل
}
list-export = تصدير
list-next = الصفحة التالية
list-first = إلى الصفحة الأولى
col-date = التاريخ
col-event = الحدث
col-type = النوع
col-place = المكان
col-targets = المستهدفون
col-status = الحالة
events-count = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $shown } أحداث
    [many] { $shown } حدثًا
   *[other] { $shown } حدث
}
record-change = تعديل
record-history = السجل التاريخي
form-save = حفظ
form-cancel = إلغاء
form-new-incident = حادثة جديدة
form-new-statement = بيان جديد
form-new-event = حدث جديد
form-new-actor = جهة فاعلة جديدة
date-unknown = تاريخ غير معروف
