#!/usr/bin/env bash
# slack-export-viewer 3.5.0: stars in code are doubled, the words of a link are part of its address, and code shows
# entities.
#
# Expected (Slack, "Formatting text for app surfaces"): "<address|words>" is a link, in whose address "&" is "&amp;";
# what stands between backticks is code, in which "*" is a star; "&lt;" in it is "<"; a line that begins with "&gt;"
# is a quotation.
#
# Seen: a link whose address has a query of two parts leads to "…|words"; "`a*b`" is shown with two stars; "2 * 3" has
# two as well; snake_case_name is in italics, which Slack does not do within a word; quotations keep their mark, and a
# date is written as "<!date…>", which browsers take for a comment and do not show.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check slack-export-viewer==3.5.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from slackviewer.formatter import SlackFormatter

formatter = SlackFormatter({}, {})
for text in (
    "<https://rye.example/?a=1|Rye> <https://rye.example/?a=1&amp;b=2|Rye>", "`a *b* c`", "2 * 3 * 4", "snake_case_name",
    "```if a &lt; b:```", "&gt; Sow it.", "<!date^1704164645^{date}|2 January>",
):
    print(text, "\n  ", formatter.render_text(text))
PY
diff "$work/seen" - <<'SEEN'
<https://rye.example/?a=1|Rye> <https://rye.example/?a=1&amp;b=2|Rye> 
   <p><a href="https://rye.example/?a=1">Rye</a> <a href="https://rye.example/?a=1&amp;b=2|Rye">https://rye.example/?a=1&amp;b=2|Rye</a></p>
`a *b* c` 
   <p><code>a **b** c</code></p>
2 * 3 * 4 
   <p>2 ** 3 ** 4</p>
snake_case_name 
   <p>snake<em>case</em>name</p>
```if a &lt; b:``` 
   <p><code>if a &amp;lt; b:</code></p>
&gt; Sow it. 
   <p>&gt; Sow it.</p>
<!date^1704164645^{date}|2 January> 
   <p><!date^1704164645^{date}|2 January></p>
SEEN
echo "as described"
