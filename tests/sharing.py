"""What all builds and imports of a test process share, though each is of another digest."""

import functools
import importlib.metadata
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np

from sitegen.output_formats.cards.card import draw_card
from sitegen.output_formats.cards.icons import draw_icon
from sitegen.themes.environment import CompiledTemplates
from sitegen.themes.loading import _read_template, bundled_themes
from sitegen.topics.encoder.network import load_encoder
from sitegen.topics.encoder.vectors import _digest_of
from sitegen.topics.grouping_types import Floats
from sitegen.topics.scoring_tables import pack_tables
from sitegen.views.record_snapshot import TemplateSource


def share() -> None:
    """Makes this process do once what is the same for every digest."""
    share_compiled_templates()
    share_bundled_templates()
    share_vectors()
    share_packed_tables()
    share_entry_points()
    share_icons()
    share_cards()


def share_compiled_templates() -> None:
    """Gives every builder the same cache of compiled templates.

    Compiling the default theme takes longer than the rest of a small build. A template is found in
    the cache by its name and path, and Jinja compiles it again if its source has changed.
    """
    shared = CompiledTemplates()
    patch("sitegen.engine.builder.load_templates", lambda _: shared).start()


def share_bundled_templates() -> None:
    """Makes the templates of the bundled themes be read once, as no test changes them."""
    bundled = bundled_themes()
    known: dict[Path, TemplateSource] = {}

    def read(path: Path) -> TemplateSource:
        if path not in known:
            source = _read_template(path)
            if bundled not in path.parents:
                return source
            known[path] = source
        return known[path]

    patch("sitegen.themes.loading._read_template", read).start()


def share_vectors() -> None:
    """Makes the encoder run once for a text, as tests import the same few texts again and again.

    The thousands of keywords, which have their vectors, are found by the same digests, too.
    """
    shared = _Vectors()
    digest_of = functools.lru_cache(maxsize=60_000)(_digest_of)
    patch("sitegen.topics.encoder.vectors._digest_of", digest_of).start()
    patch("sitegen.topics.encoder.vectors.load_encoder", lambda: shared).start()


def share_packed_tables() -> None:
    """Makes the tables of topics be packed once, which takes half of a small first build."""
    packed = functools.lru_cache(maxsize=4)(pack_tables)
    patch("sitegen.topics.scoring_tables.pack_tables", packed).start()


def share_entry_points() -> None:
    """Makes the registry of readers look through the installed packages once."""
    found = functools.cache(importlib.metadata.entry_points)
    patch("sitegen.readers.registry.entry_points", found).start()


def share_icons() -> None:
    """Makes every digest with the same looks take the same icons."""
    drawn = functools.lru_cache(maxsize=64)(draw_icon)
    patch("sitegen.output_formats.cards.rendering.draw_icon", drawn).start()


def share_cards() -> None:
    """Makes cards that show the same be drawn once: most digests have the same title and topic."""
    drawn = functools.lru_cache(maxsize=256)(draw_card)
    patch("sitegen.output_formats.cards.rendering.draw_card", drawn).start()


class _Vectors:
    """The encoder, which keeps what it computed."""

    def __init__(self) -> None:
        self._known: dict[str, Floats] = {}

    def encode(self, texts: Sequence[str]) -> Floats:
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            self._known |= zip(missing, load_encoder().encode(missing), strict=True)
        return np.stack([self._known[text] for text in texts])
