#!/usr/bin/env bash
# fountain-js 1.2.4: a forced transition shows its ">", and notes to oneself are in the page.
#
# Expected (Fountain's syntax): "> FADE OUT" is a transition without its mark; "[[a note]]" is for the writer, and in no
# output, as what stands in "/* */" is.
# Seen: "> CUT TO:" shows the sign. A note becomes a comment of HTML, which everybody can read in the page; what is cut
# out with "/* */" is gone. A centred line is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" fountain-js@1.2.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Fountain } from "fountain-js";

const script = ["> CUT TO:", "> FADE OUT", "CUT TO:", "> The end <", "Ann sows. [[ask Ann about the rye]]", "Bob /* hates oats and */ reaps."];
for (const line of script) console.log(line, new Fountain().parse(`INT. MILL - DAY\n\n${line}\n\nEnd.`).html.script.replaceAll(/^<h3>.*?<\/h3>|<p>End.<\/p>$/g, ""));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
> CUT TO: <h2>&gt; CUT TO:</h2>
> FADE OUT <h2>FADE OUT</h2>
CUT TO: <h2>CUT TO:</h2>
> The end < <p class="centered">The end</p>
Ann sows. [[ask Ann about the rye]] <p>Ann sows. <!-- ask Ann about the rye --></p>
Bob /* hates oats and */ reaps. <p>Bob  reaps.</p>
SEEN
echo "as described"
