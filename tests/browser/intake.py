"""A monitor reads a statement: from paste to saved records, by the keyboard alone; counts what it takes."""

import pathlib
import re

from playwright.sync_api import expect

TEXT = pathlib.Path(__file__).parents[3] / "shared/data/founding-statement.txt"
MOST = 40


class Keys:
    """A keyboard that counts."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.pressed += 1


def reads_a_statement(person, accessible):
    """From the paste to the records, with fewer than forty keys; nothing is typed letter by letter."""
    page, keys = person.page, Keys(person.page)
    person.go("/intake")
    text = page.locator("#text")
    expect(text).to_be_focused()
    # As the clipboard brings it.
    page.evaluate("text => document.execCommand('insertText', false, text)", TEXT.read_text())
    keys.pressed += 1
    keys.press("Control+Enter")
    form = page.locator("form[data-intake]")
    expect(form).to_be_visible()
    # A form shows before all of it has come, and its keys work only then.
    page.wait_for_load_state("load")
    assert page.locator("[data-finding=events]").count() >= 4, "the events are not found"
    found = accessible(person) if accessible else []
    assert not found, found
    undecided = page.locator("[data-finding]:not(.accepted):not(.rejected)")
    while undecided.count() and keys.pressed < MOST:
        keys.press("Enter")
    # One taken back, and given again.
    keys.press("u")
    keys.press("Enter")
    expect(undecided).to_have_count(0)
    keys.press("Control+Enter")
    expect(page).to_have_url(re.compile(r"/statements/S-"))
    expect(page.locator("article mark").first).to_be_visible()
    page.wait_for_load_state("load")
    assert keys.pressed < MOST, f"it took {keys.pressed} keys"
    assert page.locator("ol.notes blockquote").count() >= 4, "what is cited is quoted"
    person.done()
    return f"from paste to records with {keys.pressed} keys"
