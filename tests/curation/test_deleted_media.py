"""Deleting a post deletes its pictures, too, unless something else in the digest names them."""

from pathlib import Path

import pytest

from sitegen.curation.acts import Delete
from tests.curation.acting import content_of, curator_of
from tests.digest import Digest

PICTURE = "content/media/boat on the quay.png"
ADDRESS = "/media/boat%20on%20the%20quay.png"


@pytest.fixture
def with_picture(digest: Digest) -> Digest:
    digest.write(PICTURE, b"a picture")
    digest.post("gull", "A gull.", id="gull")
    return digest.post("boat", f"A boat.\n\n![The boat]({ADDRESS})", id="boat")


def test_the_picture_of_a_deleted_post_goes_with_it_and_comes_back_with_undo(
    with_picture: Digest,
) -> None:
    before = content_of(with_picture.root)
    curator = curator_of(with_picture)
    deletion = curator.do(Delete(("boat",)))
    assert deletion.what == "Delete “A boat. The boat”, and 1 file in content/media/"
    assert not (with_picture.root / PICTURE).exists()
    curator.undo()
    assert content_of(with_picture.root) == before
    curator.redo()
    assert not (with_picture.root / PICTURE).exists()


def test_a_picture_of_two_posts_goes_when_both_are_deleted(with_picture: Digest) -> None:
    with_picture.post("quay", f"![]({ADDRESS})", id="quay")
    curator = curator_of(with_picture)
    curator.do(Delete(("boat",)))
    assert (with_picture.root / PICTURE).exists()
    curator.undo()
    curator.do(Delete(("boat", "quay")))
    assert not (with_picture.root / PICTURE).exists()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/about.md", f"---\ndraft: true\n---\n\n![]({ADDRESS})\n"),
        ("content/broken.md", f"---\ntitle: [\n---\n\n![]({ADDRESS})\n"),
        ("content/index.md", "![](<media/Boat on the quay.png>)\n"),
        ("content/topics/craft/note.md", "---\nnote: '![](/media/boat on the quay\\.png)'\n---\n"),
        ("content/static/slides.js", "show('boat on the quay.png')\n"),
        ("content/media/frame.svg", '<svg><image href="boat%20on%20the%20quay.png"/></svg>\n'),
        ("themes/mine/static/look.css", "a { background: url('/media/boat on the quay.png') }\n"),
    ],
)
def test_a_picture_that_another_file_names_stays(
    with_picture: Digest, file: str, text: str
) -> None:
    with_picture.write(file, text)
    curator_of(with_picture).do(Delete(("boat",)))
    assert (with_picture.root / PICTURE).exists()


def test_a_picture_that_the_post_did_not_show_stays(with_picture: Digest) -> None:
    curator_of(with_picture).do(Delete(("gull",)))
    assert (with_picture.root / PICTURE).exists()


def test_a_picture_through_a_link_stays_where_the_link_leads(
    with_picture: Digest, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.png"
    (with_picture.root / PICTURE).replace(elsewhere)
    (with_picture.root / PICTURE).symlink_to(elsewhere)
    curator_of(with_picture).do(Delete(("boat",)))
    assert elsewhere.exists()
