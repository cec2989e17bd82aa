"""The front page of a digest of many essays and topics: it ends, and leads to the rest."""

import re

import pytest

from tests.digest import CONFIG, Digest

SENTENCE = "A lamp that a neighbour mends is worth more than two that a shop sells you today. "
LOOKS = ("default", "wire")


@pytest.fixture(scope="module", params=LOOKS)
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """More of everything than a front page shows, in posts that are as long as it shows whole."""
    digest = Digest(tmp_path_factory.mktemp("large"))
    settings = f'{CONFIG}theme = "{request.param}"\npage_size = 10\neditions.cards = false\n'
    digest.write("sitegen.toml", settings)
    for number in range(60):
        digest.page(f"essays/{number}.md", SENTENCE * 20, title=f"E{number}", date=day(number))
    for topic in range(24):
        for number in range(13):
            header = {"author": "'@somebody'", "date": day(13 * topic + number)}
            header["source"] = f"https://a.example/@somebody/{number}"
            digest.post(f"{topic}-{number}", SENTENCE * 6, f"topic-number-{topic:02}", **header)
    return digest.build()


def day(number: int) -> str:
    return f"{2008 + number % 16}-{1 + number // 16 % 12:02}-{1 + number // 192:02}"


def test_the_front_page_of_a_large_digest_stays_light(large: Digest) -> None:
    front = large.html("")
    assert len(front.encode()) < 60_000
    assert len(re.findall(r"<[a-zA-Z]", front)) < 1_500


def test_every_essay_is_reached_from_the_front_page(large: Digest) -> None:
    large.shows("", 'href="essays/index.html">All 60 essays<')
    lists = ("essays/", *(f"essays/page/{number}/" for number in range(2, 7)))
    shown = [link for address in lists for link in essays_on(large, address)]
    assert sorted(shown) == sorted(f"essays/{number}/" for number in range(60))
    large.has_not("essays/page/7/index.html").shows("essays/", 'href="page/2/index.html"')


def essays_on(digest: Digest, address: str) -> list[str]:
    titles = re.findall(r"<h2[^>]*><a class=\"u-url\" href=\"([^\"]*)\"", digest.html(address))
    return [f"essays/{link.split('/')[-2]}/" for link in titles]


def test_the_front_page_shows_the_newest_essays(large: Digest) -> None:
    newest = re.findall(r"class=\"u-url\" href=\"essays/(\d+)/", large.html(""))
    assert set(newest) == {"15", "31", "47", "14", "30", "46"}


def test_every_topic_is_reached_from_the_front_page(large: Digest) -> None:
    large.shows("", 'href="topics/index.html">All 24 topics<')
    large.shows("topics/", *(f'href="topic-number-{number:02}/' for number in range(24)))
    assert large.html("").count('aria-labelledby="topic-') == 10


def test_a_picture_of_many_topics_shows_the_largest_and_says_so(large: Digest) -> None:
    large.shows("", "The 10 largest topics").lacks("", "That is all of it")


def test_a_number_in_the_picture_does_not_stand_on_a_line_of_its_own(digest: Digest) -> None:
    for number in range(14):
        digest.post(f"p{number}", topic=("one-t", "two-t", *(["old-t"] * 12))[number])
    digest.build().shows("", '<span dir="auto">Old t</span>&#160;<span class="count">')


def test_a_page_names_few_topics_and_leads_to_all(large: Digest) -> None:
    large.shows("essays/3/", "../../topics/index.html", "topic-number-19/")
    large.lacks("essays/3/", "topic-number-20/")


def test_an_essay_may_have_the_name_of_any_number(large: Digest) -> None:
    large.shows("essays/2/", "<h1", "E2</h1>")


@pytest.mark.parametrize("theme", LOOKS)
def test_a_front_page_that_shows_all_has_no_further_lists(digest: Digest, theme: str) -> None:
    digest.write("sitegen.toml", f'{CONFIG}theme = "{theme}"\n')
    for number in range(6):
        digest.page(f"essays/{number}.md", "An essay.", title=f"E{number}")
        digest.post(f"p{number}", topic=f"t{number}")
    digest.build().shows("", *(f">E{number}<" for number in range(6)))
    digest.has_not("essays/index.html", "topics/index.html").lacks("", "essays/index.html")


@pytest.mark.parametrize("count", [1, 40])
def test_a_long_thread_does_not_fill_the_front_page(digest: Digest, count: int) -> None:
    for number in range(1, 41):
        pinned = {"pinned": "true"} if number == count else {}
        digest.post(f"p{number:02}", f"{number}/40 A part.", author="Ann", **pinned)
    digest.build().shows("", "All 40 posts")
    assert digest.html("").count("<article") == 6


def test_another_post_in_a_topic_that_is_not_on_the_front_page_leaves_it_as_it_is(
    digest: Digest,
) -> None:
    digest.write("sitegen.toml", '[appearance]\nsections = ["topics"]\n')
    for number in range(12):
        digest.post(f"p{number}", topic=f"t{number:02}", author="Ann", date="2024-01-01")
    digest.build().post("new", topic="t11", author="Ann", date="2024-01-01").build()
    digest.shows("topics/t11/", "posts/new/")
    digest.lacks("", "posts/new/")
