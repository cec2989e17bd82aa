"""Helpers for the tests of curation: a digest with topics, and random acts on it."""

import random
from pathlib import Path

from sitegen.curation.acts import (
    Act,
    AlsoIn,
    Delete,
    EditText,
    Join,
    MakeEssay,
    MergeTopic,
    Move,
    NewPost,
    NewTopic,
    RenameTopic,
    SetKeys,
    SetTopicKeys,
    Shift,
    ShiftTopic,
    Split,
)
from sitegen.curation.curator import Curator
from sitegen.curation.library import Library, read_library
from tests.digest import NOW, Digest


def fill(digest: Digest) -> Digest:
    """Three topics with posts, an essay, comments in front matter and Windows line ends."""
    for name in ("lamp", "chair", "glue"):
        digest.post(name, f"On the {name}.\n\nIt is here.", id=name)
    digest.post("owl", "An owl.\n\nAnother owl.", topic="birds", id="owl", also="[craft]")
    digest.write(
        "content/topics/birds/gull.md",
        "---\r\nid: gull # permanent\r\n# a comment\r\ntags:\r\n- sea\r\n---\r\n\r\nA gull.\r\n",
    )
    digest.write(
        "content/topics/birds/_index.md", "---\ntitle: Birds\norder: 2\n---\n\nOn birds.\n"
    )
    digest.write(
        "content/topics/craft/_index.md", "---\ntitle: Craft\norder: 1\n---\n\nOn craft.\n"
    )
    digest.post("tram", "A tram.", topic="trams", id="tram")
    return digest.page("essays/long.md", "A long text.", id="long", title="Long")


def curator_of(digest: Digest) -> Curator:
    return Curator(digest.root, lambda: library_of(digest))


def library_of(digest: Digest) -> Library:
    return read_library(digest.root, NOW)


def content_of(root: Path) -> dict[str, tuple[bytes, int]]:
    """The bytes and permissions of all files under ``content/``."""
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mode)
        for path in sorted((root / "content").rglob("*"))
        if path.is_file()
    }


def random_act(library: Library, chance: random.Random) -> Act:
    """An act that may or may not be possible."""
    posts = [page.id for page in library.pages.values() if page.kind == "post"] or ["none"]
    slugs = [*library.topics] or ["none"]
    post, other = chance.choice(posts), chance.choice(posts)
    slug, into = chance.choice(slugs), chance.choice(slugs)
    word = f"Word {chance.randrange(20)}"  # few, as each makes a topic
    acts: list[Act] = [
        Move((post,), chance.choice([slug, word])),
        Move(tuple(chance.sample(posts, min(2, len(posts)))), slug),
        SetKeys((post,), {"pinned": chance.random() < 0.5}),
        SetKeys((post, other), {"hidden": chance.random() < 0.5}),
        SetKeys((post,), {"title": word, "note": f"{word}\n\nand more", "tags": [word, "x"]}),
        AlsoIn(post, chance.choice([slug, word])),
        EditText(post, f"{word}\n\nThe next line: {word}."),
        Split(post, chance.randrange(30)),
        Join(post, other),
        Delete((post,)),
        Shift(post, chance.choice([-1, 1])),
        NewPost(chance.choice([slug, word]), word, chance.choice(["", word])),
        MakeEssay(post),
        NewTopic(word),
        RenameTopic(slug, word, new_address=chance.random() < 0.5),
        MergeTopic(slug, into),
        ShiftTopic(slug, chance.choice([-1, 1])),
        SetTopicKeys(slug, {"description": word, "locked": chance.random() < 0.5}),
    ]
    return chance.choice(acts)
