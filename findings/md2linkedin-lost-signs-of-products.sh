#!/usr/bin/env bash
# md2linkedin 0.4.0 (Python 3.11 or newer): a product loses its signs, and a list within a quotation its points.
#
# Expected (CommonMark): a star between two spaces opens no emphasis, so that "2 * 3 * 4" is what is written; what is
# bold or italic becomes Unicode letters, and each item has its point, within a quotation, too.
# Seen: "2 * 3 * 4" is "2  3  4", and of "a * b * c" the b is italic; an item of a quotation keeps its hyphen, and the
# quotation has no mark; a reference and a footnote stay as written, "&copy;" and "[^1]".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2linkedin==0.4.0
cat >post.md <<'MD'
The field is 2 * 3 * 4 rods, or a * b * c.

> As they said:
>
> - rye
> - oats

- rye
- oats

&copy; The mill[^1].

[^1]: By the river.
MD
"$work/venv/bin/md2linkedin" post.md -o post.txt >log
cat post.txt | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
The field is 2  3  4 rods, or a  𝘣  c.

As they said:

- rye
- oats

• rye
• oats

&copy; The mill[^1].

[^1]: By the river.
SEEN
echo "as described"
