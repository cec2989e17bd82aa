"""What pages of other sites, and pages with scripts of their own, may do in a real browser."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from sitegen.server import PreviewServer, State
from tests.curation.acting import content_of, fill
from tests.desk.serving import ACT, PIN, serve
from tests.digest import CONFIG, Digest

pytestmark = pytest.mark.slow

SCRIPTED = """Its text.

<p id="place">Not yet.</p>
<script>document.getElementById("place").textContent = "It runs in " + self.origin;</script>

![A dot](/media/dot.png) <a href="http://[quay">It is malformed.</a>
"""
TRY_TO_WRITE = """async ([address, body]) => {
  const types = ["application/json", "text/plain", "application/x-www-form-urlencoded"];
  const answers = [];
  for (const mode of ["cors", "no-cors", "same-origin"]) {
    for (const type of types) {
      const headers = { "Content-Type": type };
      await fetch(address, { method: "POST", mode, headers, body, credentials: "include" })
        .then(answer => answers.push(answer.status), () => answers.push("refused"));
    }
  }
  await fetch(address.replace(/_sitegen.*/, ""))
    .then(answer => answer.text())
    .then(text => answers.push(text.includes("data-token") ? 200 : 404), () => 0);
  return answers;
}"""


def png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (3, 3)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def page(shared_page: Page) -> Page:
    shared_page.set_default_timeout(10_000)
    return shared_page


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    digest = Digest(tmp_path_factory.mktemp("digest"))
    fill(digest).write("sitegen.toml", CONFIG + 'theme = "mine"\n')
    digest.write("themes/mine/theme.toml", 'extends = "default"\n')
    digest.write("themes/mine/static/own.css", "body { outline: 3px solid rgb(1, 2, 3); }")
    digest.write("themes/mine/static/own.js", 'document.body.dataset.file = "ran";')
    digest.write(
        "themes/mine/templates/base.html",
        '{% extends "default/base.html" %}{% block head %}'
        '<link rel="stylesheet" href="{{ url("static/own.css") }}">'
        '<script>document.documentElement.dataset.inline = "ran";</script>'
        '<script src="{{ url("static/own.js") }}" defer></script>{% endblock %}',
    )
    digest.page("essays/chart.md", SCRIPTED, id="chart", title="A chart")
    digest.write("content/media/dot.png", png())
    return digest.build()


@pytest.fixture(scope="module")
def server(digest: Digest) -> Iterator[PreviewServer]:
    with serve(digest) as server:
        yield server


def outline_of(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).outlineColor"))


def test_a_theme_runs_its_scripts_beside_the_bar(server: PreviewServer, page: Page) -> None:
    page.goto(server.address)
    expect(page.locator("body[data-file=ran]")).to_be_attached()
    assert page.locator("html").get_attribute("data-inline") == "ran"
    assert outline_of(page) == "rgb(1, 2, 3)"
    assert page.locator("[data-token]").count() == 1


def test_a_page_with_scripts_of_its_own_runs_them_in_its_style(
    server: PreviewServer, page: Page
) -> None:
    page.goto(f"{server.address}essays/chart/")
    expect(page.locator("#place")).to_have_text("It runs in null")
    expect(page.locator("body[data-file=ran]")).to_be_attached()
    assert page.locator("html").get_attribute("data-inline") == "ran"
    assert outline_of(page) == "rgb(1, 2, 3)"
    page.locator("main img").evaluate("image => image.decode()")
    assert page.locator("[data-token]").count() == 0


def test_a_page_with_scripts_of_its_own_reloads(
    server: PreviewServer, digest: Digest, page: Page
) -> None:
    page.goto(f"{server.address}essays/chart/")
    expect(page.locator("main")).to_contain_text("Its text.")
    digest.page("essays/chart.md", SCRIPTED.replace("Its", "A new"), id="chart", title="A")
    digest.build()
    server.publish(State(2, is_built=True))
    expect(page.locator("main")).to_contain_text("A new text.")
    expect(page.locator("#place")).to_have_text("It runs in null")


def test_a_page_with_scripts_of_its_own_cannot_write(
    server: PreviewServer, digest: Digest, page: Page
) -> None:
    before = content_of(digest.root)
    page.goto(f"{server.address}essays/chart/")
    answers = page.evaluate(TRY_TO_WRITE, [f"{server.address[:-1]}{ACT}", PIN])
    assert 200 not in answers
    assert content_of(digest.root) == before


def test_links_of_a_page_with_scripts_of_its_own_lead_where_they_say(
    server: PreviewServer, page: Page
) -> None:
    page.goto(f"{server.address}essays/chart/")
    page.locator("header.masthead a").first.click()
    expect(page).to_have_url(f"{server.address}index.html")


@contextmanager
def other_server(html: str) -> Iterator[str]:
    """A page of another program on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    "attributes", ["", "sandbox='allow-scripts'", "sandbox='allow-scripts allow-same-origin'"]
)
def test_a_frame_of_another_port_cannot_write(
    server: PreviewServer, digest: Digest, page: Page, attributes: str
) -> None:
    before = content_of(digest.root)
    with other_server(f"<body><iframe {attributes} srcdoc='<p>Inside'></iframe>") as address:
        page.goto(address)
        for frame in page.frames:
            answers = frame.evaluate(TRY_TO_WRITE, [f"{server.address[:-1]}{ACT}", PIN])
            assert 200 not in answers
    assert content_of(digest.root) == before


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]
)
def test_a_form_of_another_port_cannot_write(
    server: PreviewServer, digest: Digest, page: Page, kind: str
) -> None:
    before = content_of(digest.root)
    form = f"""<form method=post enctype="{kind}" action="{server.address[:-1]}{ACT}">
      <input name='{PIN[:-1]}, "x": "' value='"}}'><button>Send</button></form>"""
    with other_server(form) as address:
        page.goto(address)
        with page.expect_response(f"**{ACT}") as answer:
            page.get_by_role("button").click()
    assert answer.value.status == 403
    assert content_of(digest.root) == before


def test_a_page_of_another_port_can_load_and_show_nothing(
    server: PreviewServer, digest: Digest, page: Page
) -> None:
    before = content_of(digest.root)
    base = server.address
    elements = f"""<script src="{base[:-1]}{ACT}"></script>
      <script src="{base}_sitegen/desk/static/bar.js"></script>
      <link rel=stylesheet href="{base}static/own.css"><img src="{base}static/favicon.svg">
      <iframe src="{base}"></iframe><iframe src="{base}_desk/"></iframe>"""
    with other_server(f"<body>{elements}") as address:
        page.goto(address)
        assert outline_of(page) != "rgb(1, 2, 3)"
        assert page.evaluate("document.images[0].naturalWidth") == 0
        for frame in page.frames[1:]:
            assert frame.locator("main").count() == 0
    assert content_of(digest.root) == before


MARKUP = '<img src=x onerror="window.hasRun = 1"><script>window.hasRun = 1</script>'


@pytest.fixture
def marked(digest: Digest, server: PreviewServer) -> Iterator[None]:
    """Posts with markup in every field that an import fills."""
    digest.page(
        "topics/birds/marked.md",
        "A marked text.",
        id="marked",
        title=f"'Title {MARKUP}'",
        tags=f"['Tag {MARKUP}']",
        author=f"'Author {MARKUP}'",
        source="'https://digest.example/<script>window.hasRun=1</script>'",
        dump="{file: 'a.txt', markdown: true}",
    )
    text = f"A text {MARKUP}\n\n![{MARKUP}](/media/dot.png)\n"
    digest.page("topics/birds/text.md", text, id="text", dump="{file: 'a.txt', markdown: true}")
    assert (result := digest.build().result)
    assert result.problems == ()
    server.publish(State(3, is_built=True))
    yield
    digest.remove("content/topics/birds/marked.md").remove("content/topics/birds/text.md").build()


@pytest.mark.usefixtures("marked")
def test_markup_in_any_field_is_text_in_a_page_with_the_bar(
    server: PreviewServer, page: Page
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    for address in ("", "topics/birds/", "posts/marked/", "posts/text/", "archive/", "_desk/"):
        page.goto(f"{server.address}{address}")
        assert page.locator("script[data-token]").count() == 1, address
        assert page.evaluate("window.hasRun") is None, address
    assert not [text for text in complaints if "Content Security Policy" in text]
    page.goto(f"{server.address}posts/marked/")
    expect(page.locator("h1").first).to_contain_text(f"Title {MARKUP}")
    page.goto(f"{server.address}_desk/")
    expect(page.get_by_role("table", name="Documents")).to_contain_text(f"Title {MARKUP}")
    assert page.evaluate("window.hasRun") is None


def test_html_that_an_editor_writes_in_a_note_runs_without_the_token(
    server: PreviewServer, digest: Digest, page: Page
) -> None:
    digest.page("topics/birds/noted.md", "A text.", id="noted", note=f"'Note {MARKUP}'")
    before = content_of(digest.build().root)
    page.goto(f"{server.address}posts/noted/")
    page.wait_for_function("window.hasRun === 1")
    assert "data-token" not in page.content()
    assert 200 not in page.evaluate(TRY_TO_WRITE, [f"{server.address[:-1]}{ACT}", PIN])
    assert content_of(digest.root) == before
    digest.remove("content/topics/birds/noted.md").build()
