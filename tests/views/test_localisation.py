"""How templates write in the language of the digest."""

import pytest

from sitegen.errors import ThemeError
from tests.digest import Digest


@pytest.fixture
def spoken(digest: Digest) -> Digest:
    """A digest whose posts show what the filters of the language make."""
    settings = 'theme = "mine"\nlanguage = "ar-EG"\n'
    digest.write("sitegen.toml", settings).post("one", date="2023-03-29").post("two")
    return digest


def test_dates_and_numbers_are_written_in_the_language_of_the_digest(spoken: Digest) -> None:
    template = "{{ page.date | day }}, {{ page.date | month }}, {{ page.words | number }}"
    spoken.remove("content/topics/craft/two.md")
    spoken.write("themes/mine/templates/post.html", template).build()
    spoken.shows("posts/one/", "٢٩ مارس ٢٠٢٣, مارس ٢٠٢٣, ٢")
    spoken.write("sitegen.toml", 'theme = "mine"\n').build()
    spoken.shows("posts/one/", "29 March 2023, March 2023, 2")


def test_a_list_is_written_in_the_language_of_the_digest_and_is_markup(spoken: Digest) -> None:
    template = "{{ ['<b>', '<i>' | safe] | joined }}"
    spoken.write("themes/mine/templates/post.html", template).build()
    spoken.shows("posts/one/", "&lt;b&gt; و<i>")
    spoken.write("sitegen.toml", 'theme = "mine"\nlanguage = "ja"\n').build()
    spoken.shows("posts/one/", "&lt;b&gt;、<i>")


@pytest.mark.parametrize("template", ["{{ 1234 | number }}", "{{ say('{n}', n=1234) }}"])
def test_cached_wording_is_replaced_when_the_language_changes(
    spoken: Digest, template: str
) -> None:
    spoken.write("themes/mine/templates/post.html", template).build()
    spoken.shows("posts/one/", "١٬٢٣٤").shows("posts/two/", "١٬٢٣٤")
    spoken.write("sitegen.toml", 'theme = "mine"\nlanguage = "de"\n').build()
    spoken.shows("posts/one/", "1.234").shows("posts/two/", "1.234")


def test_equal_values_are_distinguished_by_whether_they_are_markup(spoken: Digest) -> None:
    template = (
        "{{ say('{n}', n='<b>') }} {{ say('{n}', n='<b>' | safe) }} {{ say('{n}', n='<b>') }}"
    )
    spoken.write("themes/mine/templates/post.html", template).build()
    spoken.shows("posts/one/", "&lt;b&gt; <b> &lt;b&gt;")


def test_a_value_of_any_type_can_be_worded(spoken: Digest) -> None:
    spoken.write("themes/mine/templates/post.html", "{{ say('{n}', n=['<']) }}").build()
    spoken.shows("posts/one/", "[&#39;&lt;&#39;]")


def test_a_day_of_nothing_is_a_mistake_with_its_line(spoken: Digest) -> None:
    spoken.write("themes/mine/templates/post.html", "\n{{ page.date | day }}")
    with pytest.raises(ThemeError, match=r"post\.html:2"):
        spoken.build()
