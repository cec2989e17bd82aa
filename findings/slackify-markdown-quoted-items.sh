#!/usr/bin/env bash
# slackify-markdown 0.2.4: a list leaves the quotation that it stands in, and so does code; a footnote becomes a link.
#
# Expected: each line of a quotation begins with ">" in Slack's markup, as its first paragraph does; a
# footnote is left as it is, or becomes a note.
# Seen: items of a quoted list, and quoted code, have no ">", and look like the writer's own words. The second paragraph
# of an item is not indented. "[^1]" is a link to the first word of its note.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check slackify-markdown==0.2.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from slackify_markdown import slackify_markdown

for text in (
    "> Anna wrote:\n>\n> - Mix it.\n> - Bake it.\n",
    "> Anna wrote:\n>\n>     mix()\n",
    "- Mix it.\n\n  By hand.\n- Bake it.\n",
    "Rye[^1]\n\n[^1]: dark\n",
):
    print(slackify_markdown(text))
PY
diff "$work/seen" - <<'SEEN'
> Anna wrote:

•   Mix it.
•   Bake it.

> Anna wrote:

```
mix()
```

•   Mix it.

By hand.

•   Bake it.

Rye<dark|^1>

SEEN
echo "as described"
