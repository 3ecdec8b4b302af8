"""What is measured: saksi, and the databases it uses."""

import contextlib
import glob
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
EMAIL, PASSWORD = "bench@example.org", "a password for one hour"
# An access token lives ten minutes.
TOKEN_SECONDS = 8 * 60


class Broken(Exception):
    """Something did not work, so that there is nothing to measure."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ran(command, **options):
    """Runs a command to its end; gives its standard output."""
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    if done.returncode:
        raise Broken(f"{' '.join(map(str, command))} failed:\n{done.stderr.strip()[-2000:]}")
    return done.stdout


class SqliteFile:
    """A database in a file."""

    name = "SQLite"

    def __init__(self, path):
        self.path, self.url = path, f"sqlite:{path}"

    def rows(self, query):
        """The answer to a query, as tuples of text."""
        with contextlib.closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as db:
            return [tuple(str(cell) for cell in row) for row in db.execute(query)]

    def run(self, statement):
        """Changes something behind the program's back."""
        with contextlib.closing(sqlite3.connect(self.path, timeout=60)) as db, db:
            db.execute(statement)

    def settle(self):
        """Lets the system write what it still holds, so that it does not do so while we measure."""
        os.sync()

    def reference_export(self):
        """The command that prints the same columns without us, and what to send to it."""
        if not shutil.which("sqlite3"):
            return None
        query = (HERE / "events.sqlite.sql").read_text()
        return ["sqlite3", "-readonly", "-csv", "-header", str(self.path)], query

    def copy(self, path):
        """The command that copies a CSV file into a table of text, and what to send to it."""
        if not shutil.which("sqlite3"):
            return None
        return ["sqlite3", str(self.path)], f".import --csv {path} copied\n"

    def version(self):
        shell = shutil.which("sqlite3") and ran(["sqlite3", "--version"]).split()[0]
        return f"sqlite3 shell {shell or 'not found'}"


class PostgresDatabase:
    """A database on a server."""

    name = "PostgreSQL"

    def __init__(self, url):
        self.url = url

    def psql(self, *more):
        return ["psql", self.url, "-Xq", "-v", "ON_ERROR_STOP=1", *more]

    def rows(self, query):
        lines = ran(self.psql("-At", "-F", "\x1f", "-R", "\x1e", "-c", query)).strip("\n\x1e")
        return [tuple(line.split("\x1f")) for line in lines.split("\x1e")] if lines else []

    def run(self, statement):
        """Changes something behind the program's back."""
        ran(self.psql("-c", statement))

    def settle(self):
        ran(self.psql("-c", "CHECKPOINT"))
        os.sync()

    def reference_export(self):
        query = (HERE / "events.postgres.sql").read_text().strip().removesuffix(";")
        # Compiling the query (jit) takes longer than it saves; without, the reference is at its best.
        return self.psql("-c", "SET jit = off", "-c",
                         f"COPY (\n{query}\n) TO STDOUT WITH (FORMAT csv, HEADER)"), ""

    def copy(self, path):
        """The command that copies a CSV file into a table of text, and what to send to it."""
        with open(path, encoding="utf-8") as file:
            columns = ", ".join(f'"{name}" text' for name in file.readline().strip().split(","))
        return self.psql(), f"CREATE TABLE copied ({columns});\n\\copy copied FROM '{path}' CSV HEADER\n"

    def version(self):
        return f"PostgreSQL {self.rows('SHOW server_version')[0][0]}"


class SqliteDatabases:
    """Makes databases in a directory."""

    def __init__(self, work):
        self.work = work

    def make(self, name):
        return SqliteFile(self.work / f"{name}.db")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class PostgresDatabases:
    """Makes databases on the server of SAKSI_BENCH_POSTGRES, else on one of our own.

    Our own listens on 127.0.0.1, is durable as PostgreSQL is by default, and is gone at the end.
    """

    def __init__(self, work, keep):
        self.work, self.keep, self.made, self.directory = work, keep, [], None
        self.url = os.environ.get("SAKSI_BENCH_POSTGRES")

    def __enter__(self):
        if not self.url:
            try:
                self.start()
            except BaseException:
                self.stop()
                raise
        return self

    def __exit__(self, *_):
        if self.directory:
            self.stop()
        elif not self.keep:
            for name in self.made:
                admin = PostgresDatabase(self.url)
                ran(admin.psql("-c", f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))

    def as_owner(self, program, *more):
        """PostgreSQL refuses to run as root."""
        found = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{program}"))
        command = [found[-1] if found else program, *more]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        return ran(command, cwd=self.directory)

    def start(self):
        # Not inside the working directory: that is closed to the account postgres.
        self.directory = tempfile.mkdtemp(prefix="saksi-bench-pg-")
        if os.geteuid() == 0:
            shutil.chown(self.directory, "postgres")
        port = free_port()
        data = f"{self.directory}/data"
        self.as_owner("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8",
                      "--locale=C.UTF-8")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -k {self.directory}"
        # With a log: else the server would hold on to our pipe, and we would wait for its end.
        self.as_owner("pg_ctl", "-D", data, "-w", "-t", "60", "-l", f"{self.directory}/log",
                      "-o", options, "start")
        self.url = f"postgres://postgres@127.0.0.1:{port}/postgres"

    def stop(self):
        if not self.directory:
            return
        with contextlib.suppress(Broken):
            self.as_owner("pg_ctl", "-D", f"{self.directory}/data", "-m", "fast", "-w", "stop")
        if self.keep:
            shutil.move(self.directory, self.work / "postgres")
        else:
            shutil.rmtree(self.directory, ignore_errors=True)

    def make(self, name):
        name = f"saksi_bench_{os.getpid()}_{name}"
        ran(PostgresDatabase(self.url).psql("-c", f'CREATE DATABASE "{name}"'))
        self.made.append(name)
        parts = urllib.parse.urlsplit(self.url)
        return PostgresDatabase(urllib.parse.urlunsplit(parts._replace(path=f"/{name}")))


class Saksi:
    """A server on a database. A context: it is stopped at the end."""

    def __init__(self, binary, database, data_dir):
        self.binary, self.database, self.data_dir = str(binary), database, data_dir
        self.process, self.token, self.token_at = None, None, 0.0

    def command(self, *words, said=None):
        return ran([self.binary, *words, "--data-dir", str(self.data_dir), "--database",
                    self.database.url], input=said)

    def prepare(self):
        """Makes the tables, and an account to measure with."""
        self.command("migrate")
        self.command("user", "add", "--email", EMAIL, "--name", "Bench", "--role", "admin",
                     said=f"{PASSWORD}\n")

    def __enter__(self):
        self.port = free_port()
        self.data_dir.mkdir(parents=True, exist_ok=True)
        log = open(self.data_dir.with_suffix(".log"), "ab")
        began = time.perf_counter()
        with log:
            self.process = subprocess.Popen(
                [self.binary, "serve", "--listen", f"127.0.0.1:{self.port}", "--data-dir",
                 str(self.data_dir), "--database", self.database.url],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            self.wait_until_ready(began)
        except BaseException:
            self.__exit__()
            raise
        return self

    def wait_until_ready(self, began):
        """How long it takes from nothing to an answer."""
        while time.perf_counter() - began < 60:
            if self.process.poll() is not None:
                raise Broken(f"saksi ended at once; see {self.data_dir.with_suffix('.log')}:\n"
                             + self.data_dir.with_suffix(".log").read_text()[-2000:])
            try:
                connection = self.connection(timeout=5)
                connection.request("GET", "/health/ready")
                if connection.getresponse().status == 200:
                    self.ready_after = time.perf_counter() - began
                    return
            except OSError:
                pass
            finally:
                connection.close()
            time.sleep(0.002)
        raise Broken("saksi was not ready after 60 seconds")

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(25)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def connection(self, timeout=120):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def bearer(self):
        """The header that lets one in."""
        if not self.token or time.monotonic() - self.token_at > TOKEN_SECONDS:
            connection = self.connection()
            body = json.dumps({"email": EMAIL, "password": PASSWORD})
            connection.request("POST", "/api/v1/auth/login", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            said = answer.read()
            connection.close()
            if answer.status != 200:
                raise Broken(f"logging in was answered with {answer.status}: {said[:500]}")
            self.token, self.token_at = json.loads(said)["access_token"], time.monotonic()
        return {"Authorization": f"Bearer {self.token}"}

    def commits(self):
        """How many commits the server has made."""
        connection = self.connection()
        connection.request("GET", "/metrics")
        said = connection.getresponse().read().decode()
        connection.close()
        return next(int(float(line.split()[1])) for line in said.splitlines()
                    if line.startswith("saksi_commits_total "))

    def memory(self):
        """MiB in memory: all of it, and what is not a file's."""
        lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        fields = dict(line.split(":", 1) for line in lines if ":" in line)
        return tuple(int(fields[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon"))


class PeakMemory:
    """Looks every 50 ms at how much memory a server uses that is not a file's."""

    def __init__(self, server):
        self.server, self.ended = server, threading.Event()
        self.before = self.peak = server.memory()[1]
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def watch(self):
        while not self.ended.wait(0.05):
            with contextlib.suppress(OSError, KeyError):
                self.peak = max(self.peak, self.server.memory()[1])

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()

    def more(self):
        return self.peak - self.before
