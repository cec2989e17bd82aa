"""Takes out what a service for newsletters puts around a text: links for its receiver alone.

Such links hold who received the mail: to unsubscribe, to change preferences, to read it on the web.
"""

import re
from collections.abc import Sequence

_UNSUBSCRIBE = re.compile(
    r"unsubscrib(?!ed)|opt[ -]out|(?:manage|update|change|edit) (?:your |my |email )*"
    r"(?:preferences|subscription)|abbestell|abmeld|austragen|désabonn|désinscri"
    r"|dar(?:se|te|me)? de baja|cancelar (?:la |tu |su )?suscripción|desuscrib"
    r"|cancelar (?:a )?inscrição|disiscri|cancella(?:ti|re l.iscrizione)|annulla l.iscrizione"
    r"|uitschrijv|afmeld|avprenumerer|avregistrer|meld (?:deg|dig) (?:av|fra)|wypisz|odhlásit"
    r"|leiratkoz|отписаться|配信停止|退订|取消订阅",
    re.IGNORECASE,
)
_ON_THE_WEB = re.compile(
    r"(?:view|read|open|see) (?:(?:this|it|the|e-?mail|newsletter|message|post|issue|campaign) )*"
    r"(?:in|on|from) (?:(?:your|the|a|my) )*(?:browser|web|app|substack)"
    r"|(?:view|read|open) online|web version|im browser|online ansehen|online lesen"
    r"|webversion|dans (?:votre|le|un) navigateur"
    r"|version en ligne|en (?:tu|su|el) navegador|no (?:seu )?navegador|nel (?:tuo )?browser"
    r"|in (?:je|uw) browser|i (?:din )?webbläsare|ブラウザ|浏览器|瀏覽器",
    re.IGNORECASE,
)
_IS_AROUND = re.compile(
    r"\W*(?:\Z|©|\(c\)|copyright\b|you(?:['’]re| are)? (?:receiv|got|subscrib)|you received"
    r"|(?:this (?:e-?mail|message|newsletter) was sent|sent) to\b|our mailing address|why did i get"
    r"|forwarded this|sie (?:erhalten|bekommen)|du (?:erhältst|bekommst)|vous recevez|recibes? este"
    r"|questa e-?mail|je ontvangt|u ontvangt)",
    re.IGNORECASE,
)
"""A rule, or how a line begins that tells why somebody received a mail, and from where."""
_ADDRESS = re.compile(r"(?P<page>https?://[^\s()<>?\"]+)\?(?P<query>[^\s()<>#\"]+)")
_OF_RECEIVER = frozenset(
    {"token", "jwt", "email", "mc_eid", "ck_subscriber_id", "mkt_tok", "vero_id", "_hsenc", "_hsmi"}
    | {"_bhlid"}
)
"""The parts of the query of a link that name its receiver."""
_OF_MAILCHIMP = ".list-manage."
"""Part of the hosts of Mailchimp, whose links name the receiver as ``e``."""
_LINK = re.compile(r"https?://|\]\(")
_TO_RECEIVER = re.compile(
    r"\b(?:you|your|here|click|this (?:e-?mail|newsletter|message|post|issue|campaign)"
    r"|these (?:e-?)?mails|sie|ihre?n?|du|dich|dir|dein\w*|hier|klick\w*|vous|votre|ici|cliquez"
    r"|usted|aquí|clic|pulsa|você|aqui|tu|te|tuo|qui|clicca|je|uw?|klik\w*|här|din|dig|deg)\b",
    re.IGNORECASE,
)
"""Words to the one who receives a mail; a sentence of a text may speak of such links, too."""
_MOST_BELOW, _MOST_WORDS = 6, 60
"""The most paragraphs below such a link at the end, and the most words of the one with it."""
_MOST_WORDS_ABOVE = 25
_FEW_WORDS = 8
"""So many are no sentence of a text, whatever they say."""


def without_mailing_lines(text: str) -> str:
    """A text, in Markdown or plain, without what stands above and below it for its receiver."""
    paragraphs = text.split("\n\n")
    while paragraphs and _is_on_the_web(paragraphs[0]):
        del paragraphs[0]
    stop = next((n for n in _last_places(paragraphs) if _is_footer(paragraphs[n])), None)
    while stop and stop > 1 and _IS_AROUND.match(paragraphs[stop - 1]):
        stop -= 1
    return _ADDRESS.sub(_for_everybody, "\n\n".join(paragraphs[:stop]))


def _last_places(paragraphs: Sequence[str]) -> range:
    """Where a footer may begin: below the last paragraph of several words that only is a text."""
    first = max(1, len(paragraphs) - _MOST_BELOW - 1)
    texts = (n for n in range(len(paragraphs) - 1, 0, -1) if _is_text(paragraphs[n]))
    return range(max(first, next(texts, 0) + 1), len(paragraphs))


def _is_text(paragraph: str) -> bool:
    is_of_service = _LINK.search(paragraph) or _IS_AROUND.match(paragraph)
    is_address = re.search(r"\d", paragraph) is not None
    return not is_of_service and not is_address and len(_words(paragraph)) >= _FEW_WORDS


def _for_everybody(address: re.Match[str]) -> str:
    """The address of a link without what names the receiver."""
    parts = address["query"].split("&")
    names = _OF_RECEIVER | {"e"} if _OF_MAILCHIMP in address["page"] else _OF_RECEIVER
    kept = [part for part in parts if part.partition("=")[0].lower() not in names]
    return address["page"] + (f"?{'&'.join(kept)}" if kept else "")


def _is_on_the_web(paragraph: str) -> bool:
    return _is_to_receiver(paragraph, _MOST_WORDS_ABOVE) and bool(_ON_THE_WEB.search(paragraph))


def _is_footer(paragraph: str) -> bool:
    return _is_to_receiver(paragraph, _MOST_WORDS) and bool(_UNSUBSCRIBE.search(paragraph))


def _is_to_receiver(paragraph: str, most: int) -> bool:
    """Whether a paragraph with a link has few words, or not too many for its receiver."""
    count = len(_words(paragraph))
    is_short = count <= _FEW_WORDS or (count <= most and bool(_TO_RECEIVER.search(paragraph)))
    return is_short and _LINK.search(paragraph) is not None


def _words(paragraph: str) -> list[str]:
    return re.sub(r"\]\([^()\s]*\)|https?://\S+", " ", paragraph).split()
