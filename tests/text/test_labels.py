import re
import sys
import time
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.labels import count_words, find_links, label_of, link_at, slugify

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("@#://.()[] \n"))
LINKS = st.sampled_from(
    ["https://x.org/a_(b)", "http://", "@ada", "@ada@host.org", "#tag", "#1", "a@b.org", "/", "\\"]
)
LINKED_TEXTS = st.lists(LINKS | st.text(max_size=3), max_size=8).map("".join)


def links(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in find_links(text)]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("see https://x.org/a.", "https://x.org/a"),
        ("(see https://x.org/a)", "https://x.org/a"),
        ("https://x.org/a_(b)!", "https://x.org/a_(b)"),
        ("https://x.org/a_(b))", "https://x.org/a_(b)"),
        ("[https://x.org](elsewhere)", "https://x.org"),
        ("HTTP://x.org/?a=1&amp;b#c", "HTTP://x.org/?a=1&amp;b#c"),
        ("“https://x.org/a”", "https://x.org/a"),
        ("看https://x.org/a。好", "https://x.org/a"),
        ("https://münchen.example/straße", "https://münchen.example/straße"),
        ("**https://x.org**", "https://x.org"),
    ],
)
def test_a_url_ends_before_what_is_not_its_own(text: str, url: str) -> None:
    assert links(text) == [("url", url)]


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("@ada and .@bob", ["@ada", "@bob"]),
        ("@one@two", ["@one", "@two"]),
        ("@ada@host.example said", ["@ada@host.example"]),
        ("@__init__", ["@__init__"]),
        ("感谢@jack来", ["@jack"]),
        ("write to ada@host.example", []),
        ("example.org/@ada", []),
        ("@naïve", []),
        ("\\@ada", []),
    ],
)
def test_a_handle_is_separated_by_spaces_or_follows_another_handle(
    text: str, handles: list[str]
) -> None:
    assert links(text) == [("handle", handle) for handle in handles]


@pytest.mark.parametrize(
    ("text", "hashtags"),
    [
        ("#uv is fast", ["#uv"]),
        ("#1 but #1st", ["#1st"]),
        ("#हिन्दी #日本", ["#हिन्दी", "#日本"]),
        ("#a#b", ["#a", "#b"]),
        ("C# and x#y &#x27; ##no", []),
        ("#c++", ["#c"]),
    ],
)
def test_a_hashtag_holds_a_letter_and_begins_a_word(text: str, hashtags: list[str]) -> None:
    assert links(text) == [("hashtag", hashtag) for hashtag in hashtags]


def test_a_link_is_named_without_its_sign() -> None:
    assert [span.name for span in find_links("@ada #tag https://x.org")] == [
        "ada",
        "tag",
        "https://x.org",
    ]


@given(LINKED_TEXTS)
def test_links_are_in_order_and_apart_and_found_where_they_begin(text: str) -> None:
    end = 0
    for span in find_links(text):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end].lstrip("@#") == span.name.lstrip("@#")
        if end < span.start:
            assert link_at(text, span.start) == span
        end = span.end


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Short and whole.", "Short and whole"),
        ("Is it any good? I think so, on the whole.", "Is it any good?"),
        ("Yes. I agree with that.", "Yes. I agree with that"),
        ("@ada @bob Hello there, you two. More.", "Hello there, you two"),
        ("Look at https://x.org/a", "Look at"),
        ("See https://x.org/a. It is good, on the whole.", "See. It is good, on the whole"),
        ("Quoi ! Un chat ! Encore.", "Quoi ! Un chat !"),
        (
            "Dr. Smith met Mr. Jones in town. They talked for long.",
            "Dr. Smith met Mr. Jones in town",
        ),
        ("Am 3. Mai kam er um ca. 5 Uhr. Dann schlief er ein.", "Am 3. Mai kam er um ca. 5 Uhr"),
        ("यह एक वाक्य है। यह दूसरा वाक्य है।", "यह एक वाक्य है"),
        ("https://x.org/a", "https://x.org/a"),
        ("@ada", "@ada"),
        ("A line of its own\nand another one", "A line of its own"),
        (
            "A clause that is rather long but fits, and then the sentence goes on and on",
            "A clause that is rather long but fits",
        ),
        (
            "A sentence that goes on and on with no pause until it no longer fits the label",
            "A sentence that goes on and on with no pause until it no…",
        ),
        ("长" * 80, "长" * 59 + "…"),
    ],
)
def test_a_label_is_the_first_words(text: str, label: str) -> None:
    assert label_of(text) == label


def test_a_label_does_not_cut_into_a_character_of_several_parts() -> None:
    assert label_of("e\u0301" * 20, limit=10) == "e\u0301" * 4 + "…"


def test_a_label_finds_words_after_a_long_link() -> None:
    assert label_of(f"https://x.org/{'a' * 900} The words are here.") == "The words are here"


def test_a_label_of_many_signs_is_soon_found() -> None:
    start = time.process_time()
    assert label_of("Wow" + "!" * 100_000 + " ok") == "Wow" + "!" * 56 + "…"
    assert label_of("@a " * 50_000 + "ok") == "ok"
    assert time.process_time() - start < 5


@given(TEXTS | LINKED_TEXTS, st.integers(10, 80))
def test_a_label_is_one_line_that_fits_and_says_something(text: str, limit: int) -> None:
    label = label_of(text, limit)
    assert len(label) <= limit
    assert len(label.splitlines()) <= 1
    assert bool(label) == bool(text.strip())


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("It’s a Test: 1 < 2", "its-a-test-1-2"),
        ("It's a 'Test'", "its-a-test"),
        ("Straße in München", "strasse-in-munchen"),
        ("北京", "bei-jing"),
        ("!!!", "untitled"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_a_slug_is_short_latin_words(text: str, slug: str) -> None:
    assert slugify(text, "untitled") == slug


def test_a_slug_is_the_same_where_unidecode_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    unidecode = ModuleType("unidecode")
    monkeypatch.setattr(unidecode, "unidecode", lambda _: "other", raising=False)
    monkeypatch.setitem(sys.modules, "unidecode", unidecode)
    assert slugify("北京", "untitled") == "bei-jing"


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Züge und Vögel, ÄRGER", "de", "zuege-und-voegel-aerger"),
        ("Zu\u0308ge", "de-AT", "zuege"),
        ("Züge", "", "zuge"),
        ("Straße", "", "strasse"),
        ("Été, Düsseldorf", "fr", "ete-dusseldorf"),
        ("Rødgrød på Ærø", "da", "roedgroed-paa-aeroe"),
        ("Smör på bröd", "sv", "smor-pa-brod"),
        ("Brød på bordet", "nb", "brod-pa-bordet"),
    ],
)
def test_a_slug_has_letters_as_its_language_writes_them(
    text: str, language: str, slug: str
) -> None:
    assert slugify(text, "untitled", language=language) == slug


@given(TEXTS)
def test_a_slug_is_part_of_an_address(text: str) -> None:
    slug = slugify(text, "untitled")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 60


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one two – three!", 3),
        ("it's one_word", 2),
        ("日本語です", 3),
        ("I like 日本", 3),
        ("สวัสดี", 3),
        ("안녕 세계", 2),
    ],
)
def test_words_are_counted_with_and_without_spaces(text: str, words: int) -> None:
    assert count_words(text) == words
