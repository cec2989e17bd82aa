#!/usr/bin/env bash
# PyLD 3.3.0: a relative address gets the host "example.org": the outbox of a Mastodon archive has a new id.
#
# Expected (JSON-LD 1.1 API, 9.3): without a base address, as for a file, a relative one stays relative when a document
# is expanded, and is as it was when it is compacted again.
# Seen: "http://example.org/base/outbox.json", also after compacting. With an own base it is resolved against that.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PyLD==3.3.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from pyld import jsonld

CONTEXT = {"@vocab": "https://www.w3.org/ns/activitystreams#", "id": "@id", "type": "@type", "url": {"@type": "@id"}}
OUTBOX = {"@context": CONTEXT, "id": "outbox.json", "type": "OrderedCollection", "url": "media/loaf.png"}
[expanded] = jsonld.expand(OUTBOX)
print(expanded["@id"])
compacted = jsonld.compact(jsonld.expand(OUTBOX), CONTEXT)
print(compacted["id"], compacted["url"])
[based] = jsonld.expand(OUTBOX, {"base": "https://social.example/"})
print(based["@id"])
PY
diff "$work/seen" - <<'SEEN'
http://example.org/base/outbox.json
http://example.org/base/outbox.json http://example.org/base/media/loaf.png
https://social.example/outbox.json
SEEN
echo "as described"
