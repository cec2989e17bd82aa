"""The e-mail of a digest, as a build makes it."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.check import check_site
from sitegen.engine.executors import SerialExecutor
from sitegen.hypertext import StartTag, read_events
from sitegen.output_formats import libraries
from tests.digest import CONFIG, NOW, Digest
from tests.output_formats.email.clients import find_in_sheet, find_unsupported
from tests.paths import ROOT
from tests.publishing import publish, site_of

SETTINGS = f"""{CONFIG}[editions]
email = true
[email]
lead = 10
sender = "Die Redaktion für Übergänge <editor@digest.example>"
subject = "{{title}} – die große Ausgabe für alle, die gern ein wenig länger lesen: {{date}}"
unsubscribe = "https://digest.example/off?who={{recipient}}&list=1"
"""
RICH = """A [link](/about/), `code`, ~~gone~~, <kbd>Ctrl</kbd>, a note[^1]
and <svg><text>drawn</text></svg>.

> A quotation

- [x] done

| a | b |
|---|---|
| 1 | 2 |

```python
def f(): ...
```

<video src="/media/film.mp4" aria-label="A film"></video>

<details><summary>More</summary>Inside</details>

![A lamp](/media/lamp.jpg "Its caption")

[^1]: The note.
"""


def _picture(width: int) -> bytes:
    data = BytesIO()
    Image.new("RGB", (width, width // 2), "#a3161f").save(data, "JPEG", comment=b"a secret place")
    return data.getvalue()


def _write(digest: Digest) -> Digest:
    digest.write("sitegen.toml", SETTINGS)
    digest.write("content/media/lamp.jpg", _picture(2000)).write("content/media/film.mp4", b"film")
    digest.page(
        "index.md", f"Welcome to *everything*.\n\n{RICH}", date="2023-03-29", title="Übersicht"
    )
    digest.page("about.md", "About it.")
    digest.page("essays/lamp.md", "A long text about lamps.", title="The lamp")
    digest.page("essays/chair.md", "A text about chairs.", title="The chair")
    digest.post("rich", RICH, title="Everything", note="'A *note* by the editor.'")
    digest.post("arabic", "هذا نص طويل عن القطارات والليل والمحطات الصغيرة.\n\n> اقتباس", "trains")
    quotation = {"form": "quote", "author": "Ada", "title": "Rain", "pinned": "true"}
    found = {"link": "https://book.example/", "via": "https://found.example/"}
    found |= {"source": "https://old.example/rain"}
    digest.post("quotation", "It rains.", "trains", **quotation, **found)
    digest.post("link", "Worth reading.", "trains", link="https://other.example/a?b=1&c=2")
    digest.post("long", "A long word: " + "x" * 200 + "\n\n" + "Many words. " * 200, "trains")
    for part in (1, 2):
        digest.post(f"thread-{part}", f"Part {part} of it ({part}/2)", "trains", author="Jane")
    for number in range(9):
        digest.post(f"other-{number}", f"Post number {number}.", "zoo")
    return digest.build()


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    return _write(Digest(tmp_path_factory.mktemp("digest")))


def _message(digest: Digest) -> EmailMessage:
    data = (digest.root / "output/email/digest.eml").read_bytes()
    return message_from_bytes(data, policy=policy.default)


def _part(message: EmailMessage, subtype: str) -> str:
    part = message.get_body((subtype,))
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n").rstrip("\n")


def _tags(html: str) -> list[StartTag]:
    return [event for event in read_events(html) if isinstance(event, StartTag)]


def test_mail_has_only_what_mail_clients_understand(digest: Digest) -> None:
    assert find_unsupported(digest.html("email/")) == []


def test_style_sheet_of_the_mail_is_flat() -> None:
    css = (ROOT / "themes/base/templates/email.css").read_text(encoding="utf-8")
    plain = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", css, flags=re.DOTALL)
    plain = re.sub(
        r"\{\{ (\w+) \}\}", lambda f: "serif" if f[1] in ("typeface", "sans") else "#a3161f", plain
    )
    assert list(find_in_sheet(plain)) == []


def test_mail_is_short_enough_for_gmail_and_says_its_language_and_direction(digest: Digest) -> None:
    html = digest.html("email/")
    assert len(html.encode()) < 100_000
    assert '<html lang="en" dir="ltr">' in html
    assert re.search(
        r'<div class="post rtl"[^>]* dir="rtl" lang="ar"|lang="ar"[^>]* dir="rtl"', html
    )
    date = re.search(r'<a [^>]*href="https://digest.example/posts/arabic/"[^>]*>', html)
    assert date
    assert 'dir="ltr"' in date[0], "words and numbers of the digest's language keep their order"
    assert html.index('<meta charset="utf-8">') < 100


def test_every_address_in_the_mail_is_whole(digest: Digest) -> None:
    tags = _tags(digest.html("email/"))
    addresses = [
        value for tag in tags for name, value in tag.attributes.items() if name in ("href", "src")
    ]
    assert len(addresses) > 20
    assert [address for address in addresses if not address.startswith("https://")] == []


def test_picture_has_its_description_and_the_width_of_the_mail(digest: Digest) -> None:
    pictures = [tag.attributes for tag in _tags(digest.html("email/")) if tag.name == "img"]
    assert pictures
    for picture in pictures:
        assert picture["src"] == "https://digest.example/media/lamp.jpg"
        assert (picture["alt"], picture["width"]) == ("A lamp", "600")


def test_quotation_names_its_author_and_what_it_is_from(digest: Digest) -> None:
    html, text = digest.html("email/"), digest.html("email/email.txt")
    assert re.search(r'text-ltr"><blockquote [^>]*><p [^>]*>It rains.</p></blockquote>', html)
    assert re.search(r">— <span[^>]*>Ada</span>, <a [^>]*>Rain</a></p>", html)
    assert re.search(r'via <a [^>]*href="https://found.example/"[^>]*>found.example</a> · ', html)
    assert "> It rains.\n\nRain: https://book.example/\nvia found.example: https://found" in text
    assert "\nSource: https://old.example/rain\n" in text


def test_mail_begins_with_a_preview_that_is_not_shown(digest: Digest) -> None:
    shown = re.search(
        r'<div class="preheader" style="display: none;[^"]*">([^<]+)</div>', digest.html("email/")
    )
    assert shown
    assert "Welcome to everything" in shown[1]


def test_mail_shows_as_many_posts_as_the_configuration_says(digest: Digest) -> None:
    html = digest.html("email/")
    assert html.count('class="post ') == 10
    assert "Everything" in html
    assert "All 9 posts" in html
    assert "The whole thread" in html
    assert "Part 2 of it" not in html


def test_message_has_the_text_and_the_html_of_the_files(digest: Digest) -> None:
    message = _message(digest)
    assert _part(message, "html") == digest.html("email/").rstrip("\n")
    assert _part(message, "plain") == digest.html("email/email.txt").rstrip("\n")
    assert message["Subject"] == (
        "Übersicht – die große Ausgabe für alle, die gern ein wenig länger lesen: 29 March 2023"
    )
    assert message["Date"] == "Wed, 29 Mar 2023 00:00:00 +0000"
    assert message["From"] == "Die Redaktion für Übergänge <editor@digest.example>"
    assert message["List-Unsubscribe"] == "<https://digest.example/off?who=%7Brecipient%7D&list=1>"


def test_plain_text_has_no_markup_and_every_link(digest: Digest) -> None:
    text = digest.html("email/email.txt")
    assert not re.search(r"<[a-z]+[ >]|&[a-z]+;", text)
    assert "https://other.example/a?b=1&c=2" in text
    assert "A link <https://digest.example/about/>" in text
    assert "> A quotation" in text
    assert "\n\n\n" not in text
    assert "https://digest.example/off?who=%7Brecipient%7D&list=1" in text


def test_check_finds_nothing_wrong_in_the_mail(digest: Digest) -> None:
    found = check_site(digest.root, now=NOW, executor=SerialExecutor())
    assert found.problems == ()
    assert [warning for warning in found.warnings if "email" in str(warning)] == []


def test_mail_is_not_in_the_sitemap(digest: Digest) -> None:
    assert "email" not in digest.html("sitemap.xml")


def test_message_is_not_published(digest: Digest, tmp_path: Path) -> None:
    digest.write("sitegen.toml", f'{SETTINGS}[publish]\nfolder = "{tmp_path / "www"}"\n').build()
    publish(digest)
    published = {path.name for path in (tmp_path / "www/email").iterdir()}
    assert published == {"index.html", "email.txt"}
    assert "email/digest.eml" in site_of(digest)


def test_attached_pictures_are_in_the_message_without_their_metadata(digest: Digest) -> None:
    before = digest.html("email/")
    digest.write("sitegen.toml", f'{SETTINGS}pictures = "attached"\n').build()
    message = _message(digest)
    (picture,) = (part for part in message.walk() if part.get_content_maintype() == "image")
    data = picture.get_content()
    assert f'src="cid:{picture["Content-ID"][1:-1]}"' in _part(message, "html")
    assert Image.open(BytesIO(data)).size == (1200, 600)
    assert b"secret" not in data
    assert digest.html("email/") == before


def test_posts_that_the_editor_set_apart_come_first(digest: Digest) -> None:
    digest.write("sitegen.toml", SETTINGS.replace("lead = 10", "lead = 2")).build()
    html = digest.html("email/")
    assert html.count('class="post ') == 2
    assert "A <em>note</em> by the editor." in html
    assert "It rains." in html


def test_mail_is_made_again_only_if_something_in_it_changed(digest: Digest) -> None:
    digest.write("sitegen.toml", SETTINGS).build()
    digest.page("about.md", "Another text.").build()
    assert digest.result is not None
    assert [name for name in digest.result.written if name.startswith("email/")] == []
    digest.post("other-0", "Post number nought.", "zoo").build()
    names = [name for name in digest.result.written if name.startswith("email/")]
    assert sorted(names) == ["email/digest.eml", "email/email.txt", "email/index.html"]


def test_mail_that_is_too_long_names_what_to_cut(digest: Digest) -> None:
    digest.page("index.md", "Many words.\n" * 10_000, title="Übersicht").build()
    assert digest.result is not None
    (warning,) = digest.result.warnings
    assert re.search(r"the e-mail has 1\d\d kB, and Gmail hides", warning.message)
    assert "“Übersicht” (120 kB)" in str(warning.hint)


def test_missing_library_is_named_and_the_pages_are_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "find_spec", lambda _: None)
    digest = Digest(tmp_path).write("sitegen.toml", f"{CONFIG}[editions]\nemail = true\n").build()
    assert digest.result is not None
    (warning,) = digest.result.warnings
    assert 'pip install "sitegen[email]"' in str(warning)
    digest.has("index.html").has_not("email/index.html")


def test_mail_of_a_digest_without_an_address_is_left_out_with_a_warning(tmp_path: Path) -> None:
    config = 'title = "Test digest"\n[editions]\nemail = true\n'
    digest = Digest(tmp_path).write("sitegen.toml", config).build()
    assert digest.result is not None
    assert any("e-mail is left out" in str(warning) for warning in digest.result.warnings)
    digest.has("index.html").has_not("email/index.html")


def test_theme_without_templates_for_a_mail_has_none(tmp_path: Path) -> None:
    digest = Digest(tmp_path).write("themes/mine/theme.toml", 'extends = ""\ncontract = 1\n')
    for name in ("404", "archive", "essay", "front", "page", "post", "topic"):
        digest.write(f"themes/mine/templates/{name}.html", "<title>{{ site.title }}</title>")
    digest.write("sitegen.toml", f'theme = "mine"\n{CONFIG}[editions]\nemail = true\n').build()
    assert digest.result is not None
    assert "has no email.html and no email.txt" in str(digest.result.warnings)
    digest.has("index.html").has_not("email/index.html")


def test_sender_of_a_site_at_an_international_host_is_in_ascii(tmp_path: Path) -> None:
    config = CONFIG.replace("digest.example", "übung.example")
    digest = Digest(tmp_path).write("sitegen.toml", f"{config}[editions]\nemail = true\n").build()
    assert _message(digest)["From"] == "Test digest <digest@xn--bung-zra.example>"


def test_empty_digest_has_a_mail(tmp_path: Path) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", f"{CONFIG}[editions]\nemail = true\n").build()
    message = _message(digest)
    assert message["Subject"] == "Test digest"
    assert message["From"] == "Test digest <digest@digest.example>"
    assert unescape("There is nothing in this digest yet.") in _part(message, "html")
    assert find_unsupported(digest.html("email/")) == []
