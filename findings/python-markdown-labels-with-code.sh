#!/usr/bin/env bash
# Markdown 3.10 (Python-Markdown): a link whose label holds code or an escaped sign finds no definition.
#
# Expected: [`Vec::new`] is a link if [`Vec::new`]: /vec stands below it, as in the documentation of Rust programs. Labels
# are compared as they are written (CommonMark 0.31, section 6.3), and markdown-it-py does so.
# Seen: code and escapes are replaced before labels are looked up, and the definition keeps its backquotes. The brackets
# stand on the page around the code, and the definition has gone: its address is lost. Where the label stands apart,
# [the list][`Vec`], all of it is shown, and with two brackets, [`Vec`][], likewise.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.10 markdown-it-py==4.0.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import markdown
from markdown_it import MarkdownIt

for label in ("plain", "`code`", "c\\_d"):
    for link in (f"[{label}]", f"[{label}][]", f"[the list][{label}]"):
        text = f"{link}\n\n[{label}]: /list"
        print(link, "|", markdown.markdown(text), "|", MarkdownIt().render(text).strip())
PY
diff "$work/seen" - <<'SEEN'
[plain] | <p><a href="/list">plain</a></p> | <p><a href="/list">plain</a></p>
[plain][] | <p><a href="/list">plain</a></p> | <p><a href="/list">plain</a></p>
[the list][plain] | <p><a href="/list">the list</a></p> | <p><a href="/list">the list</a></p>
[`code`] | <p>[<code>code</code>]</p> | <p><a href="/list"><code>code</code></a></p>
[`code`][] | <p>[<code>code</code>][]</p> | <p><a href="/list"><code>code</code></a></p>
[the list][`code`] | <p>[the list][<code>code</code>]</p> | <p><a href="/list">the list</a></p>
[c\_d] | <p>[c_d]</p> | <p><a href="/list">c_d</a></p>
[c\_d][] | <p>[c_d][]</p> | <p><a href="/list">c_d</a></p>
[the list][c\_d] | <p>[the list][c_d]</p> | <p><a href="/list">the list</a></p>
SEEN
echo "as described"
