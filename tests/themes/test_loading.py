"""Themes: finding them, extending them, and their mistakes."""

import re
from pathlib import Path, PurePosixPath

import pytest

from sitegen.configuration.colours import contrast
from sitegen.configuration.file import load_config
from sitegen.errors import ThemeError
from sitegen.themes.loading import bundled_themes, list_themes, load_theme, static_files
from sitegen.themes.manifest import CONTRACT, CONTRACT_CHANGES
from tests.digest import Digest


@pytest.fixture
def mine(digest: Digest) -> Digest:
    """A digest with a theme of its own, which so far overrides nothing."""
    return (
        digest.post("one", "First.")
        .write("sitegen.toml", 'theme = "mine"\n')
        .write("themes/mine/templates/.keep", "")
    )


def message(digest: Digest) -> str:
    with pytest.raises(ThemeError) as caught:
        digest.build()
    return str(caught.value).replace(f"{digest.root}/", "")


def test_a_theme_may_replace_one_template(mine: Digest) -> None:
    mine.write("themes/mine/templates/post.html", "<p>Mine: {{ page.text }}</p>").build()
    assert mine.html("posts/one/") == "<p>Mine: First.</p>"
    mine.shows("", "First.")


def test_a_theme_may_replace_one_block_of_the_template_it_overrides(mine: Digest) -> None:
    template = '{% extends "default/base.html" %}{% block footer %}My footer{% endblock %}'
    mine.write("themes/mine/templates/base.html", template).build()
    mine.shows("posts/one/", "My footer", "First.").shows("", "My footer")


def test_a_theme_may_replace_a_static_file_and_keeps_the_others(mine: Digest) -> None:
    mine.write("themes/mine/static/style.css", "p { color: red }").build()
    mine.shows("static/style.css", "color: red").has("static/favicon.svg")


def test_themes_extend_each_other_in_a_chain(mine: Digest) -> None:
    mine.write("themes/mine/theme.toml", 'extends = "parent"\n')
    mine.write("themes/parent/static/style.css", "parent")
    mine.write("themes/mine/static/own.css", "own")
    theme = load_theme(load_config(mine.root))
    assert [folder.name for folder in theme.folders] == ["mine", "parent", "default", "base"]
    assert static_files(theme)[PurePosixPath("style.css")].read_text() == "parent"


def test_a_template_by_the_name_of_a_theme_is_the_one_that_the_theme_extends_too(
    mine: Digest,
) -> None:
    mine.write("themes/mine/theme.toml", 'extends = "parent"\n')
    mine.write("themes/parent/templates/.keep", "")
    template = '{% extends "parent/post.html" %}{% block footer %}My footer{% endblock %}'
    mine.write("themes/mine/templates/post.html", template).build()
    mine.shows("posts/one/", "My footer", "First.")


def test_a_theme_for_another_contract_is_refused_and_told_what_changed(mine: Digest) -> None:
    mine.write("themes/mine/theme.toml", f"contract = {CONTRACT + 1}\n")
    assert message(mine) == (
        "themes/mine/theme.toml: this theme is made for contract 2 between themes and sitegen, "
        "and this sitegen keeps contract 1: it is the first\n"
        "help: change the theme as “The contract” in docs/themes.md says, then its number; "
        "for a newer contract, install a newer sitegen"
    )


def test_every_contract_has_its_changes() -> None:
    assert list(CONTRACT_CHANGES) == list(range(1, CONTRACT + 1))


def test_the_themes_are_listed_with_what_they_extend_and_which_is_in_use(mine: Digest) -> None:
    mine.write("themes/mine/theme.toml", 'extends = "wire"\ndescription = "Ours."\n')
    listed = {theme.name: theme for theme in list_themes(load_config(mine.root))}
    assert list(listed) == ["base", "default", "mine", "wire"]
    assert [name for name, theme in listed.items() if theme.is_used] == ["mine"]
    assert [name for name, theme in listed.items() if theme.is_own] == ["mine"]
    assert [theme.extends for theme in listed.values()] == ["", "base", "wire", "base"]
    assert listed["mine"].description == "Ours."


def test_a_theme_can_extend_nothing(mine: Digest) -> None:
    mine.write("themes/mine/theme.toml", 'extends = ""\n')
    assert len(load_theme(load_config(mine.root)).folders) == 1


def test_a_theme_that_does_not_exist_is_named_with_those_that_do(mine: Digest) -> None:
    mine.write("sitegen.toml", 'title = "A"\ntheme = "mien"\n')
    assert message(mine) == (
        'sitegen.toml:2: there is no theme “mien”\n    theme = "mien"\nhelp: did you mean “mine”?'
    )
    mine.write("sitegen.toml", 'theme = "other"\n')
    assert message(mine).endswith("\nhelp: available themes: base, default, mine, wire")


@pytest.mark.parametrize("name", ["../default", "/etc", ".", ".."])
def test_a_theme_is_a_name_and_never_a_path(mine: Digest, name: str) -> None:
    mine.write("sitegen.toml", f'theme = "{name}"\n')
    assert "there is no theme" in message(mine)


def test_a_theme_may_not_extend_itself(mine: Digest) -> None:
    mine.write("themes/mine/theme.toml", 'extends = "other"\n')
    mine.write("themes/other/theme.toml", 'extends = "mine"\n')
    assert "extends itself: mine → other → mine" in message(mine)


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ("extend = 'default'", "theme.toml has no setting “extend”"),
        ("extends = 7", "“extends” must be a name"),
        ("contract = 'one'", "“contract” must be a number"),
        ("description = []", "“description” must be a text"),
        ("extends =", "theme.toml cannot be read"),
    ],
)
def test_a_mistake_in_theme_toml_is_named(mine: Digest, settings: str, problem: str) -> None:
    mine.write("themes/mine/theme.toml", settings)
    assert message(mine).startswith(f"themes/mine/theme.toml: {problem}")


def test_a_theme_toml_that_is_not_a_file_is_reported(mine: Digest) -> None:
    mine.write("themes/mine/theme.toml/x", "")
    assert message(mine) == "themes/mine/theme.toml: theme.toml cannot be read: Is a directory"


def test_a_template_that_is_not_utf_8_is_named_with_the_line(mine: Digest) -> None:
    mine.write("themes/mine/templates/post.html", b"<p>\n\xff")
    assert message(mine).startswith(
        "themes/mine/templates/post.html:2: this template is not UTF-8 text: byte 5 "
    )


def test_a_theme_with_a_name_that_no_disk_can_hold_does_not_exist(mine: Digest) -> None:
    mine.write("sitegen.toml", f'theme = "{"a" * 300}"\n')
    assert "there is no theme" in message(mine)


def test_static_files_that_cannot_be_listed_are_an_error(mine: Digest) -> None:
    mine.write("themes/mine/static", "a file where a folder belongs")
    assert message(mine).startswith("themes/mine/static: this folder cannot be read")


TEMPLATES = sorted(bundled_themes().glob("*/templates/*.html"))
ATTRIBUTE = r'data-[a-z-]+(?:="[^"]*")?'
"""An attribute of a partial template that stands in the tag of another one."""
CODE = re.compile(
    r"{% block kind %}.*?{% endblock %}|{#.*?#}|{%.*?%}|{{.*?}}|<style>.*?</style>", re.DOTALL
)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_every_text_of_the_interface_is_said_so_that_it_can_be_translated(path: Path) -> None:
    html = CODE.sub("", path.read_text(encoding="utf-8"))
    assert not re.search(r'(?:aria-label|title|alt)="[^"]*[A-Za-z]', html)
    assert not re.search("[A-Za-z]", re.sub(f"<[^>]*>|{ATTRIBUTE}", "", html))


@pytest.mark.parametrize("theme", ["default", "wire"])
def test_the_parts_of_a_thread_are_joined_where_one_author_numbers_them(
    digest: Digest, theme: str
) -> None:
    digest.write("sitegen.toml", f'theme = "{theme}"\n')
    digest.post("1", "It began. 1/3", author="ann").post("2", "It went on. 2/3", author="ann")
    digest.post("3", "And on. 3/3", author="bob").build()
    assert digest.html("topics/craft/").count("goes-on") == 1


@pytest.mark.parametrize("theme", ["default", "wire"])
def test_the_front_page_shows_six_posts_of_a_topic_and_never_a_part_of_a_thread(
    digest: Digest, theme: str
) -> None:
    digest.write("sitegen.toml", f'theme = "{theme}"\n')
    for number in range(5):
        digest.post(f"a{number}", f"Post number {number}.")
    for part in range(1, 5):
        digest.post(f"t{part}", f"{part}/4 A thread.")
    digest.post("z", "One more.").build()
    html = digest.html("")
    assert [html.count(text) for text in ("<p>Post number", "/4 A thread.</p>", "One more.")] == [
        5,
        4,
        0,
    ]
    digest.post("t2", "2/4 A thread.", note="Why").build()
    html = digest.html("")
    assert (
        html.index("1/4 A thread.") < html.index("<p>Post number 0") < html.index("Post number 1")
    )
    assert "<p>Post number 2" not in html


def test_a_post_says_how_long_it_is_whatever_else_is_known_of_it(digest: Digest) -> None:
    digest.post("1", "Only these four words.").build()
    digest.shows("", "4 words").shows("topics/craft/", "4 words").shows("posts/1/", "4 words")


def test_a_byline_leads_to_the_page_of_the_author(digest: Digest) -> None:
    digest.post("1", "By @bob.", author="ann").page("essays/a.md", "An essay.", author="ann")
    digest.build()
    for address in ("", "topics/craft/", "posts/1/", "essays/a/", "archive/"):
        digest.shows(address, 'authors/ann/index.html" rel="author"><bdi>ann</bdi></a>')
    digest.lacks("authors/ann/", 'rel="author"').lacks("posts/1/", "authors/bob")


def test_a_byline_is_a_name_alone_where_a_theme_has_no_pages_of_authors(mine: Digest) -> None:
    mine.write("themes/mine/theme.toml", 'extends = ""\n')
    post = "{{ page.author }} {{ page.author_page or 'has no page' }}"
    for name in ("base", "front", "topic", "archive", "404"):
        mine.write(f"themes/mine/templates/{name}.html", "")
    mine.write("themes/mine/templates/post.html", post).post("one", "First.", author="ann").build()
    mine.shows("posts/one/", "ann has no page")


def test_a_byline_follows_the_page_of_its_author_where_another_name_makes_it_move(
    digest: Digest,
) -> None:
    digest.post("1", "One.", author="Ann").build().shows("posts/1/", "authors/ann/")
    digest.post("2", "Two.", author="ann").build().lacks("posts/1/", "authors/ann/")
    digest.shows("posts/1/", "authors/ann-")


def test_the_front_page_has_the_sections_of_the_configuration_in_their_order(
    digest: Digest,
) -> None:
    digest.post("1", "First.").page("essays/a.md", "An essay.", title="The essay")
    order = 'sections = ["topics", "opening"]'
    html = digest.write("sitegen.toml", f"[appearance]\n{order}\n").build().html("")
    assert html.index("First.") < html.index("The essay")
    assert "Welcome.</p>" not in html


def test_an_accent_is_changed_until_it_can_be_read_on_light_and_dark_paper(digest: Digest) -> None:
    digest.post("1", "First.").build().lacks("", "--accent")
    digest.write("sitegen.toml", '[appearance]\naccent = "#ffd400"\n').build()
    (light, dark) = re.findall(r"--accent: light-dark\((#\w+), (#\w+)\)", digest.html(""))[0]
    assert contrast(light, "#ffffff") >= 4.5
    assert dark == "#ffd400"


def test_a_changed_look_is_on_every_page_after_the_next_build(digest: Digest) -> None:
    digest.post("1", "First.").build()
    look = '[appearance]\ntypeface = "slab"\ndensity = "compact"\n'
    digest.write("sitegen.toml", f"title = 'Test digest'\n{look}").build()
    for address in ("", "posts/1/", "topics/craft/", "archive/", "404.html"):
        digest.shows(address, 'data-density="compact" data-typeface="slab"')


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (
            "<p>\n{{ page.titel }}</p>",
            (
                "themes/mine/templates/post.html:2: this template cannot be rendered: "
                "a page has no “titel”\n"
                "    {{ page.titel }}</p>\n"
                "help: docs/themes.md lists what each template receives"
            ),
        ),
        (
            "{% if page %}\n<p>",
            (
                "themes/mine/templates/post.html:2: this template cannot be rendered: "
                "Unexpected end of template. Jinja was looking for the following tags: "
                "'elif' or 'else' or 'endif'. "
                "The innermost block that needs to be closed is 'if'.\n"
                "    <p>\n"
                "help: see that every {% block %}, {% if %} and {% for %} has its end"
            ),
        ),
        (
            "{% include 'nothing.html' %}",
            (
                "themes/mine/templates/post.html:1: "
                "the theme “mine” has no template “nothing.html”\n"
                "    {% include 'nothing.html' %}\n"
                "help: see the name in the line that asks for it; a theme may extend another"
            ),
        ),
        (
            "{{ 3 | plurl }}",
            (
                "themes/mine/templates/post.html:1: this template cannot be rendered: "
                "No filter named 'plurl'.\n"
                "    {{ 3 | plurl }}\n"
                "help: see the spelling; docs/themes.md lists the filters that are not Jinja's own"
            ),
        ),
        (
            "{% extends 'post.html' %}",
            (
                "themes/mine/templates/post.html:1: this template cannot be rendered: "
                "“post.html” leads to itself without end\n"
                "    {% extends 'post.html' %}\n"
                'help: say whose template it extends: {% extends "default/base.html" %}'
            ),
        ),
        (
            "{{ url(7) }}",
            (
                "themes/mine/templates/post.html:1: this template cannot be rendered: "
                "url() takes an address or a page, not 7\n"
                "    {{ url(7) }}\n"
                "help: see what the line does with its values"
            ),
        ),
    ],
)
def test_a_mistake_in_a_template_is_named_with_its_line(
    mine: Digest, template: str, text: str
) -> None:
    assert message(mine.write("themes/mine/templates/post.html", template)) == text


def test_values_in_templates_are_escaped(mine: Digest) -> None:
    mine.write("themes/mine/templates/post.html", "{{ page.title }}")
    mine.post("one", "First.", title="'<b>&'").build()
    assert mine.html("posts/one/") == "&lt;b&gt;&amp;"
