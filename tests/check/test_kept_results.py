"""A check parses again only the files that changed since the last check."""

import pytest

from sitegen.check import check_site
from sitegen.check.parsed import ParsedFile, ParseFunction
from sitegen.engine.executors import ProcessExecutor
from tests.checking import check, told
from tests.digest import NOW, Digest

PLAIN = "<title>A</title>{{ page.html }}"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are parsed."""
    names: list[str] = []
    parse = ParseFunction.parse

    def noted(function: ParseFunction, name: str, data: bytes) -> ParsedFile:
        names.append(name)
        return parse(function, name, data)

    monkeypatch.setattr(ParseFunction, "parse", noted)
    return names


@pytest.fixture
def checked(digest: Digest, parsed: list[str]) -> Digest:
    """A digest with a broken link that was built and checked."""
    digest.write("sitegen.toml", 'theme = "mine"\nbase_url = "https://digest.example/"\n')
    digest.write("themes/mine/templates/post.html", PLAIN)
    digest.post("one", "See [two](/posts/two/#end).").post("two", "[a](/gone/)\n\n<p id='end'>")
    assert len(check(digest.build()).broken_links) == 1
    assert len(parsed) > 5
    parsed.clear()
    return digest


def test_a_second_check_parses_nothing_and_says_the_same(
    checked: Digest, parsed: list[str]
) -> None:
    first = told(checked, *check(checked).broken_links)
    assert "“/gone/”" in first
    assert not parsed
    (checked.root / ".sitegen/check").unlink()
    assert told(checked, *check(checked).broken_links) == first
    assert "posts/one/index.html" in parsed


def test_after_an_edit_only_the_changed_files_are_parsed(
    checked: Digest, parsed: list[str]
) -> None:
    checked.post("two", "[a](/posts/one/)\n\n<p id='finish'>").build()
    said = told(checked, *check(checked).broken_links)
    assert "/gone/" not in said
    assert "#end" in said
    assert checked.result
    assert set(parsed) <= set(checked.result.written)
    assert "posts/one/index.html" not in parsed


def test_a_file_that_is_gone_is_missed_by_files_that_did_not_change(checked: Digest) -> None:
    checked.write("content/media/a.txt", "a").post("three", "[a](/media/a.txt)").build()
    assert "“/media/a.txt”" not in told(checked, *check(checked).broken_links)
    checked.remove("content/media/a.txt").build()
    assert "“/media/a.txt”" in told(checked, *check(checked).broken_links)


def test_another_address_of_the_site_makes_other_links_broken(checked: Digest) -> None:
    checked.post("three", "[a](https://other.example/lost/)").build()
    assert "lost" not in told(checked, *check(checked).broken_links)
    config = 'theme = "mine"\nbase_url = "https://other.example/"\n'
    checked.write("sitegen.toml", config).build()
    assert "lost" in told(checked, *check(checked).broken_links)


def test_damaged_results_are_found_again(checked: Digest, parsed: list[str]) -> None:
    path = checked.root / ".sitegen/check"
    data = bytearray(path.read_bytes())
    data[-9] ^= 1
    path.write_bytes(data)
    assert len(check(checked).broken_links) == 1
    assert parsed


def test_a_cache_that_cannot_be_written_is_no_problem(checked: Digest) -> None:
    path = checked.root / ".sitegen/check"
    path.unlink()
    path.mkdir()
    assert len(check(checked).broken_links) == 1


def test_workers_know_the_results_too(checked: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.check._FEW", 0)
    first = told(checked, *check(checked).broken_links)
    again = check_site(checked.root, now=NOW, executor=ProcessExecutor())
    assert told(checked, *again.broken_links) == first
