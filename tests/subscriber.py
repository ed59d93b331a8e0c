"""A feed reader that can be sent things, on this machine."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Reader(ThreadingHTTPServer):
    """A subscriber on this machine: it keeps what it is sent and answers as it is told to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status, self.echoes, self.headers = 204, True, {}
        self.asked: list[dict[str, str]] = []
        self.sent: list[tuple[dict[str, str], bytes]] = []

    @property
    def callback(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/callback?who=me"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        self.server.asked.append(asked)
        self.answer(200, asked.get("hub.challenge", "").encode() if self.server.echoes else b"no")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.sent.append((dict(self.headers), body))
        self.answer(self.server.status, b"")

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args) -> None:
        pass
