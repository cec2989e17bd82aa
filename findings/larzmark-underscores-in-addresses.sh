#!/usr/bin/env bash
# larzmark 0.1.0: an underscore in an address is emphasis within the address.
#
# Expected (CommonMark, or any Markdown with automatic links): "<https://rye.example/a_b_c>" is a link to what it
# says; a list that begins with 1986 begins there; a backslash before a sign makes it plain; a link has a title.
# Seen: the href has <em> in it, which no server knows; "snake_case_name" is emphasised; "3." and "1986." are 1; "\."
# and the link with a title are shown as typed.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check larzmark==0.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import larzmark

for text in (
    "<https://rye.example/a_b_c>",
    "The snake_case_name.",
    "1986. It rose.\n1987. It fell.",
    "1986\\. It rose.",
    '[rye](https://rye.example/ "The rye")',
):
    print(text)
    print("  ", larzmark.render(text).replace("\n", ""))
PY
diff "$work/seen" - <<'SEEN'
<https://rye.example/a_b_c>
   <p><a href="https://rye.example/a<em>b</em>c">https://rye.example/a<em>b</em>c</a></p>
The snake_case_name.
   <p>The snake<em>case</em>name.</p>
1986. It rose.
1987. It fell.
   <ol><li>It rose.</li><li>It fell.</li></ol>
1986\. It rose.
   <p>1986\. It rose.</p>
[rye](https://rye.example/ "The rye")
   <p>[rye](https://rye.example/ &quot;The rye&quot;)</p>
SEEN
echo "as described"
