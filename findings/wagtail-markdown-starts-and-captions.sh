#!/usr/bin/env bash
# wagtail-markdown 0.15.0: a list that begins at 3 begins at 1, captions join texts, and links of other schemes lead
# nowhere.
#
# Expected: "3." begins a list at 3, as Python-Markdown writes it; a tag that is not allowed leaves its words, apart
# from those beside it; an address stays, or the link goes with it.
# Seen: the number of the list is removed from what Python-Markdown made; words of <summary> and <figcaption> join
# what follows them; a gemini link is an <a> without address; marked words are plain.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    wagtail-markdown==0.15.0 wagtail==8.0.1 django==5.2.19 markdown==3.11.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import django
from django.conf import settings

apps = ("django.contrib.contenttypes", "django.contrib.auth", "taggit")
wagtail = ("wagtail.images", "wagtail.documents", "wagtail.users", "wagtail.admin", "wagtail", "wagtailmarkdown")
database = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
configured = {"INSTALLED_APPS": [*apps, *wagtail], "DATABASES": {"default": database}, "STATIC_URL": "/static/"}
settings.configure(**configured, USE_TZ=True)
django.setup()

from wagtailmarkdown.utils import render_markdown  # noqa: E402  needs the settings

for text in (
    "3. Bake\n4. Eat",
    "[ours](gemini://mill.example/)",
    "<details><summary>More</summary>Rye keeps long.</details>",
    "<figure><img src=\"loaf.jpg\"><figcaption>A loaf</figcaption></figure>",
    "<mark>Ripe</mark>",
):
    print(repr(text))
    print("   ", render_markdown(text).replace("\n", ""))
PY
diff "$work/seen" - <<'SEEN'
'3. Bake\n4. Eat'
    <ol><li>Bake</li><li>Eat</li></ol>
'[ours](gemini://mill.example/)'
    <p><a>ours</a></p>
'<details><summary>More</summary>Rye keeps long.</details>'
    MoreRye keeps long.
'<figure><img src="loaf.jpg"><figcaption>A loaf</figcaption></figure>'
    <img src="loaf.jpg">A loaf
'<mark>Ripe</mark>'
    <p>Ripe</p>
SEEN
echo "as described"
