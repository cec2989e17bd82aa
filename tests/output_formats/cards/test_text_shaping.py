"""What is drawn of a title, and in which order."""

import pytest

from sitegen.output_formats.cards.text_shaping import drawable_text, visual_order


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("  A   tale\nof tides ", "A tale of tides"),
        ("Party 🎉🎉 tonight", "Party tonight"),
        ("We ❤\ufe0f tides 👩\u200d🔧", "We tides"),
        ("Cafe\u0301", "Café"),
        ("𝐁𝐨𝐥𝐝 ﬁsh", "Bold ﬁsh"),
        ("\u202babc\u202c\u00ad", "abc"),
        ("שָׁלוֹם", "שלום"),
        ("مَدٌّ", "مد"),
    ],
)
def test_a_title_is_drawn_without_what_no_font_has(text: str, drawn: str) -> None:
    assert drawable_text(text) == drawn


@pytest.mark.parametrize(
    "text",
    ["สวัสดี", "नमस्ते", "Tides and น้ำ", "🎉", "", " ", "—", "\ue000", "ټول", "e\u0332"],
)
def test_a_title_with_a_letter_that_no_font_has_is_not_drawn_at_all(text: str) -> None:
    assert drawable_text(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Tides: “ebb” & flow – 50 % off, №. 3 €5 ½ Øresund Łódź Iași đường",
        "Τι παραλείπουν; Ἀρχιμήδης",
        "О починке велосипедов: Ѓ ґ ў ӣ",
        "潮汐表が書かないこと。「待つ」々ー〜・！？",
        "潮汐表没有告诉我们的事，龙门",
        "潮汐表沒有告訴我們的事：龍門",
        "조석표가 말해 주지 않는 것",
        "ما لا تقوله جداول المد؟ ١٢٣ می‌خواهم گچپژ ٹھیک",
        "מה שלוחות הגאות משמיטים",
        "Ինչ չեն ասում",
        "რას არ გვეუბნებიან",
    ],
)
def test_ordinary_titles_of_these_scripts_are_drawn_whole(text: str) -> None:
    assert drawable_text(text) == text


def test_a_line_from_right_to_left_is_drawn_in_reverse_with_its_brackets_mirrored() -> None:
    assert visual_order("אב (גד) 12", "rtl") == "12 (דג) בא"
    assert visual_order("אב (GPL v2)", "rtl") == "(GPL v2) בא"
    assert visual_order("[אב] (a)", "ltr") == "[בא] (a)"
    assert visual_order("a (b) c", "ltr") == "a (b) c"


def test_arabic_letters_have_the_forms_that_they_have_in_words() -> None:
    assert visual_order("مد", "rtl") == "\ufeaa\ufee3"
    assert visual_order("لا", "rtl") == "\ufefb"


def test_letters_that_are_kept_apart_do_not_join() -> None:
    assert visual_order("ب\u200cب", "rtl") == "\ufe8f\ufe8f"
