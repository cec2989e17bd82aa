"""What services write into feeds that is not the text of an entry, and comments among entries."""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from sitegen.readers.findings import Reason
from sitegen.readers.html.addresses import is_picture
from sitegen.readers.web_addresses import host_of, path_of

MEDIUM = "medium"
"""What Medium calls itself in its feeds, in small letters."""

_COMMENT = re.compile(r"#(?:comment-?|c)\d+\Z")
"""How the address of a comment ends on WordPress, Movable Type and Blogger."""
_REDDIT = re.compile(r"(?:.*\.)?reddit\.com")
_REDDIT_COMMENT = re.compile(r"/r/[^/]+/comments/\w+/[^/]*/\w+/?")
_REDDIT_MARK = "submitted by"
_REDDIT_ORIGIN = re.compile(
    rf"{_REDDIT_MARK}(?:\s|&#32;){{1,40}}<a\b.{{0,1000}}?<a href=\"(?P<link>[^\"]*)\">\[link\]</a>"
    r".{0,500}?\[(?:\d+ )?comments?\]</a>\s{0,40}(?:</span>)?"
    r"(?P<table>\s{0,40}</td>\s{0,40}</tr>\s{0,40}</table>)?",
    re.DOTALL,
)
"""What Reddit puts below each entry, or into a table beside a preview of the page that it links."""
_LEMMY_ORIGIN = re.compile(
    r"\A\s{0,40}submitted by <a href=\"[^\"<>]*\">[^<>]*</a>"
    r" to <a href=\"[^\"<>]*\">[^<>]*</a><br ?/?>"
    r"-?\d+ points \| <a href=\"[^\"<>]*\">-?\d+ comments?</a>(?:<br ?/?>)?"
    r"(?:<a href=\"(?P<link>[^\"<>]*)\">(?P=link)</a>(?:<br ?/?>)?)?"
)
"""What Lemmy puts above each entry, with the address of the page that it links."""
_NITTER = re.compile(r"(RT by|R to) @\w+: ")
"""How Nitter, which shows accounts of X, begins the titles of what is not an own post."""
_NITTER_POST = re.compile(r"/\w+/status/\d+")
_NEVER = "1970-01-01T00:00:00"
"""When Medium says that a draft was changed, in the feed that exports of 2017 hold."""
_REDIRECT = re.compile(r"(?:www\.)?google\.[a-z.]+")
_REDIRECTED = ("url", "q")


class SplitEntry(NamedTuple):
    """An entry of Reddit or Lemmy."""

    html: str
    """Its text, without what the service puts around it."""
    link: str
    """The page that it is about; empty if it links none."""


def is_comment(address: str) -> bool:
    """Whether an entry is a comment, by its address: feeds of comments look like any other."""
    if _COMMENT.search(address):
        return True
    return is_reddit(address) and _REDDIT_COMMENT.fullmatch(path_of(address)) is not None


def relation_of(title: str, address: str) -> Reason | None:
    """Whether an entry is a repost or a reply, as the title of an entry of Nitter says."""
    found = _NITTER.match(title)
    if found is None or not _NITTER_POST.fullmatch(path_of(address)):
        return None
    return "repost" if found[1] == "RT by" else "reply"


def is_draft_of_medium(updated: str) -> bool:
    """Whether an entry is a draft, in a feed that Medium put beside the stories of an export."""
    return updated.startswith(_NEVER)


def is_reddit(address: str) -> bool:
    """Whether an entry is one of Reddit."""
    return _REDDIT.fullmatch(host_of(address)) is not None


def split_reddit(html: str, address: str) -> SplitEntry:
    """The text of an entry, and the page that it links; of another service, all of its text."""
    mark = html.rfind(_REDDIT_MARK) if is_reddit(address) else -1
    found = _REDDIT_ORIGIN.match(html, mark) if mark >= 0 else None
    if found is None:
        return SplitEntry(html, "")
    start = html.rfind("<table", 0, mark) if found["table"] else mark
    link = found["link"].replace("&amp;", "&")
    rest = html[: max(start, 0)] + html[found.end() :]
    return SplitEntry(rest, "" if is_reddit(link) else link)


def split_lemmy(html: str) -> SplitEntry:
    """Likewise, of an entry of Lemmy; a picture that it links is shown."""
    found = _LEMMY_ORIGIN.match(html)
    if found is None:
        return SplitEntry(html, "")
    written, rest = found["link"] or "", html[found.end() :]
    if is_picture(written):
        return SplitEntry(f'<p><img src="{written}"></p>{rest}', "")
    return SplitEntry(rest, written.replace("&amp;", "&"))


def direct_address(address: str) -> str:
    """The address to which one of Google leads, as in its alerts; any other is unchanged."""
    if _REDIRECT.fullmatch(host_of(address)) is None or path_of(address) != "/url":
        return address
    query = parse_qs(urlsplit(address).query)
    targets = (query[key][0] for key in _REDIRECTED if key in query)
    return next((target for target in targets if target.startswith("http")), address)


def is_link_to_comments(text: str, comments: str) -> bool:
    """Whether all of a text, in Markdown, is a link to the comments on an entry."""
    return (
        bool(comments) and re.fullmatch(rf"\[[^\]]*\]\({re.escape(comments)}\)", text) is not None
    )
