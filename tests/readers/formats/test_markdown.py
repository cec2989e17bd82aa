"""Markdown texts: what their items begin with, and what they become."""

from pathlib import Path

import pytest

from sitegen.models import Document, LinkTarget
from sitegen.readers import ReadOptions, SourceRead, read_source
from tests.readers.sources import read_dump


def read(folder: Path, text: str, name: str = "dump.md") -> SourceRead:
    (folder / name).write_text(text, encoding="utf-8")
    return read_source(folder / name, ReadOptions())


def documents(folder: Path, text: str, name: str = "dump.md") -> tuple[Document, ...]:
    return read(folder, text, name).documents


def titles(found: tuple[Document, ...]) -> list[str | None]:
    return [document.title for document in found]


@pytest.mark.parametrize(
    "text",
    [
        "a post with *one* emphasis\nand another post\n#tag is a hashtag\n" * 3,
        "# is a sign\nsaid nobody\n@somebody 2 * 3 * 4 = 24\nhttps://example.com/a_b_c\n",
        "- a list\n- in a plain post\nand **nothing** else here\nor here\nor there\nno\nno\nno\n",
        "1987. A year\n> said somebody\nI answered\nno more\n",
    ],
)
def test_a_text_with_a_few_marks_is_plain(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text, "dump.txt")
    assert found.formats == ("text",)
    assert not any(document.is_markdown for document in found.documents)


def test_headings_begin_items_and_sections_stay_with_theirs(tmp_path: Path) -> None:
    text = (
        "# Essay\n\nA **start**.\n\n## Part\n\nMore.\n\n# Post\n\nShort.\n\n# Other\n\n- a\n- b\n"
    )
    found = documents(tmp_path, text)
    assert titles(found) == ["Essay", "Post", "Other"]
    assert [d.text for d in found] == ["A **start**.\n\n## Part\n\nMore.", "Short.", "- a\n- b"]


def test_a_single_title_is_that_of_an_essay_or_of_short_items(tmp_path: Path) -> None:
    sections = [
        f"## Section {n}\n\n" + f"On flour, the {n}th time, at length. " * 30 for n in range(4)
    ]
    (essay,) = documents(tmp_path, "# On *bread*\n\nBread.\n\n" + "\n\n".join(sections))
    assert (essay.title, essay.kind) == ("On bread", "essay")
    items = [f"## Item {n}\n\nA short note." for n in range(12)]
    assert len(documents(tmp_path, "# All notes\n\n" + "\n\n".join(items))) == 12


LISTS = {
    "bullets": """
- [Bees](https://bees.example/a) – They hum.
  - In spring.
- [Ants](https://ants.example)
- [Owls](https://owls.example/c): at night
""",
    "bold and loose": """
# Links

* **[Bees](https://bees.example/a)** They hum.
    - In spring.

* [Ants](https://ants.example)

* [Owls](https://owls.example/c) — at night
""",
    "headings": """
## [Bees](https://bees.example/a)

They hum.

- In spring.

## [Ants](https://ants.example)

## [Owls](https://owls.example/c)

at night
""",
    "numbers and bare addresses": """
1. Bees: https://bees.example/a They hum.
   - In spring.
2. Ants: https://ants.example
3. Owls - https://owls.example/c at night
""",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_links_becomes_link_posts(tmp_path: Path, name: str) -> None:
    found = documents(tmp_path, LISTS[name], "links.txt")
    assert found[0].link == LinkTarget("https://bees.example/a", "Bees", "bees.example")
    assert titles(found) == ["Bees", "Ants", "Owls"]
    assert found[0].text.split("\n") == ["They hum.", "", "- In spring."]
    assert found[-1].text == "at night"


def test_titles_addresses_and_comments_on_lines_of_their_own_are_link_posts(tmp_path: Path) -> None:
    blocks = [f"Title {n}\nhttps://a{n}.example/x\nA comment on it." for n in range(4)]
    found = documents(tmp_path, "\n\n".join(blocks), "links.txt")
    assert titles(found) == [f"Title {n}" for n in range(4)]
    assert {document.text for document in found} == {"A comment on it."}


def test_a_further_reading_list_does_not_split_an_essay(tmp_path: Path) -> None:
    links = "\n".join(f"- [Source {n}](https://s{n}.example)" for n in range(5))
    text = "# On bread\n\n" + "Bread is **old**.\n\n" * 8 + "## Further reading\n\n" + links
    assert titles(documents(tmp_path, text)) == ["On bread"]


def test_headers_begin_items_and_say_what_is_a_draft(tmp_path: Path) -> None:
    text = (
        "---\ntitle: One\ndate: 2024-01-01\ntags: [a]\n---\nText.\n\n---\ntitle: Two\ndraft: true\n"
        "---\ncanary\n\n---\ntitle: 'Three: no'\n---\nText three #inline.\n"
    )
    found = read(tmp_path, text)
    assert titles(found.documents) == ["One", "Three: no"]
    assert [d.tags for d in found.documents] == [("a",), ("inline",)]
    assert found.left_out == {"draft": 1}


def test_linked_headings_of_a_newsletter_are_items_and_its_introductions_too(
    tmp_path: Path,
) -> None:
    links = "## [A](https://a{0}.example)\n\nOn a.\n\n## [B](https://b{0}.example)\n\nOn b.\n"
    issue = "# Weekly {0}\n\nHello {0}.\n\n" + links
    found = documents(tmp_path, issue.format(1) + "\n" + issue.format(2))
    assert titles(found) == ["Weekly 1", "A", "B", "Weekly 2", "A", "B"]


def test_a_date_at_the_end_of_a_heading_is_that_of_its_text_and_of_the_items_below(
    tmp_path: Path,
) -> None:
    text = "\n\n".join(
        (
            "# Issue 12 – 5 May 2024",
            "Hello.",
            "## [Fog](https://fog.example/)\n\nIt hums.",
            "## [Tea](https://tea.example/) (6 May 2024)\n\nIt cools.",
            "# Issue 11 (2024-04-28)",
            "## [Rope](https://rope.example/)\n\nIt holds.",
        )
    )
    assert [(d.title, d.date and d.date.date().isoformat()) for d in documents(tmp_path, text)] == [
        ("Issue 12 – 5 May 2024", "2024-05-05"),
        ("Fog", "2024-05-05"),
        ("Tea", "2024-05-06"),
        ("Rope", "2024-04-28"),
    ]


def test_dates_in_headings_and_below_them_are_dates(tmp_path: Path) -> None:
    text = "# Journal\n\n## 2024-01-02\n\nRain.\n\n## 2024-01-03 – Sun\n\nA [link](https://a.example).\n"
    found = documents(tmp_path, text)
    assert (found[0].title, found[0].text) == (None, "Rain.")
    assert [d.date and d.date.day for d in found] == [2, 3]
    assert found[1].title == "Sun"
    (one, two) = documents(
        tmp_path, "# A\n\n*January 5, 2024*\n\nOne.\n\n# B\n\n2024-01-06\n\nTwo.\n"
    )
    assert [d.date and d.date.day for d in (one, two)] == [5, 6]
    assert one.text == "One."


def test_notes_open_with_bold_words_or_after_blank_lines(tmp_path: Path) -> None:
    bold = "**Bees.** They hum.\n\nAnd more.\n\n**Ants.** They walk.\n\n**Owls.** They\nsee."
    assert [d.text for d in documents(tmp_path, bold)] == [
        "**Bees.** They hum.\n\nAnd more.",
        "**Ants.** They walk.",
        "**Owls.** They\nsee.",
    ]
    names = ("Bees", "Lamps", "Rivers", "Copper", "Chess", "Tides", "Wool", "Ferries")
    notes = [f"{n} are *odd*, [they say](https://{n.lower()}.example/a)." for n in names]
    assert len(documents(tmp_path, "\n\n".join(notes))) == len(names)


def test_a_linked_list_of_own_posts_has_sources_and_not_links(tmp_path: Path) -> None:
    text = "\n\n".join(f"## [Post {n}](https://me.example/{n})\n\nMy words." for n in range(4))
    found = documents(tmp_path, text)
    assert [d.source for d in found] == [f"https://me.example/{n}" for n in range(4)]
    assert not any(d.link for d in found)


def test_the_issue_of_a_newsletter_with_a_header_gives_its_items(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Issue 12\ndate: 2024-05-01\n---\n\nHello.\n"
        "\n## [A](https://a.example)\n\nOn a.\n"
        "\n## [B](https://b.example)\n\nOn b.\n\n## [C](https://c.example)\n\nOn c.\n"
    )
    found = documents(tmp_path, text)
    assert [d.text for d in found] == ["Hello.", "On a.", "On b.", "On c."]
    assert {d.date and d.date.month for d in found} == {5}


def test_a_file_with_a_header_in_json_is_one_document(tmp_path: Path) -> None:
    (found,) = documents(tmp_path, '{"title": "J", "date": "2024-02-02"}\n\nBody **b**.\n')
    assert (found.title, found.text, found.place.lines) == ("J", "Body **b**.", (3, 3))


def test_a_title_alone_is_kept(tmp_path: Path) -> None:
    assert len(documents(tmp_path, "# Only a title\n")) == 1
    (single,) = documents(tmp_path, "A **single** [line](https://a.example).\n")
    assert single.is_markdown
    found = read(tmp_path, "# One\n\nText *a*.\n\n# No text\n\n# Two\n\n[b](https://b.example)\n")
    assert titles(found.documents) == ["One", "Two"]
    assert found.left_out == {"empty": 1}


@pytest.mark.parametrize(
    "lines",
    [
        "Title {n} - https://a{n}.example/x",
        "Title {n}: https://a{n}.example/x",
        "[Title {n}](https://a{n}.example/x)\nComment on it.\n",
        "### 2024-01-0{n}: [Title {n}](https://a{n}.example/x)\n\nComment on it.\n",
        "- [Title {n}][{n}] – Comment on it.\n",
    ],
)
def test_lists_of_links_in_other_forms_are_link_posts(tmp_path: Path, lines: str) -> None:
    references = "\n".join(f"[{n}]: https://a{n}.example/x" for n in range(1, 5))
    text = "\n".join(lines.format(n=n) for n in range(1, 5)) + f"\n\n{references}"
    found = documents(tmp_path, text if "][" in lines else text.removesuffix(references))
    assert titles(found) == [f"Title {n}" for n in range(1, 5)]
    assert [d.link.address for d in found if d.link] == [
        f"https://a{n}.example/x" for n in range(1, 5)
    ]
    assert {d.text for d in found} == {"Comment on it." if "Comment" in lines else ""}


@pytest.mark.parametrize(("below", "between"), [("\n", "\n"), ("\n", "\n\n"), ("\n\n", "\n\n")])
def test_addresses_with_a_comment_below_each_are_link_posts(
    tmp_path: Path, below: str, between: str
) -> None:
    names = ("wicks", "oil", "glass")
    texts = [f"https://example.org/{name}{below}On {name}, at last." for name in names]
    path = tmp_path / "links.txt"
    path.write_text(between.join(texts), "utf-8")
    found = [(post.link and post.link.address, post.text) for post in read_dump(path)]
    assert found == [(f"https://example.org/{name}", f"On {name}, at last.") for name in names]


def test_addresses_below_words_belong_to_these(tmp_path: Path) -> None:
    path = tmp_path / "posts.txt"
    posts = [f"Words on {name}.\nhttps://example.org/{name}" for name in ("wicks", "oil", "glass")]
    path.write_text("\n".join(posts), "utf-8")
    assert [post.text for post in read_dump(path)] == posts


def test_an_address_on_each_line_is_a_list_of_links(tmp_path: Path) -> None:
    text = "https://a.example/x Some words\nhttps://b.example\nhttps://c.example/?q=1\n"
    found = documents(tmp_path, text, "links.txt")
    assert [d.text for d in found] == ["Some words", "", ""]
    assert all(d.link for d in found)
    pair = documents(tmp_path, "https://a.example/x\nhttps://b.example\n", "two.txt")
    assert [d.text for d in pair] == ["", ""]


def test_references_within_code_stay_and_those_of_one_text_too(tmp_path: Path) -> None:
    text = "# One\n\nSee [it][a] and `[it][a]`.\n\n# Two\n\n```\n[a]: x\n```\n\n[a]: https://a.example\n"
    first, second = documents(tmp_path, text)
    assert first.text == "See [it](https://a.example) and `[it][a]`."
    assert second.text == "```\n[a]: x\n```"
    (whole,) = documents(tmp_path, "# One\n\nSee [it][a].\n\n[a]: https://a.example\n")
    assert whole.text == "See [it][a].\n\n[a]: https://a.example"


def test_a_badge_in_a_title_and_a_table_of_contents_are_no_text(tmp_path: Path) -> None:
    badge = "[![Fine](https://b.example/b.svg)](https://b.example)"
    links = "".join(f"- [Title {n}](https://a{n}.example) - Comment.\n" for n in range(4))
    contents = "## Contents\n\n- [Sea](#sea)\n  - [Land](#land)\n"
    found = read(tmp_path, f"# Boats {badge}\n\nA list.\n\n{contents}\n## Sea\n\n{links}")
    assert titles(found.documents) == ["Boats", *(f"Title {n}" for n in range(4))]
    assert found.left_out == {"other kind": 1}


@pytest.mark.parametrize(
    ("public", "draft"),
    [
        ('+++\ntitle = "One"\n+++', '+++\ntitle = "Two"\ndraft = true\n+++'),
        ('{\n  "title": "One"\n}', '{\n  "title": "Two",\n  "draft": true\n}'),
        ("# One", '+++\ntitle = "Two"\ndraft = true\n\n[extra]\nmood = "low"\n+++'),
    ],
)
@pytest.mark.parametrize("between", ["", "---\n\n"])
def test_each_item_may_have_a_header_in_toml_or_json(
    tmp_path: Path, public: str, draft: str, between: str
) -> None:
    last = public.replace("One", "Three")
    text = (
        f"{public}\n\nA **bold** word.\n\n{between}{draft}\n\ncanary\n\n{between}{last}\n\nEnd.\n"
    )
    path = tmp_path / "posts.md"
    path.write_text(text, "utf-8")
    read = read_source(path, ReadOptions())
    found = [(post.title, post.text) for post in read.documents]
    if public.startswith("#"):
        assert found[0] == ("One", "A **bold** word.")
    else:
        assert found == [("One", "A **bold** word."), ("Three", "End.")]
    assert read.left_out == {"draft": 1}
    assert not any("title" in text for _, text in found)


def test_headers_in_yaml_and_others_may_stand_in_one_text(tmp_path: Path) -> None:
    headers = (
        "---\ntitle: One\n---",
        '+++\ntitle = "Two"\n+++',
        "---\ntitle: canary\ndraft: true\n---",
        '{\n  "title": "Three"\n}',
    )
    path = tmp_path / "posts.md"
    path.write_text("".join(f"{each}\nIt burns.\n\n---\n\nStill.\n\n" for each in headers), "utf-8")
    read = read_source(path, ReadOptions())
    assert [post.title for post in read.documents] == ["One", "Two", "Three"]
    assert {post.text for post in read.documents} == {"It burns.\n\n---\n\nStill."}
    assert read.left_out == {"draft": 1}


def test_a_header_in_code_is_part_of_the_text(tmp_path: Path) -> None:
    code = '```\n+++\ntitle = "Two"\ndraft = true\n+++\n```'
    path = tmp_path / "posts.md"
    path.write_text(f"# How to\n\nWrite **this**:\n\n{code}\n\nDone.\n", "utf-8")
    (post,) = read_source(path, ReadOptions()).documents
    assert post.text == f"Write **this**:\n\n{code}\n\nDone."


def test_dates_above_lists_of_links_are_the_dates_of_these(tmp_path: Path) -> None:
    week = "# 2024-01-{}\n\n- [A](https://a.example/{}) – good\n- [B](https://b.example/{})\n\n"
    found = read(tmp_path, "".join(week.format(day, day, day) for day in ("02", "09")))
    assert [document.date and document.date.day for document in found.documents] == [2, 2, 9, 9]
    assert found.left_out == {}


def test_a_link_in_a_list_that_leads_to_no_public_page_is_left_out(tmp_path: Path) -> None:
    links = ("https://a.example/", "http://192.168.0.1/", "https://b.example/", "https://c.example")
    found = read(tmp_path, "".join(f"- [Words]({link}) – mine\n" for link in links))
    assert len(found.documents) == 3
    assert found.left_out == {"local address": 1}


def test_posts_between_rules_may_begin_with_keys_without_marks(tmp_path: Path) -> None:
    first = "Title: One\nDate: 2024-01-02\n\nIt burns.\n\n---\n\n"
    text = first + "Title: Two\nStatus: {}\n\nIt goes out.\n"
    found = read(tmp_path, text.format("published"))
    assert titles(found.documents) == ["One", "Two"]
    assert [document.text for document in found.documents] == ["It burns.", "It goes out."]
    assert read(tmp_path, text.format("draft")).left_out == {"draft": 1}


def test_the_date_in_the_name_of_a_file_is_that_of_its_only_post(tmp_path: Path) -> None:
    name = "2024-01-02-wick.md"
    (post,) = documents(tmp_path, "---\ntitle: The wick\n---\n\nIt burns.\n", name)
    assert str(post.date) == "2024-01-02 00:00:00+00:00"
    two = documents(tmp_path, "# One\n\nIt burns.\n\n# Two\n\nIt goes out.\n", name)
    assert [post.date for post in two] == [None, None]


def test_the_picture_that_a_header_names_is_shown_with_its_alternative_text(tmp_path: Path) -> None:
    header = "title: The wick\ncover: {image: /wick.jpg, alt: A wick}"
    found = read(tmp_path, f"---\n{header}\n---\n\nIt burns.\n")
    (post,) = found.documents
    assert [(medium.name, medium.alt) for medium in post.media] == [("/wick.jpg", "A wick")]
    assert [lost.where for lost in found.lost] == ["/wick.jpg"]


@pytest.mark.parametrize("rest", ["https://lamp.example/1", '<https://lamp.example/1> "Words"'])
def test_a_link_that_is_named_comments_keeps_its_address(tmp_path: Path, rest: str) -> None:
    text = f"# The wick\n\nSee the [comments].\n\n[comments]: {rest}\n"
    (document,) = documents(tmp_path, text)
    assert "https://lamp.example/1" in document.text


@pytest.mark.parametrize("remark", ["[comment]: ./later: canary", "[//]: https://canary.example"])
def test_a_remark_that_only_begins_like_an_address_is_left_out(tmp_path: Path, remark: str) -> None:
    (document,) = documents(tmp_path, f"# The wick\n\nIt burns.\n\n{remark}\n")
    assert document.text == "It burns."
