#!/usr/bin/env bash
# warcio 1.8.1, FastWARC 2.0.1: pages of archives stay encoded, or cannot be read, by how their headers are written.
#
# Expected: the names of codings are case-insensitive ("Chunked", RFC 9112, 7), "x-gzip" is "gzip" (RFC 9110,
# 8.4.1.3), a page may have two codings (RFC 9110, 8.4), and unknown extensions of a chunk are ignored (RFC 9112,
# 7.1.1). Some archives hold the page without chunks and still name the header.
# Seen: content_stream() of warcio gives the raw bytes, without an error, for "Chunked", "x-gzip" and "gzip, deflate".
# FastWARC with auto_decode="all" reads the first and the last of these, and refuses "x-gzip", chunks with extensions
# and pages that are no longer in chunks, of which warcio reads the last two.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check warcio==1.8.1 FastWARC==2.0.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import gzip
import io
import zlib
from collections.abc import Callable

import fastwarc
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = b"<p>Rye.</p>"


def chunks(body: bytes, extension: bytes = b"") -> bytes:
    return b"%x%s\r\n%s\r\n0\r\n\r\n" % (len(body), extension, body)


CASES = (
    ("Transfer-Encoding", "chunked", chunks(PAGE)),
    ("Transfer-Encoding", "Chunked", chunks(PAGE)),
    ("Transfer-Encoding", "chunked", chunks(PAGE, b";part=1")),
    ("Transfer-Encoding", "chunked", PAGE),
    ("Content-Encoding", "gzip", gzip.compress(PAGE)),
    ("Content-Encoding", "x-gzip", gzip.compress(PAGE)),
    ("Content-Encoding", "gzip, deflate", zlib.compress(gzip.compress(PAGE))),
)


def archive(name: str, value: str, body: bytes) -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), (name, value)], protocol="HTTP/1.1")
    address = "https://bread.example/"
    writer.write_record(writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers))
    return file.getvalue()


def with_warcio(data: bytes) -> bytes:
    return next(iter(ArchiveIterator(io.BytesIO(data)))).content_stream().read()


def with_fastwarc(data: bytes) -> bytes:
    return next(iter(fastwarc.ArchiveIterator(io.BytesIO(data), parse_http=True, auto_decode="all"))).reader.read()


def outcome(read: Callable[[bytes], bytes], data: bytes) -> str:
    try:
        return "the page" if read(data) == PAGE else "raw bytes"
    except OSError:
        return "refused"


for name, value, body in CASES:
    data = archive(name, value, body)
    extra = {chunks(PAGE, b";part=1"): " (an extension)", PAGE: " (no longer in chunks)"}.get(body, "")
    print(f"{name}: {value}{extra} | warcio {outcome(with_warcio, data)} | FastWARC {outcome(with_fastwarc, data)}")
PY
diff "$work/seen" - <<'SEEN'
Transfer-Encoding: chunked | warcio the page | FastWARC the page
Transfer-Encoding: Chunked | warcio raw bytes | FastWARC the page
Transfer-Encoding: chunked (an extension) | warcio the page | FastWARC refused
Transfer-Encoding: chunked (no longer in chunks) | warcio the page | FastWARC refused
Content-Encoding: gzip | warcio the page | FastWARC the page
Content-Encoding: x-gzip | warcio raw bytes | FastWARC refused
Content-Encoding: gzip, deflate | warcio raw bytes | FastWARC the page
SEEN
echo "as described"
