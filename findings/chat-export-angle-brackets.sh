#!/usr/bin/env bash
# chat-export 1.1.2: "<3" in a message becomes "[3", and what WhatsApp sets in bold shows its asterisks.
#
# Expected: a chat as HTML shows the words of its messages: "<" is escaped; *bold*, _italics_ and `code` are what
# WhatsApp makes of them.
# Seen: angle brackets are exchanged for square ones, so that what was written is lost; marks stay as they are.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check chat-export==1.1.2
"$work/venv/bin/python" - <<'PY'
import zipfile

CHAT = """[02.01.24, 10:00:00] Ann: I <3 rye
[02.01.24, 10:01:00] Tom: Write <b> or &lt;b&gt;, if a < b
[02.01.24, 10:02:00] Ann: It is *old* and `good`
"""
with zipfile.ZipFile("chat.zip", "w") as export:
    export.writestr("_chat.txt", CHAT)
PY
"$work/venv/bin/chat-export" -n -z chat.zip -p Ann -o out >/dev/null
grep -o '<div class="content">.*</div><span' out/chat/chat.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<div class="content">I [3 rye</div><span
<div class="content">Write [b] or &lt;b&gt;, if a [ b</div><span
<div class="content">It is *old* and `good`</div><span
SEEN
echo "as described"
