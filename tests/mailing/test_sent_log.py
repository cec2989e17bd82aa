from pathlib import Path

import pytest

from sitegen.errors import OutputError
from sitegen.mailing.sent_log import log_path, open_log


def test_log_remembers_what_became_of_each_recipient(tmp_path: Path) -> None:
    with open_log(tmp_path, ["2026-11"]) as log:
        for status in ("sending", "sent"):
            log.add(status, "a@d.example", "<1>")
        log.add("sending", "b@d.example", "<1>")
    with open_log(tmp_path, ["2026-11"]) as log:
        assert (log.has_edition("A@d.example"), log.is_doubtful("A@d.example")) == (True, False)
        assert (log.has_edition("b@d.example"), log.is_doubtful("b@d.example")) == (False, True)
        assert (log.has_edition("c@d.example"), log.is_doubtful("c@d.example")) == (False, False)
        assert log.has_message("a@d.example", "<1>")
        assert not log.has_message("a@d.example", "<2>")


def test_each_edition_has_a_log_without_addresses(tmp_path: Path) -> None:
    with open_log(tmp_path, ["2026-11"]) as log:
        log.add("sent", "jane@d.example", "<1>")
    with open_log(tmp_path, ["2026-12"]) as log:
        assert not log.has_edition("jane@d.example")
    assert "jane" not in log_path(tmp_path, "2026-11").read_text(encoding="ascii")


def test_line_that_was_being_written_when_the_machine_stopped_is_skipped(tmp_path: Path) -> None:
    with open_log(tmp_path, ["2026-11"]) as log:
        log.add("sent", "a@d.example", "<1>")
    path = log_path(tmp_path, "2026-11")
    path.write_bytes(path.read_bytes() + b"2026-11-29T11:00:00+00:00 sen")
    with open_log(tmp_path, ["2026-11"]) as log:
        log.add("sent", "b@d.example", "<1>")
    with open_log(tmp_path, ["2026-11"]) as log:
        assert log.has_edition("a@d.example")
        assert log.has_edition("b@d.example")


def test_log_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sent").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(OutputError, match="log"), open_log(tmp_path, ["2026-11"]):
        pass


def test_who_was_sent_an_edition_has_it_after_a_later_failure(tmp_path: Path) -> None:
    with open_log(tmp_path, ["2026-11"]) as log:
        for status in ("sending", "sent", "sending", "failed"):
            log.add(status, "a@d.example", "<1>")
        assert log.has_edition("a@d.example")


def test_doubt_outlives_a_later_failure(tmp_path: Path) -> None:
    with open_log(tmp_path, ["2026-11"]) as log:
        for status in ("sending", "sending", "failed"):
            log.add(status, "a@d.example", "<1>")
        assert log.is_doubtful("a@d.example")


def test_edition_that_was_renamed_keeps_its_log(tmp_path: Path) -> None:
    with open_log(tmp_path, ["after-2026-10"]) as log:
        log.add("sending", "a@d.example", "<1>")
        log.add("sent", "a@d.example", "<1>")
    with open_log(tmp_path, ["2026-11", "after-2026-10"]) as log:
        assert log.has_edition("a@d.example")
