#!/usr/bin/env bash
# markdown-it-html5-embed 1.0.0, markdown-it-html5-media 0.8.0: pictures lose their descriptions; a film is a broken picture.
#
# Expected: a plugin that shows films and sounds leaves pictures as they are; a film is one by its path, whatever
# query an address has, as that of a signed link or a version.
# Seen: with markdown-it-html5-embed, once films are links as well, the description of every picture is empty. Both make
# a picture of a film whose address has a query. The description of a film shows its asterisks.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    markdown-it@14.3.3 markdown-it-html5-embed@1.0.0 markdown-it-html5-media@0.8.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import embed from "markdown-it-html5-embed";
import { html5Media } from "markdown-it-html5-media";

const plugins = { embed: MarkdownIt().use(embed, { html5embed: { useImageSyntax: true, useLinkSyntax: true } }), media: MarkdownIt().use(html5Media) };
for (const text of ["![A mill](mill.png)", "![The mill](mill.mp4?v=2)", "![The *old* mill](mill.mp4)"]) {
  for (const [name, md] of Object.entries(plugins)) {
    console.log(name, text, md.render(text).replaceAll(/\n|<\/?p>|Your browser.*?instead\./gs, ""));
  }
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
embed ![A mill](mill.png) <img src="mill.png" alt="">
media ![A mill](mill.png) <img src="mill.png" alt="A mill">
embed ![The mill](mill.mp4?v=2) <img src="mill.mp4?v=2" alt="">
media ![The mill](mill.mp4?v=2) <img src="mill.mp4?v=2" alt="The mill">
embed ![The *old* mill](mill.mp4) <video controls preload="metadata"><source type="video/mp4" src="mill.mp4"></source>Here is a description of the content: The *old* mill</video>
media ![The *old* mill](mill.mp4) <video src="mill.mp4" controls class="html5-video-player">Here is a description of the content: The *old* mill</video>
SEEN
echo "as described"
