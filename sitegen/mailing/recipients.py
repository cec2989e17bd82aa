"""Reads the addresses that a mail is sent to: one, or a file with one on each line."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.configuration.mailboxes import read_mailbox
from sitegen.errors import UsageError, grouped


def read_recipients(to: str) -> tuple[str, ...]:
    """The addresses that ``to`` names, each once.

    Args:
        to: an address, or the path of a file. Empty lines of a file, and those that begin with
            ``#``, are skipped; an address may have a name: ``Jane Doe <jane@digest.example>``.

    Raises:
        UsageError: the file cannot be read, or it has no address.
        SitegenError: lines of the file are no addresses.
    """
    return (_single(to),) if is_single(to) else _from_file(Path(to))


def is_single(to: str) -> bool:
    """Whether ``to`` is an address rather than a file."""
    return "@" in to and not Path(to).is_file()


def _single(to: str) -> str:
    try:
        return read_mailbox(to).address
    except ValueError:
        raise UsageError(
            f"“{to}” is not an e-mail address, and there is no such file",
            hint="name one address, such as you@example.org, or a file with one on each line",
        ) from None


def _from_file(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(
            f"the list of recipients cannot be read: {reason}",
            path=path,
            hint="name a file with one address on each line, or one address",
        ) from None
    errors: list[UsageError] = []
    addresses: dict[str, str] = {}
    for number, line in _written(lines):
        try:
            address = read_mailbox(line).address
            addresses.setdefault(address.lower(), address)
        except ValueError:
            errors.append(_not_an_address(path, number, line))
    if errors:
        raise grouped(errors)
    if not addresses:
        raise UsageError(
            "this list of recipients is empty", path=path, hint="add one address a line"
        )
    return tuple(addresses.values())


def _written(lines: list[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line


def _not_an_address(path: Path, number: int, line: str) -> UsageError:
    return UsageError(
        "this line is not an e-mail address",
        path=path,
        line=number,
        source=line,
        hint="write one address on each line; a line that begins with # is skipped",
    )
