#!/usr/bin/env bash
# get-video-id 4.2.0: a page whose address only mentions YouTube is one of its films.
#
# Expected: the film of an address on youtube.com, youtu.be and the like; none elsewhere.
# Seen: the name of the service is looked for anywhere in the text:
# "https://rye.example/watch?v=crust&from=youtube.com" is the film "crust" on YouTube. In a sentence all up to its
# end is the id.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" get-video-id@4.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import getVideoId from "get-video-id";

for (const text of [
  "https://youtu.be/ryeloaf2024?t=10",
  "https://rye.example/watch?v=crust&from=youtube.com",
  "See https://youtu.be/ryeloaf2024, it is good",
]) console.log(text, "->", JSON.stringify(getVideoId(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://youtu.be/ryeloaf2024?t=10 -> {"id":"ryeloaf2024","service":"youtube"}
https://rye.example/watch?v=crust&from=youtube.com -> {"id":"crust","service":"youtube"}
See https://youtu.be/ryeloaf2024, it is good -> {"id":"ryeloaf2024, it is good","service":"youtube"}
SEEN
echo "as described"
