import sys
from pathlib import Path

import pytest

from sitegen.errors import OutputError
from sitegen.mailing.sendmail import Sendmail
from sitegen.mailing.transport import RefusedError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no sendmail")


def _program(folder: Path, script: str) -> Sendmail:
    path = folder / "sendmail"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return Sendmail(path)


def test_program_gets_the_message_for_one_recipient(tmp_path: Path) -> None:
    program = _program(tmp_path, f'echo "$@" > {tmp_path}/words; cat > {tmp_path}/mail')
    program.send("editor@d.example", "jane@d.example", b"Subject: News\r\n\r\nText\r\n")
    words = (tmp_path / "words").read_text(encoding="utf-8").strip()
    assert words == "-i -f editor@d.example -- jane@d.example"
    assert (tmp_path / "mail").read_bytes() == b"Subject: News\n\nText\n"


@pytest.mark.parametrize(("code", "is_final"), [(67, True), (75, False)])
def test_program_that_refuses_a_recipient_says_why(
    tmp_path: Path, code: int, *, is_final: bool
) -> None:
    program = _program(tmp_path, f"cat > /dev/null; echo no such user >&2; exit {code}")
    with pytest.raises(RefusedError) as caught:
        program.send("editor@d.example", "jane@d.example", b"")
    assert (caught.value.reason, caught.value.is_final) == ("no such user", is_final)


def test_program_that_fails_is_an_error(tmp_path: Path) -> None:
    program = _program(tmp_path, "cat > /dev/null; echo not configured >&2; exit 78")
    with pytest.raises(OutputError, match="not configured"):
        program.send("editor@d.example", "jane@d.example", b"")


def test_program_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be run"):
        Sendmail(tmp_path / "none").send("editor@d.example", "jane@d.example", b"")
