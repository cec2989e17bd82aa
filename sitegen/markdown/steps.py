"""How many steps a text may take to parse, and how many it has taken."""

from dataclasses import dataclass

_NESTED_PER_STEP = 8
"""Nested inline elements per step."""
_QUEUED_PER_STEP = 128
"""Queued elements per step: the parser removes each from the front of a list."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on the steps and the nesting of a text."""

    steps: int = 1_000_000
    """Steps allowed for any text."""
    steps_per_character: int = 40
    """Additional steps per character; ordinary Markdown needs about one."""
    nested: int = 50
    """Maximum nesting depth of lists and block quotes."""

    @property
    def nested_tags(self) -> int:
        """Maximum nesting depth of elements: two per list, plus some for their content."""
        return 3 * self.nested

    def steps_for(self, length: int) -> int:
        """Returns the number of steps allowed for a text of this length."""
        return self.steps + self.steps_per_character * length


class LimitExceededError(Exception):
    """The text would take too many steps to parse, or is nested too deeply."""


class Meter:
    """Counts the steps that the parser takes for a text."""

    def __init__(self) -> None:
        self.begin(0, Limits())

    def begin(self, length: int, limits: Limits) -> None:
        """Resets the count for a text of ``length`` characters."""
        self.limits = limits
        self.steps_left = limits.steps_for(length)
        self.elements = 0
        self.nested_elements = 0

    def spend(self, steps: int) -> None:
        """Adds steps to the count.

        Raises:
            LimitExceededError: no steps are left.
        """
        self.steps_left -= steps
        if self.steps_left < 0:
            raise LimitExceededError

    def count_element(self) -> int:
        """Counts a new element; returns its steps, which grow with the number queued before it."""
        self.elements += 1
        return self.elements // _QUEUED_PER_STEP

    def count_nested_element(self) -> int:
        """Counts an element nested in an inline element; returns its additional steps."""
        self.nested_elements += 1
        return self.nested_elements // _NESTED_PER_STEP
