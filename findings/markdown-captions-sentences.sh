#!/usr/bin/env bash
# markdown-captions 2.1.2: a picture within a sentence becomes a figure, and no picture has an alternative text.
#
# Expected: a picture that is alone in its paragraph becomes a figure in the place of the paragraph; one among words
# stays in its line. What describes it is "alt", which every picture has that says something (HTML, 4.8.4.4).
# Seen: every picture becomes a <figure> within <p>, which HTML does not allow: a browser ends the paragraph there, so that
# the sentence falls into two lines and loose words. Pictures have no "alt" at all.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-captions==2.1.2 Markdown==3.11.3 \
  html5lib==1.1 2>/dev/null
cat >"$work/try.py" <<'PY'
import html5lib
import markdown

for text in ("![A field of rye](rye.png)", "The sign ![a sheaf](sheaf.png) stands for *ripe* rye."):
    html = markdown.markdown(text, extensions=["markdown_captions"])
    print("written:", html.replace("\n", ""))
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    print("read:   ", [(child.tag, "".join(child.itertext()).strip(), (child.tail or "").strip()) for child in body])
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
written: <p><figure><img src="rye.png" /><figcaption>A field of rye</figcaption></figure></p>
read:    [('p', '', ''), ('figure', 'A field of rye', ''), ('p', '', '')]
written: <p>The sign <figure><img src="sheaf.png" /><figcaption>a sheaf</figcaption></figure> stands for <em>ripe</em> rye.</p>
read:    [('p', 'The sign', ''), ('figure', 'a sheaf', 'stands for'), ('em', 'ripe', 'rye.'), ('p', '', '')]
SEEN
echo "as described"
