#!/usr/bin/env bash
# Jouvence 0.4.2, fountain-parser 0.1.1: two who speak at once are no dialogue, and a forced action is somebody's name.
#
# Expected: "BOB ^" is a character whose words stand beside those before, "!" makes a line an action, and a backslash
# before a star goes (Fountain, "Dual Dialogue", "Action", "Emphasis").
# Seen: Jouvence has "BOB ^" and the words as an action and shows the backslash. fountain-parser does know Bob, but
# takes "!STOP" for a name and the line below it for what it says.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Jouvence==0.4.2 fountain-parser==0.1.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import io

import fountain_parser
from jouvence.html import HtmlDocumentRenderer
from jouvence.parser import JouvenceParser

for text in (
    "ANNA\nI love rye.\n\nBOB ^\nMe too.\n",
    "Anna comes.\n\n!STOP THE OVEN\nIt is hot.\n",
    "It costs \\*5.\n",
):
    text = "INT. KITCHEN - DAY\n\n" + text
    page = io.StringIO()
    HtmlDocumentRenderer(standalone=False).render_doc(JouvenceParser().parseString(text), page)
    print("\n".join(line for line in page.getvalue().splitlines() if "div" not in line))
    for element in fountain_parser.parse(text).elements[1:]:
        print(type(element).__name__, getattr(element, "name", None) or element.text)
PY
diff "$work/seen" - <<'SEEN'
<p class="jouvence-scene-heading">INT. KITCHEN - DAY</p>
<p class="jouvence-character">ANNA</p>
<p class="jouvence-dialog">I love rye.</p>
<p class="jouvence-action">BOB ^<br/>
Me too.</p>
Character ANNA
Dialogue I love rye.
Character BOB
Dialogue Me too.
<p class="jouvence-scene-heading">INT. KITCHEN - DAY</p>
<p class="jouvence-action">Anna comes.<br/>
STOP THE OVEN<br/>
It is hot.</p>
Action Anna comes.
Character !STOP THE OVEN
Dialogue It is hot.
<p class="jouvence-scene-heading">INT. KITCHEN - DAY</p>
<p class="jouvence-action">It costs \*5.</p>
Action It costs \*5.
SEEN
echo "as described"
