#!/usr/bin/env bash
# biisan 0.9.0: wherever the words of a link stand in a paragraph, also within other words and addresses, there is a
# link.
#
# Expected: a link is where the writer made it; code shows its signs, two spaces at the end of a line break it, and a
# picture stands between the words around it.
# Seen: with "[rye](/rye)" in a paragraph, "ryegrass" becomes a link and the rest "grass", and an address that has the
# word in it, too; "<b>" in code is a tag; the lines of a poem are one; a picture is moved to the end of its paragraph;
# a list that begins at 3 does so at 1, and struck words are plain.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check biisan==0.9.0 docutils==0.23 marko==2.2.4
mkdir -p site/blog site/extra site/templates out
cat >site/biisan_local_settings.py <<'PY'
import os

from glueplate import Glue

settings = Glue(
    blog=Glue(title="Mill", base_url="https://mill.example", language="en"),
    dir=Glue(output=os.path.abspath("../out")),
    GLUE_PLATE_PLUS_BEFORE_template_dirs=[os.path.abspath("templates")],
    multiprocess=1,
)
PY
printf 'About\n=====\n\n:slug: about\n:date: 2024-05-01 10:00\n\nx\n' >site/extra/about.rst
cat >site/blog/rye.md <<'MD'
---
title: Rye
slug: rye
date: 2024-05-03 23:30
---

Not ryegrass, but [rye](/rye), as on https://rye.example/.

The tag `<b>` is ~~old~~.

Roses are red,  
violets are blue.

See ![A loaf](loaf.jpg) here.

3. Bake
MD
(cd site && BIISAN_SETTINGS_MODULE=biisan_local_settings PYTHONPATH=. "$work/venv/bin/python" -m biisan.generate) \
    >log 2>&1
sed 's/></>\n</g' out/blog/2024/05/03/rye/index.html | grep -E 'grass|tag|Roses|loaf|Bake|<ol' | sed 's/ *$//' | tee seen
diff seen - <<'SEEN'
<p class=m-2>Not <a href=/rye>rye</a>grass, but <a href=/rye>rye</a>, as on https://<a href=/rye>rye</a>.example/.</p>
<p class=m-2>The tag <code>
<b> is old. <p class=m-2>Roses are red, violets are blue.</p> <p class=m-2>See here.<img alt="A loaf" class=biian_image-content src=loaf.jpg>
</p> <ol>
<p class=m-2>Bake</p>
SEEN
echo "as described"
