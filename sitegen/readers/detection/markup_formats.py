"""XML and HTML formats, detected by their root element, namespaces and elements."""

import re
from collections.abc import Callable

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import CERTAIN, GENERAL, LIKELY, Format, when

_BOOKMARKS = re.compile(
    r"<dt>\s*<(?:a|h3)\b[^>]{0,2000}\b(?:add_date|add_?time|folded)\b"
    r"|<dl>\s*<p>\s*<dt>|<dl>\s*<dt>\s*<h3\b",
    re.IGNORECASE,
)
"""What bookmarks without a document type have, other than pages with a list of terms."""
_WXR = re.compile(r"wordpress\.org/export|xmlns:wp=[\"'][^\"']*\bwordpress\.")
_TEMPLATE = re.compile(
    r"\A\ufeff?\s*---\r?\n"
    r"|>\s*(?:\{%-?\s*\w|<%|\{\{-?\s*(?:[.$]|(?:config|metadata|page|partial|range|site|with)\b))"
)
"""The header of a template, or its tags where the title of a feed would be."""
_FIRST_ENTRY = re.compile(r"<(?:item|entry)\b")
_LONGEST_START = 5_000
"""How many characters of a feed are searched for what only templates have."""
_Test = Callable[[FileHead], object]


def _root(*names: str) -> _Test:
    return lambda file: file.markup is not None and file.markup.root in names


def _is_wordpress(file: FileHead) -> bool:
    """A WXR; others use its prefix, too, and say so, as in a feed of a newspaper."""
    head = file.markup
    if head is None or _is_template(file):
        return False
    if _WXR.search(head.attributes):
        return True
    is_declared = "xmlns:wp=" in head.attributes
    return not is_declared and any(name.startswith("wp:") for name in head.names)


def _is_template(file: FileHead) -> bool:
    """Whether a generator of websites makes a feed or an export of WordPress of this file."""
    if file.markup is None or file.markup.root.rpartition(":")[2] not in ("rss", "feed", "rdf"):
        return False
    start = _FIRST_ENTRY.split(file.text[:_LONGEST_START], maxsplit=1)[0]
    return _TEMPLATE.search(start) is not None


def _is_bookmarks(file: FileHead) -> bool:
    head = file.markup
    if head is None or not head.is_html:
        return False
    if head.doctype.startswith("netscape-bookmark"):
        return True
    return {"dl", "dt", "a"} <= head.names and _BOOKMARKS.search(file.text) is not None


def _is_rss(file: FileHead) -> bool:
    """RSS, or RDF with any prefix that holds a channel or items: RSS 0.9 and 1.0."""
    head = file.markup
    root = head.root.rpartition(":")[2] if head else ""
    if head is None or root != "rdf":
        return root == "rss" and not _is_template(file)
    return any(name.rpartition(":")[2] in ("channel", "item") for name in head.names)


def _is_atom(file: FileHead) -> bool:
    is_feed = file.markup is not None and file.markup.root.rpartition(":")[2] == "feed"
    return is_feed and not _is_template(file)


def _is_pinboard(file: FileHead) -> bool:
    head = file.markup
    return head is not None and head.root == "posts" and "href=" in file.text[:5000]


def _is_livejournal(file: FileHead) -> bool:
    """An export, or the file of an entry that ljdump writes."""
    head = file.markup
    is_entry = head is not None and head.root == "event" and {"event", "itemid"} <= head.names
    return is_entry or (head is not None and head.root == "livejournal")


def _holds(*patterns: str) -> _Test:
    """Tests whether HTML holds all of these patterns, such as classes of one program."""
    compiled = [re.compile(pattern) for pattern in patterns]
    return lambda file: _is_html(file) and all(one.search(file.text) for one in compiled)


def _is_html(file: FileHead) -> bool:
    return file.markup is not None and file.markup.is_html


def _is_chat(file: FileHead) -> bool:
    """Whether HTML is a chat that a program saved: by its title, or the classes of messages."""
    return _is_html(file) and bool(_CHAT_PAGE.search(file.text) or _has_messages(file.text))


def _has_messages(html: str) -> bool:
    classes = {name for value in _CLASSES.findall(html) for name in value.lower().split()}
    return not classes.isdisjoint(("message", "msg")) and not classes.isdisjoint(_OF_MESSAGES)


_CHAT_PAGE = re.compile(
    r"(?i)class=\"[^\"]{0,500}\bchatlog\b"
    r"|<title>[^<]{0,500}\b(?:WhatsApp chat|chat (?:history|export|log) with"
    r"|Slack export|Direct Messages - |Skype chat|Conversation with)"
)
_CLASSES = re.compile(r"(?i)\bclass\s*=\s*[\"']([^\"'<>]{1,80})[\"']")
_OF_MESSAGES = frozenset(
    {"sender", "from_name", "received", "sent", "bubble", "message_part", "message__header"}
)

_META_PAGE = re.compile(
    r"<body class=\"_5vb_ _2yq\b"
    r"|uiBoxWhite noborder|class=\"[^\"]{0,500}\b_a6-[gp]\b"
    r"|charset=UTF-8\" /><base href=\"(?:\.\./)*\" /><"
    r"|<div class=\"nav\"><img src=\"[^\"]{0,20}photos/profile\.jpg\""
)
"""Any page of an export: all since 2018, some of them, and those before, with a menu."""
_MAILING_LIST = re.compile(
    r"<b>\s*Messages sorted by:|<!-- MHonArc v\d|<!--X-Subject:|<!-- (?:iso)?received=\""
    r"|generator\" content=\"hypermail",
    re.IGNORECASE,
)
"""Pages of Mailman, MHonArc and Hypermail, with the addresses of those who write to a list."""
_BLOGGER_THEME = re.compile(
    r"<html\b[^>]{0,2000}\sxmlns:b=[\"']http://www\.google\.com/2005/gml/b[\"']"
)

_TABLE = (
    ("rss", "an RSS feed (XML)", _is_rss),
    ("atom", "an Atom feed (XML)", _is_atom),
    ("feed-template", "the template of a feed (XML)", _is_template),
    ("pinboard-xml", "bookmarks from Pinboard or Delicious (XML)", _is_pinboard),
    ("opml", "an outline (OPML, XML)", _root("opml")),
    ("evernote", "an Evernote export (ENEX, XML)", _root("en-export")),
    ("livejournal", "a LiveJournal export (XML)", _is_livejournal),
    ("mediawiki", "pages of a wiki (MediaWiki, XML)", _root("mediawiki")),
    ("svg", "an SVG image (XML)", _root("svg", "svg:svg")),
    ("plist-xml", "an Apple property list (XML)", _root("plist")),
    ("sitemap", "a sitemap (XML)", _root("urlset", "sitemapindex")),
    ("tei", "a TEI document (XML)", _root("tei", "tei.2", "teicorpus")),
    ("docbook", "a DocBook document (XML)", _root("book", "chapter", "docbook")),
    ("fictionbook", "a book (FictionBook, XML)", _root("fictionbook")),
    ("flat-odf", "a flat OpenDocument text (XML)", _root("office:document")),
    ("word-xml", "a flat Word document (XML)", _root("pkg:package", "w:worddocument")),
    ("kml", "a map (KML, XML)", _root("kml")),
    ("gpx", "a track (GPX, XML)", _root("gpx")),
    ("xbel", "bookmarks (XBEL, XML)", _root("xbel")),
    ("sms", "text messages (XML)", _root("smses")),
    (
        "blogger-theme",
        "a theme of Blogger (XML)",
        lambda file: file.text.lstrip()[:1] == "<" and _BLOGGER_THEME.search(file.text),
    ),
    (
        "telegram-html",
        "a Telegram export in HTML",
        _holds(r"class=\"page_wrap", r"class=\"(?:page_header|page_body|history)"),
    ),
    (
        "keep-html",
        "a note of Google Keep (HTML)",
        _holds(r"<div class=\"note(?: [A-Z]+)?\">\s*<div class=\"heading\">"),
    ),
    (
        "evernote-html",
        "a note of Evernote (HTML)",
        _holds(r"(?i)<meta name=\"exporter-version\" content=\"Evernote|<en-note\b"),
    ),
    (
        "apple-journal",
        "an entry of a diary in Apple’s Journal (HTML)",
        _holds(r"class=\"pageHeader\"", r"class=[\"']?(?:assetGrid|bodyText)\b"),
    ),
    (
        "google-plus-html",
        "a post on Google+ (HTML)",
        _holds(r"class=\"visibility\"", r"https://plus\.google\.com/"),
    ),
    (
        "meta-html",
        "an export of Threads, Instagram or Facebook in HTML",
        lambda file: _is_html(file) and _META_PAGE.search(file.text),
    ),
    (
        "activity-html",
        "activity at Google (HTML)",
        _holds(r"class=\"[^\"]{0,500}\b(?:outer|content)-cell\b"),
    ),
    ("chat-html", "a chat in HTML", _is_chat),
    (
        "mail-html",
        "an e-mail in HTML",
        _holds(*(rf"(?i)<b>(?:<[^<>]{{0,200}}>){{0,5}}{name}:" for name in ("From", "Sent", "To"))),
    ),
    (
        "mailing-list-html",
        "a page of the archive of a mailing list (HTML)",
        lambda file: _is_html(file) and _MAILING_LIST.search(file.text),
    ),
    (
        "kindle-notebook",
        "the notebook of a book in Kindle (HTML)",
        _holds(r"class=[\"']bookTitle\b", r"class=[\"']noteHeading\b"),
    ),
    ("bookmarks", "bookmarks (Netscape HTML)", _is_bookmarks),
)

MARKUP_FORMATS = (
    Format("wordpress", "a WordPress export (WXR, XML)", when(_is_wordpress, CERTAIN)),
    *(Format(name, title, when(test, LIKELY)) for name, title, test in _TABLE),
    Format("html", "an HTML page", when(_is_html, 0.6)),
    Format("xml", "data in XML", when(lambda file: file.markup is not None, GENERAL)),
)
