"""The file of a post in a Tumblr export, whose form depends on the type of the post.

A text has a heading and HTML. A link is an ``<a>`` before all else; the caption follows. In a
photo that links somewhere, this ``<a>`` is empty, and only the name of the file ties the picture to
it. A quotation is escaped twice, and the caption is its source after a dash.
"""

import re
from datetime import datetime
from html import escape, unescape
from typing import NamedTuple

from sitegen.models import LinkTarget
from sitegen.readers.dates import parse_date
from sitegen.readers.html import plain_text
from sitegen.readers.html.addresses import unwrapped
from sitegen.readers.web_addresses import host_of

_BODY = re.compile(
    r"<body[^>]*>(.*?)(?:<div[^>]*\bid=[\"']footer[\"'][^>]*>(.*))?(?:</body>|\Z)", re.DOTALL
)
_CAPTION = re.compile(r"<div class=[\"']caption[\"']>(.*)</div>\s*\Z", re.DOTALL)
_TITLE = re.compile(r"\A\s*(?:<h1[^>]*>\s*</h1>\s*)?<h1[^>]*>(.*?)</h1>", re.DOTALL)
"""The heading; that of the editor since 2015 follows an empty one."""
_MORE = re.compile(r"<p>\s*\[\[MORE\]\]\s*</p>|\[\[MORE\]\]")
"""Where a blog shows only the beginning."""
_LINK = re.compile(r"\A\s*<a[^>]*\bhref=[\"']\s*([^\"']*?)\s*[\"'][^>]*>([^<]*)</a>", re.DOTALL)
_TIME = re.compile(r"<span[^>]*\bid=[\"']timestamp[\"'][^>]*>(.*?)</span>", re.DOTALL)
_TAG = re.compile(r"<span[^>]*\bclass=[\"']tag[\"'][^>]*>(.*?)</span>", re.DOTALL)
_REBLOG = re.compile(
    r"<(?:p|div)[^>]*>\s*<a[^>]*\bclass=[\"'][^\"']*\btumblr_blog\b|\bclass=[\"']reblog"
)
"""The name of another blog above a quotation, as in a reblog."""
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b")


class Post(NamedTuple):
    """A post, as its file has it."""

    title: str | None
    link: LinkTarget | None
    """What a link post is about."""
    body: str
    """Its text in HTML."""
    leads_to: str
    """Where pictures lead that the text does not show; empty if it shows all."""
    date: datetime | None
    tags: tuple[str, ...]
    is_reblog: bool


def parse_post(html: str) -> Post:
    """Parses the file of a post."""
    found = _BODY.search(html)
    whole, footer = (found[1], found[2] or "") if found else (html, "")
    content = _MORE.sub("", whole)
    post = Post(None, None, content, "", _date_in(footer), _tags_in(footer), quotes_a_blog(content))
    caption = _CAPTION.search(content)
    start = content[: caption.start()] if caption else content
    if heading := _TITLE.match(content):
        return post._replace(title=plain_text(heading[1]) or None, body=content[heading.end() :])
    if (link := _LINK.match(content)) and (not caption or not start[link.end() :].strip()):
        return _linked(post, link)
    if caption and start.strip() and "<" not in start:
        return post._replace(body=_quotation(start, caption[1]))
    return post


def quotes_a_blog(html: str) -> bool:
    """Whether a text has the words of another blog, as a reblog does."""
    return _REBLOG.search(html) is not None


def _linked(post: Post, link: re.Match[str]) -> Post:
    """A post that begins with a link: it is about that page, or is a photo that leads there."""
    address, words = unwrapped(unescape(link[1])), plain_text(link[2])
    body = post.body[link.end() :]
    if not words:
        return post._replace(body=body, leads_to=address)
    target = LinkTarget(address, words, host_of(address).removeprefix("www."))
    return post._replace(title=words, link=target, body=body)


def _quotation(quotation: str, source: str) -> str:
    source = re.sub(r"\A\s*(?:&mdash;|—)", "", source).strip()
    below = f"<p>&mdash; {source}</p>" if source else ""
    return f"<blockquote>{unescape(quotation.strip())}</blockquote>{below}"


def picture_html(name: str, leads_to: str) -> str:
    """A picture that leads to an address, in HTML."""
    return f'<p><a href="{escape(leads_to)}"><img src="{escape(name)}" alt=""></a></p>'


def _tags_in(footer: str) -> tuple[str, ...]:
    """The tags, without the comma that was typed after some."""
    tags = (plain_text(tag).strip("#, ") for tag in _TAG.findall(footer))
    return tuple(dict.fromkeys(filter(None, tags)))


def _date_in(footer: str) -> datetime | None:
    """The date below a post, such as “March 3rd, 2020 4:05pm”."""
    found = _TIME.search(footer)
    if found is None:
        return None
    written = _ORDINAL.sub(r"\1", plain_text(found[1])).replace(",", " ")
    if date := parse_date(written):
        return date
    try:
        return parse_date(
            datetime.strptime(" ".join(written.split()), "%B %d %Y %I:%M%p").isoformat()
        )
    except ValueError:
        return None
