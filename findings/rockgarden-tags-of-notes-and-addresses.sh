#!/usr/bin/env bash
# rockgarden 0.7.8: a page that embeds one with a note has the tags "fn1" and "fnref1", so have parts of addresses.
#
# Expected (Obsidian, "Tags", "Embed files"): a tag begins after a space or at the start of a line; an address keeps its
# part, "https://rye.example/#mill". What is embedded is shown as on its own page, with the links between a note and its
# mark. In a table "\|" parts a link from its words, as Obsidian writes it there.
# Seen: tags are looked for in the HTML of what is embedded, where a link to a note is one: the link leads nowhere, and
# the site has pages for the tags. So have the parts of addresses. Links and code that stand in the same paragraph after
# an embedded page are shown as they are written. A link in a table is broken. The tags "C#" and "C++" have one page.
#
# Needs Python 3.13 or later, as the package does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for python in python3 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
  if "$python" -c "import sys; sys.exit(sys.version_info < (3, 13))" 2>/dev/null; then break; fi
done
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rockgarden==0.7.8
mkdir site
cat >site/rye.md <<'MD'
---
tags: ["C#", "C++"]
---
Sow. ![[mill]] See [[mill]], `code` and https://rye.example/#mill now.

| a | b |
|---|---|
| [[mill\|the mill]] | 1 |
MD
printf 'It grinds[^1].\n\n[^1]: With stones.\n' >site/mill.md
venv/bin/rockgarden build --source site --output out >said 2>&1
cat >show.py <<'PY'
import re
from pathlib import Path

text = Path("out/rye/index.html").read_text(encoding="utf-8")
article = re.search("<article.*?</article>", text, re.S)[0]
print(re.findall('<a href="(.*?)" class="badge.*?>(.*?)</a>', article))
print(re.sub(r"\s*\n\s*", "\n", article[article.index("<p>Sow") : article.index("</article>")]).strip())
print(sorted(path.parent.name for path in Path("out/tags").glob("*/index.html")))
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[('/tags/c/', 'C#'), ('/tags/c/', 'C++'), ('/tags/fn1/', 'fn1'), ('/tags/fnref1/', 'fnref1'), ('/tags/mill/', 'mill')]
<p>Sow. <div class="transclusion"><p>It grinds<sup class="footnote-ref"><a href="[#fn1](/tags/fn1/)" id="fnref1">[1]</a></sup>.</p></p>
<hr class="footnotes-sep" />
<section class="footnotes">
<ol class="footnotes-list">
<li id="fn1" class="footnote-item"><p>With stones. <a href="[#fnref1](/tags/fnref1/)" class="footnote-backref">↩︎</a></p>
</li>
</ol>
</section>
</div> See [mill](/mill/), `code` and https://rye.example/[#mill](/tags/mill/) now.
<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td><a class="internal-link broken" data-target="mill\">the mill</a></td>
<td>1</td>
</tr>
</tbody>
</table>
['c', 'fn1', 'fnref1', 'mill']
SEEN
echo "as described"
