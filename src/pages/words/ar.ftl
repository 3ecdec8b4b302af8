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

## التواريخ بالكلمات

date-unknown = تاريخ غير معروف
date-day = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-month = { $month } { $year }
date-day-of-month = يوم من { $month } { $year }
date-day-of-year = يوم من عام { $year }
date-month-of-year = شهر من عام { $year }
date-some-year = عام ما بين { $from } و{ $to }
date-season = { $season } { $year }
date-about = حوالي { $date }
date-perhaps = ربما { $date }
date-perhaps-about = ربما حوالي { $date }
date-span = من { $from } إلى { $to }
date-span-unsure = من { $from } إلى { $to }
date-since = منذ { $date }
date-since-unknown = من { $date }، والنهاية غير معروفة
date-until = حتى { $date }
date-until-unknown = حتى { $date }، والبداية غير معروفة
date-understood = فُهم على أنه: { $value } ({ $other })
date-understood-unknown = فُهم على أنه غير معروف؛ يبقى الحقل فارغًا
month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيو
month-7 = تموز/يوليو
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
season-21 = ربيع
season-22 = صيف
season-23 = خريف
season-24 = شتاء
