import pytest

from sitegen.readers.text.languages import guess_language
from sitegen.readers.text.line_features import find_features, quote_style_of
from sitegen.readers.text.lines import WordedLine, measure, read_lines, split_lines


def line_of(text: str) -> WordedLine:
    (line,) = read_lines([text]).worded()
    return line


def test_trailing_white_space_and_control_characters_are_removed() -> None:
    assert split_lines("\ufeffone \t\r\n\x07two\x00\rthree\tfour") == ["one", "two", "three\tfour"]


@pytest.mark.parametrize("control", [*"\f\v\0\x01\b\x1b\x1c\x1f\x7f\x85\x9f\u2028\u2029", "\f\v"])
def test_words_separated_by_a_control_character_stay_separate(control: str) -> None:
    assert split_lines(f"{control}here{control}and there{control}") == ["here and there"]


def test_lines_have_their_numbers_and_the_blank_lines_around_them() -> None:
    lines = read_lines(["", "one", "", "", "two", "three", ""])
    assert list(lines.firsts) == list(lines.lasts) == [2, 5, 6]
    assert [(line.blanks, line.blanks_after) for line in lines] == [(0, 2), (2, 0), (0, 0)]


def test_line_numbers_count_skipped_lines() -> None:
    assert list(read_lines(["one", "two"], 10).firsts) == [11, 12]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("see https://example.com/a/very/long/address/indeed", 27),
        ("日本語", 6),
        ("é", 1),
    ],
)
def test_a_link_counts_23_and_a_wide_character_2(text: str, width: int) -> None:
    assert measure(text) == width


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("plain words", "LATIN"),
        ("猫がいる", "CJK"),
        ("قطة", "ARABIC"),
        ("кот", "CYRILLIC"),
        ("12", ""),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert line_of(text).script == script


@pytest.mark.parametrize("text", ["Done.", "Done!”", "Really?)", "終わった。", "…", "انتهى؟"])
def test_a_sentence_ends_with_its_mark_or_a_quotation_mark_after_it(text: str) -> None:
    assert line_of(text).ends_sentence


@pytest.mark.parametrize(
    ("text", "case"),
    [("“well", "small"), ("Well", "capital"), ("9 are", "neither"), ("日本", "neither")],
)
def test_the_first_letter_gives_the_case(text: str, case: str) -> None:
    line = line_of(text)
    assert (line.starts_lowercase, line.starts_uppercase) == (case == "small", case == "capital")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("it is the way that you say it", "en"),
        ("das ist nicht mein Hund und auch nicht ihrer", "de"),
        ("no se lo que es", "es"),
        ("rhubarb rhubarb", ""),
    ],
)
def test_a_language_is_guessed_from_common_words(text: str, language: str) -> None:
    assert guess_language(text.split()) == language


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("@one two", "reply"),
        ("RT @one: two", "repost"),
        ("see https://example.com", "link last"),
        ("see https://example.com/" + "a" * 200, "link last"),
        ("https://example.com", "link only"),
        ("[https://example.com/](https://example.com/)", "link only"),
        ("_Source: [the lamp](https://example.com)_", "credit"),
        ("via [the lamp](https://example.com)", "credit"),
        ("#one #two", "tags only"),
        ("so much for that #one", "tag last"),
        ("so it goes (2/4)", "part last"),
        ("so it goes /1", "first part last"),
        ("2/4 so it goes", "part first"),
        ("- milk", "bullet"),
        ("2. milk", "item"),
        ("Me: yes", "label"),
        ("milk 12.50", "figure last"),
        ("[exit]", "aside"),
        ("“No.”", "quoted"),
        ("“No,” she said", "speech"),
        ("as follows:", "colon last"),
        ("and then,", "comma last"),
        ("    pass", "indent"),
        ("She left", "pronoun first"),
        ("Traceback (most recent call last):", "code"),
        ("he said “no", "unclosed"),
        ("never again”", "unopened"),
        ("> as somebody wrote", "quote block"),
        ("## A section", "heading"),
        ("![a lamp](lamp.jpg)", "picture"),
        ("<aside class='note'>", "markup"),
        ("[the lamp](https://example.com)", "linked text only"),
        ('<a href="https://example.com">the lamp</a>', "linked text only"),
        ("more at [the lamp](https://example.com).", "linked text last"),
        ("… and so on", "dots first"),
        ("and so on…", "dots last"),
        ("At last!", "exclamation last"),
        ("However, it rained", "discourse first"),
        ("I lit the lamp", "self first"),
    ],
)
def test_features_of_a_line(text: str, feature: str) -> None:
    assert feature in find_features(text)


def test_an_address_that_ends_with_a_digit_is_no_figure() -> None:
    assert "figure last" not in find_features("see https://example.com/12")


@pytest.mark.parametrize("text", ["Nothing to see here", "The year was 1987 and it rained"])
def test_a_plain_line_has_few_features(text: str) -> None:
    assert not find_features(text) - {"figure last"}


@pytest.mark.parametrize(
    ("text", "quote_style"), [("it’s", 1), ("it's", -1), ("its", 0), ("it’s 'it'", 0)]
)
def test_quotation_marks_are_curly_or_straight(text: str, quote_style: int) -> None:
    assert quote_style_of(text) == quote_style
