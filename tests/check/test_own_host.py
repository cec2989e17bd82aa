"""What stands on the digest's own host, but not in the digest."""

import pytest

from sitegen.check.hyperlinks import Outside, Resolver, Target
from tests.checking import broken
from tests.digest import Digest

FILES = frozenset({"index.html", "media/b.png", "about/index.html"})
RESOLVER = Resolver("https://example.org/digest/", FILES)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/media/b.png",
        "http://example.org/media/b.png",
        "//example.org/media/b.png",
        "https://EXAMPLE.org/media/b.png",
        "https://example.org:443/media/b.png",
        "http://example.org:80/media/b.png",
        "https://example.org./media/b.png",
        "https://example.org/digest/../media/b.png",
        "https://example.org/digestive/b.png",
        "/media/b.png",
        r"\media\b.png",
        "https://me@example.org/media/b.png",
    ],
)
def test_the_own_host_outside_the_digest_is_no_third_party(address: str) -> None:
    target = RESOLVER.resolve(address, "posts/p/index.html")
    assert isinstance(target, Target)
    assert target.file not in FILES


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/digest/media/b.png",
        "http://example.org:80/digest/media/b.png",
        "//EXAMPLE.ORG/digest/media/b.png",
        "https://example.org/digest/./media/b.png",
    ],
)
def test_the_digest_is_known_by_each_spelling_of_its_host(address: str) -> None:
    assert RESOLVER.resolve(address, "posts/p/index.html") == Target("media/b.png")


@pytest.mark.parametrize(
    "address", ["https://example.com/media/b.png", "https://example.org:8443/media/b.png"]
)
def test_another_host_or_port_is_a_third_party(address: str) -> None:
    assert isinstance(RESOLVER.resolve(address, "posts/p/index.html"), Outside)


@pytest.fixture
def below_a_path(digest: Digest) -> Digest:
    digest.write("sitegen.toml", 'base_url = "https://example.org/digest/"\n')
    return digest.page("about.md", "About.").write("content/media/b.png", "x")


def test_a_picture_from_the_own_host_outside_the_digest_is_broken(below_a_path: Digest) -> None:
    told = broken(below_a_path.post("p", '<img alt="" src="//EXAMPLE.org/media/b.png">'))
    assert "the picture “https://EXAMPLE.org/media/b.png” on /posts/p/ is not there" in told
    assert "did you mean “/media/b.png”?" in told


def test_a_link_that_lacks_only_the_path_of_the_digest_is_broken(below_a_path: Digest) -> None:
    told = broken(below_a_path.post("p", "See [it](https://example.org/about/)."))
    assert "the link to “https://example.org/about/” on /posts/p/ leads nowhere" in told


def test_a_link_to_something_else_on_the_own_host_is_not_broken(below_a_path: Digest) -> None:
    text = "[Home](https://example.org/), [shop](https://example.org/shop/)"
    assert broken(below_a_path.post("p", text)) == ""


@pytest.mark.parametrize("address", ["/gone/", "/media/gone.png", "/about/#gone"])
def test_below_a_path_a_broken_root_address_is_reported_with_its_line(
    below_a_path: Digest, address: str
) -> None:
    told = broken(below_a_path.post("p", f"First.\n\nSee [it]({address})."))
    assert "content/topics/craft/p.md:6:" in told


def test_below_a_path_only_the_broken_address_is_reported(below_a_path: Digest) -> None:
    text = "See [it](/about/), [it](/about/), and [it](https://example.org/about/)."
    told = broken(below_a_path.post("p", text))
    assert told.count("leads nowhere") == 1
    assert "p.md:4:44" in told
