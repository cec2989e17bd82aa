"""Features of two adjacent lines that make a document boundary between them more or less likely.

A weight is a natural logarithm of odds: +2.3 makes a boundary ten times as likely, -2.3 ten times
less likely. The weights were set by hand, then fitted to labelled texts by a logistic regression
regularised towards the hand-set values; docs/splitting.md has the results.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.readers.text.lines import WordedLine

Test = Callable[[WordedLine, WordedLine], bool]
"""Whether a line and the line after it have a feature."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A reason for or against a boundary between two lines."""

    name: str
    weight: float
    holds: Test


def _before(feature: str) -> Test:
    return lambda before, _: feature in before.features


def _after(feature: str) -> Test:
    return lambda _, after: feature in after.features


def _both(feature: str) -> Test:
    return lambda before, after: feature in before.features and feature in after.features


def _begin(feature: str) -> Test:
    """The line after has the feature, the line before does not."""
    return lambda before, after: feature in after.features and feature not in before.features


def _end(feature: str) -> Test:
    """The line before has the feature, the line after does not."""
    return lambda before, after: feature in before.features and feature not in after.features


def _reply(_: WordedLine, after: WordedLine) -> bool:
    return "reply" in after.features and "tags only" not in after.features


def _link_closes(before: WordedLine, after: WordedLine) -> bool:
    return "link last" in before.features and "link only" not in after.features


def _part_of_thread(before: WordedLine, after: WordedLine) -> bool:
    return "part last" in before.features or "part first" in after.features


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
    return before.starts_lowercase == after.starts_lowercase and _both("label")(before, after)


def _lone_paragraphs(before: WordedLine, after: WordedLine) -> bool:
    return before.blanks > 0 and after.blanks == 0 and after.blanks_after > 0


def _paragraph_over(before: WordedLine, after: WordedLine) -> bool:
    return before.blanks > 0 and after.blanks == 0


def _paragraph_opens(_: WordedLine, after: WordedLine) -> bool:
    return after.blanks == 0 and after.blanks_after > 0


def _verse(before: WordedLine, after: WordedLine) -> bool:
    return all(
        line.width < 60 and not line.ends_sentence and not line.has_emoji
        for line in (before, after)
    )


def _short_sentences(before: WordedLine, after: WordedLine) -> bool:
    return all(line.width < 100 and line.ends_sentence for line in (before, after))


BOUNDARY_FEATURES = (
    # The line after starts like a post, or the line before ends like one.
    Feature("a reply opens", 5.0, _reply),
    Feature("a repost opens", 5.9, _after("repost")),
    Feature("a link closes", 1.8, _link_closes),
    Feature("a tag or an emoji closes", 2.0, _before("tag last")),
    Feature("a part of a thread opens or closes", 3.7, _part_of_thread),
    Feature("a thread opens", 1.9, _after("thread")),
    Feature("what ends with a colon opens", 2.1, _after("colon last")),
    Feature("code opens", 0.6, _begin("code")),
    Feature("a label opens", 0.9, _begin("label")),
    Feature("a list is over", 1.3, _end("item")),
    Feature("an aside is over", 0.7, _end("aside")),
    Feature("quotations are over", 0.6, _end("quoted")),
    Feature("a paragraph of its own on either side", 1.7, _lone_paragraphs),
    Feature("a line break below a paragraph", 1.4, _paragraph_over),
    Feature("a line break above a paragraph", -0.3, _paragraph_opens),
    # Different authors.
    Feature("the script changes", 6.1, _script_changes),
    Feature("the language changes", 3.2, _language_changes),
    Feature("the shape of quotation marks changes", 3.8, _quotes_change),
    Feature(
        "a capital after small letters", 1.4, lambda a, b: a.starts_lowercase and b.starts_uppercase
    ),
    Feature(
        "a small letter after capitals", 0.9, lambda a, b: a.starts_uppercase and b.starts_lowercase
    ),
    # The line before is incomplete, or the line after continues it.
    Feature("a colon before", -4.5, _before("colon last")),
    Feature("a comma or dash before", -3.5, _before("comma last")),
    Feature("an open quotation or bracket before", -1.5, _before("unclosed")),
    Feature("a closing quotation or bracket after", -1.5, _after("unopened")),
    Feature("an item of a list after", -5.2, _after("bullet")),
    Feature("the next number after", -5.2, _counts_on),
    Feature("a bare link after", -3.1, _after("link only")),
    Feature("bare tags after", -1.8, _after("tags only")),
    Feature("an aside after", -1.6, _after("aside")),
    Feature("code before", -6.9, _before("code")),
    Feature("code twice", -3.0, _both("code")),
    Feature("an indented line or closing bracket after", -8.0, _after("indent")),
    Feature("a word such as “and” after", -2.0, lambda _, b: b.starts_with_connective),
    Feature("a pronoun after", -1.8, _after("pronoun first")),
    Feature("a quotation after", 0.4, _after("quote first")),
    Feature("somebody speaks after", -4.0, _after("speech")),
    # Two similar lines.
    Feature("two labels", -4.7, _labels),
    Feature("two quotations", -3.5, _both("quoted")),
    Feature("two figures close", -2.8, _both("figure last")),
    Feature("the first word twice", -1.0, lambda a, b: a.first_word == b.first_word != ""),
    Feature("a longer word in common", -1.2, lambda a, b: not a.stems.isdisjoint(b.stems)),
    Feature("several longer words in common", -1.0, lambda a, b: len(a.stems & b.stems) > 1),
)

LENGTH_FEATURES = (
    Feature("a long line before", -0.3, lambda a, _: a.width >= 160),
    Feature("a middling line before", -0.9, lambda a, _: 80 <= a.width < 160),
    Feature("a tiny line before", -1.0, lambda a, _: a.width < 15),
    Feature("a short line before", -0.1, lambda a, _: a.width < 40),
    Feature(
        "a line without a full stop before", 2.2, lambda a, _: not a.ends_sentence and a.width >= 60
    ),
    Feature("a short sentence before", -1.6, lambda a, _: a.ends_sentence and a.width < 60),
    Feature("a long line after", 1.3, lambda _, b: b.width >= 120),
    Feature("a short line after", -1.5, lambda _, b: b.width < 40),
    Feature("two lines of verse", -1.4, _verse),
    Feature("two short sentences", 0.3, _short_sentences),
    Feature("a question before", 1.9, lambda a, _: a.text.endswith("?")),
    Feature("few words twice", -0.6, lambda a, b: a.width < 30 and b.width < 30),
)
"""Separate, as they do not apply within essays, whose paragraphs are as long as posts."""


def log_odds(before: WordedLine, after: WordedLine, features: Sequence[Feature]) -> float:
    """The sum of the log-odds that the given features add for a boundary between two lines."""
    return sum([feature.weight for feature in features if feature.holds(before, after)])
