"""How essays and posts are filed by author."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.archive import date_range
from sitegen.text.timestamps import Timestamp, parse_timestamp
from tests.digest import Digest, load_site

MOMENTS = st.builds(
    lambda day, hour, offset: parse_timestamp(f"2024-03-0{day}T{hour}:30:00{offset}", "UTC"),
    st.integers(1, 2),
    st.sampled_from(["08", "09"]),
    st.sampled_from(["Z", "+01:00", "-01:00", "+02:00"]),
)


def slugs(digest: Digest, *names: str) -> list[str]:
    for number, name in enumerate(names):
        digest.post(f"by-{number}", author=f"'{name}'")
    authors = {author.name: author.slug for author in load_site(digest.root).authors}
    return [authors[name] for name in names]


def test_an_author_s_slug_is_made_from_the_name(digest: Digest) -> None:
    assert slugs(digest, "@some_user", "Ann Ünal", "李雷") == ["some-user", "ann-unal", "li-lei"]


def test_names_that_differ_in_case_or_an_at_sign_are_different_authors(digest: Digest) -> None:
    found = slugs(digest, "Ann", "ann", "@ann")
    assert len(set(found)) == 3
    assert all(slug.startswith("ann-") for slug in found)


def test_the_slugs_of_like_names_do_not_depend_on_how_many_or_which_came_first(
    digest: Digest,
) -> None:
    both = slugs(digest, "Ann", "@ann")
    assert slugs(digest, "@ANN", "Ann", "@ann")[1:] == both


def test_a_name_without_letters_has_a_slug_too(digest: Digest) -> None:
    one, other = slugs(digest, "☃", "…")
    assert one != other
    assert one.startswith("author-")


def test_authors_are_sorted_ignoring_case(digest: Digest) -> None:
    slugs(digest, "cee", "Bo", "@ann")
    assert [author.name for author in load_site(digest.root).authors] == ["@ann", "Bo", "cee"]


@given(st.lists(MOMENTS))
def test_a_range_is_from_the_first_to_the_last_by_local_day_and_then_by_instant(
    moments: Sequence[Timestamp],
) -> None:
    ordered = sorted(moments, key=lambda moment: (moment.date(), moment))
    first, last = date_range(moments)
    assert [first, last] == ([ordered[0], ordered[-1]] if ordered else [None, None])
