"""Asks a language model for JSON, through the chat completions of an OpenAI-compatible server.

See https://platform.openai.com/docs/api-reference/chat for the format. Ollama, llama.cpp and LM
Studio have it too. Where a server refuses a schema, the model is asked for JSON without one.
"""

import json
import re
import time
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.errors import ConfigError
from sitegen.topics.llm.server import KEY_VARIABLE, Server

Json = Mapping[str, object]

_TEMPORARY = frozenset({429, 502, 503, 504})
"""The statuses after which a server may answer later: it is busy, or still loads the model."""
_REFUSALS = frozenset({400, 415, 422, 500, 501})
"""The statuses with which servers refuse a schema, or a parameter, that they do not support."""
WAITS = (1.0, 2.0, 4.0, 8.0, 16.0)
"""The seconds before each further request to a server that is busy."""
_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL)
_MOST_FAILURES = 50


class InvalidAnswerError(Exception):
    """The model's answer cannot be used; the message says why."""


class Prompt(NamedTuple):
    """What a model is asked."""

    system: str
    user: str
    schema: Json
    """The JSON Schema of the answer."""
    most_tokens: int
    """The longest answer that there is room for."""


class Chat:
    """A model on a server."""

    def __init__(self, server: Server, model: str) -> None:
        self.model = model
        self._server = server
        self._has_schemas = True

    def ask(self, prompt: Prompt) -> list[object]:
        """The list in the model's answer.

        Raises:
            InvalidAnswerError: the answer has no list in JSON, or was cut off.
            ConfigError: the server cannot be reached, or reports an error.
        """
        status, body = 0, b""
        if self._has_schemas:
            status, body = self._post(_request(self.model, prompt, with_schema=True))
            self._has_schemas = status not in _REFUSALS
        if not self._has_schemas:
            status, body = self._post(_request(self.model, prompt, with_schema=False))
        if status != 200:
            raise ConfigError(self._refusal(status, body))
        return _list_in(_content_of(body))

    def _post(self, request: Json) -> tuple[int, bytes]:
        """Sends a request, again after a while if the server is busy."""
        status, body = self._server.post("/chat/completions", request)
        for wait in WAITS:
            if status not in _TEMPORARY:
                break
            time.sleep(wait)
            status, body = self._server.post("/chat/completions", request)
        return status, body

    def _refusal(self, status: int, body: bytes) -> str:
        said = self._server.said(body)
        key = f" (the key is read from {KEY_VARIABLE})" if status in (401, 403) else ""
        return f"the server answered with the status {status}{key}{': ' if said else ''}{said}"


def _request(model: str, prompt: Prompt, *, with_schema: bool) -> Json:
    request: dict[str, object] = {
        "model": model,
        "messages": [
            {"role": "system", "content": prompt.system},
            {"role": "user", "content": prompt.user},
        ],
        "stream": False,
    }
    if with_schema:
        schema = {"name": "answer", "strict": True, "schema": prompt.schema}
        request |= {
            "temperature": 0,
            "seed": 0,
            "max_tokens": prompt.most_tokens,
            "response_format": {"type": "json_schema", "json_schema": schema},
        }
    return request


def _content_of(body: bytes) -> str:
    """The text of a chat completion."""
    try:
        choice = json.loads(body)["choices"][0]
        content, ended = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise InvalidAnswerError("it is no chat completion") from None
    if ended == "length":
        raise InvalidAnswerError("it was cut off, as it is too long")
    if not isinstance(content, str):
        raise InvalidAnswerError("it has no text")
    return content


def _list_in(text: str) -> list[object]:
    """The list in an answer.

    It may be alone or in an object, or consist of objects one after the other, with thoughts,
    fences or sentences around it.
    """
    alone: list[object] = []
    for value in _values_in(_THOUGHTS.sub("", text)):
        inner = value if isinstance(value, list) else _first_list(value)
        if inner is not None:
            return inner
        alone.append(value)
    if not alone:
        raise InvalidAnswerError("it has no list in JSON")
    return alone


def _first_list(value: Json) -> list[object] | None:
    return next((inner for inner in value.values() if isinstance(inner, list)), None)


def _values_in(text: str) -> Iterator[Json | list[object]]:
    """The JSON objects and lists in a text, in order."""
    decoder = json.JSONDecoder()
    position, failures = 0, 0
    while failures < _MOST_FAILURES and (found := re.compile(r"[{\[]").search(text, position)):
        try:
            value, position = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            failures += 1
            position = found.end()
        else:
            yield value
