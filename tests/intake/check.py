#!/usr/bin/env python3
"""Checks the statements of tests/intake against README.md, and prints what each half holds.

    python3 tests/intake/check.py            exit code 1 if anything is wrong
    python3 tests/intake/check.py --events   also how often each type of event occurs in each half
"""
import calendar
import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
REFERENCE = PROJECT / "src" / "reference"
HALVES = ("building", "held")
# Read while rules are made, like the building half, but written later and in no balance with the other.
FOLDERS = (*HALVES, "later")
FOUNDING = "00-founding"
# Names of public life that both halves may have: all others are invented for one.
PUBLIC = {"Abdullah II", "International Committee of the Red Cross"}
FIELDS = {
    "issuer", "cosigners", "title", "issued_on", "place", "language", "kind", "countries", "actors", "events",
    "instruments", "demands",
}
PARTS = {
    "actors": {"name", "aliases", "kind"},
    "events": {"type", "date", "place", "perpetrators", "targets", "background", "quote"},
    "instruments": {"code", "name", "provision", "quote"},
    "demands": {"addressee", "action", "category", "quote"},
}
LONGEST, SHORTEST = 1200, 80
# Passages: which fields each file's lines have beside the text.
PASSAGES = {
    "acts": {"issued_on", "country", "events"},
    "demands": {"issued_on", "country", "demands"},
    "law": {"issued_on", "country", "instruments"},
    "heads": {"issuer", "issued_on", "title", "place"},
    "names": {"actors"},
}
PROVISION = re.compile(
    r"(Article|Section|Part|Principle|Clause|Paragraph|Regulation|Rule|§) \d+[A-Z]?[\w.()-]*( bis)?$|(Article|Part) [IVXL]+$|Article L\. \d+-\d+$"
)
WEEKDAY = re.compile(
    r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (?:the )?(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+),? (\d{4})"
)
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}

errors = []


def codes(file, column="code", **where):
    with open(REFERENCE / file, encoding="utf-8", newline="") as rows:
        return {
            row[column] for row in csv.DictReader(rows)
            if all(row[key] == value for key, value in where.items())
        }


TYPES = codes("event_types.csv")
INSTRUMENTS = codes("instruments.csv")
COUNTRIES = codes("countries.csv", "iso3")
KINDS = codes("terms.csv", vocabulary="actor_kind")
STATEMENTS = codes("terms.csv", vocabulary="statement_kind")
CATEGORIES = codes("terms.csv", vocabulary="demand_category")


def flat(text):
    return re.sub(r"\s+", " ", text).strip()


def day(value):
    """The first and the last day of an EDTF date without interval, or None if it is not one."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?", value)
    if not found:
        return None
    year, month, date = (int(part) if part else None for part in found.groups())
    if month is None:
        return (year, 1, 1), (year, 12, 31)
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if date is None:
        return (year, month, 1), (year, month, last)
    return ((year, month, date), (year, month, date)) if 1 <= date <= last else None


def span(value):
    parts = value.split("/")
    days = [day(part) for part in parts]
    if len(parts) > 2 or None in days:
        return None
    first, last = days[0][0], days[-1][1]
    return (first, last) if first <= last else None


def check(path):
    def wrong(message):
        errors.append(f"{path.parent.name}/{path.name}: {message}")

    record = json.loads(path.read_text(encoding="utf-8"))
    source = record.pop("text_file", None)
    file = PROJECT / source if source else path.with_suffix(".txt")
    if not file.exists():
        wrong(f"no text at {file}")
        return record, ""
    raw = file.read_text(encoding="utf-8")
    text = flat(raw)

    def stands(what, value):
        if value is not None and (not value or flat(value) != value or value not in text):
            wrong(f"{what} is not in the text: {value!r}")

    if set(record) != FIELDS:
        wrong(f"fields {sorted(set(record) ^ FIELDS)}")
        return record, raw
    for part, fields in PARTS.items():
        for entry in record[part]:
            if set(entry) != fields:
                wrong(f"{part}: fields {sorted(set(entry) ^ fields)}")
                return record, raw

    names = [actor["name"] for actor in record["actors"]]
    known = names + [alias for actor in record["actors"] for alias in actor["aliases"]]
    for name, times in Counter(known).items():
        if times > 1:
            wrong(f"the name {name!r} stands {times} times")
        stands("name", name)
    for who in record["cosigners"] + ([record["issuer"]] if record["issuer"] else []):
        if who not in names:
            wrong(f"issuer or co-signer {who!r} is not an actor")
    if record["issuer"] in record["cosigners"]:
        wrong("the issuer is a co-signer too")
    stands("title", record["title"])
    stands("place", record["place"])
    if record["kind"] not in STATEMENTS:
        wrong(f"kind {record['kind']!r}")
    if record["language"] not in ("en", "fr"):
        wrong(f"language {record['language']!r}")
    for country in record["countries"]:
        if country not in COUNTRIES:
            wrong(f"country {country!r}")
    if not record["countries"]:
        wrong("no country")
    issued = span(record["issued_on"]) if record["issued_on"] else None
    if record["issued_on"] and not issued:
        wrong(f"issued_on {record['issued_on']!r}")
    for name, date, month, year in (found.groups() for found in WEEKDAY.finditer(text)):
        if month in MONTHS and calendar.day_name[calendar.weekday(int(year), MONTHS[month], int(date))] != name:
            wrong(f"{date} {month} {year} was no {name}")

    for actor in record["actors"]:
        if actor["kind"] not in KINDS:
            wrong(f"actor kind {actor['kind']!r}")

    seen = Counter()
    for event in record["events"]:
        quote = event["quote"]
        stands("quote of an event", quote)
        stands("place of an event", event["place"])
        if event["type"] not in TYPES:
            wrong(f"event type {event['type']!r}")
        if not isinstance(event["background"], bool):
            wrong(f"background {event['background']!r}")
        for who in event["perpetrators"] + event["targets"]:
            if who not in names:
                wrong(f"{who!r} in {quote!r} is not an actor's name")
        if set(event["perpetrators"]) & set(event["targets"]):
            wrong(f"perpetrator and target are one in {quote!r}")
        if event["date"]:
            when = span(event["date"])
            if not when:
                wrong(f"date {event['date']!r}")
            elif issued and when[0] > issued[1]:
                wrong(f"{event['date']} is after the statement: {quote!r}")
        seen[event["type"], event["date"], tuple(event["perpetrators"]), tuple(event["targets"]), event["place"]] += 1
    for key, times in seen.items():
        if times > 1:
            wrong(f"{times} times the same event: {key}")

    seen, bare, cited = Counter(), set(), set()
    for entry in record["instruments"]:
        stands("quote of an instrument", entry["quote"])
        stands("name of an instrument", entry["name"])
        if entry["code"] is not None and entry["code"] not in INSTRUMENTS:
            wrong(f"instrument {entry['code']!r}")
        if entry["provision"] is not None and not PROVISION.match(entry["provision"]):
            wrong(f"provision {entry['provision']!r}")
        identity = entry["code"] or entry["name"]
        seen[identity, entry["provision"]] += 1
        (bare if entry["provision"] is None else cited).add(identity)
    for key, times in seen.items():
        if times > 1:
            wrong(f"{times} times the same provision: {key}")
    for identity in bare & cited:
        wrong(f"{identity} stands with and without an article")

    for demand in record["demands"]:
        stands("quote of a demand", demand["quote"])
        stands("action of a demand", demand["action"])
        if demand["action"] not in demand["quote"]:
            wrong(f"the quote lacks its action {demand['action']!r}")
        if demand["category"] not in CATEGORIES:
            wrong(f"category {demand['category']!r}")
        if demand["addressee"] is not None and demand["addressee"] not in names:
            wrong(f"addressee {demand['addressee']!r} is not an actor's name")

    words = len(raw.split())
    if not source and not SHORTEST <= words <= LONGEST:
        wrong(f"{words} words")
    return record, raw


def check_passage(where, line, fields):
    def wrong(message):
        errors.append(f"{where}: {message}")

    record = json.loads(line)
    text = flat(record["text"]).casefold()
    if set(record) != fields | {"text"}:
        wrong(f"fields {sorted(set(record) ^ fields)}")
        return record
    parts = {
        "name": [record[key] for key in ("issuer", "title", "place") if record.get(key)]
        + [name for actor in record.get("actors", []) for name in [actor["name"], *actor["aliases"]]]
        + [who for event in record.get("events", []) for who in event["targets"] + event["perpetrators"]]
        + [entry["name"] for entry in record.get("instruments", [])],
        "demand": [part for demand in record.get("demands", []) for part in (demand["addressee"], demand["action"]) if part],
    }
    for what, values in parts.items():
        for value in values:
            if flat(value).casefold() not in text:
                wrong(f"{what} is not in the text: {value!r}")
    if record.get("country") and record["country"] not in COUNTRIES:
        wrong(f"country {record['country']!r}")
    issued = span(record["issued_on"]) if record.get("issued_on") else None
    for event in record.get("events", []):
        if event["type"] not in TYPES:
            wrong(f"event type {event['type']!r}")
        when = span(event["date"]) if event["date"] else None
        if event["date"] and (not when or when[0] > issued[1]):
            wrong(f"date {event['date']!r}")
    for entry in record.get("instruments", []):
        if entry["code"] is not None and entry["code"] not in INSTRUMENTS:
            wrong(f"instrument {entry['code']!r}")
        if entry["provision"] is not None and not PROVISION.match(entry["provision"]):
            wrong(f"provision {entry['provision']!r}")
    for actor in record.get("actors", []):
        if actor["kind"] not in KINDS:
            wrong(f"actor kind {actor['kind']!r}")
    return record


def check_passages():
    """The passages of both parts; no text may stand in both, or twice in one. How many there are of each matter."""
    texts, counts = Counter(), {}
    for part in ("passages", "passages-held"):
        for path in sorted((HERE / part).glob("*.jsonl")):
            lines = path.read_text(encoding="utf-8").splitlines()
            for at, line in enumerate(lines, 1):
                record = check_passage(f"{part}/{path.name}:{at}", line, PASSAGES[path.stem])
                texts[flat(record["text"])] += 1
            counts.setdefault(path.stem, []).append(len(lines))
    for text, times in texts.items():
        if times > 1:
            errors.append(f"{times} times the same passage: {text[:80]}")
    return counts


def count(records, texts):
    events = [event for record in records for event in record["events"]]
    return {
        "statements": len(records),
        "words": sum(len(text.split()) for text in texts),
        "in French": sum(record["language"] == "fr" for record in records),
        "countries": len({country for record in records for country in record["countries"]}),
        "issuers": sum(record["issuer"] is not None for record in records),
        "co-signers": sum(len(record["cosigners"]) for record in records),
        "dated": sum(record["issued_on"] is not None for record in records),
        "with a place": sum(record["place"] is not None for record in records),
        "actors": sum(len(record["actors"]) for record in records),
        "aliases": sum(len(actor["aliases"]) for record in records for actor in record["actors"]),
        "events": len(events),
        "  with a date": sum(event["date"] is not None for event in events),
        "  with a perpetrator": sum(bool(event["perpetrators"]) for event in events),
        "  in the background": sum(event["background"] for event in events),
        "event types": len({event["type"] for event in events}),
        "perpetrators": sum(len(event["perpetrators"]) for event in events),
        "targets": sum(len(event["targets"]) for event in events),
        "instruments": sum(len(record["instruments"]) for record in records),
        "  international": sum(entry["code"] is not None for record in records for entry in record["instruments"]),
        "  with an article": sum(
            entry["provision"] is not None for record in records for entry in record["instruments"]
        ),
        "demands": sum(len(record["demands"]) for record in records),
        "without events": sum(not record["events"] for record in records),
    }


def is_plain(path):
    """Whether a statement is in the plain wording in which most are published: from 165 on."""
    return int(path.stem.partition("-")[0]) >= 165


def sentences(text):
    parts = re.split(r"(?<=[.!?;:])\s+|\n\s*\n", text)
    return {flat(part).casefold() for part in parts if len(part.split()) >= 7}


def main():
    halves, own, said = {}, {}, {}
    for half in FOLDERS:
        for text in sorted((HERE / half).glob("*.txt")):
            if not text.with_suffix(".json").exists():
                errors.append(f"{half}/{text.name}: no record beside it")
        paths = sorted((HERE / half).glob("*.json"))
        checked = [check(path) for path in paths]
        halves[half] = ([record for record, _ in checked], [text for _, text in checked])
        # The founding statement, and those in plain wording, belong to no half's balance.
        own[half] = [
            record for path, (record, _) in zip(paths, checked) if path.stem != FOUNDING and not is_plain(path)
        ]
        # Plain wording comes back: "For more information, please contact:".
        said[half] = [text for path, (_, text) in zip(paths, checked) if not is_plain(path)]

    numbers = {half: count(*halves[half]) for half in FOLDERS}
    balance = {half: count(own[half], []) for half in HALVES}
    # The building half may be somewhat more than twice the other: breadth of wording is its use.
    for what in ("statements", "in French", "actors", "events", "perpetrators", "targets", "instruments", "demands"):
        built, scored = (balance[half][what] for half in HALVES)
        most = 3 if what == "in French" else 2.6
        if not scored / 1.2 <= built <= scored * most:
            errors.append(f"halves differ in {what}: {built} and {scored}")
    read = [halves["building"][index] + halves["later"][index] for index in (0, 1)]
    held = halves["held"]
    shared = {s for text in read[1] for s in sentences(text)} & {s for text in said["held"] for s in sentences(text)}
    for sentence in sorted(shared):
        errors.append(f"a sentence of both halves: {sentence}")
    persons = [
        {actor["name"] for record in records for actor in record["actors"] if actor["kind"] in ("person", "ngo", "media")}
        for records in (read[0], held[0])
    ]
    for name in sorted(persons[0] & persons[1]):
        if not re.match(r"(Minister|President|Prime|Attorney|Inspector|Commissioner|[a-z])", name) and name not in PUBLIC:
            errors.append(f"a name of both halves: {name}")

    print(f"{'':22}" + "".join(f"{half:>10}" for half in FOLDERS))
    for what in numbers[HALVES[0]]:
        print(f"{what:22}" + "".join(f"{numbers[half][what]:>10}" for half in FOLDERS))
    types = {half: Counter(event["type"] for record in halves[half][0] for event in record["events"]) for half in HALVES}
    if "--events" in sys.argv[1:]:
        print()
        for code in sorted(TYPES):
            print(f"{code:26}" + "".join(f"{types[half][code]:>8}" for half in HALVES))
    print("passages, read and held: " + ", ".join(f"{what} {' and '.join(map(str, each))}" for what, each in check_passages().items()))
    missing = TYPES - set(types[HALVES[0]]) - set(types[HALVES[1]])
    if missing:
        errors.append("types of events that no statement has: " + ", ".join(sorted(missing)))
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
