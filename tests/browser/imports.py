"""A monitor brings in a partner's spreadsheet: looks, maps, imports, undoes."""

import pathlib
import tempfile

from playwright.sync_api import expect

SHEET = (
    "Fall;Wann;Land;Was;Wer\n"
    "{0}1;16/11/2017;Cambodia;Festnahme;The Baker of the Market\n"
    "{0}2;03/04/2017;Cambodia;Festnahme;The Teacher of the Village\n"
    "{0}3;03/04/2017;Atlantis;Festnahme;\n"
)


def brings_a_file(person, scripts):
    """From the upload to the undo, on the pages as they stand."""
    page = person.page
    person.go("/imports")
    with page.expect_download() as download:
        page.get_by_role("link", name="Workbook (XLSX)").click()
    assert pathlib.Path(download.value.path()).read_bytes().startswith(b"PK")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "north.csv"
        file.write_text(SHEET.format("S" if scripts else "W"))
        page.get_by_label("File", exact=True).set_input_files(file)
        page.get_by_label("Who sent it").fill("Northern Legal Aid")
        page.get_by_role("button", name="Look at the file").click()
    expect(page.get_by_role("heading", name="What would happen")).to_be_visible()
    expect(page.get_by_label("Between cells")).to_have_value("semicolon")
    for column, field in (("Fall", "external_id"), ("Wann", "date"), ("Land", "country"), ("Was", "type"), ("Wer", "targets")):
        page.get_by_label(column, exact=True).select_option(field)
    page.get_by_role("button", name="Look again").click()
    page.get_by_label("What words for the type mean").fill("Fest* = arrest")
    page.get_by_label("Dates like 03/04/2005").select_option("day_first")
    page.get_by_role("button", name="Look again").click()
    refused = page.get_by_role("region", name="Refused rows")
    expect(refused).to_contain_text("Atlantis")
    with page.expect_download() as download:
        page.get_by_role("link", name="Refused rows with the reason").click()
    assert "Atlantis" in pathlib.Path(download.value.path()).read_text()
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("heading", name="What was done")).to_be_visible()
    page.get_by_role("link", name="The statement that it rests on").click()
    expect(page.get_by_role("heading", name="Imported file: north.csv")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Undo the import").click()
    expect(page.locator(".badge").first).to_have_text("Undone")
    person.done()
