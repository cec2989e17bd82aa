from pathlib import Path

from sitegen.topics.profile_file import PROFILES_NAME, format_profiles, read_profiles

PROFILES = {"b2": "01ab\t81 Baking", "a1": "01ab"}


def test_the_file_has_a_sorted_line_for_each_post(tmp_path: Path) -> None:
    (tmp_path / PROFILES_NAME).write_bytes(format_profiles(PROFILES))
    assert format_profiles(PROFILES) == b"a1\t01ab\nb2\t01ab\t81 Baking\n"
    assert read_profiles(tmp_path) == PROFILES


def test_an_id_that_would_break_the_form_is_left_out() -> None:
    assert format_profiles({"a\tb": "01ab", "c\nd": "01ab", "e f": "01ab"}) == b"e f\t01ab\n"


def test_an_unresolved_merge_has_the_lines_of_both_sides(tmp_path: Path) -> None:
    data = b"<<<<<<< HEAD\r\na1\t01\r\n=======\nb2\t02\n>>>>>>> theirs\n\n\xff\xfe\n"
    (tmp_path / PROFILES_NAME).write_bytes(data)
    assert read_profiles(tmp_path) == {"a1": "01", "b2": "02"}


def test_a_file_that_cannot_be_read_has_no_lines(tmp_path: Path) -> None:
    assert read_profiles(tmp_path) == {}
    (tmp_path / PROFILES_NAME).mkdir()
    assert read_profiles(tmp_path) == {}
