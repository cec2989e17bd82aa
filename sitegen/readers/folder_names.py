"""Names of folders that say that what is in them is not to be published, in several languages."""

import re
from collections.abc import Mapping
from unicodedata import normalize

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions import reason_of_value
from sitegen.readers.restrictions.names import finder, plain_name
from sitegen.readers.restrictions.vocabulary import ALONE, MARKS, STATES

_FOLDERS: Mapping[Reason, str] = {
    "draft": "concepten luonnokset taslaklar szkice koncepty",
    "private": "secret secrets geheim",
    "trash": "trashes papperskorgen papirkurv koš çöp",
    "other kind": """
        template templates vorlage vorlagen modèles plantillas modelli sjablonen szablony шаблоны
        テンプレート 模板
    """,
}
"""Words that say so only as the names of folders."""
_TRASH: Mapping[Reason, str] = {"trash": STATES["trash"]}
_find_folder = finder(row for table in (MARKS, ALONE, _TRASH, _FOLDERS) for row in table.items())
_ORDERING = re.compile(r"\A[\W\d_]+|[\W\d_]+\Z")
"""Numbers and signs that put a folder in its place, and tell it from others: ``99 - Drafts``."""
_MY = re.compile(r"\A(?:my|our|old|meine?|alte|mis|mes)[\W_]+")
_PHRASE = re.compile(r"[^\W\d_]+(?:[\s_-]+[^\W\d_]+)+")
"""Words such as ``not for publication``; Notion has public pages in ``Private & Shared``, too."""


def reason_of_folder(name: str) -> Reason | None:
    """Why what is in a folder is not published, by the name of the folder; None if it may be."""
    plain = _ORDERING.sub("", normalize("NFC", name).lower())
    own = _MY.sub("", plain)
    return _find_folder(plain_name(own)) or (
        reason_of_value(plain) if _PHRASE.fullmatch(plain) else None
    )
