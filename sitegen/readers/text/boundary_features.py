"""Features of two adjacent lines that make a document boundary between them more or less likely.

Their weights are in ``weights.json``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from sitegen.readers.text.lines import WordedLine
from sitegen.readers.text.weights import UNBROKEN, Weights


class HasFeatures(Protocol):
    """A line of which only the named features matter; see ``line_features``."""

    @property
    def features(self) -> frozenset[str]:
        """The names of its features."""


class _Named(NamedTuple):
    features: frozenset[str]


NameTest = Callable[[HasFeatures, HasFeatures], bool]
Test = Callable[[WordedLine, WordedLine], bool]
"""Whether a line and the line after it have a feature."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A reason for or against a boundary between two lines."""

    name: str
    holds: Test


@dataclass(frozen=True, slots=True)
class NameFeature:
    """A reason from the named features of two lines alone."""

    name: str
    holds: NameTest


_ANSWERED = frozenset({"QA", "QR", "FA", "PR", "DR", "VA"})
"""The initials of a question and its answer, such as “Q.” and “A.”, in several languages."""


def _before(name: str) -> NameTest:
    return lambda before, _: name in before.features


def _after(name: str) -> NameTest:
    return lambda _, after: name in after.features


def _both(name: str) -> NameTest:
    return lambda before, after: name in before.features and name in after.features


def _begin(name: str) -> NameTest:
    """The line after has the feature, the line before does not."""
    return lambda before, after: name in after.features and name not in before.features


def _end(name: str) -> NameTest:
    """The line before has the feature, the line after does not."""
    return lambda before, after: name in before.features and name not in after.features


def _reply(_: HasFeatures, after: HasFeatures) -> bool:
    return "reply" in after.features and "tags only" not in after.features


def _link_closes(before: HasFeatures, after: HasFeatures) -> bool:
    return "link last" in before.features and "link only" not in after.features


def _part_of_thread(before: HasFeatures, after: HasFeatures) -> bool:
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
    if before.number + after.number in _ANSWERED:
        return True
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
    NameFeature("a reply opens", _reply),
    NameFeature("a repost opens", _after("repost")),
    NameFeature("a link closes", _link_closes),
    NameFeature("linked text closes", _before("linked text last")),
    NameFeature("a tag or an emoji closes", _before("tag last")),
    NameFeature("a part of a thread opens or closes", _part_of_thread),
    NameFeature("a thread opens", _after("thread")),
    NameFeature("what ends with a colon opens", _after("colon last")),
    NameFeature("code opens", _begin("code")),
    NameFeature("a label opens", _begin("label")),
    NameFeature("a list is over", _end("item")),
    NameFeature("an aside is over", _end("aside")),
    NameFeature("quotations are over", _end("quoted")),
    NameFeature("a block quotation opens", _begin("quote block")),
    NameFeature("a block quotation is over", _end("quote block")),
    NameFeature("an exclamation before", _before("exclamation last")),
    NameFeature("dots close", _before("dots last")),
    NameFeature("a credit before", _before("credit")),
    NameFeature("the writer after", _after("self first")),
    # The line before is incomplete, or the line after continues it.
    NameFeature("a heading before", _before("heading")),
    NameFeature("a heading after", _after("heading")),
    NameFeature("a colon before", _before("colon last")),
    NameFeature("a comma or dash before", _before("comma last")),
    NameFeature("an open quotation or bracket before", _before("unclosed")),
    NameFeature("a closing quotation or bracket after", _after("unopened")),
    NameFeature("an item of a list after", _after("bullet")),
    NameFeature("an item before", _before("item")),
    NameFeature("a bare link after", _after("link only")),
    NameFeature("a bare link before", _before("link only")),
    NameFeature("bare linked text after", _after("linked text only")),
    NameFeature("a credit after", _after("credit")),
    NameFeature("bare tags after", _after("tags only")),
    NameFeature("a picture after", _after("picture")),
    NameFeature("a picture before", _before("picture")),
    NameFeature("markup after", _after("markup")),
    NameFeature("markup before", _before("markup")),
    NameFeature("a rule after", _after("rule")),
    NameFeature("an aside after", _after("aside")),
    NameFeature("code before", _before("code")),
    NameFeature("an indented line or closing bracket after", _after("indent")),
    NameFeature("dots open", _after("dots first")),
    NameFeature("a word such as “however” after", _after("discourse first")),
    NameFeature("a pronoun after", _after("pronoun first")),
    NameFeature("a label after", _after("label")),
    NameFeature("a quotation before", _before("quote first")),
    NameFeature("a quotation after", _after("quote first")),
    NameFeature("somebody speaks after", _after("speech")),
    # Two similar lines.
    NameFeature("an item goes on", _both("item")),
    NameFeature("a block quotation goes on", _both("quote block")),
    NameFeature("a link at the end of both", _both("link last")),
    NameFeature("two bare links", _both("link only")),
    NameFeature("two pictures", _both("picture")),
    NameFeature("code twice", _both("code")),
    NameFeature("two quotations", _both("quoted")),
    NameFeature("two figures close", _both("figure last")),
    NameFeature("the writer twice", _both("self first")),
)

LINE_FEATURES = (
    # Different authors.
    Feature("the script changes", _script_changes),
    Feature("the language changes", _language_changes),
    Feature("the shape of quotation marks changes", _quotes_change),
    Feature(
        "a capital after small letters",
        lambda a, b: a.starts_lowercase and b.starts_uppercase,
    ),
    Feature(
        "a small letter after capitals",
        lambda a, b: a.starts_uppercase and b.starts_lowercase,
    ),
    Feature("an emoji after", lambda _, b: b.has_emoji),
    Feature("an emoji before", lambda a, _: a.has_emoji),
    # Blank lines around the two.
    Feature("a paragraph of its own on either side", _lone_paragraphs),
    Feature("a line break below a paragraph", _paragraph_over),
    Feature("a line break above a paragraph", _paragraph_opens),
    # The line after continues the line before.
    Feature("the next number after", _counts_on),
    Feature("two labels", _labels),
    Feature("a word such as “and” after", lambda _, b: b.starts_with_connective),
    Feature("a short remark after a long line", _remark),
    Feature("the first word twice", lambda a, b: a.first_word == b.first_word != ""),
    Feature("a longer word in common", lambda a, b: not a.stems.isdisjoint(b.stems)),
    Feature("several longer words in common", lambda a, b: len(a.stems & b.stems) > 1),
)

LENGTH_FEATURES = (
    Feature("a very long line before", lambda a, _: a.width >= 280),
    Feature("a long line before", lambda a, _: a.width >= 160),
    Feature("a middling line before", lambda a, _: 80 <= a.width < 160),
    Feature("a short line before", lambda a, _: a.width < 40),
    Feature("a tiny line before", lambda a, _: a.width < 15),
    Feature(
        "a line without a full stop before",
        lambda a, _: not a.ends_sentence and a.width >= 60,
    ),
    Feature(
        "a short sentence before",
        lambda a, _: a.ends_sentence and a.width < 60,
    ),
    Feature("a very long line after", lambda _, b: b.width >= 280),
    Feature("a long line after", lambda _, b: b.width >= 120),
    Feature("a short line after", lambda _, b: b.width < 40),
    Feature("a tiny line after", lambda _, b: b.width < 15),
    Feature("two long lines", lambda a, b: a.width >= 160 and b.width >= 160),
    Feature("few words twice", lambda a, b: a.width < 30 and b.width < 30),
    Feature("two lines of verse", _verse),
    Feature("two short sentences", _short_sentences),
    Feature("a question before", lambda a, _: a.text.endswith("?")),
)
"""Separate, as they do not apply within essays, whose paragraphs are as long as posts."""


def log_odds(
    before: WordedLine,
    after: WordedLine,
    features: Sequence[Feature | NameFeature],
    weights: Mapping[str, float] = UNBROKEN.boundary,
) -> float:
    """The sum of the log-odds that the given features add for a boundary between two lines."""
    return sum([weights[feature.name] for feature in features if feature.holds(before, after)])


class PairScores(NamedTuple):
    """What the contents of two lines say for a boundary between them."""

    boundary: float
    essay_start: float
    """What they add if an essay starts there."""
    essay_end: float
    """What they add if one ends there."""


def score_contents(before: WordedLine, after: WordedLine, weights: Weights) -> PairScores:
    """What the contents of two lines say for a document boundary between them."""
    named = _score_names(before.features, after.features, weights)
    found = [feature.name for feature in LINE_FEATURES if feature.holds(before, after)]
    return PairScores(*map(sum, zip(named, _score(found, weights), strict=True)))


@lru_cache(4096)
def _score_names(before: frozenset[str], after: frozenset[str], weights: Weights) -> PairScores:
    """The part that their named features say; few pairs of these differ."""
    pair = _Named(before), _Named(after)
    return _score([feature.name for feature in NAME_FEATURES if feature.holds(*pair)], weights)


def _score(names: Sequence[str], weights: Weights) -> PairScores:
    tables = (weights.boundary, weights.essay_start, weights.essay_end)
    return PairScores(*(sum([table[name] for name in names]) for table in tables))


def length_log_odds(before: WordedLine, after: WordedLine, weights: Weights) -> float:
    """What the lengths of two lines say; a blank line between them matters."""
    chosen = weights.lengths_apart if after.blanks else weights.lengths
    return log_odds(before, after, LENGTH_FEATURES, chosen)
