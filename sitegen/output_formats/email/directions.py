"""Gives each paragraph of a text that runs in both directions its own, as on the page.

Outlook knows neither ``dir="auto"`` nor the alignment that goes with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.hypertext import EndTag, Event, StartTag
from sitegen.languages.tags import Direction, text_direction

DIRECTIONS = ("ltr", "rtl")
"""The classes that the style sheet of the mail has."""
_BLOCKS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th"})


def with_directions(events: Sequence[Event]) -> Iterator[Event]:
    """The events of a fragment, with the direction of each block if these have different ones."""
    found = {
        place: direction
        for place, event in enumerate(events)
        if isinstance(event, StartTag) and event.name in _BLOCKS and "dir" not in event.attributes
        if (direction := _direction_after(events, place))
    }
    if len({*found.values()}) < 2:
        found.clear()
    for place, event in enumerate(events):
        direction = found.get(place)
        if direction and isinstance(event, StartTag):
            own = {"dir": direction, "class": direction}
            yield replace(event, attributes={**event.attributes, **own})
        else:
            yield event


def _direction_after(events: Sequence[Event], place: int) -> Direction | None:
    """The direction of the first letter of the block that begins at a place."""
    name = getattr(events[place], "name", "")
    for number in range(place + 1, len(events)):
        event = events[number]
        if isinstance(event, EndTag) and event.name == name:
            return None
        if isinstance(event, str) and (direction := text_direction(event)):
            return direction
    return None
