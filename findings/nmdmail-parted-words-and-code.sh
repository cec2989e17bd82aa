#!/usr/bin/env bash
# nmdmail 0.8.0: emphasis within a word parts it, brackets and quotation marks stand apart, and lines of code are one.
#
# Expected: what a mail written in Markdown says is what its HTML shows: "in*ter*nal" is a word, "(*rye*)" has no
# spaces within its brackets, and a fenced block of code keeps its lines, or the documentation says that it does not.
# Seen: the HTML is laid out with a line for each element, and a line end is a space where words are set. Fences are
# not known, so that code is a sentence. A first line that has a colon is a header, and is in neither text.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check nmdmail==0.8.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from nmdmail import EmailContent

mail = EmailContent('Rye: a history\n\nWe sow in*ter*nally (*rye*), "*oats*".\n\n```\nsow\n  mill\n```\n')
print(mail.text)
print(mail.html[mail.html.find("<body>") :])
PY
diff "$work/seen" - <<'SEEN'
We sow in*ter*nally (*rye*), "*oats*".

```
sow
  mill
```



<body>
  <p>
   We sow in
   <em>
    ter
   </em>
   nally (
   <em>
    rye
   </em>
   ), "
   <em>
    oats
   </em>
   ".
  </p>
  <p>
   <code>
    sow
  mill
   </code>
  </p>
 </body>
</html>

SEEN
echo "as described"
