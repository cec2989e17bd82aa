"""The benchmark of HTML to Markdown counts what is kept and what is lost."""

from pathlib import Path

import pytest

from benchmarks.html_to_markdown import LITERALS, kept_of, literals_kept_by, main
from sitegen.readers.html import html_to_markdown, plain_text

BODY = (
    "<h2>Tools</h2><p>A <b>bold</b> <i>word</i>,<br>a <a href='https://x.example/'>link</a> and "
    "<code>code</code></p><ul><li>one<ul><li>two</li></ul></li></ul>"
    "<p><img src='a.png' alt='A'></p>"
    "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"
)


def test_all_is_kept_by_sitegen() -> None:
    shares, _ = kept_of(lambda html: html_to_markdown(html).markdown, [BODY])
    assert len(shares) > 8
    assert set(shares.values()) == {1.0}
    assert literals_kept_by(lambda html: html_to_markdown(html).markdown) == len(LITERALS)


def test_content_lost_in_conversion_is_counted() -> None:
    shares, _ = kept_of(plain_text, [BODY])
    assert {shares[kind] for kind in ("list depth", "links", "headings", "emphasis")} == {0}
    assert literals_kept_by(plain_text) < len(LITERALS)


def test_a_table_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text(BODY, encoding="utf-8")
    main([str(tmp_path)])
    assert "list depth   100.0%" in capsys.readouterr().out
