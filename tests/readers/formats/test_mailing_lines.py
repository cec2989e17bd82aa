"""The lines that services for newsletters put above and below a text."""

from pathlib import Path

import pytest

from tests.readers.sources import read_dump

ABOVE = "Oil news. View this email in your browser: https://a.example/v?e=canary"
BELOW = "Unsubscribe: https://a.example/u?e=canary"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (ABOVE, BELOW),
        ("", "You receive this as a reader of it.\n\n---\n\n" + BELOW),
        ("", "Copyright 2024 Lamps\nOur mailing address: Canary Street 5\n\n" + BELOW),
        ("", f"{BELOW}\n\nLamps, Canary Street 5\n\nMade with Canary"),
        ("[Read Online](https://a.example/?canary) | Sign Up", BELOW),
        ("Im Browser lesen: https://a.example/?canary", "Abbestellen: https://a.example/?canary"),
        ("", "Se désabonner : https://a.example/?canary"),
        ("", "取消订阅 https://a.example/?canary"),
    ],
)
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_what_is_for_the_receiver_alone_is_no_text(
    tmp_path: Path, above: str, below: str, kind: str
) -> None:
    page, rest = "https://a.example/p?id=1", "&token=canary&_hsenc=canary"
    text = f"{above}\n\n{page}{rest} burns.\n\nHow to unsubscribe from light?\n\n{below}".strip()
    if kind == "html":
        text = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
    assert _text_of(tmp_path, kind, text) == f"{page} burns.\n\nHow to unsubscribe from light?"


@pytest.mark.parametrize(
    "text",
    [
        "It burns.\n\nHow one can opt out of the tracking of lamps: https://a.example/out\n\nWrite.",
        "It burns.\n\nI unsubscribed, https://a.example/why.\n\nIt was easy.",
        "It burns.\n\nUnsubscribe: https://a.example/\n\nLook at which lamps you have at home.",
        "Online lesen ist anders als auf Papier, sagen viele: https://a.example/\n\nIt burns.",
    ],
)
def test_a_text_on_such_links_keeps_all_of_its_words(tmp_path: Path, text: str) -> None:
    assert _text_of(tmp_path, "plain", text) == text


def _text_of(folder: Path, kind: str, text: str) -> str:
    path = folder / "lamp.eml"
    path.write_text(
        "From: Ann <x@a.example>\nTo: Lamps <y@a.example>\nSubject: The lamp\n"
        "List-Id: <lamps.a.example>\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n"
        f"Content-Type: text/{kind}; charset=utf-8\n\n{text}\n",
        "utf-8",
    )
    (document,) = read_dump(path)
    return document.text


def test_a_plain_text_of_such_lines_alone_stands_in_for_the_html(tmp_path: Path) -> None:
    head = "--B\nContent-Type: text/{}; charset=utf-8\n\n{}\n\n"
    (tmp_path / "lamp.eml").write_text(
        "From: Ann <x@a.example>\nTo: Lamps <y@a.example>\nSubject: The lamp\n"
        "List-Id: <lamps.a.example>\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n"
        "Content-Type: multipart/alternative; boundary=B\n\n"
        + head.format("plain", ABOVE)
        + head.format("html", "<p>The oil of the lamp lasts until four.</p>")
        + "--B--\n",
        "utf-8",
    )
    (document,) = read_dump(tmp_path / "lamp.eml")
    assert document.text == "The oil of the lamp lasts until four."
