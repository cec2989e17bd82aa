#!/usr/bin/env bash
# textile2rst 0.0.3: lines of code become headings and links, and a link within the site stays Textile.
#
# Expected (the package's page: it replaces section titles and inline links, and code by ".. code::"): what stands in
# <pre> or in a highlighted block is code and stays as it is; any link, "map":/map.html, becomes one of
# reStructuredText.
# Seen: "h2. sow" within <pre> is underlined, and "a":https://... in either kind of code is a reference with a target at
# the end, two of them by one name; a link to a path of the site stays as it was. The first line is "hola".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check textile2rst==0.0.3
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import pathlib
import subprocess
import sys

pathlib.Path("rye.textile").write_text("""\
See "the mill":https://mill.example/ and "the map":/map.html.

<pre>
h2. sow
"rye":https://rye.example/
</pre>

{% highlight python %}
print("rye":https://code.example/)
{% endhighlight %}
""")
run = [sys.executable, "-m", "textile2rst", "rye.textile"]
print(subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip())
PY
diff "$work/seen" - <<'SEEN'
hola
See `the mill`_  and "the map":/map.html.

<pre>
sow
---
`rye`_ 
</pre>

.. code:: python

    print(`rye`_ )

.. _`the mill`: https://mill.example/
.. _`rye`: https://rye.example/
.. _`rye`: https://code.example/
SEEN
echo "as described"
