#!/usr/bin/env python3
"""Holds a running saksi to its own description.

    contract.py SAKSI ST [DATABASE-URL]

SAKSI is the program, ST schemathesis' command. Serves demonstration data, sends requests made from
/api/v1/openapi.json (valid ones, and ones that are wrong in one place), and checks every answer
against the description. Afterwards `saksi verify` must find the database as it was written.
Exits with 1 if anything is wrong; the report says how to send the request again.
"""

import json
import signal
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

SEED = 20171126
# Requests for each operation, beyond those that the description itself suggests.
EXAMPLES = 15
# An access token lives for 600 seconds, and the run must not outlive it.
TIME = 540
CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "response_headers_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "ignored_auth",
]
# They end the session, or lock out the account, with which the others are tried.
LEFT_OUT = [
    "logOut", "changePassword", "endSession", "refresh", "reviseUser", "deleteUser", "restoreUser",
]

# What they take is nested so deeply that trying each boundary of each field takes minutes: more of
# the random requests instead.
DEEP = ["createEvent", "createIncident", "createDemand", "createCitation"]


def call(url, token=None, body=None):
    request = urllib.request.Request(url, None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def settings(api, token):
    """Names of records that are there: made-up ones would show little but 404."""
    kinds = ["actors", "affiliations", "citations", "demands", "events", "incidents", "instruments",
             "statements", "teams", "users"]
    there = {}

    def sample(name, path):
        items = call(f"{api}{path}?limit=10", token)["items"]
        there[name] = [value for item in items for value in (item["ref"], item["id"])]
        return items

    for kind in kinds:
        sample(kind, f"/{kind}")
    # The records inside one instrument and one vocabulary, so that both parts of a path fit.
    for inner in ["provisions", "commitments"]:
        sample(inner, f"/instruments/ICCPR/{inner}")
    types = [term["code"] for term in sample("event_types", "/vocabularies/event_type")]
    rights = [term["code"] for term in sample("terms", "/vocabularies/right")]
    there |= {
        "types": types,
        "rights": rights,
        "vocabulary": ["right"],
        "emails": [f"user{n}@example.org" for n in range(20)],
        "instrument": ["ICCPR"],
        "versions": ["*", '"1"', '"2"'],
        "dates": ["2017", "2017-11", "2017-11-26", "2017-11-26~", "2017-09-03/2017-11-16"],
    }

    def bind(parameters):
        return ", ".join(
            f'{json.dumps(at)} = {{ dictionary = "{name}", probability = {share} }}'
            for at, (name, share) in parameters.items()
        )

    anywhere = {
        "header.If-Match": ("versions", 0.8),
        "body.type": ("types", 0.8),
        "body.date": ("dates", 0.5),
        "body.rights[*]": ("rights", 0.9),
        "body.email": ("emails", 0.8),
        "body.incident": ("incidents", 0.9),
        "body.event": ("events", 0.3),
        "body.statement": ("statements", 0.8),
        "body.actor": ("actors", 0.5),
        "body.other": ("actors", 0.8),
        "body.addressee": ("actors", 0.8),
    }
    inside = {
        "/instruments/{parent}/provisions": ("instrument", "provisions"),
        "/instruments/{parent}/commitments": ("instrument", "commitments"),
        "/vocabularies/{parent}": ("vocabulary", "rights"),
    }
    lines = [f"parameters = {{ {bind(anywhere)} }}"]
    lines.append(f"[generation]\nmax-examples = {EXAMPLES}")
    # A body that is wrong may be met with 412 as well: which version is changed is looked at first.
    lines.append("[checks.negative_data_rejection]")
    lines.append("expected-statuses = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429]")
    lines += [f"[dictionaries.{name}]\nvalues = {json.dumps(values)}"
              for name, values in there.items() if values]
    lines += [
        "[[operations]]",
        f"include-operation-id = {json.dumps(DEEP)}",
        "phases.coverage.enabled = false",
        f"generation.max-examples = {4 * EXAMPLES}",
    ]
    for kind in kinds:
        lines.append("[[operations]]")
        lines.append(f"include-path-regex = '^/api/v1/{kind}/\\{{id\\}}'")
        lines.append(f"parameters = {{ {bind({'path.id': (kind, 0.8)} | anywhere)} }}")
    for path, (parent, own) in inside.items():
        at = path.replace("{", "\\{").replace("}", "\\}")
        both = {"path.parent": (parent, 0.9), "path.id": (own, 0.8)}
        lines.append("[[operations]]")
        lines.append(f"include-path-regex = '^/api/v1{at}'")
        lines.append(f"parameters = {{ {bind(both | anywhere)} }}")
    return "\n".join(lines) + "\n"


def whole(description):
    """The description without `fields`: asked for a few fields, an answer may leave out the others,
    so that with it no answer could be found to lack any."""
    for operations in description["paths"].values():
        for operation in operations.values():
            operation["parameters"] = [
                it for it in operation.get("parameters", []) if it["name"] != "fields"
            ]

    def strict(node):
        if isinstance(node, list):
            return [strict(it) for it in node]
        if not isinstance(node, dict):
            return node
        options = node.get("anyOf", [])
        if len(options) == 2 and options[1].get("required") == ["id", "ref"]:
            return options[0]
        return {name: strict(it) for name, it in node.items()}

    return strict(description)


def main():
    saksi, st, *database = sys.argv[1:]
    # Ended from outside, it still ends the server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory() as home:
        place = ["--data-dir", home, "--log-level", "error"]
        place += ["--database", database[0]] if database else []
        log = Path(home, "log")
        with log.open("wb") as to:
            server = subprocess.Popen(
                [saksi, "demo", "--json", "--listen", "127.0.0.1:0", *place],
                stdout=subprocess.PIPE, stderr=to, stdin=subprocess.DEVNULL,
            )
        try:
            line = server.stdout.readline()
            if not line:
                sys.exit(f"saksi did not start:\n{log.read_text()}")
            login = json.loads(line)
            url = login.pop("url")
            api = f"{url}/api/v1"
            token = call(f"{api}/auth/login", body=login)["access_token"]
            config = Path(home, "schemathesis.toml")
            config.write_text(settings(api, token))
            description = Path(home, "openapi.json")
            description.write_text(json.dumps(whole(call(f"{api}/openapi.json"))))
            command = [
                st, "--config-file", str(config), "run", str(description), "--url", url,
                "--header", f"Authorization: Bearer {token}",
                "--checks", ",".join(CHECKS),
                "--phases", "examples,coverage,fuzzing",
                "--seed", str(SEED), "--workers", "1",
                "--generation-database", "none", "--no-shrink", "--continue-on-failure",
                "--request-timeout", "30", "--no-color",
            ]
            for operation in LEFT_OUT:
                command += ["--exclude-operation-id", operation]
            failed = subprocess.run(
                command, check=False, timeout=TIME, stdin=subprocess.DEVNULL
            ).returncode
        except subprocess.TimeoutExpired:
            sys.exit(f"not done in {TIME} s, and the access token lives little longer")
        else:
            if server.poll() is not None:
                sys.exit("saksi ended during the run")
        finally:
            server.terminate()
            server.wait(60)
        said = log.read_text(errors="replace")
        if "panicked" in said:
            sys.exit(f"saksi panicked:\n{said}")
        wrong = subprocess.run(
            [saksi, "verify", *place], check=False, stdin=subprocess.DEVNULL
        ).returncode
        sys.exit(1 if failed or wrong else 0)


if __name__ == "__main__":
    main()
