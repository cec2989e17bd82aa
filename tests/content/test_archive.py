"""How essays and posts are filed by author."""

from tests.digest import Digest, load_site


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
