"""A live page under load, by requests as pages send them: from saving a file to the changed page, many pages at once, many requests."""
import http.client
import json
import pathlib
import re
import socket
import subprocess
import threading
import time
import urllib.parse


class Served:
    """`mot serve` of a folder, on the loopback alone."""

    def __init__(self, mot, folder, *options):
        self.process = subprocess.Popen([mot, "-C", folder, "serve", *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = urllib.parse.urlparse(self.process.stdout.readline().strip())
        self.query = "?" + self.address.query if self.address.query else ""
        while b'"page":0' in self.get("/state"):
            time.sleep(0.05)

    def get(self, path, method="GET", body=None, tries=20):
        """The body of an answer; asked again, as a page does, where the system takes no more connections for the moment."""
        for left in range(tries, 0, -1):
            connection = http.client.HTTPConnection("127.0.0.1", self.address.port, timeout=30)
            try:
                joined = "&" + self.address.query if "?" in path and self.address.query else self.query
                connection.request(method, path + joined, body, {"Origin": f"http://127.0.0.1:{self.address.port}"} if body else {})
                answer = connection.getresponse()
                text = answer.read()
                if answer.status >= 400:
                    raise RuntimeError(f"{path}: {answer.status} {text}")
                return text
            except OSError:
                if left == 1:
                    raise
                time.sleep(0.1)
            finally:
                connection.close()

    def memory(self):
        """Resident MiB of the server itself, and its open descriptors."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024, len(list(pathlib.Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def end(self):
        begun = time.monotonic()
        self.process.terminate()
        self.process.wait()
        return time.monotonic() - begun


PAUSE = 0.15  # seconds between two questions of a page


def next_page(served, page):
    """Waits as a page does until there is another one; its number, and what became of it."""
    while (now := json.loads(served.get("/state"))["page"]) == page:
        time.sleep(PAUSE)
    return now, served.get(f"/changes?since={page}")


def until_shown(served, file, text, shown, rounds):
    """Median seconds from saving a file until a page has what it says, and until no picture of it is that of the page before."""
    took, whole = [], []
    page = json.loads(served.get("/state"))["page"]
    for number in range(rounds + 1):
        name, before = f"Saved {number:03}".encode(), f"Saved {number - 1:03}".encode()
        begun = time.monotonic()
        file.write_text(text.replace(shown, name.decode(), 1), encoding="utf-8")
        changes = b""
        while name not in changes:
            page, changes = next_page(served, page)
        took.append(time.monotonic() - begun)
        while before in served.get("/"):
            time.sleep(PAUSE)
        whole.append(time.monotonic() - begun)
        page = json.loads(served.get("/state"))["page"]
    # The first round has no name of its own to wait for.
    return tuple(sorted(times[1:])[rounds // 2] for times in (took, whole))


def poll(served, pages, rounds):
    """So many pages, each asking for the state so often; the longest that one waited, in seconds."""
    longest = [0.0] * pages

    def page(number):
        for _ in range(rounds):
            begun = time.monotonic()
            served.get("/state?since=1")
            longest[number] = max(longest[number], time.monotonic() - begun)

    threads = [threading.Thread(target=page, args=(number,)) for number in range(pages)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return max(longest)


def hold(port, count, sent):
    sockets = [socket.create_connection(("127.0.0.1", port)) for _ in range(count)]
    for connection in sockets:
        connection.sendall(sent)
    return sockets
