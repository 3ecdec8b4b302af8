#!/usr/bin/env python3
"""Reads a country report of a running demonstration with what people open it with.

    tests/exchange/reports.py URL EMAIL PASSWORD

The document as JSON says what is counted. Every number of it must stand beside its label in the three other
renderings: HTML as Chromium shows it, PDF as pdftotext reads it, DOCX as LibreOffice sets it. None may be refused,
and no page may be blank.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

sys.dont_write_bytecode = True

from files import Server  # noqa: E402

ASKED = "/api/v1/reports/country/KHM?from=2012-01-01&to=2019-12-31&audience=partners&format="


def chromium(html):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        page = browser.new_page()
        page.set_content(html)
        # The tables behind charts are there to be opened.
        page.evaluate("document.querySelectorAll('details').forEach(it => (it.open = true))")
        text = page.inner_text("body")
        browser.close()
    return text


def pdf_text(file):
    """The lines of a PDF as they stand on its pages."""
    text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")
    assert len(pages) > 2, "it has pages"
    for number, page in enumerate(pages[:-1], 1):
        assert len(page.split()) > 8, f"page {number} is blank"
    return text


def libreoffice(file, folder):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file],
        check=True, capture_output=True, timeout=300,
    )
    return pdf_text(file.with_suffix(".pdf"))


def words(spans):
    return "".join(span["text"] for span in spans)


def counted(document):
    """Each number with what stands before it and after it: labels, or the words of its sentence."""
    for section in document["sections"]:
        for block in section["blocks"]:
            kind = block["block"]
            if kind == "figures":
                for item in block["items"]:
                    yield "", item["value"]["text"], item["label"]
            elif kind == "chart":
                for series in block["series"]:
                    for category, value in zip(block["categories"], series["values"]):
                        if value is not None:
                            yield category, f"{value:,}", ""
            elif kind == "table":
                for row in block["rows"]:
                    for cell in row[1:]:
                        if len(cell) == 1 and "number" in cell[0]:
                            yield words(row[0]), cell[0]["text"], ""
            elif kind in ("paragraph", "remark"):
                spans = block["text"]
                for at, span in enumerate(spans):
                    if "number" in span:
                        before = words(spans[:at]).split()[-1:]
                        after = words(spans[at + 1:]).split()[:1]
                        yield "".join(before), span["text"], "".join(after)


def stands(text, before, number, after):
    """Whether a number stands where it should: beside the words of its sentence, above its label, or as the first
    number behind one, which may go on in the next line."""
    def spaced(words):
        return re.sub(r"\\?\s+", r"\\s+", re.escape(words.strip()))
    number = rf"(?<![\d,.]){re.escape(number)}(?!\d)"
    if before and after:
        return re.search(rf"{spaced(before)}\s*{number}\s*{spaced(after)}", text) is not None
    if after:
        return re.search(rf"{number}[\s\S]{{0,400}}?\b{spaced(after)}\b", text) is not None
    # The first words, past the numbers that are part of the label: "ICCPR Article 19".
    label = spaced(re.match(r".*\d[^\s,]*|.{0,14}", " ".join(before.split())).group())
    return re.search(rf"{label}[^\d]{{0,300}}?{number}", text) is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for what in ("url", "email", "password"):
        parser.add_argument(what)
    asked = parser.parse_args()
    server = Server(asked.url, asked.email, asked.password)
    document = json.loads(server.ask(f"{ASKED}json"))["document"]
    numbers = list(counted(document))
    assert len(numbers) > 60, f"only {len(numbers)} numbers are in the report"
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "report"
        for kind in ("pdf", "docx"):
            file.with_suffix(f".{kind}").write_bytes(server.ask(f"{ASKED}{kind}"))
        renderings = {
            "PDF": pdf_text(file.with_suffix(".pdf")),
            "DOCX": libreoffice(file.with_suffix(".docx"), folder),
            "HTML": chromium(server.ask(f"{ASKED}html").decode()),
        }
    wrong = [
        f"{kind} has no {number} beside '{before} … {after}'"
        for kind, text in renderings.items()
        for before, number, after in numbers
        if not stands(text, before, number, after)
    ]
    assert not wrong, "\n".join(wrong[:20]) + f"\n{len(wrong)} of {3 * len(numbers)}"
    print(f"country report: {len(numbers)} numbers, the same in JSON, HTML, PDF and DOCX")


if __name__ == "__main__":
    main()
