"""Archive formats, and document formats based on zip, detected by the names of their files."""

import re
from collections.abc import Callable

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import CERTAIN, GENERAL, LIKELY, Format, when

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_Test = Callable[[FileHead], object]


def _holds(*patterns: str) -> _Test:
    """Tests whether each pattern matches the end of some file's path."""
    compiled = [re.compile(rf"(?i)(?:^|.*/)(?:{pattern})") for pattern in patterns]
    return lambda file: all(
        any(pattern.fullmatch(name) for name in file.contents) for pattern in compiled
    )


def _is_zip(file: FileHead) -> bool:
    return file.head.startswith(_ZIP)


def _is_tar(file: FileHead) -> bool:
    return bool(file.contents) and not _is_zip(file)


def _both(one: _Test, other: _Test) -> _Test:
    return lambda file: one(file) and other(file)


def _is_markdown(file: FileHead) -> bool:
    texts = sum(name.lower().endswith((".md", ".markdown", ".txt")) for name in file.contents)
    return 2 * texts > sum(not name.endswith("/") for name in file.contents)


_CONTENT_TYPES = r"\[Content_Types\]\.xml"
_TABLE = (
    ("docx", "a Word document (.docx)", _holds(_CONTENT_TYPES, r"word/document.*\.xml")),
    ("xlsx", "an Excel workbook (.xlsx)", _holds(_CONTENT_TYPES, r"xl/workbook\.\w+")),
    ("pptx", "a PowerPoint presentation (.pptx)", _holds(_CONTENT_TYPES, r"ppt/presentation.*")),
    ("epub", "a book (EPUB)", _holds("mimetype", r"META-INF/container\.xml")),
    ("odf", "an OpenDocument file (.odt, .ods or .odp)", _holds("mimetype", r"content\.xml")),
    ("iwork", "an iWork document (.pages, .numbers or .key)", _holds(r"Index/.*\.iwa|Index\.zip")),
    ("jar", "a program (JAR or APK)", _holds(r"META-INF/MANIFEST\.MF")),
)
_EXPORTS = (
    ("x", "an X (Twitter) archive", _holds(r"(?:tweets?|tweets?-part\d+|note-tweet)\.js")),
    ("mastodon", "a Mastodon archive", _holds(r"outbox\.json|media_attachments/files/.*")),
    ("substack", "a Substack export", _holds(r"posts\.csv", r"posts/.*\.html")),
    (
        "medium",
        "a Medium export",
        _holds(r"posts/(?:draft|\d{4}-).*\.html|(ips|sessions|claps|bookmarks)/\1-\d+\.html"),
    ),
    ("threads", "a Threads export", _holds(r"threads_and_replies\.(?:json|html)|threads/.*")),
    (
        "instagram",
        "an Instagram export",
        _holds(r"your_instagram_activity/.*|(?:content|media)/posts_\d+\.(?:json|html)"),
    ),
    (
        "facebook",
        "a Facebook export",
        _holds(r"(?:your_activity_across_facebook|your_facebook_activity)/.*|posts/your_posts.*"),
    ),
    ("takeout", "a Google Takeout archive", _holds(r"Takeout/.*")),
    (
        "telegram-archive",
        "a Telegram export in HTML",
        _holds(r"messages\d*\.html", r"css/style\.css"),
    ),
    ("whatsapp", "a WhatsApp chat", _holds(r"_chat\.txt|WhatsApp Chat .*\.txt")),
    (
        "reddit",
        "a Reddit export",
        _holds(r"(?:posts|comments)\.csv", r"(?:messages|statistics).*\.csv"),
    ),
    (
        "linkedin",
        "a LinkedIn export",
        _holds(r"Connections\.csv|Shares\.csv|Articles/Articles/.*\.html"),
    ),
    ("pocket", "a Pocket export", _holds(r"part_\d+\.csv")),
    ("matter", "a Matter export", _holds(r"_?matter_history\.csv")),
    ("omnivore", "an Omnivore export", _holds(r"metadata_\d+_to_\d+\.json")),
    ("wordpress-archive", "a WordPress export", _holds(r".*wordpress.*\.xml")),
    (
        "letterboxd",
        "a Letterboxd export",
        _holds(r"reviews\.csv", r"(?:watched|diary|ratings)\.csv", r"profile\.csv"),
    ),
    ("flickr", "a Flickr export", _holds(r"photo_\d+\.json")),
    ("strava", "a Strava export, with places", _holds(r"activities\.csv", r"activities/.*")),
    (
        "foursquare",
        "a Foursquare export, with places",
        _holds(r"checkins\d*\.json", r"(?:tips|users|venueRatings|photos|visits\d*)\.json"),
    ),
    ("slack", "a Slack export", _holds(r"users\.json", r"channels\.json")),
    (
        "discord",
        "a Discord export",
        _holds(r"messages/c?\d+/messages\.(?:csv|json)", r"messages/c?\d+/channel\.json"),
    ),
    (
        "discourse",
        "a Discourse export, with private and deleted posts",
        _holds(r"user_archive\.csv", r"preferences\.json"),
    ),
    ("livejournal", "a LiveJournal export", _holds(r"L-\d+")),
    ("dayone", "a Day One journal", _holds(r"Journal\.json")),
    ("simplenote", "notes of Simplenote", _holds(r"source/notes\.json")),
    (
        "standard-notes",
        "a Standard Notes backup",
        _holds(r"Standard Notes Backup and Import File\.txt"),
    ),
    (
        "known",
        "a Known export, which does not say what is public",
        _holds(r"known\.json", r"entities\.json"),
    ),
    ("ghost-archive", "a Ghost export", _holds(r"content/.*", r"data/.*ghost.*\.json")),
)

ARCHIVES = (
    *(
        Format(name, f"{title}, which is a zip inside", when(_both(_is_zip, test), CERTAIN))
        for name, title, test in _TABLE
    ),
    *(
        Format(f"{name}-{kind}", f"{title} ({kind})", when(_both(is_kind, test), LIKELY))
        for kind, is_kind in (("zip", _is_zip), ("tar", _is_tar))
        for name, title, test in _EXPORTS
    ),
    Format("markdown-zip", "a folder of texts (zip)", when(_both(_is_zip, _is_markdown), 0.6)),
    Format("zip", "a zip archive", when(_is_zip, GENERAL)),
    Format("tar", "a tar archive", when(_is_tar, 0.6)),
)
