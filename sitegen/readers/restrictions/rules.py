"""What the name of a field says about its value.

The names are those of systems for content, networks and newsletters, such as ``go_live_at`` of
Wagtail, ``publish_down`` of Joomla and ``visibility_level`` of GitLab, and their spellings.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.names import names_of, respelled, without_accents
from sitegen.readers.restrictions.words import STATES, only_for

Kind = Literal[
    "mark",  # holds a text back if it has any value but “no”
    "flag",  # if it is true
    "mention",  # if it is true, and no number, unless the reason is “private”
    "switch",  # if it is false
    "strict switch",  # if it is false, and no number
    "state",  # if its word is that of a state that is not public
    "audience",  # if its word does not say that everybody may read it
    "group",  # if its word is that of a group of people
    "kind",  # if its word is “draft” or “private”
    "tags",  # if one of its words is
    "readers",  # if it names anybody but everybody
    "recipient",  # if it names a person
    "start",  # if it is a date to come
    "end",  # if it is a past date
    "moment",  # if it has any value but a date of zeros
    "password",  # if it has any value
    "price",  # if it is more than nothing
    "robots",  # if it keeps search engines away
]


class Rule(NamedTuple):
    """How a field holds a text back, and the reason if its value does not tell another one."""

    kind: Kind
    reason: Reason


def _compile(pattern: str) -> re.Pattern[str]:
    """A pattern for names in plain spelling, which have no accents."""
    return re.compile(without_accents(pattern))


_MARKS = names_of(
    {
        "draft": "draft unpublished entwurf borrador brouillon bozza rascunho",
        "private": "private secret confidential internal restricted privat privado privé privato"
        " vertraulich geheim confidencial confidentiel",
        "hidden": "hiddenfrom hiddenfor notvisibleto hidden unlisted expired archived delisted"
        " noindex disabled spam",
        "trash": "deleted trashed removed removal deletion tombstone",
        "not public": "banned limitedto",
        "paid": "paywall paywalled premium paid",
        "password": "protected encrypted passwordprotected",
        "page": "ispage",
    }
)
_FLAGS = names_of(
    {
        "scheduled": "embargo embargoed scheduled",
        "private": "gesperrt offrecord offtherecord nda sensitiveinfo directmessage directmsg dm"
        " privatemessage",
        "hidden": "hide stealth suppress unsearchable sitemapexclude donotindex onhold takendown",
        "not public": "locked",
        "paid": "gated subscribers patrons",
        "followers only": "closefriends gatedcontent auth members",
        "password": "passwordrequired",
        "other kind": "template",
    }
)
"""Names of fields, besides the words for states, that may hold words on something else."""
_REQUIREMENT = _compile(
    r"(?:requires?|needs?|must|mustbe)(?P<a>login|loggedin|sign(?:in|ed ?in)|auth\w*"
    r"|registration|purchase|account|membership|subscription|payment|password)"
    r"|(?P<b>login|signin|auth|authentication|authorization|registration|account|membership"
    r"|subscription|payment|password)(?:required|needed|(?:to|for)(?:view|read|see)\w*)"
)
_REQUIRED: dict[str, Reason] = {
    "membership": "paid",
    "subscription": "paid",
    "payment": "paid",
    "purchase": "paid",
    "password": "password",
}
_EXCLUSION = _compile(
    r"(?:excluded?|hidden|hide|omit(?:ted)?)from(?:the)?(?:public\w*|publish\w*|(?:web)?site|web"
    r"|blog|export|lists?|listings?|collections?|sitemap)|hide(?:post|entry|article|page)"
)
_QUOTE = r"(?:quote|cite|print|use|distribute|circulate|forward|repost|disclose)"
_PUBLISH = r"(?:publish(?:ed|ing)?|publication|public|release|post(?:ed|ing)?)"
_SHARE = r"shar(?:e|ed|ing)"
_SHOW = r"(?:show(?:n)?|display(?:ed)?|list(?:ed|ing)?)"
_REFUSAL = _compile(
    rf"(?:please)?(?:do|is)?(?:not|nt|dont|no|never)(?:to|for|be|tobe)?"
    rf"(?P<what>{_PUBLISH}|{_SHARE}|{_SHOW}|{_QUOTE})|nonpublic"
    r"|(?:bitte)?(?:nicht|nie|keine?)(?:zu[rm]?|für)?(?:die)?"
    r"(?:veröffentlich\w*|teilen|geteilt|weitergeben|zeigen|öffentlich\w*|freigeben|freigegeben)"
    r"|(?:porfavor)?no(?:se)?(?:debe|puede)?(?:para)?(?:publica(?:r|d[oa]s?|rse)|publiques?|compart\w+|mostrar|difund\w+)"
    r"|(?:prière(?:de)?|svp)?(?:à)?n(?:e)?(?:doit)?pas(?:à|être|a)?(?:publi\w+|partag\w+|montrer"
    r"|diffus\w+)|non(?:da)?(?:pubblicare|condividere|mostrare)|não(?:public\w+|compartilh\w+)"
    r"|niet(?:publiceren|delen|tonen)"
)
_PERMISSION = _compile(
    r"(?:(?:can|may)(?:we|i|you)?|ok(?:ay)?to|allow(?:ed)?(?:to)?|permit(?:ted)?(?:to)?|consent(?:to)?|safeto"
    rf"|(?:ready|cleared|approved|released|free)(?:for|to))(?:be)?(?P<what>{_PUBLISH}|{_SHARE}"
    rf"|{_SHOW}|web(?:site)?)(?:this|it|(?:your|my)\w{{0,12}})?|(?:{_PUBLISH}|{_SHARE})(?:consent|permission|allowed|approved|ok)"
    r"|(?:darf|kann|soll)(?:öffentlich|veröffentlicht|geteilt|gezeigt|freigegeben)(?:werden|sein)?"
    r"|(?:se)?(?:puede|pueda)(?:publicar|compartir|mostrar)(?:se)?"
    r"|(?:peut|doit)(?:être)?(?:publi[eé]|partag[eé]|diffus[eé]|montr[eé])e?s?"
    r"|(?:veröffentlichungs?|publikations?)?(?:einwilligung|einverständnis|zustimmung|erlaubnis)"
    r"(?:erteilt|liegtvor|zurveröffentlichung)?|einverstanden"
    r"|(?:gdpr|privacy|media|photo|parental)?consent(?:ed|given|obtained|form(?:signed)?)?"
    r"|permission(?:given|granted|obtained|to(?:publish|share|post|use|print))"
    r"|authori[sz](?:ed|ation)|autorizad[oa]|autorisee?|autorisation|autorizacion|consentimiento|consentement|consenso"
    r"|consentimento|toestemming"
)
_SWITCHES = names_of(
    {
        "private": "share shared shareable public publicly publicaccess publicview öffentlich"
        " público publique pubblico openbaar 公開 公开 是否公开 공개 공개여부 публично публичный"
        " freigegeben freigabe pública pubblica publik offentlig offentligt offentleg allmän"
        " julkinen publiczny publiczne veřejné veřejný nyilvános herkeseaçık"
        " everyone everybody anyone forall foreveryone foreverybody foranyone füralle foralle"
        " föralla paratodos pourtous toutlemonde pertutti iedereen vooriedereen",
        "hidden": "publication veröffentlichung publicación publicação pubblicazione publicatie"
        " visible visibleonsite visibleonweb visibleonwebsite visibleinlist webvisible"
        " viewable readable crawlable listed show shown display displayed displayonsite"
        " displayonwebsite showonsite showonweb showonwebsite showinlist showinlists showinlisting"
        " live online enligne enlínea active enabled indexable sichtbar veröffentlicht publicado"
        " publié publiée pubblicato gepubliceerd опубликовано publicerad publiceret publisert"
        " julkaistu zveřejněno yayında widoczny widoczna widoczne synlig näkyvissä sitemap",
        "paid": "unlocked",
        "draft": "ready publishable published publish",
        "pending": "approved moderated reviewed signedoff editorapproved approvedbyeditor aprobado"
        " aprobada approvato aprovado validé validée genehmigt",
    }
)
_PUBLICLY = _compile(
    r"public(?:ly)?(?:share|shared|listed|available|accessible|viewable|readable|visible|access"
    r"|view|link)|(?:share|list|show|post|view)(?:to)?public(?:ly)?"
    r"|(?:shared|listed|shown|posted|visible|available|accessible)(?:to)?(?:public(?:ly)?|all)"
)
_STRICT_SWITCHES = names_of({"hidden": "index list indexed"})
_STATE_NAMES = _compile(
    r"(?:estado|statut|stato)(?:d[eiu](?:l|la)?)?(?:publi|pubbli|redac|redazi|moder)\w*"
    r"|approval|moderation|(?:veröffentlichungs|bearbeitungs|publikations|freigabe)stand"
    r"|(?!comment|ping|read|task|todo|order|payment|project|book|watch|play|sync|issue|ticket)\w{0,20}"
    r"(?:status|state|stage)|workflow|phase|lifecycle|durum|stav|estado|statut|stato|zustand|etat|статус|状態"
    r"|状态|狀態|상태|الحالة|حالة|وضعیت|מצב|סטטוס|tila|stan"
)
_KINDS = _compile(r"type|kind|format|layout|template")
_TAGS = _compile(r"tags?|categor(?:y|ies)|\w{0,12}flags|labels?|keywords")
_AUDIENCES = _compile(
    r"(?:web)?audiences?|sensitivity|emailtype"
    r"|(?:\w{0,12}visibility|privacy|access|permissions?|sharing|confidentiality)"
    r"(?:level|settings?|type|mode|class|scope|control)?"
    r"|share(?:level|settings?|type|mode|scope)|sharingst(?:atus|ate)"
    r"|who(?:can)?(?:see|view|read|sees|reads)|sichtbarkeit|zugriff"
    r"|vertraulichkeit(?:sstufe|sgrad)?|visibilidade?|privacidade?|confidencialidade?|visibilité|confidentialité"
    r"|visibilità|riservatezza|zichtbaarheid|widoczność|geheimhaltung(?:sstufe|sgrad)?|доступ|видимость|приватность|公開範囲|公開設定|synlighe[td]|viditelnost|nakyvyys"
    r"|可见性|可见范围|公开范围|权限|공개범위|공개설정|gorunurluk|gizlilik|lathatosag|ορατοτητα|απορρητο"
    r"|видимість|приватність|vizibilitate|vidljivost|privatnost|viditelnost|nahtavus|الخصوصية|פרטיות"
)
_GROUPS = _compile(
    r"group|(?:only|just|nur|solo|alleen|seulement|uniquement|locked|closed"
    r"|reserved|limited)?(?:for|für|pour|para|voor)|level"
    r"|segments?|gate|gating|requires|requirements|monetization|pricing|paywalltype|(?:target)?audiences?(?:type|level|group|scope)?|scope|distribution|classification|tlp|circles?|availability|accessibility|readership"
    r"|(?:security|protection)(?:level|settings?|type|mode|class|scope|control)?"
    r"|(?:conversation|channel|chat|room|list|board|collection)(?:type|kind)|privacy(?:view|read)"
    r"|zielgruppe|verteiler|empfängerkreis|leserkreis|acc[eè]so?|acesso|accesso|sensibilidad|sensibilité|sensibilità|sensibilidade"
    r"|restrict(?:ions?)?|limited|exclusive|clearance|membership|membershiplevels?|tier|plan|einstufung|diffusion"
)
_READERS = _compile(
    r"acl|(?:circle|audience)ids?|(?:user|view|read|reader|access|allowed|visible)?groups|visible(?:to|for|pour|par|para|a)"
    r"|(?:sichtbar|lesbar|freigegeben|freigabe|zugänglich)(?:für|an)|geteiltmit"
    r"|(?:compartid[oa]s?|compartilhad[oa])(?:con|com)|partag[eé]e?s?avec|condivis[oa]con"
    r"|visibilea|gedeeldmet|zichtbaarvoor"
    r"|(?:view|read)ableby|can(?:view|read|see)|shared?with(?:users|groups)?|allow(?:ed)?list"
    r"|allowed(?:users|roles|readers|viewers|people|members|emails|audiences?)"
    r"|(?:restricted|limited)to|readers|viewers|accesslist"
)
_RECIPIENTS = _compile(r"to|recipients?|addressees?|empfänger(?:in)?|destinatarios?|destinataires?")
_TIERS = _compile(
    r"(?:required|minimum|min|access|membership|supporter|member|patreon)(?:tier|plan|membership)s?"
    r"(?:level|rank|id|name)?|tiers|pricingplanids"
)
_WORDS = (
    (_compile(r"robots|googlebot|metarobots"), Rule("robots", "hidden")),
    (_compile(r"mincentspledged\w*"), Rule("price", "paid")),  # of Patreon
    (_STATE_NAMES, Rule("state", "draft")),
    (_KINDS, Rule("kind", "draft")),
    (_TAGS, Rule("tags", "draft")),
    (_AUDIENCES, Rule("audience", "not public")),
    (_TIERS, Rule("readers", "paid")),
    (_READERS, Rule("readers", "followers only")),
    (_RECIPIENTS, Rule("recipient", "private")),
    (_GROUPS, Rule("group", "not public")),
)
_BEGIN = (
    r"(?:releas|publish|publication|public|visibl|availabl|valid|reveal|unlock|unhid"
    r"|goe?s?liv)"
)
_STARTS = _compile(
    r"embargo(?:ed)?(?:date|until|end|eduntil|ends|lift(?:s|ed)?)?(?:at|on)?|scheduled"
    rf"|{_BEGIN}(?:ed|es|e|s)?(?:from|after|start|startdate|up|date|at|on|timestamp|ts|datetime)?"
    r"|live(?:from|after|at|on)|show(?:from|after)"
    r"|(?:hide|hidden|private|locked|closed|draft|notpublic|notpublished)(?:until|till|before)"
    r"|(?:effective|earliest)(?:date|from)?|scheduled?(?:for|at|on|date|time|publishdate)?|notbefore|nbf"
    r"|postdate|published(?:date|on)|date(?:published|on)|veröffentlichung(?:en)?(?:am|sdatum)"
    r"|(?:sperrfrist|gesperrt|versteckt|privat|geheim)(?:bis)?|(?:gültig|sichtbar|online)ab"
    r"|veröffentlich(?:en|t)ab|fechade(?:publicacion|lanzamiento)|datede(?:publication|parution)"
)
_ENDS = _compile(
    r"expir(?:y|es|ed|e|ation)?(?:date|at|on|time)?|sunsetdate|notafter|gültigbis"
    r"|(?:unpublish|takedown|archive|offline|hide|purge|remove)(?:date|at|on|after)"
    r"|(?:sichtbar|online|öffentlich)bis"
    r"|(?:publish|public|available|visible|valid|live|show|online|open)(?:until|till|to|end|enddate"
    r"|down)"
)
_MOMENTS = _compile(
    r"(?P<trash>deleted|trashed|removed|discarded|destroyed)"
    r"(?:at|on|date|time|by(?:category)?)"
    r"|(?:date|time)(?:deleted|trashed|removed|archived|hidden)"
    r"|(?:archived|hidden|banned|withdrawn|retracted|suspended|disabled|blocked|suppressed"
    r"|unpublished)(?:at|on|date|time)"
    r"|(?:gelöscht|entfernt)am|supprimée?le|(?:eliminad|borrad)[oa]el|verwijderdop|削除日時?|삭제일시?"
    r"|删除时间|删除日期|датаудаления"
    r"|(?P<superseded>(?:superseded|replaced|obsoleted)by|newerversion)(?:id|at)?"
)
_PASSWORDS = _compile(
    r"(?:access|view)?(?:password|passcode|passphrase)|wppassword|passwort|kennwort|contraseña"
    r"|motdepasse|mdp|senha|palavrapasse|wachtwoord|hasło|lösenord|пароль|密码|密碼|パスワード|비밀번호"
)
_NEUTRAL = (
    r"(?:is|has|are|was|article|entry|item|page|content|post|wp|dg|node|blog|story|note|document"
    r"|doc|record|object|field|cms|sys|yoast)"
)
_PREFIX = _compile(_NEUTRAL)
_SUFFIX = _compile(r"(?:article|entry|item|page|content|post|text|document|record|flag)$")


@lru_cache(maxsize=4096)
def rule_of(name: str) -> Rule | None:
    """The rule for a field, by its name in plain spelling, with or without a prefix as of ``is_``.

    None if the field says nothing on who may read a text.
    """
    written = name
    while name:
        if rule := _rule_of_flag(name) or _rule_of_word(name) or _rule_of_date(name):
            return rule
        prefix = _PREFIX.match(name)
        shorter = name[prefix.end() :] if prefix else _SUFFIX.sub("", name)
        name = shorter if shorter != name else ""
    return rule_of(short) if (short := respelled(written)) != written else None


def _rule_of_flag(name: str) -> Rule | None:
    if reason := _MARKS.get(name) or only_for(name) or _reason_of_phrase(name):
        return Rule("mark", reason)
    if reason := _FLAGS.get(name) or STATES.get(name):
        return Rule("flag", reason)
    if reason := _SWITCHES.get(name) or _reason_of_permission(name):
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


def _reason_of_permission(name: str) -> Reason | None:
    """The reason of a switch such as ``ok_to_share`` and ``share_publicly``."""
    if _PUBLICLY.fullmatch(name):
        return "private"
    found = None if _READERS.fullmatch(name) else _PERMISSION.fullmatch(name)
    return ("private" if (found["what"] or "").startswith("shar") else "hidden") if found else None


def _rule_of_word(name: str) -> Rule | None:
    return next((rule for names, rule in _WORDS if names.fullmatch(name)), None)


def _rule_of_date(name: str) -> Rule | None:
    if _STARTS.fullmatch(name):
        return Rule("start", "scheduled")
    if _ENDS.fullmatch(name):
        return Rule("end", "hidden")
    if found := _MOMENTS.fullmatch(name):
        reasons: tuple[Reason, ...] = ("trash", "superseded")
        return Rule("moment", next((r for r in reasons if found[r]), "hidden"))
    return None
