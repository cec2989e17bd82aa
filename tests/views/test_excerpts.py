"""What stands for a whole text: where it ends, what it keeps, and that it repeats no title."""

import re

import pytest

from tests.digest import Digest

LONG = "It went on and on, past the mill and the weir and the last of the houses, for an hour. " * 6


def excerpt(digest: Digest, text: str, **header: str) -> str:
    """What the front page says of an essay that is not the first."""
    digest.page("essays/first.md", "First.", title="First", pinned="true")
    digest.page("essays/other.md", text, **header).build()
    found = re.search(r'<p class="p-summary"[^>]*>([^<]*)</p>', digest.html(""))
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Mrs. Oak met Dr. Elm at No. 5 on Monday.", "en"),
        ("The U.S. mail came at 5 p.m. on foot.", "en"),
        ("“Is it on time?” asked J. R. Oak.", "en"),
        ("Am 3. Mai kam Prof. Dr. Ulme z. B. nach Wien.", "de"),
        ("Le 3 mai, Mme. Orme est venue à Lyon!", "fr"),
        ("電車は遅れていました。", "ja"),
        ("「電車は遅れた。」", "ja"),
        ("هل وصل القطار المتأخر إلى المحطة؟", "ar"),
        ("रेलगाड़ी फिर देर से आई।", "hi"),
        ("گاڑی پھر دیر سے آئی۔", "ur"),
    ],
)
def test_an_excerpt_ends_at_a_sentence(digest: Digest, sentence: str, language: str) -> None:
    parted = "" if language == "ja" else " "
    text = (sentence + parted) * (1 + 600 // len(sentence))
    digest.write("sitegen.toml", f'language = "{language}"\n')
    shown = excerpt(digest, text, title="Title", lang=language)
    assert 100 < len(shown) <= 300
    assert set(shown.split(sentence)) <= {"", parted}


def test_an_excerpt_of_one_endless_sentence_ends_between_words(digest: Digest) -> None:
    assert excerpt(digest, "over hill and dale " * 50, title="T").endswith(
        (" hill…", " dale…", " and…", " over…")
    )


def test_an_excerpt_in_a_script_without_spaces_is_not_cut_at_a_stray_one(digest: Digest) -> None:
    digest.write("sitegen.toml", 'language = "ja"\n')
    shown = excerpt(digest, "終わり " + "ない長い文" * 200, title="T")
    assert 250 < len(shown) <= 300


def test_the_point_of_a_day_of_the_month_ends_a_sentence_in_english_only(digest: Digest) -> None:
    text = "The year when he turned 58. " + "Nobody came to see " * 40
    assert excerpt(digest, text, title="T") == "The year when he turned 58."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![A lamp](/media/lamp.svg)\n\nIt burns.", "A lamp · It burns."),
        ("![](/media/lamp.svg)\n\nIt burns.", "🖼 It burns."),
        ("Say `print` to it.", "Say print to it."),
        ("Say this:\n\n```\na = 1\nb = 2\n```\n\nThen go.", "Say this: a = 1 … Then go."),
        ('<video src="/media/a.mp4" title="A tram"></video>', "A tram"),
        ("- one\n- two", "one · two"),
        ("A word.[^1]\n\n[^1]: A note.", "A word."),
        ("<script>let a = 1</script>\n\nA word.", "A word."),
    ],
)
def test_images_and_code_are_replaced_in_excerpts(digest: Digest, text: str, shown: str) -> None:
    digest.write("content/media/lamp.svg", "<svg/>").write("content/media/a.mp4", "")
    assert excerpt(digest, text, title="Title") == shown


def test_a_heading_stays_and_does_not_run_into_the_text(digest: Digest) -> None:
    text = "Opening.\n\n## On wicks\n\nThey burn.\n\n## Why?\n\nNobody knows."
    assert excerpt(digest, text, title="T") == "Opening. On wicks – They burn. Why? Nobody knows."


def test_an_excerpt_does_not_end_with_a_heading(digest: Digest) -> None:
    assert excerpt(digest, f"Opening.\n\n## On wicks\n\n{'on and ' * 90}", title="T") == "Opening."


@pytest.mark.parametrize(
    "text",
    [
        "## On Lamps\n\nThey burn.",
        "On lamps\n\nThey burn.",
        "**On lamps.** They burn.",
        "On lamps: They burn.",
        "On lamps  \nThey burn.",
    ],
)
def test_an_excerpt_does_not_repeat_the_title(digest: Digest, text: str) -> None:
    assert excerpt(digest, text, title="On lamps") == "They burn."


def test_a_text_that_only_begins_like_its_title_is_left_whole(digest: Digest) -> None:
    for text in ("On lamps I know nothing.", "On lamps, then.", "On lampshades."):
        assert excerpt(digest, text, title="On lamps") == text


def test_a_title_made_from_the_first_sentence_is_not_followed_by_it(digest: Digest) -> None:
    shown = excerpt(digest, "Took up the cello at 58. It is going well.")
    assert shown == "It is going well."
    digest.shows("", ">Took up the cello at 58</a>")


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("Text.", "It stood"),
        ("彼は来た。", "It stood"),
        ("- one\n- two\n- three", "The lamp was lit."),
    ],
)
def test_a_title_made_from_several_short_paragraphs_is_not_followed_by_them(
    digest: Digest, opening: str, rest: str
) -> None:
    shown = excerpt(digest, f"{opening}\n\nThe lamp was lit. {'It stood by the door. ' * 30}")
    assert shown.startswith(rest)


def test_the_rest_of_a_sentence_follows_the_title_cut_from_it(digest: Digest) -> None:
    text = f"My sister and I walked along the old canal to the harbour and back. {LONG}"
    shown = excerpt(digest, text)
    label = re.search(r">(My sister[^<]*)…</a></h3>", digest.html(""))
    assert label is not None
    assert text.startswith(label[1] + " " + shown.removeprefix("… "))


@pytest.mark.parametrize("theme", ["default", "wire"])
def test_the_opening_of_the_essay_that_leads_keeps_headings_and_repeats_no_title(
    digest: Digest, theme: str
) -> None:
    digest.write("sitegen.toml", f'theme = "{theme}"\n')
    digest.page("essays/lamp.md", f"## Lamps\n\nYes.\n\n## Yes.\n\n{LONG * 4}", title="Lamps")
    opening = digest.build().html("").partition("opening-lines")[2].partition("</div>")[0]
    paragraphs = re.findall(r"<p[^>]*>([^<]*)</p>", opening)
    assert paragraphs[:2] == ["Yes.", "Yes."]
    assert paragraphs[2].endswith("for an hour.")
    assert len(paragraphs) == 3


def test_an_essay_without_a_title_is_not_headed_by_its_own_first_sentence(digest: Digest) -> None:
    digest.page("essays/lamp.md", "Took up the cello at 58. It is going well.").build()
    main = digest.html("essays/lamp/").partition("<main")[2]
    assert main.count("Took up the cello at 58") == 1
    assert main.count("<h1") == 1


def test_a_further_page_without_a_title_goes_by_its_name(digest: Digest) -> None:
    digest.write("content/who-we-are.md", "Two people who mend lamps.\n").build()
    digest.shows("who-we-are/", ">Who we are</h1>").shows("", ">Who we are</a>")


def test_a_post_of_nothing_but_a_picture_goes_by_its_words(digest: Digest) -> None:
    digest.write("content/media/lamp.svg", "<svg/>")
    digest.post("p1", "![A lamp that burns](/media/lamp.svg)").build()
    digest.shows("archive/", ">A lamp that burns</a>")
