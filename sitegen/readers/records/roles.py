"""What the fields of a record mean, by their names."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from sitegen.readers.detection.names import names_in
from sitegen.readers.restrictions import plain_name

Role = Literal[
    "text", "html", "title", "note", "quotation", "author", "date", "updated", "address",
    "permalink", "id", "tags", "folder", "lang", "media", "alt", "site", "private", "public",
    "visibility", "status", "draft", "published", "deleted", "password", "hidden", "limited",
    "paid", "members", "scheduled", "reply", "repost", "relation", "type", "reading", "archived",
    "page", "linked", "expires",
]  # fmt: skip

_NAMES: Mapping[Role, str] = {
    "text": "fulltext contentmarkdown bodymarkdown rawmarkdownbody markdown contenttext content"
    " text body bodytext post tweet caption selftext plaincontent review myreview poem"
    " articlebody abstract essay story speech haiku limerick lyrics proverb aphorism saying joke",
    "html": "contenthtml bodyhtml html richcontent",
    "title": "title headline heading webtitle subject",
    "note": "note notes comment commentary annotation extended description desc summary",
    "quotation": "selection highlight highlights quote quotes quotation annotations",
    "author": "author authors authorname creator byline writer user username screenname displayname"
    " account by",
    "date": "dategmt publishedat publisheddate firstpublishedat firstpublisheddate datepublished"
    " publishedon publishdate pubdate published"
    " createdat datecreated created createdutc date datetime timestamp time postedat posted"
    " createdon postedon dateadded timeadded addedat added savedat saveddate createdtime"
    " publicationdate publishon addedon updatedat updated",
    "updated": "updatedat updated dateupdated updateddate modifiedgmt modifiedat modified"
    " updatedon modifiedon modifieddate datemodified lastmodified lastmodifiedat lastmodifieddate"
    " editedat edited"
    " dateedited lastedited lasteditedat revisedat changedat changed",
    "permalink": "permalink canonicalurl statusurl posturl",
    "address": "url link href uri address sourceurl source",
    "linked": "linkedurl externalurl outboundurl linktarget",
    "id": "idstr id guid uuid objectid tweetid postid statusid internalid slug",
    "tags": "tags tag taglist hashtags categories category labels label topics keywords"
    " maincategory contenttags manualtags alltags",
    "folder": "folder folders collection",
    "lang": "lang language locale",
    "media": "images image photos photo pictures picture media attachments cover coverimage"
    " mainimage heroimage leadimage headerimage featuredimage featureimage imageurl mediaurl"
    " thumbnail thumbnailurl",
    "alt": "alt alttext imagealt imagealttext imagedescription photoalt picturealt coveralt"
    " coverimagealt featuredimagealt featureimagealt thumbnailalt mediaalt bildbeschreibung",
    "site": "site sitename publisher domain",
    "private": "private isprivate protected secret issecret confidential encrypted isencrypted"
    " internal isinternal internalonly internaluseonly staffonly teamonly adminonly restricted"
    " isrestricted notpublic nonpublic",
    "public": "public ispublic shared isshared visible isvisible listed islisted",
    "visibility": "visibility audience audiences webaudiences emailtype privacy access accesslevel"
    " scope sharing sharedwith permission viewers confidentiality sensitivity",
    "status": "status state poststatus publishstatus publicationstatus moderationstatus"
    " classification security",
    "draft": "draft isdraft unpublished isunpublished unpublishedat",
    "published": "published ispublished publish live online active isactive enabled isenabled"
    " approved isapproved",
    "paid": "paid ispaid premium ispremium paywall paywalled ispaywalled subscribersonly"
    " pricingplanids",
    "members": "membersonly followersonly friendsonly loginrequired requireslogin",
    "scheduled": "scheduledat scheduledfor scheduledtime scheduledate publishat publishon"
    " scheduledpublishdate",
    "deleted": "deleted isdeleted trashed istrashed removed isremoved deletedat removedat removedby"
    " removedbycategory",
    "password": "password postpassword passwordprotected ispasswordprotected haspassword",
    "hidden": "hidden ishidden unlisted isunlisted delisted isdelisted spam isspam disabled"
    " isdisabled banned isbanned expired isexpired noindex excludefrompublic excludedfrompublic"
    " excludefrompublication excludefrompublishing excludefromsite"
    " excludefromwebsite excludefromcollections excludefromlist hidefromsite"
    " hidefrompublic hidefromlist donotpublish dontpublish nopublish",
    "archived": "archived isarchived",
    "expires": "expiresat expireson expirydate expirationdate unpublishat unpublishdate",
    "limited": "limitedto",
    "page": "ispage",
    "reply": "parentauthor parenthash inreplyto inreplytoid inreplytostatusid inreplytostatusidstr"
    " inreplytouserid"
    " inreplytouseridstr inreplytotweetid replyto replytoid isreply parent parentid"
    " parentcomment parentcommentid parentpostid parenttweetid replytocommentid replytocomment",
    "repost": "retweetedstatus retweetedstatusid retweetedtweet reblog reblogid rebloggedfromid"
    " rebloggedfromname repostof isretweet isrepost isreblog",
    "relation": "referencedtweets",
    "type": "type kind posttype mediatype entitytype",
    "reading": "isread isarchived isfav isfavorite isstarred readingprogress readingtime toread"
    " readat savedat starred unread starredat feedid feedtitle",
}
"""The names of fields for each role, the most telling first, without ``_``, ``-`` and spaces."""
_LOCAL_NAMES: Mapping[Role, str] = {
    "text": "volltext inhalt beitrag gedicht poema poeme poesia sprichwort texto texte testo tekst"
    " contenu contenido contenuto conteudo",
    "title": "titel uberschrift titre titulo titolo",
    "note": "notiz notizen anmerkung kommentar beschreibung nota notas comentario descripcion"
    " remarque commentaire descrizione descricao",
    "author": "autor autorin verfasser verfasserin autora auteur auteure autore",
    "date": "datum erstellungsdatum erstellt erstelltam veroffentlichtam datumuhrzeit fecha"
    " fechadecreacion fechadepublicacion datedecreation datedepublication",
    "address": "webadresse internetadresse enlace lien",
    "tags": "schlagworter schlagworte schlagwort stichworter stichworte kategorie kategorien thema"
    " themen etiquetas etiqueta categorias categoria motscles motcle etiquettes categorie",
    "lang": "sprache idioma langue lingua",
    "private": "privat privado prive privato",
    "public": "offentlich publico publique pubblico",
    "visibility": "sichtbarkeit visibilidad visibilite visibilita visibilidade",
    "status": "zustand estado statut stato etat",
    "draft": "entwurf borrador brouillon bozza rascunho",
    "published": "veroffentlicht publicado publie pubblicato",
}
"""Likewise, in German, Spanish, French, Italian and Portuguese, without accents."""

_REPLY = re.compile(
    r"(?:in)?repl(?:y|ied)to(?:post|tweet|status|comment|message|note|entry|toot)?(?:id|uri|url)?"
)
_TEXT = re.compile(
    r"(?:raw|full|main|plain|long|rich|my|the|source)*(?:text|body|content|contents|markdown|md)"
    r"(?:md|mdx|markdown|raw|plain|source|full|long|main|rich|text|body|content|en|de|fr|es|it)*"
)
"""Other names of texts, such as ``body_md`` and ``raw_content``."""
_LOCAL = frozenset(" ".join(_LOCAL_NAMES.values()).split())
_NOTES = frozenset({"note", "notes", "notiz", "notizen", "nota", "notas"})

_PRIVATE = names_in(
    """
    sender senderid sendername recipient recipients recipientid receiver receiverid peerid
    from fromid fromname to toid cc bcc isfromme mail conversation conversationid participants
    chat chatid chatname roomid channelid threadid handleid jid remotejid dmconversation role
    firstname lastname givenname familyname birthday dateofbirth telephone mobile
    iban bic accountnumber balance amount debit credit currency
    absender empfanger vorname nachname geburtstag geburtsdatum handy handynummer strasse plz
    kontonummer betrag apellido apellidos correo correoelectronico remitente destinatario
    prenom courriel expediteur destinataire montant importe
    loginuri loginusername loginpassword otpauth totp httprealm formactionorigin
    visittime visitcount lastvisittime pagetransition clientid visitedat lastvisited
    login reprompt organizationid idboard idlist idmembers
    alldayevent reminderonoff meetingorganizer requiredattendees optionalattendees
    responsible assignee assignees duedate due iscompleted indent avatarurls
    orderid customer customerid shippingaddress
    requester requesterid assigneeid submitterid ticketid
    caller callerid calltype callduration conversationwith
    systolic diastolic bloodpressure heartrate glucose bloodglucose insulin medication dosage
    diagnosis patient patientid patientname clinician cycleday painlevel minutesasleep dateofsleep
    moodscore moodrating moodlevel gratitude grateful iamgratefulfor dankbarkeit
    ratingamount baby babyname diaper latitudee7
    salary gehalt salario salaire stipendio ssn socialsecuritynumber passportnumber taxid
    steuernummer versicherungsnummer ausweisnummer befund diagnose diagnostico diagnostic diagnosi
    patientin paciente symptome sintomas saldo solde kontostand verwendungszweck
    """
)
"""Names of fields of messages, contacts, payments, passwords, health and browsers’ histories."""
_PRIVATE_PARTS = re.compile(
    r"^e?mail(?!subject|preview|type|only|sent|count|status|enabled)|email(?:address)?$|phone"
    r"|telefon|^mobile|^shipping|^billing|^amount|^balance"
)
"""Parts of such names, as in ``Phone 1 - Value``."""
_CHAT = (
    frozenset({"ts", "user"}),
    frozenset({"number", "name", "body"}),
    frozenset({"from", "to", "subject", "body"}),
    frozenset({"von", "an", "betreff"}),
    frozenset({"fromme", "body"}),
    frozenset({"fromme", "text"}),
)
"""Names that occur together in messages of Slack, in text messages, and in those of Reddit."""
_SPOKEN = (
    frozenset({"direction", "body"}),
    frozenset({"direction", "text"}),
    frozenset({"start", "end", "text"}),
)
"""Likewise, in text messages and transcripts; events and walks with such names have titles."""
_CALLS = frozenset({"duration", "number"})
"""Likewise, in lists of calls; episodes of a podcast have titles."""
_TITLES = frozenset({"title", "headline"})
_DIARIES = (
    *(frozenset({"duration", other}) for other in ("contact", "called")),
    *(frozenset({"mood", other}) for other in ("activities", "weekday", "notetitle", "sleep")),
    frozenset({"mood", "weather"}),
    frozenset({"prompt", "text"}),
    frozenset({"heading", "people"}),
    frozenset({"startdate", "value", "unit"}),
    frozenset({"eventtype", "enteredby"}),
    frozenset({"subject", "startdate", "starttime"}),
    frozenset({"betreff", "beginntam", "beginntum"}),
)
"""Names that occur together in diaries of moods, calendars, lists of calls, and what devices
recorded."""
_TEXTS = frozenset({"text", "html", "title", "quotation", "address", "permalink", "linked"})
_COORDINATES = frozenset({"latitude", "longitude"})
_LOGIN = frozenset({"username", "user", "login"})

_PREFIXES = ("post", "article", "tweet", "entry", "item", "page", "bookmark")
"""What some programs put before names: ``post_title``."""
_WRAPPERS = names_in(
    "tweet post node item Item article entry _source doc document row attributes properties fields"
    " entity_data fieldData values data"
)
"""Fields that hold a record itself."""
_HEADERS = names_in("frontmatter frontMatter matter data metadata meta")
"""Fields that hold the header of a text, which stands beside them."""
_HOLDERS = _WRAPPERS | _HEADERS

Roles = Mapping[Role, tuple[str, ...]]


@lru_cache(maxsize=1024)
def roles_of(fields: tuple[str, ...]) -> Roles:
    """The fields of a record for each role, the most telling first."""
    plain: dict[str, str] = {}
    for field in fields:
        plain.setdefault(plain_name(field), field)
    for name, field in tuple(plain.items()):
        if prefix := next((p for p in _PREFIXES if name.startswith(p) and name != p), ""):
            plain.setdefault(name.removeprefix(prefix), field)
    found: dict[Role, tuple[str, ...]] = {}
    for role, names in _NAMES.items():
        each = f"{names} {_LOCAL_NAMES.get(role, '')}".split()
        if fitting := tuple(plain[name] for name in each if name in plain):
            found[role] = fitting
    others = (field for name, field in plain.items() if _TEXT.fullmatch(name))
    if texts := tuple(dict.fromkeys((*found.get("text", ()), *others))):
        found["text"] = texts
    if "reply" not in found and (replies := tuple(plain[n] for n in plain if _REPLY.fullmatch(n))):
        found["reply"] = replies
    if "name" in plain and ("review" in plain or "slug" in plain):  # of a film, or a page
        found.setdefault("title", (plain["name"],))
    return found


def are_local(fields: Iterable[str]) -> bool:
    """Whether the names of fields are in a language that writes the day before the month."""
    return not _LOCAL.isdisjoint(map(plain_name, fields))


def holds_texts(fields: Iterable[str]) -> bool:
    """Whether records with these fields have a text or a link."""
    roles = roles_of(tuple(fields))
    if any(role in roles for role in ("text", "html", "address", "permalink", "quotation")):
        return True
    notes = {plain_name(field) for field in roles.get("note", ())}
    return not _NOTES.isdisjoint(notes) or ("description" in notes and "title" in roles)


def holds_private(fields: Iterable[str]) -> bool:
    """Whether records with these fields seem to be messages, contacts or the like."""
    return _are_private(tuple(fields))


def hold_messages(fields: Iterable[str]) -> bool:
    """Whether records with these fields are messages, which are never read, whatever is asked."""
    names = {plain_name(field) for field in fields}
    groups = _CHAT if names & _TITLES else (*_CHAT, *_SPOKEN)
    return any(names >= together for together in groups)


@lru_cache(maxsize=1024)
def _are_private(fields: tuple[str, ...]) -> bool:
    names = {plain_name(field) for field in fields}
    return (
        not names.isdisjoint(_PRIVATE)
        or any(_PRIVATE_PARTS.search(name) for name in names)
        or hold_messages(fields)
        or any(names >= together for together in _DIARIES)
        or (names >= _CALLS and names.isdisjoint(_TITLES))
        or _is_log(fields)
        or (names >= _COORDINATES and roles_of(fields).keys().isdisjoint(("text", "html", "title")))
        or ("password" in names and not names.isdisjoint(_LOGIN))
    )


def _is_log(fields: tuple[str, ...]) -> bool:
    """Whether the only text is a remark beside values of something else, such as of calls."""
    roles = roles_of(fields)
    if not roles.keys().isdisjoint(_TEXTS) or "note" not in roles:
        return False
    known = {field for names in roles.values() for field in names}
    return any(field and field not in known for field in fields)


def unwrapped(record: Mapping[str, object]) -> Mapping[str, object]:
    """A record within an object, such as ``{"post": {…}}``, with the fields around it.

    So is a text with the fields of its header, which may say that it is a draft.
    """
    if _HOLDERS.isdisjoint(record):
        return record
    for field, inner in record.items():
        if isinstance(inner, dict) and field in _WRAPPERS and holds_texts(inner):
            return {**record, **inner}
    for field, inner in record.items():
        if isinstance(inner, dict) and field in _HEADERS and holds_texts(record):
            return {**inner, **record}
    return record
