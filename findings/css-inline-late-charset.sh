#!/usr/bin/env bash
# css-inline 0.24.0: the rules that it keeps push <meta charset> out of the first 1,024 bytes.
#
# Expected: with keep_at_rules=True, rules such as @media stay in a <style> where the style sheet was,
# and the page says its encoding as early as before.
# Seen: the <style> becomes the first element of <head>, before <meta charset>. With some sixty rules
# for dark mode, as a mail has, the declaration is beyond the first 1,024 bytes of the page, in which
# the HTML standard wants it ("must be serialized completely within the first 1024 bytes").
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check css-inline==0.24.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import css_inline

rules = "".join(f".c{n} {{ color: #{n:06x} !important }}\n" for n in range(60))
style = f"p {{ margin: 0 }}\n@media (prefers-color-scheme: dark) {{\n{rules}}}\n"
page = (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Lampes</title>'
    f'<style>{style}</style></head><body><p class="c1">Une lampe</p></body></html>'
)
inlined = css_inline.CSSInliner(keep_at_rules=True).inline(page)
for name, text in (("before", page), ("inlined", inlined)):
    head = text[text.index("<head>") + 6 :]
    print(f"{name}: first in head {head[: head.index('>') + 1]}")
    print(f"{name}: charset in the first 1,024 bytes: {'charset' in text[:1024]}")
PY
diff "$work/seen" - <<'SEEN'
before: first in head <meta charset="utf-8">
before: charset in the first 1,024 bytes: True
inlined: first in head <style>
inlined: charset in the first 1,024 bytes: False
SEEN
echo "as described"
