#!/usr/bin/env python3
"""Makes src/reference/commitments.csv from a table of ratifications kept elsewhere.

    scripts/data/prepare_commitments.py <ratifications.csv>

The table has one row for each act of a state: iso3, treaty_code, action, date, date_precision, source, as_of, check.
A year stays a year. A signature whose day the source lacks was made by the day of the source: an interval without a
beginning. From which day a treaty binds the state is not in the table; src/domain/law.rs knows it.

Rows that commitments.csv has and the table lacks stay, with what it says more about rows that both have. Left out
are those who are not countries of src/reference/countries.csv (the European Union, states that are no more).
"""

import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).parents[2] / "src/reference"
OUT = ROOT / "commitments.csv"
COLUMNS = ["instrument", "country", "action", "date", "effective_on", "source", "as_of", "note"]

# What the table calls otherwise; what a word of its own would tell is said in the note.
ACTIONS = {
    "ratification or accession (undifferentiated)": ("ratification_or_accession", ""),
    "deposit of ratification or accession": ("ratification_or_accession", ""),
    "signature (binding on signature)": ("signature", "binds by signature, without ratification"),
    "succession to signature": ("signature", "succession to signature"),
}

# Withdrawals that took effect, of parties that the table has. It has none itself.
KNOWN = "notice to the depositary; general knowledge, check vs the depositary"
DENUNCIATIONS = [
    ("ACHR", "TTO", "1998-05-26", "1999-05-26"),
    ("ACHR", "VEN", "2012-09-10", "2013-09-10"),
    ("ICCPR-OP1", "JAM", "1997-10-23", "1998-01-23"),
    ("ROME", "BDI", "2016-10-27", "2017-10-27"),
    ("ROME", "PHL", "2018-03-17", "2019-03-17"),
]


def key(row):
    return row["instrument"], row["country"], row["action"], row["date"]


def fact(row):
    action, word = ACTIONS.get(row["action"], (row["action"], ""))
    date = f"/{row['as_of']}" if row["date_precision"] == "unknown" else row["date"]
    return {
        "instrument": row["treaty_code"],
        "country": row["iso3"],
        "action": action,
        "date": date,
        "effective_on": "",
        "source": row["source"],
        "as_of": row["as_of"],
        "note": "; ".join(part for part in (row["check"], word) if part),
    }


def main(table):
    with open(ROOT / "countries.csv", newline="") as file:
        countries = {row["iso3"] for row in csv.DictReader(file)}
    with open(OUT, newline="") as file:
        before = {key(row): row for row in csv.DictReader(file)}
    with open(table, newline="") as file:
        rows = list(csv.DictReader(file))
    facts = {key(it): it for it in map(fact, rows) if it["country"] in countries}
    for instrument, country, date, effective_on in DENUNCIATIONS:
        row = dict(zip(COLUMNS, (instrument, country, "denunciation", date, effective_on, KNOWN, "", "")))
        facts[key(row)] = row
    kept = 0
    for name, row in before.items():
        if name not in facts:
            facts[name], kept = row, kept + 1
        elif row["source"].endswith(facts[name]["source"]):
            facts[name]["source"] = row["source"]
    ordered = sorted(facts.values(), key=lambda it: (it["country"], it["instrument"], it["date"].lstrip("/"), it["action"]))
    with open(OUT, "w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(ordered)
    others = sorted({row["iso3"] for row in rows} - countries)
    print(f"{len(ordered)} commitments, {kept} of them not in the table; left out: {', '.join(others)}", file=sys.stderr)


main(sys.argv[1])
