"""Named features of a single line, such as “reply” or “link only”, found by patterns."""

import re
from functools import lru_cache

_BULLET = re.compile(
    r"(?:[-*•–—·∙⁃▪▫◦●○■□✅❌✔✓→➡☐☑☒✗✘+]\ufe0f?|[\u2190-\u21ff\u25a0-\u27bf]\ufe0f?\s)\s*\S"
)
NUMBER = re.compile(r"[(\[]?(\d{1,2}|[a-zA-Z])[.):]\s")
"""The number or letter of a list item at the start of a line."""

_OPENING = {
    "repost": re.compile(r"RT @\w"),
    "link only": re.compile(
        r"(?:\S{0,3}\s)?(?:<?https?://\S+|\[(?:https?://|www\.)[^\]\s]+\]\([^)\s]+\)[.!]?)$"
    ),
    "thread": re.compile(r"\U0001f9f5|\d{1,2}/\s|[Tt]hread:|Update:"),
    "item": re.compile(f"{_BULLET.pattern}|{NUMBER.pattern}"),
    "label": re.compile(r"[^\s:@#][^:!?]{0,28}?(?::|\s[–—]|\s->)\s"),
    "discourse first": re.compile(
        r"(?:however|though|therefore|thus|hence|instead|otherwise|meanwhile|finally|first(?:ly)?"
        r"|second(?:ly)?|next|similarly|likewise|either way|of course|for example|for instance"
        r"|in other words|in fact|in the end|plus|e\.g|i\.e|ps|p\.s|tl;dr|edit|update|via|source"
        r"|link|more"
        r"|außerdem|trotzdem|zum beispiel|sin embargo|por ejemplo|par exemple|cependant)\b",
        re.IGNORECASE,
    ),
    "pronoun first": re.compile(
        r"(?:he|she|they|it|his|her|their|this|that|those|ella?|ellos|er|sie|es|elles?|ils?)\b",
        re.IGNORECASE,
    ),
    "credit": re.compile(
        r"[_*(\[<~]{0,3}(?:(?:via|h/t|hat tip|syndicated|continue reading|filed under)\b"
        r"|(?:source|original(?:\s(?:link|post|article))?|photo|image|credits?|tags?|permalink"
        r"|quelle|fuente)\s?(?::|by\b|credit)"
        r"|originally\s(?:posted|published)\b|posted\s(?:in|to|from|via|with|using)\b"
        r"|read\s(?:more|the\s(?:full|rest|whole|original))\b)",
        re.IGNORECASE,
    ),
    "self first": re.compile(r"(?:I|my|we|our|ich|wir|mein|je|mi)\b", re.IGNORECASE),
    "code": re.compile(
        r"\s{2,}\S|\t|[$#>]\s\S|>>>|.*[{};]$|[\w-]+:$|Traceback \("
        r"|(?:\w+\.)*\w*(?:Error|Exception)\b:?"
        r"|(?:ERROR|WARN|WARNING|INFO|FATAL|error|warning)\b\s?[:\[]|```|</?\w+[^>]*>$"
        r"|(?:def|class|import|from|for|while|if|return|let|const|var|fn|func|SELECT|FROM|WHERE)"
        r"\s.*[:;(){}=]"
    ),
}
"""Features of the start of a line, or of all of it."""

_SIGN_OPENING = {
    "reply": re.compile(r"\.?@\w"),
    "tags only": re.compile(r"(?:[#@]\w+[\s,]*)+$"),
    "part first": re.compile(r"[(\[]?\d{1,2}/\d{1,2}[)\].:]?\s"),
    "bullet": _BULLET,
    "quote block": re.compile(r">(?!>>)\s?\S|>$"),
    "heading": re.compile(r"#{1,6}\s+\S"),
    "picture": re.compile(r"\[?!\[|<(?:img|figure|picture|video|iframe)\b", re.IGNORECASE),
    "markup": re.compile(r"</?[a-z][^>]*>|\{[%{]|:::"),
    "fence": re.compile(r"```|~~~|\{%-? (?:end)?highlight|</?pre\b"),
    "rule": re.compile(r"(?:[-*_=~]\s?){3,}$"),
    "linked text only": re.compile(r"(?:\[[^\]]*\]\(\S+\)|<a\s[^>]*>[^<]*</a>)[.!]?$"),
    "dots first": re.compile(r"\.\.\.|…"),
    "aside": re.compile(r"[(\[*].*[)\]*][.!?]?$"),
    "quote first": re.compile(r"[\"“«„「『—]"),
    "quoted": re.compile(r"[\"“«„「『—–].*[\"”»」』]?[.!?,]?$"),
    "speech": re.compile(r"[\"“«„][^\"”»“]*[,?!.][\"”»“]\s[a-zà-ÿ]"),
    "indent": re.compile(r"[\s})]"),
}
"""The same, for lines that do not start with a letter."""

_CLOSING = {
    "link last": re.compile(r"https?://\S+$"),
    "linked text last": re.compile(r"\]\(\S+\)[.!?)]*$"),
    "dots last": re.compile(r"(?:\.\.\.|…)$"),
    "exclamation last": re.compile(r"!+$"),
    "tag last": re.compile(r"(?:#\w+|[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?)$"),
    "part last": re.compile(
        r"\s(?:[(\[]\d{1,2}/(?:\d{1,2}|[nNxX])?[)\]]|\d{1,2}/\d{0,2}|/\d{1,2})$"
    ),
    "first part last": re.compile(r"(?:^|\s)[(\[]?(?:1?/1|1/(?:\d{1,2}|[nNxX])?)[)\]]?$"),
    "figure last": re.compile(r"(?:^|\s)(?!\S*://)\S*\d%?$"),
    "colon last": re.compile(r"[:：]$"),
    "comma last": re.compile(r"(?:[,;、،–—&+]|\s-)$"),
}
"""Features of the end of a line."""

_MARKDOWN = {"heading", "quote block"}
"""What begins as a prompt in code does."""
_TAIL = 500
"""How many characters at the end of a line's last word are searched for closing features."""
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("「", "」"), ("『", "』"))


def find_features(text: str) -> frozenset[str]:
    """The names of the features of a line."""
    tail = " " + text.rpartition(" ")[2][-_TAIL:]
    features = {name for name, pattern in _OPENING.items() if pattern.match(text)}
    if not text[0].isalpha():
        features.update(name for name, pattern in _SIGN_OPENING.items() if pattern.match(text))
    features.update(name for name, pattern in _CLOSING.items() if pattern.search(tail))
    if features & _MARKDOWN:
        features.discard("code")
    balances = [text.count(opener) - text.count(closer) for opener, closer in _PAIRS]
    if max(balances) > 0 or text.count('"') % 2:
        features.add("unclosed")
    if min(balances[1:]) < 0:
        features.add("unopened")
    return _shared(frozenset(features))


@lru_cache
def _shared(features: frozenset[str]) -> frozenset[str]:
    """One object for equal sets, of which a text has few."""
    return features


def quote_style_of(text: str) -> int:
    """1 if a line's quotation marks and apostrophes are curly, -1 if straight, else 0."""
    return ("’" in text or "“" in text) - ("'" in text or '"' in text)
