#!/usr/bin/env bash
# pelican-linkclass 2.2.1 with Pelican 4.12.0: Markdown that is shown as code becomes a link.
#
# Expected: the plugin gives links a class. What stands between backticks is code, and "\[" is a bracket that begins no
# link, as Python-Markdown reads both without the plugin.
# Seen: its links are read before code and escapes. Code that shows how a link is written has a link in place of it; a
# bracket that was escaped begins one, after a backslash. Code blocks stay.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 Markdown==3.10 pelican-linkclass==2.2.1
mkdir -p content theme/templates
cat >content/rye.md <<'MD'
Title: Rye
Date: 2024-01-02

Write `[rye](rye.html)` for [rye](rye.html).

The range \[1, 2](excluded) ends before 2.
MD
for template in author category period_archives; do touch theme/templates/$template.html; done
echo '{{ article.content }}' >theme/templates/article.html
cat >pelicanconf.py <<'PY'
PLUGINS = []
THEME = "theme"
DIRECT_TEMPLATES = []
PY
sed '1s/\[/["pelican.plugins.linkclass"/' pelicanconf.py >linkclass.py
{
  venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
  grep . out/rye.html
  venv/bin/pelican content -o out -s linkclass.py --quiet >/dev/null
  grep . out/rye.html
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Write <code>[rye](rye.html)</code> for <a href="rye.html">rye</a>.</p>
<p>The range [1, 2](excluded) ends before 2.</p>
<p>Write <code><a class="internal" href="rye.html">rye</a></code> for <a class="internal" href="rye.html">rye</a>.</p>
<p>The range \<a class="internal" href="excluded">1, 2</a> ends before 2.</p>
SEEN
echo "as described"
