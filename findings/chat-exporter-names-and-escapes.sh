#!/usr/bin/env bash
# chat-exporter 3.1.0: in a transcript of Discord "snake_case_name" loses its signs, "\*" makes emphasis, and an
# address ends before its ")".
#
# Expected (Discord, "Markdown Text 101"): "_" within a word and "*" between spaces are signs; a backslash before a
# sign shows the sign; "[mill](https://…/mill_(film))" leads to the whole address.
# Seen: the names of variables and files in messages are others than were written, and a backslash stays beside what
# it should have kept from being a mark.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check chat-exporter==3.1.0 discord.py==2.7.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import html

from chat_exporter.parse.ast import AstParser

for message in (
    "set snake_case_name to 2 * 3 * 4",
    r"\*not bold\*, \_nor this\_",
    "[mill](https://rye.example/mill_(film))",
    "3. May was warm",
    "***both***",
    "> quoted\nnot quoted",
):
    nodes = AstParser().parse(html.escape(message))
    print("".join(node.render(None, None) for node in nodes))
PY
diff "$work/seen" - <<'SEEN'
set snake<em>case</em>name to 2 <em> 3 </em> 4
\<em>not bold\</em>, \<em>nor this\</em>
<a href="https://rye.example/mill_(film">mill</a>)
3. May was warm
<strong>*both</strong>*
<div class="quote"><div style="min-width: 0; flex: 1;">quoted</div></div>not quoted
SEEN
echo "as described"
