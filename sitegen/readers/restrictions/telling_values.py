"""Values that say that a text is not public, whatever the name of their field is."""

from collections.abc import Mapping

from sitegen.readers.findings import Reason

_PHRASES: Mapping[Reason, tuple[str, ...]] = {
    "draft": (
        *("draft", "unpublished", "not published", "entwurf", "unveröffentlicht"),
        *("nicht veröffentlicht", "borrador", "no publicado", "brouillon", "non publié"),
        *("bozza", "non pubblicato", "rascunho", "não publicado"),
    ),
    "private": (
        *("private", "only me", "not public", "not shared", "not for publication"),
        *("do not publish", "confidential", "internal only", "internal use only", "privat"),
        *("nur ich", "nur für mich", "nur intern", "nicht öffentlich", "vertraulich", "privado"),
        *("privada", "solo yo", "no público", "confidencial", "privé", "privée", "moi uniquement"),
        *("non public", "confidentiel", "privato", "solo io", "vertrouwelijk"),
    ),
    "followers only": (
        *("friends only", "members only", "followers only", "nur freunde", "solo amigos"),
        *("amis seulement", "amis uniquement"),
    ),
}


def _spellings(phrase: str) -> tuple[str, ...]:
    joined = (phrase, phrase.replace(" ", "_"), phrase.replace(" ", "-"), phrase.replace(" ", ""))
    return tuple(
        s for each in joined for s in (each, each.upper(), each.capitalize(), each.title())
    )


_REASONS = {
    spelling: reason
    for reason, phrases in _PHRASES.items()
    for phrase in phrases
    for spelling in _spellings(phrase)
}


def reason_of_value(value: object) -> Reason | None:
    """Why a text with this value in a field of an unknown name is not public; None if it may be."""
    return _REASONS.get(value) if isinstance(value, str) else None
