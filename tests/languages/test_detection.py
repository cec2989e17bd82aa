"""Which language a text is in."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.languages import checked_tag, detect_language
from sitegen.languages.detection import _NO_LANGUAGE
from sitegen.languages.tags import canonical_tag

pycld2 = pytest.importorskip("pycld2", reason="not made for this Python")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The hive swarmed on Sunday, and I ran.", "en"),
        ("Der Zug nach Wien hatte wieder Verspätung.", "de"),
        ("El tren llegó tarde otra vez.", "es"),
        ("Il pleut encore sur Paris ce matin.", "fr"),
        ("سلام دنیا، حال شما چطور است", "fa"),
        ("القطار متأخر مرة أخرى", "ar"),
        ("סיפור קצר", "he"),
        ("電車がまた遅れている", "ja"),
        ("오늘 날씨가 좋네요", "ko"),
        ("यह एक छोटी कहानी है", "hi"),
        ("Η γάτα κοιμάται", "el"),
    ],
)
def test_the_language_of_a_sentence_is_detected(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Well, well.",
        "Berlin, Paris, Tokyo",
        "12:30 – 14:00",
        "print('hello') # python",
        "https://example.de/der-zug-hat-wieder-verspaetung-und-das-ist-nicht-schoen",
        "@der_zug_nach_wien #wiederverspätung",
        "今日はパンを焼いて、それから駅まで歩いた。I walked to the station after baking today.",
        (
            "Good morning, everybody, I said, and went to the window to see what the weather did. "
            "Guten Morgen zusammen, sagte ich und ging ans Fenster, um nach dem Wetter zu sehen. "
            "Draußen war alles grau, und der Regen lief an der Scheibe herunter wie jeden Morgen."
        ),
    ],
)
def test_a_text_that_is_short_mixed_or_no_prose_is_of_no_language(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    "noise", ["\x00", "\x0c", "\x85", "\ufffe", "\ufdd0", "\u200c", "\U0001fffe"]
)
def test_odd_characters_do_no_harm(noise: str) -> None:
    text = f"The hive swarmed{noise} on Sunday, and I ran."
    assert detect_language(text) in ("en", None)


@given(st.text(max_size=200))
def test_detection_returns_a_language_or_none_for_any_text(text: str) -> None:
    language = detect_language(text)
    assert language is None or checked_tag(language) == language


def test_every_detected_language_has_a_current_tag() -> None:
    for _, code in pycld2.LANGUAGES:
        if not _NO_LANGUAGE.fullmatch(code):
            tag = canonical_tag(code)
            assert checked_tag(tag) == tag


def test_without_the_library_no_language_is_detected() -> None:
    code = (
        "import sys; sys.modules['pycld2'] = None\n"
        "from sitegen.languages import detect_language\n"
        "print(detect_language('The hive swarmed on Sunday, and I ran.'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "None\n"
