"""Files in YAML and TOML whose lists hold records with a text or a link."""

import json
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from tests.readers.sources import read_dump

_FERRY = "The ferry leaves the harbour at seven."
_LAMP = "Two lamps burn in the window all night."
_LIST = f"[{{text: {_FERRY}, date: 2024-01-02}}, {{text: {_LAMP}}}]"


def _write(tmp_path: Path, content: str, name: str = "posts.yaml") -> Path:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("posts.yaml", f"- text: {_FERRY}\n  date: 2024-01-02\n- text: |\n    {_LAMP}\n"),
        ("posts.yml", f"posts:\n  - body: {_FERRY}\n    date: 2024-01-02\n  - body: {_LAMP}\n"),
        ("posts.yaml", f"---\ntext: {_FERRY}\ndate: 2024-01-02\n---\ntext: {_LAMP}\n"),
        ("a.yaml", f"title: B\ntext: My posts so far.\nposts: {_LIST}\n"),
        ("a.yaml", f"sea:\n- text: {_FERRY}\n  date: 2024-01-02\nhome:\n- text: {_LAMP}\n"),
        ("posts.yaml", f"ferry:\n  text: {_FERRY}\n  date: 2024-01-02\nlamp:\n  text: {_LAMP}\n"),
        (
            "posts.toml",
            f'[[posts]]\ntext = "{_FERRY}"\ndate = 2024-01-02\n\n[[posts]]\ntext = "{_LAMP}"\n',
        ),
    ],
)
def test_records_are_read(tmp_path: Path, name: str, content: str) -> None:
    first, second = read_dump(_write(tmp_path, content, name))
    assert (first.text, second.text) == (_FERRY, _LAMP)
    assert first.date is not None
    assert first.date.isoformat() == "2024-01-02T00:00:00+00:00"


def test_keys_may_be_other_values_than_texts(tmp_path: Path) -> None:
    (document,) = read_dump(_write(tmp_path, f"- 1: a\n  null: b\n  2.5: c\n  text: {_FERRY}\n"))
    assert document.text == _FERRY


def test_what_a_record_says_is_not_public_stays_out(tmp_path: Path) -> None:
    posts = f"- text: {_FERRY}\n- text: canary\n  draft: yes\n- text: canary\n  status: private\n"
    (document,) = read_dump(_write(tmp_path, posts))
    assert document.text == _FERRY


@pytest.mark.parametrize(
    "content",
    [
        f"- sender: Ann\n  text: {_FERRY}\n- sender: Bo\n  text: {_LAMP}\n",
        f"drafts:\n  - text: {_FERRY}\n  - text: {_LAMP}\n",
        f"draft_posts:\n  - text: {_FERRY}\n  - text: {_LAMP}\n",
        f"Entwürfe:\n  - text: {_FERRY}\n  - text: {_LAMP}\n",
        f"- name: Ann\n  phone: '0123'\n  notes: {_FERRY}\n",
        "name: checks\non: [push]\njobs:\n  test:\n    steps:\n      - run: make the whole thing\n",
        "colour: red\nwidth: 3\n",
        f"- &a [{_FERRY}]\n- text: *a\n",
        f"- text: {_FERRY}\n- {'[' * 10_000}\n",
    ],
)
def test_other_data_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(DumpError):
        read_dump(_write(tmp_path, content))


@pytest.mark.parametrize(
    "names",
    [
        ("posts", "secret", "diary", "journal", "members_only", "scheduled", "privateNotes"),
        ("note", "my-diary", "Drafts of mine", "archive", "friends", "deleted", "inbox"),
    ],
)
def test_lists_whose_names_say_that_they_are_not_public_are_reported(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    lists = (f"{name}:\n- text: {_LAMP} {name}\n" for name in names)
    reading = read_source(_write(tmp_path, "".join(lists)), ReadOptions())
    assert [document.text for document in reading.documents] == [f"{_LAMP} {names[0]}"]
    assert all(f"“{name}”" in str(reading.remarks) for name in names[1:])


def test_records_below_such_names_are_reported(tmp_path: Path) -> None:
    posts = f"ferry:\n  text: {_FERRY}\ndraft:\n  text: {_LAMP}\n"
    reading = read_source(_write(tmp_path, posts), ReadOptions())
    assert [document.text for document in reading.documents] == [_FERRY]
    assert "“draft”" in str(reading.remarks)


def test_a_diary_by_itself_is_read(tmp_path: Path) -> None:
    (document,) = read_dump(_write(tmp_path, f"diary:\n- text: {_FERRY}\n"))
    assert document.text == _FERRY


def test_further_lists_in_json_are_reported(tmp_path: Path) -> None:
    lists = {name: [{"text": f"{_LAMP} {name}"}] for name in ("posts", "poems", "essays")}
    reading = read_source(_write(tmp_path, json.dumps(lists), "posts.json"), ReadOptions())
    assert [document.text for document in reading.documents] == [f"{_LAMP} posts"]
    assert "not “poems”, “essays”" in str(reading.remarks)


@pytest.mark.parametrize(
    ("name", "content", "place", "what"),
    [
        ("a.yaml", f"# Mine\n- title: one: two\n  text: {_FERRY}\n", ":2:13", "YAML: a value with"),
        ("a.yaml", f"- &a {{text: {_FERRY}}}\n- *a\n", ":2:3", r"YAML: it has an alias, \*a"),
        ("a.yml", '- title: x\n  text: "open\n- title: y\n', ":2:9", "YAML: what begins here"),
        ("a.toml", f'[[posts]]\ntitle = "a\ntext = "{_FERRY}"\n', ":2:11", "TOML: illegal"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    tmp_path: Path, name: str, content: str, place: str, what: str
) -> None:
    path = _write(tmp_path, content, name)
    with pytest.raises(DumpError, match=what) as raised:
        read_dump(path)
    assert raised.value.place == f"{path}{place}"


def test_records_in_braces_are_no_style_sheet(tmp_path: Path) -> None:
    posts = "".join(f'- {{title: {n}, date: 2024-01-02, text: "{_FERRY}"}}\n' for n in "ABCDE")
    assert [document.title for document in read_dump(_write(tmp_path, posts))] == [*"ABCDE"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", f"title: Sea\ndate: 2024-01-02\ntags: [sea, ferry]\ntext: |\n  {_FERRY}\n"),
        ("a.toml", f'title = "Sea"\ndate = 2024-01-02\ntext = "{_FERRY}"\n'),
    ],
)
def test_a_file_may_be_one_record(tmp_path: Path, name: str, content: str) -> None:
    (document,) = read_dump(_write(tmp_path, content, name))
    assert (document.title, document.text) == ("Sea", _FERRY)
    assert document.date is not None
