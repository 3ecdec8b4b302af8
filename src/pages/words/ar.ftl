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
