"""What a template may ask of a page's own keys, and what is said of templates that never end."""

import pytest

from sitegen.errors import ThemeError
from tests.digest import Digest

TEMPLATES = "themes/mine/templates"


@pytest.fixture
def mine(digest: Digest) -> Digest:
    """A digest with a theme of its own, and a post with keys for it."""
    digest.write("sitegen.toml", 'title = "Test digest"\ntheme = "mine"\n')
    return digest.post(
        "one",
        moods="glad",
        tags="[wood]",
        path="up",
        place="{city: {name: Leith}, roads: [{name: Elm}]}",
    )


def shown(mine: Digest, template: str) -> str:
    """What the template makes of the post."""
    return mine.write(f"{TEMPLATES}/post.html", template).build().html("posts/one/")


def error(mine: Digest, template: str) -> ThemeError:
    with pytest.raises(ThemeError) as caught:
        shown(mine, template)
    return caught.value


@pytest.mark.parametrize(
    "test",
    [
        "page.extra.mood",
        'page.extra["mood"]',
        "page.extra.mood.kind.of",
        "page.extra.place.river",
        "page.extra.place.city.age",
        "page.extra.place.roads[0].width",
        'page.extra.mood == "glad"',
        '"glad" in page.extra.mood',
        "page.extra.mood is defined",
        "page.extra.mood | length",
    ],
)
def test_a_key_that_a_page_lacks_is_empty_in_a_test(mine: Digest, test: str) -> None:
    assert shown(mine, "{% if " + test + " %}yes{% else %}no{% endif %}") == "no"


def test_a_key_that_a_page_has_is_shown_however_deep_it_is(mine: Digest) -> None:
    place = "{{ page.extra.place.city.name }}, {{ page.extra.place.roads[0].name }}"
    assert shown(mine, "{{ page.extra.moods }}, " + place) == "glad, Leith, Elm"
    assert shown(mine, "{{ page.extra.path }}") == "up"


def test_a_key_may_be_called_as_a_method_of_mappings_is(mine: Digest) -> None:
    mine.post("one", items="[salt, oil]", drink="{keys: two, values: {get: more}}")
    template = (
        "{{ page.extra.items | join(', ') }} {{ page.extra.drink.keys }} "
        "{{ page.extra.drink.values.get }} {{ page.extra | length }} "
        "{% for key, value in page.extra | items %}{{ key }} {% endfor %}"
    )
    assert shown(mine, template) == "salt, oil two more 2 items drink "


def test_a_key_that_a_page_lacks_is_empty_in_a_loop_and_may_have_a_default(mine: Digest) -> None:
    template = (
        '{% for mood in page.extra.mood %}x{% endfor %}{{ page.extra.mood | default("calm") }}'
    )
    assert shown(mine, template) == "calm"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ page.extra.mood }}", "page.extra has no key “mood”; did you mean “moods”?"),
        ('{{ page.extra["mood"] | upper }}', "page.extra has no key “mood”; did you mean “moods”?"),
        ("{{ url(page.extra.weather) }}", "page.extra has no key “weather”"),
        ("{{ page.extra.weather | day }}", "page.extra has no key “weather”"),
        ("{{ page.extra.weather.wind }}", "page.extra has no key “weather”"),
        ("{{ page.extra.place.river }}", "page.extra.place has no key “river”"),
        ("{{ page.extra.place.roads[0].width }}", "page.extra.place.roads[0] has no key “width”"),
        ("{{ page.extra.moods.nope }}", "a text “glad” has no key “nope”"),
        ("{{ page.extra.moods.nope.more }}", "a text “glad” has no key “nope”"),
    ],
)
def test_a_key_that_a_page_lacks_is_named_where_it_is_to_be_shown(
    mine: Digest, template: str, said: str
) -> None:
    found = error(mine, f"<p>\n{template}")
    assert found.message == f"this template cannot be rendered: {said}"
    assert found.place.endswith("post.html:2")
    assert found.hint == "show it only where a page has it: {% if page.extra.key %}…{% endif %}"


def test_a_key_of_a_text_where_other_pages_have_keys_is_empty_in_a_test(mine: Digest) -> None:
    mine.post("one", book="Rain", price="12")
    template = (
        "{% if page.extra.book.year or page.extra.price.in_euros %}x{% else %}none{% endif %}"
    )
    assert shown(mine, template) == "none"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("page.titel", "a page has no “titel”"),
        ("site.titel", "a site has no “titel”"),
        ("page.tags[0].titel", "a tag has no “titel”"),
        ("site.appearance.titel", "an appearance has no “titel”"),
        ("page.extra.place.roads.nope", "a list has no “nope”"),
        ("page.date.nope", "an empty value has no “nope”"),
        ("nothing", "'nothing' is undefined"),
    ],
)
def test_a_name_that_no_template_receives_is_an_error_in_a_test_too(
    mine: Digest, name: str, said: str
) -> None:
    assert said in error(mine, "{% if " + name + " %}{% endif %}").message


@pytest.mark.parametrize(
    "template", ['{% include "post.html" %}', '{% import "post.html" as post %}']
)
def test_a_template_that_takes_in_itself_is_named(mine: Digest, template: str) -> None:
    found = error(mine, f"<p>\n{template}")
    assert "“post.html” leads to itself without end" in found.message
    assert found.place.endswith(f"{TEMPLATES}/post.html:2")
    assert found.source == template


def test_templates_that_take_in_each_other_are_named_with_the_way_round(mine: Digest) -> None:
    mine.write(f"{TEMPLATES}/_a.html", '{% include "_menu.html" %}\n{% include "_b.html" %}')
    mine.write(f"{TEMPLATES}/_b.html", '{% include "_a.html" %}')
    found = error(mine, '{% include "_a.html" %}')
    assert "“_a.html” leads to itself without end: _a.html → _b.html → _a.html" in found.message
    assert found.place.endswith(f"{TEMPLATES}/_a.html:2")


def test_a_template_may_include_itself_a_limited_number_of_times(mine: Digest) -> None:
    tree = "{{ n }}{% if n %}{% with n = n - 1 %}{% include '_tree.html' %}{% endwith %}{% endif %}"
    mine.write(f"{TEMPLATES}/_tree.html", tree)
    assert shown(mine, "{% with n = 3 %}{% include '_tree.html' %}{% endwith %}") == "3210"


def test_a_template_that_was_emptied_is_named_at_each_build(mine: Digest) -> None:
    mine.write(f"{TEMPLATES}/_note.html", "").write(f"{TEMPLATES}/print.css", "")
    for text in ("", "\n{# Gone. #}\n"):
        assert not shown(mine, text).strip()
        for _ in range(2):
            (warning,) = warnings_of(mine)
            assert warning.replace(f"{mine.root}/", "") == (
                "themes/mine/templates/post.html: this template is empty, and so is each page that "
                "is made with it\n"
                "help: restore it, or delete it and begin again: sitegen themes override post.html"
            )
    assert warnings_of(mine.write(f"{TEMPLATES}/post.html", "A post.")) == []


def warnings_of(mine: Digest) -> list[str]:
    result = mine.build().result
    return [str(warning) for warning in result.warnings] if result else []
