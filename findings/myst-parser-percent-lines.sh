#!/usr/bin/env bash
# MyST-Parser 5.2.0 with docutils 0.22.4: a line of a paragraph that begins with "%" is not on the page, and a link to
# another file has no words.
#
# Expected: a comment of MyST is a line of its own, between others as between paragraphs; in a wrapped text "30" may
# end a line and "%" begin the next, as editors wrap it in French and German, with a space between. A link that cannot
# be resolved shows its words.
# Seen: the line becomes a comment of the page, and the paragraph two. Without Sphinx, "[the mill](mill.md)" is an
# empty element, beside a message about it. The title of a picture is gone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check myst-parser==5.2.0 docutils==0.22.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import io
import re

from docutils.core import publish_parts
from myst_parser.parsers.docutils_ import Parser

for text in (
    "In May Tom milled some 30\n% of the rye, and Ann\nthe rest.",
    "See [the mill](mill.md) and [Ann](https://ann.example).",
    '![A field](field.jpg "In May")',
):
    quiet = {"warning_stream": io.StringIO(), "embed_stylesheet": False}
    page = publish_parts(text, parser=Parser(), writer_name="html5", settings_overrides=quiet)["html_body"]
    print(re.sub(r"(?s)<section class=.system-messages.*?</section>|\n+", " ", page))
PY
diff "$work/seen" - <<'SEEN'
<main> <p>In May Tom milled some 30</p> <!-- of the rye, and Ann --> <p>the rest.</p> </main> 
<main> <p>See <a href="#system-message-1"><span class="problematic" id="problematic-1"></span></a> and <a class="reference external" href="https://ann.example">Ann</a>.</p>   </main> 
<main> <p><img alt="A field" src="field.jpg" /></p> </main> 
SEEN
echo "as described"
