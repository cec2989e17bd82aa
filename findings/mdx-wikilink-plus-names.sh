#!/usr/bin/env bash
# mdx-wikilink-plus 1.4.1: "[[iPhone]]" is shown as "Iphone", "[[2024-01-02]]" as "2024 01 02", "[[C# notes]]" as "C".
#
# Expected: a wiki link without a label of its own shows the name that stands in it, as in Obsidian, MediaWiki and
# Python-Markdown's own extension "wikilinks".
# Seen: the label is made of the address: hyphens become spaces, each word gets a capital and loses those that it has,
# "’t" is "’T"; what follows "#", ":" or "?" is gone. "[[What is it?]]" leads to "What-is-it", another address than the page's.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdx-wikilink-plus==1.4.1 markdown==3.10.2
cat >"$work/try.py" <<'PY'
import markdown

NAMES = ["iPhone", "2024-01-02", "C# notes", "state-of-the-art", "Don’t", "Rye: a note", "What is it?", "Jean-Luc"]
for name in NAMES:
    link = markdown.markdown(f"[[{name}]]", extensions=["mdx_wikilink_plus.mdx_wikilink_plus"])
    print(f"{name}: {link}")
PY
"$work/venv/bin/python" "$work/try.py" | sed 's/ class="wikilink"//; s/<\/*p>//g' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
iPhone: <a href="iPhone">Iphone</a>
2024-01-02: <a href="2024-01-02">2024 01 02</a>
C# notes: <a href="C# notes">C</a>
state-of-the-art: <a href="state-of-the-art">State of the Art</a>
Don’t: <a href="Don’t">Don’T</a>
Rye: a note: <a href="rye:-a-note">A Note</a>
What is it?: <a href="What-is-it">What Is It</a>
Jean-Luc: <a href="Jean-Luc">Jean Luc</a>
SEEN
echo "as described"
