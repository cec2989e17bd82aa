"""Writes small archives of X in the shape of real ones."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]


def post(number: int, text: str, **fields: object) -> dict[str, Any]:
    """A record of ``tweets.js``; the number is its id and the second of its date."""
    date = f"Tue Mar 12 10:{number // 60 % 60:02}:{number % 60:02} +0000 2024"
    own: dict[str, Any] = {"id_str": str(number), "id": str(number), "created_at": date}
    return {"tweet": own | {"full_text": text, "entities": {}, "lang": "en"} | fields}


def answer(number: int, text: str, parent: int, **fields: object) -> dict[str, Any]:
    """A record of a reply."""
    return post(number, text, in_reply_to_status_id_str=str(parent), **fields)


def write_js(path: Path, name: str, records: Sequence[Record]) -> Path:
    """A file of an archive, such as ``tweets.js``; returns its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps(list(records), ensure_ascii=False, indent=2)
    path.write_text(f"window.YTD.{name}.part0 = {content}", encoding="utf-8")
    return path


def write_archive(folder: Path, posts: Sequence[Record], **others: Sequence[Record]) -> Path:
    """An archive as a folder, of the account ``@nettle``; returns its path.

    Args:
        folder: where it is written.
        posts: the records of ``tweets.js``.
        others: the records of other files, by the names that the files give them.
    """
    account = {"username": "nettle", "accountId": "7", "accountDisplayName": "Nettle"}
    write_js(folder / "data/account.js", "account", [{"account": account}])
    write_js(folder / "data/tweets.js", "tweets", posts)
    for name, records in others.items():
        write_js(folder / f"data/{name.replace('_', '-')}.js", name, records)
    return folder
