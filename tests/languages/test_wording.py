"""The texts of the interface: their translations, and what a theme says in its own words."""

import ast
import re
from collections.abc import Iterator

import pytest
from jinja2 import nodes
from markupsafe import Markup

from sitegen.errors import ThemeError
from sitegen.languages import Wording, load_wording
from sitegen.languages.tags import locale_of
from sitegen.themes.environment import make_environment
from sitegen.themes.loading import bundled_themes
from tests.digest import Digest
from tests.paths import ROOT

PACKAGE = ROOT / "sitegen"
TRANSLATED = ("ar", "de", "es", "ja")
POSTS = "{count} post|{count} posts"
SAYING = ("say", "say_markup")


def said_in_templates() -> Iterator[str]:
    environment = make_environment({}, lambda *_: None)
    for path in sorted(bundled_themes().glob("*/templates/**/*.*")):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "say":
                text = call.args[0].as_const() if isinstance(call.args[0], nodes.Const) else None
                assert isinstance(text, str), f"{path}:{call.lineno}: say() takes a written text"
                yield text


def said_in_python() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                text = call.args[0] if call.args and call.func.attr in SAYING else None
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value


def has_words(text: str) -> bool:
    return any(map(str.isalpha, re.sub(r"\{\w+\}", "", text)))


@pytest.fixture(scope="module")
def said() -> list[str]:
    """Every text of the interface."""
    return sorted(filter(has_words, {*said_in_templates(), *said_in_python()}))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_of_the_interface_is_translated(language: str, said: list[str]) -> None:
    texts = load_wording(language, []).texts
    assert [text for text in said if text not in texts] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_counted_wording_has_every_plural_form_of_the_language(language: str) -> None:
    needed = {locale_of(language).plural_form(count) for count in range(10_000)}
    for text, forms in load_wording(language, []).texts.items():
        if "|" in text:
            assert not isinstance(forms, str), text
            assert set(forms) == needed, text


def test_every_translation_keeps_the_values_of_its_text() -> None:
    for language in TRANSLATED:
        wording = load_wording(language, [])
        for text in (text for text in wording.texts if "|" not in text):
            names = {name.partition("}")[0] for name in text.split("{")[1:]}
            shown = wording.say(text, None, **{name: f"<{name}>" for name in names})
            assert all(f"<{name}>" in shown for name in names), (language, text)


def test_a_text_agrees_with_its_number() -> None:
    english, german = load_wording("en", []), load_wording("de", [])
    assert [english.say(POSTS, n) for n in (0, 1, 2)] == ["0 posts", "1 post", "2 posts"]
    assert [german.say(POSTS, n) for n in (1, 1234)] == ["1 Beitrag", "1.234 Beiträge"]


def test_arabic_has_a_form_for_each_of_its_six_kinds_of_number() -> None:
    arabic = load_wording("ar-EG", [])
    assert [arabic.say(POSTS, n) for n in (0, 1, 2, 3, 11, 100)] == [
        "لا منشورات",
        "منشور واحد",
        "منشوران",
        "٣ منشورات",
        "١١ منشورًا",
        "١٠٠ منشور",
    ]


def test_a_text_without_a_translation_is_english() -> None:
    wording = load_wording("fr", [])
    assert wording.say("All in {topic}", topic="Craft") == "All in Craft"
    assert not wording.is_translated


@pytest.mark.parametrize(
    ("language", "text"), [("de-AT", "Archiv"), ("es-419", "Archivo"), ("en-GB", "Archive")]
)
def test_a_language_of_a_region_speaks_as_the_language_does(language: str, text: str) -> None:
    wording = load_wording(language, [])
    assert (wording.say("Archive"), wording.is_translated) == (text, True)


def test_a_value_is_escaped_in_a_page_unless_it_is_markup() -> None:
    wording = Wording("en", {"See {a}, {b}": "<See> {a}, {b}"})
    assert wording.say_markup("See {a}, {b}", a="<i>", b=Markup("<b>")) == Markup(
        "&lt;See&gt; &lt;i&gt;, <b>"
    )


def test_a_text_reaches_nothing_but_its_values() -> None:
    assert Wording("en", {}).say("{a.__class__} {a}", a=1) == "{a.__class__} 1"


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(TypeError, match=r"was given no “topic” for the text “All in {topic}”"):
        Wording("en", {}).say("All in {topic}")


@pytest.fixture
def mine(digest: Digest) -> Digest:
    """A digest with a theme of its own that shows one text on a post's page."""
    settings = 'theme = "mine"\nlanguage = "de"\n'
    template = '<p>{{ say("Archive") }}, {{ say("Posts: {count}", count=1234) }}</p>'
    digest.write("sitegen.toml", settings).post("one")
    return digest.write("themes/mine/templates/post.html", template)


def test_a_theme_translates_its_own_texts_and_changes_others(mine: Digest) -> None:
    mine.build().shows("posts/one/", "<p>Archiv, Posts: 1.234</p>")
    words = '"Archive" = "Alles"\n"Posts: {count}" = "Beiträge: {count}"\n'
    mine.write("themes/mine/words/de.toml", words).build()
    mine.shows("posts/one/", "<p>Alles, Beiträge: 1.234</p>")


def test_a_theme_may_say_something_else_in_english_too(mine: Digest) -> None:
    mine.write("sitegen.toml", 'theme = "mine"\n')
    mine.write("themes/mine/words/en.toml", '"Archive" = "Everything"').build()
    mine.shows("posts/one/", "<p>Everything, Posts: 1,234</p>")


def test_the_words_of_the_nearest_theme_and_region_win(mine: Digest) -> None:
    mine.write("themes/mine/theme.toml", 'extends = "parent"\n')
    mine.write("themes/parent/words/de.toml", '"Archive" = "von dort"')
    mine.write("themes/parent/words/de-AT.toml", '"Archive" = "aus Wien"')
    folders = [mine.root / "themes/mine", mine.root / "themes/parent"]
    assert load_wording("de-AT", folders).say("Archive") == "aus Wien"
    mine.write("themes/mine/words/de.toml", '"Archive" = "von hier"')
    assert load_wording("de-AT", folders).say("Archive") == "von hier"


def test_pages_are_made_again_when_the_language_or_a_text_changes(mine: Digest) -> None:
    mine.build()
    mine.write("themes/mine/words/de.toml", '"Archive" = "Alles"\n').build()
    assert mine.result is not None
    assert mine.result.reasons["posts/one/index.html"] == "the words of the interface changed"
    mine.write("sitegen.toml", 'theme = "mine"\nlanguage = "ja"\n').build()
    mine.shows("posts/one/", "<p>アーカイブ, Posts: 1,234</p>").build().wrote()


def test_a_language_without_translations_is_pointed_out_once_a_build(mine: Digest) -> None:
    mine.write("sitegen.toml", 'theme = "mine"\nlanguage = "fr"\n').post("two").build()
    assert mine.result is not None
    (warning,) = mine.result.warnings
    assert str(warning).replace(f"{mine.root}/", "") == (
        "sitegen.toml: the words of the interface are English, as there are none in “fr”\n"
        "help: translate them in your theme: themes/mine/words/fr.toml"
    )


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ('"Archive" = 3', "“Archive” needs a translation, or a table of plural forms with “other”"),
        ('["Archive"]\none = "x"', "“Archive” needs a translation, or a table of plural forms"),
        (
            '"Archive" = {other = "x", paucal = "y"}',
            "“paucal” is not a plural form; there are",
        ),
        ('"Archive" = "{n} x"', "“Archive” has no value {n}, which its translation uses"),
        ('"Archive" =', "these translations cannot be read: Invalid value"),
    ],
)
def test_a_mistake_in_a_translation_is_named(mine: Digest, words: str, problem: str) -> None:
    with pytest.raises(ThemeError, match=problem.replace("{", r"\{")) as caught:
        mine.write("themes/mine/words/de.toml", words).build()
    assert caught.value.path == mine.root / "themes/mine/words/de.toml"


def test_a_mistake_in_a_template_s_text_is_named_with_its_line(mine: Digest) -> None:
    mine.write("themes/mine/templates/post.html", '\n{{ say("All in {topic}") }}')
    with pytest.raises(ThemeError, match=r"post\.html:2: .*say\(\) was given no “topic”"):
        mine.build()
