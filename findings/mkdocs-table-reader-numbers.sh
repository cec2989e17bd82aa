#!/usr/bin/env bash
# mkdocs-table-reader-plugin 4.0.2: in a table from a file, 12000000 is "1.2e+07", 01234 is 1234, and "None" is "nan".
#
# Expected: a table that a page reads from a CSV file shows the cells of the file; what pandas makes of them is needed for
# computing, not for showing.
# Seen: a column with an empty cell is one of floats, so that large numbers have an exponent; a zero in front goes, and an
# empty cell and the word "None" are "nan". Read as texts (dtype='str', keep_default_na=False), these stay, but a price of
# "1.50" is still 1.5, as what writes the table reads numbers once more.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-table-reader-plugin==4.0.2 pandas==3.1.1 tabulate==0.10.0 Markdown==3.10
mkdir docs
cat >docs/mills.csv <<'CSV'
mill,postcode,loaves,price
Rye Hall,01234,12000000,1.50
None,00009,8000000,2.00
Oat Hall,20095,,
CSV
printf "# Mills\n\n{{ read_csv('mills.csv') }}\n" >docs/index.md
printf "# Mills\n\n{{ read_csv('mills.csv', dtype='str', keep_default_na=False) }}\n" >docs/text.md
cat >mkdocs.yml <<'YAML'
site_name: Rye
site_url: https://rye.example/
plugins: [table-reader]
YAML
venv/bin/mkdocs build --quiet --site-dir out 2>/dev/null
for page in out/index.html out/text/index.html; do
  echo "$page"
  python3 -c '
import re, sys
for row in re.findall("<tr>(.*?)</tr>", open(sys.argv[1]).read(), re.DOTALL)[1:4]:
    print("  " + " | ".join(re.findall("<td[^>]*>(.*?)</td>", row)))' $page
done | sed 's/ *$//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
out/index.html
  Rye Hall | 1234 | 1.2e+07 | 1.5
  nan | 9 | 8e+06 | 2
  Oat Hall | 20095 | nan | nan
out/text/index.html
  Rye Hall | 01234 | 12000000 | 1.5
  None | 00009 | 8000000 | 2
  Oat Hall | 20095 |  |
SEEN
echo "as described"
