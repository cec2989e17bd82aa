#!/usr/bin/env bash
# boilerpy3 1.0.7, breadability 0.1.21: a list, a short paragraph or a table ends an article, or is not in it.
#
# Expected: the text of an article is what stands in <article>, short paragraphs and tables included; a word in
# quotation marks is part of its sentence.
# Seen: boilerpy3's extractors for articles and for the largest part end before the list, so that half of the article
# is gone; a quoted word makes three blocks of its sentence. breadability leaves out the short paragraph and the
# table.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check boilerpy3==1.0.7 breadability==0.1.21 lxml_html_clean==0.4.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from boilerpy3 import extractors
from breadability.readable import Article

LONG = "Rye is a tall grain that grows in poor soil, and the farmers of the valley have sown it for many centuries. {}"
PAGE = f"""<html><head><title>On rye</title></head><body><nav><a href="/">Home</a> <a href="/a">About</a></nav><article><h1>On rye</h1>
<p>{LONG.format("One of them was Ann.")}</p><p>{LONG.format("It is <q>the bread of the poor</q>, they say.")}</p>
<ol><li>Plough the field.</li><li>Sow the rye.</li></ol><p>So it is.</p><table><tr><td>2023</td><td>50 tons</td></tr></table>
<p>{LONG.format("In the north, it still is.")}</p><p>{LONG.format("The end was near.")}</p></article>
<footer>Copyright The Mill</footer></body></html>"""


def parts(text):
    found = ("One of them", "It is\n", "the poor\n", "Plough", "So it is.", "50 tons", "In the north", "The end",
        "Copyright")
    return [part for part in found if part in text]


print("articles", parts(extractors.ArticleExtractor().get_content(PAGE)))
print("largest", parts(extractors.LargestContentExtractor().get_content(PAGE)))
print("breadability", parts(Article(PAGE).readable))
PY
diff "$work/seen" - <<'SEEN'
articles ['One of them', 'It is\n', 'the poor\n']
largest ['One of them', 'It is\n', 'the poor\n']
breadability ['One of them', 'Plough', 'In the north', 'The end']
SEEN
echo "as described"
