"""WordPress shortcodes, such as ``[caption]``: finds them, and replaces them with HTML.

See https://developer.wordpress.org/apis/shortcode/.
"""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import unquote

from sitegen.readers.html.attachments import Attachment, Attachments
from sitegen.readers.html.code_shortcodes import code_html, is_code
from sitegen.readers.html.restricted import is_restricted
from sitegen.readers.html.stored_notes import reference_html

_NAME = r"[A-Za-z][\w-]*"
_TAG = re.compile(
    rf"\[(?P<open>\[)?(?P<end>/)?(?P<name>{_NAME})"
    r"(?P<attributes>(?:(?:[\s=/]|:(?=https?:))(?:[^\[\]\"']++|\"[^\"\[\]]*+\"|'[^'\[\]]*+'|[\"'])*+)?)\](?P<close>\])?"
)
_ATTRIBUTE = re.compile(
    r"""(?P<key>[\w-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'\]]+))"""
    r"""|"(?P<quoted>[^"]*)"|'(?P<other>[^']*)'|(?P<word>[^\s"']+)"""
)
_CODE_ELEMENT = re.compile(r"<(?P<end>/?)(?P<name>pre|code)\b[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"'<>|\]]+")
_PICTURE = re.compile(r"^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.IGNORECASE)
_VIDEO_ID = re.compile(r"[\w#.+-]+")
_INDEXED = re.compile(r"[\w$)\]]")
"""What stands before brackets that are an index: ``$files[tmp_name]``."""
_NUMBER = re.compile(r"\d+")
_EMBEDS = frozenset(
    {"audio", "bandcamp", "embed", "facebook", "flickr", "gist", "googlemaps", "instagram"}
    | {"playlist", "soundcloud", "spotify", "tiktok", "tweet", "twitter", "video", "vimeo"}
    | {"wpvideo", "youtube"}
)
_CAPTIONS = frozenset({"caption", "wp_caption"})
_NOTES = frozenset({"efn_note", "fn", "footnote", "mfn", "ref"})
_ENCODED = frozenset({"vc_raw_html", "vc_raw_js"})
"""Those of WPBakery whose content is percent-encoded, and then in Base64."""
_WITH_CONTENT = _EMBEDS | _CAPTIONS | _NOTES | _ENCODED
"""Shortcodes, besides those with code, whose content is replaced, too."""
_SOURCES = ("src", "url", "mp3", "mp4", "m4v", "webm", "ogv", "ogg", "wav", "m4a", "flv", "wmv")
_FEW = 30_000
"""The most shortcodes of a text that are looked at."""


@dataclass(slots=True)
class Shortcodes:
    """Replaces shortcodes."""

    attachments: Attachments
    unknown: Counter[str] = field(default_factory=Counter)
    """How often each unknown shortcode was dropped."""
    restricted: int = 0
    """How many passages were dropped that only some readers see."""
    notes: list[str] = field(default_factory=list)
    """The footnotes, as HTML."""

    def replace(self, text: str, stash: Callable[[str], str]) -> str:
        """The text with HTML in place of its shortcodes.

        Args:
            text: the text.
            stash: takes finished HTML, and returns what stands for it meanwhile.
        """
        tags = list(_TAG.finditer(text))[:_FEW]
        closers = _closers(tags)
        quoted = _tags_in_code(text, tags)
        parts: list[str] = []
        done = index = 0
        while index < len(tags):
            tag = tags[index]
            closer = closers.get(index)
            end = tags[closer] if closer is not None else None
            inner = text[tag.end() : end.start()] if end else None
            is_apart = tag["end"] or end is not None or done == tag.start()
            is_text = tag.start() in quoted or (not is_apart and _is_index(tag))
            html = self._html(tag, inner, stash, is_text=is_text)
            if html is not None:
                parts += text[done : tag.start()], html
                takes_all = _takes_content(tag["name"].lower())
                if takes_all and end is not None and closer is not None:
                    done, index = end.end(), closer
                else:
                    done = tag.end()
            index += 1
        return "".join([*parts, text[done:]])

    def _html(
        self,
        tag: re.Match[str],
        inner: str | None,
        stash: Callable[[str], str],
        *,
        is_text: bool,
    ) -> str | None:
        """The HTML for a shortcode; None for text that merely looks like one.

        Args:
            tag: its start, or its end.
            inner: what is up to its end; None if it has none.
            stash: takes finished HTML.
            is_text: whether it is text unless it is known, as it stands in code or is an index.
        """
        name = tag["name"].lower()
        if tag["open"] and tag["close"]:
            return tag[0][1:-1]  # [[code]] shows [code]
        if tag["end"]:
            return "" if name in self.unknown and not is_text else None
        shows_code = is_code(name)
        if inner is None and (shows_code or name in _CAPTIONS or name in _NOTES):
            return None
        if inner is not None and is_restricted(name):
            self.restricted += 1
            return ""
        attributes = _attributes_of(tag["attributes"])
        if shows_code:
            code = code_html(name, inner or "", attributes)
            return stash(code) if code.startswith("<pre") else code
        known = self._known(name, attributes, inner)
        return known or (None if is_text else self._unknown(tag, inner))

    def _known(self, name: str, attributes: Mapping[str, str], inner: str | None) -> str:
        """The HTML for a shortcode of WordPress; empty for others, or if it shows nothing."""
        if name in _CAPTIONS:
            return _caption(inner or "", attributes)
        if name in _NOTES:
            return self._note(inner or "")
        if name == "vc_raw_html":
            return _decoded(inner or "")
        if name == "gallery":
            return self._gallery(attributes)
        if name == "playlist":
            return self._playlist(attributes)
        return _embed(name, attributes, inner) if name in _EMBEDS else ""

    def _unknown(self, tag: re.Match[str], inner: str | None) -> str | None:
        name = tag["name"].lower()
        is_known = name == "gallery" or name in _EMBEDS
        if not is_known and inner is None and "=" not in tag["attributes"] and "_" not in name:
            return None
        self.unknown[name] += 1
        return ""

    def _note(self, inner: str) -> str:
        """The reference of a footnote."""
        self.notes.append(inner)
        return reference_html(f"shortcode-note-{len(self.notes)}", len(self.notes))

    def _gallery(self, attributes: Mapping[str, str]) -> str:
        """The pictures of a gallery; without ids, those that were uploaded to the post."""
        return "".join(picture.html for picture in self._named_in("gallery", attributes))

    def _playlist(self, attributes: Mapping[str, str]) -> str:
        """The films or sounds of a playlist."""
        found = self._named_in("playlist", attributes)
        return "".join(_embed("audio", {"src": each.address}, None) for each in found)

    def _named_in(self, name: str, attributes: Mapping[str, str]) -> tuple[Attachment, ...]:
        """The attachments that a shortcode names; those that are not known are counted."""
        named = next((attributes[key] for key in ("ids", "include") if attributes.get(key)), "")
        hidden = set(_NUMBER.findall(attributes.get("exclude", "")))
        is_own = not named and name == "gallery"
        ids = self.attachments.own if is_own else tuple(_NUMBER.findall(named))
        ids = tuple(each for each in ids if each not in hidden)
        found = self.attachments.find(ids)
        if found and len(found) < len(ids):
            self.unknown[name] += 1
        return found


def _is_index(tag: re.Match[str]) -> bool:
    """Whether brackets follow a name or others, as in ``$files[tmp_name]``."""
    return _INDEXED.search(tag.string, max(0, tag.start() - 1), tag.start()) is not None


def _takes_content(name: str) -> bool:
    """Whether what stands between the two tags is replaced, too."""
    return name in _WITH_CONTENT or is_code(name) or is_restricted(name)


def _decoded(written: str) -> str:
    """The HTML that is encoded in a shortcode; empty if it is not."""
    try:
        return unquote(b64decode(written.strip(), validate=True).decode("utf-8", "replace"))
    except ValueError:
        return ""


def _embed(name: str, attributes: Mapping[str, str], inner: str | None) -> str:
    address = _address_of(name, attributes, inner)
    if not address:
        return ""
    player = name if name in ("audio", "video") else "embed"
    end = "" if player == "embed" else f"</{player}>"
    return f'\n\n<p><{player} src="{escape(address)}">{end}</p>\n\n'


def _closers(tags: list[re.Match[str]]) -> dict[int, int]:
    """The index of the closing tag of each shortcode that has one."""
    closers: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for index, tag in enumerate(tags):
        name = tag["name"].lower()
        if not tag["end"]:
            opened.setdefault(name, []).append(index)
        elif opened.get(name):
            shows_code = is_code(name)
            starts = opened[name]
            closers[starts[0] if shows_code else starts.pop()] = index
            if shows_code:
                starts.clear()
    return closers


def _tags_in_code(text: str, tags: list[re.Match[str]]) -> frozenset[int]:
    """Where those shortcodes begin that stand in ``<pre>`` or ``<code>``."""
    found: set[int] = set()
    opened, start, waiting = "", 0, 0
    for element in _CODE_ELEMENT.finditer(text) if tags else ():
        name = element["name"].lower()
        if not opened and not element["end"]:
            opened, start = name, element.end()
        elif element["end"] and name == opened:
            while waiting < len(tags) and tags[waiting].start() < element.start():
                if tags[waiting].start() >= start:
                    found.add(tags[waiting].start())
                waiting += 1
            opened = ""
    return frozenset(found)


def _attributes_of(text: str) -> dict[str, str]:
    """The attributes of a shortcode; those without a name are numbered."""
    attributes: dict[str, str] = {}
    for number, found in enumerate(_ATTRIBUTE.finditer(text.strip().lstrip("=:"))):
        key = (found["key"] or str(number)).lower()
        values = (found[kind] for kind in ("double", "single", "bare", "quoted", "other", "word"))
        attributes.setdefault(key, next((value for value in values if value is not None), ""))
    return attributes


def _caption(inner: str, attributes: Mapping[str, str]) -> str:
    """A picture and its caption, which is the rest of the content, or an attribute."""
    picture = _PICTURE.match(inner)
    end = picture.end() if picture else 0
    caption = attributes.get("caption", "") or inner[end:]
    words = f"<figcaption>{caption.strip()}</figcaption>" if caption.strip() else ""
    return f"\n\n<figure>{inner[:end]}{words}</figure>\n\n"


def _address_of(name: str, attributes: Mapping[str, str], inner: str | None) -> str:
    """The address that an embed names."""
    values = [attributes.get(key, "") for key in _SOURCES]
    values += [inner or "", *attributes.values()]
    for value in values:
        if found := _ADDRESS.search(unescape(value)):
            return found[0]
    code = attributes.get("id") or attributes.get("0") or (inner or "").strip()
    if not _VIDEO_ID.fullmatch(code):
        return ""
    pages = {
        "youtube": "https://www.youtube.com/watch?v=",
        "vimeo": "https://vimeo.com/",
        "tweet": "https://twitter.com/i/status/",
    }
    return pages[name] + code if name in pages else ""
