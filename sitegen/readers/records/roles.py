"""What the fields of a record mean, by their names, except those that say who may read it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from sitegen.readers.detection.names import names_in
from sitegen.readers.restrictions import plain_name

Role = Literal[
    "text", "html", "title", "note", "quotation", "author", "date", "updated", "address",
    "permalink", "id", "tags", "folder", "lang", "media", "alt", "site", "reply", "repost",
    "relation", "type", "reading", "linked",
]  # fmt: skip

_NAMES: Mapping[Role, str] = {
    "text": "fulltext contentmarkdown bodymarkdown rawmarkdownbody markdown contenttext content"
    " text body bodytext post tweet caption selftext plaincontent review myreview poem"
    " articlebody abstract essay story speech haiku limerick lyrics proverb aphorism saying joke"
    " fact advice tip",
    "html": "contenthtml bodyhtml texthtml html richcontent",
    "title": "title headline heading webtitle titlehtml subject song songtitle trackname",
    "note": "note notes comment commentary annotation extended description desc summary",
    "quotation": "selection highlight highlights quote quotes quotation annotations",
    "author": "author authors authorname creator byline writer user username screenname displayname"
    " account by speaker speakername poet",
    "date": "dategmt publishedat publisheddate firstpublishedat firstpublisheddate datepublished"
    " publishedon publishdate pubdate published"
    " createdat datecreated created createdutc date datetime timestamp ts time postedat posted"
    " createdon postedon dateadded timeadded addedat added savedat saveddate createdtime"
    " timepublished publicationdate publishon addedon creationtime updatedat updated",
    "updated": "updatedat updated dateupdated updateddate modifiedgmt modifiedat modified"
    " updatedon modifiedon modifieddate datemodified lastmodified lastmodifiedat lastmodifieddate"
    " editedat edited"
    " dateedited lastedited lasteditedat revisedat changedat changed",
    "permalink": "permalink canonicalurl statusurl posturl htmlurl weburl webpageurl trackviewurl",
    "address": "url link href uri address sourceurl source externalurls",
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
    "reply": "parentauthor parenthash inreplyto inreplytoid inreplytostatusid inreplytostatusidstr"
    " inreplytouserid"
    " inreplytouseridstr inreplytotweetid replyto replytoid isreply parent parentid"
    " parentcomment parentcommentid parentpostid parenttweetid replytocommentid replytocomment",
    "repost": "retweetedstatus retweetedstatusid retweetedtweet reblog reblogid rebloggedfromid"
    " rebloggedfromname repostof isretweet isrepost isreblog",
    "relation": "referencedtweets",
    "type": "type kind posttype mediatype entitytype action activity verb activitytype",
    "reading": "isread isarchived isfav isfavorite isstarred readingprogress readingtime toread"
    " readat savedat starred unread starredat feedid feedtitle",
}
"""The names of fields for each role, the most telling first, without ``_``, ``-`` and spaces."""
_LOCAL_NAMES: Mapping[Role, str] = {
    "text": "volltext inhalt beitrag gedicht poema poeme 正文 内容 內容 本文 내용 본문"
    " tresc wpis metin icerik yazi innehall indhold innhold sisalto teksti obsah текст содержание"
    " poesia sprichwort texto texte testo tekst"
    " contenu contenido contenuto conteudo inhoud corpo cuerpo corps spruch witz proverbe"
    " proverbio refran chiste blague barzelletta mop",
    "title": "titel uberschrift titre titulo titolo 标题 標題 タイトル 件名 제목"
    " tytuł tytul rubrik overskrift tittel otsikko nazev baslık başlık заголовок название",
    "quotation": "zitat zitate cita citas citazione citazioni citaat citaten citacao citacoes",
    "note": "notiz notizen anmerkung kommentar beschreibung nota notas comentario descripcion"
    " remarque commentaire descrizione descricao opis",
    "author": "autor autorin verfasser verfasserin autora auteur auteure autore poeta"
    " forfatter forfattare kirjoittaja yazar автор 作者 著者 작성자 글쓴이",
    "date": "发布时间 發布時間 日期 日付 投稿日 投稿日時 作成日 作成日時 작성일 등록일 날짜"
    " dato paivamaara tarih дата"
    " datum erstellungsdatum erstellt erstelltam veroffentlichtam datumuhrzeit fecha"
    " fechadecreacion fechadepublicacion datedecreation datedepublication",
    "address": "webadresse internetadresse enlace lien lank lenke ссылка リンク 链接 링크",
    "tags": "trefwoorden onderwerp 标签 標籤 タグ 태그 tagi taggar etiketter emneord etiketler теги"
    " schlagworter schlagworte schlagwort stichworter stichworte kategorie kategorien thema"
    " themen etiquetas etiqueta categorias categoria motscles motcle etiquettes categorie",
    "lang": "sprache idioma langue lingua",
}
"""Likewise, in languages other than English, without accents."""

_PAIRS: tuple[tuple[str, str], ...] = (
    ("question name", "answer acceptedanswer correctanswer bestanswer"),
    ("frage", "antwort"),
    ("question", "reponse"),
    ("pregunta pergunta domanda vraag", "respuesta resposta risposta antwoord"),
    ("term word lemma phrase", "definition definitions meaning meanings explanation"),
    ("begriff wort terme mot", "bedeutung erklarung definition"),
    ("termino termo termine", "significado significato definicion definicao definizione"),
    ("setup", "punchline"),
    ("subject", "event"),
    ("title name recipe", "instructions recipeinstructions directions preparation"),
    ("titel rezept name titre nom naam", "zubereitung anleitung preparation bereiding"),
    ("titulo titolo nome nombre", "instrucciones preparacion instrucoes preparo preparazione"),
    ("title headline heading", "explanation transcript shownotes extract lines verses"),
    ("title headline heading", "blocks sections components"),
    ("version release tagname", "releasenotes changelog changes notes"),
)
"""Names of a title and of a text that are those only beside each other, as in lists of questions,
glossaries, jokes, journals, recipes, poems, pages built of parts, and changes of a program."""
_REPLY = re.compile(
    r"(?:in)?(?:repl(?:y|ied|ying)|respon(?:se|ding|ded))(?:to|target|parent|of)(?:post|tweet|status|comment|message|note|entry|toot)?(?:id|uri|url)?"
)
_TEXT = re.compile(
    r"(?:raw|full|main|plain|long|rich|my|the|source|html|review|article|news|blog|story|canvas)*"
    r"(?:text|body|content|contents|markdown|md)"
    r"(?:md|mdx|markdown|raw|plain|source|full|long|main|rich|text|body|content|en|de|fr|es|it)*1?"
)
"""Other names of texts, such as ``body_md`` and ``raw_content``."""
_DATED = re.compile(
    r"(?!public(?!a|e)|publisher)(?:\w*?(?:date|datum|timestamp)(?:gmt|utc|time)?|timestamp\w+|\w+time|(?:fecha|data)d[aeio]\w+"
    r"|(?:ge)?publi\w+|pubblicat\w+|veroffentlicht\w*"
    r"|(?:written|posted|released|issued|aired|uploaded|recorded|submitted|cre[ae]d?[oa]?|criad[oa])"
    r"(?:on|at|el|em|en|le|il|time)?)"
)
_OTHER_DATES = re.compile(
    r"start|begin|from|end|until|till|due|birth|death|expir|updat|modif|edit|delet|remov|embargo"
    r"|sched|event|last|read|visit|saved|access|login|valid|unpubl|object|historic|copyright"
)
"""Parts of the names of dates on which a text was not published."""
_LOCAL = frozenset(map(plain_name, " ".join(_LOCAL_NAMES.values()).split()))
_ALL_NAMES: Mapping[Role, Sequence[str]] = {
    role: tuple(map(plain_name, f"{names} {_LOCAL_NAMES.get(role, '')}".split()))
    for role, names in _NAMES.items()
}
_NOTES = frozenset({"note", "notes", "notiz", "notizen", "nota", "notas"})

_PREFIXES = ("post", "article", "tweet", "entry", "item", "page", "bookmark", "story")
"""What some programs put before names: ``post_title``."""
_OF_FACEBOOK = frozenset({"createdtime", "privacy"})
"""The fields of posts as the interface of Facebook gives them, whose “message” is their words.

https://developers.facebook.com/docs/graph-api/reference/post/
"""
_WRAPPERS = names_in(
    "tweet post node item Item article entry _source doc document row attributes properties fields"
    " entity_data fieldData values data"
)
"""Fields that hold a record itself."""
_HEADERS = names_in("frontmatter frontMatter matter header headers data metadata meta")
"""Fields that hold the header of a text, which stands beside them."""
_HOLDERS = _WRAPPERS | _HEADERS
_OTHERS = names_in(
    """
    message dm sms letter contact person comment reply task todo reminder appointment meeting
    original parent quoted shared reposted prescription
    """
)
"""Fields that hold what is private or by somebody else, not a record itself."""
_VAGUE_ADDRESSES = frozenset({"address", "source", "uri"})
"""Fields that may hold a street or the name of a program."""
_HAVING_TEXTS: frozenset[Role] = frozenset(
    {"text", "html", "quotation", "title", "address", "permalink"}
)

Roles = Mapping[Role, tuple[str, ...]]


@lru_cache(maxsize=1024)
def roles_of(fields: tuple[str, ...]) -> Roles:
    """The fields of a record for each role, the most telling first."""
    plain = _plain_names(fields)
    found: dict[Role, tuple[str, ...]] = {}
    for role, names in _ALL_NAMES.items():
        if fitting := tuple(plain[name] for name in names if name in plain):
            found[role] = fitting
    if texts := tuple(dict.fromkeys((*found.get("text", ()), *_fields_like(plain, _TEXT)))):
        found["text"] = texts
    if "reply" not in found and (replies := _fields_like(plain, _REPLY)):
        found["reply"] = replies
    if "name" in plain and ("review" in plain or "slug" in plain):  # of a film, or a page
        found.setdefault("title", (plain["name"],))
    if plain.keys() >= _OF_FACEBOOK:
        found.pop("text", None)  # what the service says of a post is its “story”
        found |= {"text": (plain["message"],)} if "message" in plain else {}
    elif "text" not in found and "html" not in found:
        found |= _pair_in(plain)
    if (titles := found.get("title", ())) and "subject" in plain and titles[0] != plain["subject"]:
        found["title"] = tuple(field for field in titles if field != plain["subject"])
        found["tags"] = (*found.get("tags", ()), plain["subject"])  # of a library
    if "date" not in found and (dates := tuple(plain[n] for n in plain if _is_date(n, plain))):
        found["date"] = dates
    return found


def _plain_names(fields: Iterable[str]) -> Mapping[str, str]:
    """The fields by their names in plain spelling, also without what programs put before them."""
    plain: dict[str, str] = {}
    for field in fields:
        plain.setdefault(plain_name(field), field)
    for name, field in tuple(plain.items()):
        if prefix := next((p for p in _PREFIXES if name.startswith(p) and name != p), ""):
            plain.setdefault(name.removeprefix(prefix), field)
    return plain


def _fields_like(plain: Mapping[str, str], names: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(field for name, field in plain.items() if names.fullmatch(name))


def _pair_in(plain: Mapping[str, str]) -> Roles:
    """The title and the text among fields by their plain names, which need each other."""
    for titles, texts in _PAIRS:
        title = next((plain[name] for name in titles.split() if name in plain), None)
        text = next((plain[name] for name in texts.split() if name in plain), None)
        if title is not None and text is not None:
            return {"title": (title,), "text": (text,)}
    return {}


def _is_date(name: str, others: Iterable[str]) -> bool:
    """Whether a field is the date of a record that has no usual one, such as ``upload_date``."""
    if name == "data":  # the Italian and Portuguese word
        return not _LOCAL.isdisjoint(others)
    return _DATED.fullmatch(name) is not None and _OTHER_DATES.search(name) is None


def may_be_date(field: str) -> bool:
    """Whether a field with a date may say when a text was written, not when something ends."""
    return _OTHER_DATES.search(plain_name(field)) is None


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


def have_pages(fields: Iterable[str]) -> bool:
    """Whether records with these fields have addresses of the web, as what is published has."""
    roles = roles_of(tuple(fields))
    addresses = (*roles.get("address", ()), *roles.get("permalink", ()))
    return any(plain_name(field) not in _VAGUE_ADDRESSES for field in addresses)


def may_hold_record(fields: Collection[str]) -> bool:
    """Whether a record with these fields may stand within an object, as :func:`unwrapped` says."""
    has_texts = not _HAVING_TEXTS.isdisjoint(roles_of(tuple(fields)))
    return not (has_texts and _HOLDERS.isdisjoint(fields))


def unwrapped(record: Mapping[str, object]) -> Mapping[str, object]:
    """A record within an object, such as ``{"post": {…}}``, with the fields around it.

    So is a text with the fields of its header, which may say that it is a draft.
    """
    if not _HOLDERS.isdisjoint(record):
        for field, inner in record.items():
            if isinstance(inner, dict) and field in _WRAPPERS and holds_texts(inner):
                return with_header({**record, **inner})
    if not _HAVING_TEXTS.isdisjoint(roles_of(tuple(record))):
        return with_header(record)
    articles = (
        inner
        for field, inner in record.items()
        if isinstance(inner, dict) and plain_name(field) not in _OTHERS and _is_article(inner)
    )
    return {**record, **next(articles, {})}


def with_header(record: Mapping[str, object]) -> Mapping[str, object]:
    """A text with the fields of its header, which stands beside it."""
    if _HEADERS.isdisjoint(record):
        return record
    for field, inner in record.items():
        if isinstance(inner, dict) and field in _HEADERS and holds_texts(record):
            return {**inner, **record}
    return record


def _is_article(record: Mapping[str, object]) -> bool:
    """Whether an object has a title and a text or a description, as videos of YouTube have."""
    roles = roles_of(tuple(record))
    return "title" in roles and not roles.keys().isdisjoint(("text", "html", "note"))
