"""Replaces components of JavaScript in Markdown, as MDX has them.

Pictures, players and links become Markdown; of other components the content between their tags
stays. Source: https://mdxjs.com/docs/what-is-mdx/
"""

import re
from collections.abc import Mapping

from sitegen.readers.markdown.header import plain_key
from sitegen.readers.markdown.shortcodes import Shortcodes

_BRACES = r"\{(?>[^{}]|\{(?>[^{}]|\{[^{}]{0,2000}\}){0,2000}+\}){0,2000}+\}"
_ATTRIBUTES = rf"(?>\"[^\"]{{0,2000}}\"|'[^']{{0,2000}}'|{_BRACES}|[^<>{{}}\"'])*+"
_TAG = re.compile(rf"<(?P<slash>/?)(?P<name>[A-Z][\w.]*)(?=[\s/>])(?P<attributes>{_ATTRIBUTES})>")
"""A component: its name begins with a capital letter."""
_ELEMENT = re.compile(rf"<[a-z][\w-]*\s{_ATTRIBUTES}>")
_SVELTE = re.compile(
    r"<svelte:head\b[^<>]*>(?s:(?!<svelte:head\b).)*?</svelte:head>"
    r"|\{(?:#(?:if|each|await|key)\b[^{}\n]*|:(?:else|then|catch)\b[^{}\n]*|/(?:if|each|await|key))\}"
)
"""What mdsvex leaves to Svelte in Markdown: https://mdsvex.pngwn.io/docs."""
_FRAGMENT = re.compile(r"</?>")
_ATTRIBUTE = re.compile(
    rf"(?<![\w-])(?P<key>[A-Za-z_][\w-]*)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<code>{_BRACES}))"
)
_IMPORTS = re.compile(r"^(?:import|export)\s[^\n]*\n(?:[^\n]+\n)*", re.MULTILINE)
"""Lines of JavaScript, up to a blank line."""
_IMPORT = re.compile(r"^import\s+(\w+)\s+from\s+[\"']([^\"'\n]+)[\"']", re.MULTILINE)
_METADATA = re.compile(
    r"^export[ \t]+const[ \t]+(?:meta|metadata|frontmatter)[ \t]*=[ \t]*\{"
    r"(?P<object>[^\n]*\}[ \t;]*$|(?s:.{0,5000}?)^\})",
    re.MULTILINE | re.IGNORECASE,
)
"""What a text says of itself, as in https://nextjs.org/docs/app/guides/mdx."""
_PROPERTY = re.compile(
    r"(?<![\w$])[\"']?(?P<key>[A-Za-z_]\w*)[\"']?[ \t]*:[ \t]*"
    r"(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<word>true|false)\b)"
)
_COMMENT = re.compile(r"\{/\*(?s:(?!\{/\*).)*?\*/\}")
_TEXT = re.compile(r"\{\s*([\"'`])((?:(?!\1)[^\n{}])*)\1\s*\}")
"""A text as an expression, such as ``{" "}``."""
_REQUIRED = re.compile(r"\{\s*require\(\s*[\"']([^\"'\n]+)[\"']\s*\)(?:\.default)?\s*\}")
_LINK = re.compile(
    rf"<(?P<name>[A-Z][\w.]*)(?=\s)(?P<attributes>{_ATTRIBUTES})(?<!/)>"
    r"(?P<words>[^<>\n]{1,500})</(?P=name)\s*>"
)
_ADDRESS_KEYS = ("href", "to", "url")


def exported_fields(text: str) -> dict[str, object]:
    """The texts and truth values that MDX exports on itself, by their plain keys."""
    found = _METADATA.search(text)
    return {
        plain_key(each["key"]): each["double"] or each["single"] or each["word"] or ""
        for each in (_PROPERTY.finditer(found["object"]) if found else ())
    }


def replace_components(text: str, codes: Shortcodes, *, is_mdx: bool) -> str:
    """The text without components, and, of MDX, without what else is JavaScript.

    In a text that is not MDX, a component is ``<Player />``, or begins a line and is closed:
    ``<Note>…</Note>``. Other words in angle brackets are text there. Comments, ``{/* … */}``, are
    never shown: Docusaurus and others read all Markdown as MDX.

    Args:
        text: the text; code in it is kept apart already.
        codes: replaces what shows a picture or a player, and counts what is lost.
        is_mdx: whether all of the text is MDX.
    """
    imports: dict[str, str] = {}
    text = _SVELTE.sub("", _COMMENT.sub("", text))
    if is_mdx:
        imports = dict(_IMPORT.findall(text))
        text = _IMPORTS.sub("\n", text)
        text = _ELEMENT.sub(lambda found: _plain_element(found[0], imports), text)
    elif "/>" not in text and "</" not in text:
        return text
    tags = [*_TAG.finditer(text)]
    closed = {tag["name"] for tag in tags if tag["slash"] or _is_single(tag)}
    known = {tag["name"] for tag in tags if tag["name"] in closed and _is_component(tag)}

    def replace(tag: re.Match[str]) -> str:
        if not is_mdx and tag["name"] not in known:
            return tag[0]
        if tag["slash"]:
            return ""
        is_single = _is_single(tag)
        values = _attributes(tag["attributes"], imports)
        shown = codes.component(tag["name"], values, is_pair=not is_single)
        return f"\n\n{shown}\n\n" if shown and not is_single else shown

    text = _LINK.sub(lambda found: _link(found, imports), text)
    text = _TAG.sub(replace, text)
    return _FRAGMENT.sub("", _TEXT.sub(r"\2", text)) if is_mdx else text


def _is_single(tag: re.Match[str]) -> bool:
    return tag["attributes"].rstrip().endswith("/")


def _is_component(tag: re.Match[str]) -> bool:
    if _is_single(tag) and tag["attributes"].count("=") > 0:
        return True
    start = tag.string.rfind("\n", 0, tag.start()) + 1
    return not tag.string[start : tag.start()].strip()


def _plain_element(tag: str, imports: Mapping[str, str]) -> str:
    """The tag of an element with values of JavaScript as plain ones, where they are texts."""
    if "{" not in tag:
        return tag

    def plain(found: re.Match[str]) -> str:
        value = _value(found, imports)
        return f'{found["key"]}="{value}"' if value and '"' not in value else ""

    return re.sub(_BRACES, "", _ATTRIBUTE.sub(plain, tag))


def _link(found: re.Match[str], imports: Mapping[str, str]) -> str:
    """A component around words that leads somewhere, as a link."""
    values = _attributes(found["attributes"], imports)
    address = next((values[key] for key in _ADDRESS_KEYS if values.get(key)), "")
    if not address or re.search(r"[\s()<>]", address):
        return found[0]
    return f"[{found['words'].strip()}]({address})"


def _attributes(text: str, imports: Mapping[str, str]) -> dict[str, str]:
    return {
        found["key"].lower(): value
        for found in _ATTRIBUTE.finditer(text)
        if (value := _value(found, imports))
    }


def _value(found: re.Match[str], imports: Mapping[str, str]) -> str:
    """The value of an attribute; empty if only JavaScript can tell it."""
    code = found["code"]
    if code is None:
        return found["double"] or found["single"] or ""
    if said := _TEXT.fullmatch(code) or _REQUIRED.fullmatch(code):
        return said[said.lastindex or 0]
    return imports.get(code[1:-1].strip().removesuffix(".src"), "")
