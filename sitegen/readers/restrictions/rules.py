"""What the name of a field says about its value.

The names are those of systems for content, networks and newsletters, such as ``go_live_at`` of
Wagtail, ``publish_down`` of Joomla and ``visibility_level`` of GitLab, and their spellings.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.names import names_of
from sitegen.readers.restrictions.words import only_for

Kind = Literal[
    "flag",  # holds a text back if it is true
    "switch",  # if it is false
    "strict switch",  # if it is false, and no number
    "state",  # if its word is that of a state that is not public
    "audience",  # if its word does not say that everybody may read it
    "group",  # if its word is that of a group of people
    "readers",  # if it names anybody but everybody
    "start",  # if it is a date to come
    "end",  # if it is a past date
    "moment",  # if it is a date
    "password",  # if it has any value
    "price",  # if it is more than nothing
    "robots",  # if it keeps search engines away
]


class Rule(NamedTuple):
    """How a field holds a text back, and the reason if its value does not tell another one."""

    kind: Kind
    reason: Reason


_FLAGS = names_of(
    {
        "draft": "draft wip unfinished concept entwurf borrador brouillon bozza rascunho черновик"
        " 草稿 下書き",
        "pending": "needsreview needsmoderation needsapproval awaitingreview awaitingapproval"
        " awaitingmoderation pendingreview pendingapproval quarantined",
        "scheduled": "embargoed",
        "private": "private secret confidential internal restricted personal intern nurintern"
        " geheim vertraulich privat privado privé privato gesperrt confidentiel interne secreto"
        " confidencial interno riservato segreto vertrouwelijk offrecord offtherecord nda"
        " sensitiveinfo 私密 非公開 不公開 приватно",
        "hidden": "hidden hide invisible concealed stealth suppressed suppress unlisted notlisted"
        " unsearchable versteckt verborgen ausgeblendet oculto masqué nascosto скрыто 隐藏"
        " withdrawn retracted expired archived delisted sitemapexclude noindex",
        "trash": "trash trashed deleted discarded removed gelöscht eliminado supprimé",
        "not public": "blocked banned locked",
        "paid": "paywall paywalled premium paid gated",
        "followers only": "closefriends gatedcontent auth",
        "password": "protected encrypted passwordprotected passwordrequired",
        "other kind": "template",
    }
)
_REQUIREMENT = re.compile(
    r"(?:requires?|needs?|must|mustbe)(?P<a>login|loggedin|sign(?:in|ed ?in)|auth\w*|registration"
    r"|account|membership|subscription|payment|password)"
    r"|(?P<b>login|signin|auth|authentication|authorization|registration|account|membership"
    r"|subscription|payment|password)(?:required|needed)"
)
_REQUIRED: dict[str, Reason] = {
    "membership": "paid",
    "subscription": "paid",
    "payment": "paid",
    "password": "password",
}
_EXCLUSION = re.compile(
    r"(?:excluded?|hidden|hide|omit(?:ted)?)from(?:the)?(?:public\w*|publish\w*|(?:web)?site|web"
    r"|blog|export|lists?|listings?|collections?|sitemap)|hide(?:post|entry|article|page)"
)
_REFUSAL = re.compile(
    r"(?:do|is)?(?:not|nt|dont|no|never)(?:to|for|be|tobe)?(?P<what>publish(?:ed|ing)?|publication"
    r"|public|release|shar(?:e|ed|ing)|show|display|list(?:ed|ing)?)|nonpublic"
)
_SWITCHES = names_of(
    {
        "private": "share shared shareable public publiclyvisible publicvisible visibletopublic"
        " visibletoall publicaccess publicview öffentlich público publique pubblico openbaar"
        " 公開 公开 публично",
        "hidden": "visible visibleonsite visibleonweb visibleonwebsite visibleinlist webvisible"
        " listed show shown display displayed displayonsite displayonwebsite showonsite"
        " showonweb showonwebsite showinlist showinlists showinlisting showpublicly"
        " showtopublic live online active enabled indexable sichtbar visible veröffentlicht"
        " publicado publié pubblicato gepubliceerd sitemap",
        "draft": "ready readytopublish readyforpublication publishable published publish",
        "pending": "approved moderated reviewed",
    }
)
_STRICT_SWITCHES = names_of({"hidden": "index list indexed"})
_STATE_NAMES = re.compile(
    r"(?:publish(?:ing|ed)?|publication|editorial|content|review|approval|workflow|moderation"
    r"|document|lifecycle|visibility|public)?(?:status|state|stage)"
    r"|workflow|phase|lifecycle|estado|statut|stato|zustand|etat|статус|状態|状态|狀態|상태"
)
_AUDIENCES = re.compile(
    r"(?:visibility|privacy|access|permissions?|sharing|confidentiality)"
    r"(?:level|settings?|type|mode|class|scope|control)?"
    r"|who(?:can)?(?:see|view|read|sees|reads)|sichtbarkeit|zugriff"
    r"|visibilidad|visibilité|visibilità|zichtbaarheid|公開範囲|可见性|공개범위"
)
_GROUPS = re.compile(
    r"audiences?|scope|distribution|sensitivity|classification|tlp|circles?"
    r"|(?:security|protection)(?:level|settings?|type|mode|class|scope|control)?"
    r"|restrictions?|clearance|membership|membershiplevels?|tier|plan|einstufung|diffusion"
)
_READERS = re.compile(
    r"acl|(?:user|view|read|reader|access|allowed|visible)?groups|visible(?:to|for)"
    r"|(?:view|read)ableby|can(?:view|read|see)|shared?with(?:users|groups)?|allow(?:ed)?list"
    r"|allowed(?:users|roles|readers|viewers|people|members|emails|audiences?)"
    r"|(?:restricted|limited)to|readers|viewers|accesslist"
)
_TIERS = re.compile(
    r"(?:required|minimum|min|access|membership|patreon)(?:tier|plan|membership)s?|tiers"
)
_WORDS = (
    (re.compile(r"robots|googlebot|metarobots"), Rule("robots", "hidden")),
    (re.compile(r"mincentspledged\w*"), Rule("price", "paid")),  # of Patreon
    (_STATE_NAMES, Rule("state", "draft")),
    (_AUDIENCES, Rule("audience", "not public")),
    (_TIERS, Rule("readers", "paid")),
    (_READERS, Rule("readers", "followers only")),
    (_GROUPS, Rule("group", "not public")),
)
_STARTS = re.compile(
    r"embargo(?:date|until|end|eduntil|ends|lift(?:s|ed)?)?(?:at|on)?|golive(?:at|on|date)?"
    r"|(?:release|available|visible|valid|publish|publication|public)(?:up|date|at|on)"
    r"|(?:release|available|visible|valid|publish|publication|public|live|show)"
    r"(?:from|after|start|startdate)|(?:effective|earliest)(?:date|from)?"
    r"|scheduled?(?:for|at|on|date|time)?|veröffentlichenam|sperrfrist|gültigab"
)
_ENDS = re.compile(
    r"expir(?:y|es|e|ation)(?:date|at|on|time)?|unpublish(?:date|at|on)|takedown(?:date|at|on)"
    r"|(?:publish|available|visible|valid|live|show)(?:until|till|to|end|enddate|down)"
    r"|remove(?:date|at|on)|gültigbis|sunsetdate"
)
_MOMENTS = re.compile(
    r"(?P<trash>deleted|trashed|removed|discarded|destroyed)(?:at|on|date|time)"
    r"|(?:archived|hidden|banned|withdrawn|retracted|suspended|disabled|blocked|suppressed"
    r"|unpublished)(?:at|on|date|time)"
)
_PASSWORDS = re.compile(r"(?:access|view)?(?:password|passcode|passphrase)|wppassword")
_PREFIX = re.compile(
    r"(?:is|has|are|was|article|entry|item|page|content|post|wp|dg|node|blog|story|note|document"
    r"|doc|record|object|field|cms|yoast)"
)


@lru_cache(maxsize=4096)
def rule_of(name: str) -> Rule | None:
    """The rule for a field, by its name in plain spelling, with or without a prefix as of ``is_``.

    None if the field says nothing on who may read a text.
    """
    while name:
        if rule := _rule_of_flag(name) or _rule_of_word(name) or _rule_of_date(name):
            return rule
        prefix = _PREFIX.match(name)
        name = name[prefix.end() :] if prefix else ""
    return None


def _rule_of_flag(name: str) -> Rule | None:
    if reason := _FLAGS.get(name) or only_for(name) or _reason_of_phrase(name):
        return Rule("flag", reason)
    if reason := _SWITCHES.get(name):
        return Rule("switch", reason)
    if reason := _STRICT_SWITCHES.get(name):
        return Rule("strict switch", reason)
    if _PASSWORDS.fullmatch(name):
        return Rule("password", "password")
    return None


def _reason_of_phrase(name: str) -> Reason | None:
    """The reason of a flag such as ``login_required`` and ``do_not_share``."""
    if found := _REQUIREMENT.fullmatch(name):
        return _REQUIRED.get(found["a"] or found["b"], "followers only")
    if found := _REFUSAL.fullmatch(name):
        return "private" if (found["what"] or "").startswith("shar") else "hidden"
    return "hidden" if _EXCLUSION.fullmatch(name) else None


def _rule_of_word(name: str) -> Rule | None:
    return next((rule for names, rule in _WORDS if names.fullmatch(name)), None)


def _rule_of_date(name: str) -> Rule | None:
    if _STARTS.fullmatch(name):
        return Rule("start", "scheduled")
    if _ENDS.fullmatch(name):
        return Rule("end", "hidden")
    if found := _MOMENTS.fullmatch(name):
        return Rule("moment", "trash" if found["trash"] else "hidden")
    return None
