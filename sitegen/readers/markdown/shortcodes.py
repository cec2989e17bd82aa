"""Replaces the template tags of Hugo, Jekyll, Zola, Hexo and Eleventy in Markdown.

Pictures, code, quotations, players and links become Markdown; of other tags the content between
them stays.
"""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import dropwhile
from typing import NamedTuple

from sitegen.readers.html import image_markdown, plain_text
from sitegen.readers.markdown.literals import Literals
from sitegen.readers.markdown.players import PLAYERS

_HUGO = (
    r"\{\{[<%]\s*(?P<slash>/?)\s*(?P<hugo>[\w./-]+)"
    r"(?P<hargs>(?:(?![>%]\}\}|\{\{).){0,4000}?)\s*/?\s*[>%]\}\}"
)
_LIQUID = r"\{%-?\s*(?P<liquid>[\w.]+)(?P<largs>(?:(?!%\}|\{%).){0,4000}?)\s*-?%\}"
_OUTPUT = r"\{\{-?(?P<output>(?:(?!\}\}|\{\{).){0,1000}?)-?\}\}"
_TAG = re.compile(f"{_HUGO}|{_LIQUID}|{_OUTPUT}", re.DOTALL)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}((?:(?!\{%-?\s*raw\b).)*?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_RAW_MARK = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_HUGO_COMMENT = re.compile(r"(\{\{[<%])\s*/\*\s*((?:(?!\{\{).)*?)\s*\*/\s*([>%]\}\})", re.DOTALL)
_COMMENT = re.compile(
    r"\{%-?\s*comment\s*-?%\}(?:(?!\{%-?\s*comment\b).)*?\{%-?\s*endcomment\s*-?%\}"
    r"|\{#(?!\w[^{}\n]*\}[ \t]*$)(?:(?!\{#).)*?#\}"
    r"|\{\{[<%]\s*comment\s*[>%]\}\}(?:(?!\{\{[<%]\s*comment\b).)*?\{\{[<%]\s*/\s*comment\s*[>%]\}\}"
    r"|\{%-?\s*(?P<code>css|js|style|script|stylesheet|javascript|schema)\s*-?%\}"
    r"(?:(?!\{%-?\s*(?P=code)\b).)*?\{%-?\s*end(?P=code)\s*-?%\}"
    r"|\{::comment\}(?:(?!\{::comment\b).)*?\{:/(?:comment)?\}",
    re.DOTALL | re.MULTILINE,
)
_CODE_TAGS = "highlight|codeblock|code|cb|prism"
_HIGHLIGHT = re.compile(
    rf"\{{%-?\s*(?P<tag>{_CODE_TAGS})\b(?P<args>[^%\n]*?)-?%\}}\n?"
    rf"(?P<code>(?:(?!\{{%-?\s*(?:{_CODE_TAGS})\b).)*?)\n?[ \t]*\{{%-?\s*end(?P=tag)\s*-?%\}}"
    rf"|\{{\{{[<%]\s*(?P<htag>{_CODE_TAGS})\b(?P<hargs>[^\n]*?)[>%]\}}\}}\n?"
    rf"(?P<hcode>(?:(?!\{{\{{[<%]\s*(?:{_CODE_TAGS})\b).)*?)\n?[ \t]*"
    r"\{\{[<%]\s*/\s*(?P=htag)\s*[>%]\}\}",
    re.DOTALL,
)
_QUOTE_TAGS = "blockquote|quote|pullquote|cq"
_QUOTE = re.compile(
    rf"\{{%-?\s*(?P<tag>{_QUOTE_TAGS})\b(?P<args>[^%\n]*?)-?%\}}\n?"
    rf"(?P<text>(?:(?!\{{%-?\s*(?:{_QUOTE_TAGS})\b).)*?)\{{%-?\s*end(?:(?P=tag))?\s*-?%\}}"
    rf"|\{{\{{[<%]\s*(?P<htag>{_QUOTE_TAGS})\b(?P<hargs>[^\n]*?)[>%]\}}\}}\n?"
    rf"(?P<htext>(?:(?!\{{\{{[<%]\s*(?:{_QUOTE_TAGS})\b).)*?)"
    r"\{\{[<%]\s*/\s*(?P=htag)\s*[>%]\}\}",
    re.DOTALL,
)
_ARGUMENT = re.compile(
    r"(?:(?P<key>[\w-]+)\s*[=:](?!//)\s*)?(?:\"(?P<double>(?:\\.|[^\"\\])*)\"|'(?P<single>(?:\\.|[^'\\])*)'"
    r"|`(?P<back>[^`]*)`|(?P<bare>[^\s,()]+))"
)
_IN_ADDRESS = re.compile(
    r"(?:\]\(<?[^()\n]*|\b(?:src|href)\s*=\s*[\"']?[^\"'\s>]*|^\s{0,3}\[[^\]\n]+\]:\s*\S*|<https?:\S*)$",
    re.IGNORECASE | re.MULTILINE,
)
_END = re.compile(r"\{\{[<%]\s*/\s*([\w./-]+)|\{%-?\s*end(\w+)")
_QUOTED = re.compile(r"[\"']([^\"']*)[\"']")
_DATED = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}-")
_ENDING = re.compile(r"\.[A-Za-z]\w{1,8}$")
_PICTURE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|hei[cf]|svg|bmp|tiff?)(?:[?#].*)?$", re.IGNORECASE
)
_PICTURE_TAGS = re.compile(r"fig(?:ure)?|im(?:age|g)|picture|photo|asset_img", re.IGNORECASE)
_PICTURE_KEYS = ("src", "url", "image_path", "image", "path", "img", "file", "link")
_CAPTION_KEYS = ("caption", "title", "attr")
_TITLE_KEYS = ("title", "summary", "heading", "header")
_MARKDOWN_TAGS = frozenset({"markdown", "markdownify", "md"})
"""Tags around Markdown within HTML."""
_TEXT_TAGS = frozenset({"ref", "relref", "link", "post_url", "post_link"})
"""Tags for the address of another text."""
_LINK_TAGS = frozenset({*_TEXT_TAGS, "asset_path", "url"})
_CONTROL = re.compile(
    r"(?:end\w*|if|unless|elsif|else|elseif|for|case|when|assign|capture|set|cycle|break|continue"
    r"|increment|decrement|layout|render|extends|block|import|from|toc|include_cached|more|macro)$"
)
"""Tags that show nothing themselves."""


class _Arguments(NamedTuple):
    named: dict[str, str]
    bare: list[str]

    def first(self, keys: tuple[str, ...]) -> str:
        return next((self.named[key] for key in keys if self.named.get(key)), "")


class Shortcodes:
    """Replaces the template tags in one text."""

    def __init__(self, literals: Literals, variables: Mapping[str, object]) -> None:
        self._literals = literals
        self._variables = variables
        self._pairs: frozenset[str] = frozenset()
        self.lost: Counter[str] = Counter()
        """The tags that show something which Markdown cannot, and how often each stood there."""

    def keep_code(self, text: str) -> str:
        """Makes fenced code of tags that highlight code, and keeps what is literal."""
        text = _COMMENT.sub("", text)
        text = _HIGHLIGHT.sub(self._fence, text)
        text = _RAW.sub(lambda found: self._literals.keep(found[1].strip("\n")), text)
        return _HUGO_COMMENT.sub(
            lambda found: self._literals.keep(f"{found[1]} {found[2]} {found[3]}"), text
        )

    def replace(self, text: str) -> str:
        """The text without template tags; code in it is kept apart already."""
        self._pairs = frozenset(found[1] or found[2] for found in _END.finditer(text))
        text = _QUOTE.sub(_quote, text)
        return _TAG.sub(self._replace_tag, text)

    def component(self, name: str, values: dict[str, str], *, is_pair: bool) -> str:
        """What a component of JavaScript with these attributes shows, as far as that is known."""
        return self._tag(name, _Arguments(values, []), in_address=False, is_pair=is_pair)

    def _fence(self, found: re.Match[str]) -> str:
        words = (found["args"] or found["hargs"] or "").split()
        language = next((w for w in words if re.fullmatch(r"[A-Za-z][\w+#.-]*", w)), "")
        named = re.search(r"lang(?:uage)?\s*[:=]\s*[\"']?([\w+#.-]+)", " ".join(words))
        code = (found["code"] if found["code"] is not None else found["hcode"]).strip("\n")
        longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
        fence = "`" * (longest + 1)
        block = f"{fence}{named[1] if named else language}\n{_RAW_MARK.sub('', code)}\n{fence}"
        return f"\n\n{self._literals.keep(block)}\n\n"

    def _replace_tag(self, found: re.Match[str]) -> str:
        start = max(0, found.start() - 400)
        in_address = _IN_ADDRESS.search(found.string[start : found.start()]) is not None
        if found["output"] is not None:
            return self._output(found["output"].strip(), in_address=in_address)
        if found["hugo"]:
            name, arguments, closes = found["hugo"], found["hargs"], bool(found["slash"])
        else:
            name, arguments, closes = found["liquid"], found["largs"], False
        if closes or _CONTROL.match(name):
            return "\n\n" if name.removeprefix("end") in _MARKDOWN_TAGS else ""
        if name in _MARKDOWN_TAGS:
            return "\n\n"
        is_pair = name in self._pairs
        return self._tag(name, _read_arguments(arguments), in_address=in_address, is_pair=is_pair)

    def _tag(self, name: str, arguments: _Arguments, *, in_address: bool, is_pair: bool) -> str:
        named, bare = arguments
        if name in ("include", "include_relative", "partial", "asset") and bare:
            name = bare.pop(0)
        base = name.rpartition("/")[2].partition(".")[0].lower()
        if base in _LINK_TAGS:
            return _link(base, arguments, in_address=in_address)
        if picture := _picture(base, arguments):
            return picture
        for player, pattern in PLAYERS.items():
            if base.startswith(player) and len(base) < len(player) + 9:
                return _player(pattern, arguments, player)
        title = arguments.first(_TITLE_KEYS) or (_words_in(bare) if is_pair else "")
        if title:
            return f"**{title}**\n\n"
        address = next((v for v in (*named.values(), *bare) if v.startswith("http")), "")
        if address:
            return f"<{address}>"
        if not is_pair:
            self.lost[base] += 1
        return ""

    def _output(self, expression: str, *, in_address: bool) -> str:
        """What an expression shows, as far as that is known."""
        if called := re.match(r"([\w.]+)\s*\(", expression):
            arguments = _read_arguments(expression[called.end() :].rstrip(") "))
            return self._tag(called[1], arguments, in_address=in_address, is_pair=False)
        quoted = _QUOTED.match(expression)
        if quoted:
            return quoted[1]
        value = self._variables.get(expression.removeprefix("page.").strip().lower())
        if isinstance(value, str) and expression.startswith("page."):
            return value
        return ""


def _words_in(values: list[str]) -> str:
    """The title among values without keys; single words in small letters are styles and names."""
    titles = dropwhile(lambda v: " " not in v and not v[:1].isupper() and v[:1].isascii(), values)
    return " ".join(titles)


def strip_raw_marks(code: str) -> str:
    """Code as it is shown: without the marks that keep a generator from reading it."""
    return _HUGO_COMMENT.sub(r"\1 \2 \3", _RAW_MARK.sub("", code))


def _read_arguments(text: str) -> _Arguments:
    named: dict[str, str] = {}
    bare: list[str] = []
    for found in _ARGUMENT.finditer(text):
        quoted = found["double"] if found["double"] is not None else found["single"]
        value = quoted if quoted is not None else found["back"] or found["bare"] or ""
        value = re.sub(r"\\([\"'\\])", r"\1", value)
        if found["key"]:
            named.setdefault(found["key"].lower(), value)
        else:
            bare.append(value)
    return _Arguments(named, bare)


def _quote(found: re.Match[str]) -> str:
    text = (found["text"] if found["text"] is not None else found["htext"]).strip()
    arguments = _read_arguments(found["args"] or found["hargs"] or "")
    author = arguments.first(("author", "source", "cite")) or " ".join(arguments.bare)
    text += f"\n\n— {author}" if author else ""
    return "\n\n" + "\n".join(f"> {line}".rstrip() for line in text.split("\n")) + "\n\n"


def _link(base: str, arguments: _Arguments, *, in_address: bool) -> str:
    """The address of another text, or a link to it."""
    target = (arguments.bare or [arguments.first(("path", "page"))])[0].strip("\"'")
    if in_address:
        return _address(target, is_text=base in _TEXT_TAGS)
    words = " ".join(each for each in arguments.bare[1:] if each not in ("true", "false"))
    if base == "post_link" and words:
        return f"[{words}]({_address(target, is_text=True)})"
    return _name_of(target)


def _address(target: str, *, is_text: bool) -> str:
    """The address of a file, from the folder of texts."""
    path, mark, part = target.lstrip("/").partition("#")
    ending = ".md" if is_text and path and not _ENDING.search(path) else ""
    return f"{path}{ending}{mark}{part}"


def _name_of(target: str) -> str:
    name = target.rstrip("/").rpartition("/")[2].partition("#")[0]
    return _DATED.sub("", re.sub(r"\.(?:md|markdown|html?)$", "", name))


def _picture(base: str, arguments: _Arguments) -> str:
    named, bare = arguments
    address = next((named[key] for key in _PICTURE_KEYS if _PICTURE.search(named.get(key, ""))), "")
    if not address and _PICTURE_TAGS.search(base):
        address = next((value for value in bare if _PICTURE.search(value)), "") or named.get(
            "src", ""
        )
    if not address:
        return ""
    rest = bare[bare.index(address) + 1 :] if address in bare else []
    words = " ".join(value for value in rest if not value.isdigit())
    picture = image_markdown(plain_text(named.get("alt", "") or words), address)
    link = named.get("link", "")
    if link and link != address:
        picture = f"[{picture}]({link})"
    captions = list(dict.fromkeys(c for key in _CAPTION_KEYS if (c := named.get(key, ""))))
    return "\n\n".join([picture, *captions]) + ("\n\n" if captions else "")


def _player(pattern: str, arguments: _Arguments, player: str) -> str:
    values = arguments.bare or [arguments.first(("id", "video_id", "url", "video", "tweet", "src"))]
    if player in ("tweet", "twitter", "x") and arguments.named.get("user"):
        values = [arguments.named["user"], arguments.named.get("id", "")]
    value = next((v for v in values if v.startswith("http")), "")
    if value:
        return f"<{value}>"
    if player in ("tweet", "twitter", "x") and len(values) > 1:
        return f"<https://x.com/{values[0]}/status/{values[1]}>"
    if player == "gist":
        return f"<{pattern.format('/'.join(values[:2]))}>"
    return f"<{pattern.format(values[0])}>" if values[0] else ""
