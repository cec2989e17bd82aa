"""Requests to the server of a language model, and where they may go."""

import socket
import time
from collections.abc import Iterator

import pytest

from sitegen.errors import ConfigError
from sitegen.topics.llm import server as module
from sitegen.topics.llm.server import Server, checked_key
from tests.language_model import Handler, ModelServer, serving


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with serving(lambda _, __: "all is well") as server:
        yield server


def failure_of(server: Server) -> str:
    with pytest.raises(ConfigError) as caught:
        server.post("/chat/completions", {})
    return caught.value.message


def resolve_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[tuple[str, int]]:
    """Makes every name resolve to some addresses; returns the connections that are tried."""
    tried: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    def resolve(_: str, port: int, **__: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    return tried


def test_a_request_goes_to_the_path_below_the_address(model: ModelServer) -> None:
    status, body = Server(f"{model.url}/", 5).post("/chat/completions", {"a": 1})
    assert (status, b"all is well" in body) == (200, True)
    assert model.requests == [{"a": 1, "path": "/v1/chat/completions"}]
    assert "Authorization" not in model.headers[0]


def test_the_key_is_sent_as_a_bearer_token_and_not_shown(model: ModelServer) -> None:
    model.statuses = [401]
    server = Server(model.url, 5, key="s3cret")
    status, body = server.post("/chat/completions", {})
    assert model.headers[0]["Authorization"] == "Bearer s3cret"
    assert status == 401
    assert server.said(body) == '{"error": {"message": "No. Bearer …"}}'


@pytest.mark.parametrize("key", ["two\nlines", "schlüssel", "nul\0"])
def test_a_key_that_no_header_can_hold_is_an_error_that_does_not_show_it(key: str) -> None:
    with pytest.raises(ConfigError) as caught:
        checked_key({"SITEGEN_LLM_KEY": key})
    assert "SITEGEN_LLM_KEY" in caught.value.message
    assert key not in caught.value.message


def test_a_server_on_another_machine_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    any_interface = "0.0.0.0"  # noqa: S104 -- what people write for “here”
    for addresses in (
        ["192.0.2.7"],
        ["127.0.0.1", "192.0.2.7"],
        ["::ffff:192.0.2.7"],
        ["2001:db8::1"],
        [any_interface],
    ):
        tried = resolve_to(monkeypatch, *addresses)
        said = failure_of(Server("http://models.example/v1", 5))
        assert "is not this machine" in said, addresses
        assert "llm_allow_remote = true" in said
        assert tried == []


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_a_name_of_this_machine_is_resolved_once_and_its_address_is_used(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    tried = resolve_to(monkeypatch, address)
    assert "cannot be reached" in failure_of(Server("http://here.example:8080/v1", 5))
    assert tried == [(address, 8080)]


def test_another_machine_is_asked_if_the_editor_allows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = resolve_to(monkeypatch, "192.0.2.7", "192.0.2.8")
    server = Server("https://models.example/v1", 5, allow_remote=True)
    assert failure_of(server) == "models.example cannot be reached: Connection refused"
    assert tried == [("192.0.2.7", 443), ("192.0.2.8", 443)]


def test_a_proxy_is_not_used(model: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert Server(model.url, 5).post("/chat/completions", {})[0] == 200


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(model: ModelServer, status: int) -> None:
    model.statuses = [status]
    assert "redirects to another address" in failure_of(Server(model.url, 5))
    assert len(model.requests) == 1


def test_a_server_that_does_not_run_is_named(model: ModelServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    said = failure_of(Server(f"http://127.0.0.1:{port}/v1", 5))
    assert said == f"127.0.0.1:{port} cannot be reached: Connection refused"


def test_a_server_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        server = Server(f"http://127.0.0.1:{silent.getsockname()[1]}/v1", 0.2)
        assert failure_of(server) == "it took longer than 0.2 s"


def test_a_server_that_sends_byte_by_byte_is_given_up(model: ModelServer) -> None:
    def send(handler: Handler, body: bytes) -> None:
        handler.send_head(len(body))
        for byte in body:
            handler.wfile.write(bytes([byte]))
            time.sleep(0.05)

    model.send = send
    assert failure_of(Server(model.url, 0.3)) == "it took longer than 0.3 s"


def test_an_answer_that_ends_early_is_not_used(model: ModelServer) -> None:
    def send(handler: Handler, body: bytes) -> None:
        handler.send_head(len(body))
        handler.wfile.write(body[:-5])

    model.send = send
    assert "the answer is not complete" in failure_of(Server(model.url, 5))


def test_a_server_that_does_not_speak_http_is_an_error(model: ModelServer) -> None:
    model.send = lambda handler, _: handler.wfile.write(b"hello\n")
    assert "cannot be reached" in failure_of(Server(model.url, 5))


def test_an_endless_answer_is_not_read(model: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_BYTES", 10)
    assert "sent more than" in failure_of(Server(model.url, 5))
