"""Keeps the topic profiles of posts for builds, if the sentence encoder compares documents."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.configuration.settings import Config
from sitegen.filesystem.files import write_if_changed
from sitegen.importer.choosing_topics import ChosenTopics
from sitegen.importer.examples import text_of
from sitegen.importer.existing import ExistingContent, place_at
from sitegen.importer.meaning import open_encoder
from sitegen.importer.page_actions import PlannedPage
from sitegen.importer.state_before import StateBefore
from sitegen.topics.encoder.profiles import profile_topics, profiles_of
from sitegen.topics.encoder.vectors import KeepingEncoder
from sitegen.topics.profile_file import PROFILES_NAME, format_profiles, read_profiles
from sitegen.topics.profiles import parse_profile


@dataclass(frozen=True, slots=True)
class ProfilePlan:
    """The profiles after an import."""

    kept: Mapping[str, str] = field(default_factory=dict)
    """Earlier ones of posts that still say nearly the same, as lines, by page id."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The texts of the other posts, by page id."""
    encoder: KeepingEncoder | None = None
    """What finds their profiles; None if there are no such texts."""


def plan_profiles(
    pages: Sequence[PlannedPage],
    removed: Set[str],
    before: StateBefore,
    chosen: ChosenTopics,
    config: Config,
) -> ProfilePlan | None:
    """Plans the profiles of all posts with an id; None if no encoder compares documents.

    Raises:
        ConfigError: the configuration asks for ``onnxruntime``, which is not installed, or the file
            of topics cannot be read.
    """
    meaning = chosen.meaning or before.ledger.meaning
    if meaning != "encoder" or not config.grouping.may_encode:
        return None
    texts = dict(_texts_on_disk(before.existing)) | dict(_texts_to_write(pages))
    texts = {id_: text for id_, text in texts.items() if id_ not in removed}
    kept = dict(_still_fitting(read_profiles(config.content), texts, config))
    others = {id_: text for id_, text in texts.items() if id_ not in kept}
    encoder = chosen.encoder or (open_encoder(config) if others else None)
    return ProfilePlan(kept, others, encoder)


def write_profiles(plan: ProfilePlan, config: Config) -> None:
    """Finds the profiles that are missing, and writes all of them.

    Raises:
        ConfigError: the file of topics cannot be read.
        OutputError: the file cannot be written.
    """
    found = dict(plan.kept)
    if plan.encoder and plan.texts:
        profiles = profiles_of([*plan.texts.values()], plan.encoder, _own_topics(config))
        found |= dict(zip(plan.texts, profiles, strict=True))
    write_if_changed(config.content / PROFILES_NAME, format_profiles(found))


def _texts_on_disk(existing: ExistingContent) -> Iterator[tuple[str, str]]:
    for id_, page in existing.by_id.items():
        if page.shown_as == "post":
            title = str(page.header.get("title") or "")
            yield id_, f"{title}\n\n{text_of(page)}".strip()


def _texts_to_write(pages: Sequence[PlannedPage]) -> Iterator[tuple[str, str]]:
    """The texts of the posts that the import writes, as the grouping read them."""
    for page in pages:
        place = place_at(page.path)
        if page.action in ("created", "updated") and place and place.kind == "post":
            yield page.document.id, page.document.full_text


def _still_fitting(
    lines: Mapping[str, str], texts: Mapping[str, str], config: Config
) -> Iterator[tuple[str, str]]:
    """The lines of posts that still say nearly the same, and whose topics there still are."""
    topics = frozenset(profile_topics(_own_topics(config)))
    for id_ in lines.keys() & texts.keys():
        profile = parse_profile(lines[id_])
        if profile and profile.scores.keys() <= topics and profile.fits(texts[id_]):
            yield id_, lines[id_]


def _own_topics(config: Config) -> Path | None:
    """The file of topics that replaces the built-in ones."""
    sections = config.grouping.sections
    return config.root / sections if sections else None
