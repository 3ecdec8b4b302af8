"""Takes a picture of every page: screenshots.py <what saksi demo --json said> <folder>."""

import json
import pathlib
import sys

from playwright.sync_api import sync_playwright

from pages import PAGES

HOW = {
    "light": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2},
    "arabic": {"viewport": {"width": 1280, "height": 900}},
}

demo = json.loads(pathlib.Path(sys.argv[1]).read_text())
folder = pathlib.Path(sys.argv[2])
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for name, how in HOW.items():
        page = browser.new_context(**how).new_page()
        page.goto(demo["url"] + "/login")
        page.locator("#email").fill(demo["email"])
        page.locator("#password").fill(demo["password"])
        page.locator(".primary").click()
        page.wait_for_url(demo["url"] + "/")
        if name == "arabic":
            page.locator("button[name=language][value=ar]").click()
            page.wait_for_load_state()
        (folder / name).mkdir(parents=True, exist_ok=True)
        for path in PAGES:
            page.goto(demo["url"] + path)
            file = "".join(c if c.isalnum() else "-" for c in path).strip("-") or "start"
            page.screenshot(path=folder / name / f"{file}.png", full_page=True)
    browser.close()
print(f"{len(HOW) * len(PAGES)} pictures in {folder}")
