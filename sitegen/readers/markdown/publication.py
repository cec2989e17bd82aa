"""Whether a Markdown file was published, by what generators and exporters write in its header."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from sitegen.content.front_matter.privacy import is_held_back
from sitegen.content.front_matter.publication_dates import WrongDateError, publication_dates
from sitegen.readers.dates import is_never
from sitegen.readers.findings import Reason
from sitegen.readers.markdown.fields import date_of, source_of, tags_of
from sitegen.readers.markdown.header import plain_key

_NO = frozenset({"false", "no", "off", "0", "n", "never", "none", "nein", "non"})
_YES = frozenset({"true", "yes", "on", "1", "y", "ja", "si", "oui"})
LOCAL_STATES: Mapping[str, Reason] = {
    **dict.fromkeys(
        ("entwurf", "unveroffentlicht", "borrador", "brouillon", "bozza", "rascunho"), "draft"
    ),
    **dict.fromkeys(("inarbeit", "inbearbeitung", "nichtveroffentlicht", "nopublicado"), "draft"),
    **dict.fromkeys(("enprogreso", "encurso", "encours", "nonpublie", "nonpubblicato"), "draft"),
    **dict.fromkeys(("ausstehend", "pendiente", "enattente", "inattesa"), "pending"),
    **dict.fromkeys(("inprufung", "zurprufung", "inuberprufung", "enrevision"), "pending"),
    **dict.fromkeys(("pendientederevision", "enrelecture", "enattentederelecture"), "pending"),
    **dict.fromkeys(("geplant", "programado", "planifie", "programme", "programmato"), "scheduled"),
    **dict.fromkeys(
        ("papierkorb", "geloscht", "papelera", "eliminado", "corbeille", "supprime"), "trash"
    ),
    **dict.fromkeys(("privat", "privado", "prive", "privato"), "private"),
    **dict.fromkeys(("versteckt", "oculto", "masque", "nascosto"), "hidden"),
}
"""States in German, Spanish, French, Italian and Portuguese, without accents and spaces."""
_WORDS: Mapping[str, Reason] = {
    "draft": "draft",
    "drafts": "draft",
    "autodraft": "draft",
    **dict.fromkeys(("wip", "inprogress", "todo", "notstarted", "notpublished", "idea"), "draft"),
    **dict.fromkeys(("outline", "writing", "editing", "backlog", "unfinished"), "draft"),
    **dict.fromkeys(("inreview", "needsreview", "readyforreview", "underreview"), "pending"),
    **dict.fromkeys(("rejected", "blocked", "spam"), "not public"),
    "private": "private",
    **dict.fromkeys(("internal", "internaluse", "forinternaluse", "internalonly"), "private"),
    "restricted": "private",
    "secret": "private",
    "direct": "private",
    "personal": "private",
    "confidential": "private",
    "pending": "pending",
    "review": "pending",
    "scheduled": "scheduled",
    "future": "scheduled",
    "trash": "trash",
    "trashed": "trash",
    "deleted": "trash",
    "archived": "hidden",
    "hidden": "hidden",
    "unlisted": "hidden",
    "unpublished": "hidden",
    "inherit": "hidden",
    "members": "paid",
    "paid": "paid",
    "tiers": "paid",
    "subscribers": "paid",
    "onlypaid": "paid",
    "followers": "followers only",
    "followersonly": "followers only",
    "friends": "followers only",
    "friendsonly": "followers only",
    "usemask": "followers only",
    "onlyme": "private",
    "sent": "not public",
}
_STATES = (
    "status",
    "state",
    "estado",
    "statut",
    "visibility",
    "access",
    "audience",
    "poststatus",
    "wpstatus",
    "publishstatus",
    "publicationstatus",
    "privacy",
    "stage",
    "sensitivity",
    "confidentiality",
    "security",
    "classification",
    "robots",
)
"""Keys whose words tell who may read a text."""
_AUDIENCES = frozenset({"visibility", "access", "privacy", "confidentiality"})
"""Those that hold a text back if they do not say that it is public."""
_PUBLIC = frozenset(
    {"", "public", "published", "everyone", "everybody", "world", "all", "any", "anyone", "open"}
    | {"公開", "公开", "全体公開"}
    | {"listed", "free", "visible", "default", "normal", "none", "low"}
    | {"offentlich", "alle", "publico", "todos", "publique", "tous", "pubblico", "tutti"}
)
_EXCLUSION = re.compile(
    r"(?:excluded?|hidden|hide)from(?:public\w*|publish\w*|(?:web)?site|web|blog|export|lists?|listing"
    r"|collections?)|(?:do)?(?:no|not|dont)publish|(?:not|non)public"
)
_RESTRICTION = re.compile(r"(?:internal|staff|team|admins?|editors?|local|private)(?:use)?only")
"""Keys such as ``exclude_from_public`` and ``staff_only``, which hold a text back if true."""
_FLAGS: Mapping[str, Reason] = {
    "draft": "draft",
    "isdraft": "draft",
    "wip": "draft",
    "unfinished": "draft",
    "private": "private",
    "isprivate": "private",
    "hidden": "hidden",
    "hide": "hidden",
    "ishidden": "hidden",
    "unlisted": "hidden",
    "unpublished": "hidden",
    "headless": "hidden",
    "archived": "hidden",
    "eleventyexcludefromcollections": "hidden",
    "noindex": "hidden",
    "exclude": "hidden",
    "trash": "trash",
    "trashed": "trash",
    "deleted": "trash",
    "ispage": "page",
    **dict.fromkeys(("secret", "confidential", "internal", "restricted"), "private"),
    **dict.fromkeys(("paywall", "paywalled", "premium", "ispremium", "subscribersonly"), "paid"),
    **dict.fromkeys(("membersonly", "followersonly", "friendsonly", "members"), "followers only"),
    **dict.fromkeys(("loginrequired", "requireslogin"), "followers only"),
    "encrypt": "password",
    "encrypted": "password",
    "protected": "password",
    **dict.fromkeys(("entwurf", "borrador", "brouillon"), "draft"),
    **dict.fromkeys(("privat", "privado"), "private"),
}
"""Keys that hold a text back where they are true."""
_SWITCHES: Mapping[str, Reason] = {
    "published": "hidden",
    "ispublished": "hidden",
    "publish": "hidden",
    "dgpublish": "hidden",
    "public": "private",
    "ispublic": "private",
    "ready": "draft",
    "list": "hidden",
    "listed": "hidden",
    "render": "hidden",
    "output": "hidden",
    **dict.fromkeys(("visible", "online", "live", "enabled"), "hidden"),
    "permalink": "hidden",
    **dict.fromkeys(("veröffentlicht", "publicado", "publié"), "hidden"),
    **dict.fromkeys(("öffentlich", "publico", "público", "publique"), "private"),
}
"""Keys that hold a text back where they are false."""
_PASSWORDS = ("password", "postpassword", "wppassword", "passphrase")
_PAGES = frozenset(
    {
        "page", "home", "homepage", "archive", "archives", "categories", "category", "tags", "tag",
        "tagpage", "categorypage", "search", "404", "about", "contact", "index", "list", "section",
        "splash", "landing", "landingpage", "blog", "links", "friends",
    }
)  # fmt: skip
_TYPES = ("type", "posttype", "contenttype", "layout", "template", "kind")
_NESTED = (
    "extra",
    "params",
    "build",
    "_build",
    "wordpress",
    "ghost",
    "meta",
    "metadata",
    "cascade",
    "seo",
)
_HELD_TAGS: Mapping[str, Reason] = {
    **dict.fromkeys(("draft", "drafts", "wip", "unpublished"), "draft"),
    "private": "private",
}
_STARTS = ("date", "publishdate", "publishedat", "publishat", "publishon", "pubdate")
"""Keys of the date of publication, which may be so late that it never comes."""
_ADDRESSEES = ("restrictedto", "limitedto", "visibleto")


def reason_to_leave_out(fields: Mapping[str, object], date: datetime | None) -> Reason | None:
    """Why a text is not to be published; None if nothing speaks against it.

    Args:
        fields: the values of its header.
        date: when it is, or was, to be published.
    """
    return (
        stated_reason(fields)
        or next((_HELD_TAGS[t.lower()] for t in tags_of(fields) if t.lower() in _HELD_TAGS), None)
        or _reason_of_dates(fields, date)
        or ("page" if _is_page(fields) else None)
        or ("somebody else's" if _is_clipping(fields) else None)
    )


def stated_reason(fields: Mapping[str, object]) -> Reason | None:
    """Why a text is not to be published, as a key of its header says; None if none does."""
    pairs = list(_pairs(fields))
    if any(key in _PASSWORDS and _word(value) not in ("", *_NO) for key, value in pairs):
        return "password"
    reasons = [reason for key, value in pairs if (reason := _reason_of(key, value))]
    if reasons:
        return reasons[0]
    return "hidden" if is_held_back({str(k): v for k, v in fields.items()}) else None


def _pairs(fields: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    yield from fields.items()
    for name in _NESTED:
        table = fields.get(plain_key(name))
        if isinstance(table, Mapping):
            yield from ((plain_key(str(key)), value) for key, value in table.items())


def _reason_of(key: str, value: object) -> Reason | None:
    word = _word(value)
    if word in _YES and (reason := _reason_of_flag(key)):
        return reason
    if key in _SWITCHES and word in _NO:
        return _SWITCHES[key]
    is_table = key == "access" and isinstance(value, Mapping) and value  # of Grav
    if is_table or (key in _ADDRESSEES and word not in (*_NO, *_PUBLIC)):
        return "followers only"
    if key in _STATES:
        return _reason_of_state(key, re.sub(r"[\W_]", "", word))
    if key in ("type", "posttype") and word in ("draft", "drafts"):
        return "draft"
    return None


def _reason_of_flag(key: str) -> Reason | None:
    """Why a text is held back by a key that is true."""
    if _EXCLUSION.fullmatch(key):
        return "hidden"
    return "private" if _RESTRICTION.fullmatch(key) else _FLAGS.get(key)


def _reason_of_state(key: str, state: str) -> Reason | None:
    if key == "robots":
        return "hidden" if "noindex" in state else None
    if reason := _WORDS.get(state) or LOCAL_STATES.get(state):
        return reason
    is_public = key not in _AUDIENCES or state in _PUBLIC or state in _YES
    return None if is_public else "hidden" if state in _NO else "not public"


def _reason_of_dates(fields: Mapping[str, object], date: datetime | None) -> Reason | None:
    now = datetime.now(UTC)
    if (date is not None and date > now) or any(is_never(fields.get(key)) for key in _STARTS):
        return "scheduled"
    try:
        dates = publication_dates(fields, lambda value: date_of({"date": value}))
    except WrongDateError:
        return None
    if dates.end is not None and dates.end <= now:
        return "hidden"
    return "scheduled" if dates.start is not None and dates.start > now else None


def _is_page(fields: Mapping[str, object]) -> bool:
    return any(
        _word(fields.get(key)).rpartition("/")[2].partition(".")[0] in _PAGES for key in _TYPES
    )


def _is_clipping(fields: Mapping[str, object]) -> bool:
    """Whether it is the article of somebody else, saved by a web clipper."""
    return "clippings" in {tag.lower() for tag in tags_of(fields)} and source_of(fields) is not None


def _word(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if value is None or isinstance(value, Mapping | list):
        return ""
    return without_accents(str(value).strip().lower())


def without_accents(text: str) -> str:
    """The text with the letters that its accented ones are made of."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
