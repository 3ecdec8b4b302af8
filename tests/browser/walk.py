"""Walks each user's day through the pages in a headless Chromium, with scripts and without.

    walk.py <url> <e-mail> <password> <folder of axe-core> with|without

With scripts there are also the keyboard, weights and fonts. Every page is looked at in both halves, each
time otherwise.
The server holds the demonstration data, and nothing of the other half. Nothing may be asked of another
server, no script may fail, and axe-core may find nothing on any page.
"""

import base64
import hmac
import pathlib
import re
import sys
import time

from playwright.sync_api import expect, sync_playwright

from imports import brings_a_file
from intake import reads_a_statement
from pages import PAGES

URL, EMAIL, PASSWORD, AXE, HALF = sys.argv[1:6]
AXE = (pathlib.Path(AXE) / "axe.min.js").read_text()
MONITOR, REVIEWER, RESEARCHER = ("monitor.north@example.org", "reviewer@example.org", "researcher@example.org")

TEXT = (
    "The Supreme Court dissolved the Cambodia National Rescue Party on 16 November 2017.\n"
    "We call on the Government to let the party work again."
)
QUOTE = "dissolved the Cambodia National Rescue Party"


class Person:
    """Somebody at a browser that asks nothing of other servers and has no scripts that fail."""

    def __init__(self, browser, email, *, scripts=True, **how):
        self.context = browser.new_context(java_script_enabled=scripts, **how)
        self.page = self.context.new_page()
        self.wrong = []
        self.page.on("request", self.asked)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("console", self.said)
        self.email = email
        if email:
            self.go("/login")
            self.log_in()

    def asked(self, request):
        if not request.url.startswith(URL):
            self.wrong.append(f"asked {request.url}")

    def said(self, message):
        # A page that says 404 is said to have failed; a policy that was broken is said, too.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.wrong.append(f"console: {message.text}")

    def log_in(self, button="Log in"):
        self.page.get_by_label("E-mail address").fill(self.email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name=button).click()
        expect(self.page.get_by_role("heading", name="Log in")).to_have_count(0)
        # What is typed before the scripts have come is typed to nobody.
        self.page.wait_for_load_state("load")

    def go(self, path):
        return self.page.goto(URL + path)

    def done(self):
        assert not self.wrong, self.wrong
        self.context.close()


def accessible(person):
    """What axe-core finds on the page, in the terms of WCAG 2.2 AA."""
    # Buttons that stay in sight lie over what one scrolls past: where they happen to lie is no fault.
    person.page.evaluate("document.querySelectorAll('.sticky').forEach(it => (it.style.position = 'static'))")
    found = person.page.evaluate(
        AXE
        + """;axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
        .then(it => it.violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]))"""
    )
    return found


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


DESK = {"viewport": {"width": 1280, "height": 900}}
# How every page is looked at in each half.
LOOKS = {
    "with": [DESK | {"color_scheme": "dark"}],
    "without": [
        DESK,
        {"viewport": {"width": 320, "height": 700}},
        # 200 % zoom of a laptop's screen.
        {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    ],
}


def every_page(browser):
    wrong = []
    for how in LOOKS[HALF]:
        # The policy of the pages holds for what a test brings along as well.
        person = Person(browser, EMAIL, bypass_csp=True, **how)
        for language in ("en", "ar") if how["viewport"]["width"] == 320 else ("en",):
            person.go("/help")
            person.page.locator(f"button[name=language][value={language}]").click()
            for path in PAGES:
                # The portal has its languages under paths of their own.
                if language != "en" and path.startswith("/public"):
                    continue
                person.go(path)
                if not fits(person.page):
                    wrong.append(f"{path} scrolls sideways at {how['viewport']['width']} px, {language}")
                # Zoom changes nothing but the width; the language, nothing but the words.
                if "device_scale_factor" not in how and language == "en":
                    wrong += [f"{path} {how}: {it}" for it in accessible(person)]
        person.done()
    guest = Person(browser, None, bypass_csp=True)
    guest.go("/login")
    wrong += [f"/login: {it}" for it in accessible(guest)]
    guest.done()
    assert not wrong, "\n".join(wrong)


def fonts(browser):
    """A script's font is fetched by the pages that have letters of the script, and by no others."""
    person = Person(browser, MONITOR)
    texts = {
        "km": ("សេចក្តីថ្លែងការណ៍", {"khmer.woff2"}),
        "my": ("ထုတ်ပြန်ချက်", {"myanmar.woff2", "myanmar-bold.woff2"}),
        "ar": ("بيان بشأن حل الحزب", {"arabic.woff2"}),
        "fa": ("آن‌ها می‌خواهند", {"arabic.woff2"}),
        "en": ("A plain statement", set()),
    }
    made = {}
    for language, (text, _) in texts.items():
        person.go("/statements/new")
        person.page.locator("#f-title").fill(text)
        person.page.locator("#f-kind").select_option("report")
        person.page.locator("#f-body").fill(text)
        person.page.locator("button[value=save]").last.click()
        expect(person.page.get_by_text("Saved.")).to_be_visible()
        made[language] = person.page.url
    state = person.context.storage_state()
    person.done()
    for language, (_, wanted) in texts.items():
        # A browser of its own each: one that has seen a font has it for every page.
        person = Person(browser, None, storage_state=state)
        person.page.goto(made[language], wait_until="networkidle")
        found = set(
            person.page.evaluate(
                "performance.getEntriesByType('resource').map(it => it.name.split('/').pop()).filter(it => it.endsWith('.woff2'))"
            )
        )
        # The language's own name stands below every page, in a font of its own where the system has none.
        found -= {"khmer-name.woff2"}
        assert found == wanted, (language, found)
        person.done()


def weighed(person):
    """The bytes over the wire of all that is loaded from now on, without fonts and the land under
    maps: those are kept by browsers, and few pages need them."""
    cdp = person.context.new_cdp_session(person.page)
    cdp.send("Network.enable")
    sizes, apart = [], set()

    def begun(it):
        if "/basemap/" in it["request"]["url"] or it["request"]["url"].endswith(".woff2"):
            apart.add(it["requestId"])

    cdp.on("Network.requestWillBeSent", begun)
    cdp.on(
        "Network.loadingFinished",
        lambda it: it["requestId"] in apart or sizes.append(it["encodedDataLength"]),
    )
    return sizes


def light(browser):
    """The first page with its styles and scripts, and a page after it, over the wire."""
    person = Person(browser, None)
    sizes = weighed(person)
    person.email = EMAIL
    person.go("/login")
    person.log_in()
    first = sum(sizes)
    assert first < 100_000, first
    for path in (
        "/events", "/statements/S-2017-00001", "/incidents/new", "/review",
        "/events/timeline", "/events/charts", "/actors/A-00004", "/actors/A-00004/network?depth=3",
        "/countries", "/countries/KHM", "/events/map", "/events/KHM-2017-0001-E1",
    ):  # fmt: skip
        sizes.clear()
        person.go(path)
        assert sum(sizes) < 30_000, (path, sum(sizes))
    person.done()


def slow_line(browser):
    """On a line of 400 kbit/s with 400 ms of delay: when the first content of pages is there, in
    seconds, with nothing kept by the browser, and then with the styles kept. Said, not asserted:
    other work on the machine would decide it. What decides it on an idle one is asserted: that
    nothing but one file of styles has to come before."""
    said = []
    person = Person(browser, None, bypass_csp=True)
    cdp = person.context.new_cdp_session(person.page)
    cdp.send("Network.enable")
    cdp.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000},
    )
    paths = ("/", "/events", "/statements/S-2017-00001", "/incidents/new")

    def opened(path):
        person.go(path)
        paint = person.page.wait_for_function("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
        blocking = person.page.evaluate(
            "performance.getEntriesByType('resource').filter(it => it.renderBlockingStatus === 'blocking').length"
        )
        assert blocking <= 1, (path, blocking)
        said.append(f"{path} {paint.json_value() / 1000:.1f}")

    opened("/login")
    person.email = EMAIL
    person.log_in()
    for path in paths:
        opened(path)
    person.done()
    return f"first content at 400 kbit/s and 400 ms, in s: {', '.join(said)}"


def monitor_logs_an_incident(browser, scripts):
    """The founding example by hand, from the statement to the review."""
    person = Person(browser, MONITOR, scripts=scripts)
    page = person.page
    page.get_by_role("link", name="New statement").click()
    mark = f"walk {time.time_ns()}"
    page.get_by_label("Title", exact=False).first.fill(f"On the dissolution ({mark})")
    page.get_by_label("Kind", exact=False).first.select_option("press_statement")
    page.get_by_label("Issued on").first.fill("2017-11-27")
    page.locator("#f-issuers-0-actor").fill("Asian Forum for Human Rights and Development")
    page.locator("#f-body").fill(TEXT)
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    statement = page.url.rsplit("/", 1)[1]

    if scripts:
        # A passage is cited by selecting it.
        page.evaluate(
            """() => {
                const text = document.querySelector("[data-statement] p").firstChild;
                const at = text.textContent.indexOf("dissolved the Cambodia");
                const range = document.createRange();
                range.setStart(text, at);
                range.setEnd(text, at + 44);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
            }"""
        )
        expect(page.get_by_role("link", name="Log an incident from it")).to_have_attribute(
            "href", re.compile("quote=")
        )
    page.get_by_role("link", name="Log an incident from it").click()
    page.locator("#f-title").fill(f"Crackdown on the CNRP ({mark})")
    page.locator("#f-country").select_option("KHM")
    page.locator("#f-source-stance").select_option("condemns")
    page.locator("#f-events-0-type").select_option("dissolution")
    page.locator("#f-events-0-title").fill("Supreme Court dissolves the CNRP")
    page.locator("#f-events-0-date").fill("2017-11-16")
    first = page.locator("#f-events-0-participations-0-actor")
    if scripts:
        assert page.locator("#f-events-0-citations-0-quote").input_value() == QUOTE
        # Chosen with the keyboard from what is suggested, in spite of a slip.
        first.press_sequentially("supreme cort", delay=20)
        page.locator(".suggest li").first.wait_for()
        first.press("ArrowDown")
        first.press("Enter")
        assert "(A-" in first.input_value(), first.input_value()
    else:
        page.locator("#f-events-0-citations-0-quote").fill(QUOTE)
        first.fill("Supreme Court of Cambodia")
    page.locator("#f-events-0-participations-0-role").select_option("perpetrator")
    page.locator("#f-events-0-participations-1-actor").fill(f"Party of the {mark}")
    page.locator("#f-events-0-participations-1-role").select_option("target")
    page.get_by_role("button", name="Add a participant").click()
    page.locator("#f-events-0-participations-2-actor").wait_for()
    assert page.locator("#f-events-0-title").input_value() == "Supreme Court dissolves the CNRP"
    page.get_by_role("button", name="Save and submit for review").click()
    # The party is not known: it says so, at the field, and keeps everything.
    summary = page.locator(".summary")
    expect(summary).to_contain_text("is not known yet")
    if scripts:
        assert summary.evaluate("it => it === document.activeElement"), "the summary has the focus"
    summary.get_by_role("link").first.click()
    page.locator("#f-events-0-participations-1-actor-kind").select_option("political_party")
    page.get_by_role("button", name="Save and submit for review").click()
    expect(page.get_by_text("Handed in for review.")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Supreme Court dissolves the CNRP")
    incident = page.url.rsplit("/", 1)[1]
    person.go(f"/statements/{statement}")
    assert page.locator("mark").inner_text() == QUOTE
    page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_text("Handed in for review.")).to_be_visible()
    person.done()
    return incident, statement


def places_and_maps(browser, scripts):
    """A place by its name and by a click; then the map, from the world to a list."""
    person = Person(browser, MONITOR, scripts=scripts)
    page = person.page
    person.go("/events/new")
    place = page.locator("#f-place_name")
    if scripts:
        # Chosen with the keyboard, in spite of a slip; and taken back.
        place.press_sequentially("phnom pehn", delay=20)
        page.locator(".suggest li").first.wait_for()
        place.press("ArrowDown")
        place.press("Enter")
        expect(page.locator("#f-admin1")).to_have_value("Phnom Penh")
        expect(page.locator("#f-country")).to_have_value("KHM")
        expect(page.locator("#f-geo_precision")).to_have_value("near")
        said = page.locator("[data-place-said]").first
        expect(said).to_contain_text("Filled in for Phnom Penh")
        said.get_by_role("button", name="Undo").click()
        expect(place).to_have_value("phnom pehn")
        expect(page.locator("#f-latitude")).to_have_value("")
        expect(page.locator("#f-country")).to_have_value("")
    else:
        place.fill("phnom pehn")
        page.get_by_role("button", name=re.compile(r"Find it in the gazetteer\s*: Place")).click()
        page.get_by_label("Phnom Penh – Town").first.check()
        page.get_by_role("button", name="Add a participant").click()
        expect(page.locator("#f-place_name")).to_have_value("Phnom Penh")
        expect(page.locator("#f-geo_precision")).to_have_value("near")
    person.go("/events/new?country=KHM")
    page.get_by_text("The place more exactly").click()
    picked = page.locator("input[type=image]")
    precision = page.locator("#f-geo_precision")
    for known in ("province", "district", "near"):
        picked.click(position={"x": 120, "y": 90})
        expect(precision).to_have_value(known)
    assert page.locator("#f-latitude").input_value(), "the point is set"
    expect(page.locator(".picker .symbol")).to_have_count(1)

    person.go("/events?country=KHM")
    person.go("/events/map?country=KHM")
    land = page.locator("img.land")
    assert land.evaluate("it => it.complete && it.naturalWidth") == 960
    assert page.locator(".map .symbol").count() > 3
    page.get_by_role("link", name="Closer", exact=True).first.click()
    page.wait_for_url("**view=*")
    page.get_by_role("link", name="Show all").click()
    row = page.locator("table tbody tr").first
    count = row.locator("td").last.inner_text()
    row.locator("td").last.get_by_role("link").click()
    page.wait_for_url("**/events?**")
    expect(page.locator(".total")).to_have_text(re.compile(rf"^{count} records? "))
    person.go("/events/map?country=KHM")
    page.locator(".map .symbol").last.locator("circle, polygon").first.click()
    page.wait_for_url(re.compile("view=|/events\\?"))
    person.done()


def duplicates_become_one(browser, scripts):
    """One party is entered twice; a reviewer makes them one, and takes it back."""
    mark = time.time_ns()
    person = Person(browser, MONITOR, scripts=scripts)
    page = person.page

    def enter(name):
        person.go("/actors/new")
        page.locator("#f-name").fill(name)
        page.locator("#f-kind").select_option("political_party")
        page.locator("#f-country").select_option("KHM")

    enter(f"Party of the Heron {mark}")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    kept = page.url.rsplit("/", 1)[1]
    enter(f"Party of the Herons {mark}")
    if scripts:
        said = page.locator("[data-similar]")
        said.locator("summary").click()
        expect(said.get_by_role("link").first).to_contain_text(f"Party of the Heron {mark}")
        assert not accessible(person), accessible(person)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text(kept)
    assert page.locator("#f-name").input_value() == f"Party of the Herons {mark}"
    page.get_by_role("button", name="Save all the same").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    other = page.url.rsplit("/", 1)[1]
    person.done()

    person = Person(browser, REVIEWER, scripts=scripts)
    page = person.page
    person.go(f"/actors/{kept}/duplicates")
    page.locator(".twin").filter(has_text=other).get_by_role("link", name="Compare").click()
    expect(page.get_by_role("heading", name="Are these one?")).to_be_visible()
    if scripts:
        assert not accessible(person), accessible(person)
    page.locator("input[name='field/name'][value=other]").check()
    page.get_by_label("Why?").fill("Entered twice")
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.get_by_text("Merged. What named the other")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Party of the Herons {mark}")
    person.go(f"/actors/{other}")
    assert page.url.endswith(f"/actors/{kept}"), page.url
    if scripts:
        assert not accessible(person), accessible(person)
    page.get_by_role("button", name="Undo the merge").click()
    expect(page.get_by_text("The merge is undone")).to_be_visible()
    person.go(f"/duplicates/actors/{kept}/{other}")
    page.get_by_role("button", name="Not a duplicate").click()
    expect(page.get_by_text("Kept: these are two.")).to_be_visible()
    person.done()


def reviewer_decides(browser, incident, statement, scripts):
    person = Person(browser, REVIEWER, scripts=scripts)
    page = person.page
    for name in (incident, f"{incident}-E1", statement):
        person.go("/review")
        page.get_by_label(name, exact=True).check()
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("Decided.")).to_be_visible()
    for kind, name in (("incidents", incident), ("events", f"{incident}-E1")):
        person.go(f"/{kind}/{name}")
        if page.get_by_role("button", name="Approve").count():
            page.get_by_role("button", name="Approve").click()
        page.get_by_role("button", name="Publish").click()
        expect(page.get_by_text("Published.")).to_be_visible()
    person.done()


def researcher_exports(browser, scripts):
    person = Person(browser, RESEARCHER, scripts=scripts)
    page = person.page
    person.go("/events")
    page.get_by_text("Filter and sort").click()
    page.get_by_label("Country", exact=True).select_option("KHM")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".chips")).to_contain_text("Cambodia")
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV, for R, Python and Stata").click()
    lines = pathlib.Path(download.value.path()).read_text().splitlines()
    assert len(lines) > 10 and "country" in lines[0], lines[:1]
    page.get_by_role("searchbox").first.fill("supreme court")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    person.done()


def advocate_reads_a_country(browser, scripts):
    """From the list of countries to a period, its figures, the list behind one, the law, the file."""
    person = Person(browser, RESEARCHER, scripts=scripts)
    page = person.page
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Countries").click()
    page.get_by_role("link", name="Cambodia").click()
    page.get_by_label("From").fill("2017")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("alert")).to_contain_text("is not a day that exists")
    assert page.get_by_label("From").input_value() == "2017", "what was typed is kept"
    page.get_by_label("From").fill("2017-01-01")
    page.get_by_label("To", exact=True).fill("2017-12-31")
    page.get_by_label("Law on").fill("2017-11-26")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Law in force on 2017-11-26")).to_be_visible()
    expect(page.locator(".law")).to_contain_text("1992-05-26")
    events = page.locator(".key dd a").nth(1)
    said = events.inner_text()
    events.click()
    expect(page.locator(".total")).to_contain_text(f"{said} records")
    expect(page.locator(".chips")).to_contain_text("2017-12-31")
    page.go_back()
    row = page.get_by_role("row").filter(has_text="Dissolution").get_by_role("link")
    said = row.inner_text()
    row.click()
    expect(page.locator(".total")).to_contain_text(f"{said} record")
    page.go_back()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV, for R, Python and Stata").click()
    lines = pathlib.Path(download.value.path()).read_text().splitlines()
    assert "country" in lines[0] and len(lines) > 2, lines[:1]
    page.get_by_role("link", name="Report", exact=True).click()
    assert page.get_by_label("From").input_value() == "2017-01-01", "the period comes along"
    page.get_by_role("button", name="Show the report").click()
    expect(page.get_by_role("heading", name="The report", exact=True)).to_be_visible()
    expect(page.locator("article.report")).to_contain_text("Cambodia")
    if scripts:
        found = accessible(person)
        assert not found, found
    with page.expect_download() as download:
        page.get_by_role("button", name="Download DOCX").click()
    assert pathlib.Path(download.value.path()).read_bytes().startswith(b"PK")
    assert download.value.suggested_filename.startswith("saksi-report-country-KHM-"), "its own name"
    # A section goes up by one place; with scripts, nothing else on the page moves.
    page.get_by_text("Sections, their order").click()
    page.get_by_label("Introduction").first.fill("What we counted, and how.")
    up = page.get_by_role("button", name="Move “Over time” up")
    up.click()
    expect(page.locator("[data-sections] > li").first).to_contain_text("Over time")
    expect(page.get_by_label("Introduction").nth(1)).to_have_value("What we counted, and how.")
    if scripts:
        expect(up).to_be_focused()
        # The report follows what is changed by itself, and leaves the focus where somebody types.
        expect(page.locator("article.report section h2").first).to_contain_text("Over time")
        page.get_by_label("Title", exact=True).fill("A year of it")
        expect(page.locator("article.report h1")).to_contain_text("A year of it")
        expect(page.get_by_label("Title", exact=True)).to_be_focused()
        expect(page.locator("[data-said]")).to_contain_text("words.")
    person.done()


def everybody_reads_what_is_public(browser, scripts):
    """Without an account: find, read, take a file along, in another language."""
    person = Person(browser, None, scripts=scripts)
    page = person.page
    sizes = weighed(person)
    person.go("/public")
    expect(page.get_by_text("Only what is published and public is shown here")).to_be_visible()
    assert sum(sizes) < 100_000, sum(sizes)
    for path in ("/public/countries/KHM", "/public/events", "/public/statements/S-2017-00001"):
        sizes.clear()
        person.go(path)
        assert sum(sizes) < 30_000, (path, sum(sizes))
    person.go("/public")
    page.get_by_role("searchbox").fill("supreme court")
    page.get_by_role("searchbox").press("Enter")
    page.locator(".hits a").first.click()
    page.locator(".crumbs").wait_for()
    assert "/public/" in page.url
    for name in ("Change", "History", "Delete", "Log in", "Log out"):
        assert page.get_by_text(name, exact=True).count() == 0, name
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Events").click()
    page.get_by_text("Filter and sort").click()
    page.get_by_label("Country", exact=True).select_option("KHM")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".chips")).to_contain_text("Cambodia")
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV, for R, Python and Stata").click()
    assert len(pathlib.Path(download.value.path()).read_text().splitlines()) > 5
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.url.endswith("/public/ar/events?" + page.url.split("?")[1]) and "country=KHM" in page.url
    assert not person.context.cookies(), "no cookie"
    person.done()


def advocate_looks_around(browser, scripts):
    """From a list over its facets, its timeline and its charts to an actor's network and its sources."""
    person = Person(browser, RESEARCHER, scripts=scripts)
    page = person.page
    person.go("/events")
    facets = page.locator(".facets")
    expect(facets.get_by_text("Of these")).to_be_visible()
    country = facets.locator("section", has=page.get_by_role("heading", name="Country")).get_by_role("link").first
    name = country.inner_text()
    country.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_contain_text(name)
    views = page.get_by_role("navigation", name="Views of this list")
    views.get_by_role("link", name="Timeline").click()
    expect(page.locator(".chips")).to_contain_text(name)
    expect(page.locator("section.year").first).to_be_visible()
    views.get_by_role("link", name="Charts").click()
    expect(page.locator(".chips")).to_contain_text(name)
    expect(page.get_by_role("img").first).to_be_visible()
    page.get_by_role("navigation", name="Count").get_by_role("link", name="victims").click()
    expect(page.locator("figcaption").first).to_contain_text("victims · n =")
    figure = page.locator("figure", has_text="By type")
    figure.get_by_text("The numbers as a table").focus()
    page.keyboard.press("Enter")
    figure.get_by_role("table").get_by_role("link").first.click()
    page.wait_for_url("**/events?*type=*")
    person.go("/actors/A-00004")
    page.get_by_role("link", name="The whole network, with its sources").click()
    expect(page.locator("svg.network").first).to_be_visible()
    # The picture is for eyes and the mouse; the keyboard has the table.
    assert page.locator("svg.network a:not([tabindex='-1'])").count() == 0
    source = page.locator("table.ties a[href^='/statements/']").first
    source.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements/*")

    person.done()


def keyboard_alone(browser):
    """Log in, go to the lists, find, open and read, without a mouse."""
    person = Person(browser, None)
    page, keys = person.page, person.page.keyboard
    person.go("/login")
    page.locator("#email").focus()
    keys.type(MONITOR)
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    page.wait_for_url(URL + "/")
    keys.press("Tab")
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main", "the first link skips to the content"
    keys.press("g")
    keys.press("e")
    page.wait_for_url("**/events")
    keys.press("/")
    keys.type("court")
    keys.press("Enter")
    page.wait_for_url("**/search?q=court")
    page.locator(".hits a").first.focus()
    keys.press("Enter")
    page.locator(".crumbs").wait_for()
    keys.press("n")
    page.wait_for_url("**/incidents/new")
    page.locator("#f-title").focus()
    keys.type("Half an incident")
    keys.press("Control+Enter")
    expect(page.locator(".summary")).to_be_focused()
    person.done()


def tab_to(page, what, most=300):
    """Goes on with the tabulator until something has the focus."""
    for _ in range(most):
        if what.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tabulator does not lead to {what}")


def each_task_by_keyboard(browser):
    """A monitor's, a reviewer's and a researcher's task, with the tabulator, Enter, Space and letters."""
    monitor = Person(browser, MONITOR)
    page, keys = monitor.page, monitor.page.keyboard
    mark = f"By keyboard {time.time_ns()}"

    def typed(name, text):
        tab_to(page, page.locator(name))
        keys.type(text)

    tab_to(page, page.get_by_role("link", name="New statement"))
    keys.press("Enter")
    page.wait_for_url("**/statements/new")
    typed("#f-title", mark)
    typed("#f-kind", "Press")
    typed("#f-issued_on", "27 November 2017")
    typed("#f-body", TEXT)
    tab_to(page, page.get_by_role("button", name="Save and submit for review"))
    keys.press("Enter")
    page.wait_for_url("**/statements/S-*")
    statement = page.url.rsplit("/", 1)[1]
    tab_to(page, page.get_by_role("link", name="Log an incident from it"))
    keys.press("Enter")
    page.wait_for_url("**/incidents/new?**")
    typed("#f-title", mark)
    typed("#f-country", "Cambodia")
    typed("#f-events-0-type", "Dissol")
    typed("#f-events-0-title", mark)
    typed("#f-events-0-date", "16 November 2017")
    actor = page.locator("#f-events-0-participations-0-actor")
    tab_to(page, actor)
    keys.type("supreme cour", delay=20)
    page.locator(".suggest li").first.wait_for()
    keys.press("ArrowDown")
    keys.press("Enter")
    assert "(A-" in actor.input_value(), actor.input_value()
    typed("#f-events-0-participations-0-role", "Perpetrator")
    typed("#f-events-0-citations-0-stance", "Condemns")
    typed("#f-events-0-citations-0-quote", QUOTE)
    tab_to(page, page.get_by_role("button", name="Save and submit for review"))
    keys.press("Enter")
    again = page.get_by_role("button", name="Save all the same")
    expect(again.or_(page.get_by_text("Handed in for review."))).to_be_visible()
    if again.count():
        # Another walk has logged the same.
        tab_to(page, again)
        keys.press("Enter")
    page.wait_for_url("**/incidents/KHM-*")
    incident = page.url.rsplit("/", 1)[1]
    monitor.done()

    reviewer = Person(browser, REVIEWER)
    page, keys = reviewer.page, reviewer.page.keyboard
    tab_to(page, page.get_by_role("navigation", name="Main").get_by_role("link", name="Review"))
    keys.press("Enter")
    page.wait_for_url("**/review")
    for name in (statement, incident, f"{incident}-E1"):
        tab_to(page, page.get_by_label(name, exact=True))
        keys.press("Space")
    tab_to(page, page.get_by_role("button", name="Approve"))
    keys.press("Enter")
    expect(page.get_by_text("Decided.")).to_be_visible()
    reviewer.done()

    researcher = Person(browser, RESEARCHER)
    page, keys = researcher.page, researcher.page.keyboard
    keys.press("g")
    keys.press("e")
    page.wait_for_url("**/events")
    tab_to(page, page.get_by_text("Filter and sort"))
    keys.press("Enter")
    tab_to(page, page.locator("#filter-country"))
    keys.type("Cambodia")
    tab_to(page, page.get_by_role("button", name="Show"))
    keys.press("Enter")
    page.wait_for_url("**/events?**country=KHM**")
    tab_to(page, page.get_by_text("Export", exact=True))
    keys.press("Enter")
    tab_to(page, page.get_by_role("link", name="CSV, for R, Python and Stata"))
    with page.expect_download() as download:
        keys.press("Enter")
    assert len(pathlib.Path(download.value.path()).read_text().splitlines()) > 10
    researcher.done()


def totp(secret, at):
    """RFC 6238: what an app shows."""
    key = base64.b32decode(secret.replace(" ", ""))
    mac = hmac.digest(key, int(at // 30).to_bytes(8, "big"), "sha1")
    start = mac[-1] & 15
    return f"{(int.from_bytes(mac[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def administrator_keeps_accounts(browser, scripts):
    """Somebody new is invited, sets up a second factor, and is seen to; a word is translated; the log is checked."""
    admin = Person(browser, EMAIL, scripts=scripts)
    page = admin.page
    mark = f"{time.time_ns()}"
    email = f"new{mark}@example.org"
    page.get_by_role("link", name="Administration").click()
    page.get_by_role("link", name="Users", exact=True).click()
    page.get_by_role("link", name="New user").click()
    page.locator("#f-name").fill(f"New {mark}")
    page.locator("#f-email").fill(email)
    page.get_by_role("radio", name="Monitor").check()
    page.get_by_role("button", name="Save").last.click()
    expect(page.get_by_text("has no password yet")).to_be_visible()
    account = page.url
    page.get_by_role("button", name="Make the link").click()
    link = page.locator("code.address").inner_text()

    new = Person(browser, None, scripts=scripts)
    new.page.goto(link)
    new.page.locator("#new").fill(PASSWORD)
    new.page.locator("#again").fill(PASSWORD)
    new.page.get_by_role("button", name="Save the password").click()
    expect(new.page.get_by_text("Your password is saved.")).to_be_visible()
    new.email = email
    new.log_in()
    new.go("/account/second-factor")
    secret = new.page.locator("code.address").inner_text()
    begun = time.time()
    new.page.locator("#on-current").fill(PASSWORD)
    new.page.locator("#on-code").fill(totp(secret, begun))
    new.page.get_by_role("button", name="Turn on").click()
    codes = new.page.locator(".codes code").all_inner_texts()
    assert len(codes) == 10, codes
    new.page.get_by_role("link", name="I have them").click()
    # The session ends in the middle of a form; the password and a code bring back what was typed.
    new.go("/statements/new")
    new.page.locator("#f-title").fill(f"Kept {mark}")
    new.page.locator("#f-kind").select_option("report")
    new.page.locator("#f-body").fill("A text that took long to type.")
    new.context.clear_cookies(name="saksi_session")
    new.page.get_by_role("button", name="Save as a draft").click()
    new.page.locator("#email").fill(email)
    new.page.locator("#password").fill(PASSWORD)
    new.page.get_by_role("button", name="Log in and save").click()
    new.page.locator("#code").fill(codes[0])
    new.page.get_by_role("button", name="Log in and save").click()
    expect(new.page.get_by_role("heading", name=f"Kept {mark}")).to_be_visible()
    new.done()

    page.goto(account)
    expect(page.get_by_text("On, since")).to_be_visible()
    page.get_by_role("button", name="Take the second factor away").click()
    expect(page.get_by_text("The second factor is taken away")).to_be_visible()
    expect(page.get_by_text("Not logged in.")).to_be_visible()

    admin.go("/admin/vocabularies/event_type")
    page.get_by_role("link", name="Arrest", exact=False).first.click()
    page.get_by_label("Label 1", exact=True).fill("Arrestation")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[lang=fr]").filter(has_text="Arrestation").first).to_be_visible()

    admin.go(f"/admin/audit?who={email}")
    expect(page.locator("table")).to_contain_text("turned the second factor on")
    page.get_by_role("button", name="Check now").click()
    for _ in range(60):
        admin.go("/admin/health")
        if page.get_by_text("All was as it was written on").count():
            break
        page.wait_for_timeout(500)
    expect(page.get_by_text("All was as it was written on")).to_be_visible()
    admin.done()


def administrator_releases(browser, scripts, version):
    """Looks at what a release would give away, acknowledges it, and finds the files and how to cite them."""
    person = Person(browser, EMAIL, scripts=scripts)
    page = person.page
    person.go("/releases")
    page.get_by_role("link", name="Make a release").click()
    page.get_by_label("Version").fill(version)
    page.get_by_role("button", name="Look at what it would give away").click()
    expect(page.get_by_role("heading", name="What it would give away")).to_be_visible()
    # The box stands below what may not have come yet.
    page.wait_for_load_state("load")
    acknowledged = page.get_by_label("I have looked at all of this")
    if acknowledged.count():
        acknowledged.check()
    page.get_by_role("button", name=f"Release {version}").click()
    for _ in range(120):
        link = page.get_by_role("link", name=version, exact=True)
        if link.count():
            break
        time.sleep(0.5)
        person.go("/releases")
    link.click()
    expect(page.get_by_role("heading", name="How to cite")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="events.csv").click()
    assert pathlib.Path(download.value.path()).read_text().startswith("event_ref,")
    if version == "2026.2":
        page.get_by_role("link", name="2026.1 → 2026.2").click()
        expect(page.get_by_role("heading", name="From 2026.1 to 2026.2")).to_be_visible()
    person.done()


def kept_and_brought_back(browser, scripts):
    """A date in words; a form that is left unfinished; a version and a deleted record brought back;
    a search kept under a name; what changed, side by side, for a reviewer."""
    person = Person(browser, MONITOR, scripts=scripts)
    page = person.page
    mark = f"Unfinished {time.time_ns()}"
    person.go("/statements/new")
    page.locator("#f-title").fill(mark)
    page.locator("#f-kind").select_option("report")
    page.locator("#f-body").fill("A text that took long to type.")
    page.locator("#f-issued_on").fill("about September 2017")
    if scripts:
        expect(page.locator("#f-issued_on-said")).to_contain_text("about September 2017 (2017-09~)")
        expect(page.locator(".audience").first).to_contain_text("would see it")
        # Kept by itself; then the tab is closed.
        expect(page.get_by_text("Kept unfinished")).to_be_visible(timeout=15_000)
        page.close(run_before_unload=False)
        person.page = page = person.context.new_page()
        person.go("/")
    else:
        page.get_by_role("button", name="Keep it unfinished for later").click()
        expect(page.get_by_text("The form is kept for you.")).to_be_visible()
    page.get_by_role("link", name=mark).click()
    assert page.locator("#f-title").input_value() == mark
    assert page.locator("#f-issued_on").input_value() == "about September 2017"
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_role("heading", name=mark)).to_be_visible()
    expect(page.locator("main")).to_contain_text("about September 2017")
    statement = page.url.rsplit("/", 1)[1]
    person.go("/")
    assert page.locator(".unfinished").get_by_text(mark).count() == 0, "what is saved is not unfinished"

    # Said otherwise, and then as before.
    person.go(f"/statements/{statement}/edit")
    page.locator("#f-title").fill(f"{mark}, otherwise")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_role("heading", name=f"{mark}, otherwise")).to_be_visible()
    person.go(f"/statements/{statement}/history")
    page.get_by_text("Go back to this version").first.click()
    page.get_by_role("button", name="Make this version current").first.click()
    expect(page.get_by_text("The older version is current again")).to_be_visible()
    expect(page.get_by_role("heading", name=mark, exact=True)).to_be_visible()

    # Deleted, and brought back by a reviewer.
    page.get_by_text("Delete", exact=True).first.click()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Deleted. A reviewer can bring it back.")).to_be_visible()

    # A search is kept under a name.
    person.go("/events?country=KHM&type=threat")
    page.locator(".ways summary").filter(has_text="Saved searches").click()
    page.locator("#saved-name").fill(mark)
    page.locator("form[action='/saved'] button").click()
    person.go("/")
    page.get_by_role("link", name=mark).click()
    page.wait_for_url("**/events?**type=threat**")
    person.done()

    reviewer = Person(browser, REVIEWER, scripts=scripts)
    page = reviewer.page
    reviewer.go("/hidden")
    page.get_by_role("row").filter(has_text=mark).get_by_role("button").click()
    expect(page.get_by_text("Brought back.")).to_be_visible()
    reviewer.go("/review")
    with page.expect_navigation():
        page.locator("td a[href^='/review/'], td a[href^='/events/'], td a[href^='/incidents/']").first.click()
    compare = page.get_by_role("link", name="Look at it and decide")
    if compare.count():
        compare.click()
    expect(page.get_by_role("heading", name="Your decision")).to_be_visible()
    reviewer.done()


def nothing_is_lost(browser):
    """The line drops, then the session ends, in the middle of a form."""
    person = Person(browser, MONITOR)
    page = person.page
    person.go("/statements/new")
    mark = f"Kept {time.time_ns()}"
    page.locator("#f-title").fill(mark)
    page.locator("#f-kind").select_option("report")
    page.locator("#f-body").fill("A text that took long to type.")
    person.context.set_offline(True)
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_text("There is no connection.")).to_be_visible()
    assert page.locator("#f-title").input_value() == mark
    person.context.set_offline(False)
    # Leaving asks first.
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("setTimeout(() => location.assign('/'), 0)")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"], asked
    person.context.clear_cookies(name="saksi_session")
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_role("heading", name="Log in to save what you typed")).to_be_visible()
    person.log_in("Log in and save")
    expect(page.get_by_role("heading", name=mark)).to_be_visible()
    person.done()


def imports_a_file(browser, scripts):
    brings_a_file(Person(browser, MONITOR, scripts=scripts), scripts)


def statement_by_keyboard(browser):
    return reads_a_statement(Person(browser, MONITOR), accessible)


def main():
    ran = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )

        def step(name, work, *what):
            begun = time.monotonic()
            result = work(browser, *what)
            ran.append(f"{name} {time.monotonic() - begun:.0f} s")
            if isinstance(result, str):
                ran.append(result)
            return result

        scripts = HALF == "with"
        how = f"{HALF} scripts"
        made = step(f"a monitor {how}", monitor_logs_an_incident, scripts)
        step(f"duplicates {how}", duplicates_become_one, scripts)
        step(f"a reviewer {how}", reviewer_decides, *made, scripts)
        step(f"a researcher {how}", researcher_exports, scripts)

        step(f"an advocate {how}", advocate_reads_a_country, scripts)
        step(f"everybody {how}", everybody_reads_what_is_public, scripts)
        step(f"looking around {how}", advocate_looks_around, scripts)
        step(f"an administrator {how}", administrator_keeps_accounts, scripts)
        step(f"releases {how}", administrator_releases, scripts, "2026.1")
        step(f"places and maps {how}", places_and_maps, scripts)
        step(f"kept and brought back {how}", kept_and_brought_back, scripts)
        step(f"a file of others {how}", imports_a_file, scripts)
        if scripts:
            step("the keyboard alone", keyboard_alone)
            step("a statement by keyboard", statement_by_keyboard)
            step("each task by keyboard", each_task_by_keyboard)
            step("nothing is lost", nothing_is_lost)
            step("weights", light)
            step("fonts", fonts)
            step("a slow line", slow_line)
        step("another release", administrator_releases, scripts, "2026.2")
        step("every page", every_page)
        browser.close()
    print("; ".join(ran))


main()
