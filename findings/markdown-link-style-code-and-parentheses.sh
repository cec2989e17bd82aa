#!/usr/bin/env bash
# markdown-link-style 0.2.1: links within code are rewritten, and an address with parentheses is cut in two.
#
# Expected: "footnote" moves the addresses of links to the end of their section and the page stays the same; code stays.
# Seen: `[c](d)` in code becomes `[c][2]`, and what is shown as code changes. Of https://example.com/a_(b) the last
# parenthesis stays in the text. A title is kept in parentheses, without its own quotation marks.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-link-style==0.2.1
cat >"$work/page.md" <<'MD'
See [rye](https://example.com/a_(b)), [bread](https://example.com "Bread") and `[c](d)`.
MD
"$work/venv/bin/mdl-style" footnote "$work/page.md"
tee "$work/seen" <"$work/page.md"
diff "$work/seen" - <<'SEEN'
See [rye][0]), [bread][1] and `[c][2]`.

[0]: https://example.com/a_(b
[1]: https://example.com (Bread)
[2]: d
SEEN
echo "as described"
