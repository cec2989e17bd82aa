#!/usr/bin/env bash
# cleanurl 0.1.15: also where it is to respect what an address means, the time in a video and the writer of a post are
# gone.
#
# Expected: respect_semantics=True gives an address that "is still valid", so it leads to the same place: "t=30s" is
# where a video begins, "#!/page/2" is for a script, and ";" in a value is no "%3B" to a server that parts there.
# Seen: the video begins at 0; "#!/page/2" becomes the path "/page/2"; of a post the name of the writer becomes "i"; a
# copy in the Wayback Machine becomes the page that it was made of, which may be gone; empty parts of a path are
# removed.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cleanurl==0.1.15
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from cleanurl import cleanurl

for address in (
    "https://www.youtube.com/watch?v=rye&t=30s",
    "https://mill.example/#!/page/2",
    "https://twitter.com/ann/status/1",
    "https://web.archive.org/web/20010203040506/https://mill.example/rye",
    "https://mill.example/search?q=rye;oats",
    "https://mill.example/a//b",
):
    print(address, cleanurl(address, respect_semantics=True).url)
PY
diff "$work/seen" - <<'SEEN'
https://www.youtube.com/watch?v=rye&t=30s https://youtu.be/rye
https://mill.example/#!/page/2 https://mill.example/page/2
https://twitter.com/ann/status/1 https://twitter.com/i/status/1
https://web.archive.org/web/20010203040506/https://mill.example/rye https://mill.example/rye
https://mill.example/search?q=rye;oats https://mill.example/search?q=rye%3Boats
https://mill.example/a//b https://mill.example/a/b
SEEN
echo "as described"
