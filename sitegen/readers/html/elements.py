"""What HTML elements mean for a text: which are left out, and what their attributes say."""

import re
from collections.abc import Mapping

from sitegen.readers.html.pieces import Style

Attributes = Mapping[str, str]

SKIPPED = frozenset(
    {"applet", "button", "canvas", "datalist", "head", "map", "optgroup", "option", "rp", "script"}
    | {"select", "style", "svg", "template", "textarea", "title", "noembed", "noframes"}
    | {"annotation", "annotation-xml"}
)
"""Elements whose content is not part of the text."""
BLOCKS = frozenset(
    {"address", "article", "aside", "body", "center", "details", "dialog", "div", "dd", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "header", "hgroup", "html", "legend", "main"}
    | {"nav", "object", "p", "search", "section", "summary", "tbody", "tfoot", "thead", "noscript"}
    | {"colgroup", "caption"}
)
"""Elements that begin and end a paragraph, without Markdown of their own."""
CONTAINERS = frozenset({"blockquote", "dir", "li", "menu", "ol", "table", "td", "th", "tr", "ul"})
"""Elements that hold blocks."""
STYLES = {
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "cite": Style.EMPHASIS,
    "dfn": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "var": Style.EMPHASIS,
    "del": Style.STRIKE,
    "s": Style.STRIKE,
    "strike": Style.STRIKE,
    "font": Style.NONE,
    "ins": Style.NONE,
    "span": Style.NONE,
    "u": Style.NONE,
}
CODES = frozenset({"code", "kbd", "samp", "tt"})
EMOJI = frozenset({"emoji", "wp-smiley", "smiley"})

_SKIPPED_CLASSES = frozenset(
    {"button-wrapper", "gutter", "gl", "katex-html", "line-numbers-rows", "lineno", "linenos"}
    | {"linenumber", "rouge-gutter", "sharedaddy", "subscription-widget-wrap", "MathJax_Preview"}
    | {"subscription-widget", "subscription-widget-wrap-editor", "image-link-expand"}
    | {"subscribe-widget", "feedflare", "beehiiv__footer", "kg-bookmark-icon", "jp-relatedposts"}
    | {"kg-bookmark-thumbnail", "install-substack-app-embed", "captioned-button-wrap"}
    | {"wp-block-file__button", "kg-audio-player", "kg-video-player", "kg-video-overlay"}
    | {"kg-callout-emoji", "kg-signup-card", "hide-text", "file-embed-thumbnail-default"}
    | {"hatena-citation"}
    | {"blogger-post-footer", "skip-link", "skip-to-content", "printfooter", "catlinks"}
    | {"mw-editsection", "mw-jump-link", "mw-cite-backlink", "navbox"}
)
_ANCHOR_CLASSES = frozenset(
    {"anchor", "anchor-link", "header-anchor", "headerlink", "heading-anchor", "permalink"}
)
_QUOTATIONS = frozenset({"kg-callout-card", "pullquote"})
_EMBEDS = frozenset(
    {"bluesky-embed", "fb-post", "fb-video", "imgur-embed-pub", "instagram-media", "mastodon-embed"}
    | {"reddit-card", "reddit-embed-bq", "text-post-media", "tiktok-embed", "twitter-tweet"}
    | {"twitter-video"}
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(normal|[1-4]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique)", re.IGNORECASE)
_NOT_ITALIC = re.compile(r"font-style\s*:\s*normal", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_TINY = re.compile(r"\s*[01](?:px)?\s*")
_TINY_STYLE = re.compile(r"(?<![\w-])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)", re.IGNORECASE)
_TRACKERS = re.compile(
    r"//(?:pixel|stats)\.(?:wp|wordpress)\.com/|//feeds\.feedburner\.com/~r/|//medium\.com/_/stat\?"
    r"|/tinymce/plugins/wordpress/img/|//www\.google-analytics\.com/|//[\w.-]*doubleclick\.net/"
)
_ALIGNED = re.compile(r"text-align\s*:\s*(left|center|right)", re.IGNORECASE)
_LANGUAGE_CLASS = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|brush:|sourceCode)(?:-|\s*)([\w#+.-]+)"
)


def classes_of(attributes: Attributes) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(attributes.get("class", "").split())


def is_hidden(name: str, attributes: Attributes) -> bool:
    """Whether an element is not shown, or is no part of a text, such as a subscribe form."""
    if not attributes:
        return name in ("dialog", "button")
    if "hidden" in attributes or (name == "dialog" and "open" not in attributes):
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    classes = attributes.get("class")
    return classes is not None and not _SKIPPED_CLASSES.isdisjoint(classes.split())


def is_quotation(attributes: Attributes) -> bool:
    """Whether an element sets its text apart as a quotation does."""
    classes = attributes.get("class")
    return classes is not None and not _QUOTATIONS.isdisjoint(classes.split())


def is_embed(attributes: Attributes) -> bool:
    """Whether an element stands for a post of a network, which a script shows."""
    classes = attributes.get("class")
    return classes is not None and not _EMBEDS.isdisjoint(classes.split())


def is_heading_anchor(attributes: Attributes) -> bool:
    """Whether a link is the sign at a heading that leads to the heading itself."""
    is_fragment = attributes.get("href", "").startswith("#")
    return is_fragment and not _ANCHOR_CLASSES.isdisjoint(classes_of(attributes))


def style_of(name: str, attributes: Attributes) -> Style:
    """How an inline element emphasises its text."""
    style = STYLES[name]
    css = attributes.get("style")
    if not css:
        return style
    if _BOLD.search(css):
        style |= Style.STRONG
    elif _NOT_BOLD.search(css):
        style &= ~Style.STRONG
    if _ITALIC.search(css):
        style |= Style.EMPHASIS
    elif _NOT_ITALIC.search(css):
        style &= ~Style.EMPHASIS
    return style | Style.STRIKE if _STRUCK.search(css) else style


def is_tracker(attributes: Attributes, address: str) -> bool:
    """Whether a picture is one pixel wide or high, as spacers are, or counts readers."""
    sizes = (attributes[name] for name in ("width", "height") if name in attributes)
    if any(_TINY.fullmatch(size) for size in sizes):
        return True
    return bool(_TINY_STYLE.search(attributes.get("style", "")) or _TRACKERS.search(address))


def alignment_of(attributes: Attributes) -> str:
    """The alignment of a cell: ``left``, ``center``, ``right``, or empty."""
    found = _ALIGNED.search(attributes.get("style", ""))
    own = (found[1] if found else attributes.get("align", "")).lower()
    return own if own in ("left", "center", "right") else ""


def language_of(attributes: Attributes) -> str:
    """The programming language that an element names; empty if it names none."""
    for name in ("data-lang", "data-language", "data-code-block-lang"):
        if attributes.get(name):
            return attributes[name].strip().lower()
    found = _LANGUAGE_CLASS.search(attributes.get("class", ""))
    language = found[1].lower() if found else ""
    return "" if language in ("plaintext", "none", "text", "plain") else language


def number_of(attributes: Attributes, name: str) -> int | None:
    """The value of an attribute as a whole number from 0; None if it is none."""
    value = attributes.get(name, "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None
