#!/usr/bin/env bash
# mkdocs-interwiki 0.1.4: code that shows a link of its syntax shows a random number instead.
#
# Expected (the package's page): "[[wp>Rye]]" is a link to an article; between backquotes it is what a writer shows,
# as the lines of a fence are here.
# Seen: before Markdown is read, each link is replaced by "IW-" and 32 digits that change with every build; what
# stands in a code span is never put back, so the words are lost and no two builds are alike.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-interwiki==0.1.4
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
plugins:
  - interwiki:
      maps:
        wp: "https://en.wikipedia.org/wiki/{target}"
YML
cat >docs/index.md <<'MD'
# Rye

Write `[[wp>Rye]]` for [[wp>Rye]].

```
[[wp>Rye]]
```
MD
venv/bin/mkdocs --quiet build 2>log
grep -A2 -E '^<p>Write|^<pre>' site/index.html | sed -E 's/IW-[0-9a-f]{32}/IW-(32 digits)/' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Write <code>IW-(32 digits)</code> for <a href="https://en.wikipedia.org/wiki/Rye">Rye</a>.</p>
<pre><code>[[wp&gt;Rye]]
</code></pre></div>
            </div>
SEEN
echo "as described"
