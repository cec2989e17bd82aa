"""Features of two adjacent lines that make a document boundary between them more or less likely.

A weight is a natural logarithm of odds: +2.3 makes a boundary ten times as likely, -2.3 ten times
less likely. The weights were set by hand, then fitted to labelled texts and to splices of public
posts and essays as parts of a conditional random field; docs/splitting.md has the results. Those of
texts with blank lines and those of texts without were fitted apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from sitegen.readers.text.lines import WordedLine

Names = frozenset[str]
"""The names of the features of a line; see ``line_features``."""


@dataclass(frozen=True, slots=True)
class NameFeature:
    """A reason for or against a boundary, from the named features of the two lines."""

    name: str
    spaced: float
    """Its weight in a text with blank lines."""
    unbroken: float
    """Its weight in a text without blank lines."""
    holds: Callable[[Names, Names], bool]


@dataclass(frozen=True, slots=True)
class LineFeature:
    """A reason for or against a boundary, from the two lines."""

    name: str
    spaced: float
    unbroken: float
    holds: Callable[[WordedLine, WordedLine], bool]


@dataclass(frozen=True, slots=True)
class LengthFeature:
    """A reason from the lengths of the two lines.

    Its weights are for a line break in a text that has blank lines, for a blank line, and for a
    line break in a text without blank lines.
    """

    name: str
    weights: tuple[float, float, float]
    holds: Callable[[WordedLine, WordedLine], bool]


def _before(name: str) -> Callable[[Names, Names], bool]:
    return lambda before, _: name in before


def _after(name: str) -> Callable[[Names, Names], bool]:
    return lambda _, after: name in after


def _both(name: str) -> Callable[[Names, Names], bool]:
    return lambda before, after: name in before and name in after


def _begin(name: str) -> Callable[[Names, Names], bool]:
    """The line after has the feature, the line before does not."""
    return lambda before, after: name in after and name not in before


def _end(name: str) -> Callable[[Names, Names], bool]:
    """The line before has the feature, the line after does not."""
    return lambda before, after: name in before and name not in after


def _reply(_: Names, after: Names) -> bool:
    return "reply" in after and "tags only" not in after


def _link_closes(before: Names, after: Names) -> bool:
    return "link last" in before and "link only" not in after


def _part_of_thread(before: Names, after: Names) -> bool:
    return "part last" in before or "part first" in after


def _script_changes(before: WordedLine, after: WordedLine) -> bool:
    return bool(before.script and after.script) and before.script != after.script


def _language_changes(before: WordedLine, after: WordedLine) -> bool:
    return bool(before.language and after.language) and before.language != after.language


def _quotes_change(before: WordedLine, after: WordedLine) -> bool:
    return before.quote_style * after.quote_style < 0


def _counts_on(before: WordedLine, after: WordedLine) -> bool:
    """Whether a numbered line follows the one before it in a list, or is the first of a list."""
    if not before.number:
        return after.number in {"1", "a", "A"}
    if before.number.isdigit() and after.number.isdigit():
        is_next = int(after.number) == int(before.number) + 1
        return is_next or before.number == after.number == "1"  # as Markdown allows
    return len(after.number) == 1 and ord(after.number) == ord(before.number[-1:]) + 1


def _labels(before: WordedLine, after: WordedLine) -> bool:
    is_label = "label" in before.features and "label" in after.features
    return is_label and before.starts_lowercase == after.starts_lowercase


def _lone_paragraphs(before: WordedLine, after: WordedLine) -> bool:
    return before.blanks > 0 and after.blanks == 0 and after.blanks_after > 0


def _paragraph_over(before: WordedLine, after: WordedLine) -> bool:
    return before.blanks > 0 and after.blanks == 0


def _paragraph_opens(_: WordedLine, after: WordedLine) -> bool:
    return after.blanks == 0 and after.blanks_after > 0


def _remark(before: WordedLine, after: WordedLine) -> bool:
    return before.width >= 120 and after.width < 60 and after.ends_sentence


def _verse(before: WordedLine, after: WordedLine) -> bool:
    return all(
        line.width < 60 and not line.ends_sentence and not line.has_emoji
        for line in (before, after)
    )


def _short_sentences(before: WordedLine, after: WordedLine) -> bool:
    return all(line.width < 100 and line.ends_sentence for line in (before, after))


NAME_FEATURES = (
    # The line after starts like a post, or the line before ends like one.
    NameFeature("a reply opens", 4.57, 5.11, _reply),
    NameFeature("a repost opens", 5.9, 5.91, _after("repost")),
    NameFeature("a link closes", 0.79, 1.96, _link_closes),
    NameFeature("linked text closes", 0.3, 0.0, _before("linked text last")),
    NameFeature("a tag or an emoji closes", 0.97, 1.64, _before("tag last")),
    NameFeature("a part of a thread opens or closes", 3.71, 4.2, _part_of_thread),
    NameFeature("a thread opens", 1.99, 1.9, _after("thread")),
    NameFeature("what ends with a colon opens", 0.36, 2.5, _after("colon last")),
    NameFeature("code opens", 0.36, 0.87, _begin("code")),
    NameFeature("a label opens", 0.81, 1.13, _begin("label")),
    NameFeature("a list is over", 0.91, 1.46, _end("item")),
    NameFeature("an aside is over", 0.21, 0.45, _end("aside")),
    NameFeature("quotations are over", -0.09, 0.7, _end("quoted")),
    NameFeature("a block quotation opens", 1.03, 0.0, _begin("quote block")),
    NameFeature("a block quotation is over", 1.66, -0.2, _end("quote block")),
    NameFeature("an exclamation before", 0.83, -0.31, _before("exclamation last")),
    NameFeature("dots close", 0.6, 0.0, _before("dots last")),
    NameFeature("the writer after", -0.02, 0.0, _after("self first")),
    NameFeature("an article after", -0.05, -0.56, _after("definite first")),
    # The line before is incomplete, or the line after continues it.
    NameFeature("a heading before", -3.98, -3.86, _before("heading")),
    NameFeature("a heading after", -1.49, -1.11, _after("heading")),
    NameFeature("a colon before", -4.74, -4.54, _before("colon last")),
    NameFeature("a comma or dash before", -3.62, -3.36, _before("comma last")),
    NameFeature("an open quotation or bracket before", -1.53, -1.38, _before("unclosed")),
    NameFeature("a closing quotation or bracket after", -1.02, -1.5, _after("unopened")),
    NameFeature("an item of a list after", -3.5, -4.85, _after("bullet")),
    NameFeature("an item before", -1.38, 0.0, _before("item")),
    NameFeature("a bare link after", -4.29, -4.07, _after("link only")),
    NameFeature("a bare link before", 0.03, 0.26, _before("link only")),
    NameFeature("bare linked text after", -2.15, -1.94, _after("linked text only")),
    NameFeature("bare tags after", -2.1, -1.8, _after("tags only")),
    NameFeature("a picture after", -1.92, -0.96, _after("picture")),
    NameFeature("a picture before", -0.62, -0.28, _before("picture")),
    NameFeature("markup after", -1.25, -1.15, _after("markup")),
    NameFeature("markup before", -0.54, -0.26, _before("markup")),
    NameFeature("a rule after", -2.0, -2.0, _after("rule")),
    NameFeature("an aside after", -1.2, -1.51, _after("aside")),
    NameFeature("code before", -2.52, -5.28, _before("code")),
    NameFeature("an indented line or closing bracket after", -8.0, -8.0, _after("indent")),
    NameFeature("dots open", -0.86, -1.0, _after("dots first")),
    NameFeature("a word such as “however” after", -1.84, -1.45, _after("discourse first")),
    NameFeature("a pronoun after", -0.39, -1.89, _after("pronoun first")),
    NameFeature("a pronoun early after", -0.1, -0.2, _after("pronoun early")),
    NameFeature("a label after", 0.29, 0.16, _after("label")),
    NameFeature("a quotation before", -0.63, 0.1, _before("quote first")),
    NameFeature("a quotation after", 0.55, -0.12, _after("quote first")),
    NameFeature("somebody speaks after", -3.23, -4.74, _after("speech")),
    # Two similar lines.
    NameFeature("an item goes on", -1.1, -0.11, _both("item")),
    NameFeature("a block quotation goes on", -1.46, -4.6, _both("quote block")),
    NameFeature("a link at the end of both", -0.87, 0.44, _both("link last")),
    NameFeature("two pictures", -1.83, -2.0, _both("picture")),
    NameFeature("code twice", 0.22, -2.61, _both("code")),
    NameFeature("two quotations", -3.54, -3.5, _both("quoted")),
    NameFeature("two figures close", -2.82, -2.97, _both("figure last")),
    NameFeature("the writer twice", 0.5, -0.74, _both("self first")),
)

LINE_FEATURES = (
    # Different authors.
    LineFeature("the script changes", 5.24, 6.12, _script_changes),
    LineFeature("the language changes", 2.08, 3.21, _language_changes),
    LineFeature("the shape of quotation marks changes", 2.76, 4.24, _quotes_change),
    LineFeature(
        "a capital after small letters",
        1.93,
        1.44,
        lambda a, b: a.starts_lowercase and b.starts_uppercase,
    ),
    LineFeature(
        "a small letter after capitals",
        0.59,
        0.59,
        lambda a, b: a.starts_uppercase and b.starts_lowercase,
    ),
    LineFeature("an emoji after", 0.39, 0.0, lambda _, b: b.has_emoji),
    LineFeature("an emoji before", -0.14, 0.0, lambda a, _: a.has_emoji),
    # Blank lines around the two.
    LineFeature("a paragraph of its own on either side", 1.53, 1.7, _lone_paragraphs),
    LineFeature("a line break below a paragraph", 1.48, 1.4, _paragraph_over),
    LineFeature("a line break above a paragraph", 0.39, -0.3, _paragraph_opens),
    # The line after continues the line before.
    LineFeature("the next number after", -4.44, -5.2, _counts_on),
    LineFeature("two labels", -4.89, -4.78, _labels),
    LineFeature("a word such as “and” after", -2.18, -2.11, lambda _, b: b.starts_with_connective),
    LineFeature("a short remark after a long line", 0.16, 0.61, _remark),
    LineFeature(
        "the first word twice", -1.4, -1.29, lambda a, b: a.first_word == b.first_word != ""
    ),
    LineFeature(
        "a longer word in common", -0.95, -0.82, lambda a, b: not a.stems.isdisjoint(b.stems)
    ),
    LineFeature(
        "several longer words in common", -0.77, -1.17, lambda a, b: len(a.stems & b.stems) > 1
    ),
)

LENGTH_FEATURES = (
    LengthFeature("a very long line before", (0.36, 0.7, -0.06), lambda a, _: a.width >= 280),
    LengthFeature("a long line before", (0.81, -0.58, 0.03), lambda a, _: a.width >= 160),
    LengthFeature(
        "a middling line before", (-0.04, -0.72, -1.03), lambda a, _: 80 <= a.width < 160
    ),
    LengthFeature("a short line before", (-0.19, 0.72, 0.44), lambda a, _: a.width < 40),
    LengthFeature("a tiny line before", (-0.52, -0.96, -2.15), lambda a, _: a.width < 15),
    LengthFeature(
        "a line without a full stop before",
        (0.88, 1.29, 1.8),
        lambda a, _: not a.ends_sentence and a.width >= 60,
    ),
    LengthFeature(
        "a short sentence before",
        (-0.58, -1.06, -1.88),
        lambda a, _: a.ends_sentence and a.width < 60,
    ),
    LengthFeature("a very long line after", (0.34, 0.93, -0.15), lambda _, b: b.width >= 280),
    LengthFeature("a long line after", (1.96, 0.32, 1.19), lambda _, b: b.width >= 120),
    LengthFeature("a short line after", (-0.93, -0.48, -1.63), lambda _, b: b.width < 40),
    LengthFeature("a tiny line after", (-1.05, -0.95, -0.55), lambda _, b: b.width < 15),
    LengthFeature(
        "two long lines", (-0.03, 0.43, -0.28), lambda a, b: a.width >= 160 and b.width >= 160
    ),
    LengthFeature(
        "few words twice", (0.08, 0.27, -1.06), lambda a, b: a.width < 30 and b.width < 30
    ),
    LengthFeature("two lines of verse", (-1.61, -0.9, -1.58), _verse),
    LengthFeature("two short sentences", (-1.1, -0.23, 0.22), _short_sentences),
    LengthFeature("a question before", (1.42, 0.63, 1.96), lambda a, _: a.text.endswith("?")),
)
"""Separate, as they do not apply within essays, whose paragraphs are as long as posts."""


def content_log_odds(before: WordedLine, after: WordedLine, *, has_blanks: bool) -> float:
    """What the contents of two lines say for a document boundary between them.

    Args:
        before: a line.
        after: the line after it.
        has_blanks: whether their text has blank lines.
    """
    found = [feature for feature in LINE_FEATURES if feature.holds(before, after)]
    by_line = sum([feature.spaced if has_blanks else feature.unbroken for feature in found])
    spaced, unbroken = _name_log_odds(before.features, after.features)
    return by_line + (spaced if has_blanks else unbroken)


@lru_cache(4096)
def _name_log_odds(before: Names, after: Names) -> tuple[float, float]:
    """The same from their named features alone, in a text with blank lines and in one without."""
    found = [feature for feature in NAME_FEATURES if feature.holds(before, after)]
    return sum([feature.spaced for feature in found]), sum([feature.unbroken for feature in found])


def length_log_odds(before: WordedLine, after: WordedLine, *, has_blanks: bool) -> float:
    """What the lengths of two lines say; whether their text has blank lines matters."""
    place = (1 if after.blanks else 0) if has_blanks else 2
    found = [feature for feature in LENGTH_FEATURES if feature.holds(before, after)]
    return sum([feature.weights[place] for feature in found])
