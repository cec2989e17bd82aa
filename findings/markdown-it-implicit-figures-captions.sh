#!/usr/bin/env bash
# markdown-it-implicit-figures 0.12.0: in a list, captions stand without a figure.
#
# Expected (HTML standard, 4.4.13): <figcaption> is the caption of the <figure> that it is in; a list of pictures
# has a figure in each item, as one has whose items a blank line parts.
# Seen: in a list without blank lines <figure> is dropped, as <p> is there, but its caption is not; and with
# captions, the alternative text of the picture is empty. The option "keepAlt" keeps that, not the figure.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@15.0.3 \
  markdown-it-implicit-figures@0.12.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import figures from "markdown-it-implicit-figures";

const markdown = new MarkdownIt().use(figures, { figcaption: true });
for (const text of ["![Rye](a.png)", "- ![Rye](a.png)\n\n- ![Oats](b.png)", "- ![Rye](a.png)\n- ![Oats](b.png)"])
  console.log(markdown.render(text).replaceAll("\n", ""));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<figure><img src="a.png" alt=""><figcaption>Rye</figcaption></figure>
<ul><li><figure><img src="a.png" alt=""><figcaption>Rye</figcaption></figure></li><li><figure><img src="b.png" alt=""><figcaption>Oats</figcaption></figure></li></ul>
<ul><li><img src="a.png" alt=""><figcaption>Rye</figcaption></li><li><img src="b.png" alt=""><figcaption>Oats</figcaption></li></ul>
SEEN
echo "as described"
