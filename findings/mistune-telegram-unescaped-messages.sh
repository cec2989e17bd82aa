#!/usr/bin/env bash
# mistune-telegram 0.5.0: Telegram refuses what it writes, as full stops and stars are not escaped, or pictures are
# tags.
#
# Expected (Bot API, "Formatting options"): in MarkdownV2 each of "_*[]()~`>#+-=|{}.!" that is no mark is escaped; the
# HTML has no tags but those that are listed, among which there is none for pictures; numbers of lists are written.
# Seen: in MarkdownV2, "Sow 2 * 3 rows." has its star and its full stop as they are, "(new)" its brackets, and
# "snake_case_name" its underscores, while "!" is escaped. "&lt;" is not decoded, and is "&amp;lt;" in HTML, in which
# pictures are <img> and numbered lists have hyphens.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mistune-telegram==0.5.0 mistune==3.4.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import mistune
from mistune_telegram import TelegramHTMLRenderer, TelegramMarkdownV2Renderer

for text in ("Sow 2 * 3 rows.", "A snake_case_name (new)!", "3. three\n4. four", "&lt;b&gt; is a tag",
    "![Mill](mill.jpg)"):
    for renderer in (TelegramMarkdownV2Renderer, TelegramHTMLRenderer):
        print(renderer.__name__, repr(text), "is", repr(mistune.create_markdown(renderer=renderer())(text).strip()))
PY
diff "$work/seen" - <<'SEEN'
TelegramMarkdownV2Renderer 'Sow 2 * 3 rows.' is 'Sow 2 * 3 rows.'
TelegramHTMLRenderer 'Sow 2 * 3 rows.' is 'Sow 2 * 3 rows.'
TelegramMarkdownV2Renderer 'A snake_case_name (new)!' is 'A snake_case_name (new)\\!'
TelegramHTMLRenderer 'A snake_case_name (new)!' is 'A snake_case_name (new)!'
TelegramMarkdownV2Renderer '3. three\n4. four' is '3. three\n4. four'
TelegramHTMLRenderer '3. three\n4. four' is '- three\n- four'
TelegramMarkdownV2Renderer '&lt;b&gt; is a tag' is '&lt;b&gt; is a tag'
TelegramHTMLRenderer '&lt;b&gt; is a tag' is '&amp;lt;b&amp;gt; is a tag'
TelegramMarkdownV2Renderer '![Mill](mill.jpg)' is '![Mill](mill.jpg)'
TelegramHTMLRenderer '![Mill](mill.jpg)' is '<img src="mill.jpg" alt="Mill" />'
SEEN
echo "as described"
