"""Finds related posts, incrementally.

Posts on the same subject are compared by sketches of their texts
(``sitegen.topics.related_texts``) and of the topic profiles that an import kept for them. A sketch
is kept until its text or profile changes, and the result for a subject until one of its posts
changes. So an edit costs one sketch and one subject. If no text changes, and no order of posts on a
subject, not even numpy is imported.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from contextlib import suppress
from typing import IO, NamedTuple

from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.comparison_basis import DIGEST_SIZE, ComparisonBasis, read_basis
from sitegen.engine.executors import Executors
from sitegen.engine.page_profiles import load_profiles
from sitegen.engine.post_comparison import (
    ChangedGroup,
    ProfiledText,
    RelateFunction,
    SketchFunction,
    prepare_comparison,
    release_comparison,
)
from sitegen.engine.related_groups import Earlier, Group, earlier_of
from sitegen.engine.row_file import write_rows
from sitegen.engine.tasks import batches
from sitegen.overlay_mapping import changed_keys, overlaid
from sitegen.topics.subject_groups import GroupKey, groups_of, subjects_of
from sitegen.views.body_store import BodyFile, BodyStore, TextRef
from sitegen.views.template_records import PageView

_FEW = 500
"""Up to this many texts are sketched in this process: starting workers would take longer."""
_BATCH_SIZE = 500
"""So many texts are sketched together, as what is found for a word serves all of them."""


class RelatedPosts(NamedTuple):
    """The related posts of all posts, with the intermediate results to find them again."""

    basis: ComparisonBasis
    texts: Mapping[str, bytes]
    """The key of the text of each post, by its id."""
    sketches: Mapping[str, bytes]
    """The sketch of the text of each post, by its id."""
    groups: Mapping[GroupKey, Group]
    """The result for the posts on each subject."""
    profiles_digest: bytes = b""
    """The digest of the topic profiles, as of ``page_profiles``; empty if there are none."""

    @property
    def related(self) -> dict[str, tuple[str, ...]]:
        """The ids of a post's related posts, the nearest first, by its id; many have none."""
        related: dict[str, tuple[str, ...]] = {}
        for group in self.groups.values():
            related |= group.related
        return related


UNRELATED = RelatedPosts(ComparisonBasis(), {}, {}, {})
"""For a site whose theme does not show related posts."""


class ComparedPost(NamedTuple):
    """What is compared of a post; its view has the same fields."""

    title: str | None
    text: TextRef


class NewPosts(NamedTuple):
    """Further posts, as they are sent to another process."""

    views: Mapping[str, ComparedPost]
    """By id."""
    places: Mapping[bytes, tuple[int, int]]
    """Where their texts are in the file of bodies, by digest."""


class Posts(NamedTuple):
    """The posts of a site."""

    ids: Sequence[str]
    """The ids of all of them, in order."""
    views: Mapping[str, ComparedPost | PageView]
    """By id."""
    bodies: BodyStore
    """The store of their texts."""


def find_related(
    posts: Posts,
    config: Config,
    known: RelatedPosts,
    before: Mapping[str, ComparedPost | PageView],
    executors: Executors,
    cache: CacheFolder | None = None,
) -> RelatedPosts:
    """Finds the related posts of each post: at most ``COUNT``, without duplicates.

    Args:
        posts: all posts of the site.
        config: names the model and the topics, if they are not the built-in ones.
        known: the earlier result.
        before: the posts that it is from, by id, if their profiles are the same.
        executors: read and compare the texts.
        cache: keeps what texts are sketched with, which takes long to make.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
        BodyLostError: the body store has lost a text.
    """
    basis = read_basis(config, known.basis)
    profiles = load_profiles(config)
    if basis.digest != known.basis.digest:
        known = UNRELATED
    if not posts.ids:
        return UNRELATED
    texts = _keys_of_texts(posts, profiles, known.texts, changed_keys(before, posts.views)[0])
    sketch = SketchFunction(config, cache, basis.digest)
    found = _RelatedSearch(posts, texts, sketch, executors, profiles).run(known, basis)
    if len(posts.ids) - len(known.texts) > _FEW:
        release_comparison()
    return found


class PostSketches:
    """Sketches the texts of posts as these come, and then finds the related posts of some."""

    def __init__(
        self,
        config: Config,
        bodies: BodyFile,
        executors: Executors,
        cache: CacheFolder | None,
        file: IO[bytes] | None,
    ) -> None:
        """Loads what texts are sketched with.

        Args:
            config: as for ``find_related``, as are ``executors`` and ``cache``.
            bodies: the file of bodies, to which another process may add the texts.
            executors: read and compare the texts.
            cache: keeps what texts are sketched with.
            file: receives the sketches in the end, in the order of the posts.
        """
        self._file = file
        self._config = config
        self._bodies = bodies
        self._executors = executors
        self._cache = cache
        self._basis = read_basis(config, ComparisonBasis())
        self._profiles = load_profiles(config)
        self._views: dict[str, ComparedPost] = {}
        self._texts: dict[str, bytes] = {}
        self._sketches: dict[str, bytes] = {}
        prepare_comparison(config, cache)

    def add(self, new: NewPosts) -> None:
        """Sketches the texts of further posts.

        Raises:
            ConfigError: the model or the file of topics cannot be read.
            BodyLostError: the file of bodies has lost a text.
        """
        self._views |= new.views
        self._bodies.places.update(new.places)
        posts = Posts(tuple(new.views), new.views, self._bodies)
        texts = _keys_of_texts(posts, self._profiles, {}, ())
        sketch = SketchFunction(self._config, self._cache, self._basis.digest)
        search = _RelatedSearch(posts, texts, sketch, self._executors, self._profiles)
        self._sketches |= search.sketches()
        self._texts |= texts

    def find(self, ids: Sequence[str]) -> RelatedPosts:
        """Finds the related posts of those with these ids, in order; errors are as of ``add``.

        What texts are sketched with is freed before. Sketches that are in the file are left out.
        """
        release_comparison()
        posts = Posts(ids, self._views, self._bodies)
        known = RelatedPosts(self._basis, self._texts, self._sketches, groups={})
        found = find_related(posts, self._config, known, self._views, self._executors, self._cache)
        if self._file:
            with suppress(OSError):
                write_rows(self._file, found.sketches.values())
                return found._replace(sketches={})
        return found


class _RelatedSearch:
    """One run of ``find_related``."""

    def __init__(
        self,
        posts: Posts,
        texts: Mapping[str, bytes],
        sketch: SketchFunction,
        executors: Executors,
        profiles: Mapping[str, str],
    ) -> None:
        self._posts = posts
        self._texts = texts
        self._sketch_texts = sketch
        self._executors = executors
        self._profiles = profiles

    def run(self, known: RelatedPosts, basis: ComparisonBasis) -> RelatedPosts:
        changed = set(changed_keys(known.texts, self._texts)[0])
        changed = {post for post in changed if known.texts.get(post) != self._texts[post]}
        packed = self._sketches(known, changed)
        groups: dict[GroupKey, Group] = {}
        for key, posts in self._posts_of_groups(known, packed, changed).items():
            group = known.groups.get(key)
            if not group or group.posts != posts or not changed.isdisjoint(posts):
                found = self._relate(packed, posts, earlier_of(group, posts, changed))
                group = Group(posts, _related_ids(posts, found))
            groups[key] = group
        return RelatedPosts(basis, self._texts, sketches=packed, groups=groups)

    def sketches(self) -> Mapping[str, bytes]:
        """The sketch of every text."""
        return self._sketches(UNRELATED, self._texts.keys())

    def _sketches(self, known: RelatedPosts, changed: Set[str]) -> Mapping[str, bytes]:
        """The sketch of every text; missing ones, which only changed posts have, are computed."""
        fresh = {self._texts[post]: post for post in self._texts if post in changed}
        by_text = dict(zip(fresh, self._sketch(fresh.values()), strict=True)) if fresh else {}
        new = {post: by_text[self._texts[post]] for post in changed}
        if list(known.sketches) == list(self._texts):
            return overlaid(known.sketches, new)
        return {post: new[post] if post in new else known.sketches[post] for post in self._texts}

    def _posts_of_groups(
        self, known: RelatedPosts, packed: Mapping[str, bytes], changed: Set[str]
    ) -> Mapping[GroupKey, tuple[str, ...]]:
        """The posts of each group; those of an edit are usually in the same groups as before."""
        if known.groups and list(known.texts) == list(self._texts):
            earlier = subjects_of(known.sketches[post] for post in changed)
            if earlier == subjects_of(packed[post] for post in changed):
                return {key: group.posts for key, group in known.groups.items()}
        ids = tuple(self._texts)
        subjects = subjects_of(packed.values())
        return {
            key: tuple([ids[place] for place in places])
            for key, places in groups_of(subjects).items()
        }

    def _sketch(self, posts: Collection[str]) -> list[bytes]:
        executor = self._executors.few
        if len(posts) > _FEW and self._executors.many.shares_disk:
            executor = self._executors.many
            self._sketch_texts.prepare()
        parts = batches(map(self._profiled, posts), _BATCH_SIZE)
        return [sketch for part in executor.run(self._sketch_texts, parts) for sketch in part]

    def _relate(
        self, packed: Mapping[str, bytes], posts: Sequence[str], earlier: Earlier
    ) -> tuple[tuple[int, ...], ...]:
        sketches = [packed[post] for post in posts]
        group = ChangedGroup(sketches, _Texts(self._text, posts), earlier)
        ((found,),) = self._executors.few.run(RelateFunction(), [(group,)])
        return found

    def _profiled(self, post: str) -> ProfiledText:
        return ProfiledText(self._text(post), self._profiles.get(post, ""))

    def _text(self, post: str) -> str:
        view = self._posts.views[post]
        text = self._posts.bodies.get(view.text.digest).text
        return f"{view.title}\n{text}" if view.title else text


def _related_ids(
    posts: Sequence[str], found: Sequence[Sequence[int]]
) -> dict[str, tuple[str, ...]]:
    """The ids of the related posts of those posts of a group that have any."""
    near_posts = ((post, near) for post, near in zip(posts, found, strict=True) if near)
    return {post: tuple([posts[other] for other in near]) for post, near in near_posts}


class _Texts(Sequence[str]):
    """The texts of a group, each read when it is used."""

    def __init__(self, read: Callable[[str], str], posts: Sequence[str]) -> None:
        self._read = read
        self._posts = posts

    def __len__(self) -> int:
        return len(self._posts)

    def __getitem__(self, index: int) -> str:  # type: ignore[override]  # never a slice
        return self._read(self._posts[index])

    def __reduce__(self) -> tuple[type[tuple[str, ...]], tuple[list[str]]]:
        """Sends the texts themselves to another process."""
        return tuple, (list(self),)


def _keys_of_texts(
    posts: Posts,
    profiles: Mapping[str, str],
    known: Mapping[str, bytes],
    changed: Iterable[str],
) -> Mapping[str, bytes]:
    """The key of the text of each post; those of posts that have not ``changed`` are known."""
    is_edit = list(known) == list(posts.ids)
    changed = {post for post in changed if post in known}
    new = {
        post: _key_of_text(posts.views[post], profiles.get(post, ""))
        for post in (changed if is_edit else posts.ids)
        if post in changed or post not in known
    }
    if is_edit:
        return overlaid(known, {post: key for post, key in new.items() if key != known[post]})
    return {post: new[post] if post in new else known[post] for post in posts.ids}


def _key_of_text(post: ComparedPost | PageView, profile: str) -> bytes:
    """What identifies the title, the text and the profile of a post; of the text, its digest."""
    text = post.text.digest.ljust(DIGEST_SIZE, b"\0")  # there is none of an empty text
    if not (post.title or profile):
        return text
    return text + f"{post.title or ''}\n{profile}".encode()
