"""The vocabulary of restrictions: each word once, in the table that says where it counts.

A name may be a pattern; white space separates them, and spelling is that of :mod:`.names`.
"""

from collections.abc import Mapping

from sitegen.readers.findings import Reason

YES = """
    true wahr vrai vero verdadero verdadeiro yes on 1 y x ja si oui sim tak ano da да так kyllä evet
    igen yep yeah yup sure はい 是 예 네 ✓ ✔
"""
NO = """
    false no off 0 n f never none falsch faux falso nein non não nee nej niet nie ne нет ні ei hayır
    nope nah nem いいえ 否 아니요
"""

MARKS: Mapping[Reason, str] = {
    "draft": "draft wip entwurf brouillon borrador bozza",
    "private": """
        private privat privé privado privato prywatny prywatne soukromé yksityinen личное приватне
        приватний 非公開 私密 비공개
    """,
}
"""Words that say so wherever they stand, also before a title; WordPress writes those there."""
ALONE: Mapping[Reason, str] = {
    "draft": """
        drafts unpublished entwürfe unveröffentlicht borradores brouillons bozze rascunho rascunhos
        kladde kladder utkast udkast черновик черновики чернетка чернетки 下書き 草稿 草稿箱 초안
    """,
    "private": """
        confidential internal vertraulich confidencial confidentiel confidentielle riservato
        notetoself vertrouwelijk privates privati privados privada privata privés privée приватно 🔒
        🔐
    """,
    "hidden": "unlisted delisted",
}
"""Words that say so as the value of a field of any name, and as the name of a folder."""

STATES: Mapping[Reason, str] = {
    "draft": """
        autodraft notready unfinished incomplete workinprogress inprogress notstarted needswork
        staged rohfassung rohentwurf inarbeit inbearbeitung enprogreso encurso encours concept
        ontwerp luonnos szkic wersjarobocza koncept návrh vázlat piszkozat taslak ciornă nacrt skica
        osnutek mustand melnraksts juodraštis drög esborrany неопубликовано чернова πρόχειρο טיוטה
        مسودة پیش‌نویس 未发布 未發布 未發佈 未公開 임시저장 미발행 draf konsep nháp bảnnháp
    """,
    "pending": """
        pending inreview pendingreview awaitingreview needsreview readyforreview underreview
        submittedforreview pendingapproval awaitingapproval needsapproval awaitingmoderation
        inmoderation unapproved changesrequested pendingmoderation needsmoderation quarantined
        ausstehend inprüfung zurprüfung inüberprüfung pendiente enrevisión pendientederevisión
        enattente enrelecture enattentederelecture inattesa pendente emrevisão inafwachting
        oczekujący напроверке ожидаетпроверки 待审核 待審核 審核中 レビュー待ち 承認待ち 검토중
        검토대기
    """,
    "scheduled": """
        abouttosend geplant agendado planifié programmé gepland planlagt zaplanowany запланировано
        отложено 定时发布 排程 予約投稿 예약
    """,
    "trash": """
        trash trashed intrash inbin deleted removed discarded papierkorb impapierkorb gelöscht
        papelera enpapelera eliminado corbeille danscorbeille supprimé cestino nelcestino cestinato
        eliminato lixeira nalixeira excluído prullenbak verwijderd slettet raderad kosz wkoszu
        usunięty usunięte usunięto удалено удалён удалена корзина видалено изтрито fjernet fjernad
        borttagen eyddur eytt poistettu roskakori roskakorissa kustutatud dzēsts ištrinta smazáno
        smazaný smazané smazána odstraněno vymazáno zmazané zmazaný vkoši törölt törölve izbrisano
        obrisano izbrisan обрисано șters ștearsă silindi silinmiş çöpkutusu διαγραμμένο διαγράφηκε
        esborrat suprimit borrada eliminada supprimée eliminata excluída apagado apagada deletado
        dihapus đãxóa ลบแล้ว محذوف حذفشده נמחק 回收站 已删除 已刪除 ゴミ箱 削除済み 휴지통
    """,
    "private": """
        notpublic notshared internalonly internaluse forinternaluse secret topsecret restricted
        personal direct onlyme classified intern nurintern geheim nurich interno secreto interna
        interne restreint restreinte restringido restringida eingeschränkt strengvertraulich segreto
        persönlich personnel besloten sigiloso restrito restrita persoonlijk soukromý özel gizli
        privátní приватный личный секретно только длясебя толькоя 仅自己可见 不公开 不公開 자물쇠
        나만보기
    """,
    "hidden": """
        hidden notlisted archived withheld expired inactive disabled offline suspended withdrawn
        retracted suppressed invisible concealed zurückgezogen retirado retirada retirée ritirato
        ingetrokken ausgeblendet versteckt verborgen inaktiv deaktiviert archiviert oculto inactivo
        archivado masqué caché inactif archivé horsligne foradoar fueradelínea nascosto archiviato
        inativo arquivado skjult dold ukryty skryté gearchiveerd afgeschermd piilotettu gizlenmiş
        скрыто скрытый архив 隐藏 隱藏 限定公開 숨김
    """,
    "not public": """
        notapproved rejected blocked banned shadowbanned cancelled canceled denied declined revoked
        refused abgelehnt verweigert refusé refusée rechazado denegado denegada negado negada
    """,
    "paid": "paywalled",
    "password": """
        passwordprotected protected passwortgeschützt geschützt protégé protegido protetto beveiligd
    """,
}
"""Words that say so as the state of a text, and as the name of a field that is true."""

STAGES: Mapping[Reason, str] = {
    "draft": """
        todo writing rewriting redrafting editing copyediting copyedit polishing outline backlog
        idea onhold hold parked shelved preview
    """,
    "pending": "review reviewing proofreading factchecking submitted moderation",
    "scheduled": "scheduled future queued planned embargo embargoed programado programmato",
    "hidden": "gesperrt retiré",
    "not public": "spam failed error skip skipped ignore ignored",
    "followers only": "friends usemask",
    "password": "password",
    "attachment": "inherit",
}
"""Words that say so as the state of a text only; as names, they are about something else."""


_NOT_YET = "(?:un|in|on|non?|not|nicht|nao|niet|nie|ikke|inte|ej|nochnicht|nogniet)"
FORMS: Mapping[Reason, str] = {
    "draft": rf"""
        (?:active|rough|first|second|final|early)?draft(?:v?\d+|ing|ed|version)?
        {_NOT_YET}(?:veroffentlicht|gepubliceerd|p[uo]bl\w{{3,9}}|pubbl\w{{3,8}}|opublikowan\w+)
    """,
    "pending": r"""
        awaiting\w* (?:tobe|needs|waitingfor|pending|enattentede|inattesadi|pendientede)\w+
        a(?:relire|revoir|corriger|valider|publier) zu(?:prufen|korrigieren) por(?:revisar|publicar)
        da(?:rivedere|pubblicare)
    """,
}
"""Patterns of more than one word for the state of a text."""
LINKS: Mapping[Reason, str] = {
    "hidden": r"""
        conillink comolink metdelink
        (?:any(?:one|body)|everyone|all|people|users|those)?(?:with|having|whohas|whohave)(?:the|a|this)?(?:secret|direct|private)?(?:link|url)
        (?:by|via|secret|private)?(?:link|url)(?:only|sharing) (?:by|via|secret|private)(?:link|url)
        (?:alle|jeder)?mit(?:dem)?link (?:cualquiera)?conel(?:enlace|link) avecle(?:lien|link)
    """,
}
"""Those who know the address of a text, which is hidden so."""

GROUPS: Mapping[Reason, str] = {
    "paid": """
        patreon vip gold silver bronze platinum abonnenten suscriptores
        (?:only)?(?:paid|paying|premium)(?:members?|subscribers?|users?)? subscribers?
        subscriptions? patrons? backers? supporters? sponsors? donors? tiers?
        all(?:paid|premium)subscribers abonnements?
    """,
    "followers only": """
        friends closefriends bestfriends mutuals both contacts users login insiders freunde amigos
        amis amici vrienden mitglieder membres miembros membros leden seguidores allsubscribers
        onlyfree друзья друзеи друзьям друзі подписчики 友達 好友 朋友 친구 znajomi przyjaciele
        vänner venner ystävät barátok přátelé priatelia prieteni prijatelji takipçiler members?
        followers? invit(?:e|ed|ees?|ation) registered(?:users)? authenticated(?:users)?
        logged(?:in)?(?:users)? abonnee?s arkadaşlar(?:ım)?
    """,
    "private": """
        private me myself self nobody eyes preview red amber ich mich selbst ichselbst yo mi moi
        moimeme eu mim io ik mij jag mig meg minä ben ja já мне мені 自己 自己可见 自己可見 我
        我自己 tlp(?:red|amber(?:strict)?)
    """,
    "not public": """
        staff employees colleagues board crew local family familie famille familia household
        personal mum mom mam mama mami dad daddy papa granny nana oma opa wife husband vorstand
        redaktion kollegium office company intranet internal(?:use)? teams? admins? administrators?
        editors? authors? owners? moderators? grand(?:ma|pa) organi[sz]ation
    """,
}
"""Groups of people for whom a text may be."""
PAYING = "paid members subscribers mitglieder"
"""Those that pay, where the word stands alone, as in Ghost."""
ADDRESSED = "students parents teachers pupils community"
"""Those for whom a text is written: a field holds it back if it is for nobody else."""
ONLY = (
    "uniquement seulement solamente soltanto exclusivamente",
    """
    just only(?:for)? for nur(?:fur)? solo(?:para|per)? somente apenas seulement uniquement soltanto
    slechts alleen(?:voor)? sadece yalnızca tylko bara endast kun bare vain csak jen pouze iba doar
    samo только лише 仅 僅 只
    """,
)
"""“Only” after a group and before one."""

EVERYBODY = r"""
    public everyone everybody anyone öffentlich alle alla füralle público pública publique todos
    tous toutlemonde todoelmundo qualquerpessoa pubblico pubblica tutti openbaar iedereen publiczny
    veřejné julkinen публично публичный 公開 公开 全体公開 全体に公開 一般公開 公开可见 所有人可见
    全部可见 공개 전체공개 모두공개 unrestricted offentlig offentligt herkes herkeseaçık nyilvános
    mindenki kaikki kaikille všichni wszyscy publiczne javno svi toți avalik viešas δημόσιο δημόσια
    όλοι все 所有人 任何人 大家 всем длявсех 全員 誰でも みんな 모든사람 누구나 모두 عام للجميع
    allir tothom öffentlichkeit cualquiera toutpublic publik усі mọingười ציבורי לכולם
    सार्वजनिक สาธารณะ côngkhai umum 🌍 🌎 🌏 🌐 aspublic
    (?:world|public(?:ly)?)(?:read(?:able)?|visible|view(?:able)?|access(?:ible)?)
    http\w+activitystreamspublic public(?:feed|timeline|page|profile|channel)
    (?:open(?:to)?|for)(?:all|everyone|everybody) (?:the)?whole(?:world|internet|web)
    public(?:on|to)(?:the)?(?:web|internet|all|world) any(?:one|body)on(?:the)?(?:web|internet)
"""
"""Words that say that everybody may read a text, whatever the name of their field is."""
OPEN_IN_ENUMS = "all world anybody open published"
"""Likewise, behind the name of an enumeration, as in ``VISIBILITY_ALL``."""
PAGES = r"""
    (?:(?:my|our|own|the|main|front|home|public|and)*(?:page|profile|timeline|wall|feed|blog|site|website))+
"""
"""Where everybody reads what somebody posts."""
OPEN = rf"""
    {PAGES} all(?:visitors|guests) (?:the)?open(?:web|internet)
    published world worldwide all any anybody open visitors guest guests internet web listed free
    visible default standard normal general none null low unclassified clear white tlp:clear
    tlp:white public-read public-read-write all_free_subscribers publictoeveryone keine ninguna
    aucune libre yes true on openaccess publicaccess freeaccess herkese full anonymous globe earth
    \*
"""
"""Words that say so, or that nothing restricts a text, in a field on who may read it."""
NOTHING = "none null keine ninguna aucune"
"""Nobody, or no restriction."""
PUBLISHED = """
    published publish live online enligne enlínea veröffentlicht publicado publicada publié publiée
    pubblicato pubblicata gepubliceerd opublikowany opublikowano opublikowane publicerad publiceret
    publisert julkaistu zveřejněno közzétéve yayında yayınlandı опубликовано опубликован منشور פורסם
    已发布 已發佈 已發布 公開済み 게시됨 발행
"""
"""Words for the state of what is published."""
PUBLISHED_TOO = """
    updated edited republished featured promoted sticky pinned
    evergreen seedling seedlings budding sapling saplings sprout sprouts sprouting growing perennial
    blooming fruiting
"""
"""Likewise, beside those; also how far a note in a garden has grown."""
FINISHED = """
    finished complete completed done final finalized finalised ready mature stable current active
    ongoing maintained revised reviewed approved accepted released shipped archival new notes note
    fertig abgeschlossen aktiv terminé achevé fini terminado acabado listo finito completato
    concluído pronto klaar afgerond färdig klar gotowe готово
"""
"""Words for a text or a work that is finished, whether it is published or not."""

NEUTRAL = """
    a the is are was be been has do does can may should will i we you your my our it this to for on
    in at of from by with as ok okay yet der die das den dem zu zur zum kann darf de du la le les el
    il peut puede feed flag folder album blog article entry item note page post posts record story
    text content
"""
"""Words in the name of a field that say nothing about who may read a text."""
