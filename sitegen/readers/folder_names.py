"""Names of folders that say that what is in them is not to be published, in several languages."""

import re
from collections.abc import Mapping
from unicodedata import normalize

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions import reason_of_value

_NAMES: Mapping[Reason, str] = {
    "draft": "draft drafts unpublished wip entwurf entwürfe brouillon brouillons borrador"
    " borradores bozza bozze rascunho rascunhos utkast udkast kladde kladder concepten luonnokset"
    " taslaklar szkice koncepty черновики чернетки 下書き 草稿 草稿箱 초안",
    "private": "private privat privates privado privados privada privato privati"
    " privé privés prywatne confidential vertraulich confidencial confidentiel личное"
    " secret secrets geheim 非公開 私密 비공개",
    "trash": "trash trashes deleted papierkorb gelöscht corbeille papelera cestino lixeira"
    " prullenbak papperskorgen papirkurv roskakori kosz koš çöp корзина ゴミ箱 回收站",
    "other kind": "template templates vorlage vorlagen modèles plantillas modelli sjablonen"
    " szablony шаблоны テンプレート 模板",
}
_REASONS = {name: reason for reason, names in _NAMES.items() for name in names.split()}
_ORDERING = re.compile(r"\A[\W\d_]+|[\W\d_]+\Z")
"""Numbers and signs that put a folder in its place, and tell it from others: ``99 - Drafts``."""
_MY = re.compile(r"\A(?:my|our|old|meine?|alte|mis|mes)[\W_]+")
_PHRASE = re.compile(r"[^\W\d_]+(?:[\s_-]+[^\W\d_]+)+")
"""Words such as ``not for publication``; Notion has public pages in ``Private & Shared``, too."""


def reason_of_folder(name: str) -> Reason | None:
    """Why what is in a folder is not published, by the name of the folder; None if it may be."""
    plain = _ORDERING.sub("", normalize("NFC", name).lower())
    own = _MY.sub("", plain)
    return _REASONS.get(own) or (reason_of_value(plain) if _PHRASE.fullmatch(plain) else None)
