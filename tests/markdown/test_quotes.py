import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.languages import quotation_marks
from sitegen.markdown import render_markdown
from tests.digest import Digest

LINKS = LinkConfig()


def text_of(source: str, language: str | None = "en") -> str:
    return render_markdown(source, "page", LINKS, language=lambda _: language).text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“It’s ‘so’ said” (“x”)."),
        ("en-GB", "“It’s ‘so’ said” (“x”)."),
        ("de", "„It’s ‚so‘ said“ („x“)."),
        ("de-AT", "„It’s ‚so‘ said“ („x“)."),
        ("fr", "«It’s «so» said» («x»)."),
        ("pl", "„It’s «so» said” („x”)."),
        ("sv", "”It’s ’so’ said” (”x”)."),
        ("pt-PT", "«It’s “so” said» («x»)."),
        ("ja", "「It’s 『so』 said」 (「x」)."),
        ("zh-TW", "「It’s 『so』 said」 (「x」)."),
        ("zh", "“It’s ‘so’ said” (“x”)."),
        (None, '"It\'s \'so\' said" ("x").'),
    ],
)
def test_quotes_are_those_of_the_language(language: str | None, text: str) -> None:
    assert text_of('"It\'s \'so\' said" ("x").', language) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('他说"你好"，然后走了。她说："好"。', "他说“你好”，然后走了。她说：“好”。"),
        ('日本では"夜行"という。', "日本では“夜行”という。"),
        ("그는 \"안녕\"이라고, '네'라고", "그는 “안녕”이라고, ‘네’라고"),
        ('เขาพูดว่า"สวัสดี"แล้ว', "เขาพูดว่า“สวัสดี”แล้ว"),
        ('"*Hello*", and "**so**"', "“Hello”, and “so”"),
        ('*"Hello"* -- "[so](/a)"...', "“Hello” – “so”…"),
        ("\"'Yes,' she said.\"", "“‘Yes,’ she said.”"),
        ("The '80s, dogs' tails, don't, rock'n'roll", "The ’80s, dogs’ tails, don’t, rock’n’roll"),
        ("'Twas l'été aujourd'hui", "’Twas l’été aujourd’hui"),
        ('l\'"amie" dell\'"altro"', "l’“amie” dell’“altro”"),
        ('Open "until\n\nthe next "paragraph"', "Open “until\n\nthe next “paragraph”"),
        ('a&nbsp;"b" --- "c"—"d"', "a\xa0“b” — “c”—“d”"),
        (
            "git add -- file (--all, --dry-run) a --B *c*--d",
            "git add – file (--all, --dry-run) a –B c–d",
        ),
        ('"a  \n"b" c"', "“a\n“b” c”"),
        (r"6\" \"x\"", '6" "x"'),
        ('דו"ח', 'דו"ח'),
    ],
)
def test_each_quotation_mark_is_converted_by_its_position(source: str, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('קראתי ב"הארץ" וב"מעריב".', "קראתי ב”הארץ” וב”מעריב”."),
        ('הוא אמר "שלום" ו"להתראות"', "הוא אמר ”שלום” ו”להתראות”"),
        ('צה"ל וב"כ הגיעו ל"בית ספר"', 'צה"ל וב"כ הגיעו ל”בית ספר”'),
        ('חז"ל בש"ס', 'חז"ל בש"ס'),
    ],
)
def test_a_quotation_after_a_hebrew_prefix_opens_and_an_abbreviation_does_not(
    source: str, text: str
) -> None:
    assert text_of(source, "he") == text


def test_quotes_in_code_and_tags_stay() -> None:
    html = render_markdown(
        '<kbd>"a"</kbd> "b" <i title="x">"c"</i> `"d"` <code>\'e\'</code>', "page", LINKS
    ).html
    assert html == (
        '<p><kbd>"a"</kbd> “b” <i title="x">“c”</i> <code>"d"</code> <code>\'e\'</code></p>'
    )


def test_headings_have_quotes_and_ids_without() -> None:
    (heading,) = render_markdown('# It\'s "so"', "page", LINKS).headings
    assert (heading.title, heading.id) == ("It’s “so”", "its-so")


def test_unknown_languages_have_the_usual_marks() -> None:
    assert "".join(quotation_marks("xx-Unkn")) == "“”‘’"


GERMAN = 'Der Zug nach Wien hatte gestern wieder Verspätung, sagte sie: "Das ist immer so."'


def test_a_page_has_the_quotes_of_its_language_and_a_note_those_of_its_own(digest: Digest) -> None:
    digest.post("told", GERMAN, note="'See \"so\".'")
    digest.post("stated", 'Well, "so".', lang="fr")
    digest.post("usual", 'Well, "so".').build()
    assert "„Das ist immer so.“" in digest.html("posts/told/")
    assert "See “so”." in digest.html("posts/told/")
    assert "«so»" in digest.html("posts/stated/")
    assert "“so”" in digest.html("posts/usual/")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("'Rock 'n' roll,' 'tis said", "‘Rock ’n’ roll,’ ’tis said"),
        ("get 'em 'now'", "get ’em ‘now’"),
        ("'s avonds 'nee'", "’s avonds ‘nee’"),
        ("the word 'em'", "the word ‘em’"),
    ],
)
def test_a_word_that_begins_with_an_apostrophe_is_no_quotation(source: str, text: str) -> None:
    assert text_of(source) == text
