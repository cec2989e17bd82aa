#!/usr/bin/env bash
# markdown-cjk-spacing 0.2.2: an address with Chinese characters in it ends at the first of them.
#
# Expected: a space goes between a Chinese and a Latin word of a text; an address is one word, whatever it holds, as
# the address of a link is here.
# Seen: a space is put within a plain address, within the name of a file, and within a hashtag, which then is another
# tag.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.11.3 markdown-cjk-spacing==0.2.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown
from markdown_cjk_spacing.cjk_spacing import CjkSpaceExtension

for text in (
    "看 https://rye.example/黑麦bread/1 吧",
    "[看](https://rye.example/黑麦bread/1) 吧",
    "文件 面包v2.md 和 #黑麦bread",
):
    print(text)
    print("  ", markdown.markdown(text, extensions=[CjkSpaceExtension()]))
PY
diff "$work/seen" - <<'SEEN'
看 https://rye.example/黑麦bread/1 吧
   <p>看 https://rye.example/黑麦 bread/1 吧</p>
[看](https://rye.example/黑麦bread/1) 吧
   <p><a href="https://rye.example/黑麦bread/1">看</a> 吧</p>
文件 面包v2.md 和 #黑麦bread
   <p>文件 面包 v2.md 和 #黑麦 bread</p>
SEEN
echo "as described"
