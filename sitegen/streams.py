"""The standard streams of the process, which tell when they cannot take what is printed."""

import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class PrintError(OSError):
    """What was printed to stdout cannot be written, and not because its reader has gone."""


def watch_streams() -> None:
    """Makes stdout raise ``PrintError``, and stderr drop what it cannot take.

    A stream that is no plain file of the system, such as a console of Windows, stays as it is.
    """
    sys.stdout = _reopened(sys.stdout, _Results)
    sys.stderr = _reopened(sys.stderr, _Messages)


class _Results(io.FileIO):
    """The file under stdout."""

    def write(self, data: "ReadableBuffer") -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise PrintError(error.errno, error.strerror) from None


class _Messages(io.FileIO):
    """The file under stderr: there is no other place to say that it fails."""

    def write(self, data: "ReadableBuffer") -> int:
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


def _reopened(stream: TextIO | None, kind: type[io.FileIO]) -> TextIO | None:
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if type(getattr(stream.buffer, "raw", stream.buffer)) is not io.FileIO:
        return stream
    file = kind(stream.fileno(), "w", closefd=False)
    return io.TextIOWrapper(
        io.BufferedWriter(file),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
