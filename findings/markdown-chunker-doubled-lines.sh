#!/usr/bin/env bash
# markdown-chunker 0.1.3: with a comment in code, each line of the code and the heading before it stand twice.
#
# Expected: pieces of a text that give the text when they are put together, with blocks of code whole.
# Seen: a line of code that begins with "#" counts as a heading. What stands twice cannot be read as code any more,
# while a warning says that words are missing.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-chunker==0.1.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import logging

from markdown_chunker import MarkdownChunkingStrategy

logging.disable()
text = """# Bread

Intro.

```sh
# install
make
```

## Rye

It is dark.
"""
for piece in MarkdownChunkingStrategy(min_chunk_len=10, soft_max_len=60, hard_max_len=120).chunk_markdown(text):
    print(repr(piece))
PY
diff "$work/seen" - <<'SEEN'
WARNING: Possible content loss during chunking! Missing approximately 29 bytes (46.03% of original content).
'# Bread\n# Bread\n\nIntro.\n\n```sh\n```sh\n# install\n# install\nmake\nmake\n```\n\n\n## Rye\n\nIt is dark.'
SEEN
echo "as described"
