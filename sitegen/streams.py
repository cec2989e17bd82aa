"""Standard streams that report a failed write."""

import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class PrintError(OSError):
    """A write to stdout failed, for another reason than a closed pipe."""


def install_streams() -> None:
    """Makes stdout raise ``PrintError``, and stderr ignore failed writes.

    A stream without a plain file, such as a Windows console, is left unchanged.
    """
    sys.stdout = _reopened(sys.stdout, _CheckedStdout)
    sys.stderr = _reopened(sys.stderr, _LenientStderr)


class _CheckedStdout(io.FileIO):
    """The file under stdout."""

    def write(self, data: "ReadableBuffer") -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise PrintError(error.errno, error.strerror) from None


class _LenientStderr(io.FileIO):
    """The file under stderr: its own failure cannot be reported anywhere."""

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
