#!/usr/bin/env bash
# obsidian-to-hugo 12023.3.21: "==" in code becomes a marked word, and comments that nobody should read are published.
#
# Expected: "==words==" is marked in texts, and no markup in code, where Obsidian shows it as it is; "%% words %%" is a
# comment, which Obsidian never shows.
# Seen: "a == b == c" in code is "a <mark> b </mark> c", and a list in it, "[[1]]", is a shortcode of Hugo, which then
# finds no such page. Comments stand in the pages with their signs.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check obsidian-to-hugo==12023.3.21
mkdir vault content
cat >vault/note.md <<'MD'
It is ==old==. %% Ask Ann whether this is true. %%

Inline: `a == b == c`.

```python
if mill == loaf == "rye":
    grains = [[1]]
```
MD
"$work/venv/bin/python" -m obsidian_to_hugo --obsidian-vault-dir vault --hugo-content-dir content
tee "$work/seen" <content/note.md
diff "$work/seen" - <<'SEEN'
It is <mark>old</mark>. %% Ask Ann whether this is true. %%

Inline: `a <mark> b </mark> c`.

```python
if mill <mark> loaf </mark> "rye":
    grains = [1]({{< ref "1" >}})
```
SEEN
echo "as described"
