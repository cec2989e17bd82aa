#!/usr/bin/env bash
# markdown-emdash 0.2.0, markdown-text-decorator 3.2.0 with Markdown 3.10: comments that nobody should read are on the
# page.
#
# Expected: a comment within a paragraph stays one; dashes in a sentence are dashes, and "2^10" is a power or what it
# says.
# Seen: "<!--- not so --->" is shown with the first, with dashes about it, and every comment with the second, struck
# out. With that, "mill -- now -- closed" has a word struck out, "2^10 and 3^4" a subscript, and "C++ and D++" an
# insertion.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.10 markdown-emdash==0.2.0 markdown-text-decorator==3.2.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown

for text in (
    "Rye <!--- not so ---> grows.",
    "Rye <!-- not so --> grows.",
    "The mill -- now -- closed",
    "From 2^10 and 3^4",
    "C++ and D++",
):
    for name in ("mdx_emdash", "markdown_text_decorator"):
        print(f"{name}: {text} is {markdown.markdown(text, extensions=[name])}")
PY
diff "$work/seen" - <<'SEEN'
mdx_emdash: Rye <!--- not so ---> grows. is <p>Rye &lt;!&mdash; not so &mdash;&gt; grows.</p>
markdown_text_decorator: Rye <!--- not so ---> grows. is <p>Rye &lt;!<del>- not so</del>-&gt; grows.</p>
mdx_emdash: Rye <!-- not so --> grows. is <p>Rye <!-- not so --> grows.</p>
markdown_text_decorator: Rye <!-- not so --> grows. is <p>Rye &lt;!<del>not so</del>&gt; grows.</p>
mdx_emdash: The mill -- now -- closed is <p>The mill -- now -- closed</p>
markdown_text_decorator: The mill -- now -- closed is <p>The mill <del>now</del> closed</p>
mdx_emdash: From 2^10 and 3^4 is <p>From 2^10 and 3^4</p>
markdown_text_decorator: From 2^10 and 3^4 is <p>From 2<sub>10 and 3</sub>4</p>
mdx_emdash: C++ and D++ is <p>C++ and D++</p>
markdown_text_decorator: C++ and D++ is <p>C<ins>and D</ins></p>
SEEN
echo "as described"
