"""A page that a mistake left out is one problem, and what is missing because of it is none."""

import pytest

from tests.checking import check
from tests.digest import Digest


def messages(digest: Digest) -> list[str]:
    """The problems and warnings of a digest, once it is built."""
    result = check(digest.build())
    return [finding.message for finding in (*result.problems, *result.warnings)]


MISTAKE = ["“pinned” must be true or false"]


def test_a_mistake_in_a_page_that_was_built_before_is_the_only_finding(digest: Digest) -> None:
    digest.post("one", '<img src="/media/a.svg"> [gone](/gone/)').post("two").build()
    digest.post("one", pinned="maybe")
    digest.post("two", "[one](/posts/one/) and its [new part](/posts/one/#part)")
    assert messages(digest) == MISTAKE


def test_a_mistake_in_a_page_that_was_never_built_is_the_only_finding(digest: Digest) -> None:
    digest.post("one", pinned="maybe").post("two", "[one](/posts/one/) [part](/posts/one/#part)")
    assert messages(digest) == MISTAKE


def test_a_page_without_alt_is_not_reported_while_it_is_left_out(digest: Digest) -> None:
    text = '<img src="https://elsewhere.example/a.png">'
    digest.page("about.md", text).build()
    assert len(messages(digest)) == 2
    digest.page("about.md", text, pinned="maybe", hidden="maybe")
    (message,) = messages(digest)
    assert "must be true or false" in message


@pytest.mark.parametrize(
    "address",
    ["/tags/old-wood/", "/topics/alone/", "/topics/alone/feed.xml", "/authors/ada/"],
)
@pytest.mark.parametrize("is_built_before", [True, False])
def test_a_listing_that_only_the_page_was_in_is_not_missed(
    digest: Digest, address: str, *, is_built_before: bool
) -> None:
    header = {"tags": "['Old wood']", "author": "Ada", "date": "2024-03-05"}
    digest.post("one", topic="alone", **header)
    digest.post("two", f"[Listing]({address})", also="[alone]", author="Bob")
    if is_built_before:
        digest.build()
    digest.post("one", topic="alone", pinned="maybe", **header)
    assert messages(digest) == MISTAKE


def test_other_broken_links_are_still_reported(digest: Digest) -> None:
    digest.post("one", pinned="maybe").post("two", "[a](/posts/gone/) [b](/tags/gone/)")
    assert len(messages(digest)) == 3


@pytest.mark.parametrize(
    ("lost", "address"),
    [
        ("media/photos", "/media/photos/a.svg"),
        ("topics/away", "/posts/away/"),
        ("topics/away", "/topics/away/"),
        ("recipes", "/recipes/bread/"),
    ],
)
def test_links_into_a_folder_that_cannot_be_read_are_not_reported(
    digest: Digest, lost: str, address: str
) -> None:
    digest.post("one", f"[Away]({address}) [gone](/media/photos-2/)")
    link = digest.root / "content" / lost
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(digest.root / "unmounted")
    broken, problem = messages(digest)
    assert "/media/photos-2/" in broken
    assert "which is not there" in problem
