"""A server in the place of a language model's: it answers as a test tells it to."""

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = Mapping[str, Any]
Respond = Callable[["ModelServer", Request], str]
"""Makes the text of an answer from a request."""


class ModelServer(ThreadingHTTPServer):
    """The server; it keeps what it was asked."""

    daemon_threads = True

    def __init__(self, respond: Respond) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.respond = respond
        self.statuses: list[int] = []
        """The statuses of the next responses; afterwards 200."""
        self.refuses_schemas = False
        self.finish_reason = "stop"
        self.send: Callable[[Handler, bytes], object] = Handler.send_all
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no failure of a test."""


class Handler(BaseHTTPRequestHandler):
    server: ModelServer

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append({**request, "path": self.path})
        self.server.headers.append(dict(self.headers))
        self.status = self.server.statuses.pop(0) if self.server.statuses else 200
        if self.server.refuses_schemas and "response_format" in request:
            self.status = 400
        if self.status != 200:
            text = json.dumps({"error": {"message": f"No. {self.headers['Authorization']}"}})
        else:
            message = {"role": "assistant", "content": self.server.respond(self.server, request)}
            choice = {"message": message, "finish_reason": self.server.finish_reason}
            usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
            text = json.dumps({"choices": [choice], "usage": usage})
        self.server.send(self, text.encode())

    def send_all(self, body: bytes) -> None:
        self.send_head(len(body))
        self.wfile.write(body)

    def send_head(self, length: int) -> None:
        self.send_response(self.status)
        if 300 <= self.status < 400:
            self.send_header("Location", f"{self.server.url}/elsewhere")
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base's name
        """Prints nothing."""


@contextmanager
def serving(respond: Respond) -> Iterator[ModelServer]:
    """A server that runs until the block ends."""
    with ModelServer(respond) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def prompt_of(request: Request) -> str:
    """What the user says in a request."""
    return str(request["messages"][-1]["content"])


def is_proposal(request: Request) -> bool:
    return "Propose" in prompt_of(request)


def posts_in(request: Request) -> dict[int, str]:
    """The posts of a request, by number."""
    lines = map(json.loads, re.findall(r'^\{"post": .*\}$', prompt_of(request), re.MULTILINE))
    return {line["post"]: line["text"] for line in lines if "text" in line}


def by_words(words: Mapping[str, str]) -> Respond:
    """A model that proposes the topics of ``words``, and finds them by a word for each."""

    def respond(_: ModelServer, request: Request) -> str:
        if is_proposal(request):
            topics = [{"title": t, "description": f"All on {w}."} for w, t in words.items()]
            return json.dumps({"topics": topics})
        return json.dumps({"answers": [answer_for(n, t) for n, t in posts_in(request).items()]})

    def answer_for(number: int, text: str) -> dict[str, object]:
        for word, title in words.items():
            if word in text.lower():
                return {"post": number, "reason": f"It says {word}.", "topic": title}
        return {"post": number, "reason": "", "topic": "Everything else"}

    return respond
