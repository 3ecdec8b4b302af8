#!/usr/bin/env python3
"""Makes src/reference/geo/countries-*.z, the outlines of countries, from a package that was unpacked elsewhere.

    npm pack world-atlas && tar xf world-atlas-*.tgz       # Natural Earth, public domain
    scripts/data/prepare_map.py <folder of world-atlas>

Each file is deflated (zlib). Numbers are unsigned LEB128; what may be negative is zigzag. Degrees are in
hundredths. Borders that two countries share are one line:

    count of lines; each: count of points; each: longitude and latitude, less those of the point before
    count of countries; each: ISO 3166-1 alpha-3 in three bytes, or ---; count of rings; each: count of lines;
        each: its index, or -1 less it where it runs backwards
"""

import csv
import json
import pathlib
import sys
import zlib

ROOT = pathlib.Path(__file__).parents[2]
NAMED = {"Kosovo": "XKX"}


def number(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value):
    return number(value * 2 if value >= 0 else -value * 2 - 1)


def main(folder):
    codes = {row["m49"]: row["iso3"] for row in csv.DictReader(open(ROOT / "src/reference/countries.csv"))}
    for detail in ("50m", "110m"):
        atlas = json.load(open(pathlib.Path(folder) / f"countries-{detail}.json"))
        (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
        out, points = bytearray(number(len(atlas["arcs"]))), 0
        for arc in atlas["arcs"]:
            x = y = 0
            line = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                at = (round((x * sx + tx) * 100), round((y * sy + ty) * 100))
                if not line or line[-1] != at:
                    line.append(at)
            if len(line) == 1:
                line.append(line[0])
            out += number(len(line))
            before = (0, 0)
            for at in line:
                out += signed(at[0] - before[0]) + signed(at[1] - before[1])
                before = at
            points += len(line)
        shapes = [it for it in atlas["objects"]["countries"]["geometries"] if it.get("arcs")]
        out += number(len(shapes))
        for shape in shapes:
            code = codes.get(shape.get("id"), NAMED.get(shape["properties"]["name"], "---"))
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            rings = [ring for polygon in polygons for ring in polygon]
            out += code.encode() + number(len(rings))
            for ring in rings:
                out += number(len(ring)) + b"".join(signed(at) for at in ring)
        path = ROOT / f"src/reference/geo/countries-{detail}.z"
        path.write_bytes(zlib.compress(bytes(out), 9))
        print(detail, len(shapes), "countries", points, "points", f"{path.stat().st_size:,} bytes")


main(sys.argv[1])
