"""Names of fields that are phrases of several words, such as ``del_flag`` and ``No público``.

A phrase counts if each of its words is known: ``show_date`` and ``public_transport`` are about
something else.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from sitegen.readers.detection.names import names_in
from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.names import finder, respelled, without_accents
from sitegen.readers.restrictions.rules import Rule
from sitegen.readers.restrictions.vocabulary import NEUTRAL
from sitegen.readers.restrictions.words import group_named

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NEUTRAL = names_in(
    f"""
    {NEUTRAL}
    shall now down es einer eines gebrauch gebruik moderator admin soft en au aux un une para por
    per se est etre puo fur auf im werden wird soll ist bitte please save yn flg mit avec con com
    met ind document node wp cms account marked flagged al usage use uso acces acceso access zugriff
    erteilt noch fertig inhalt beitrag artikel contenido articulo contenu billet l sur portal feeds
    timeline profile ready allow allowed status state its these wir sie ihr ihre dein deine diesen
    dieser dieses nous vous votre votres notre ce cet cette que pouvons pouvez podemos possiamo
    durfen wurde agree that consent permission give given grant granted einverstandnis zustimmung
    erlaubnis erlaubt einwilligung make made keep kept stay remain testo texte texto
    """
)
"""Words that change nothing."""
_NOT = names_in(
    "not no non dont cannot cant shouldnt mustnt isnt never nicht kein keine nie ne pas nao niet"
)
_ONLY = names_in("only nur solo seulement uniquement reserve reservee reserves reservado")
_SHOWN = re.compile(
    r"public(?:ly)?|publish(?:ed|able|ing)?|publication|release[sd]?|veroffentlich\w*|publizier\w*"
    r"|offentlich\w*|freigegeben|\w{0,12}freigabe|freigeben|publica(?:r|rl[oa]s?|d[oa]s?|ble|cion|cao)|publico|publica"
    r"|publi(?:er|ee?s?|able)|publique|pubblic\w+|web|website|webseite|site|online|ligne|linea|live"
    r"|visible|visibile|visivel|zichtbaar|openbaar|gepubliceerd|sichtbar|viewable|listed|shared?|compart\w+|partag\w+|teilen|geteilt|delen|gedeeld|display(?:ed)?"
    r"|disp|shown?|afficher?|anzeigen|mostrar|open|opublikowan[oye]"
)
"""Words that say that a text may be seen."""
_HIDDEN: Mapping[Reason, str] = {
    "draft": "draft unpublished entwurf borrador brouillon bozza rascunho",
    "private": r"""
        private?[nrs]? particular restrit[oa] besloten privad[oa]s? privee?s? privat[oa]?
        secret[oa]? geheim confidential vertraulich confidencial confidentiel(?:le)? internal
        intern[aeo]?[nrs]? restricted restringid[oa] restreinte? eingeschrankt reservad[oa]
        reservee?s? riservat[oa] personlich personnel(?:le)? prywatn[ye] sperr\w* sigilos[oa]
    """,
    "pending": "pendiente pendente attente ausstehend",
    "trash": r"""
        (?:soft)?deleted? del losch\w* borrad[oa] effacee? removed trash(?:ed)? geloscht
        eliminad[oa] supprimee?
    """,
    "hidden": """
        hidden hide invisible archived archiviert archivad[oa] archivee? archiviato
        (?:shadow)?banned withdrawn retracted unlisted masquee? cachee spam ocult[oa] versteckt
        ausgeblendet offline suspended
    """,
}
"""Words that say that a text may not be seen, in the forms that they have in phrases."""
_find_reason = finder(_HIDDEN.items())
_CLEAR = re.compile(
    r"priv\w+|confid\w+|vertrau\w+|riservat[oa]|sigilos[oa]"
    r"|restricted|restrit[oa]|restringid[oa]|removed|deleted|geloscht|eliminad[oa]|supprimee?"
)
"""Of these words, those that hold a text back beside any others, as in “removed by moderator”."""
_ROMANCE = re.compile(
    r"(?:privad|privat|restringid|restrit|eliminad|riservat|sigilos)[oa]s?|privee?s?"
)
"""Those that stand after what they describe, as in ``escuela_privada``."""
_RELATIONS = names_in("to by for since from until till at in on as per por par pour von für vom")
"""Words after one that describes nothing else: ``private_to_team``."""
_THINGS = names_in(
    """
    thread space group message letter diary journal remark comment memo channel chat report draft
    user member submission answer question video photo picture edition issue chapter newsletter
    nota entrada publicacion diario carta mensaje lettre bericht eintrag notiz tagebuch
    """
)
"""What a private one of is no page of a site: texts, and those who write them."""
_PLACES = names_in("feed feeds timeline profile lists index archive search results")
_KNOWN = _NEUTRAL | _NOT | _ONLY | _RELATIONS | _THINGS
_VAGUE = names_in("web site online live show display disp open share shared ligne linea")
"""Words that say so only with others, or beside a mark; alone, other rules decide."""
_ANSWERS = re.compile(
    r"\(?\b(?:yes|ja|oui|s[ií]|sim|true|y|j)\s?/\s?(?:no|nein|nee|non|n[aã]o|nej|false|n)\b\)?",
    re.IGNORECASE,
)
"""What a question offers for an answer, which denies nothing."""
_APOSTROPHE = re.compile(r"n['’]t\b", re.IGNORECASE)
_LONGEST = 40
_LONGEST_ANSWER = 8
_MARKS = names_in("yn flag flg ind ok okay allowed")


@lru_cache(maxsize=4096)
def rule_of_phrase(name: str) -> Rule | None:
    """The rule for a field, by the words of its name; None if one of them is unknown."""
    written = without_accents(_APOSTROPHE.sub("nt", _ANSWERS.sub("", name)))
    rule = _rule_of(written)
    if rule is None or rule.kind == "mention":
        rule = _rule_of(respelled(written)) or rule
    return rule


def _rule_of(written: str) -> Rule | None:
    words = [word.lower() for word in _WORD.findall(written)]
    if len("".join(words)) != sum(map(str.isalnum, written)):
        return None  # letters of other scripts, or digits
    words = [part for word in words for part in _parts(word)]
    telling = [word for word in words if word not in _NEUTRAL]
    is_denied = not _NOT.isdisjoint(telling)
    telling = [word for word in telling if word not in _NOT]
    hidden = [reason for word in telling if (reason := _find_reason(word))]
    shown = [word for word in telling if _SHOWN.fullmatch(word)]
    is_all_known = all(w in _ONLY or _SHOWN.fullmatch(w) or _find_reason(w) for w in telling)
    if not (hidden or shown) or not is_all_known:
        return _rule_of_group(telling) or (None if is_denied else _rule_of_mention(words))
    if hidden:
        return Rule("switch" if is_denied else "flag", hidden[0])
    if is_denied:
        return Rule("flag", "private")
    is_placed = not (_MARKS | _PLACES).isdisjoint(words)
    is_vague = len(telling) == 1 and telling[0] in _VAGUE and not is_placed
    return None if is_vague else Rule("switch", "hidden")


def is_denied(answer: str) -> bool:
    """Whether a short answer says no in a sentence, as “I do not agree”."""
    words = without_accents(_APOSTROPHE.sub("nt", answer.casefold())).split()
    return len(words) <= _LONGEST_ANSWER and not _NOT.isdisjoint(words)


def _rule_of_mention(words: list[str]) -> Rule | None:
    """The rule for a phrase with a word that tells, such as ``removed_by_spam_filter``.

    The phrase is about something else if the word describes that: ``private_school``.
    """
    for number, word in enumerate(words):
        if _CLEAR.fullmatch(word) and (reason := _find_reason(word)):
            before, after = words[:number][-1:], words[number + 1 :]
            described = before if _ROMANCE.fullmatch(word) else after
            if not described or described[0] in _RELATIONS or not _THINGS.isdisjoint(described):
                return Rule("mention", reason)
    return None


def _parts(word: str) -> tuple[str, ...]:
    """The fewest known words that a word is written of, as in ``delflag``; else the word itself."""
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, min(len(word), _LONGEST) + 1):
        starts = (start for start in range(end) if not start or (best[start] and start < end - 1))
        found = [
            (*(best[start] or ()), word[start:end])
            for start in starts
            if _is_known(word[start:end])
        ]
        best.append(min(found, key=len, default=None))
    whole = best[len(word)] if len(word) <= _LONGEST else None
    return whole if whole and any(map(_is_telling, whole)) else (word,)


def _is_known(word: str) -> bool:
    return word in _KNOWN or _is_telling(word)


def _is_telling(word: str) -> bool:
    return bool(_SHOWN.fullmatch(word) or _find_reason(word) or group_named(word))


def _rule_of_group(words: list[str]) -> Rule | None:
    """The rule for a phrase such as ``Réservé aux abonnés``."""
    words = [word for word in words if not _SHOWN.fullmatch(word)]
    groups = [reason for word in words if (reason := group_named(word))]
    only = sum(word in _ONLY for word in words)
    return Rule("flag", groups[0]) if groups and only and only + len(groups) == len(words) else None
