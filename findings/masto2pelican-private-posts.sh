#!/usr/bin/env bash
# masto2pelican 0.0.3: posts for followers and messages to one person become articles; content warnings and polls go.
#
# Expected: a site of what is public. An archive of Mastodon says of each post who may see it: "to" or "cc" hold the
# public collection, or only followers, or only a person. "summary" is the warning that stands before a text.
# Seen: only replies to others and boosts are left out. Each note becomes an article, for Pelican a published one;
# what the warning hid follows without it. A poll is no "Note" in the archive, and is left out without a word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check masto2pelican==0.0.3
"$work/venv/bin/python" - <<'PY'
import json
import zipfile

ANN = "https://social.example/users/ann"
PUBLIC, FOLLOWERS = "https://www.w3.org/ns/activitystreams#Public", f"{ANN}/followers"


def activity(number, words, to, cc, summary=None, kind="Note", **more):
    address = f"{ANN}/statuses/{number}"
    note = {"id": address, "type": kind, "summary": summary, "inReplyTo": None, "to": to, "cc": cc, "tag": [],
            "published": f"2024-01-0{number}T10:00:00Z", "url": address, "attributedTo": ANN, "attachment": [],
            "sensitive": bool(summary), "content": f"<p>{words}</p>", **more}
    return {"id": f"{address}/activity", "type": "Create", "actor": ANN, "published": note["published"], "to": to,
            "cc": cc, "object": note}


ITEMS = [
    activity(1, "For all.", [PUBLIC], [FOLLOWERS]),
    activity(2, "For followers.", [FOLLOWERS], []),
    activity(3, "For Tom alone.", ["https://social.example/users/tom"], []),
    activity(4, "The gardener did it.", [PUBLIC], [FOLLOWERS], summary="The end of a novel"),
    activity(5, "Rye or oats?", [PUBLIC], [FOLLOWERS], kind="Question", votersCount=2,
             oneOf=[{"type": "Note", "name": "Rye", "replies": {"type": "Collection", "totalItems": 2}}]),
]
OUTBOX = {"@context": "https://www.w3.org/ns/activitystreams", "id": "outbox.json", "type": "OrderedCollection",
          "totalItems": len(ITEMS), "orderedItems": ITEMS}
with zipfile.ZipFile("archive.zip", "w") as archive:
    archive.writestr("actor.json", json.dumps({"id": ANN, "type": "Person", "preferredUsername": "ann"}))
    archive.writestr("outbox.json", json.dumps(OUTBOX))
PY
"$work/venv/bin/masto2pelican" --dest content archive.zip >/dev/null
for page in content/*.html; do
    echo "${page##*/}: $(grep -o '<p>.*</p>' "$page"); status or warning: $(grep -ciE 'status"|novel' "$page" || true)"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1.html: <p>For all.</p>; status or warning: 0
2.html: <p>For followers.</p>; status or warning: 0
3.html: <p>For Tom alone.</p>; status or warning: 0
4.html: <p>The gardener did it.</p>; status or warning: 0
SEEN
echo "as described"
