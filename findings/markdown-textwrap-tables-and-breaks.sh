#!/usr/bin/env bash
# markdown-textwrap 0.2.1: wrapped Markdown has HTML for its tables, no line breaks, and points for dashes.
#
# Expected: what wraps the text of a document changes where lines end, not what it shows: a table stays one, two spaces
# at the end of a line are a break (CommonMark 0.31, 6.7), and a dash or a plus sign in a sentence starts no line, where
# it would begin a list (5.2).
# Seen: a table is written as HTML. Lines of a verse become one, with three spaces between them. A line may begin with a
# dash, which makes the rest of the paragraph a point; so may one with "+".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-textwrap==0.2.1 mistune==0.8.3
cat >rye.md <<'MD'
Rye is sown in October - that is early - and cut in July.

Sow,  
mill.

| a | b |
|---|---|
| 1 | 2 |
MD
venv/bin/md-tw -w 23 rye.md 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye is sown in October
- that is early - and
cut in July.

Sow,   mill.

<table>
<thead><tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td>1</td>
<td>2</td>
</tr>
</tbody>
</table>

SEEN
echo "as described"
