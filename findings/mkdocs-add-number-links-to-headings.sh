#!/usr/bin/env bash
# mkdocs-add-number-plugin 1.2.2: links to headings lead nowhere, because the number becomes part of their ids.
#
# Expected (the package's page: it numbers headings, and "only affects your rendered HTML"): a heading keeps the id that
# MkDocs makes of its words, so that links within the site and from elsewhere still lead there.
# Seen: the id of "History" is "11-history", and the link to "mill.md#history" has no target; a quiet build says nothing,
# for MkDocs only informs of missing anchors unless told to warn. One more heading before it changes the id again.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-add-number-plugin==1.2.2
mkdir docs
printf 'site_name: Rye\nplugins: [add-number]\n' >mkdocs.yml
printf '# Rye\n\nSee [its history](mill.md#history).\n' >docs/index.md
printf '# Mill\n\n## History\n\nOld.\n' >docs/mill.md
venv/bin/mkdocs --quiet build 2>log
{
  echo "warnings: $(grep -c anchor log || true)"
  grep -oE '<a href="mill/[^"]*">[^<]*</a>' site/index.html
  grep -oE '<h2 id[^>]*>[^<]*' site/mill/index.html
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
warnings: 0
<a href="mill/#history">its history</a>
<h2 id="11-history">1.1 History
SEEN
echo "as described"
