#!/usr/bin/env bash
# obsidiantools 0.11.0: the fragment of an address is a tag, and so is what follows "C#" in a word.
#
# Expected: the tags of a note are those that Obsidian shows: "#" begins one at the start of a word, outside addresses,
# and what is between "%%" is a comment, which is neither a link of the note nor its text.
# Seen: "https://rye.example/#sow" brings the tag "sow", also where it is that of a link. Links in comments are
# links of the note, and the readable text has the comments, while it lacks code, and with it words of a sentence.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check obsidiantools==0.11.0 2>/dev/null
mkdir "$work/vault"
cat >"$work/vault/Rye.md" <<'MD'
A note on #rye, see https://rye.example/#sow and [the end](https://rye.example/#cut).

F#minor and C#major are keys. %% Ask [[Ann]] first. %%

Press `Enter` to sow [[Oats]].
MD
cat >"$work/try.py" <<'PY'
from pathlib import Path

from obsidiantools.api import Vault

vault = Vault(Path("vault")).connect().gather()
print("tags:", vault.get_tags("Rye"))
print("links:", vault.get_wikilinks("Rye"))
print(vault.get_readable_text("Rye").strip())
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
tags: ['rye', 'sow', 'cut', 'minor', 'major']
links: ['Ann', 'Oats']
A note on #rye, see https://rye.example/#sow and the end.

F#minor and C#major are keys. %% Ask Ann first. %%

Press to sow Oats.
SEEN
echo "as described"
