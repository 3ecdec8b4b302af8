"""Who asks: one reader with a stopwatch, one at a browser, one that downloads, and many that write."""

import http.client
import http.cookies
import itertools
import json
import re
import selectors
import socket
import statistics
import subprocess
import time
import urllib.parse

from server import EMAIL, PASSWORD, Broken

CHUNK = 256 * 1024


class Reader:
    """Sends one request after another on one connection that is kept."""

    def __init__(self, server):
        self.server, self.connection = server, server.connection()

    def headers(self):
        return self.server.bearer()

    def get(self, path):
        """The answer, and how many seconds it took to be whole."""
        headers = self.headers()
        began = time.perf_counter()
        self.connection.request("GET", path, headers=headers)
        answer = self.connection.getresponse()
        body = answer.read()
        seconds = time.perf_counter() - began
        if answer.status != 200:
            raise Broken(f"GET {path} was answered with {answer.status}: {body[:500]}")
        return body, seconds


class PageReader(Reader):
    """The same at a browser: pages, for somebody who has logged in, as they travel over the wire."""

    def __init__(self, server):
        super().__init__(server)
        self.cookies = {}
        token = re.search(r'name="~csrf" value="([^"]+)"', self.asked("GET", "/login").decode())
        form = {"~csrf": token.group(1), "~email": EMAIL, "~password": PASSWORD}
        self.asked("POST", "/login", urllib.parse.urlencode(form))
        if "saksi_session" not in self.cookies:
            raise Broken("the bench could not log in to the pages")

    def asked(self, method, path, body=None):
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        self.connection.request(method, path, body, self.headers() | kind)
        answer = self.connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {it.key: it.value for it in http.cookies.SimpleCookie(line).values()}
        return answer.read()

    def headers(self):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items() if value)
        return {"Accept-Encoding": "identity" if not self.cookies else "gzip", "Cookie": cookies}


def latencies(targets, requests, block=20):
    """Asks each of several servers `requests` times, and gives the seconds by name.

    `targets`: name -> (reader, paths). They take turns, a few requests each, so that what else
    the machine does falls on all of them alike.
    """
    taken = {name: [] for name in targets}
    for reader, paths in targets.values():
        for path in paths[:10]:
            reader.get(path)
    for begin in range(0, requests, block):
        for name, (reader, paths) in targets.items():
            for n in range(begin, min(begin + block, requests)):
                taken[name].append(reader.get(paths[n % len(paths)])[1])
    return taken


class Download:
    """Rows and bytes of a CSV file, and the seconds until its first byte and its last."""

    def __init__(self, began):
        self.began, self.first, self.head, self.bytes, self.lines = began, None, b"", 0, 0

    def read(self, source, seconds=None):
        """`source`: a function that gives some bytes, none at the end; read for so long at most."""
        while chunk := source(CHUNK):
            if self.first is None:
                self.first = time.perf_counter() - self.began
            if b"\n" not in self.head:
                self.head += chunk[:4096]
            self.bytes += len(chunk)
            self.lines += chunk.count(b"\n")
            if seconds and time.perf_counter() - self.began > seconds:
                break
        self.seconds = time.perf_counter() - self.began
        return self

    def rows(self):
        return max(self.lines - 1, 0)

    def per_second(self):
        return self.rows() / self.seconds

    def columns(self):
        return self.head.split(b"\n")[0].strip().replace(b'"', b"").decode().split(",")


def download(server, path):
    headers = server.bearer()
    connection = server.connection(timeout=600)
    began = time.perf_counter()
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    if answer.status != 200:
        raise Broken(f"GET {path} was answered with {answer.status}: {answer.read()[:500]}")
    # One that is cut short raises IncompleteRead.
    done = Download(began).read(answer.read1)
    connection.close()
    return done


def fetched(port, path, seconds=None):
    """A file of another server, which may still be starting; or as much of it as comes in `seconds`."""
    for attempt in range(100):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        began = time.perf_counter()
        try:
            connection.request("GET", path)
            break
        except ConnectionRefusedError:
            time.sleep(0.2)
    else:
        raise Broken(f"nothing answers on port {port}")
    answer = connection.getresponse()
    if answer.status != 200:
        raise Broken(f"GET {path} was answered with {answer.status}: {answer.read()[:500]}")
    done = Download(began).read(answer.read1, seconds)
    connection.close()
    return done


def printed_by(command, query):
    """What a command prints, downloaded alike."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        process.stdin.write(query.encode())
        process.stdin.close()
        done = Download(began).read(process.stdout.read)
    if process.returncode:
        raise Broken(f"{command[0]} ended with {process.returncode}")
    return done


class Load:
    """What became of many requests: seconds of each that was answered well, and errors."""

    def __init__(self):
        self.taken, self.errors, self.example, self.seconds = [], 0, "", 0.0
        self.commits = 0

    def per_second(self):
        return len(self.taken) / self.seconds if self.seconds else 0.0

    def at(self, share):
        """The latency that this share of requests did not exceed."""
        if not self.taken:
            return float("nan")
        ordered = sorted(self.taken)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)]

    def median(self):
        return statistics.median(self.taken) if self.taken else float("nan")


class Connection:
    """One client: it sends, waits for the whole answer, sends again."""

    def __init__(self, port, requests):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.requests, self.received, self.sent_at = requests, b"", 0.0

    def send(self):
        self.received = b""
        # Small enough to fit into the socket's buffer at once.
        message = next(self.requests)
        self.sent_at = time.perf_counter()
        self.socket.sendall(message)

    def receive(self):
        """Takes what has come. Gives the status once the answer is whole."""
        some = self.socket.recv(CHUNK)
        if not some:
            raise Broken("the server closed a connection")
        self.received += some
        head, end, body = self.received.partition(b"\r\n\r\n")
        if not end:
            return None
        head = head.lower()
        _, found, length = head.partition(b"\r\ncontent-length:")
        if found:
            whole = len(body) >= int(length.split(b"\r\n", 1)[0])
        else:
            whole = body.endswith(b"0\r\n\r\n")
        return int(head[9:12]) if whole else None


def write(server, path, bodies, clients, seconds):
    """`clients` send POST requests for some seconds, each as soon as its last is answered.

    One thread serves them all: with a thread each, switching between them would take more of
    the machine than the server's own work, and be measured with it.
    """
    def message(body):
        return (f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {authorization}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body

    authorization = server.bearer()["Authorization"]
    requests = itertools.cycle([message(json.dumps(body).encode()) for body in bodies])
    load, waiting = Load(), selectors.DefaultSelector()
    connections = [Connection(server.port, requests) for _ in range(clients)]
    began = time.perf_counter()
    for connection in connections:
        waiting.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send()
    last = began
    while waiting.get_map():
        ready = waiting.select(timeout=30)
        if not ready:
            raise Broken("a request was not answered within 30 seconds")
        for key, _ in ready:
            connection = key.data
            status = connection.receive()
            if status is None:
                continue
            last = time.perf_counter()
            if status == 201:
                load.taken.append(last - connection.sent_at)
            else:
                load.errors += 1
                load.example = load.example or connection.received.decode(errors="replace")[-600:]
            if last - began < seconds:
                connection.send()
            else:
                waiting.unregister(connection.socket)
                connection.socket.close()
    load.seconds = last - began
    return load
