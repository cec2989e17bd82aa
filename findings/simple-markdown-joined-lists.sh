#!/usr/bin/env bash
# simple-markdown 0.7.3: numbered items after bullets are bullets, and "&amp;" is shown as it is typed.
# Expected: "3. bake" after "- rye" begins a list of its own, from 3, as in Markdown; references to characters are the characters.
# Seen: one list, with the mark of its first item, whatever the others have; "AT&amp;T" and "&mdash;" are escaped again; "#rye"
# at the beginning of a line is a heading.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" simple-markdown@0.7.3 react@18.3.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import markdown from "simple-markdown";

const { defaultBlockParse, defaultHtmlOutput } = markdown;
for (const text of ["- rye\n- oats\n\n3. mill\n4. bake\n\n", "1. mill\n\n- rye\n\n", "AT&amp;T &mdash; 5\n\n", "#rye is up\n\n"])
  console.log(JSON.stringify(text), "->", defaultHtmlOutput(defaultBlockParse(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"- rye\n- oats\n\n3. mill\n4. bake\n\n" -> <ul><li>rye</li><li><div class="paragraph">oats</div></li><li>mill</li><li>bake</li></ul>
"1. mill\n\n- rye\n\n" -> <ol start="1"><li><div class="paragraph">mill</div></li><li><div class="paragraph">rye</div></li></ol>
"AT&amp;T &mdash; 5\n\n" -> <div class="paragraph">AT&amp;amp;T &amp;mdash; 5</div>
"#rye is up\n\n" -> <h1>rye is up</h1>
SEEN
echo "as described"
