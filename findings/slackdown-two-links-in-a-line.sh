#!/usr/bin/env bash
# slackdown 0.0.3: of two links in a line the first leads nowhere and the words between become its address; two
# channels or names are one.
#
# Expected (Slack, "Formatting text"): "<address|words>" is a link, "<@U1>" a person, "<#C1|name>" a channel, and each
# ends with the next ">".
# Seen: a link goes on to the last ">" of its line, so that a sentence with two links shows one, with an address that
# holds tags. "2. May" at the start of a line is the first item of a list.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check slackdown==0.0.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import slackdown

for text in (
    "See <https://rye.example/mill> and <https://rye.example/oats>.",
    "See <https://rye.example/mill|the mill> and <https://rye.example/oats|oats>.",
    "In <#C1|mills> and <#C2|fields>",
    "2. May was warm.",
):
    print(slackdown.render(text))
PY
diff "$work/seen" - <<'SEEN'
<p>See <a href="https://rye.example/mill> and <https://rye.example/oats" target="blank">https://rye.example/mill> and <https: rye.example="None" oats<="None" a="None">.</p>
<p>See <a href="https://rye.example/mill" target="blank">the mill</a> and <a href="https://rye.example/oats" target="blank">oats</a>.</p>
<p>In #mills> and <#C2|fields</p>
<ol class="list-container-numbered"><li>May was warm.</li></ol>
SEEN
echo "as described"
