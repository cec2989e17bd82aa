"""What a post is: about a link, a quotation, or words of its author."""

import pytest

from sitegen.importer.composing import compose_page
from sitegen.models import Document, DumpPlace, LinkTarget
from tests.digest import Digest

_QUOTE = "form: quote\nauthor: Maurice Hive\ntitle: The Life of Bees\n"


@pytest.mark.parametrize("address", ["topics/craft/", "posts/one/"])
@pytest.mark.parametrize("text", ["They hum.", "> They hum."])
def test_a_quotation_is_set_apart_with_what_it_is_from(
    digest: Digest, text: str, address: str
) -> None:
    digest.write("content/topics/craft/one.md", f"---\n{_QUOTE}---\n{text}\n").build()
    _, _, html = digest.html(address).partition("<main")
    assert html.count("<blockquote") == 1
    place = html.index("They hum."), html.index(">The Life of Bees</cite>")
    assert html.index("<blockquote") < place[0] < html.index("</blockquote>") < place[1]
    assert html.count("Maurice Hive</bdi>") == 1


def test_a_page_of_a_quotation_has_one_headline(digest: Digest) -> None:
    digest.write("content/topics/craft/one.md", f"---\n{_QUOTE}---\nThey hum.\n").build()
    assert digest.html("posts/one/").count("<h1") == 1


def test_a_post_says_where_its_link_was_found(digest: Digest) -> None:
    header = (
        "link: https://bees.example/f\nvia: {address: 'https://orchard.example/', title: Orchard}"
    )
    digest.write("content/topics/craft/one.md", f"---\n{header}\n---\n").build()
    digest.shows("topics/craft/", 'via <a href="https://orchard.example/"', "<bdi>Orchard</bdi>")


@pytest.mark.parametrize("via", ["Jane Doe", "{title: Jane Doe}"])
def test_who_sent_a_link_may_be_a_name_alone(digest: Digest, via: str) -> None:
    header = f"link: https://bees.example/f\nvia: {via}"
    digest.write("content/topics/craft/one.md", f"---\n{header}\n---\n").build()
    digest.shows("topics/craft/", "via <bdi>Jane Doe</bdi>")


def test_where_a_link_was_found_is_no_other_kind_of_address(digest: Digest) -> None:
    header = "link: https://bees.example/f\nvia: javascript:alert(1)"
    digest.write("content/topics/craft/one.md", f"---\n{header}\n---\n").build()
    assert digest.result
    (problem,) = digest.result.problems
    assert problem.message.startswith("“via” must be a web address")


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("", "note"),
        ("link: https://bees.example/", "link"),
        ("form: note\nlink: https://bees.example/", "note"),
        ("form: quote", "quote"),
    ],
)
def test_templates_see_the_form(digest: Digest, header: str, form: str) -> None:
    digest.write("themes/default/templates/post.html", "form: {{ page.form }}")
    digest.write("content/topics/craft/one.md", f"---\n{header}\n---\nThey hum.\n").build()
    assert digest.html("posts/one/") == f"form: {form}"


def test_another_form_is_reported_with_its_line(digest: Digest) -> None:
    digest.write("content/topics/craft/one.md", "---\nform: poem\n---\nThey hum.\n").build()
    assert digest.result
    (problem,) = digest.result.problems
    assert problem.message == "“form” must be one of link, quote and note"
    assert problem.line == 2


@pytest.mark.parametrize(
    ("text", "link", "key"),
    [
        ("> They hum.\n>\n> Then they sting.", True, "form: quote"),
        ("> They hum.", False, "form: quote"),
        ("Worth it.\n\n> They hum.", True, "form: link"),
        ("", True, "form: link"),
        ("They hum.", False, ""),
    ],
)
def test_an_import_sets_the_form(text: str, link: bool, key: str) -> None:  # noqa: FBT001
    document = Document(
        id="a",
        kind="post",
        text=text,
        place=DumpPlace("dump"),
        is_markdown=True,
        link=LinkTarget("https://bees.example/") if link else None,
    )
    header = compose_page(document, "post").decode().splitlines()
    assert [line for line in header if line.startswith("form:")] == ([key] if key else [])
