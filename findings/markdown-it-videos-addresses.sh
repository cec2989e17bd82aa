#!/usr/bin/env bash
# markdown-it-block-embed 0.0.3, markdown-it-video 0.6.3: a linked moment is lost, and a short film's player is empty.
#
# Expected: a film is named by any address that YouTube gives ("a number of different YouTube URL formats"), and begins at the
# moment that the address names, as "?start=30" of the player does; what is not understood stays a link.
# Seen: the moment is dropped. An address in another form, such as that of a short film, is put whole behind
# "https://www.youtube.com/embed/": a player without a film, and no link to it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    markdown-it@14.3.3 markdown-it-block-embed@0.0.3 markdown-it-video@0.6.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import block from "markdown-it-block-embed";
import video from "markdown-it-video";

const film = "dQw4w9WgXcQ";
const addresses = [`watch?v=${film}&t=30s`, `shorts/${film}`, `live/${film}`].map((path) => `https://www.youtube.com/${path}`);
for (const address of [`https://youtu.be/${film}`, `https://youtu.be/${film}?t=30`, ...addresses]) {
  const players = [block, video].map((plugin) => MarkdownIt().use(plugin).render(`@[youtube](${address})`).match(/src="(.*?)"/)[1]);
  console.log(address, players.join(" "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://youtu.be/dQw4w9WgXcQ //www.youtube.com/embed/dQw4w9WgXcQ https://www.youtube.com/embed/dQw4w9WgXcQ
https://youtu.be/dQw4w9WgXcQ?t=30 //www.youtube.com/embed/dQw4w9WgXcQ https://www.youtube.com/embed/dQw4w9WgXcQ
https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=30s //www.youtube.com/embed/dQw4w9WgXcQ https://www.youtube.com/embed/dQw4w9WgXcQ
https://www.youtube.com/shorts/dQw4w9WgXcQ //www.youtube.com/embed/https://www.youtube.com/shorts/dQw4w9WgXcQ https://www.youtube.com/embed/https://www.youtube.com/shorts/dQw4w9WgXcQ
https://www.youtube.com/live/dQw4w9WgXcQ //www.youtube.com/embed/https://www.youtube.com/live/dQw4w9WgXcQ https://www.youtube.com/embed/https://www.youtube.com/live/dQw4w9WgXcQ
SEEN
echo "as described"
