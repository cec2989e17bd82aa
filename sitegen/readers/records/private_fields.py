"""Records that are messages, contacts, payments or the like, as the names of their fields say."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sitegen.readers.detection.names import names_in
from sitegen.readers.records.roles import Roles, roles_of
from sitegen.readers.restrictions import Rule, plain_name, telling_fields

_PRIVATE = names_in(
    """
    sender senderid sendername recipient recipients recipientid receiver receiverid peerid
    from fromid fromname to toid cc bcc isfromme mail conversation conversationid participants
    chat chatid chatname roomid channelid threadid handleid jid remotejid dmconversation
    firstname lastname givenname familyname birthday dateofbirth telephone mobile
    iban bic accountnumber balance amount debit credit
    absender empfanger vorname nachname geburtstag geburtsdatum handy handynummer strasse plz
    kontonummer betrag apellido apellidos correo correoelectronico remitente destinatario
    prenom courriel expediteur destinataire montant importe
    loginuri loginusername loginpassword otpauth totp httprealm formactionorigin
    visittime visitcount lastvisittime pagetransition clientid visitedat lastvisited
    apikey accesstoken refreshtoken clientsecret secretkey privatekey
    useragent sessionid visitorid reportedby reporteduser reporterid moderator
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
    r"^(?:is)?(?:outbox|inbox|incoming|outgoing|fromme|delivered)(?:at|date|by)?$|^respondent|^victim"
    r"|^(?:member|mitglieds?|kunden?|claim|policy|case)(?:no|nr|number|nummer)$|^copied(?:at|from)$|"
    r"^e?mail(?!subject|preview|type|only|sent|count|status|enabled)|email(?:address)?$|phone"
    r"|telefon|^mobile|^shipping|^billing|^amount|^balance"
)
"""Parts of such names, as in ``Phone 1 - Value``."""
_CHAT = (
    frozenset({"ts", "user"}),
    frozenset({"number", "name", "body"}),
    frozenset({"from", "to", "subject", "body"}),
    frozenset({"von", "an"}),
    frozenset({"de", "a"}),
    frozenset({"de", "para"}),
    frozenset({"da", "a"}),
    frozenset({"van", "aan"}),
    frozenset({"fromme", "body"}),
    frozenset({"fromme", "text"}),
    frozenset({"timestamp", "contents", "attachments"}),
)
"""Names that occur together in messages of Slack, Reddit and Discord, and in text messages."""
_SPOKEN = (
    frozenset({"direction", "body"}),
    frozenset({"direction", "text"}),
    frozenset({"start", "end", "text"}),
)
"""Likewise, in text messages and transcripts; events and walks with such names have titles."""
_IN_PUBLIC = names_in("conversationid threadid channelid fromid")
"""Names of fields that posts have, too, beside such as tell that they are published."""
_PUBLISHED = names_in(
    "retweets retweetcount retweetscount likes likecount likescount views viewcount publicmetrics"
    " publishedat"
)
_MOODS = names_in("mood stimmung gefuhl laune humeur umore animo estadodeanimo stemming")
_UNTITLED = names_in("role currency")
"""Names in conversations with an assistant and in payments; talks and catalogues have titles."""
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
_PUBLICATION = Rule("switch", "draft")
_COORDINATES = frozenset({"latitude", "longitude"})
_LOGIN = frozenset({"username", "user", "login"})


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
    if not names.isdisjoint(_PUBLISHED):
        names -= _IN_PUBLIC
    return (
        not names.isdisjoint(_PRIVATE)
        or any(_PRIVATE_PARTS.search(name) for name in names)
        or hold_messages(fields)
        or any(names >= together for together in _DIARIES)
        or (names >= _CALLS and names.isdisjoint(_TITLES))
        or not (names.isdisjoint(_UNTITLED) or not names.isdisjoint(_TITLES))
        or _is_diary(names, roles_of(fields))
        or _is_log(fields)
        or (names >= _COORDINATES and roles_of(fields).keys().isdisjoint(("text", "html", "title")))
        or ("password" in names and not names.isdisjoint(_LOGIN))
    )


def _is_diary(names: set[str], roles: Roles) -> bool:
    """Whether records tell the mood of a day; those of a blog have a title or an address, too."""
    is_dated = "date" in roles and roles.keys().isdisjoint(("title", "address", "permalink"))
    return is_dated and not names.isdisjoint(_MOODS)


def _is_log(fields: tuple[str, ...]) -> bool:
    """Whether the only text is a remark beside values of something else, such as of calls.

    A field such as “Published” tells that these are remarks for readers.
    """
    roles = roles_of(fields)
    if not roles.keys().isdisjoint(_TEXTS) or "note" not in roles:
        return False
    if any(field.rule == _PUBLICATION for field in telling_fields(fields)):
        return False
    known = {field for names in roles.values() for field in names}
    return any(field and field not in known for field in fields)
