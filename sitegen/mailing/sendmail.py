"""Sends by a program with the interface of ``sendmail``, as Postfix, Exim and msmtp have."""

import subprocess
from pathlib import Path

from sitegen.errors import OutputError
from sitegen.mailing.transport import DoubtfulError, RefusedError

_FINAL = {64, 65, 67, 68}
"""Usage, data, no such user, no such host: exit codes of ``sysexits.h``."""
_TEMPORARY = 75
_TIMEOUT = 120


class Sendmail:
    """The program at a path."""

    def __init__(self, command: Path) -> None:
        self._command = command
        self.name = str(command)

    def send(self, sender: str, recipient: str, data: bytes) -> None:
        """Runs the program for one recipient; see ``Transport.send``."""
        command = [str(self._command), "-i", "-f", sender, "--", recipient]
        try:
            done = subprocess.run(  # noqa: S603 -- the editor's own program
                command,
                input=data.replace(b"\r\n", b"\n"),
                capture_output=True,
                timeout=_TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise DoubtfulError(
                f"{self.name} did not end within {_TIMEOUT} seconds",
                hint="look in the log of your mail system whether the message was sent",
            ) from None
        except OSError as error:
            raise OutputError(
                f"{self.name} cannot be run: {error.strerror}",
                hint="name the program in [send] sendmail, such as /usr/sbin/sendmail",
            ) from None
        if done.returncode:
            raise self._failure(done.returncode, done.stderr.decode(errors="replace").strip())

    def close(self) -> None:
        """Does nothing: the program ends after each message."""

    def _failure(self, code: int, said: str) -> RefusedError | OutputError:
        reason = said.splitlines()[-1] if said else f"exit code {code}"
        if code in _FINAL or code == _TEMPORARY:
            return RefusedError(reason, is_final=code in _FINAL)
        return OutputError(
            f"{self.name} failed: {reason}", hint="check that it can send other mail"
        )
