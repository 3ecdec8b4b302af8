#!/usr/bin/env python3
"""Reads the files of a running demonstration with the tools that researchers use.

    tests/exchange/files.py URL EMAIL PASSWORD

Every dataset is fetched in every format. The same rows must come out of all of them: out of CSV with
pandas and the declared types, out of JSON Lines, out of Parquet with pyarrow, out of XLSX with
openpyxl. GeoJSON must be what RFC 7946 asks for; the data package must be valid for frictionless,
with all keys and foreign keys; FollowTheMoney entities must be valid for followthemoney.
"""

import argparse
import csv
import datetime
import hashlib
import io
import json
import math
import pathlib
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile

import frictionless
import openpyxl
import pandas
import pyarrow
import pyarrow.parquet

sys.dont_write_bytecode = True


class Server:
    def __init__(self, url, email, password):
        self.url = url
        body = json.dumps({"email": email, "password": password}).encode()
        self.token = json.loads(self.ask("/api/v1/auth/login", body))["access_token"]

    def ask(self, path, body=None):
        request = urllib.request.Request(self.url + path, body, {"content-type": "application/json"})
        if body is None:
            request.add_header("authorization", f"Bearer {self.token}")
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.read()

    def file(self, name):
        return self.ask(f"/api/v1/exports/{name}")


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def same(one, other, what):
    if one != other:
        raise AssertionError(f"{what}: {one!r} and {other!r}")


def plain(value, holds):
    """A value of JSON Lines as the type of its column says."""
    if value is None:
        return None
    if holds == "date":
        return datetime.date.fromisoformat(value)
    if holds == "datetime":
        return moment(value)
    return value


def in_parquet(name, rows, fields, data):
    table = pyarrow.parquet.read_table(io.BytesIO(data))
    same(table.num_rows, len(rows), f"{name}: rows of Parquet")
    wanted = {
        "string": pyarrow.types.is_string, "list": pyarrow.types.is_list, "integer": pyarrow.types.is_integer,
        "number": pyarrow.types.is_float64, "boolean": pyarrow.types.is_boolean,
        "date": pyarrow.types.is_date32, "datetime": pyarrow.types.is_timestamp,
    }
    for field in fields:
        kind = table.schema.field(field["name"]).type
        assert wanted[field["type"]](kind), f"{name}.{field['name']} is {kind} in Parquet"
        if field["type"] == "datetime":
            same(kind.tz, "UTC", f"{name}.{field['name']}")
    for row, other in zip(rows, table.to_pylist()):
        for field in fields:
            at = field["name"]
            same(plain(row[at], field["type"]), other[at], f"{name}.{at} in Parquet")
    compression = pyarrow.parquet.ParquetFile(io.BytesIO(data)).metadata
    if compression.num_row_groups:
        same(compression.row_group(0).column(0).compression, "ZSTD", f"{name}: compression")


def in_workbook(name, rows, fields, data):
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    same(book.sheetnames, ["data", "codebook", "read me"], f"{name}: sheets")
    lines = list(book["data"].iter_rows())
    same([cell.value for cell in lines[0]], [field["name"] for field in fields], f"{name}: header of XLSX")
    same(len(lines) - 1, len(rows), f"{name}: rows of XLSX")
    for row, cells in zip(rows, lines[1:]):
        for place, field in enumerate(fields):
            at, value = field["name"], row[field["name"]]
            cell = cells[place] if place < len(cells) else None
            seen = None if cell is None else cell.value
            where = f"{name}.{at} in XLSX"
            if value is None or value == [] or value == "":
                same(seen, None, where)
            elif field["type"] == "date" and value >= "1900-03-01":
                assert cell.is_date, where
                same(seen.date(), datetime.date.fromisoformat(value), where)
            elif field["type"] == "datetime":
                assert cell.is_date, where
                apart = abs(seen.replace(tzinfo=datetime.timezone.utc) - moment(value))
                assert apart <= datetime.timedelta(milliseconds=2), (where, seen, value)
            elif isinstance(value, list):
                # An item with the separator in it would read as two.
                same(seen, "; ".join(it.replace("; ", ", ") for it in value).replace("\r\n", "\n"), where)
            elif isinstance(value, str):
                same(cell.data_type, "s", where)
                text = value.replace("\r\n", "\n")
                cut = len(text.encode("utf-16-le")) > 2 * 32_767
                assert seen.endswith(" […]") if cut else seen == text, (where, seen, value)
            else:
                same(seen, value, where)
    same(sum(1 for _ in book["codebook"].iter_rows()) - 1, len(fields), f"{name}: codebook in XLSX")


def in_pandas(name, rows, fields, data):
    """CSV, with the types that the package declares."""
    kinds = {"string": "string", "list": "string", "integer": "Int64", "number": "Float64",
             "boolean": "boolean", "date": "string", "datetime": "string"}
    frame = pandas.read_csv(
        io.BytesIO(data), dtype={field["name"]: kinds[field["type"]] for field in fields},
        keep_default_na=False, na_values=[""])
    same(len(frame), len(rows), f"{name}: rows of CSV")
    for field in fields:
        at, column = field["name"], frame[field["name"]]
        if field["type"] == "datetime":
            column = pandas.to_datetime(column, utc=True)
            assert str(column.dtype).startswith("datetime64"), f"{name}.{at} in pandas"
        empty = [value is None or value == [] for value in (row[at] for row in rows)]
        same(list(column.isna()), empty, f"{name}.{at}: what is empty in pandas")
        if field["type"] in ("integer", "boolean"):
            same([None if pandas.isna(it) else it for it in column], [row[at] for row in rows], f"{name}.{at}")


def position(numbers):
    assert isinstance(numbers, list) and len(numbers) in (2, 3), numbers
    longitude, latitude = numbers[:2]
    assert all(isinstance(it, (int, float)) and math.isfinite(it) for it in numbers), numbers
    assert -180 <= longitude <= 180 and -90 <= latitude <= 90, numbers


def in_geojson(rows, data):
    """What RFC 7946 asks for, of what is there: points and nothing else."""
    data.decode("utf-8")
    collection = json.loads(data)
    same(collection["type"], "FeatureCollection", "type")
    assert "crs" not in collection and "coordinates" not in collection and "properties" not in collection
    same(len(collection["features"]), len(rows), "features")
    seen, placed = set(), 0
    for row, feature in zip(rows, collection["features"]):
        same(feature["type"], "Feature", "type of a feature")
        assert {"geometry", "properties"} <= feature.keys() and "features" not in feature
        same(feature["id"], row["event_id"], "id")
        assert feature["id"] not in seen, "two features have one id"
        seen.add(feature["id"])
        assert isinstance(feature["properties"], dict)
        same(feature["properties"]["geo_precision"], row["geo_precision"], "precision")
        geometry = feature["geometry"]
        known = row["latitude"] is not None and row["geo_precision"] not in ("country", "unknown")
        same(geometry is not None, known, f"geometry of {row['event_ref']}")
        if geometry is not None:
            placed += 1
            same(geometry["type"], "Point", "geometry")
            position(geometry["coordinates"])
            same(geometry["coordinates"], [row["longitude"], row["latitude"]], "coordinates")
    assert placed, "no event of the demonstration has a place"
    return placed


def package(data, work):
    at = work / "datapackage.zip"
    at.write_bytes(data)
    with zipfile.ZipFile(at) as archive:
        files = {path: archive.read(path) for path in archive.namelist()}
    described = json.loads(files["datapackage.json"])
    for resource in described["resources"]:
        content = files[resource["path"]]
        same(len(content), resource["bytes"], resource["path"])
        same("sha256:" + hashlib.sha256(content).hexdigest(), resource["hash"], resource["path"])
    for line in files["SHA256SUMS"].decode().splitlines():
        digest, path = line.split("  ", 1)
        same(hashlib.sha256(files[path]).hexdigest(), digest, path)
    # The tool looks for nothing outside the archive.
    report = frictionless.validate(str(at), type="package")
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "type", "note"])[:20]
    return described, files


def entities(data):
    from followthemoney import model

    known, links, schemata = set(), [], {}
    for line in data.decode().splitlines():
        entity = model.get_proxy(json.loads(line), cleaned=False)
        raw = json.loads(line)
        same(entity.schema.name, raw["schema"], "schema")
        for name, values in raw["properties"].items():
            prop = entity.schema.get(name)
            assert prop is not None, f"{entity.schema.name} has no {name}"
            for value in values:
                assert prop.type.validate(value), f"{entity.schema.name}.{name}: {value!r}"
            if prop.type.name == "entity":
                links.extend((entity.id, name, value, prop.range.name) for value in values)
        entity.schema.validate(raw)
        assert entity.id not in known, f"{entity.id} is there twice"
        known.add(entity.id)
        schemata[entity.schema.name] = schemata.get(entity.schema.name, 0) + 1
    for source, name, target, _ in links:
        assert target in known, f"{source}.{name} leads to {target}, which is not there"
    assert schemata, "there are no entities"
    return schemata


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("url", "email", "password"):
        parser.add_argument(name)
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="where the data package is unpacked to")
    asked = parser.parse_args()
    server = Server(asked.url, asked.email, asked.password)
    with tempfile.TemporaryDirectory() as directory:
        described, files = package(server.file("datapackage.zip"), pathlib.Path(directory))
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            for path, content in files.items():
                (asked.keep / path).write_bytes(content)
        narrowed, _ = package(server.file("datapackage.zip?country=KHM"), pathlib.Path(directory))
    print(f"entities.ftm.json: {entities(server.file('entities.ftm.json'))}")
    entities(server.file("entities.ftm.json?country=KHM"))
    for unit in ("event", "victim"):
        matrix = pandas.read_csv(io.BytesIO(server.file(f"capture.csv?unit={unit}")))
        marks = matrix[[name for name in matrix.columns if name.startswith("in_")]]
        assert len(marks.columns) > 1 and marks.isin([0, 1]).all().all(), f"capture of {unit}s"
        print(f"capture.csv: {len(matrix)} {unit}s, {len(marks.columns)} sources")
    same(narrowed["saksi:filters"], {"country": "KHM"}, "filters")
    for resource in described["resources"]:
        name = resource["name"]
        if resource.get("type") != "table" or name in ("vocabularies", "codebook"):
            continue
        fields = resource["schema"]["fields"]
        data = server.file(f"{name}.csv")
        same(data, files[f"{name}.csv"], f"{name}.csv alone and in the package")
        rows = [json.loads(line) for line in server.file(f"{name}.jsonl").splitlines()]
        same(len(list(csv.reader(io.StringIO(data.decode(), newline="")))) - 1, len(rows), f"{name}: rows")
        in_pandas(name, rows, fields, data)
        in_parquet(name, rows, fields, server.file(f"{name}.parquet"))
        in_workbook(name, rows, fields, server.file(f"{name}.xlsx"))
        if name == "events":
            placed = in_geojson(rows, server.file("events.geojson"))
            print(f"events.geojson: {placed} of {len(rows)} events have a place")
            for preset, columns in (("acled", 31), ("ucdp", 41)):
                frame = pandas.read_csv(io.BytesIO(server.file(f"events.csv?preset={preset}")))
                same((len(frame), len(frame.columns)), (len(rows), columns), preset)
        print(f"{name}: {len(rows)} rows, the same in CSV, JSON Lines, Parquet and XLSX")


if __name__ == "__main__":
    try:
        main()
    except urllib.error.HTTPError as error:
        sys.exit(f"files: {error}: {error.read().decode(errors='replace')}")
