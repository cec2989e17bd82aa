#!/usr/bin/env bash
# discord-markdown-ast-parser 1.0.6: times become emoji, escaped stars italics, and links end with their bracket.
#
# Expected (Discord, "Markdown Text 101"): <t:1677744000:R> is a moment; a backslash takes a mark's meaning; italics
# need no space after the star; ">>>" quotes all that follows; [mill](https://…) is a link since 2023.
# Seen: the number of the moment is the name of an emoji; "2 * 3 * 4", "snake_case_name" and escaped stars are
# italics; ">>>" quotes one line; the address of a link has ")" at its end.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check discord-markdown-ast-parser==1.0.6
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from discord_markdown_ast_parser import parse_to_dict


def outline(nodes: list) -> list:
    return [
        (node["node_type"], outline(node["children"]))
        if node.get("children")
        else next(node[key] for key in ("text_content", "url", "emoji_name") if key in node)
        for node in nodes
    ]


for message in (
    "<t:1677744000:R>",
    "2 * 3 * 4",
    r"\*rye\*",
    "snake_case_name",
    ">>> one\ntwo",
    "[mill](https://digest.example/)",
):
    print(repr(message), outline(parse_to_dict(message)))
PY
diff "$work/seen" - <<'SEEN'
'<t:1677744000:R>' ['<t', '1677744000', 'R>']
'2 * 3 * 4' ['2 ', ('ITALIC', [' 3 ']), ' 4']
'\\*rye\\*' ['\\', ('ITALIC', ['rye\\'])]
'snake_case_name' ['snake', ('ITALIC', ['case']), 'name']
'>>> one\ntwo' [('QUOTE_BLOCK', ['one\n']), 'two']
'[mill](https://digest.example/)' ['[mill](', 'https://digest.example/)']
SEEN
echo "as described"
