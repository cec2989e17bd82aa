#!/usr/bin/env bash
# lektor-markdown-excerpt 0.1: in an excerpt, a link by reference is brackets.
#
# Expected: an excerpt is the first paragraph of a post as the post shows it; a reference, whose address stands at the
# end, is a link.
# Seen: what stands before the first empty line of the source is rendered alone, so that the address is not there and
# "[the rye][r]" is shown as typed.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  lektor==3.3.14 mistune==0.8.4 lektor-markdown-excerpt==0.1
mkdir content models templates
printf '[project]\nname = Rye\n' >site.lektorproject
printf '[model]\nname = Page\n\n[fields.body]\ntype = markdown\n' >models/page.ini
cat >content/contents.lr <<'LR'
body:

Read [the rye][r] first.

More.

[r]: https://rye.example/
LR
echo '{{ this.body | excerpt }}{{ this.body }}' >templates/page.html
venv/bin/lektor build --output-path site >log 2>&1
cat site/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Read [the rye][r] first.</p>
<p>Read <a href="https://rye.example/">the rye</a> first.</p>
<p>More.</p>

SEEN
echo "as described"
