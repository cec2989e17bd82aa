"""The line of a setting in the text of a configuration."""

import pytest

from sitegen.configuration.file import load_config
from sitegen.configuration.setting_lines import Path, line_of_setting
from sitegen.errors import ConfigError
from tests.digest import Digest

_TEXT = """theme = "default"
links.handle = ""
[email]
lead = 3
[[topics]]
title = "One"
[[ topics ]] # the second
keywords = [
  "a"]
'title' = "Two"
[editions]
email = true
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("theme",), 1),
        (("links", "theme"), 1),
        (("links", "handle"), 2),
        (("email",), 3),
        (("email", "lead"), 4),
        (("email", "title"), 3),
        (("topics",), 5),
        (("topics", 0, "title"), 6),
        (("topics", 0, "keywords"), 5),
        (("topics", 1, "title"), 10),
        (("topics", 1, "keywords", 0), 8),
        (("editions", "email"), 12),
        (("nothing",), 1),
    ],
)
def test_the_line_of_a_setting_is_in_its_own_table(path: Path, line: int) -> None:
    assert line_of_setting(_TEXT, path) == line


def test_settings_in_a_python_project_are_those_of_its_tool() -> None:
    text = '[tool.other]\ntheme = "x"\n[tool.sitegen]\ntheme = "default"\n[tool.sitegen.links]\n'
    assert line_of_setting(text, ("theme",), in_pyproject=True) == 4
    assert line_of_setting(text, ("links", "handle"), in_pyproject=True) == 5


def test_a_setting_below_a_table_is_told_where_it_belongs(digest: Digest) -> None:
    digest.write("sitegen.toml", 'theme = "default"\n[links]\nhandle = ""\ntheme = "wire"\n')
    with pytest.raises(ConfigError) as raised:
        load_config(digest.root)
    assert (raised.value.line, raised.value.source) == (4, 'theme = "wire"')
    assert raised.value.hint
    assert raised.value.hint.startswith("put “theme” before the first line with square brackets")
