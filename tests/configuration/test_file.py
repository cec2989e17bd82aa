"""The configuration of a digest."""

from pathlib import Path

import pytest

from sitegen.configuration.file import load_config
from sitegen.configuration.location import find_config
from sitegen.errors import ConfigError, GroupedError, SitegenError


def write(folder: Path, text: str, name: str = "sitegen.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_everything_has_a_default(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, ""))
    assert (config.title, config.theme, config.page_size) == ("A digest", "default", 50)
    assert config.content == tmp_path / "content"


def test_a_language_that_does_not_exist_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no language “german”; did you mean “de”\?") as caught:
        load_config(write(tmp_path, 'language = "german"\n'))
    assert (caught.value.line, caught.value.source) == (1, 'language = "german"')


def test_topics_are_read_in_their_order(tmp_path: Path) -> None:
    text = '[[topics]]\ntitle = "Trains"\nkeywords = ["rail"]\n[[topics]]\ntitle = "Bread"\n'
    topics = load_config(write(tmp_path, text)).topics
    assert [topic.title for topic in topics] == ["Trains", "Bread"]
    assert topics[0].keywords == ("rail",)


def test_the_table_of_a_pyproject_serves_as_well(tmp_path: Path) -> None:
    write(tmp_path, '[tool.sitegen]\ntitle = "Here"\n', "pyproject.toml")
    assert load_config(tmp_path).title == "Here"


def test_a_pyproject_of_another_project_is_no_configuration(tmp_path: Path) -> None:
    write(tmp_path, '[project]\nname = "other"\n', "pyproject.toml")
    with pytest.raises(ConfigError, match=r"there is no sitegen\.toml"):
        find_config(tmp_path)


def test_a_configuration_of_its_own_comes_before_a_pyproject(tmp_path: Path) -> None:
    write(tmp_path, '[tool.sitegen]\ntitle = "There"\n', "pyproject.toml")
    assert load_config(write(tmp_path, 'title = "Here"\n')).title == "Here"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[appearance]\naccent = "red"\n',
            (
                "sitegen.toml:2: “appearance.accent” is wrong: "
                "it must be a colour such as #a3161f\n"
                '    accent = "red"'
            ),
        ),
        (
            '[appearance]\ndensitty = "airy"\n',
            (
                "sitegen.toml:2: there is no setting “appearance.densitty”\n"
                '    densitty = "airy"\n'
                "help: did you mean “density”?"
            ),
        ),
        (
            '[appearance]\ndensity = "tight"\n',
            (
                "sitegen.toml:2: “appearance.density” is wrong: it must be "
                "'compact', 'regular' or 'airy'\n"
                '    density = "tight"'
            ),
        ),
        (
            '[appearance]\nsections = ["topics", "topics"]\n',
            (
                "sitegen.toml:2: “appearance.sections” is wrong: each section may be listed once\n"
                '    sections = ["topics", "topics"]'
            ),
        ),
        (
            'title = "A"\n[publish]\nbranch = "gh-pages"\nfolder = "/srv/www"\n',
            (
                "sitegen.toml:2: “publish” is wrong: it has both a branch and a folder; "
                "keep the one that you publish to\n"
                "    [publish]"
            ),
        ),
        (
            "[publish]\n",
            (
                "sitegen.toml:1: “publish” is wrong: it must say where to: "
                'branch = "gh-pages", or folder = "/srv/www/digest"\n'
                "    [publish]"
            ),
        ),
        (
            '[publish]\nfolder = "www"\nremote = "upstream"\n',
            (
                "sitegen.toml:1: “publish” is wrong: “remote” goes with a branch, "
                "not with a folder\n"
                "    [publish]"
            ),
        ),
        (
            '[publish]\nbranchh = "gh-pages"\n',
            (
                "sitegen.toml:2: there is no setting “publish.branchh”\n"
                '    branchh = "gh-pages"\n'
                "help: did you mean “branch”?"
            ),
        ),
        (
            "title = unquoted\n",
            (
                "sitegen.toml:1:9: this is not TOML: invalid value\n"
                "    title = unquoted\n"
                'help: put a text in straight quotes: title = "…"; switches are true or false'
            ),
        ),
        (
            'title = "A"\n[email]\nsmtp = "mail.example"\n',
            (
                "sitegen.toml:3: there is no setting “email.smtp”\n"
                '    smtp = "mail.example"\n'
                "help: put “smtp” below a line [send]"
            ),
        ),
        (
            'keywords = ["train"]\n',
            (
                "sitegen.toml:1: there is no setting “keywords”\n"
                '    keywords = ["train"]\n'
                "help: put “keywords” below a line [[topics]]"
            ),
        ),
        (
            'title = "A site\n',
            (
                "sitegen.toml:1:16: this is not TOML: illegal character '\\n'\n"
                '    title = "A site\n'
                "help: close the text with a quotation mark on the same line"
            ),
        ),
        (
            'title = "A"\ntitle = "B"\n',
            (
                "sitegen.toml:2:12: this is not TOML: cannot overwrite a value\n"
                '    title = "B"\n'
                "help: this setting is there twice: remove one of the two lines"
            ),
        ),
        (
            '\ntitel = "x"\n',
            (
                "sitegen.toml:2: there is no setting “titel”\n"
                '    titel = "x"\n'
                "help: did you mean “title”?"
            ),
        ),
        (
            'page_size = "many"\n',
            (
                "sitegen.toml:1: “page_size” is wrong: it must be a whole number\n"
                '    page_size = "many"'
            ),
        ),
        (
            "page_size = 1.5\n",
            (
                "sitegen.toml:1: “page_size” is wrong: it must be a whole number\n"
                "    page_size = 1.5"
            ),
        ),
        (
            "title = 1984\n",
            "sitegen.toml:1: “title” is wrong: it must be a text in quotes\n    title = 1984",
        ),
        (
            'links = "none"\n',
            'sitegen.toml:1: “links” is wrong: it must be a table of settings\n    links = "none"',
        ),
        (
            '[[topics]]\ntitle = "A"\nkeywords = "train"\n',
            (
                "sitegen.toml:3: “topics.keywords” is wrong: it must be a list in square brackets\n"
                '    keywords = "train"'
            ),
        ),
        (
            '[[topics]]\ntitle = "A"\nonly = "always"\n',
            (
                "sitegen.toml:3: “topics.only” is wrong: it must be true or false\n"
                '    only = "always"'
            ),
        ),
        (
            "page_size = 0\n",
            ("sitegen.toml:1: “page_size” is wrong: it must be at least 1\n    page_size = 0"),
        ),
        (
            '[[topics]]\ntitle = "A"\n[[topics]]\nkeywords = []\n',
            'sitegen.toml:3: “topics.title” is missing\n    [[topics]]\nhelp: add it: title = "…"',
        ),
    ],
)
def test_a_mistake_is_named_with_its_place_and_the_remedy(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, text))
    assert str(caught.value).replace(f"{tmp_path}/", "") == message


def test_all_mistakes_are_reported_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    with pytest.raises(GroupedError) as caught:
        load_config(write(tmp_path, 'page_size = "many"\ntitel = "x"\n[links]\nhandel = ""\n'))
    assert [error.line for error in caught.value.errors] == [1, 2, 4]
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    "base_url",
    [
        "digest.example",
        "ftp://digest.example/",
        "https://",
        "https://digest.example/?a=b",
        "https://digest.example/#f",
        "https://digest.example/a b/",
    ],
)
def test_a_base_url_is_a_whole_web_address(tmp_path: Path, base_url: str) -> None:
    with pytest.raises(SitegenError, match="base_url"):
        load_config(write(tmp_path, f'base_url = "{base_url}"\n'))


@pytest.mark.parametrize("base_url", ["", "https://digest.example", "http://localhost:80/sub/"])
def test_a_base_url_may_have_a_path_or_be_left_out(tmp_path: Path, base_url: str) -> None:
    assert load_config(write(tmp_path, f'base_url = "{base_url}"\n')).base_url == base_url


@pytest.mark.parametrize("pattern", ["javascript:alert('{name}')", "{name}", "https://{name}"])
@pytest.mark.parametrize("kind", ["handle", "hashtag"])
def test_handles_and_hashtags_lead_to_web_addresses_alone(
    tmp_path: Path, kind: str, pattern: str
) -> None:
    with pytest.raises(ConfigError, match=f"“links.{kind}” is wrong: it must be a web address"):
        load_config(write(tmp_path, f'[links]\n{kind} = "{pattern}"\n'))


def test_handles_and_hashtags_need_not_lead_anywhere(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, '[links]\nhandle = ""\n')).links.handle == ""


def test_the_folder_of_a_digest_is_no_setting(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no setting “root”"):
        load_config(write(tmp_path, 'root = "/etc"\n'))


@pytest.mark.parametrize(
    "text", ["[tool]\nsitegen = { title = 'Here' }\n", "[tool.sitegen.links]\nhandle = ''\n"]
)
def test_the_table_of_a_pyproject_may_be_written_in_any_way(tmp_path: Path, text: str) -> None:
    write(tmp_path, text, "pyproject.toml")
    assert find_config(tmp_path) == tmp_path / "pyproject.toml"


@pytest.mark.parametrize(
    "text",
    ["about = '''\n[tool.sitegen]\n'''", "[tool]\nsitegen = 3", "tool = 3", "name = broken"],
)
def test_a_pyproject_without_the_table_is_no_configuration(tmp_path: Path, text: str) -> None:
    write(tmp_path, text, "pyproject.toml")
    with pytest.raises(ConfigError, match=r"there is no sitegen\.toml"):
        load_config(tmp_path)


def test_a_pyproject_that_cannot_be_read_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b"[tool.sitegen]\n# \xff")
    with pytest.raises(ConfigError, match=r"there is no sitegen\.toml"):
        find_config(tmp_path)


def test_a_slip_in_a_pyproject_with_the_table_is_named(tmp_path: Path) -> None:
    write(tmp_path, "[tool.sitegen]\ntitle = unquoted\n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:2:9: this is not TOML"):
        load_config(tmp_path)


def test_a_configuration_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sitegen.toml").write_bytes(b"# \xff")
    with pytest.raises(ConfigError, match="not UTF-8 text: byte 3 cannot be read"):
        load_config(tmp_path)


@pytest.mark.parametrize(
    "text", ["[topics]\nmodel = 'm'\n", "[[topics]]\ntitle = 'A'\n\n[topics]\n"]
)
def test_settings_under_topics_are_sent_to_where_they_belong(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=r"“\[topics\]” is not allowed") as caught:
        load_config(write(tmp_path, text))
    assert caught.value.source == "[topics]"
    assert "model" in str(caught.value.hint)
    assert "[grouping]" in str(caught.value.hint)


def test_a_configuration_is_parsed_again_only_if_its_text_changed(
    tmp_path: Path,
) -> None:
    first = load_config(write(tmp_path, 'title = "One"\n'))
    assert load_config(tmp_path, first) is first
    assert load_config(write(tmp_path, 'title = "Two"\n'), first).title == "Two"
    (tmp_path / "copy").mkdir()
    assert load_config(write(tmp_path / "copy", 'title = "One"\n'), first).root != first.root


@pytest.mark.parametrize(
    "name", ["a b", "-f", "refs/heads/a", "a..b", "a/", "/a", "a//b", "HEAD", "a.lock", ".a", "a~1"]
)
def test_a_branch_has_a_name_that_git_takes(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="it must be the name of a branch, such as gh-pages"):
        load_config(write(tmp_path, f'[publish]\nbranch = "{name}"\n'))


@pytest.mark.parametrize("name", ["gh-pages", "sites/über", "a.b_c", "@a"])
def test_a_branch_may_be_called_as_git_allows(tmp_path: Path, name: str) -> None:
    config = load_config(write(tmp_path, f'[publish]\nbranch = "{name}"\n'))
    assert (config.publish.branch, config.publish.remote) == (name, "origin")


def test_a_number_of_thousands_of_digits_in_the_configuration_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sitegen.toml").write_text(f"links = {'1' * 5000}")
    with pytest.raises(ConfigError, match="too many digits"):
        load_config(tmp_path)


def test_a_configuration_nested_hundreds_deep_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sitegen.toml").write_text("links = " + "[" * 900 + "]" * 900)
    with pytest.raises(ConfigError, match="nested too deeply"):
        load_config(tmp_path)
