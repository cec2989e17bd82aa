import subprocess
import sys

import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, render_markdown

RENDER = """
import sys
from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import render_markdown
render_markdown(sys.argv[1], sys.argv[2], LinkConfig())
print("pygments" in sys.modules)
"""


def loads_pygments(source: str, flavour: Flavour) -> bool:
    command = [sys.executable, "-c", RENDER, source, flavour]
    return subprocess.run(command, capture_output=True, check=True).stdout.strip() == b"True"


@pytest.mark.parametrize("flavour", ["post", "page"])
def test_pygments_is_loaded_only_for_a_text_with_code(flavour: Flavour) -> None:
    assert not loads_pygments("# One\n\n*Two* `three`\n\n- four", flavour)
    assert loads_pygments("```\ncode\n```", flavour)
    assert loads_pygments("    code", flavour)


def test_fenced_code_cannot_tell_pygments_what_to_do() -> None:
    options = 'hl_lines="1" style=none cssfile=/nowhere/x full=1 tabsize=x pygments_formatter=img'
    source = f"```{{.python {options}}}\nprint(1)\n```"
    html = render_markdown(source, "page", LinkConfig()).html
    assert html.startswith('<div class="highlight"><pre><span></span><code><span class="hll">')
    assert "style" not in html


@pytest.mark.parametrize(
    ("code", "is_highlighted"),
    [
        ("x = 1; " * 70, True),
        ("x = 1; " * 72, False),
        ("\n".join(["lamp oil wick"] * 70) + ";", True),
        ("\n".join(["lamp oil wick"] * 80), False),
        ("\n".join(["lamp = oil(wick)"] * 3000), True),
    ],
    ids=["a line of 490", "a line of 504", "980 in a row", "1,120 in a row", "48 kB of code"],
)
def test_code_is_highlighted_unless_it_is_unlike_any_code(
    code: str,
    is_highlighted: bool,  # noqa: FBT001
) -> None:
    html = render_markdown(f"```python\n{code}\n```\n", "page", LinkConfig()).html
    assert ("<span" in html) == is_highlighted


LONG_LINE = "x = 1; " * 72
LONG_LISTING = "note = 1;\n" * 101


@pytest.mark.parametrize("first", [":::python", "#!python", "#!/usr/bin/python"])
@pytest.mark.parametrize("flavour", ["post", "essay", "imported", "page", "own_post"])
def test_indented_code_has_the_limits_of_fenced_code(first: str, flavour: Flavour) -> None:
    for line, is_highlighted in (("x = 1; " * 70, True), (LONG_LINE, False)):
        html = render_markdown(f"Code:\n\n    {first}\n    {line}\n", flavour, LinkConfig()).html
        assert ('class="o"' in html) == is_highlighted
        assert "x" in html


def test_a_long_source_is_highlighted_only_in_a_language_known_to_be_fast() -> None:
    for language, is_highlighted in (("python", True), ("py3", True), ("wikitext", False)):
        for text in (
            f"```{language}\n{LONG_LISTING}```\n",
            f"- a\n\n  ```{language}\n" + "  note = 1;\n" * 101 + "  ```\n",
            f"Code:\n\n    :::{language}\n" + "    note = 1;\n" * 101,
        ):
            html = render_markdown(text, "page", LinkConfig()).html
            assert ('<span class="' in html) == is_highlighted
            assert html.count("note") == 101


def test_a_short_source_is_highlighted_in_any_language() -> None:
    html = render_markdown("```wikitext\n== A ==\n```\n", "page", LinkConfig()).html
    assert '<span class="' in html


def test_long_code_without_a_known_language_looks_like_other_code() -> None:
    for info in ("", "no-such-language"):
        html = render_markdown(f"```{info}\n{LONG_LISTING}```\n", "page", LinkConfig()).html
        assert html.startswith('<div class="highlight"><pre>')
