"""Names of folders that say that what is in them is not to be published, in several languages."""

import re
from collections.abc import Mapping
from unicodedata import normalize

from sitegen.readers.findings import Reason

_NAMES: Mapping[Reason, str] = {
    "draft": "draft drafts unpublished wip entwurf entwürfe brouillon brouillons borrador"
    " borradores bozza bozze rascunho rascunhos utkast szkice черновики 下書き 草稿",
    "private": "private privat privates privado privados privada privato privati"
    " privé privés prywatne confidential vertraulich confidencial confidentiel личное"
    " secret secrets",
    "trash": "trash trashes deleted papierkorb gelöscht corbeille papelera cestino lixeira"
    " prullenbak kosz корзина ゴミ箱 回收站",
    "other kind": "template templates vorlage vorlagen modèles plantillas modelli sjablonen"
    " szablony шаблоны テンプレート 模板",
}
_REASONS = {name: reason for reason, names in _NAMES.items() for name in names.split()}
_ORDERING = re.compile(r"\A[\W\d_]+|[\W\d_]+\Z")
"""Numbers and signs that put a folder in its place, and tell it from others: ``99 - Drafts``."""


def reason_of_folder(name: str) -> Reason | None:
    """Why what is in a folder is not published, by the name of the folder; None if it may be."""
    plain = normalize("NFC", name).lower()
    return _REASONS.get(_ORDERING.sub("", plain))
