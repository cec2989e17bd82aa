#!/usr/bin/env bash
# inscriptis 2.7.6: the lines of a code block become one line, and a term runs into its description.
#
# Expected: <pre> keeps its lines, whatever element stands around its words; <pre><code> is how Markdown writes a code
# block. <dt> and <dd> are boxes of their own in every browser.
# Seen: lines are kept only in what stands in <pre> itself. In <code> or <b> within it, white space collapses as in a
# paragraph: the block of any Markdown renderer is one line, and a program in Python has lost its structure. A list of
# terms reads "RyeA grain.".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check inscriptis==2.7.6 Markdown==3.10
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import inscriptis
import markdown

CODE = "for loaf in loaves:\n    bake(loaf)\nserve()"
for html in (
    f"<pre>{CODE}</pre>",
    markdown.markdown(f"```\n{CODE}\n```", extensions=["fenced_code"]),
    f"<pre><b>{CODE}</b></pre>",
    "<dl><dt>Rye</dt><dd>A grain.</dd></dl>",
):
    print(html.replace(CODE, "…"), repr(inscriptis.get_text(html)))
PY
diff "$work/seen" - <<'SEEN'
<pre>…</pre> 'for loaf in loaves:\n    bake(loaf)\nserve()'
<pre><code>…
</code></pre> 'for loaf in loaves: bake(loaf) serve()'
<pre><b>…</b></pre> 'for loaf in loaves: bake(loaf) serve()'
<dl><dt>Rye</dt><dd>A grain.</dd></dl> 'RyeA grain.'
SEEN
echo "as described"
