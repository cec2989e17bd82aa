"""What the name of a field says about its value: one table of the shapes that names have.

The names are those of systems for content, networks and newsletters, such as ``go_live_at`` of
Wagtail, ``publish_down`` of Joomla and ``visibility_level`` of GitLab, and their spellings.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.names import finder, respelled
from sitegen.readers.restrictions.vocabulary import ALONE, MARKS, STATES
from sitegen.readers.restrictions.words import ONLY

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
    "mode",  # if it is the mode of a file that others may not read
]


class Rule(NamedTuple):
    """How a field holds a text back, and the reason if its value does not tell another one."""

    kind: Kind
    reason: Reason


_NEEDS = r"(?:requires?|needs?|must|mustbe)"
_NEEDED = r"(?:required|needed|(?:to|for)(?:view|read|see)\w*)"
_PAYMENT = r"(?:membership|subscription|payment|purchase)"
_NOT_TO = r"(?:please)?(?:do|is)?(?:not|nt|dont|no|never)(?:to|for|be|tobe)?"
_NICHT = r"(?:bitte)?(?:nicht|nie|keine?)(?:zu[rm]?|für)?(?:die)?"
_NO = r"(?:porfavor)?no(?:se)?(?:debe|puede)?(?:para)?"
_KEPT_FROM = r"(?:excluded?|hidden|hide|omit(?:ted)?)from(?:the)?"
_PUBLISH = r"(?:publish(?:ed|ing)?|publication|public|release|post(?:ed|ing)?)"
_SHARE = r"shar(?:e|ed|ing)"
_SHOW = r"(?:show(?:n)?|display(?:ed)?|list(?:ed|ing)?)"
_QUOTE = r"(?:quote|cite|print|use|distribute|circulate|forward|repost|disclose)"
_MAY = (
    r"(?!allow(?:ed)?list$)(?:(?:can|may)(?:we|i|you)?|ok(?:ay)?to|allow(?:ed)?(?:to)?"
    r"|permit(?:ted)?(?:to)?|consent(?:to)?|safeto"
    r"|(?:ready|cleared|approved|released|free)(?:for|to))(?:be)?"
)
_THIS = r"(?:this|it|(?:your|my)\w{0,12})?"
_CONSENT = r"(?:consent|permission|allowed|approved|ok)"
_SPELLED = r"(?:level|settings?|type|mode|class|scope|control|icon|policy)?"
_DONE_AT = "(?:at|on|date|time|since)"
_BEGIN = (
    r"(?:releas|publish|publication|public|visibl|availabl|valid|reveal|unlock|unhid"
    r"|goe?s?(?:liv|public))"
)
_SHAPES: Mapping[Kind, Mapping[Reason, str]] = {
    "mark": {
        "draft": "unpublished rascunho",
        "private": f"""
            secret confidential internal restricted vertraulich geheim confidencial confidentiel
            onlyi {_NOT_TO}{_SHARE}
        """,
        "hidden": rf"""
            hiddenfrom hiddenfor notvisibleto hidden unlisted expired archived delisted noindex
            disabled spam retraction blockedfor hidefrom nonpublic
            {_NOT_TO}(?:{_PUBLISH}|{_SHOW}|{_QUOTE})
            {_NICHT}(?:veröffentlich\w*|teilen|geteilt|weitergeben|zeigen|öffentlich\w*|frei\w*geben)
            {_NO}(?:publica(?:r|d[oa]s?|rse)|publiques?|compart\w+|mostrar|difund\w+)
            (?:prière(?:de)?|svp)?à?ne?(?:doit)?pas(?:à|être|a)?(?:publi|partag|montrer|diffus)\w*
            non(?:da)?(?:pubblicare|condividere|mostrare) não(?:public\w+|compartilh\w+)
            niet(?:publiceren|delen|tonen) hide(?:post|entry|article|page)
            (?:unpublish(?:ed|ing)?|remov(?:al|ed)|delet(?:ion|ed)|takedown|rejection)reason
            {_KEPT_FROM}(?:public\w*|publish\w*|(?:web)?site|web|blog|export|lists?|listings?)
            {_KEPT_FROM}(?:collections?|sitemap)
        """,
        "trash": """
            deleted trashed removed removal deletion tombstone
            (?:user|owner|author|moderator|mod|admin|self)(?:deleted|removed)
        """,
        "not public": "banned limitedto",
        "paid": f"paywall(?:ed|position)? premium paid {_NEEDS}{_PAYMENT} {_PAYMENT}{_NEEDED}",
        "password": f"protected encrypted passwordprotected {_NEEDS}password password{_NEEDED}",
        "page": "ispage",
        "followers only": rf"""
            (?:restricted|limited)to(?:group|list|circle|role|team|user|tier)s?(?:ids?)?
            {_NEEDS}(?:login|loggedin|sign(?:in|edin)|auth\w*|registration|account)
            (?:login|signin|auth|authentication|authorization|registration|account){_NEEDED}
        """,
    },
    "flag": {
        "scheduled": "embargo embargoed scheduled",
        "private": """
            gesperrt offrecord offtherecord nda sensitiveinfo directmessage directmsg dm
            privatemessage
        """,
        "hidden": """
            stealth suppress unsearchable sitemapexclude donotindex onhold takendown sealed
            selfdestructed legalhold invault ephemeral isstory nuked
        """,
        "not public": "locked",
        "paid": "gated subscribers patrons teaseronly excerptonly",
        "followers only": "closefriends gatedcontent auth members",
        "other kind": "template",
    },
    "switch": {
        "private": f"""
            share shared shareable public publicly öffentlich público publique pubblico openbaar
            公開 公开 是否公开 공개 공개여부 публично публичный freigegeben freigabe pública
            pubblica publik offentlig offentligt offentleg allmän julkinen publiczny publiczne
            veřejné veřejný nyilvános herkeseaçık everyone everybody anyone forall foreveryone
            foreverybody foranyone füralle foralle föralla paratodos pourtous toutlemonde pertutti
            iedereen vooriedereen (?:anonymous|guest)(?:read|access|view)
            public(?:ly)?(?:share|shared|listed|available|accessible|viewable|readable|visible|access)
            public(?:ly)?(?:view|link) (?:share|list|show|post|view)(?:to)?public(?:ly)?
            (?:shared|listed|shown|posted|visible|available|accessible)(?:to)?(?:public(?:ly)?|all)
            {_MAY}{_SHARE}{_THIS}
            (?:viewable|readable|visible|accessible|open)(?:by|to|for)(?:the)?(?:all|every(?:one|body)|anyone|public|world)
        """,
        "hidden": f"""
            publication publicatie visible visibleinlist readable crawlable show display showinlist
            showinlists showinlisting indirectory inlisting live online enligne enlínea active
            enabled indexable routable
            опубликовано publicerad publiceret publisert julkaistu zveřejněno
            yayında widoczny widoczna widoczne synlig näkyvissä sitemap einverstanden autorisation
            autorizacion consentimiento consentement consenso consentimento toestemming
            {_MAY}(?:{_PUBLISH}|{_SHOW}|web(?:site)?){_THIS} (?:{_PUBLISH}|{_SHARE}){_CONSENT}
            (?:darf|kann|soll)(?:öffentlich|veröffentlicht|geteilt|gezeigt|freigegeben)(?:werden|sein)?
            (?:se)?(?:puede|pueda)(?:publicar|compartir|mostrar)(?:se)?
            (?:peut|doit)(?:être)?(?:publi[eé]|partag[eé]|diffus[eé]|montr[eé])e?s?
            (?:veröffentlichungs?|publikations?)?(?:einwilligung|einverständnis|zustimmung|erlaubnis)(?:erteilt|liegtvor|zurveröffentlichung)?
            (?:gdpr|privacy|media|photo|parental)?consent(?:ed|given|obtained|form(?:signed)?)?
            permission(?:given|granted|obtained|to(?:publish|share|post|use|print)) autorizad[oa]
            authori[sz](?:ed|ation) autorisee?
        """,
        "paid": "unlocked",
        "draft": "ready publishable published publish",
        "pending": """
            approved moderated reviewed signedoff editorapproved approvedbyeditor aprobado aprobada
            approvato aprovado validé validée genehmigt
        """,
    },
    "strict switch": {"hidden": "index list indexed"},
    "password": {
        "password": """
            passwort kennwort contraseña motdepasse mdp senha palavrapasse wachtwoord hasło lösenord
            пароль 密码 密碼 パスワード 비밀번호 (?:access|view)?(?:password|passcode|passphrase)
            (?:access|unlock|secret)(?:code|key|word)
        """,
    },
    "robots": {"hidden": "robots googlebot metarobots"},
    "price": {
        "paid": r"""
            mincentspledged\w* min(?:imum)?pledge\w*
            (?:coins?|credits?|tokens?|points?|price|cost|fee|cents)(?:to|for)(?:unlock|read|view|access)
        """,
    },
    "state": {
        "draft": r"""
            approval moderation workflow phase lifecycle durum stav estado statut stato zustand etat
            статус 状態 状态 狀態 상태 الحالة حالة وضعیت מצב סטטוס tila stan
            (?:spam|moderation|review|editorial)(?:verdict|decision|result)
            (?:estado|statut|stato)(?:d[eiu](?:l|la)?)?(?:publi|pubbli|redac|redazi|moder)\w*
            (?:veröffentlichungs|bearbeitungs|publikations|freigabe)stand
            (?!comment|ping|read|task|todo|order|payment|project|book|watch|play|sync|issue|ticket|(?:is)?quote|retweet)\w{0,20}(?:status|state|stage)
        """,
    },
    "kind": {"draft": "type kind format layout template archetype"},
    "tags": {"draft": r"keywords tags? categor(?:y|ies) \w{0,12}flags labels?"},
    "mode": {
        "private": "(?:file|unix|posix|octal|st)?mode chmod perms (?:file|unix|posix)permissions?"
    },
    "audience": {
        "not public": rf"""
            sensitivity emailtype sichtbarkeit zugriff visibilité confidentialité visibilità
            riservatezza zichtbaarheid widoczność доступ видимость приватность 公開範囲 公開設定
            viditelnost nakyvyys 可见性 可见范围 公开范围 权限 공개범위 공개설정 gorunurluk gizlilik
            lathatosag ορατοτητα απορρητο видимість приватність vizibilitate vidljivost privatnost
            viditelnost nahtavus الخصوصية פרטיות (?:web)?audiences?
            (?:\w{{0,12}}visibility|privacy|access|permissions?|sharing|confidentiality){_SPELLED}
            (?:audience|visibility|privacy|access|permission)s?(?:bit)?(?:mask|bits)
            share(?:level|settings?|type|mode|scope) sharingst(?:atus|ate)
            who(?:can)?(?:see|view|read|sees|reads) quienpuede(?:ver|leer) quempode(?:ver|ler)
            quipeut(?:voir|lire) chipuo(?:vedere|leggere) werkann(?:das)?(?:sehen|lesen)
            wie(?:mag|kan)(?:dit)?(?:zien|lezen) vertraulichkeit(?:sstufe|sgrad)? visibilidade?
            privacidade? confidencialidade? geheimhaltung(?:sstufe|sgrad)? synlighe[td]
        """,
    },
    "readers": {
        "paid": """
            tiers pricingplanids
            (?:required|minimum|min|access|membership|supporter|member|patreon)(?:tier|plan|membership)s?(?:level|rank|id|name)?
        """,
        "followers only": """
            acl whitelist visibilea gedeeldmet zichtbaarvoor geteiltmit readers viewers accesslist
            (?:circle|audience)ids? (?:user|view|read|reader|access|allowed|visible)?groups
            visible(?:to|for|pour|par|para|a) (?:shown|displayed|published|open)to
            (?:viewer|reader|view|read)roles?
            (?:visible|shared|only)to(?:group|list|circle|role|team|user|tier)s?(?:ids?)?
            (?:sichtbar|lesbar|freigegeben|freigabe|zugänglich)(?:für|an)
            (?:compartid[oa]s?|compartilhad[oa])(?:con|com) partag[eé]e?s?avec condivis[oa]con
            (?:view|read)ableby can(?:view|read|see) shared?with(?:users|groups)? allow(?:ed)?list
            allowed(?:users|roles|readers|viewers|people|members|emails|audiences?)
            (?:restricted|limited)to
        """,
    },
    "recipient": {
        "private": "to recipients? addressees? empfänger(?:in)? destinatarios? destinataires?",
    },
    "group": {
        "not public": f"""
            group level gate gating requires requirements monetization pricing paywalltype reach
            scope distribution classification tlp availability accessibility readership zielgruppe
            verteiler empfängerkreis leserkreis acesso accesso sensibilidad sensibilité sensibilità
            sensibilidade limited exclusive clearance membership tier plan einstufung diffusion
            (?:only|just|nur|solo|alleen|seulement|uniquement|locked|closed|reserved|limited)?(?:for|für|pour|para|voor)
            segments? (?:target)?audiences?(?:type|level|group|scope)? circles?
            (?:security|protection){_SPELLED}
            (?:conversation|channel|chat|room|list|board|collection)(?:type|kind)
            privacy(?:view|read) acc[eè]so? restrict(?:ions?)? membershiplevels?
        """,
    },
    "start": {
        "scheduled": f"""
            scheduled notbefore nbf postdate
            embargo(?:ed)?(?:date|until|end|eduntil|ends|lift(?:s|ed)?)?(?:at|on)?
            {_BEGIN}(?:ed|es|e|s)?(?:from|after|start|startdate|up|date|at|on|timestamp|ts|datetime)?
            live(?:from|after|at|on) show(?:from|after)
            (?:hide|hidden|private|locked|closed|draft|notpublic|notpublished)(?:until|till|before)
            (?:effective|earliest)(?:date|from)? scheduled?(?:for|at|on|date|time|publishdate)?
            published(?:date|on) date(?:published|on) veröffentlichung(?:en)?(?:am|sdatum)
            (?:sperrfrist|gesperrt|versteckt|privat|geheim)(?:bis)? (?:gültig|sichtbar|online)ab
            veröffentlich(?:en|t)ab fechade(?:publicacion|lanzamiento)
            datede(?:publication|parution)
        """,
    },
    "end": {
        "hidden": """
            sunsetdate notafter gültigbis expir(?:y|es|ed|e|ation)?(?:date|at|on|time)?
            (?:unpublish|takedown|archive|offline|hide|purge|remove)(?:date|at|on|after)
            (?:sichtbar|online|öffentlich)bis
            (?:publish|public|available|visible|valid|live|show|online|open)(?:until|till|to|end|enddate|down)
        """,
    },
    "moment": {
        "trash": """
            verwijderdop 删除时间 删除日期 датаудаления
            (?:deleted|trashed|removed|discarded|destroyed)(?:at|on|date|time|by(?:category)?)
            (?:date|time)(?:deleted|trashed|removed) (?:gelöscht|entfernt)am supprimée?le
            (?:eliminad|borrad)[oa]el 削除日時? 삭제일시?
        """,
        "superseded": "(?:superseded|replaced|obsoleted)by(?:id|at)? newerversion(?:id|at)?",
        "hidden": f"""
            (?:archived|hidden|banned|withdrawn|retracted|suspended|disabled|blocked){_DONE_AT}
            (?:pulled|spiked|offline){_DONE_AT}
            (?:suppressed|unpublished){_DONE_AT} (?:date|time)(?:archived|hidden)
        """,
    },
}
"""The names of the fields of each kind, by reason; those above go before those below."""
_OF_VOCABULARY: Mapping[Kind, tuple[Mapping[Reason, str], ...]] = {
    "mark": (ONLY, MARKS),
    "flag": (ALONE, STATES),
}
"""Words that are names of such fields, too."""
_NEUTRAL = (
    r"(?:is|has|are|was|article|entry|item|page|content|post|wp|dg|node|blog|story|note|document"
    r"|doc|record|object|field|cms|sys|yoast)"
)
_PREFIX = re.compile(_NEUTRAL)
_SUFFIX = re.compile(r"(?:article|entry|item|page|content|post|text|document|record|flag)$")
_find_rule = finder(
    (Rule(kind, reason), names)
    for kind, shapes in _SHAPES.items()
    for table in (shapes, *_OF_VOCABULARY.get(kind, ()))
    for reason, names in table.items()
)


@lru_cache(maxsize=4096)
def rule_of(name: str) -> Rule | None:
    """The rule for a field, by its name in plain spelling, with or without a prefix as of ``is_``.

    None if the field says nothing about who may read a text.
    """
    written = name
    while name:
        if rule := _find_rule(name):
            return rule
        prefix = _PREFIX.match(name)
        shorter = name[prefix.end() :] if prefix else _SUFFIX.sub("", name)
        name = shorter if shorter != name else ""
    return rule_of(short) if (short := respelled(written)) != written else None
