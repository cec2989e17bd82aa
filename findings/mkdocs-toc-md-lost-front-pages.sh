#!/usr/bin/env bash
# mkdocs-toc-md 0.0.10: a build replaces the source of the front page by a list of headings.
#
# Expected: a plugin writes what it makes to the site, or to a file of its own; an author's page in docs/ stays.
# Seen: without a setting its file is docs/index.md: the words of the author are gone from the source after one build.
# The page of that build still has them, the next one does not.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-toc-md==0.0.10
mkdir -p "$work/docs"
printf 'site_name: Bread\nplugins: [toc-md]\n' >"$work/mkdocs.yml"
printf '# Welcome\n\nWritten by Anna in an evening.\n' >"$work/docs/index.md"
printf '# Rye\n\nIt is dark.\n' >"$work/docs/rye.md"
cd "$work"
for build in 1 2; do
    NO_MKDOCS_2_WARNING=1 "$work/venv/bin/mkdocs" build --quiet 2>/dev/null
    echo "build $build: source $(grep -c Anna docs/index.md || true), page $(grep -c Anna site/index.html || true)"
done | tee "$work/seen"
grep "^#" docs/index.md | tee -a "$work/seen"
diff "$work/seen" - <<'SEEN'
build 1: source 0, page 1
build 2: source 0, page 0
# Contents
## [Rye](rye.md#rye)
SEEN
echo "as described"
