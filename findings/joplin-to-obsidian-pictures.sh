#!/usr/bin/env bash
# joplin-to-obsidian 0.2.0: a picture that two notes share is deleted, descriptions are lost, and names with spaces.
#
# Expected: Joplin exports Markdown with all pictures in one folder, "_resources". "move-resources" copies each to a
# folder beside its note and deletes the original: after that, every note still shows its pictures.
# Seen: for a note at the top, that folder is the one with the originals. If a note in a folder shows the picture too,
# it is deleted there, though the note at the top keeps its link. The text between the brackets, which describes a
# picture to who cannot see it, and its title vanish. "a%20loaf.png" becomes "a loaf.png", which is no link in
# CommonMark 0.31.2 (6.3: an address without "<" and ">" has no spaces). An example in a code block changes too.
# (click is installed with it because it does not ask for click, which it imports.)
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check joplin-to-obsidian==0.2.0 click==8.5.1
mkdir -p "$work/notes/_resources" "$work/notes/Bread"
cd "$work/notes"
# The tool copies the files without reading them.
printf 'loaf' >_resources/loaf.png
printf 'oven' >"_resources/a loaf.png"
cat >Home.md <<'MD'
![A round loaf](_resources/loaf.png "Rye")
MD
cat >Bread/Rye.md <<'MD'
![A round loaf](../_resources/loaf.png)
![In the oven](../_resources/a%20loaf.png)

```
![A round loaf](../_resources/loaf.png)
```
MD
"$work/venv/bin/joplin-to-obsidian" move-resources . >/dev/null
{
    find . -name '*.png' | LC_ALL=C sort
    cat Home.md Bread/Rye.md
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
./Bread/_resources/a loaf.png
./Bread/_resources/loaf.png
![](./_resources/loaf.png)
![](./_resources/loaf.png)
![](./_resources/a loaf.png)

```
![](./_resources/loaf.png)
```
SEEN
echo "as described"
