"""Stories and newsletters that are not, or not wholly, for everyone, on Substack and Medium."""

import zipfile
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from sitegen.readers.reading import SourceRead
from tests.files import write_zip

_HEADER = "post_id,post_date,is_published,type,audience,title\n"
_ROW = "1.one,2024-01-01T10:00:00.000Z,true,newsletter,everyone,One\n"
_PAYWALL = '<div class="paywall-jump" data-component-name="PaywallToDOM"></div>'


def _block(audiences: str, inner: str) -> str:
    attributes = 'data-attrs="{&quot;name&quot;: &quot;a > b&quot;}"'
    return (
        f'<div class="dynamic-content-block" {attributes} data-dynamic-audiences="{audiences}">'
        f'<div class="dynamic-content-match">{inner}</div></div>'
    )


def _read_letter(folder: Path, html: str, *include: str) -> SourceRead:
    files = {"posts.csv": _HEADER + _ROW, "posts/1.one.html": html}
    path = write_zip(folder / "export.zip", files)
    return read_source(path, ReadOptions(frozenset(include)))


_TIERS = (
    "<p>Before.</p>"
    + _block("non_sub", "<div><p>For strangers.</p></div>")
    + _block("free_sub", "<p>Free.</p><div><hr></div><p>Free, too.</p>")
    + _block("paid_sub,founding_sub", "<p>Paid.</p>")
    + "<p>After.</p>"
)


@pytest.mark.parametrize(
    ("include", "shown"),
    [
        ((), "Before. For strangers. After."),
        (("followers",), "Before. For strangers. Free. *** Free, too. After."),
        (("paid",), "Before. For strangers. Paid. After."),
    ],
)
def test_a_block_of_a_newsletter_is_shown_to_those_whom_it_names(
    tmp_path: Path, include: tuple[str, ...], shown: str
) -> None:
    read = _read_letter(tmp_path, _TIERS, *include)
    (document,) = read.documents
    assert " ".join(document.text.split()) == shown
    assert {lost.what for lost in read.lost} == {"a passage for subscribers"}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>Above.</p>{_PAYWALL}<p>canary</p><div>canary</div>", "Above."),
        (_block("non_sub,free_sub", f"<p>Above.</p>{_PAYWALL}canary") + "canary", "Above."),
        (_block("", "canary") + _block("new_sub", "canary") + "<p>Open.</p>", "Open."),
        (f"<p>Open.</p>{_block('paid_sub', '<div>canary</div>')[:-6]}", "Open."),
        ("<p>About <code>paywall-jump</code>.</p>", "About `paywall-jump`."),
    ],
)
def test_what_only_payers_see_of_a_newsletter_is_left_out(
    tmp_path: Path, html: str, text: str
) -> None:
    (document,) = _read_letter(tmp_path, html).documents
    assert document.text == text


def test_a_newsletter_that_only_payers_see_is_paid_for(tmp_path: Path) -> None:
    read = _read_letter(tmp_path, f"{_PAYWALL}<p>canary</p>")
    assert (read.documents, read.left_out) == ((), {"paid": 1})


def test_what_substack_puts_around_a_newsletter_is_no_part_of_it(tmp_path: Path) -> None:
    share = '<p class="cta-caption">Share this.</p><p class="button-wrapper"><a href="#">Share</a>'
    app = '<div class="install-substack-app-embed"><img src="a.png"><p>Get the app</p></div>'
    html = f'<p>It burns.</p><div class="captioned-button-wrap">{share}</p></div>{app}<p>End.</p>'
    (document,) = _read_letter(tmp_path, html).documents
    assert (document.text, document.media) == ("It burns.\n\nEnd.", ())


def _story(title: str, footer: str) -> str:
    return (
        f'<article class="h-entry"><h1 class="p-name">{title}</h1><section data-field="body">'
        f'<h3 class="graf--title">{title}</h3><p>canary</p></section><footer>{footer}</footer>'
        "</article>"
    )


def test_a_story_that_is_a_draft_in_the_newer_export_is_left_out(tmp_path: Path) -> None:
    link = '<a href="https://medium.com/@ann/{}" class="p-canonical">Link</a>'
    time = '<time class="dt-published" datetime="2021-01-01T10:00:00.000Z">then</time>'
    newer = _story("New", time + link.format("new-0123456789cd")).replace("canary", "It burns.")
    dumps = {
        "old": {"2020-01-02_Gone-0123456789ab": _story("Gone", link.format("gone-0123456789ab"))},
        "new": {
            "draft_Gone-0123456789ab": _story("Gone", ""),
            "2021-01-01_New-0123456789cd": newer,
        },
    }
    for folder, stories in dumps.items():
        files = {f"posts/{name}.html": story for name, story in stories.items()}
        write_zip(tmp_path / f"medium-{folder}.zip", files)
    both = tmp_path / "both.zip"
    with zipfile.ZipFile(both, "w") as archive:
        for name in ("medium-old.zip", "medium-new.zip"):
            archive.write(tmp_path / name, name)
    read = read_source(both, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns."]
    assert read.left_out == {"draft": 1, "superseded": 1}


@pytest.mark.parametrize("name", ["ips/ips-0001.html", "claps/claps-0001.html"])
def test_a_medium_export_without_stories_is_not_read_as_web_pages(
    tmp_path: Path, name: str
) -> None:
    files = {name: "<ul><li>203.0.113.5</li></ul>", "profile/profile.html": "<p>a@a.example</p>"}
    with pytest.raises(DumpError, match="no stories"):
        read_source(write_zip(tmp_path / "medium.zip", files), ReadOptions())
