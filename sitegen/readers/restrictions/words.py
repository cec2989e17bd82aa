"""Words for the state of a text, and for the people who may read it, in several languages."""

import re
from collections.abc import Mapping
from functools import lru_cache

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.names import names_of, plain_name, respelled, without_accents


def _words(text: str) -> frozenset[str]:
    """The words of a text, with spaces between them, in plain spelling."""
    return frozenset(map(plain_name, text.split()))


YES = _words(
    "true wahr vrai vero verdadero verdadeiro yes on 1 y x ja si oui sim tak ano da да так kyllä"
    " evet igen はい 是 예 네 ✓ ✔"
)
NO = _words(
    "false no off 0 n f never none falsch faux falso nein non não nee nej niet nie ne нет ні ei"
    " hayır nem いいえ 否 아니요"
)

STATES = names_of(
    {
        "draft": (
            "draft drafts autodraft notready unfinished incomplete wip workinprogress"
            " inprogress notstarted needswork staged rohfassung rohentwurf entwurf entwürfe"
            " inarbeit inbearbeitung borrador enprogreso encurso brouillon encours bozza"
            " rascunho concept ontwerp kladde udkast utkast luonnos szkic wersjarobocza"
            " koncept návrh vázlat piszkozat taslak ciornă nacrt skica osnutek mustand"
            " melnraksts juodraštis drög esborrany черновик черновики неопубликовано чернетка"
            " чернова πρόχειρο טיוטה مسودة پیش‌نویس"
            " 草稿 未发布 未發布 未發佈 下書き 未公開 초안 임시저장 미발행 draf"
            " konsep nháp bảnnháp"
        ),
        "pending": (
            "pending inreview pendingreview awaitingreview needsreview readyforreview underreview"
            " submittedforreview pendingapproval awaitingapproval needsapproval awaitingmoderation"
            " inmoderation unapproved pendingmoderation needsmoderation quarantined"
            " ausstehend inprüfung zurprüfung inüberprüfung pendiente enrevisión"
            " pendientederevisión enattente enrelecture enattentederelecture inattesa"
            " pendente emrevisão inafwachting oczekujący напроверке ожидаетпроверки"
            " 待审核 待審核 審核中 レビュー待ち 承認待ち 검토중 검토대기"
        ),
        "scheduled": (
            "abouttosend geplant agendado planifié programmé gepland planlagt zaplanowany"
            " запланировано отложено 定时发布 排程 予約投稿 예약"
        ),
        "trash": (
            "trash trashed intrash inbin deleted removed discarded"
            " papierkorb impapierkorb gelöscht papelera enpapelera eliminado corbeille"
            " danscorbeille supprimé cestino nelcestino cestinato eliminato lixeira nalixeira"
            " excluído prullenbak verwijderd slettet raderad kosz wkoszu usunięty usunięte usunięto"
            " удалено удалён удалена корзина видалено изтрито fjernet fjernad borttagen eyddur eytt"
            " poistettu roskakori roskakorissa kustutatud dzēsts ištrinta smazáno smazaný smazané"
            " smazána odstraněno vymazáno zmazané zmazaný vkoši törölt törölve izbrisano obrisano"
            " izbrisan обрисано șters ștearsă silindi silinmiş çöpkutusu διαγραμμένο διαγράφηκε"
            " esborrat suprimit borrada eliminada supprimée eliminata excluída apagado apagada"
            " deletado dihapus đãxóa ลบแล้ว محذوف حذفشده נמחק"
            " 回收站 已删除 已刪除 ゴミ箱 削除済み 휴지통"
        ),
        "private": (
            "private notpublic notshared internal internalonly internaluse forinternaluse"
            " confidential secret topsecret restricted personal direct onlyme classified"
            " privat privado privé privato intern nurintern vertraulich geheim nurich interno"
            " confidencial secreto interna interne restreint restreinte restringido restringida"
            " eingeschränkt strengvertraulich confidentiel riservato segreto persönlich"
            " personnel besloten sigiloso restrito restrita persoonlijk"
            " vertrouwelijk prywatny prywatne soukromé soukromý yksityinen özel gizli privátní"
            " приватно приватный личное личный секретно только длясебя толькоя"
            " 🔒 🔐 私密 仅自己可见 不公开 不公開 非公開 자물쇠 비공개 나만보기"
        ),
        "hidden": (
            "hidden unlisted notlisted delisted archived withheld expired inactive disabled offline"
            " suspended withdrawn retracted suppressed invisible concealed"
            " zurückgezogen retirado retirada retirée ritirato ingetrokken ausgeblendet"
            " versteckt verborgen inaktiv deaktiviert archiviert oculto inactivo archivado masqué"
            " caché inactif archivé horsligne foradoar fueradelínea nascosto archiviato inativo"
            " arquivado skjult dold ukryty skryté gearchiveerd afgeschermd piilotettu gizlenmiş"
            " скрыто скрытый архив 隐藏 隱藏 限定公開 숨김"
        ),
        "not public": "notapproved rejected blocked banned shadowbanned cancelled canceled denied"
        " declined"
        " revoked refused abgelehnt verweigert refusé refusée rechazado denegado denegada negado"
        " negada",
        "paid": "paywalled",
        "password": "passwordprotected protected passwortgeschützt geschützt protégé protegido"
        " protetto beveiligd",
    }
)
"""Words for states that are not public, and names of fields that say so if they are true."""
_STAGES = STATES | names_of(
    {
        "draft": "todo writing editing outline backlog idea onhold hold parked shelved preview",
        "pending": "review submitted moderation",
        "scheduled": "scheduled future queued planned embargo embargoed programado programmato",
        "hidden": "archive gesperrt retiré",
        "not public": "spam failed error",
        "followers only": "friends usemask",  # of LiveJournal
        "password": "password",
        "attachment": "inherit",
    }
)
"""Words for states, also those that are about something else as names of fields."""
_UNPUBLISHED = re.compile(
    r"(?:un|in|on|non?|not|nicht|nao|niet|nie|ikke|inte|ej|noch ?nicht|nog ?niet)"
    r"(?:veroffentlicht|gepubliceerd|p[uo]bl\w{3,9}|pubbl\w{3,8}|opublikowan\w+)"
)
"""“Published” in several languages, denied."""
_BEFORE = re.compile(
    r"^(?:in|en|em|im|als|as|a|still|noch|nog|encore|aun|todavia|ainda|ancora|only|just)[\s_-]+",
    re.IGNORECASE,
)
"""What may stand before the word of a state: ``in bozza``."""
_UNFINISHED = re.compile(
    r"awaiting\w*|(?:tobe|needs|waitingfor|pending|enattentede|inattesadi|pendientede)\w+|a(?:relire|revoir|corriger|valider|publier)"
    r"|zu(?:prufen|korrigieren)|por(?:revisar|publicar)|da(?:rivedere|pubblicare)"
)
_BY_LINK = re.compile(
    r"(?:any(?:one|body)|everyone|all|people|users|those)?(?:with|having|whohas|whohave)(?:the|a|this)?"
    r"(?:secret|direct|private)?(?:link|url)|(?:by|via|secret|private)?(?:link|url)(?:only|sharing)"
    r"|(?:by|via|secret|private)(?:link|url)|(?:alle|jeder)?mit(?:dem)?link"
    r"|(?:cualquiera)?conel(?:enlace|link)|avecle(?:lien|link)|conillink|comolink|metdelink"
)
"""Those who know the address of a text."""
_DRAFT = re.compile(r"(?:active|rough|first|second|final|early)?draft(?:v?\d+|ing|ed|version)?")

EVERYBODY = _words(
    "public everyone everybody anyone öffentlich alle alla füralle público pública publique todos"
    " tous toutlemonde pubblico pubblica tutti openbaar iedereen publiczny veřejné julkinen"
    " публично публичный 公開 公开 全体公開 全体に公開 一般公開 公开可见 所有人可见 全部可见"
    " 공개 전체공개 모두공개"
    " unrestricted offentlig offentligt herkes herkeseaçık nyilvános mindenki"
    " kaikki kaikille všichni wszyscy publiczne javno svi toți avalik viešas δημόσιο δημόσια όλοι"
    " все 所有人 任何人 大家 всем длявсех 全員 誰でも みんな 모든사람 누구나 모두"
    " عام للجميع ציבורי לכולם सार्वजनिक สาธารณะ côngkhai umum 🌍 🌎 🌏 🌐"
)
"""Words that say that everybody may read a text, whatever the name of their field is."""
PUBLIC = EVERYBODY | _words(
    "published world worldwide all any anybody open visitors guest guests internet web listed free"
    " visible default standard normal general none null low unclassified clear white"
    " tlp:clear tlp:white public-read public-read-write all_free_subscribers publictoeveryone"
    " keine ninguna aucune libre yes true on openaccess publicaccess freeaccess herkese"
    " все всем 所有人 *"
)
"""Words that say that everybody may read a text, or that nothing restricts it."""

_NOTHING = frozenset({"none", "null", "keine", "ninguna", "aucune"})
_ENUM = re.compile(
    r"^(?:(?:POST|CIRCLE|VISIBILITY|PRIVACY|AUDIENCE|ACCESS|SHARE|SHARING|STATUS|STATE|LEVEL|TYPE"
    r"|SCOPE|MODE|SETTINGS?|KIND|OPTION|VALUE|WHO|CAN|VIEW|SEE|READ|SHARED|WITH|TO)_)+"
)
"""What stands before the word in ``VISIBILITY_PUBLIC``, as in enumerations of Protocol Buffers."""
_OPEN_IN_ENUMS = EVERYBODY | {"all", "world", "anybody", "open", "published"}
_SEEN_BY_ALL = re.compile(
    r"(?:world|public(?:ly)?)(?:read(?:able)?|visible|view(?:able)?|access(?:ible)?)"
    r"|public(?:feed|timeline|page|profile|channel)|(?:open(?:to)?|for)(?:all|everyone|everybody)"
    r"|public(?:on|to)(?:the)?(?:web|internet|all|world)|any(?:one|body)on(?:the)?(?:web|internet)"
)

PUBLISHED = _words(
    "published publish live online enligne enlínea veröffentlicht publicado publicada publié"
    " publiée pubblicato pubblicata gepubliceerd opublikowany opublikowano opublikowane publicerad"
    " publiceret publisert julkaistu zveřejněno közzétéve yayında yayınlandı опубликовано"
    " опубликован منشور פורסם 已发布 已發佈 已發布 公開済み 게시됨 발행"
)
"""Words for the state of what is published."""
PUBLISHED_TOO = PUBLISHED | _words("updated edited republished featured promoted sticky pinned")
"""Likewise, beside those."""

_OWN = (
    r"private|me|myself|self|nobody|eyes|preview|red|amber|tlp(?:red|amber(?:strict)?)"
    r"|ich|mich|selbst|ichselbst|yo|mi|moi|moimeme|eu|mim|io|ik|mij|jag|mig|meg|minä|ben|ja|já|én"
    r"|мне|мені|自己|自己可见|自己可見|我|我自己"
)
_INSIDE = (
    r"internal(?:use)?|staff|teams?|admins?|administrators?|editors?|authors?|owners?|moderators?"
    r"|employees|colleagues|board|crew|local|family|familie|famille|familia|household|personal"
    r"|mum|mom|mam|mama|mami|dad|daddy|papa|grand(?:ma|pa)|granny|nana|oma|opa|wife|husband"
    r"|vorstand|redaktion|kollegium|office|company|organi[sz]ation|intranet"
)
_KNOWN = (
    r"members?|followers?|invit(?:e|ed|ees?|ation)|friends|closefriends|bestfriends|mutuals|both|contacts|users"
    r"|registered(?:users)?|authenticated(?:users)?|logged(?:in)?(?:users)?|login"
    r"|insiders|freunde|amigos|amis|amici|vrienden|mitglieder|membres"
    r"|miembros|membros|leden|seguidores|abonnee?s|allsubscribers|onlyfree|друзья|друзеи|друзьям|друзі|подписчики|友達|好友|朋友|친구"
    r"|arkadaşlar(?:ım)?|znajomi|przyjaciele|vänner|venner|ystävät|barátok|přátelé|priatelia|prieteni"
    r"|prijatelji|takipçiler"
)
_ADDRESSED = r"students|parents|teachers|pupils|community"
"""Those for whom a text is written: a field holds it back if it is for nobody else."""
_PAYING = (
    r"(?:only)?(?:paid|paying|premium)(?:members?|subscribers?|users?)?|subscribers?|subscriptions?"
    r"|patrons?|patreon|backers?|supporters?|sponsors?|donors?|vip|gold|silver|bronze|platinum|tiers?"
    r"|all(?:paid|premium)subscribers|abonnenten|suscriptores|abonnements?"
)
_INSIDE_ONLY = rf"{_OWN}|{_INSIDE}"


def _compile(pattern: str, groups: Mapping[Reason, str]) -> dict[Reason, re.Pattern[str]]:
    """Patterns for phrases about groups, which take the place of ``WHO``."""
    return {reason: re.compile(pattern.replace("WHO", who)) for reason, who in groups.items()}


_GROUPS = _compile(
    r"(?:WHO)(?:only)?|only(?:for)?(?:WHO)|for(?:WHO)",
    {"paid": _PAYING, "followers only": _KNOWN, "private": _OWN, "not public": _INSIDE},
)
_ONLY = _compile(
    r"(?:WHO)(?:use)?(?:only|uniquement|seulement|solamente|soltanto|exclusivamente)"
    r"|(?:just|only(?:for)?|for|nur(?:fur)?|solo(?:para|per)?|somente|apenas|seulement|uniquement"
    r"|soltanto|slechts|alleen(?:voor)?|sadece|yalnızca|tylko|bara|endast|kun|bare|vain|csak|jen"
    r"|pouze|iba|doar|samo|только|лише|仅|僅|只)(?:WHO)",
    {"paid": _PAYING, "followers only": f"{_KNOWN}|{_ADDRESSED}", "private": _INSIDE_ONLY},
)
_PAYING_GROUPS = frozenset({"paid", "members", "subscribers", "mitglieder"})
"""Those that pay, where the word stands alone, as in Ghost."""


@lru_cache(maxsize=1024)
def state_of(word: str) -> Reason | None:
    """Why a text in this state, such as ``In Arbeit``, is not public; None if it is, or unknown."""
    word = _ENUM.sub("", word)
    plain = plain_name(word)
    if reason := _STAGES.get(plain) or _STAGES.get(respelled(plain)):
        return reason
    if _DRAFT.fullmatch(plain) or _UNPUBLISHED.fullmatch(respelled(plain)):
        return "draft"
    if _BY_LINK.fullmatch(plain):
        return "hidden"
    if _UNFINISHED.fullmatch(plain):
        return "pending"
    shorter = _BEFORE.sub("", without_accents(word.strip()))
    return _STAGES.get(plain_name(shorter))


def is_nothing(word: str) -> bool:
    """Whether a word says “none”: nobody, or no restriction."""
    return plain_name(word) in _NOTHING


def is_for_everybody(word: str) -> bool:
    """Whether a word says that everybody may read a text, whatever the name of its field is."""
    plain = plain_name(_ENUM.sub("", word))
    return plain in EVERYBODY or _SEEN_BY_ALL.fullmatch(plain) is not None


def is_public(word: str) -> bool:
    """Whether a word says that everybody may read a text, or that nothing restricts it.

    ``VISIBILITY_NONE`` and ``SHARED_WITH_NONE`` mean nobody, whatever “none” alone means.
    """
    plain = plain_name(word)
    is_open = plain in PUBLIC or respelled(plain) in PUBLIC
    is_open = is_open or plain_name(_ENUM.sub("", word)) in _OPEN_IN_ENUMS
    return is_open or bool(_SEEN_BY_ALL.fullmatch(plain))


@lru_cache(maxsize=1024)
def group_of(word: str) -> Reason | None:
    """Why a text for this group of people is not public, such as ``members``; None if unknown."""
    plain = plain_name(_ENUM.sub("", word))
    reason: Reason | None = "hidden" if _BY_LINK.fullmatch(plain) else group_named(plain)
    return reason or only_for(plain)


@lru_cache(maxsize=1024)
def group_named(word: str) -> Reason | None:
    """Likewise, of a single word, without “only” and the like in other languages."""
    plain = plain_name(word)
    if plain in _PAYING_GROUPS:
        return "paid"
    if reason := _STAGES.get(plain) or _STAGES.get(respelled(plain)):
        return reason
    return next((reason for reason, words in _GROUPS.items() if words.fullmatch(plain)), None)


def only_for(name: str) -> Reason | None:
    """Why a text is not public whose field with this name, such as ``staffonly``, is true."""
    return next((reason for reason, words in _ONLY.items() if words.fullmatch(name)), None)
