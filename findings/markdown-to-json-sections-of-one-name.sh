#!/usr/bin/env bash
# markdown-to-json 2.1.2: of two sections with one heading only the last is left, and that without its neighbours.
#
# Expected: each heading is in the result, or an error says that two have one name: a digest has "Links" in each week.
# Seen: a section takes the place of an earlier one of its name, with all that is below it. The text before the first
# heading is gone as well.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-to-json==2.1.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import markdown_to_json

TEXT = """What we read.

# January

## Links

- rye

# February

## Links

- oats

# January

## Thanks

To Ann.
"""
print(markdown_to_json.jsonify(TEXT))
print(markdown_to_json.jsonify("# Bread\n\n## Links\n\n- rye\n\n## Notes\n\nOld.\n\n## Links\n\n- oats\n"))
PY
diff "$work/seen" - <<'SEEN'
{"January": {"Thanks": "To Ann."}, "February": {"Links": ["oats"]}}
{"Bread": {"Links": ["oats"], "Notes": "Old."}}
SEEN
echo "as described"
