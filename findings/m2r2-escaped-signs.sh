#!/usr/bin/env bash
# m2r2 2.1.0: stars and underscores that Markdown escapes are emphasis and references again in reStructuredText.
#
# Expected: "\*" in Markdown is a star, and so is it in what comes out; a word that ends in "_", such as the name
# "from_", is a reference in reStructuredText unless it is escaped (Reference Names); a list that starts with 3 does.
# Seen: "\*not emphasised\*" is emphasised, "from_" refers to a target that there is not, and lists count from 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check m2r2==2.1.0 docutils==0.21.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import docutils.core
from m2r2 import convert

for markdown in (r"\*not emphasised\*", "The method from_ and type_", "3. Mill\n4. Bake"):
    text = convert(markdown).strip()
    settings = {"report_level": 3, "warning_stream": ""}
    html = docutils.core.publish_parts(text, writer_name="html5", settings_overrides=settings)["fragment"]
    print(repr(text), "->", html.replace("\n", "").replace("Docutils System Messages", ""))
PY
diff "$work/seen" - <<'SEEN'
'*not emphasised*' -> <p><em>not emphasised</em></p>
'The method from_ and type_' -> <p>The method <a href="#system-message-1"><span class="problematic" id="problematic-1">from_</span></a> and <a href="#system-message-2"><span class="problematic" id="problematic-2">type_</span></a></p><section class="system-messages"><h2></h2><aside class="system-message" id="system-message-1"><p class="system-message-title">System Message: ERROR/3 (<span class="docutils literal">&lt;string&gt;</span>, line 1); <em><a href="#problematic-1">backlink</a></em></p><p>Unknown target name: &quot;from&quot;.</p></aside><aside class="system-message" id="system-message-2"><p class="system-message-title">System Message: ERROR/3 (<span class="docutils literal">&lt;string&gt;</span>, line 1); <em><a href="#problematic-2">backlink</a></em></p><p>Unknown target name: &quot;type&quot;.</p></aside></section>
'#. Mill\n#. Bake' -> <ol class="arabic simple"><li><p>Mill</p></li><li><p>Bake</p></li></ol>
SEEN
echo "as described"
