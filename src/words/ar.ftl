### See en.ftl. What is not here yet is said in English.

## Around every page

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
as-of = بتاريخ { $value }

## Coming in and going out

login-title = تسجيل الدخول
login-email = البريد الإلكتروني
login-password = كلمة المرور
login-go = دخول
login-help = ينشئ المدير الحسابات. إذا نسيت كلمة المرور فاطلب منه كلمة جديدة.
resume-title = سجّل الدخول لحفظ ما كتبته
resume-about = انتهت جلستك. لم يُفقد شيء: ما كتبته محفوظ في هذه الصفحة، وسيُحفظ حالما تسجّل الدخول.
resume-go = سجّل الدخول واحفظ
said-logged-out = تم تسجيل خروجك.
said-password-changed = تغيّرت كلمة المرور وأُنهيت كل جلساتك. سجّل الدخول بكلمة المرور الجديدة.
said-session-ended = أُنهيت الجلسة.
account-title = حسابك
account-password = تغيير كلمة المرور
account-current = كلمة المرور الحالية
account-new = كلمة المرور الجديدة
account-new-hint = 12 حرفًا على الأقل. أربع أو خمس كلمات لا صلة بينها يسهل تذكّرها ويصعب تخمينها.
account-again = كلمة المرور الجديدة مرة أخرى
account-change = غيّر كلمة المرور
account-passwords-differ = ليست مطابقة للتي تحتها؛ اكتب الاثنتين من جديد
account-sessions = أين سجّلت الدخول
account-sessions-about = أنهِ كل جلسة لا تعرفها، وغيّر كلمة المرور.
account-begun = بدأت
account-used = آخر استخدام
account-this = هذه الجلسة
account-end = إنهاء

## What went wrong

problem-not-found = لا يوجد شيء هنا
problem-not-found-detail = هذه الصفحة غير موجودة، أو لا يحق لك رؤيتها. تحقق من العنوان، أو ابحث عما تحتاج إليه.
problem-forbidden = لا يحق لك فعل هذا
problem-malformed = تعذّر فهم هذا
problem-too-many = محاولات كثيرة جدًا
problem-too-large = هذا أكبر مما ينبغي
problem-unavailable = لا يستطيع saksi الوصول إلى قاعدة بياناته
problem-internal = حدث خطأ من جانبنا
problem-refused = لم يُنفَّذ هذا
problem-start = إلى صفحة البداية
problem-request = إذا سألت مديرًا عن ذلك فأعطه هذا الرقم: { $value }

## Search

search-title = بحث
search-hint = كلمات كاملة، بأي كتابة وأي ترتيب. "الكلمات بين علامتي اقتباس" تأتي متتالية؛ وتعني بداية* أي تتمة لها.
search-kinds = أين
search-nothing = لم يُعثر على شيء عن { $value }
search-nothing-about = جرّب كلمات أقل، أو تهجئة أخرى.
search-nearly = أسماء هذه الجهات الفاعلة قريبة من ذلك:

## Review

review-about = ما سلّمه الراصدون، وما طال انتظاره أولًا. لا أحد يوافق على سجلاته هو.
review-submitted = بانتظار قرار
review-approved = موافَق عليه ولم يُنشر بعد
review-choose = اختيار
review-since = منذ
review-own = سجلّك
review-more-waits = هناك سجلات أخرى تنتظر ولا تظهر هنا.
review-together = يسري القرار على كل ما اخترته، أو لا يسري على شيء منه.
said-none-chosen = لم تختر شيئًا.
said-decided = اتُّخذ القرار.

## Help

help-counting = كيف يعدّ saksi
help-incident = الحادثة ملف قضية: حدث واحد أو أكثر مما يتصل بعضه ببعض.
help-event = الحدث فعل واحد من نوع واحد، في تاريخ ومكان.
help-victim = الضحية شخص أو مجموعة بعينها استُهدفت.
help-labels = تتداخل الفئات: الحدث الذي يمسّ حقين يُعدّ ضمن الاثنين، فقد يزيد مجموع الفئات على المجموع الكلي.
help-unknown = المجهول ليس صفرًا: ما لا يُعرف يبقى فارغًا.
help-dates = التواريخ
help-dates-about = اكتب التاريخ بالدقة المعروفة لا أكثر: ⁦2017-11-26⁩ أو ⁦2017-11⁩ أو 2017؛ وتعني ⁦2017-11~⁩ نحو نوفمبر 2017، وتعني ⁦2017-11?⁩ ربما نوفمبر 2017؛ وتعني ⁦2017-09-03/2017-11-16⁩ من يوم إلى آخر، وتعني ⁦2017-09-03/..⁩ منذ يوم.
help-keys = لوحة المفاتيح
help-keys-about = خارج الحقول:
key-search = بحث
key-save = حفظ النموذج الذي أنت فيه
key-help = هذه الصفحة

## Start

start-welcome = مرحبًا، { $value }
start-empty-title = لا شيء هنا بعد
start-empty = ابدأ ببيان: ألصق ما قالته منظمة أو دولة أو شاهد. ثم سجّل الحادثة التي يتحدث عنها، واستشهد بالمقطع الذي يقول ذلك.
start-drafts = مسوداتك
start-drafts-none = ليست لديك مسودات.
start-returned = أُعيد إليك
start-returned-none = لم يُعَد إليك شيء لتعديله.
start-waiting = بانتظار المراجعة
start-waiting-none = لا شيء ينتظر المراجعة.
start-submitted = سُلِّم ولم يُراجَع بعد
start-submitted-none = لا شيء لك ينتظر مراجعًا.
start-recent = آخر ما نُشر
start-recent-none = لم يُنشر شيء بعد.

## Kinds of record

kind-statement = بيان
kinds-statement = البيانات
about-statement = ما قيل، ومن قاله ومتى: مصادر كل ما عداه.
kind-incident = حادثة
kinds-incident = الحوادث
about-incident = ملفات قضايا: يضم كل منها حدثًا واحدًا أو أكثر مما يتصل بعضه ببعض.
kind-event = حدث
kinds-event = الأحداث
about-event = كل حدث فعل واحد من نوع واحد، في تاريخ ومكان: من فعل ماذا بمن.
kind-actor = جهة فاعلة
kinds-actor = الجهات الفاعلة
about-actor = كل من يفعل أو يعاني أو يقول أو يُطلب منه: أشخاص ومجموعات ومنظمات وأجهزة حكومية.
kind-demand = مطلب
kinds-demand = المطالب
about-demand = ما تطلبه البيانات من جهة ما، ويُتابَع حتى يُلبّى أو يُرفض أو تتجاوزه الأحداث.
kind-instrument = صك
kinds-instrument = الصكوك القانونية
about-instrument = معاهدات وإعلانات واتفاقات سلام ودساتير وقوانين.
kind-provision = حكم
kinds-provision = الأحكام
about-provision = مواد الصكوك القانونية وفقراتها، مع الحق الذي يحميه كل منها.
kind-commitment = التزام
kinds-commitment = الالتزامات
about-commitment = ما فعلته الدول بالصكوك: توقيعات وتصديقات وانضمامات وتحفظات.
kind-citation = استشهاد
kinds-citation = الاستشهادات
about-citation = ما تقوله البيانات عن السجلات، بأي موقف وبأي كلمات.
kind-affiliation = صلة
kinds-affiliation = الصلات
about-affiliation = ما تمثّله جهة فاعلة لأخرى، من متى إلى متى.
kind-participation = مشاركة

## Lists

list-filter = تصفية وترتيب
list-any = الكل
list-only-mine = ما أنشأته أنا
list-sort = الترتيب
list-show = عرض
list-clear = إزالة جميع عوامل التصفية
list-chips = عوامل التصفية المستخدمة
list-without = إزالة عامل التصفية { $value }
list-nothing = لا سجل يطابق كل عوامل التصفية هذه
list-nothing-because = إذا تركت واحدًا من هذه وُجد شيء:
list-nothing-together = عدة عوامل تصفية معًا لا تُبقي شيئًا.
list-leave-out = من دون { $value }: { $other }
list-empty = لا شيء هنا بعد
list-total = { $count ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $shown } سجلات
    [many] { $shown } سجلًا
   *[other] { $shown } سجل
}
list-more-than = أكثر من { $shown } سجل
list-export = تصدير
list-export-about = ما تعرضه هذه القائمة تمامًا، بكل صفحاتها.
list-api = عنوان واجهة البرمجة
list-api-about = القائمة نفسها للبرامج:
list-pages = الصفحات
list-first = إلى الصفحة الأولى
list-next = الصفحة التالية
export-csv = CSV لبرامج R وPython وStata
export-excel = CSV آمن لبرنامج Excel
export-jsonl = JSON Lines
export-xlsx = مصنّف Excel ‏(XLSX) مع دليل الترميز
export-parquet = Parquet بأنواع محددة، لـ R وPython وDuckDB
export-geojson = GeoJSON لـ QGIS وخرائط أخرى
export-acled = CSV بأعمدة ACLED
export-ucdp = CSV بأعمدة UCDP GED
export-participations = المشاركون في هذه الأحداث (CSV)
export-package = حزمة بيانات: كل الجداول مع دليل الترميز وبصمات التحقق (ZIP)
export-capture = مصفوفة الرصد للأحداث حسب المصدر (CSV)
export-capture-victims = مصفوفة الرصد للضحايا حسب المصدر (CSV)
export-entities = كيانات FollowTheMoney لـ Aleph وOpenSanctions
sort-date = التاريخ
sort-created_at = الإدخال
sort-updated_at = التعديل
sort-name = الاسم
sort-code = الرمز

filter-country = البلد
filter-type = نوع الحدث
filter-family = عائلة الأنواع
filter-from = من
filter-to = إلى
filter-actor = الجهة الفاعلة (المرجع)
filter-role = دور الجهة الفاعلة
filter-perpetrator_kind = نوع الفاعل
filter-target_kind = نوع المستهدَف
filter-right = الحق
filter-instrument = الصك (الرمز)
filter-incident = الحادثة (المرجع)
filter-statement = البيان (المرجع)
filter-tag = الوسم
filter-audience = قراء التقارير
filter-status = الحالة
filter-confidence = درجة الثبوت
filter-geo_precision = دقة المكان
filter-q = كلمات
filter-kind = النوع
filter-issuer = المُصدِر (المرجع)
filter-language = اللغة
filter-sector = القطاع
filter-addressee = المخاطَب (المرجع)
filter-category = الفئة
filter-confidentiality = السرّية
filter-mine = لمن
filter-assigned = مكلَّف به
filter-action = الإجراء
filter-stance = الموقف
filter-target = ما يُستشهد له
filter-event = الحدث (المرجع)
filter-affiliation = الصلة (المعرّف)
filter-provision = الحكم (المعرّف)
filter-demand = المطلب (المعرّف)

col-date = التاريخ
col-event = الحدث
col-type = النوع
col-place = المكان
col-targets = المستهدفون
col-status = الحالة
col-incident = الحادثة
col-country = البلد
col-number = الأحداث
col-tags = الوسوم
col-level = السرّية
col-statement = البيان
col-issuers = المُصدِرون
col-kind = النوع
col-countries = البلدان
col-actor = الجهة الفاعلة
col-names = أسماء أخرى
col-demand = المطلب
col-addressee = المخاطَب
col-category = الفئة
col-demand-status = الحالة
col-code = الرمز
col-instrument = الصك
col-adopted = اعتُمد
col-in-force = بدأ نفاذه
col-provision = الحكم
col-title = العنوان
col-right = الحق
col-action = الإجراء
col-stance = الموقف
col-quote = المقطع
col-about = عن
col-other = الجهة الأخرى
col-from = من
col-to = إلى

## A record

record-change = تعديل
record-history = السجل التاريخي
record-hide = حذف
record-hide-about = يختفي السجل عن الجميع. لا يُفقد شيء: يستطيع مراجع إعادته.
record-why = لماذا؟
record-version = الإصدار { $value }، آخر تعديل { $other } بالتوقيت العالمي
step-draft = إعادته مسودة
step-submitted = تقديم للمراجعة
step-needs_changes = إعادة للتعديل
step-approved = موافقة
step-published = نشر
step-rejected = رفض
step-retracted = سحب
review-more = تغيير حالته
review-comment = تعليق (اذكر السبب إذا أعدت أو رفضت أو سحبت)
said-saved = حُفظ.
said-draft = عاد مسودة.
said-submitted = سُلِّم للمراجعة.
said-returned = أُعيد للتعديل.
said-approved = تمت الموافقة.
said-published = نُشر.
said-rejected = رُفض.
said-retracted = سُحب.
said-hidden = حُذف. يستطيع مراجع إعادته.
said-restored = أُعيد.
history-version = الإصدار { $value }
history-changes = ما تغيّر
history-field = الحقل
history-before = قبل
history-after = بعد
action-created = أُنشئ
action-changed = عُدِّل
action-hidden = حُذف
action-restored = أُعيد
action-draft = أُعيد مسودة
action-submitted = قُدِّم للمراجعة
action-needs_changes = أُعيد للتعديل
action-approved = تمت الموافقة
action-published = نُشر
action-rejected = رُفض
action-retracted = سُحب
date-unknown = تاريخ غير معروف
count-at-least = { $value } على الأقل
count-at-most = { $value } على الأكثر
events-count = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $shown } أحداث
    [many] { $shown } حدثًا
   *[other] { $shown } حدث
}
pseudonym = اسم مستعار
pseudonym-about = هذا الشخص محمي. الاسم المعروض ليس اسمه.

event-who = من شارك
event-nobody = لم يُذكر أحد بعد.
event-how-many = العدد
event-sources = المصادر
event-no-sources = لم يُستشهد بأي مصدر بعد. كل واقعة تحتاج إلى مصدر.
event-add-source = استشهد ببيان
event-law = القانون الملزم
event-law-on = ما كان يُلزم { $value } في { $other }، في الحقوق التي يمسّها هذا الحدث.
event-no-law = لا يُعرف حكم ملزم يتعلق بحقوق هذا الحدث وبلده ويومه.
event-findings = الاستنتاجات القانونية
event-place = المكان
event-victims = الضحايا
event-deaths = الوفيات
event-relations = أحداث متصلة
event-this = هذا الحدث
law-standing = كيف يُلزم
law-invoked = استُند إليه
law-in-force-since = نافذ منذ { $value }
legal-party = طرف
legal-signatory = موقّع فقط
legal-binding_on_signature = ملزَم بالتوقيع
legal-withdrawn = منسحب
legal-not_party = ليس طرفًا
legal-not_ratifiable = غير مفتوح للتصديق
legal-not_known = غير معروف
law-reserved = متحفَّظ عليه
law-suspended = معلَّق في ذلك اليوم
law-only-for = فقط من أجل { $value }
group-children = الأطفال
group-women = النساء
group-persons_with_disabilities = الأشخاص ذوي الإعاقة
group-migrant_workers = العمال المهاجرين
group-refugees = اللاجئين
group-stateless_persons = عديمي الجنسية
country-law-declaration = إعلان بتاريخ { $value }
country-law-derogation = عدم تقيّد بتاريخ { $value }
law-until = حتى { $value }
law-more = { $count ->
    [zero] لا أحكام أخرى
    [one] حكم آخر
    [two] حكمان آخران
    [few] { $shown } أحكام أخرى
    [many] { $shown } حكمًا آخر
   *[other] { $shown } حكم آخر
}
instrument-procedural = { $count ->
    [zero] لا أحكام إجرائية
    [one] حكم آخر، إجرائي أو خاص
    [two] حكمان آخران، إجرائيان أو خاصان
    [few] { $shown } أحكام أخرى: إجرائية وختامية وخاصة
    [many] { $shown } حكمًا آخر: إجرائيًا وختاميًا وخاصًا
   *[other] { $shown } حكم آخر: إجرائي وختامي وخاص
}
instrument-acts = { $count ->
    [zero] لا توقيعات ولا تصديقات
    [one] توقيع أو تصديق أو انضمام واحد
    [two] توقيعان أو تصديقان أو انضمامان
    [few] { $shown } توقيعات وتصديقات وانضمامات
    [many] { $shown } توقيعًا وتصديقًا وانضمامًا
   *[other] { $shown } توقيع وتصديق وانضمام
}
field-ends_on = حتى
field-ends_on-hint = آخر يوم لعدم التقيّد أو لتحفّظ سُحب؛ سنة-شهر-يوم
law-by-rule = وفق قاعدة الصك
claims-heading = ما يقوله عن القانون، مدقَّقًا
claims-about = إلى جانبه وضع الصك بالنسبة إلى الدولة في { $value }، أيًّا كان ما يقوله البيان. لا تُكتشف الأقوال في النص إلا بالإنكليزية، حيث تذكر جملةٌ صكًّا وتقول إنه موقَّع أو مصدَّق أو إن الدولة طرف فيه.
claims-invokes = يستند إلى { $value }
claim-confirmed = كما يقول
claim-stronger = ملزَمة بأكثر مما يقول
claim-contradicted = ليس كما يقول
claim-not_known = لا يمكن الجزم

incident-events = الأحداث
incident-no-events = لا أحداث بعد: الحادثة من دون أحداث لا تُعدّ في أي مكان.
incident-add-event = أضف حدثًا
incident-all-events = { $count ->
    [zero] لا أحداث
    [one] اعرض الحدث الوحيد
    [two] اعرض الحدثين
    [few] اعرض الأحداث الـ{ $shown }
    [many] اعرض كل الأحداث وعددها { $shown }
   *[other] اعرض كل الأحداث وعددها { $shown }
}

statement-citation = الاستشهاد { $shown }
statement-redacted = في هذا النص حلّت الأسماء المستعارة محل أسماء الأشخاص المحميين.
statement-cite = استشهد بهذا البيان
statement-log = سجّل حادثة منه
statement-cite-hint = حدد مقطعًا في النص أولًا فيوضع اقتباسًا.
statement-says = ما يستند إليه
statement-says-nothing = لا سجل يستشهد بهذا البيان بعد.
statement-in-text = في النص
statement-no-demands = لم تُسجَّل مطالب.
statement-derived = بيانات تعيد نشره أو تلخّصه
demand-of = من
demand-status = الحالة
demand-follow-ups = ما آل إليه
demand-no-follow-ups = لم يُسجَّل شيء بعد.
citation-page = الصفحة { $value }
citation-open = افتح الاستشهاد
citation-about = عمّ يتحدث

actor-roles = الأدوار في الأحداث
actor-no-events = لا تشارك في أي حدث يحق لك رؤيته.
actor-timeline = آخر الأحداث
actor-all-events = كل الأحداث مع هذه الجهة
actor-statements = البيانات
actor-demands = المطالب الموجهة إليها
actor-protected = محمي: لا يغادر الاسم هذه المنظمة إلا باسم مستعار

instrument-no-provisions = لم تُسجَّل أحكام.
instrument-bound = ما فعلته الدول به
instrument-bound-about = بتاريخ مصدر كل قيد؛ وقد لا تكون الأفعال اللاحقة محمّلة.
instrument-no-commitments = لم تُسجَّل التزامات.
instrument-events = أحداث ينطبق عليها
instrument-no-events = لا ينطبق على أي حدث يحق لك رؤيته.
provision-invoked = بيانات تستشهد به
provision-not-invoked = لا بيان يستشهد به بعد.

## Forms

form-save = حفظ
form-save-draft = حفظ مسودةً
form-save-submit = حفظ وتقديم للمراجعة
form-offline = لا يوجد اتصال. لم يُفقد شيء: ابقَ في هذه الصفحة واحفظ من جديد عندما يعود.
form-cancel = إلغاء
form-choose = اختر
form-if-new = إن كانت جديدة، فما هي
form-which = أيها المقصود؟
form-a-new-one = لا شيء من هذه: أضف جديدًا
form-drop-row = إزالة
form-reason = لماذا هذا التعديل؟
form-reason-hint = يُحفظ في السجل التاريخي لمن يقرؤه لاحقًا.
form-change = تعديل: { $value }
form-errors = { $count ->
    [zero] لا شيء يحتاج إلى انتباهك
    [one] أمر واحد يحتاج إلى انتباهك؛ لم يُحفظ شيء بعد
    [two] أمران يحتاجان إلى انتباهك؛ لم يُحفظ شيء بعد
    [few] { $shown } أمور تحتاج إلى انتباهك؛ لم يُحفظ شيء بعد
    [many] { $shown } أمرًا يحتاج إلى انتباهك؛ لم يُحفظ شيء بعد
   *[other] { $shown } أمر يحتاج إلى انتباهك؛ لم يُحفظ شيء بعد
}
stale-title = عدّل شخص آخر هذا السجل في هذه الأثناء
stale-about = لم يُستبدل شيء. حيث يختلف الاثنان:
stale-theirs = كما هو الآن
stale-yours = كما كتبته
stale-choose = عدّل النموذج أدناه إذا لزم الأمر، واحفظه ليحل ما كتبته محله.
stale-discard = أو اتركه كما هو الآن.

form-new-statement = بيان جديد
form-hint-statement = ألصق النص كما هو: ستُقتبس منه مقاطع حرفيًا.
form-new-incident = حادثة جديدة
form-hint-incident = ملف قضية بأحداثه. اترك ما لا يُعرف؛ لا شيء ينبغي اختلاقه.
form-new-event = حدث جديد
form-new-actor = جهة فاعلة جديدة
form-new-demand = مطلب جديد
form-new-citation = استشهاد جديد
form-hint-citation = اذكر شيئًا واحدًا يتحدث عنه البيان: حدثًا أو حادثة أو جهة فاعلة أو حكمًا.
form-new-affiliation = صلة جديدة
form-new-instrument = صك جديد
form-new-provision = حكم جديد
form-new-commitment = التزام جديد
form-new-new_statement = البيان ليس في saksi بعد: ألصقه هنا
form-new-source = مصدر هذه الأحداث
form-new-source-hint = يُستشهد به لكل حدث أدناه لا يذكر مصدرًا آخر.

form-visibility = من يستطيع رؤيته
form-more-source = المزيد عن المصدر
form-more-place = المكان بدقة أكبر
form-more-people = كم عدد الأشخاص
form-more-people-hint = اترك ما لا يُعرف فارغًا: المجهول ليس صفرًا.
form-more-act = المزيد عن الفعل
form-more-protection = الحماية
form-more-protection-hint = اسم الشخص المحمي لا يغادر هذه المنظمة أبدًا: كل من ليس مخوَّلًا يقرأ الاسم المستعار في كل صفحة وملف وتقرير.
form-more-person = المزيد عن الشخص
form-more-identifiers = معرّفات في أماكن أخرى

form-issuers = أصدره
form-issuers-row = المُصدِر { $shown }
form-issuers-add = أضف مُصدِرًا
form-co_signers = شارك في توقيعه
form-co_signers-row = الموقّع المشارك { $shown }
form-co_signers-add = أضف موقّعًا مشاركًا
form-events = الأحداث
form-events-hint = الحدث الواحد فعل واحد من نوع واحد. الاعتقال والتهمة التي تليه حدثان.
form-events-row = الحدث { $shown }
form-events-add = أضف حدثًا آخر
form-participations = من شارك
form-participations-row = المشارك { $shown }
form-participations-add = أضف مشاركًا
form-citations = المصادر
form-citations-hint = البيان الذي يقول ذلك، والمقطع بكلماته.
form-citations-row = المصدر { $shown }
form-citations-add = أضف مصدرًا
form-relations = أحداث متصلة
form-relations-row = الصلة { $shown }
form-relations-add = أضف حدثًا متصلًا
form-findings = الاستنتاجات القانونية
form-findings-row = الاستنتاج { $shown }
form-findings-add = أضف استنتاجًا
form-names = أسماء أخرى
form-names-hint = الاختصارات والألقاب والأسماء السابقة، والاسم بلغات وكتابات أخرى.
form-names-row = الاسم { $shown }
form-names-add = أضف اسمًا
form-identifiers = المعرّفات
form-identifiers-row = المعرّف { $shown }
form-identifiers-add = أضف معرّفًا
form-follow_ups = ما آل إليه
form-follow_ups-row = المتابعة { $shown }
form-follow_ups-add = أضف متابعة

level-public-who = الجميع، بعد نشره.
level-internal-who = كل من له حساب هنا ما عدا القرّاء؛ والباحثون بعد الموافقة عليه.
level-confidential-who = أنت والمراجعون والمديرون، ومن كُلِّف بالحادثة.
level-restricted-who = أعضاء الفريق الذي تذكره أدناه وحدهم؛ ولا حتى المديرون.

field-title = العنوان
field-kind = النوع
field-issued_on = تاريخ الإصدار
field-issued_on-hint = بالدقة المعروفة: ⁦2017-11-27⁩ أو ⁦2017-11⁩ أو ⁦2017~⁩ (نحو 2017).
field-countries = البلدان التي يتناولها
field-countries-hint = أسماء أو رموز تفصلها فواصل: كمبوديا، تايلاند
field-body = النص
field-place = المكان
field-language = اللغة
field-language-hint = رمز مثل en أو km أو ar.
field-url = عنوان الويب
field-archived_url = عنوان نسخة محفوظة
field-accessed_on = تاريخ الاطلاع
field-accessed_on-hint = سنة-شهر-يوم، مثل ⁦2017-11-27⁩
field-summary = الملخص
field-reliability = موثوقية المصدر
field-derived_from = يعيد نشر أو يلخّص
field-derived_from-hint = لكي لا يُعدّ المصدر الواحد مصدرين.
field-issuers = أصدره
field-co_signers = شارك في توقيعه
field-confidentiality = من يستطيع رؤيته
field-team = الفريق
field-team-hint = لسجل مقيَّد: اسم الفريق الذي يراه وحده.
field-actor = الجهة الفاعلة
field-role = الدور
field-harm = الضرر
field-count_low = على الأقل
field-count_best = أفضل تقدير
field-count_high = على الأكثر
field-statement = البيان
field-statement-hint = عنوانه، أو مرجعه مثل S-2017-00311.
field-stance = الموقف
field-quote = المقطع حرفيًا
field-page = الصفحة
field-event = الحدث
field-incident = الحادثة
field-provision = الحكم
field-provision-hint = بالرمز والتسمية، مثل ICCPR Article 22.
field-finding = الاستنتاج
field-court = المحكمة
field-note = ملاحظة
field-type = نوع الحدث
field-date = التاريخ
field-date-hint = بالدقة المعروفة: ⁦2017-11-26⁩ أو ⁦2017-09⁩ أو ⁦2017~⁩ (نحو 2017) أو ⁦2017-09-03/2017-11-16⁩.
field-admin1 = المحافظة أو الولاية
field-place_name = المكان
field-narrative = ما حدث
field-geo_precision = مدى دقة معرفة المكان
field-latitude = خط العرض
field-longitude = خط الطول
field-victims_low = الضحايا، على الأقل
field-victims_best = الضحايا، أفضل تقدير
field-victims_high = الضحايا، على الأكثر
field-deaths_low = الوفيات، على الأقل
field-deaths_best = الوفيات، أفضل تقدير
field-deaths_high = الوفيات، على الأكثر
field-confidence = مدى ثبوته
field-aims_at = الفعل الذي يرمي إليه
field-aims_at-hint = لتهديد أو محاولة.
field-motive = الدافع أو السبب المعلن
field-charge = التهمة
field-legal_stage = مرحلة القضية
field-rights = الحقوق المتأثرة
field-rights-hint = حقوق النوع، ما لم تختر غيرها.
field-country = البلد
field-tags = الوسوم
field-tags-hint = تفصلها فواصل.
field-assigned_to = مكلَّف به
field-assigned_to-hint = البريد الإلكتروني لحساب.
field-name = الاسم
field-names = أسماء أخرى
field-text = النص
field-script = الكتابة
field-script-hint = أربعة أحرف، مثل Khmr.
field-scheme = السجل الخارجي
field-value = القيمة
field-sector = القطاع، للأجهزة الحكومية
field-description = الوصف
field-protected = هذا الشخص محمي
field-pseudonym = الاسم المستعار
field-gender = الجنس
field-age_group = الفئة العمرية
field-hrd_groups = ما يدافع عنه
field-identifiers = المعرّفات
field-obligated_country = الدولة التي يُستند إلى التزامها
field-addressee = مطلوب من
field-category = الفئة
field-status = الحالة
field-evidence = البيان الذي يقول ذلك
field-follow_ups = ما آل إليه
field-other = الجهة الأخرى
field-from = من
field-to = إلى
field-code = الرمز
field-region = المنطقة
field-adopted_on = تاريخ الاعتماد
field-in_force_on = تاريخ بدء النفاذ
field-depositary_reference = المرجع لدى الوديع
field-monitoring_body = هيئة الرصد
field-source = المصدر
field-instrument = الصك
field-label = التسمية
field-right = الحق
field-derogable = يجوز تعليقه
field-position = الترتيب
field-action = الإجراء
field-effective_on = نافذ على الدولة في
field-effective_on-hint = سنة-شهر-يوم، مثل ⁦2017-11-27⁩
field-as_of = بتاريخ
field-as_of-hint = سنة-شهر-يوم، مثل ⁦2017-11-27⁩
field-participations = من شارك
field-citations = المصادر
field-relations = أحداث متصلة
field-findings = الاستنتاجات القانونية
field-events = الأحداث

## Help, in full; the help of fields

help-contents = في هذه الصفحة
help-begin = الخطوات الأولى
help-begin-statement = ابدأ بما قيل: أضف البيان بنصه كما هو.
help-begin-incident = سجّل الحادثة التي يتحدث عنها: ماذا حدث ومتى وأين ومن شارك. اترك ما لا يُعرف.
help-begin-cite = استشهد بالمقطع الذي يقول ذلك. كل واقعة تحتاج إلى مصدر؛ وقد تتناقض المصادر، ويُحفظ الاثنان.
help-begin-submit = قدّمه للمراجعة. يوافق عليه مراجع وينشره، أو يعيده إليك مع تعليق.
help-law = عندئذ تبيّن صفحة الحدث أي قانون كان يُلزم البلد في ذلك اليوم.
help-country = يُعدّ الحدث في البلد الذي وقع فيه.
help-sources = تُعدّ المصادر مرة واحدة: البيانات التي تعيد نشر بيان آخر تُعدّ معه.
help-seen = ما لا يحق لك رؤيته لا يُعدّ كذلك.
help-how = كيف يعدّ saksi
help-statuses = ماذا تعني كل حالة
help-who = من يرى ماذا
help-who-viewer = ما نُشر وهو عام
help-who-researcher = وكذلك ما تمت الموافقة عليه، والداخلي
help-who-monitor = وكذلك سجلاته هو في أي مرحلة، والسرية التي كُلِّف بها
help-who-reviewer = السجلات في أي مرحلة، حتى السرية
help-who-admin = مثل ذلك، وكل ما يتعلق بالحسابات
help-restricted = لا تُفتح السجلات المقيَّدة إلا لأعضاء فريقها، ويسري ذلك على المديرين أيضًا.
help-protected = الأشخاص المحميون
help-protected-about = اسم الشخص المحمي لا يغادر هذه المنظمة أبدًا: من لا يحق له معرفته يقرأ الاسم المستعار في كل صفحة وملف وتقرير، وفي نصوص البيانات أيضًا.
help-terms = ماذا تعني الخيارات
help-what = ماذا تعني هذه؟
help-opens = يُفتح في علامة تبويب جديدة
help-api = للبرامج
help-api-about = كل ما تعرضه الصفحات تستطيع البرامج طلبه، وفق القواعد نفسها:
help-languages = اللغات
help-languages-about = يمكن أن تكون النصوص والأسماء وعمليات البحث بأي لغة وأي كتابة. تُختار لغة الصفحات في أسفل كل صفحة.
review-empty = يظهر هنا ما يقدّمه الراصدون. وحتى ذلك الحين لا شيء يلزم فعله.
search-empty = اكتب اسمًا أو مكانًا أو كلمات من بيان.

code-role-viewer = قارئ
code-role-researcher = باحث
code-role-monitor = راصد
code-role-reviewer = مراجع
code-role-admin = مدير

form-issuers-hint = من يقول ذلك: منظمة أو جهاز حكومي أو شخص.
form-co_signers-hint = آخرون وقّعوه.
form-participations-hint = كل من تذكره المصادر: من فعل، ومن عانى، ومن رأى.
form-relations-hint = أحداث أخرى تتصل بهذا، كالاعتقال قبل توجيه تهمة.
form-findings-hint = ما يقوله مصدر أو محكمة عن القانون، زيادة على ما يستخلصه saksi بنفسه.
form-identifiers-hint = الجهة الفاعلة في سجلات أخرى، لكي يمكن الربط بينها.
form-follow_ups-hint = ما فعله المخاطَب أو رفض فعله، مع البيان الذي يقول ذلك.

field-title-hint = كما نُشر؛ ولحادثة أو حدث: ما حدث في كلمات قليلة.
field-body-hint = كما نُشر من دون أي تغيير: تُقتبس منه مقاطع حرفيًا.
field-place-hint = أين صدر.
field-url-hint = أين يمكن قراءته، ويبدأ بـ https://
field-archived_url-hint = نسخة تبقى إذا حُذفت الصفحة.
field-summary-hint = عمّ يتحدث، في جمل قليلة بكلماتك.
field-reliability-hint = كم كان هذا المصدر محقًا، لا كم هذا مرجَّح.
field-actor-hint = بأي من أسمائها، بأي كتابة.
field-role-hint = المستهدَفون وحدهم يُعدّون ضحايا.
field-harm-hint = اتركه فارغًا إذا لم يذكره مصدر.
field-count_low-hint = لمجموعة: كم شخصًا منها.
field-count_best-hint = الرقم الأقوى سندًا.
field-count_high-hint = فارغ إن لم يُعرف.
field-stance-hint = كيف يتحدث البيان عنه.
field-quote-hint = منقول من البيان من دون تغيير.
field-page-hint = في الوثيقة المطبوعة، إن وُجدت.
field-event-hint = عنوانه، أو مرجعه مثل KHM-2017-0042-E1.
field-incident-hint = عنوانها، أو مرجعها مثل KHM-2017-0042.
field-finding-hint = هل يُدّعى انتهاك، أم ثبت بقرار.
field-court-hint = المحكمة أو الهيئة التي قررت، إن وُجدت.
field-note-hint = ما ينبغي معرفته غير ذلك.
field-kind-hint = الأنسب.
field-type-hint = فعل واحد من نوع واحد. التهديد تهديد أيًا كان ما يرمي إليه.
field-admin1-hint = كما تُسمّى هناك.
field-place_name-hint = مدينة أو قرية أو شارع أو مبنى، بالدقة التي لا خطر في ذكرها.
field-narrative-hint = بالترتيب، كما ترويه المصادر.
field-geo_precision-hint = لا تُعرض نقطة أبدًا بدقة أكبر من هذه.
field-latitude-hint = بالدرجات، مثل 11.5564؛ وجنوب خط الاستواء بعلامة ناقص.
field-longitude-hint = بالدرجات، مثل 104.9282؛ وغرب غرينتش بعلامة ناقص.
field-victims_low-hint = أشخاص بعينهم استُهدفوا: أدنى رقم في مصدر.
field-victims_best-hint = الرقم الأقوى سندًا.
field-victims_high-hint = أعلى رقم في مصدر.
field-deaths_low-hint = من مات منهم: أدنى رقم في مصدر.
field-deaths_best-hint = الرقم الأقوى سندًا.
field-deaths_high-hint = أعلى رقم في مصدر.
field-confidence-hint = مدى ما تؤيده المصادر مجتمعة.
field-motive-hint = كما تورده المصادر؛ لا تخمين منك.
field-charge-hint = الجرم، مع مادة القانون إن عُرفت.
field-legal_stage-hint = أين وصلت القضية.
field-country-hint = لحدث أو حادثة: البلد الذي وقع فيه.
field-name-hint = كاملًا كما تكتبه الجهة نفسها. الأسماء الأخرى أدناه.
field-text-hint = كما هو في المصدر.
field-scheme-hint = مثل wikidata.
field-value-hint = مثل Q424.
field-sector-hint = لا شيء لجهة ليست جهازًا حكوميًا.
field-description-hint = من هي أو ما هي، في جملة أو جملتين.
field-protected-hint = علّم هنا إذا كان ذكر الاسم قد يضر هذا الشخص.
field-pseudonym-hint = ما يقرؤه الآخرون بدل الاسم. يجب ألا يلمّح إلى صاحبه.
field-gender-hint = كما يُعرف من الشخص أو من مصدر موثوق؛ لا يُخمَّن من اسم أبدًا.
field-age_group-hint = وقت الحدث.
field-hrd_groups-hint = لمن يدافع عن حقوق الإنسان.
field-obligated_country-hint = عند الاستشهاد لحكم فقط: الدولة التي يقال إنها ملزَمة.
field-addressee-hint = من يُطلب منه أن يفعل.
field-category-hint = أي نوع من الأفعال يُطلب.
field-status-hint = قائم حتى يُعرف ما آل إليه.
field-evidence-hint = أين يمكن قراءة ذلك.
field-other-hint = التي تنتمي إليها الأولى أو تقودها أو تخلفها.
field-from-hint = بالدقة المعروفة.
field-to-hint = فارغ إن كانت مستمرة أو لا تُعرف نهايتها.
field-code-hint = أحرف لاتينية كبيرة، مثل ICCPR. لا يتغير أبدًا.
field-region-hint = مثل ASEAN؛ فارغ للعالم كله.
field-adopted_on-hint = متى اعتُمد نصه.
field-in_force_on-hint = متى بدأ نفاذه أول مرة.
field-depositary_reference-hint = مثل UNTS 14668.
field-monitoring_body-hint = مثل اللجنة المعنية بحقوق الإنسان.
field-source-hint = أين يمكن التحقق من ذلك.
field-instrument-hint = رمزه، مثل ICCPR.
field-label-hint = مثل Article 22.
field-right-hint = الحق الذي يحميه.
field-derogable-hint = هل يجوز للدولة تعليقه في حالة طوارئ.
field-position-hint = موضعه بين أحكام الصك.
field-action-hint = ما فعلته الدولة.

## What is wrong with a field

wrong-required = مطلوب
wrong-empty = يجب ألا يكون فارغًا
wrong-long = عدد أحرفه { $value }؛ والحد الأقصى { $other }
wrong-sign = يحتوي على { $value }، ولا يمكن حفظه؛ أزله
wrong-whole = «{ $value }» ليس عددًا صحيحًا؛ اتركه فارغًا إن لم يُعرف
wrong-degrees = «{ $value }» ليس عددًا من الدرجات، مثل 11.5564
wrong-country = «{ $value }» ليس بلدًا؛ اكتب اسمه أو أحرفه الثلاثة، مثل KHM
wrong-code = «{ $value }» ليس واحدًا من { $other }
wrong-several = هناك أكثر من واحد بهذا الاسم؛ اختر المقصود
wrong-nearly-actor = لا أحد بهذا الاسم تمامًا؛ اختر واحدًا من هذه، أو اذكر نوع الجهة الفاعلة لإضافتها
wrong-new-actor = غير معروفة بعد؛ اذكر نوع الجهة الفاعلة لإضافتها
wrong-nearly = لا شيء بهذا الاسم تمامًا؛ اختر واحدًا من هذه
wrong-unknown = غير معروف؛ أعطِ مرجعه، أو عنوانه كما هو محفوظ
wrong-provision = لا يوجد حكم «{ $value }»؛ اكتب الرمز والتسمية، مثل ICCPR Article 22
wrong-missing = لا شيء بالاسم أو المرجع «{ $value }»
wrong-user = لا يوجد مستخدم نشط كهذا
wrong-team = لا يوجد فريق كهذا، أو لست فيه
wrong-team-needed = السجل المقيَّد يحتاج إلى الفريق الذي يستطيع رؤيته
wrong-team-only = السجل المقيَّد وحده له فريق
wrong-date = «{ $value }» ليس تاريخ EDTF؛ اكتب ⁦2017-11-26⁩ أو ⁦2017-11⁩ أو 2017 أو ⁦2017-11-26~⁩ (تقريبًا) أو ⁦2017-11?⁩ (غير مؤكد) أو ⁦2017-11-XX⁩ أو ⁦2017-09-03/2017-11-16⁩
wrong-date-month = لا يوجد شهر { $other } في «{ $value }»؛ الأشهر من 01 إلى 12، والفصول من 21 إلى 24
wrong-date-day = لا يوجد { $value }: عدد أيام ذلك الشهر { $other }
wrong-date-backwards = تنتهي الفترة ({ $value }) قبل أن تبدأ ({ $other })
wrong-date-future = { $value } في المستقبل
wrong-date-time = في «{ $value }» وقت من اليوم؛ أعطِ التاريخ وحده
wrong-day = يجب أن يكون يومًا موجودًا، بصيغة سنة-شهر-يوم مثل ⁦2017-11-27⁩
wrong-url = يجب أن يبدأ بـ https:// أو http://
wrong-language = يجب أن يكون رمز لغة BCP 47، مثل km أو ar-EG
wrong-script = يجب أن يكون رمز ISO 15924، مثل Khmr
wrong-quote = الاقتباس ليس في نص البيان
wrong-quote-nearly = الاقتباس ليس في نص البيان حرفيًا؛ أقرب مقطع في { $other }: «{ $value }»
wrong-cited = اذكر ما يُستشهد له: حادثة أو حدث أو جهة فاعلة أو صلة أو مشاركة أو حكم أو مطلب
wrong-cited-two = الاستشهاد يتحدث عن سجل واحد؛ أنشئ استشهادًا آخر
wrong-longitude = مطلوب مع خط العرض
wrong-latitude = مطلوب مع خط الطول
wrong-point = اذكر مدى دقة معرفة المكان: يجب ألا تبدو النقطة أدق مما هي
wrong-sector = الأجهزة الحكومية وحدها لها قطاع
wrong-gender = الأشخاص وحدهم لهم جنس
wrong-age = الأشخاص وحدهم لهم فئة عمرية
wrong-protected = الأشخاص وحدهم يمكن حمايتهم
wrong-pseudonym = الشخص المحمي يحتاج إلى اسم مستعار
wrong-pseudonym-name = يجب ألا يحتوي على اسم الشخص
wrong-twice = ذُكر مرتين
wrong-password = ليست كلمة مرورك
wrong-login = البريد الإلكتروني أو كلمة المرور غير صحيحة
wrong-own = لا أحد يوافق على سجله هو؛ اطلب من مراجع آخر

## ما الخطأ في سطر من ملف.

wrong-row-cells = في السطر { $value } خلية، وفي رأس الجدول { $other } عمودًا؛ ربما تنقص علامتا الاقتباس حول خلية فيها فاصل
wrong-row-nul = في الخلية { $value } محرف NUL لا يمكن حفظه؛ احذفه أو اذكر ترميزًا آخر
wrong-row-json-cut = ينتهي السطر داخل كائن JSON: ربما كان الملف مقطوعًا
wrong-row-json = السطر ليس كائن JSON واحدًا: { $value }
wrong-row-date = ليس تاريخًا؛ اكتبه هكذا: 2017-11-16 أو 2017-11 أو 2017
wrong-row-date-words = ليس تاريخًا مفهومًا: { $value }
wrong-row-date-day = لا يوجد يوم { $value }
wrong-row-date-days = «{ $value }» قد يعني أيامًا عدة: اكتب السنة بأربعة أرقام، أو اليوم بالصيغة YYYY-MM-DD
wrong-row-date-two = «{ $value }» قد يعني يومين: هل يأتي اليوم أولًا في هذا الملف أم الشهر؟ اذكر ذلك في إعدادات الاستيراد
wrong-row-date-open = نهاية التاريخ المفتوح غير معروفة
wrong-row-date-ends = ينتهي في { $value }، قبل أن يبدأ في { $other }
wrong-row-date-word = «{ $value }» ليس واحدًا من day وweek وmonth وyear
wrong-row-below = أقل من صفر؛ اتركه فارغًا إن لم يُعرف
wrong-row-people = أكثر من عدد البشر
wrong-row-whole = ليس عددًا صحيحًا؛ اتركه فارغًا إن لم يُعرف
wrong-row-latitude = ليس خط عرض؛ اكتب الدرجات هكذا: 11.5564
wrong-row-longitude = ليس خط طول؛ اكتب الدرجات هكذا: 11.5564
wrong-row-latitude-count = ليس خط عرض: الدرجات من -90 إلى 90؛ يبدو أنه عدد، كعدد السكان، في العمود الخطأ
wrong-row-longitude-count = ليس خط طول: الدرجات من -180 إلى 180؛ يبدو أنه عدد، كعدد السكان، في العمود الخطأ
wrong-row-latitude-swapped = ليس خط عرض: الدرجات من -90 إلى 90؛ ربما تبادل خطا العرض والطول مكانيهما
wrong-row-latitude-range = ليس خط عرض: الدرجات من -90 إلى 90
wrong-row-longitude-range = ليس خط طول: الدرجات من -180 إلى 180
wrong-row-zero = هو 0، 0، نقطة في الأطلسي لا تعني شيئًا؛ اترك الاثنين فارغين إن لم يُعرفا
wrong-row-nowhere = لا يقع في أي بلد، والسطر يذكر { $value }؛ صحح النقطة أو البلد
wrong-row-nowhere-swapped = لا يقع في أي بلد، والسطر يذكر { $value }؛ تبادل خطا العرض والطول مكانيهما
wrong-row-elsewhere = يقع في { $value }، والسطر يذكر { $other }؛ صحح النقطة أو البلد
wrong-row-elsewhere-swapped = يقع في { $value }، والسطر يذكر { $other }؛ تبادل خطا العرض والطول مكانيهما
wrong-row-scheme = رقم، ولم يُذكر لمن أرقام البلدان هذه؛ اذكر scheme gw أو m49
wrong-row-country-number = ليس رقم أي بلد
wrong-row-country = ليس بلدًا معروفًا؛ اكتب اسمه أو رمزه وفق ISO 3166-1، مثل KHM
wrong-row-none-of = ليس واحدًا من { $value }؛ اذكر في الملف التعريفي ما تعنيه الكلمة
wrong-row-type = «{ $value }» ليس نوع حدث؛ الأنواع هي { $other }؛ اذكر في الملف التعريفي أي نوع تعنيه الكلمة
wrong-row-type-old = لم يعد نوع الحدث «{ $value }» مستعملًا؛ اذكر في الملف التعريفي أي نوع تعنيه الكلمة
wrong-row-right = «{ $value }» ليس حقًا من الحقوق المدرجة؛ وهي { $other }
wrong-row-no-type = ناقص: اربط به عمودًا، أو اذكر نوعًا واحدًا لكل السطور
wrong-row-no-country = ناقص: اربط به عمودًا، أو اذكر بلدًا واحدًا لكل السطور
wrong-row-no-value = ناقص: اربط به عمودًا، أو اذكر قيمة واحدة لكل السطور
wrong-row-no-latitude = ناقص، مع أن خط الطول مذكور
wrong-row-no-longitude = ناقص، مع أن خط العرض مذكور
wrong-row-above-best = هو { $value }، أكثر من أفضل تقدير، وهو { $other }؛ يجب أن يكون الأدنى ≤ الأفضل ≤ الأعلى
wrong-row-above-high = هو { $value }، أكثر من أعلى تقدير، وهو { $other }؛ يجب أن يكون الأدنى ≤ الأفضل ≤ الأعلى
wrong-row-same = يقول ما يقوله السطر { $value }؛ إن كانا اثنين فأعط كلًا منهما معرّفًا خاصًا به
wrong-row-same-id = للسطر { $value } المعرّف نفسه ويقول شيئًا آخر؛ أعط كل سطر معرّفًا خاصًا به
wrong-row-changed = عُدّل السجل هنا منذ استيراده (هو الآن في النسخة { $value })، والسطر يقول شيئًا جديدًا: { $other }؛ عدّل السجل يدويًا كي لا يُمحى عمل أحد
wrong-row-known-actor = فاعل معروف هنا من قبل
wrong-row-not-found = لا يُعرف هنا شيء بهذا الاسم ({ $value })؛ استورد أولًا الجدول الذي يحويه، من المصدر { $other }
wrong-row-other-source = «{ $value }» سجل آخر من المصدر { $other } من قبل؛ إن كان الملف من نظام آخر فاذكر له مصدرًا آخر
wrong-row-gone = السجل الذي أنشأه هذا السطر سابقًا لم يعد موجودًا، أو لا يحق لك رؤيته؛ اطلب من مراجع إعادته
wrong-row-pseudonym = الاسم مستعار: لا يذكر الملف من المقصود، وسيُنشأ له سجل آخر
wrong-row-addressee = ناقص: اذكر ممن يُطلب ذلك
wrong-row-target = ناقص: اذكر أي سجل يُستشهد به
wrong-row-absent = ناقص
wrong-row-not-valid = غير صالح
wrong-row-cut = في السطر الأخير { $value } خلية من أصل { $other } وليس في آخره نهاية سطر: يبدو أن الملف مقطوع؛ احصل عليه من جديد كاملًا
wrong-row-many-cells = في السطر أكثر من { $value } خلية
wrong-row-large-cell = في السطر خلية يزيد حجمها على { $value } بايت؛ ربما بقيت فيها علامة اقتباس مفتوحة
wrong-row-long = السطر أطول من { $value } بايت
wrong-row-open-quote = في السطر علامة اقتباس مفتوحة لم تُغلق، فأصبحت بقية الملف في خلية واحدة؛ أغلقها، أو احصل على الملف من جديد إن كان مقطوعًا
wrong-row-long-line = السطر أطول من { $value } بايت
wrong-row-far-column = توجد قيمة في العمود { $value }؛ والحد الأقصى { $other } عمودًا
wrong-row-large-value = توجد خلية يزيد حجمها على { $value } بايت

## كيف يُقرأ الملف، وما الخطأ في ملف كامل

wrong-note-encoding = يُقرأ النص بترميز { $value }؛ انظر إلى الحروف ذات العلامات في الأسطر الأولى، واذكر ترميزًا آخر إن لم تكن صحيحة
wrong-note-sheets = عدد أوراق المصنف { $value }؛ تُقرأ الورقة «{ $other }»؛ اذكر غيرها إن لم تكن المقصودة
wrong-note-merged = في الورقة خلايا مدمجة، أولها في السطر { $value }؛ قيمة الخلايا المدمجة تُحسب لأولها فقط، وتُقرأ الأخرى فارغة: ألغِ الدمج إن كان يجب أن تكون القيمة لكل سطر
wrong-note-formulas = عدد الخلايا التي هي صيغ: { $value }؛ لا تُحسب الصيغ، بل تُقرأ القيمة المحفوظة لها في المصنف
wrong-file-gone = لم يعد الملف محفوظًا؛ أرسله مرة أخرى
wrong-file-empty = الملف فارغ
wrong-file-large-workbook = حجم الملف { $value } ميبيبايت؛ الحد الأقصى { $other } ميبيبايت للمصنف، أو 1024 ميبيبايت بصيغة CSV؛ أرسله على أجزاء
wrong-file-large = حجم الملف { $value } ميبيبايت؛ الحد الأقصى { $other } ميبيبايت؛ أرسله على أجزاء
wrong-file-columns = عدد أعمدة الجدول { $value }؛ الحد الأقصى { $other }؛ احذف ما لا حاجة إليه منها
wrong-file-no-header = ليس في أي سطر أسماء الأعمدة؛ اذكر أي سطر هو
wrong-file-header-row = ليس في السطر { $value } أسماء أعمدة؛ يجب أن يكون رأس الجدول من بين أول { $other } سطرًا
wrong-file-old-workbook = هذا مصنف من النوع القديم (.xls) أو محمي بكلمة مرور؛ احفظه بصيغة .xlsx أو CSV
wrong-file-no-table = أرسل جدولًا: CSV أو XLSX أو JSON Lines
wrong-file-json = ليس في الملف سطر هو كائن JSON؛ ضع كائنًا واحدًا في كل سطر
wrong-file-no-sheet = ليس في المصنف أي ورقة
wrong-file-other-sheet = ليس في المصنف ورقة باسم «{ $value }»؛ فيه { $other }
wrong-file-password = المصنف محمي بكلمة مرور؛ احفظه بدونها، أو بصيغة CSV
wrong-file-not-whole = هذا ليس مصنفًا كاملًا ({ $value })؛ افتحه في برنامج جداول واحفظه من جديد بصيغة .xlsx أو CSV
wrong-file-unpacked = حجم المصنف بعد فك ضغطه يتجاوز { $value } ميبيبايت، وهو الحد الأقصى؛ أرسل الورقة بصيغة CSV
wrong-file-character = ليس الملف بترميز { $value }: لا يبدأ عند البايت { $other } أي حرف؛ اختر ترميزًا آخر
wrong-file-cut = هذا ليس مصنفًا كاملًا: { $value }؛ ربما انقطع في الطريق
wrong-file-broken = هذا ليس مصنفًا كاملًا: { $value }
wrong-file-parts = في المصنف { $value } جزءًا؛ والحد الأقصى { $other }
wrong-file-row = السطر { $value }: { $other }

## التواريخ بالكلمات

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

## البلدان والأرقام

nav-countries = البلدان
countries-about = أين وقع ما وقع، وعمّ تتحدث البيانات. افتح بلدًا لترى أرقامه وقانونه ومطالبه القائمة.
countries-none = حالما يحق لك رؤية حدث أو بيان يُدرج بلده هنا.
countries-capped = تظهر علامة + حيث توقف العدّ عند { $shown }: هناك المزيد.
filter-happened_in = بلد حدث ما
figures-heading = أرقام
figures-title = { $value }: أرقام
figures-victims = الضحايا
figures-rule = يُعدّ الحدث في البلد الذي وقع فيه، ومعه حادثته. الضحية شخص أو مجموعة بعينها استُهدفت. ما لا يحق لك رؤيته لا يُعدّ.
figures-unit-events = أحداث.
figures-overlap = تتداخل الفئات: قد يُعدّ الحدث الواحد في عدة صفوف.
figures-named-about = عدد الأحداث التي تُذكر فيها الجهة الفاعلة بهذا الدور.
figures-more = { $count ->
    [zero] لا غيرها
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $shown } أخرى
    [many] { $shown } أخرى
   *[other] { $shown } أخرى
}
figures-unknown = غير مسجَّل
figures-none = لا شيء يُعدّ في هذه الفترة.
figures-year = السنة
figures-year-unknown = تاريخ غير معروف
figures-by-year = حسب السنة
figures-by-year-about = سنة أول يوم قد يعنيه تاريخ الحدث. الأعمدة أحداث؛ والضحايا المستهدَفون في عدة سنوات يُعدّون في كل منها.
figures-by-type = حسب نوع الحدث
figures-by-right = حسب الحق المتأثر
figures-by-perpetrator = حسب نوع الفاعل
figures-by-target = حسب نوع المستهدَف
figures-perpetrators = الأكثر ذكرًا في دور الفاعل
figures-targets = الأكثر ذكرًا في دور المستهدَف
figures-many = في هذه الفترة أحداث كثيرة؛ وعدّها بكل الطرق يستغرق لحظة.
figures-open = عرض كل الأرقام
country-periods = الفترات
country-all-time = كل السنوات
country-year-so-far = { $value } حتى الآن
country-last-years = السنوات الخمس الأخيرة
country-since = منذ { $value }
country-until = حتى { $value }
country-between = من { $value } إلى { $other }
country-period-hint = الأيام بصيغة سنة-شهر-يوم، مثل ⁦2017-11-26⁩. يقع الحدث في الفترة التي يقع فيها أول يوم قد يعنيه تاريخه. وما لم يُحدَّد للقانون يوم، فهو قانون آخر يوم في الفترة أو قانون اليوم.
country-wrong-day = { $value }: «{ $other }» ليس يومًا موجودًا؛ اكتبه بصيغة سنة-شهر-يوم، مثل ⁦2017-11-26⁩.
country-wrong-period = تنتهي الفترة قبل أن تبدأ؛ بدّل اليومين.
country-no-events = لم يقع هنا في هذه الفترة أي حدث يحق لك رؤيته.
country-law-day = القانون في يوم
country-law = القانون النافذ في { $value }
country-law-about = وضع البلد إزاء كل صك في ذلك اليوم، وفق ما كان قد فعله حتى ذلك الحين.
country-law-none = لم يكن أي صك يُلزم البلد في ذلك اليوم، بحسب ما هو مسجَّل.
country-law-since = منذ
country-law-force = نافذ منذ
country-law-reservation = تحفّظ بتاريخ { $value }
country-law-others = { $count ->
    [zero] لا صكوك غير ملزمة له
    [one] صك واحد لم يكن يُلزمه
    [two] صكان لم يكونا يُلزمانه
    [few] { $shown } صكوك لم تكن تُلزمه
    [many] { $shown } صكًا لم تكن تُلزمه
   *[other] { $shown } صك لم تكن تُلزمه
}
country-demands = المطالب
country-demands-about = مطالب البيانات التي تتناول البلد، أيًا كانت الفترة؛ بحسب ما آلت إليه.
country-demands-open = المطالب القائمة
country-no-demands = لا يرد مطلب يحق لك رؤيته في بيان عن هذا البلد.
country-statements = بيانات عنه
country-no-statements = لا بيان يحق لك رؤيته عن هذا البلد في هذه الفترة.
country-statements-count = { $count ->
    [zero] لا بيانات في هذه الفترة
    [one] بيان واحد في هذه الفترة
    [two] بيانان في هذه الفترة
    [few] { $shown } بيانات في هذه الفترة
    [many] { $shown } بيانًا في هذه الفترة
   *[other] { $shown } بيان في هذه الفترة
}
country-statements-more = أكثر من { $shown } بيان في هذه الفترة
country-days-ago = { $count ->
    [zero] وُجِّه اليوم
    [one] وُجِّه أمس
    [two] وُجِّه قبل يومين
    [few] وُجِّه قبل { $shown } أيام
    [many] وُجِّه قبل { $shown } يومًا
   *[other] وُجِّه قبل { $shown } يوم
}
country-months-ago = { $count ->
    [zero] وُجِّه قبل أقل من شهر
    [one] وُجِّه قبل شهر واحد
    [two] وُجِّه قبل شهرين
    [few] وُجِّه قبل { $shown } أشهر
    [many] وُجِّه قبل { $shown } شهرًا
   *[other] وُجِّه قبل { $shown } شهر
}
country-years-ago = { $count ->
    [zero] وُجِّه قبل أقل من سنة
    [one] وُجِّه قبل سنة واحدة
    [two] وُجِّه قبل سنتين
    [few] وُجِّه قبل { $shown } سنوات
    [many] وُجِّه قبل { $shown } سنة
   *[other] وُجِّه قبل { $shown } سنة
}

## البوابة العامة

portal-title = السجلات المنشورة
portal-what = ما هذا
portal-about = سجلات حوادث تتصل بحقوق الإنسان راجعتها هذه المنظمة ونشرتها: ما قيل، ومن يعنيه الأمر، وما حدث، وأي قانون يُلزم. كل واقعة تستند إلى البيان الذي يقولها.
portal-shown = لا يُعرض هنا إلا ما هو منشور وعام، ولا يُعدّ سواه. وقد يكون هناك المزيد مما ليس عامًا، حفاظًا على سلامة الناس؛ فالعدد القليل، أو الصفر، لا يعني أن ما حدث قليل.
portal-protected = يظهر الأشخاص المحميون بأسماء مستعارة. توخَّ الحذر مع الأعداد الصغيرة: لا تحاول أن تستنتج منها هوية أحد.
portal-counting = كل عدد يذكر وحدته: الحادثة ملف قضية، والحدث فعل واحد من نوع واحد، والضحية شخص أو مجموعة بعينها استُهدفت.
portal-reuse = استخدام هذه السجلات
portal-no-licence = لم تُذكر رخصة. اسأل المنظمة قبل أن تنشر نسخًا مما هنا.
portal-cite = يُستشهد به هكذا:
portal-latest = آخر ما نُشر
portal-all-countries = كل البلدان
portal-files = الملفات
portal-files-about = كل ما هو عام، في ملفات؛ وتتيح القوائم الشيء نفسه لما صُفّيت به.
portal-busy = يتصفح كثيرون هذه الصفحات الآن. انتظر بضع ثوانٍ ثم افتح الصفحة من جديد.

## الشبكة

network-title = الشبكة
network-of = شبكة { $value }
network-about = من يشارك في الأحداث نفسها، وفي أي جانب، ومن له صلة بمن؛ مع ما يقول ذلك.
network-open = الشبكة كلها مع مصادرها
network-depth = مدى امتدادها
network-steps = { $count ->
    [zero] لا خطوات
    [one] خطوة واحدة
    [two] خطوتان
    [few] { $shown } خطوات
    [many] { $shown } خطوة
   *[other] { $shown } خطوة
}
network-nobody = لا أحد مرتبط بهذه الجهة الفاعلة بعد
network-nobody-about = ترتبط الجهات الفاعلة بالأحداث التي تشارك فيها وبالصلات.
network-picture = صورة الشبكة
network-picture-about = تُظهر الصورة ما تقوله الجداول أدناه.
network-side-against = في الجانب المقابل
network-side-with = في الجانب نفسه، أو في الحدث نفسه
network-counting = يعدّ الخط الأحداث التي تشارك فيها الجهتان؛ وكلما زاد عددها زاد سمكه. تُذكر الأدوار بترتيب الأسماء.
network-left-out-actors = { $count ->
    [zero] لم تُترك أي جهة فاعلة.
    [one] هناك جهة فاعلة أخرى مرتبطة بالمعروضة ارتباطًا أضعف.
    [two] هناك جهتان فاعلتان أخريان مرتبطتان بالمعروضة ارتباطًا أضعف.
    [few] هناك { $shown } جهات فاعلة أخرى مرتبطة بالمعروضة ارتباطًا أضعف.
    [many] هناك { $shown } جهة فاعلة أخرى مرتبطة بالمعروضة ارتباطًا أضعف.
   *[other] هناك { $shown } جهة فاعلة أخرى مرتبطة بالمعروضة ارتباطًا أضعف.
}
network-left-out-edges = { $count ->
    [zero] لم يُترك أي خط.
    [one] تُرك خط واحد أضعف بين الجهات المعروضة.
    [two] تُرك خطان أضعف بين الجهات المعروضة.
    [few] تُركت { $shown } خطوط أضعف بين الجهات المعروضة.
    [many] تُرك { $shown } خطًا أضعف بين الجهات المعروضة.
   *[other] تُرك { $shown } خط أضعف بين الجهات المعروضة.
}
network-near = مرتبطون بـ{ $value }
network-far = بين الآخرين
network-who = مَن
network-how = كيف، وبأي أدوار
network-sources = آخر الأحداث، وما يقول ذلك
network-more-citations = { $count ->
    [zero] ولا استشهادات أخرى
    [one] واستشهاد واحد آخر
    [two] واستشهادان آخران
    [few] و{ $shown } استشهادات أخرى
    [many] و{ $shown } استشهادًا آخر
   *[other] و{ $shown } استشهاد آخر
}
network-no-source = لم يُستشهد بمصدر
network-api-about = الشبكة نفسها للبرامج:
tie-against = ضد
tie-decided = قرار بشأن
tie-with = في الجانب نفسه
tie-intervened = تدخُّل من أجل
tie-affiliated = صلة
tie-beside = في الحدث نفسه
filter-with = بمشاركة جهة أخرى (المرجع)

## الرسوم البيانية

chart-table = الأعداد في جدول
chart-table-below = الأعداد في جدول أدناه.
chart-most = الأكثر: { $value }، { $other }.
chart-nothing = لا شيء يُعدّ.
chart-unknown = غير معروف
chart-hidden = { $count ->
    [zero] لا مزيد في الجدول.
    [one] في الجدول واحد آخر.
    [two] في الجدول اثنان آخران.
    [few] في الجدول { $shown } أخرى.
    [many] في الجدول { $shown } أخرى.
   *[other] في الجدول { $shown } أخرى.
}
chart-by-year = عبر الزمن، حسب سنة البدء
chart-by-type = حسب النوع
chart-by-right = حسب الحق المتأثر
chart-by-country = حسب البلد
chart-by-perpetrator_kind = حسب نوع الفاعل
chart-without-incidents = { $count ->
    [zero] لا حادثة فيها حدث لا يُعرف عنه ذلك.
    [one] حادثة واحدة فيها حدث لا يُعرف عنه ذلك.
    [two] حادثتان في كل منهما حدث لا يُعرف عنه ذلك.
    [few] { $shown } حوادث في كل منها حدث لا يُعرف عنه ذلك.
    [many] { $shown } حادثة في كل منها حدث لا يُعرف عنه ذلك.
   *[other] { $shown } حادثة في كل منها حدث لا يُعرف عنه ذلك.
}
chart-without-events = { $count ->
    [zero] لا حدث لا يُعرف عنه ذلك.
    [one] حدث واحد لا يُعرف عنه ذلك.
    [two] حدثان لا يُعرف عنهما ذلك.
    [few] { $shown } أحداث لا يُعرف عنها ذلك.
    [many] { $shown } حدثًا لا يُعرف عنها ذلك.
   *[other] { $shown } حدث لا يُعرف عنها ذلك.
}
chart-without-victims = { $count ->
    [zero] لا ضحية استهدفها حدث لا يُعرف عنه ذلك.
    [one] ضحية واحدة استهدفها حدث لا يُعرف عنه ذلك.
    [two] ضحيتان استهدفت كلًا منهما أحداث لا يُعرف عنها ذلك.
    [few] { $shown } ضحايا استهدفتهم أحداث لا يُعرف عنها ذلك.
    [many] { $shown } ضحية استهدفتهم أحداث لا يُعرف عنها ذلك.
   *[other] { $shown } ضحية استهدفتهم أحداث لا يُعرف عنها ذلك.
}
chart-overlap = قد يُعدّ الواحد ضمن عدة فئات: فقد يزيد مجموع الأعداد على n.
chart-latest-years = تُعرض أحدث السنوات، وعددها { $value }.
chart-unit = ما يُعدّ
chart-break-down = التقسيم حسب
chart-choose = عدد الأحداث المطابقة كبير، ولذلك يُرسم رسم بياني واحد في كل مرة، وقد يستغرق ذلك لحظة. اختر واحدًا، أو ضيّق القائمة.
unit-incidents = حوادث
unit-events = أحداث
unit-victims = ضحايا
unit-rule-incidents = ملفات قضايا فيها حدث مطابق واحد على الأقل.
unit-rule-events = الأحداث المطابقة، وكل منها فعل واحد من نوع واحد.
unit-rule-victims = أشخاص ومجموعات بعينهم استهدفتهم أحداث مطابقة؛ تُعدّ المجموعة مرة واحدة أيًا كان حجمها.
views = طرق عرض هذه القائمة
view-table = جدول
view-timeline = خط زمني
view-charts = رسوم بيانية
view-map = خريطة
filter-year = السنة
timeline-unknown = البداية غير معروفة
timeline-year-alone = في هذه السنة؛ الشهر غير معروف
timeline-oldest-first = الأقدم أولًا
timeline-latest-first = الأحدث أولًا
timeline-month-01 = كانون الثاني/يناير
timeline-month-02 = شباط/فبراير
timeline-month-03 = آذار/مارس
timeline-month-04 = نيسان/أبريل
timeline-month-05 = أيار/مايو
timeline-month-06 = حزيران/يونيو
timeline-month-07 = تموز/يوليو
timeline-month-08 = آب/أغسطس
timeline-month-09 = أيلول/سبتمبر
timeline-month-10 = تشرين الأول/أكتوبر
timeline-month-11 = تشرين الثاني/نوفمبر
timeline-month-12 = كانون الأول/ديسمبر
facets-over = من هذه النتائج ({ $value }):
facets-count = عدّها حسب النوع والبلد وغير ذلك
facets-too-many = النتائج أكثر من { $value }، وهي أكثر من أن تُعدّ حسب النوع والبلد وغير ذلك. ضيّق القائمة أولًا.
facets-more = { $count ->
    [zero] لا غيرها
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $shown } أخرى
    [many] { $shown } أخرى
   *[other] { $shown } أخرى
}
count-of-event = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $shown } أحداث
    [many] { $shown } حدثًا
   *[other] { $shown } حدث
}
count-of-incident = { $count ->
    [zero] لا حوادث
    [one] حادثة واحدة
    [two] حادثتان
    [few] { $shown } حوادث
    [many] { $shown } حادثة
   *[other] { $shown } حادثة
}
count-of-statement = { $count ->
    [zero] لا بيانات
    [one] بيان واحد
    [two] بيانان
    [few] { $shown } بيانات
    [many] { $shown } بيانًا
   *[other] { $shown } بيان
}
count-of-actor = { $count ->
    [zero] لا جهات فاعلة
    [one] جهة فاعلة واحدة
    [two] جهتان فاعلتان
    [few] { $shown } جهات فاعلة
    [many] { $shown } جهة فاعلة
   *[other] { $shown } جهة فاعلة
}
count-of-demand = { $count ->
    [zero] لا مطالب
    [one] مطلب واحد
    [two] مطلبان
    [few] { $shown } مطالب
    [many] { $shown } مطلبًا
   *[other] { $shown } مطلب
}
contradictions-of-event = حيث تتناقض المصادر
contradictions-of-statement = ما يناقض هذا البيان، وما يناقضه هذا البيان
contradictions-about = يُحفظ الاثنان، كل بكلماته. ولا يُحسم هنا أيهما على صواب.
contradictions-denied = منفي
contradictions-affirmed = مُفاد به أو مزعوم أو مُدان أو مؤكَّد
contradictions-this = هذا البيان
contradictions-more = هناك أكثر مما يظهر هنا.

## عامل التحقق الثاني

second-factor-title = عامل التحقق الثاني
second-factor-about = مع عامل تحقق ثانٍ لا يستطيع من عرف كلمة مرورك أن يدخل: فتسجيل الدخول يتطلب أيضًا رمزًا يعرضه تطبيق على هاتفك.
second-factor-asked = كلمة مرورك صحيحة. لهذا الحساب عامل تحقق ثانٍ: اكتب الرمز الذي يعرضه تطبيقك الآن.
second-factor-code = الرمز
second-factor-code-hint = الأرقام الستة التي يعرضها التطبيق، أو أحد رموز الاسترداد.
second-factor-wrong = الرمز غير صحيح، أو استُخدم من قبل. انتظر الرمز التالي الذي يعرضه التطبيق.
second-factor-other = استخدم حسابًا آخر
second-factor-lost = إذا فقدت هاتفك ورموز الاسترداد فيستطيع مدير أن يزيل عامل التحقق الثاني.
second-factor-set-up = إعداد عامل تحقق ثانٍ
second-factor-manage = رموز الاسترداد، والإيقاف
second-factor-scan = 1. امسح هذه الصورة بالتطبيق
second-factor-scan-about = يصلح أي تطبيق للرموز الزمنية (TOTP): Aegis أو FreeOTP أو 2FAS، أو تطبيق مدير كلمات المرور لديك.
second-factor-picture = رمز QR فيه السر المكتوب أسفله أيضًا
second-factor-by-hand = إذا تعذّر عليك مسحها فاكتب هذا السر في التطبيق، على أنه رمز زمني:
second-factor-confirm = 2. تأكد من أنه يعمل
second-factor-turn-on = تفعيل
second-factor-is-on = مفعَّل
second-factor-since = منذ { $value } بالتوقيت العالمي
second-factor-codes-left = { $count ->
    [zero] لم يبقَ أي رمز استرداد. أنشئ رموزًا جديدة.
    [one] بقي رمز استرداد واحد. أنشئ رموزًا جديدة.
    [two] بقي رمزا استرداد.
    [few] بقيت { $shown } رموز استرداد.
    [many] بقي { $shown } رمز استرداد.
   *[other] بقي { $shown } رمز استرداد.
}
second-factor-new-codes = رموز استرداد جديدة
second-factor-new-codes-about = لا تعود الرموز القديمة صالحة.
second-factor-make-codes = أنشئ رموز استرداد جديدة
second-factor-turn-off = إيقاف
second-factor-turn-off-about = بعد ذلك تكفي كلمة المرور وحدها لفتح هذا الحساب.
second-factor-role-needs = يتطلب دورك عامل تحقق ثانيًا.
second-factor-needed-kept = يتطلب دورك عامل تحقق ثانيًا، وليس لهذا الحساب واحد. ما كتبته محفوظ في هذه الصفحة: أعِدّ عامل التحقق الثاني في نافذة أخرى، ثم احفظ.
second-factor-save-now = تم إعداده: احفظ ما كتبته
said-second-factor-needed = يتطلب دورك عامل تحقق ثانيًا. أعِدّه هنا ثم تابع.
said-second-factor-off = أُوقف عامل التحقق الثاني.
recovery-title = رموز الاسترداد الخاصة بك
recovery-about = يُدخلك كل منها مرة واحدة بدل رمز من التطبيق، إذا فُقد هاتفك أو تعطّل.
recovery-once = لا تُعرض إلا هذه المرة. اطبع هذه الصفحة أو اكتبها، واحفظها حيث لا يكون هاتفك.
recovery-for = للحساب { $value }
recovery-done = احتفظت بها

## رموز الوصول

tokens-own = رموز الوصول إلى واجهة البرمجة
tokens-about = للبرامج النصية التي تستخدم واجهة البرمجة باسمك. لا يجوز لرمز الوصول أكثر مما تختاره هنا، ولا أكثر مما يجوز لك.
token-new = رمز وصول جديد
token-for = الغرض منه
token-may = ما يجوز له
token-ends = ينتهي
token-make = أنشئ رمز الوصول
token-made = أُنشئ رمز الوصول
token-made-on = أُنشئ
token-once = لا يُعرض إلا هذه المرة. انسخه الآن إلى حيث يحفظ البرنامج النصي أسراره.
token-how = يرسله البرنامج النصي هكذا
token-done = نسخته
token-scopes = الصلاحيات
token-revoke = إلغاء رمز الوصول
said-token-revoked = أُلغي رمز الوصول.
scope-read = القراءة
scope-write = الكتابة
scope-review = المراجعة
scope-admin = الإدارة
in-days = { $count ->
    [zero] اليوم
    [one] بعد يوم واحد
    [two] بعد يومين
    [few] بعد { $shown } أيام
    [many] بعد { $shown } يومًا
   *[other] بعد { $shown } يوم
}
never = أبدًا
session-device = بواسطة
session-browser = متصفح
session-program = برنامج
account-language-about = لغة الصفحات في هذا المتصفح. تبقى السجلات باللغة التي كُتبت بها.

## الإدارة

nav-admin = الإدارة
about-kinds-user = الحسابات: من يستطيع تسجيل الدخول، وبأي دور.
about-kinds-team = من يستطيع رؤية ما هو مقيَّد بفريقه.
admin-roles = الأدوار
about-admin-roles = ما يجوز لكل دور. يجوز لكل دور كل ما يجوز للأدوار التي قبله.
admin-sessions = الجلسات
about-admin-sessions = من سجّل دخوله الآن، والأحدث استخدامًا أولًا.
admin-tokens = رموز الوصول إلى واجهة البرمجة
about-admin-tokens = ما تستخدم به البرامج النصية واجهة البرمجة، وباسم من.
admin-vocabularies = قوائم المصطلحات
about-admin-vocabularies = الكلمات التي تُرمَّز بها السجلات، وتسمياتها بكل لغة.
admin-audit = سجل التدقيق
about-admin-audit = كل تعديل وتسجيل دخول وتصدير وقراءة لما هو سرّي. لا يمكن تغيير شيء فيه أو إزالته من دون أن يُكتشف.
admin-health = حالة النظام
about-admin-health = حالة هذه النسخة من saksi.
admin-more = هناك أكثر مما يظهر هنا.
sessions-no-address = لا تُحفظ عناوين الشبكة: فهي تكشف أماكن عمل الناس لمن يستولي على هذا الخادم.
tokens-none = لا توجد رموز وصول إلى واجهة البرمجة
tokens-none-about = ينشئ كل شخص رموزه بنفسه في صفحة حسابه:
kind-user = مستخدم
kinds-user = المستخدمون
about-user = حسابات من يعملون بهذه النسخة.
kind-team = فريق
kinds-team = الفرق
about-team = لا يرى السجل المقيَّد إلا أعضاء فريقه، ولا حتى المديرون.
kind-term = مصطلح
kind-vocabulary = قائمة مصطلحات
form-new-user = مستخدم جديد
form-hint-user = يختار صاحب الحساب كلمة مروره بنفسه: بعد حفظ الحساب تنشئ صفحته رابطًا لذلك.
form-new-team = فريق جديد
field-email = البريد الإلكتروني
field-members = الأعضاء
field-members-hint = عناوين البريد الإلكتروني لحسابات، تفصلها فواصل.
field-active = الحساب مفتوح
field-active-hint = من أُغلق حسابه خرج فورًا ولا يستطيع تسجيل الدخول.
col-account = الحساب
account-open = مفتوح
account-open-about = يمكن استخدام الحساب.
account-closed = مغلق
account-closed-about = الحساب مغلق: لا يستطيع أحد تسجيل الدخول به.
role-viewer = قارئ
role-viewer-about = يرى ما هو منشور وعام.
role-researcher = باحث
role-researcher-about = يرى أيضًا ما تمت الموافقة عليه، والداخلي؛ ويصدّره.
role-monitor = راصد
role-monitor-about = يسجّل البيانات والجهات الفاعلة والحوادث والأحداث، ويسلّمها للمراجعة.
role-reviewer = مراجع
role-reviewer-about = يراجع ما يسجّله الآخرون، ويصحح أي سجل، ويتولى القانون؛ ويرى ما هو سرّي.
role-admin = مدير
role-admin-about = يتولى كذلك الحسابات والفرق وقوائم المصطلحات، ويقرأ سجل التدقيق.
roles-may = الصلاحية
roles-level = رؤية السجلات حتى مستوى
roles-factor = يجب أن يكون له عامل تحقق ثانٍ
roles-notes = لا تُفتح السجلات المقيَّدة إلا لأعضاء فريقها، أيًا كان الدور. ويرى الراصد أيضًا سجلاته السرّية وتلك التي كُلِّف بها. لا أحد يوافق على سجله هو.
roles-factor-about = الأدوار التي يجب أن يكون لها عامل تحقق ثانٍ تُحدَّد في إعدادات الخادم، في saksi.toml:
may-ReadRecords = قراءة السجلات
may-Export = التصدير
may-DefineReports = حفظ التقارير باسم
may-ReadHistory = قراءة السجل التاريخي للسجلات
may-CreateRecords = إنشاء سجلات
may-ImportRecords = استيراد ملفات
may-ReviseOwnDrafts = تعديل مسوداته
may-HideOwnDrafts = حذف مسوداته
may-ReviseAnyRecord = تعديل سجلات الآخرين، والسجلات التي تجاوزت مرحلة المسودة
may-HideAnyRecord = حذف السجلات وإعادتها
may-Review = المراجعة: الموافقة والإعادة والنشر والرفض والسحب
may-MergeRecords = دمج السجلات التي تخص الشيء نفسه، والتراجع عن ذلك
may-Assign = التكليف بالحوادث
may-KeepLaw = تعديل الصكوك والأحكام والالتزامات
may-KeepVocabularies = تعديل قوائم المصطلحات
may-KeepUsers = تولّي المستخدمين والفرق
may-ReadAudit = قراءة سجل التدقيق
team-members = { $count ->
    [zero] لا أعضاء
    [one] عضو واحد
    [two] عضوان
    [few] { $shown } أعضاء
    [many] { $shown } عضوًا
   *[other] { $shown } عضو
}
team-empty = لا أحد في هذا الفريق: السجلات المقيَّدة به لا يراها أحد.
team-about = يرى الأعضاء ما هو مقيَّد بهذا الفريق، في حدود ما يجوز لأدوارهم.
user-no-teams = ليس في أي فريق
user-log = ما فعله، في سجل التدقيق
user-own = هذا حسابك أنت. كلمة مروره وعامل تحققه الثاني وجلساته في صفحته الخاصة؛ ويغيّر دوره أو يغلقه مدير آخر.
user-password = كلمة المرور
user-invite = ليس لهذا الحساب كلمة مرور بعد. أنشئ رابطًا وأرسله إلى صاحبه بطريقة تثق بها: فيختار كلمة المرور بنفسه.
user-invite-again = إذا نسي صاحبه كلمة المرور، أو كان من الممكن أن يعرفها غيره: أنشئ رابطًا يختار به كلمة أخرى. منذ ذلك الحين لا تعود كلمة المرور القديمة صالحة، وتنتهي كل الجلسات.
user-invite-go = أنشئ الرابط
user-reset = إزالة عامل التحقق الثاني
user-reset-about = لمن فقد هاتفه ورموز الاسترداد. تأكد من أنه هو من يطلب ذلك. تنتهي جلساته؛ وتكفي كلمة المرور وحدها لدخوله إلى أن يُعدّ عاملًا آخر.
user-no-sessions = لم يسجّل الدخول.
user-end-sessions = إنهاء كل الجلسات
second-factor-is-off = غير مفعَّل
said-sessions-ended = أُنهيت كل جلساته.
said-second-factor-reset = أُزيل عامل التحقق الثاني، وأُنهيت كل جلساته.
invitation-made = أُنشئ الرابط
invitation-once = لا يُعرض إلا هذه المرة، ويعمل مرة واحدة ولسبعة أيام. ومن يملكه يختار كلمة المرور: أرسله بطريقة تثق بها، مثل رسالة مشفّرة.
invitation-how = ليس للحساب كلمة مرور حتى ذلك الحين. وإنشاء رابط جديد يُبطل هذا الرابط.
invitation-title = اختر كلمة مرورك
invitation-about = للحساب { $value }.
invitation-go = احفظ كلمة المرور
invitation-over = لم يعد هذا الرابط يعمل
invitation-over-about = استُخدم من قبل، أو مضى عليه أكثر من سبعة أيام، أو أُنشئ رابط أحدث منه. اطلب من مدير رابطًا آخر.
said-password-chosen = حُفظت كلمة مرورك. سجّل الدخول بها.

## سجل التدقيق

audit-filter = تصفية
audit-who = مَن قام به
audit-what = الإجراء
audit-kind = نوع السجل
audit-record = السجل (المرجع أو المعرّف)
audit-when = متى (بالتوقيت العالمي)
audit-more = المزيد
audit-newest = الأحدث أولًا
audit-somebody = شخص غير معروف
audit-open = فتح
audit-unseen = (سجل لا يحق لك رؤيته)
audit-nothing = لا شيء في سجل التدقيق يطابق كل عوامل التصفية هذه
audit-head = رأس السلسلة
audit-entries = { $count ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $shown } قيود
    [many] { $shown } قيدًا
   *[other] { $shown } قيد
}
check-title = هل تم التلاعب بشيء؟
check-about = يحمل كل قيد بصمة تجزئة للقيد الذي قبله، ويحمل كل تعديل بصمة للسجل كما تُرك. احفظ رأس السلسلة في مكان آخر، على ورقة مثلًا: فما دام يُعثر عليه من جديد فلم يتغيّر شيء قبله. يعيد الفحص حساب ذلك كله، ويقارن كل سجل بإصداره الأخير. ويستغرق وقتًا في قاعدة بيانات كبيرة.
check-go = افحص الآن
check-running = هناك فحص جارٍ. افتح هذه الصفحة من جديد بعد قليل.
check-failed = لم يكتمل الفحص الأخير:
check-right = في { $value } بالتوقيت العالمي كان كل شيء كما كُتب: القيود ({ $other }) وسجلاتها وإصداراتها.
check-wrong = في { $value } بالتوقيت العالمي كانت أشياء على غير ما كُتبت، وعددها { $other }:
check-none = لم يُطلب هنا أي فحص بعد.
said-check-begun = بدأ الفحص.

## حالة النظام

health-version = الإصدار
health-database = قاعدة البيانات
health-migrations = بنية الجداول
health-up-to-date = محدَّثة
health-not-up-to-date = نُفّذت { $value } من أصل { $other } من الخطوات: شغّل ⁦saksi migrate⁩
health-writer = الكتابة
health-waiting = { $count ->
    [zero] لا شيء ينتظر
    [one] عملية كتابة واحدة تنتظر
    [two] عمليتا كتابة تنتظران
    [few] { $shown } عمليات كتابة تنتظر
    [many] { $shown } عملية كتابة تنتظر
   *[other] { $shown } عملية كتابة تنتظر
}
health-commits = { $count ->
    [zero] لم تُنفَّذ أي معاملة منذ بدء التشغيل
    [one] معاملة واحدة منذ بدء التشغيل
    [two] معاملتان منذ بدء التشغيل
    [few] { $shown } معاملات منذ بدء التشغيل
    [many] { $shown } معاملة منذ بدء التشغيل
   *[other] { $shown } معاملة منذ بدء التشغيل
}
health-exports = عمليات التصدير
health-exports-running = الجارية: { $value }، والحد الأقصى في وقت واحد: { $other }
health-disk = القرص
health-room = المتاح { $value } من أصل { $other }
health-little-room = المساحة المتبقية قليلة
health-room-unknown = تتعذّر معرفة المساحة المتبقية.
health-programs = للبرامج:

## قوائم المصطلحات

vocabulary-terms = المصطلحات
vocabulary-labels = بلغات أخرى
vocabulary-new-terms = تقبل مصطلحات جديدة
vocabulary-open-about = يمكن إضافة مصطلحات. لا يُغيَّر الرمز ولا يُستخدم من جديد أبدًا: المصطلح الذي لم يعد ينبغي استخدامه يُهمَل.
vocabulary-closed-about = يعرف البرنامج كل رمز في القوائم الأخرى: يمكن تغيير كلماتها وترجمتها، لا الإضافة إليها.
vocabulary-event_type = أنواع الأحداث
vocabulary-event_family = عائلات الأنواع
vocabulary-right = الحقوق
field-definition = التعريف
field-parent = العائلة
term-new = مصطلح جديد
term-label = التسمية بالإنجليزية
term-labels = التسميات بلغات أخرى
term-labels-hint = رمز لغة (BCP 47) مثل fr أو km أو ar أو my أو ⁦zh-Hant⁩، والكلمة بتلك اللغة. يُترك السطر الفارغ.
term-language-row = اللغة { $shown }
term-label-row = التسمية { $shown }
term-code-hint = أحرف لاتينية صغيرة وأرقام و⁦_⁩؛ يرد في الملفات والبرامج ولا يتغير أبدًا.
term-rights-hint = الحقوق التي يمسّها حدث من هذا النوع، ما لم يذكر الحدث غيرها.
term-deprecated = مهمَل
term-deprecated-hint = لا يُعرض للاختيار بعد الآن. والسجلات التي تستخدمه تحتفظ به.
term-used = { $count ->
    [zero] لا يستخدمه أي حدث تراه.
    [one] يستخدمه حدث واحد تراه: ما تغيّره هنا يتغيّر فيه.
    [two] يستخدمه حدثان تراهما: ما تغيّره هنا يتغيّر فيهما.
    [few] تستخدمه { $shown } أحداث تراها: ما تغيّره هنا يتغيّر فيها.
    [many] يستخدمه { $shown } حدثًا تراها: ما تغيّره هنا يتغيّر فيها.
   *[other] يستخدمه { $shown } حدث تراها: ما تغيّره هنا يتغيّر فيها.
}
term-used-by-many = يستخدمه ما لا يقل عن { $shown } من الأحداث التي تراها: ما تغيّره هنا يتغيّر فيها.
term-used-show = اعرضها
term-unused = لا يستخدمه أي حدث تراه.

## ما في سجل التدقيق

detail-version = الإصدار
detail-rows = الصفوف
detail-dataset = مجموعة البيانات
detail-format = الصيغة
detail-records = السجلات
detail-kind = النوع
detail-second_factor = بواسطة
detail-entries = القيود
detail-wrong = غير المطابق
detail-scopes = الصلاحيات
did-created = إنشاء
did-changed = تعديل
did-hidden = حذف
did-restored = إعادة بعد الحذف
did-draft = إعادة إلى مسودة
did-submitted = تقديم للمراجعة
did-needs_changes = إعادة للتعديل
did-approved = موافقة
did-published = نشر
did-rejected = رفض
did-retracted = سحب
did-read = قراءة ما هو سرّي
did-read_list = قراءة قائمة فيها ما هو سرّي
did-export_begun = بدء تصدير
did-exported = تصدير
did-logged_in = تسجيل الدخول
did-login_refused = محاولة دخول مرفوضة
did-logged_out = إنهاء جلسة لنفسه
did-refresh_token_reused = استخدام رمز تجديد الجلسة مرتين
did-password_changed = تغيير كلمة مروره
did-password_chosen = اختيار كلمة مرور بدعوة
did-invited = إنشاء دعوة
did-second_factor_on = تفعيل عامل التحقق الثاني
did-second_factor_off = إيقاف عامل التحقق الثاني
did-second_factor_asked = إدخال كلمة المرور، وطُلب الرمز
did-second_factor_refused = إدخال رمز خاطئ
did-second_factor_reset = إزالة عامل تحقق ثانٍ
did-recovery_codes_made = إنشاء رموز استرداد جديدة
did-sessions_ended = إنهاء كل جلسات شخص آخر
did-session_ended = إنهاء جلسة لشخص آخر
did-token_made = إنشاء رمز وصول إلى واجهة البرمجة
did-token_revoked = إلغاء رمز وصول إلى واجهة البرمجة
did-verified = التحقق من عدم التلاعب بشيء

## الأماكن والخرائط

place-country = البلد
place-province = المحافظة أو الولاية
place-town = المدينة أو البلدة
place-find = ابحث عنه في دليل الأماكن
place-type-first = اكتب بضعة أحرف من اسم المكان أولًا.
place-not-found = لا يعرف دليل الأماكن مكانًا بهذا الاسم. أبقِ الاسم كما تعرفه، واذكر أدناه مدى دقة معرفة المكان.
place-none-of-these = لا شيء من هذه: أبقِ ما كتبته
place-elsewhere = هذا المكان في { $value }، وفي النموذج { $other }: صحّح البلد، أو اختر مكانًا آخر.
place-filled = مُلئت الحقول لـ{ $other }: المحافظة والإحداثيات ومدى دقة معرفة المكان ({ $value }).
place-undo = تراجع
field-map = اختر على خريطة
field-map-hint = كل نقرة تقرّبك. ومدى دقة معرفة المكان يتبع مدى قربك؛ فإن كان دقيقًا فاذكر ذلك بنفسك.
picker-alt = خريطة: انقر للاقتراب ولوضع النقطة
picker-closer = النقرة تقرّبك.
picker-sets = النقرة تضع النقطة. مدى دقة معرفة المكان: { $value }.
map-title = الأحداث على الخريطة
map-about = تظهر الأحداث حيث وقعت، بالدقة المعروفة لا أكثر. وما تقارب منها يُجمع.
map-as-list = عرض كقائمة
map-more = هذه هي الأحدث ({ $shown })؛ وهناك غيرها. استخدم عوامل التصفية لترى غيرها.
map-view-wrong = لا يبيّن العنوان أي جزء من العالم يُعرض؛ احذف «view» لترى العالم كله.
map-label = { $count ->
    [zero] خريطة بلا أحداث
    [one] خريطة فيها حدث واحد؛ والجدول أدناه يقول الشيء نفسه
    [two] خريطة فيها حدثان؛ والجدول أدناه يقول الشيء نفسه
    [few] خريطة فيها { $shown } أحداث؛ والجدول أدناه يقول الشيء نفسه
    [many] خريطة فيها { $shown } حدثًا؛ والجدول أدناه يقول الشيء نفسه
   *[other] خريطة فيها { $shown } حدث؛ والجدول أدناه يقول الشيء نفسه
}
map-small = خريطة الأماكن
map-where = أين وقع
map-open = افتح على خريطة الأحداث
map-move = تحريك الخريطة
map-closer = تقريب
map-farther = إبعاد
map-north = شمالًا
map-south = جنوبًا
map-west = غربًا
map-east = شرقًا
map-whole = عرض الكل
map-shaded = لا يُعرف إلا البلد: فهو مظلّل، وأحداثه معدودة في الجدول.
map-table = الأماكن
map-precision = مدى دقة معرفة المكان
map-closer-to = تقريب
map-around = حول { $value }، { $other }
map-no-places = لا مكان لأي من هذه الأحداث في هذا الجزء من الخريطة.
map-in-others = { $count ->
    [zero] لا أحداث في أماكن غير مرسومة
    [one] حدث واحد في مكان غير مرسوم: اقترب لتراه
    [two] حدثان في أماكن غير مرسومة: اقترب لتراهما
    [few] { $shown } أحداث في أماكن غير مرسومة: اقترب لتراها
    [many] { $shown } حدثًا في أماكن غير مرسومة: اقترب لتراها
   *[other] { $shown } حدث في أماكن غير مرسومة: اقترب لتراها
}
map-other-countries = { $count ->
    [zero] لا أحداث في بلدان أخرى لا يُعرف سوى بلدها
    [one] حدث واحد في بلد آخر، لا يُعرف سوى بلده
    [two] حدثان في بلدان أخرى، لا يُعرف سوى بلدهما
    [few] { $shown } أحداث في بلدان أخرى، لا يُعرف سوى بلدها
    [many] { $shown } حدثًا في بلدان أخرى، لا يُعرف سوى بلدها
   *[other] { $shown } حدث في بلدان أخرى، لا يُعرف سوى بلدها
}
map-outside = { $count ->
    [zero] لا أحداث خارج هذا الجزء من الخريطة
    [one] حدث واحد في مكان آخر، خارج هذا الجزء من الخريطة
    [two] حدثان في مكان آخر، خارج هذا الجزء من الخريطة
    [few] { $shown } أحداث في أماكن أخرى، خارج هذا الجزء من الخريطة
    [many] { $shown } حدثًا في أماكن أخرى، خارج هذا الجزء من الخريطة
   *[other] { $shown } حدث في أماكن أخرى، خارج هذا الجزء من الخريطة
}
map-without-point = { $count ->
    [zero] لا أحداث بلا إحداثيات أو بمحافظة لا يعرفها دليل الأماكن
    [one] حدث واحد بلا إحداثيات، أو بمحافظة لا يعرفها دليل الأماكن
    [two] حدثان بلا إحداثيات، أو بمحافظة لا يعرفها دليل الأماكن
    [few] { $shown } أحداث بلا إحداثيات، أو بمحافظة لا يعرفها دليل الأماكن
    [many] { $shown } حدثًا بلا إحداثيات، أو بمحافظة لا يعرفها دليل الأماكن
   *[other] { $shown } حدث بلا إحداثيات، أو بمحافظة لا يعرفها دليل الأماكن
}
map-international = { $count ->
    [zero] لا أحداث خارج البلدان: في المياه الدولية أو المجال الجوي الدولي أو على الإنترنت
    [one] حدث واحد ليس في أي بلد: في المياه الدولية أو المجال الجوي الدولي أو على الإنترنت
    [two] حدثان ليسا في أي بلد: في المياه الدولية أو المجال الجوي الدولي أو على الإنترنت
    [few] { $shown } أحداث ليست في أي بلد: في المياه الدولية أو المجال الجوي الدولي أو على الإنترنت
    [many] { $shown } حدثًا ليست في أي بلد: في المياه الدولية أو المجال الجوي الدولي أو على الإنترنت
   *[other] { $shown } حدث ليست في أي بلد: في المياه الدولية أو المجال الجوي الدولي أو على الإنترنت
}
map-unknown = { $count ->
    [zero] لا أحداث مكانها غير معروف
    [one] حدث واحد مكانه غير معروف
    [two] حدثان مكانهما غير معروف
    [few] { $shown } أحداث مكانها غير معروف
    [many] { $shown } حدثًا مكانها غير معروف
   *[other] { $shown } حدث مكانها غير معروف
}
map-credit = الحدود والأسماء على الخرائط كما هي في مصادرها. وعرضها ليس موقفًا ممّن يعود إليه مكان ما، ولا من مسار حد، ولا من اسم مكان.
filter-admin1 = المحافظة أو الولاية
filter-bbox = ضمن (غرب، جنوب، شرق، شمال)
sources-title = من أين تأتي الأماكن والخرائط
sources-about = هي جزء من البرنامج؛ ولا يُطلب شيء من خوادم أخرى. الحدود والأسماء كما هي في مصادرها، ولا تقول شيئًا عمّن يعود إليه مكان ما.
sources-geonames = المدن والمحافظات، مختصرة إلى أسماء وإحداثيات:
sources-subdivisions = رموز المحافظات وأسماؤها بلغات أخرى:
sources-outlines = حدود البلدان المرسومة، وهي في الملك العام:

## النماذج غير المكتملة وعمليات البحث المحفوظة

unfinished = نماذج غير مكتملة
unfinished-about = ما كتبته ولم تحفظه بعد. لا يراه أحد غيرك. ويُحذف عندما تحفظه أو تتخلى عنه، وبعد 30 يومًا.
unfinished-here = لديك نموذج غير مكتمل كهذا؛ تابعه:
unfinished-since = محفوظ منذ { $value } بالتوقيت العالمي
unfinished-discard = تخلَّ عنه
unfinished-keep = أبقِه غير مكتمل لوقت لاحق
unfinished-kept-at = أُبقي غير مكتمل، { $value } بالتوقيت العالمي
unfinished-unkept = لم يُبقَ عليه: لا يوجد اتصال. ما كتبته لا يزال في هذه الصفحة؛ ابقَ فيها.
unfinished-ended = انتهت جلستك. لم يُفقد شيء: احفظ النموذج فتُطلب منك كلمة مرورك.
said-unfinished-kept = أُبقي النموذج لك. تابعه متى شئت.
said-unfinished-discarded = حُذف النموذج غير المكتمل.
saved = عمليات البحث المحفوظة
saved-about = عمليات بحث حفظتها باسم. لا يراها أحد غيرك.
saved-none = ليست لديك عمليات بحث محفوظة.
saved-how = صفِّ قائمة، ثم افتح «عمليات البحث المحفوظة» فوقها وأعطِ البحث اسمًا.
saved-manage = إعادة تسمية أو حذف
saved-name = اسم لهذا البحث
saved-save = احفظ هذا البحث
saved-new-name = اسم جديد لـ{ $value }
saved-rename = إعادة تسمية
saved-delete = حذف
said-search-saved = حُفظ البحث.
said-search-renamed = صار للبحث اسمه الجديد.
said-search-deleted = حُذف البحث.

## من يرى السجل

audience-who = من يرى هذا
audience-sees = من يستطيع رؤيته الآن: { $value }.
audience-now = على حاله هذه، من سيراه: { $value }.
audience-published = بعد نشره: { $value }.
audience-nobody = لا أحد
audience-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $shown } أشخاص
    [many] { $shown } شخصًا
   *[other] { $shown } شخص
}
audience-with-you = { $value }، بمن فيهم أنت
audience-role-viewer = { $count ->
    [zero] لا قرّاء
    [one] قارئ واحد
    [two] قارئان
    [few] { $shown } قرّاء
    [many] { $shown } قارئًا
   *[other] { $shown } قارئ
}
audience-role-researcher = { $count ->
    [zero] لا باحثين
    [one] باحث واحد
    [two] باحثان
    [few] { $shown } باحثين
    [many] { $shown } باحثًا
   *[other] { $shown } باحث
}
audience-role-monitor = { $count ->
    [zero] لا راصدين
    [one] راصد واحد
    [two] راصدان
    [few] { $shown } راصدين
    [many] { $shown } راصدًا
   *[other] { $shown } راصد
}
audience-role-reviewer = { $count ->
    [zero] لا مراجعين
    [one] مراجع واحد
    [two] مراجعان
    [few] { $shown } مراجعين
    [many] { $shown } مراجعًا
   *[other] { $shown } مراجع
}
audience-role-admin = { $count ->
    [zero] لا مديرين
    [one] مدير واحد
    [two] مديران
    [few] { $shown } مديرين
    [many] { $shown } مديرًا
   *[other] { $shown } مدير
}
audience-which-team = اذكر الفريق أدناه: لن يراه إلا أعضاؤه.
audience-no-team = لست في فريق بهذا الاسم. اذكر أحد فرقك أدناه: لن يراه إلا أعضاؤه.
audience-joins = ومن هؤلاء، لا يراه إلا من يحق له أيضًا رؤية كل ما يربط هذا السجل بينه.
audience-event = لا يرى الحدثَ أبدًا أشخاص أكثر ممن يرون حادثته.
audience-protected = الأشخاص المحميون فيه يظهرون بأسمائهم المستعارة، إلا للمراجعين والمديرين، وللراصدين الذين أدخلوهم أو ائتُمنوا عليهم.

## السجلات المحذوفة والإصدارات والمراجعة

hidden = السجلات المحذوفة
hidden-about = ما حُذف، والأحدث أولًا. لم يُفقد منه شيء: ما تعيده يكون كما كان.
hidden-none = لم يُحذف شيء.
hidden-when = حُذف
hidden-why = لماذا
hidden-restore = إعادة
hidden-more = حُذف أكثر مما يظهر هنا.
version-restore = العودة إلى هذا الإصدار
version-restore-about = سيقول السجل من جديد ما كان يقوله حينذاك، في إصدار جديد؛ ولا يُفقد شيء من سجله التاريخي. ويبقى كما هو الآن: من يحق له رؤيته، ومن كُلِّف به، وكيف يُحمى الأشخاص.
version-restore-go = اجعل هذا الإصدار هو الحالي
said-version-restored = عاد الإصدار الأقدم هو الحالي، في إصدار جديد.
returned-title = عاد من المراجعة
review-compare = اطّلع عليه وقرّر
review-since-approved = ما تغيّر منذ الموافقة على الإصدار { $value }
review-nothing-changed = لم يتغيّر شيء مما يقوله.
review-was = كما تمت الموافقة عليه
review-is = كما هو الآن
review-all-new = كله جديد
review-all-new-about = لم تتم الموافقة على أي إصدار منه من قبل.
review-changed = تغيّر منذ الموافقة عليه
review-own-record = هذا سجلك أنت: لا أحد يوافق على سجله هو. اطلب من مراجع آخر.
review-decide = قرارك
review-back = العودة إلى قائمة الانتظار
review-whole = السجل كاملًا

## التكرار والدمج

nav-duplicates = السجلات المكررة
record-duplicates = تكرارات محتملة
duplicates-about = أزواج من السجلات يُرجَّح أنها سجل واحد، وُجدت بالنظر في السجلات التي تغيّرت أخيرًا.
duplicates-none = لا توجد هنا أزواج يُرجَّح أنها سجل واحد
duplicates-looked = { $count ->
    [0] لم يكن هناك ما يُفحص.
    [one] فُحص سجل واحد.
    [two] فُحص سجلان.
    [few] فُحصت { $shown } سجلات بحسب آخر تغيير.
    [many] فُحص { $shown } سجلًا بحسب آخر تغيير.
   *[other] فُحص { $shown } سجل بحسب آخر تغيير.
  }
duplicates-further = البحث أبعد من ذلك
duplicates-compare = قارن
duplicates-export = تصدير القرارات (CSV)
duplicates-none-of-record = لا شيء يُرجَّح أنه الشيء نفسه
duplicates-none-about = قورنت الأسماء والأيام والأماكن والمشاركون بما في جميع السجلات التي يمكنك رؤيتها.
duplicates-ask = إن كان اثنان منها سجلًا واحدًا، فاطلب من مراجع دمجهما.
duplicate-likely = الشيء نفسه باحتمال { $value } %
similar-actor = { $count ->
    [zero] لا جهات فاعلة مشابهة
    [one] جهة فاعلة مشابهة واحدة
    [two] جهتان فاعلتان مشابهتان
    [few] { $shown } جهات فاعلة مشابهة
   *[other] { $shown } جهة فاعلة مشابهة
  }
similar-event = { $count ->
    [zero] لا أحداث مشابهة
    [one] حدث مشابه واحد
    [two] حدثان مشابهان
    [few] { $shown } أحداث مشابهة
    [many] { $shown } حدثًا مشابهًا
   *[other] { $shown } حدث مشابه
  }
similar-ask = انظر في ما هو موجود قبل أن تضيفه مرة ثانية. لا يضيع شيء مما كتبته؛ وتُفتح الروابط في تبويب جديد.
similar-save = احفظ على كل حال
why-same-identifier = سجلٌّ آخر يعطي الاثنين المعرّف { $value }
why-same-name = كلاهما يُسمّى { $value }
why-name-alike = الاسم نفسه تقريبًا: { $value }، { $other }
why-same-kind = النوع نفسه
why-same-day = اليوم نفسه
why-dates-overlap = التاريخان متداخلان
why-days-apart = الفارق بالأيام: { $value }
why-same-place = المكان نفسه
why-place-near = المسافة بالكيلومترات: { $value }
why-same-province = المحافظة أو الولاية نفسها
why-same-country = البلد نفسه
why-same-type = نوع الحدث نفسه
why-related-type = نوع حدث قريب
why-shares-participant = { $value } مشارك في كليهما
why-participant-alike = مشاركان لهما الاسم نفسه تقريبًا: { $value }، { $other }
why-title-alike = عنوان مشابه
why-long-between = لكن بينهما { $value } من الأيام
why-other-country = لكن في بلدين مختلفين
why-other-kind = لكنهما من نوعين مختلفين
why-other-gender = لكن النوع الاجتماعي مختلف
why-other-identifier = لكن سجلًّا آخر يعطيهما معرّفين مختلفين
why-related = لكن سبق تحديد العلاقة بينهما
why-affiliated = لكن أحدهما مرتبط بالآخر
compare-title = هل هما شيء واحد؟
compare-about = اختر السجل الذي يبقى، وما يقوله في كل حقل. أو قل إنهما اثنان، فلا يُقترحان مرة أخرى.
compare-unlike = لا شيء مما قورن يجعل هذين يبدوان واحدًا.
compare-keep = السجل الذي يبقى
compare-keep-hint = يُخفى الآخر، ويقود مرجعه إلى السجل الباقي. ويمكنك التراجع عن ذلك.
compare-empty = لا شيء
compare-same = الشيء نفسه في كليهما، أو في واحد فقط
compare-both = كلاهما، الواحد تحت الآخر
compare-stay = ما يبقى من كليهما
compare-stay-hint = كل ما يشير إلى السجل المتروك ينتقل إلى السجل الباقي.
compare-stricter = تأخذ النتيجة الأشد من الاثنين: من يجوز له رؤيتها، وهل الشخص محمي.
compare-merge = ادمج
compare-distinct = ليس تكرارًا
compare-stale = تغيّر أحدهما في الأثناء. انظر فيه مرة أخرى أدناه؛ ما اخترته محفوظ.
compare-participations = من شارك
compare-relations = العلاقات بأحداث أخرى
compare-findings = الاستنتاجات القانونية
compare-citations = المصادر
compare-actor = الجهة الفاعلة
decisions-title = ما تقرر بشأن التكرار
decision-merged = دُمج مع
decision-distinct = ليس نفسه
decision-undone = تم التراجع عنه { $value }
decision-undo-merge = تراجع عن الدمج
decision-undo-distinct = قد يكونان واحدًا في النهاية
left-title = انظر في هذه
left-about = تُركت كما هي لتقرر بشأنها.
left-twice = جهة فاعلة واردة مرتين في دور واحد، مع معلومات متعارضة:
left-changed = تغيّر منذ ذلك الحين، ويبقى كما هو الآن:
left-go = انتقل إلى السجل
said-merged = تم الدمج. ما كان يشير إلى السجل الآخر يشير الآن إلى هذا السجل.
said-merged-into = السجل الذي طلبته دُمج في هذا السجل.
said-distinct = حُفظ ذلك: هما اثنان. ولن يُقترحا مرة أخرى.
said-unmerged = تم التراجع عن الدمج: عاد السجلان كما كانا.
said-not-distinct = يمكن اقتراحهما مرة أخرى.
action-merged = دمج مع سجل آخر
action-merged_away = دمج في سجل آخر
action-unmerged = تراجع عن دمج
action-moved = نقل رابط في دمج
action-moved_back = إعادة رابط إلى مكانه

## الإصدارات

nav-releases = الإصدارات
releases-about = مجموعات بيانات تبقى كما هي تحت رقم إصدار، ليُستشهد بها وتُجلب من جديد.
releases-none = لا إصدارات بعد
release-about = ما كان منشورًا وعامًا في لحظة واحدة. لا تتغير ملفات الإصدار أبدًا، إلا إذا سُحب منها سجل، ويُذكر ذلك هنا.
release-new = إنشاء إصدار
release-new-about = يصبح كل ما هو منشور وعام ملفات يستطيع الجميع قراءتها. انظر أولًا إلى ما قد تكشفه.
release-ask = ما الذي يُصدر
release-look = انظر إلى ما قد يكشفه
release-go = أصدر { $value }
release-making = يجري إعداد الإصدار { $value }.
release-look-again = انظر من جديد
release-failed = لم يُنشأ الإصدار { $value }:
release-candidate = مرشح
release-candidate-about = هذا مرشح أُعد ليُفحص قبل الإصدار. استشهد بالإصدار نفسه.
release-all-files = كل الملفات في ZIP واحد
release-cite = كيف يُستشهد به
release-files = الملفات
release-file = الملف
release-count = الصفوف
release-size = الحجم
release-what = ما هو
release-made = أُنشئ
release-audience = أُنشئ من أجل
release-audience-public = الجميع: ما هو منشور وعام
release-filters = الأحداث التي يشملها
release-no-filters = كلها
release-compare = ما الذي تغير
release-unknown = غير معروف
release-findings = ما أُقر به قبل إنشائه
release-report = ما قد يكشفه
release-report-clean = لم يُعثر على شيء. انظر إلى النصوص مع ذلك: فالبرنامج لا يعرف ما قد يخمنه الناس.
release-report-about = انظر إلى ما عُثر عليه. غيّر السجلات، أو اذكر الأماكن بدقة أقل، أو أقرّ به أدناه.
release-small-about = أفراد استُهدفوا وعددهم في مجموعتهم أقل من { $value } وقد يُعرفون:
release-exact-about = أحداث أصابت أفرادًا أو أشخاصًا محميين وذُكر مكانها بدقة تفوق المنطقة:
release-naming-about = نصوص تسمي أشخاصًا محميين. تُستبدل الأسماء في الملفات، لكن ما حولها قد يدل على المقصود:
release-acknowledge = نظرت في كل هذا، ويجوز نشره
release-small-cells = { $count ->
    [zero] لا مجموعات صغيرة
    [one] مجموعة صغيرة واحدة
    [two] مجموعتان صغيرتان
    [few] { $shown } مجموعات صغيرة
   *[other] { $shown } مجموعة صغيرة
}
release-exact-places = { $count ->
    [zero] لا أماكن دقيقة
    [one] مكان دقيق واحد
    [two] مكانان دقيقان
    [few] { $shown } أماكن دقيقة
   *[other] { $shown } مكانًا دقيقًا
}
release-naming-texts = { $count ->
    [zero] لا نصوص تسمي أحدًا
    [one] نص واحد يسمي أحدًا
    [two] نصان يسميان أحدًا
    [few] { $shown } نصوص تسمي أحدًا
   *[other] { $shown } نصًا يسمي أحدًا
}
release-rows = { $count ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $shown } صفوف
   *[other] { $shown } صفًا
}
release-tombstones = { $count ->
    [zero] لا سجلات مسحوبة
    [one] سجل واحد مسحوب
    [two] سجلان مسحوبان
    [few] { $shown } سجلات مسحوبة
   *[other] { $shown } سجلًا مسحوبًا
}
release-tombstones-about = أُزيلت صفوفه والصفوف المرتبطة به من الملفات، وتغيرت بصماتها منذ ذلك. احذف النسخ الأقدم.
release-field-version = الإصدار
release-field-title = العنوان
release-field-coarsen = أقصى دقة للأماكن
release-field-licence = الترخيص
release-field-citation = الاستشهاد
release-field-k = عدد الأشخاص الذي يُعد ما دونه قليلًا
release-field-by = ما قد يُعرف به الأشخاص
release-field-acknowledge = ما عُثر عليه
release-field-record = السجل
release-version-hint = السنة ورقم، مثل 2026.1؛ وللمرشح 2026.0.1. لا يُعطى مرتين.
release-coarsen-hint = تُقرّب الإحداثيات، وتُحذف أسماء الأماكن الأصغر.
release-coarsen-none = كما هي معروفة
release-citation-hint = إن تُرك فارغًا: العنوان والإصدار واليوم.
quasi-country = البلد
quasi-admin1 = المحافظة
quasi-year = السنة
quasi-month = الشهر
quasi-type = نوع الحدث
quasi-gender = النوع الاجتماعي
quasi-age_group = الفئة العمرية
withdrawal-safety = لسلامة شخص ما
withdrawal-consent = بطلب من أصحاب الشأن
withdrawal-legal = بموجب قانون أو حكم محكمة
withdrawal-error = ما كان ينبغي أن يكون فيه
tombstone-title = سحب سجل
tombstone-about = لسجل يعرّض شخصًا للخطر. تُزال صفوفه والصفوف المرتبطة به من كل الملفات، وتُحذف الملفات القديمة؛ ويبقى ظاهرًا أن ذلك جرى، لا ما الذي سُحب. افعل الشيء نفسه في الإصدارات الأخرى التي تضمه.
tombstone-record = المعرّف أو المرجع كما هو في الملفات
tombstone-reason = السبب
tombstone-go = اسحبه
difference-title = ما الذي تغير
difference-of = من { $value } إلى { $other }
difference-about = صفوف كل ملف بحسب مفاتيحها. ما سُحب من إصدار يُعد مسحوبًا.
difference-added = أُضيفت
difference-changed = تغيرت
difference-withdrawn = سُحبت
difference-unchanged = لم تتغير
difference-rows = الصفوف
said-release-begun = يجري إعداد الإصدار، أو اكتمل.
said-tombstoned = سُحب السجل من هذا الإصدار.
may-MakeReleases = إنشاء الإصدارات وسحب السجلات منها
did-release_made = إنشاء إصدار
did-release_tombstoned = سحب سجل من إصدار

## Imports

imports = الاستيراد
imports-about = أدخل ما أرسله الآخرون في جدول. ترى ما سيحدث قبل أن يحدث، ويمكنك التراجع عنه كله.
import-send = إرسال ملف
import-file = الملف
import-file-hint = CSV أو XLSX أو JSON Lines. لا يُنشأ شيء بعد: ترى أولًا ما سيحدث.
import-profile = طريقة القراءة
import-profile-hint = تُعرف الطريقة الأرجح من أسماء الأعمدة.
import-profile-any = تُعرف تلقائيًا
import-own-mapping = المطابقة أدناه
import-sender = من أرسله
import-sender-hint = يُنسب إليه البيان الذي يستند إليه كل شيء.
import-sent-on = أُرسل في
import-look = فحص الملف
import-look-again = فحص من جديد
import-template = قالب للتعبئة
import-template-about = كل صف حدث واحد. في المصنف قوائم للاختيار، وهو يبين ما يحويه كل عمود.
import-template-xlsx = مصنف (XLSX)
import-template-csv = رأس الجدول (CSV)
import-earlier = عمليات استيراد سابقة
import-none = لم يُرسل أي ملف بعد.
import-when = متى
import-state = الحالة
import-state-uploaded = ينتظر الفحص
import-state-checking = قيد الفحص
import-state-checked = فُحص ولم يُنشأ شيء
import-state-running = قيد الاستيراد
import-state-done = استُورد
import-state-failed = توقف
import-state-undoing = قيد التراجع
import-state-undone = تم التراجع عنه
import-at-work = يستغرق هذا بعض الوقت. يمكنك مغادرة الصفحة؛ العمل مستمر.
import-reload = عرض التقدم
import-would = ما سيحدث
import-did = ما تم
import-rows = الصفوف
import-created = أُنشئت
import-updated = عُدّلت
import-matched = معروفة من قبل
import-refused = رُفضت
import-incidents = وقائع جديدة
import-actors = جهات جديدة
import-actors-known = جهات معروفة
import-undone = تم التراجع عنها
import-left = عُدّلت أو استُخدمت منذ ذلك فبقيت
import-run = استيراد
import-run-about = تُترك الصفوف المرفوضة. كل ما يُنشأ مسودة.
import-undo = التراجع عن الاستيراد
import-undo-about = يُحذف ما أنشأه، ويعود ما عدّله كما كان. يبقى ما عدّله أحد أو استخدمه منذ ذلك.
import-refused-file = الصفوف المرفوضة مع السبب (CSV)
import-statement = البيان الذي يستند إليه
import-refused-rows = الصفوف المرفوضة
import-noted-rows = صفوف تستحق النظر
import-row = الصف
import-column = العمود
import-value = القيمة
import-why = السبب
import-doubts = جهات قد تكون واحدة
import-doubts-about = تشبه جهات معروفة. لم يُدمج شيء: قارن بينها في قائمة المكررات المحتملة.
import-read-as = كيف يُقرأ الملف
import-size = الحجم
import-line-ends = نهايات الأسطر
import-ends-mixed = مختلطة
import-hxl = صف وسوم HXL
import-kind = كل صف هو
import-kind-event = حدث
import-kind-incident = واقعة
import-kind-actor = جهة
import-kind-statement = بيان
import-kind-participation = مشاركة في حدث
import-kind-citation = استشهاد
import-kind-demand = مطلب
import-encoding = ترميز الحروف
import-delimiter = بين الخلايا
import-delimiter-comma = فاصلة
import-delimiter-semicolon = فاصلة منقوطة
import-delimiter-tab = علامة جدولة
import-sheet = الورقة
import-header-row = صف أسماء الأعمدة
import-dates = تواريخ مثل 03/04/2005
import-dates-unsaid = تُرفض
import-dates-day_first = اليوم أولًا
import-dates-month_first = الشهر أولًا
import-source = السجل الذي تعود إليه معرفات الصفوف
import-mapping = ما تحويه الأعمدة
import-mapping-about = اختر ما يحويه كل عمود. تُترك الأعمدة التي لا تُقرأ.
import-first-values = القيم الأولى
import-holds = يحوي
import-not-read = – لا يُقرأ –
import-likely = الأرجح: { $value }
import-all-rows = { $value } لكل الصفوف
import-words = معاني كلمات النوع
import-words-hint = كلمة في كل سطر: كلمة الملف ثم = ثم رمز النوع. الكلمة المنتهية بـ * تعني كل ما يبدأ بها.
import-save-profile = حفظ هذه المطابقة
import-profile-name = الاسم
import-profile-name-hint = حروف لاتينية صغيرة وأرقام وواصلات.
import-profile-title = الغرض منها
said-import-profile = حُفظت المطابقة.
did-import_uploaded = أرسل ملفًا
did-import_begun = بدأ استيرادًا
did-imported = استورد ملفًا
did-import_undo_begun = بدأ التراجع عن استيراد
did-import_undone = تراجع عن استيراد

## Reports
report-colon = :{ " " }
report-stop = { "." }
report-comma = ،{ " " }
# قبل كلام الغير وبعده.
report-quote = «{ $value }»
report-semicolon = ؛{ " " }
report-mark-unknown = ؟
report-more = و{ "\u2060" }{ $shown } غيرها
report-beyond = خارج الخريطة: { $shown }
report-kilometres = { $value }{ "\u00a0" }كم
report-title-country = { $value }: تقرير عن حقوق الإنسان
report-title-upr = { $value }: ورقة معلومات مقدمة إلى الاستعراض الدوري الشامل
report-title-treaty_body = { $value }: ورقة معلومات مقدمة إلى هيئة منشأة بموجب معاهدة
report-title-numbers = حقوق الإنسان بالأرقام: { $value }
report-title-brief = { $value }: موجز
report-title-actor = { $value }: ملف
report-title-sdg_16_10_1 = { $value }: المؤشر 16.10.1 من مؤشرات أهداف التنمية المستدامة
report-section-profile = عمّن هذا التقرير
report-section-key_figures = الأرقام الرئيسية
report-section-comparison = مقارنة
report-section-indicator = المؤشر 16.10.1
report-section-trend = عبر الزمن
report-section-by_type = ما حدث
report-section-by_right = الحقوق المتأثرة
report-section-by_target = من استُهدف
report-section-by_perpetrator = من الفاعل
report-section-map = أين وقع
report-section-timeline = أبرز الأحداث
report-section-cases = الحالات
report-section-legal = الإطار القانوني
report-section-obligations = الالتزامات القانونية المعنية
report-section-rights = حسب الحق
report-section-articles = حسب المادة
report-section-contradictions = روايات متناقضة
report-section-demands = ما طُلب وما آل إليه
report-section-method = المنهجية والمصادر والحدود
report-section-annex = مرفق: كل الأحداث
report-actor = الجهة الفاعلة
report-other-actor = الجهة الأخرى
report-country = البلد
report-instrument = الصك
report-period = الفترة
report-audience = أُعدّ من أجل
report-audience-name-public = الجميع
report-audience-name-partners = الشركاء، وليس للنشر
report-audience-name-internal = الاستخدام الداخلي
report-made-at = السجلات بتاريخ
report-words = الكلمات
report-words-of = { $value } من أصل { $other } على الأكثر
report-contents = المحتويات
report-notes = المصادر
report-page-of = الصفحة { $value } من { $other }
report-table = الجدول
report-chart = الرسم البياني
report-map = الخريطة
report-available-at = متاح على العنوان
report-archived-at = نسخة محفوظة:
report-data = الأعداد التي يستند إليها الرسم البياني
report-not-known = غير معروف
report-not-recorded = غير مسجَّل
report-made = كيف أُعدّ هذا التقرير
report-digest = البصمة (SHA-256)
report-issuer-unknown = مُصدِر غير مسمّى
report-and-others = { $value } وآخرون
report-nothing = لا أحداث موثَّقة في هذه الفترة.
report-documented = هذا ما وُثِّق، لا كل ما حدث: فما لم يروِه أحد، أو لم يتمكن أحد من تسجيله، لا يُعدّ.
report-before = في الفترة السابقة ({ $period })، { $count ->
    [zero] لم يُوثَّق أي حدث ({ $events })
    [one] وُثِّق حدث واحد ({ $events })
    [two] وُثِّق حدثان ({ $events })
    [few] وُثِّقت { $events } أحداث
    [many] وُثِّق { $events } حدثًا
   *[other] وُثِّق { $events } حدث
}؛ الحوادث: { $incidents }، الضحايا: { $victims }.
report-figure-incidents = { $count ->
    [zero] حوادث
    [one] حادثة
    [two] حادثتان
    [few] حوادث
    [many] حادثة
   *[other] حادثة
}
report-figure-events = { $count ->
    [zero] أحداث
    [one] حدث
    [two] حدثان
    [few] أحداث
    [many] حدثًا
   *[other] حدث
}
report-figure-victims = { $count ->
    [zero] ضحايا
    [one] ضحية
    [two] ضحيتان
    [few] ضحايا
    [many] ضحية
   *[other] ضحية
}
report-rule-incidents = ملفات قضايا فيها واحد من هذه الأحداث على الأقل.
report-rule-events = كل منها فعل واحد من نوع واحد.
report-rule-victims = أشخاص ومجموعات بعينهم استُهدفوا؛ تُعدّ المجموعة مرة واحدة أيًا كان حجمها.
report-unit-incidents = الحوادث
report-unit-events = الأحداث
report-unit-victims = الضحايا
report-unit-demands = المطالب
report-unit-sources = المصادر
report-unit-is-events = الوحدة: الحدث. يُعدّ كل حدث في البلد الذي وقع فيه.
report-month = الشهر
report-year = السنة
report-trend-events = الأحداث الموثَّقة عبر الزمن
report-trend-sources = المصادر التي وثّقتها
report-trend-remark = n = { $total } { $count ->
    [zero] من الأحداث
    [one] حدث
    [two] حدثان
    [few] أحداث
    [many] حدثًا
   *[other] حدث
}، حسب أبكر وقت قد يكون كل منها بدأ فيه. هذا ما وُثِّق، لا مدى تكرار ما حدث.
report-month-unknown = أحداث أخرى لا يُعرف شهرها، وعددها { $events }.
report-year-unknown = أحداث أخرى لا تُعرف سنتها، وعددها { $events }.
report-sources-remark = الجهات الفاعلة التي أصدرت أو وقّعت بيانًا عن واحد من هذه الأحداث على الأقل. وحيث يقلّ عدد من يبلّغون يقلّ ما يُعرف من الأحداث: قارن بين الرسمين البيانيين.
report-chart-type = الأحداث حسب النوع
report-chart-right = الأحداث حسب الحق المتأثر
report-chart-target = الأحداث حسب نوع المستهدَف
report-chart-perpetrator = الأحداث حسب نوع الفاعل
report-type = النوع
report-right = الحق
report-target = نوع المستهدَف
report-perpetrator = نوع الفاعل
report-kind = النوع
report-unit-remark = n = { $total } { $count ->
    [zero] من الأحداث
    [one] حدث
    [two] حدثان
    [few] أحداث
    [many] حدثًا
   *[other] حدث
}.
report-overlap-remark = n = { $total } { $count ->
    [zero] من الأحداث
    [one] حدث
    [two] حدثان
    [few] أحداث
    [many] حدثًا
   *[other] حدث
}؛ تتداخل الفئات، فقد يُعدّ الحدث الواحد ضمن عدة فئات.
report-kind-unknown = أحداث لم يُسجَّل شيء عن ذلك فيها: { $events }.
report-rows-left = { $count ->
    [zero] لا فئات أخرى ({ $rows }) لم تُرسم.
    [one] فئة واحدة أخرى ({ $rows }) لم تُرسم.
    [two] فئتان أخريان ({ $rows }) لم تُرسما.
    [few] { $rows } فئات أخرى لم تُرسم.
    [many] { $rows } فئة أخرى لم تُرسم.
   *[other] { $rows } فئة أخرى لم تُرسم.
}
report-named-target = الأكثر ذكرًا في دور المستهدَف
report-named-perpetrator = الأكثر ذكرًا في دور الفاعل
report-named-remark = عدد الأحداث التي تُذكر فيها الجهة الفاعلة بهذا الدور.
report-map-title = الأحداث الموثَّقة في { $value }
report-map-remark = n = { $events } { $count ->
    [zero] من الأحداث المعروف مكانها
    [one] حدث معروف مكانه
    [two] حدثان معروف مكانهما
    [few] أحداث معروف مكانها
    [many] حدثًا معروفًا مكانه
   *[other] حدث معروف مكانه
}؛ يُرسم كل حدث بالدقة المعروفة والتي يجوز ذكرها.
report-map-no-outline = حدود { $value } أصغر من أن تكون في الخريطة المضمّنة: تظهر الأماكن وحدها.
report-map-without = { $count ->
    [zero] لا أحداث أخرى ({ $events }) من دون مكان يمكن رسمه.
    [one] حدث واحد آخر ({ $events }) ليس له مكان يمكن رسمه.
    [two] حدثان آخران ({ $events }) ليس لهما مكان يمكن رسمه.
    [few] { $events } أحداث أخرى ليس لها مكان يمكن رسمه.
    [many] { $events } حدثًا آخر ليس لها مكان يمكن رسمه.
   *[other] { $events } حدث آخر ليس لها مكان يمكن رسمه.
}
report-map-latest = لم يُنظر إلا في أحدث الأحداث، وعددها { $events }.
report-timeline-remark = الأحداث التي يتحدث عنها أكبر عدد من البيانات؛ وعند التساوي، أكثرها وفيات ثم أكثرها ضحايا. وترد كلها في المرفق أو في القائمة.
report-denied = ينفيه أحد البيانات.
report-cases-remark = الحوادث التي يتحدث عن أحداثها أكبر عدد من البيانات.
report-by-whom = من جانب { $people }.
report-to-whom = ضد { $people }.
report-events-left = في الحادثة أيضًا: { $count ->
    [zero] لا أحداث أخرى ({ $events }).
    [one] حدث واحد آخر ({ $events }).
    [two] حدثان آخران ({ $events }).
    [few] { $events } أحداث أخرى.
    [many] { $events } حدثًا آخر.
   *[other] { $events } حدث آخر.
}
report-annex-table = الأحداث حسب التاريخ
report-annex-all = n = { $total } { $count ->
    [zero] من الأحداث
    [one] حدث
    [two] حدثان
    [few] أحداث
    [many] حدثًا
   *[other] حدث
}، حسب أول يوم قد يكون كل منها بدأ فيه.
report-annex-part = الأحداث الأولى، وعددها { $shown } من أصل { $total }، حسب أول يوم قد يكون كل منها بدأ فيه؛ وتضمّ القائمة كل الأحداث.
report-ref = المرجع
report-date = التاريخ
report-event = الحدث
report-place = المكان
report-perpetrator-column = من جانب
report-target-column = ضد
report-status = الحالة
report-since = منذ
report-since-by = { $value } ({ $other })
report-in-force-since = نافذ إزاء الدولة منذ
report-as-of = المصدر بتاريخ
report-law-title = { $value }: الوضع إزاء الصكوك في { $other }
report-law-remark = وفق الأفعال المسجَّلة، بالتاريخ المذكور في العمود الأخير؛ ولا يعرف هذا التقرير الأفعال اللاحقة. وحُذفت الصكوك غير المفتوحة للدولة.
report-no-limits = لم يُسجَّل للدولة تحفظ أو إعلان أو عدم تقيّد كان نافذًا في هذا اليوم. وقد لا ترد في المصدر تحفظات الدول الأخرى وإعلاناتها وحالات عدم تقيّدها.
report-limits = التحفظات والإعلانات وحالات عدم التقيّد
report-provision = الحكم
report-note = ملاحظة
report-only-for = مُلزمة أيضًا، لكنها لا تحمي إلا فئات معينة من الأشخاص، كالأطفال أو النساء أو ذوي الإعاقة؛ وتنطبق حين يكون المعنيون منهم: { $provisions }.
report-reserved = متحفَّظ عليه من الدولة
report-suspended = معلَّق في وقت ما، بقدر ما يجوز تعليقه
report-obligations-table = الأحكام التي كانت تُلزم الدولة في يوم كل حدث
report-obligations-remark = حُدِّدت وفق الحقوق التي يمسّها كل حدث والقانون النافذ في أول يوم قد يكون الحدث بدأ فيه. وكون الحكم معنيًا لا يعني الخلوص إلى أنه انتُهك.
report-undated = { $count ->
    [zero] لا أحداث أخرى ({ $events }) لا يُعرف يومها.
    [one] حدث واحد آخر ({ $events }) لا يُعرف يومه، فلا يُذكر قانون له.
    [two] حدثان آخران ({ $events }) لا يُعرف يومهما، فلا يُذكر قانون لهما.
    [few] { $events } أحداث أخرى لا يُعرف يومها، فلا يُذكر قانون لها.
    [many] { $events } حدثًا آخر لا يُعرف يومها، فلا يُذكر قانون لها.
   *[other] { $events } حدث آخر لا يُعرف يومها، فلا يُذكر قانون لها.
}
report-no-obligations = لم يتبيّن أن أي حكم مسجَّل معنيّ بهذه الأحداث.
report-no-articles = لم يتبيّن أن أي مادة من الصك كانت تُلزم الدولة معنيّة بهذه الأحداث.
report-article-events = { $count ->
    [zero] لا حدث ({ $events }) يتصل بهذه المادة.
    [one] حدث واحد ({ $events }) يتصل بهذه المادة.
    [two] حدثان ({ $events }) يتصلان بهذه المادة.
    [few] { $events } أحداث تتصل بهذه المادة.
    [many] { $events } حدثًا تتصل بهذه المادة.
   *[other] { $events } حدث تتصل بهذه المادة.
}
report-reserved-article = للدولة تحفظ على هذه المادة.
report-right-events = { $count ->
    [zero] لا حدث ({ $events }) يمسّ هذا الحق.
    [one] حدث واحد ({ $events }) يمسّ هذا الحق.
    [two] حدثان ({ $events }) يمسّان هذا الحق.
    [few] { $events } أحداث تمسّ هذا الحق.
    [many] { $events } حدثًا تمسّ هذا الحق.
   *[other] { $events } حدث تمسّ هذا الحق.
}
report-right-bound = كانت تحميه الأحكام التالية: { $provisions }.
report-no-contradictions = لا بيان مسجَّل ينفي أيًا من الأحداث.
report-affirmed = يُقال إنه حدث
report-denied-column = منفي
report-contradictions-table = ما يُقال تأييدًا ونفيًا
report-contradictions-remark = يُحفظ الاثنان، ولا يُحسم هنا أيهما على صواب.
report-contradictions-more = هناك المزيد.
report-demand = المطلب
report-addressee = المخاطَب
report-latest = ما آل إليه
report-demands-status = المطالب حسب الحالة
report-demands-table = المطالب
report-demands-remark = n = { $total } { $count ->
    [zero] من المطالب
    [one] مطلب
    [two] مطلبان
    [few] مطالب
    [many] مطلبًا
   *[other] مطلب
} في بيانات صدرت في الفترة.
report-demands-part = المطالب الأولى، وعددها { $shown } من أصل { $total }، حسب تاريخ بياناتها.
report-no-demands = لم تُسجَّل مطالب في بيانات الفترة.
report-compare-totals = المجاميع
report-compare-types = الأحداث حسب النوع
report-compare-gender = الأشخاص المستهدَفون حسب الجنس
report-compare-groups = الأشخاص المستهدَفون حسب فئة المدافعين
report-compare-remark = الحوادث ملفات قضايا، والأحداث أفعال، والضحايا أشخاص ومجموعات بعينهم. وتتفاوت البلدان في مقدار ما يُوثَّق فيها: فالفروق بينها ليست فروقًا في ما حدث.
report-gender-remark = أشخاص ووسائل إعلام ونقابات بعينها استُهدفت؛ يُعدّ كل منها مرة واحدة في البلد. ويُسجَّل الجنس حيث يذكره مصدر، ولا يُخمَّن أبدًا.
report-groups-remark = أشخاص ووسائل إعلام ونقابات بعينها استُهدفت؛ ومن ينتمي إلى عدة فئات يُعدّ في كل منها.
report-total = المجموع
report-sdg-figure = { $count ->
    [zero] حالات متحقَّق منها
    [one] حالة متحقَّق منها
    [two] حالتان متحقَّق منهما
    [few] حالات متحقَّق منها
    [many] حالة متحقَّق منها
   *[other] حالة متحقَّق منها
}
report-sdg-rule = أشخاص بعينهم قُتلوا أو اختفوا قسرًا أو عُذِّبوا أو احتُجزوا تعسفًا أو اختُطفوا في أحداث مؤكَّدة؛ ومن تعرّض لعدة أفعال يُعدّ مرة واحدة، ضمن أخطرها.
report-sdg-act = الفعل
report-sdg-killing = القتل
report-sdg-enforced_disappearance = الاختفاء القسري
report-sdg-torture = التعذيب
report-sdg-arbitrary_detention = الاحتجاز التعسفي
report-sdg-kidnapping = الاختطاف
report-sdg-other_harmful_act = أفعال ضارة أخرى (لا تدخل في مجموع المؤشر)
report-sdg-journalists = الصحفيون
report-sdg-trade_unionists = النقابيون
report-sdg-defenders = المدافعون
report-sdg-types = أنواع الأحداث المعدودة
report-sdg-table = الحالات المتحقَّق منها، حسب الفعل والفئة
report-sdg-remark = الوحدة: الأشخاص. لا تُعدّ إلا الأحداث التي درجة ثبوتها «مؤكَّد». ويُعدّ الاعتقال احتجازًا تعسفيًا: فهذا البرنامج لا يحسم ما إذا كان تعسفيًا.
report-sector = القطاع
report-other-names = أسماء أخرى
report-description = الوصف
report-affiliations = إلى من تنتمي الجهة الفاعلة، ومن ينتمي إليها
report-from = من
report-to = إلى
report-method-units = الحادثة ملف قضية؛ والحدث فعل واحد من نوع واحد؛ والضحية شخص أو مجموعة بعينها استُهدفت. وتتداخل الفئات: فقد يزيد مجموع الصفوف على المجموع الكلي.
report-method-documented = ما يُعدّ هو ما توثّقه البيانات. وليس هذا مقياسًا لمدى تكرار ما يحدث، وغياب بيان عن شيء ليس دليلًا على أنه لم يحدث.
report-audience-public = لا تُروى وتُعدّ إلا السجلات المنشورة والعامة. ويُذكر الأشخاص المحميون بأسماء مستعارة، ولا تُذكر أماكن الأحداث التي يشاركون فيها بدقة تفوق المحافظة.
report-audience-partners = تُروى وتُعدّ السجلات التي يجوز للشركاء رؤيتها: المنشورة والموافَق عليها، حتى ما هو للاستخدام الداخلي. ويُذكر الأشخاص المحميون بأسماء مستعارة.
report-audience-internal = تُروى وتُعدّ كل السجلات التي يحق لمن أعدّ هذا التقرير رؤيتها، ومنها المسودات. ولا يجوز تمريره إلى غيره.
report-method-sources = { $count ->
    [zero] لا أحداث ({ $events })
    [one] حدث واحد ({ $events })
    [two] حدثان ({ $events })
    [few] { $events } أحداث
    [many] { $events } حدثًا
   *[other] { $events } حدث
}؛ عدد البيانات التي تتحدث عنها: { $statements }؛ وعدد المصادر التي أصدرت هذه البيانات: { $issuers }.
report-method-confidence = درجة الثبوت: { $list }.
report-method-dates = مدى دقة معرفة التواريخ: { $list }.
report-method-status = الحالة في المراجعة: { $list }.
report-method-filters = الأحداث المطابقة لعوامل التصفية هذه دون غيرها: { $list }.
report-method-law = ما كان يُلزم الدولة في يوم ما مستخلَص من الأفعال المسجَّلة، وفق قواعد بدء نفاذ كل صك.
report-warning-name = نص كُتب للتقرير يسمّي شخصًا محميًا. ويرد في التقرير كما كُتب.
report-warning-cells = { $count ->
    [zero] لا خلايا في جداول الأشخاص تعدّ
    [one] خلية واحدة في جدول للأشخاص تعدّ
    [two] خليتان في جداول للأشخاص تعدّان
    [few] { $shown } خلايا في جداول للأشخاص تعدّ
    [many] { $shown } خلية في جداول للأشخاص تعدّ
   *[other] { $shown } خلية في جداول للأشخاص تعدّ
} أقل من خمسة، وبين المعدودين أشخاص محميون: فقد يُعرف أحدهم.
report-warning-words = التقرير أطول مما ينبغي. عدد الكلمات: { $value }.
report-warning-glyphs = في ملف PDF تحلّ العلامة � محل محارف لا يتضمنها أي من خطوطه: { $value }.

## The page of reports
nav-reports = التقارير
reports-about = ما تقوله السجلات عن بلد أو بلدان أو عن جهة، في وثيقة تُقدَّم. كل رقم يؤدي إلى ما يعدّه، ولكل حدث مصادره.
reports-audience = من سيقرؤه
reports-audience-hint = يُختار أولًا: لا يقول التقرير شيئًا لا يجوز لهؤلاء القراء رؤيته.
reports-preset = نوع التقرير
reports-preset-country = تقرير عن بلد
reports-preset-upr = مساهمة في الاستعراض الدوري الشامل
reports-preset-treaty_body = مساهمة لدى هيئة معاهدة
reports-preset-numbers = عدة بلدان بالأرقام
reports-preset-brief = موجز
reports-preset-actor = ملف عن جهة
reports-preset-sdg_16_10_1 = المؤشر 16.10.1
reports-country-hint = أكثر من بلد في «بالأرقام» فقط.
reports-actor-hint = للملف: المرجع. وإلا فالأحداث التي فيها هذه الجهة فقط.
reports-instrument-hint = لهيئة المعاهدة: مواد أي صك. وإلا فالأحداث التي احتُجّ فيها به فقط.
reports-language = لغة التقرير
reports-organisation = من يقدّمه
reports-coalition = تقدّمه عدة منظمات معًا
reports-sections = الأقسام وترتيبها وما يسبقها
reports-sections-hint = ما لم يُعلَّم عليه يُترك. الموضع الأصغر يأتي أولًا.
reports-place = الموضع
reports-introduction = مقدمة
reports-as-preset = كما هي في نوع التقرير
reports-show = اعرض التقرير
reports-made = التقرير
report-words-are = عدد الكلمات: { $shown }
reports-cases = وقائع تُروى كاملة
reports-annex = أقصى عدد للأحداث في الملحق
reports-busy = التقرير قيد الإعداد. يستغرق الطويل منها بضع ثوان.
reports-busy-file = الملف قيد الإعداد. يبدأ التنزيل من تلقاء نفسه.
reports-download = تنزيل { $value }
reports-up = انقل «{ $value }» إلى أعلى
reports-down = انقل «{ $value }» إلى أسفل
reports-moved = { $value }: الموضع { $other }
reports-stop = أوقف
reports-stopped = أُوقف الإعداد. ما كتبته باق.
reports-failed = لم يجب الخادم. ما كتبته باق؛ حاول مرة أخرى.
reports-ended = انتهت جلستك. ما كتبته باق: اعرض التقرير فتُسأل عن كلمة المرور.
reports-taken = الملف جاهز ويجري حفظه.
reports-made-of = التقرير أسفل الاستمارة: { $value }.
reports-words-of = { $value } كلمة من أصل { $other } على الأكثر
reports-button = تقرير

# قراءة البيانات

intake = قراءة بيان
intake-about = ألصق بيانًا. يعلّم saksi من يقول ماذا عن من ويعدّ مسودات السجلات: تراجعها ثم تحفظ.
intake-field-text = البيان
intake-field-file = ملف
intake-file-hint = نص عادي أو صفحة ويب محفوظة أو مستند Word ‏(DOCX) أو ملف PDF فيه نص أو مصدر رسالة بريد؛ 50 ميغابايت على الأكثر.
intake-file-take = أخذ نص الملف
intake-file-read-from = النص مأخوذ من { $value } ({ $other }). راجعه ثم اطلب قراءته.
intake-file-published = يذكر الملف نفسه: { $value }.
intake-file-kind-plain-text = ملف نصي
intake-file-kind-html = صفحة ويب
intake-file-kind-docx = مستند Word
intake-file-kind-pdf = PDF
intake-file-kind-email = رسالة بريد
intake-cut = { $count ->
    [one] تُرك مقطع واحد
    [two] تُرك مقطعان
    [few] تُركت { $shown } مقاطع
    [many] تُرك { $shown } مقطعا
   *[other] تُرك { $shown } مقطع
}
intake-cut-hint = القوائم ورؤوس الصفحات وما شابهها ليست جزءا من البيان. حدد ما هو منه.
intake-cut-back = إعادة ما حُدد
intake-text-again = الرجوع إلى النص لإعادة شيء منه
intake-text-again-hint = الرجوع إلى النص يبدأ مسودته من جديد: يُسأل مرة أخرى عما تقرر هنا.
intake-cut-navigation = تنقل
intake-cut-sharing = مشاركة
intake-cut-newsletter = نشرة بريدية
intake-cut-cookies = ملفات ارتباط
intake-cut-related = صفحات أخرى
intake-cut-download = تنزيل
intake-cut-contact = اتصال
intake-cut-end-mark = علامة نهاية
intake-cut-header = رأس
intake-cut-footer = تذييل
intake-cut-page-number = رقم صفحة
intake-cut-form = استمارة
intake-cut-hidden = مخفي
intake-cut-comments = تعليقات
intake-cut-signature = توقيع
intake-cut-quoted-reply = رد مقتبس
intake-field-url = عنوان البيان على الشبكة
intake-field-title = العنوان، إن خلا منه النص
intake-field-language = اللغة
intake-text-hint = النص كاملًا كما نُشر.
intake-read = اقرأه
intake-nothing-stored = لا يُخزَّن شيء قبل أن تحفظ.
intake-review = مسودة بيان
intake-review-about = اقبل كل نتيجة أو ارفضها، وصحّح الخطأ، ثم احفظ الكل دفعة واحدة.
intake-text = النص
intake-header = البيان
intake-actors = الجهات
intake-events = الأحداث
intake-instruments = القانون
intake-demands = المطالب
intake-actors-none = لم يُذكر أحد.
intake-events-none = لم يُروَ أي حدث.
intake-instruments-none = لم يُستند إلى أي قانون.
intake-demands-none = لم يُطلب شيء.
intake-actors-add = أضف جهة
intake-events-add = أضف حدثًا
intake-instruments-add = أضف قانونًا
intake-demands-add = أضف مطلبًا
intake-add-selected = أضف ما حُدِّد:
intake-where-read = أين قُرئ هذا
intake-case = ملف القضية
intake-case-hint = تنتمي الأحداث الجديدة إلى ملف واحد: سمِّ ملفًا موجودًا، أو اتركه فارغًا لملف جديد.
intake-new-case = ملف جديد
intake-decision = القرار بشأن
intake-accept = اقبل
intake-reject = ارفض
intake-edit = عدّل
intake-new-record = جديد: لا سجل بهذا الاسم.
intake-alike = توجد أحداث تشبهه
intake-new-event = حدث جديد
intake-this-event = هو هذا:
intake-other-record = سجل آخر
intake-learn-alias = من الآن يحمل السجل هذا الاسم أيضًا
intake-by-hand = أضيف يدويًا
intake-rule = القاعدة
intake-save = احفظ البيان وما يقوله
intake-accept-rest = اقبل كل ما بقي
intake-undecided = { $count ->
    [zero] حُسم كل شيء
    [one] بقيت نتيجة واحدة للحسم
    [two] بقيت نتيجتان للحسم
    [few] بقيت { $shown } نتائج للحسم
    [many] بقيت { $shown } نتيجة للحسم
   *[other] بقيت { $shown } نتيجة للحسم
}
intake-left-to-decide = احسم ما بقي أولًا، أو اضغط Shift+A لقبوله كله.
intake-keys = المفاتيح
intake-key-Enter = اقبل وانتقل إلى التالية
intake-key-x = ارفض وانتقل إلى التالية
intake-key-j = النتيجة التالية
intake-key-k = السابقة
intake-key-e = عدّل حقولها؛ Escape للعودة
intake-key-t = غيّر نوعها
intake-key-1 = في حدث، رقم الجهة: فاعلًا، ثم مستهدفًا، ثم لا هذا ولا ذاك. وللجهة، أي سجل هو المقصود؛ 0 لسجل جديد
intake-key-u = تراجع
intake-key-a = أضف ما حُدِّد في النص، ثم 1 جهة، 2 حدث، 3 قانون، 4 مطلب
intake-key-all = اقبل كل ما بقي
intake-key-help = أظهر هذه المفاتيح
intake-key-Ctrl-Enter = احفظ
said-intake = حُفظ البيان وما يقوله كمسودات.
said-intake-left = حُفظ البيان وما يقوله كمسودات. القانون الذي لم يُذكر لأي بلد هو لم يُستشهد به: هو في النص وحده.
field-issuer = أصدرته
field-issuer-hint = إحدى الجهات أدناه.
field-cosigners = وقّعته أيضًا
field-cosigners-hint = جهات من أدناه تفصل بينها فواصل منقوطة.
field-aliases = أسماء أخرى
field-aliases-hint = تفصل بينها فواصل منقوطة.
field-perpetrators = الفاعل
field-perpetrators-hint = جهات من أعلاه تفصل بينها فواصل منقوطة.
field-targets = المستهدف
field-targets-hint = جهات من أعلاه تفصل بينها فواصل منقوطة.
field-background = روي كخلفية
field-law_code = الصك برمزه
field-law_code-hint = مثل ICCPR. لا شيء للقانون الداخلي.
field-article = المادة
field-article-hint = مثل Article 22. يُستشهد بالقانون بمواده.
field-binds = الدولة الملزَمة
field-asked = المطلوب
field-case = ملف موجود
field-decision = القرار
admin-rules = قواعد القراءة
about-admin-rules = مدى جودة القواعد التي تقرأ البيانات؛ يمكن إيقاف كل منها.
rules-about = كل نتيجة في بيان تسمّي القاعدة التي أخرجتها. ما يُقبل وما يُرفض يبيّن جودة القاعدة.
rules-none = لا قواعد.
rules-rule = القاعدة
rules-accepted = مقبولة
rules-rejected = مرفوضة
rules-precision = صحيحة
rules-share = { $value } %
rules-undecided = لم يُحسم شيء بعد
rules-state = الحالة
rules-on = تعمل
rules-off = موقوفة
rules-switch-on = شغّل
rules-switch-off = أوقف
said-rule-off = أُوقفت القاعدة: لا تجد شيئًا من الآن.
said-rule-on = عادت القاعدة تعمل.
wrong-intake-undecided = لم يُحسم؛ اقبله أو ارفضه
wrong-intake-actor = «{ $value }» ليس من الجهات المقبولة
wrong-intake-case = مطلوب: ملف الأحداث الجديدة بمعرّفه أو رمزه، أو ملف جديد بعنوان وبلد
wrong-intake-twice = اسم جهة أخرى في المسودة أيضًا؛ ميّز بينهما
wrong-intake-addressee = مطلوب: ممن يُطلب
wrong-intake-instrument = لا صك باسم «{ $value }»
wrong-intake-provision = لا مادة «{ $value }» في هذا الصك؛ اكتب Article 22 أو اتركه فارغًا
