#!/usr/bin/env bash
# advertools 0.18.0: fragments of addresses and entities are hashtags, a name of the fediverse loses its server, and
# url_to_df() gives other addresses.
#
# Expected: "#" within an address begins no hashtag, and "&#39;" is an apostrophe; "@ann@rye.example" is one name, and
# "@ann" somebody else's; a table of addresses has them as they were, so that it can be joined with another.
# Seen: the address is decoded before it is taken apart: "%2F" parts the path, and a value "x%26y" is "x".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check advertools==0.18.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import advertools

posts = [
    "See https://rye.example/#harvest &#39;now&#39; #rye",
    "By @ann@rye.example and @tom",
    "Learn #C++ and #rye-bread",
]
print(advertools.extract_hashtags(posts)["hashtags"])
print(advertools.extract_mentions(posts)["mentions"])
for row in advertools.url_to_df(["https://rye.example/a%20b%2Fc?q=x%26y"]).to_dict("records"):
    print(row["url"], row["last_dir"], row["query_q"])
PY
diff "$work/seen" - <<'SEEN'
[['#harvest', '#39', '#39', '#rye'], [], ['#c', '#rye']]
[[], ['@ann', '@tom'], []]
https://rye.example/a b/c?q=x&y c x
SEEN
echo "as described"
