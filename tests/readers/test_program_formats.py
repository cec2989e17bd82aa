"""Programs and data for machines are refused by name; texts that look alike are read."""

import pytest

from tests.dump_formats import format_of

_HASH = "1234567890abcdef1234567890abcdef12345678"
_REFUSED = (
    ("unmerged", "<<<<<<< HEAD\n<?xml version='1.0'?><rss/>\n=======\n<rss/>\n>>>>>>> oil\n"),
    ("script-file", "#!/bin/sh\nexport TOKEN=oil\n"),
    ("script-file", "<?php\n$password = 'oil';\n"),
    ("script-file", "@echo off\nset TOKEN=oil\n"),
    ("source", "#include <stdio.h>\nint main(void) {\n  puts(\"oil\");\n  return 0;\n}\n"),
    ("source", "package lamp\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(1)\n}\n"),
    ("source-indented", "import os\n\ndef main():\n    lamp = os.environ['OIL']\n\nmain()\n"),
    ("dockerfile", "FROM python:3.11\nWORKDIR /lamp\nENV TOKEN=oil\nCMD [\"lamp\"]\n"),
    ("makefile", "all: lamp\n\nlamp:\n\tcc -o lamp lamp.c\n"),
    ("changes", "diff --git a/lamp b/lamp\n--- a/lamp\n+++ b/lamp\n@@ -1 +1 @@\n-oil\n+gas\n"),
    ("history", f"commit {_HASH}\nAuthor: Ann <a@b.example>\nDate: Mon Jan 1\n\n  Oil\n"),
    ("registry", 'Windows Registry Editor Version 5.00\n\n[HKEY_CURRENT_USER\\Lamp]\n"oil"="1"\n'),
    ("shortcut", "[InternetShortcut]\nURL=https://a.example/oil\n"),
    ("uuencode", "begin 644 lamp.txt\n#:F]Y\n`\nend\n"),
    ("php-data", 'a:1:{i:0;s:3:"oil";}\n'),
    ("token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJvaWwifQ.abcdefgh\n"),
    ("translation", '#: lamp.c:1\nmsgid "oil"\nmsgstr "Öl"\n'),
    ("stylesheet", "body {\n  color: #333;\n}\n.lamp::after { content: 'oil'; }\n"),
    ("settings", "#Mon Jan 01\ndb.user=ann\ndb.password=oil\n"),
    ("hexdump", "00000000  50 4b 03 04 14 00\n00000010  08 00 63 61 6e 61\n"),
    ("base64", "b2lsIG9pbCBvaWwg" * 5 + "\n" + "b2lsIG9pbCBvaWwg" * 5 + "\nb2ls=\n"),
    ("accounting", "2024-05-01 * Shop\n    Expenses:Oil   10.00 EUR\n    Assets:Bank\n"),
    ("accounting", "2024-05-01 * Shop\n    expenses:oil  10 EUR\n    assets:bank\n"),
    ("tasks", "(A) 2024-05-01 Buy oil +lamp @shop\nx 2024-05-02 2024-05-01 Trim the wick +lamp\n"),
    ("lyrics", "[ti:Lamp]\n[00:01.00]Oil\n[00:02.00]Wick\n"),
    ("latex-part", "\\section{Oil}\nIt \\emph{burns}.\n\\begin{quote}\nOil\n\\end{quote}\n"),
    ("addresses", "ann@a.example\nBo Baker <bo@b.example>\n"),
    ("tiktok-text", "Date: 2024-05-01 10:00:00 UTC\nComment: oil\n\n" * 2),
    ("source", "package lamp\r\n\r\nfunc main() {\r\n\tburn(1)\r\n\treturn\r\n}\r\n"),
    ("hexdump", "00000000: 504b 0304 1400  PK....\n00000010: 0a  .\n"),
    ("chat", "Ann  10:15 AM\nOil?\nBo  10:16 AM\nYes\nAnn  10:17 AM\nThanks\n"),
)  # fmt: skip
_TEXTS = (
    "#lamps burn #oil\n#wicks too\n#all night\n",
    '"Oil," she said.\n"Gas," said I.\n"Oil."\n',
    "oil\nwick\nlamp\n",
    "a.b = 4\nb.c = 7\n",
    "night.sky = dark\nday.sky = bright\n",
    "milk.goat = 4\nmilk.cow = 20\n",
    "E=mc2\nF=ma\n",
    "LOVE=PATIENCE\nHOPE=TIME\n",
    "x 2024-05-01 is a date that I crossed out.\n(A) was the first: oil.\n",
    "oil,wick,lamp,sea\nrain,wind,fog,snow\nsun,heat,dust,dew\n",
    "red;green;blue;grey\nblack;white;brown;pink\ngold;silver;bronze;tin\n",
    "C|G|Am|F\nC|G|F|C\nAm|Em|F|G\n",
    "k2,p2,k2,p2\np2,k2,p2,k2\nk4,p4,k4,p4\n",
    "Monday,4,rain,wet wicks\nTuesday,6,sun,dry wicks\nFriday,5,fog,no wicks\n",
    "06:10,low,0.4,calm\n12:20,high,3.1,wind\n18:40,low,0.5,calm\n",
    "love,hope,faith\npain,fear,doubt\n",
    "goat\tZiege\tcapra\nlamp\tLampe\tlampada\n",
    "from the start,\nclass by class,\nif it burns,\nlet it.\n",
    "commit to the lamp.\nAuthor: Ann\n",
    "begin again\nand again\n",
    "[10:15] Went to the sea.\n[11:30] Came back.\n[12:00] Ate.\n",
    "(A) Oil\n(B) Gas\n(C) Wax\n",
    "(A) Ask @ann for oil\n(B) Burn wax, +1 from me\n",
    "begin 100 days without lamps\nand see what happens.\n",
    "Oil:\n\t200 g of wax\n\t1/2 wick\nMethod:\n\tMelt it slowly.\n",
    "HAMLET:\n\tTo burn, or not to burn.\nOPHELIA:\n\tGood my lord.\n",
    "2024-05-01 * Lit the lamp.\n2024-05-02 * Rain.\n2024-05-03 ! No oil.\n",
    "2024-05-01 * Lit the lamp.\n  Place: home\n2024-05-03 ! No oil.\n",
    "20240501 1230 Lit the lamp.\n20240502 0815 Rain.\n",
    "class of nineteen ninety-nine:\nwe sang in the rain,\nwe sang in the hall,\nfor them all,\n",
    "1: She sent me a text: buy oil.\n\n2: I did.\n",
    "|Year|Lamp|Oil|Wick|\n|---|:-:|---|---|\n|2024|Old|Whale|3|\n|2025|New|Rape|4|\n",
    "It burns, and\n\n\\begin{align}\nS &= 1 \\\\\n\\label{a}\n\\end{align}\n\nas we saw.\n",
    "Monday: oil\n\nTuesday: wick\n",
    "FROM the lamp\nto the sea\n",
    "A post on code.\n\n    def main():\n        print(1)\n\nIt prints 1, and no more than that.\n",
    "Date: 2024-05-01\nPlace: the sea\n\nIt was calm, and we swam far out.\n",
    "Write to ann@a.example\n",
    "Bus  8:00\nTram  8:10\nBus  8:20\nTram  8:30\nBus  8:40\n",
    "Breakfast 8:00\nLunch 12:00\nBreakfast 8:30\n",
    "I wrote \\emph{this} by hand, and \\section{that} too.\nThen I went out.\n",
)


@pytest.mark.parametrize(("name", "text"), _REFUSED)
def test_a_program_and_its_data_are_recognised(name: str, text: str) -> None:
    assert format_of(text) == name


_PROGRAMS = (
    ("go", "package lamp\n\n" + "func burn() {\n\toil()\n}\n" * 15),
    ("python", "class Lamp:\n" + "    def burn(self):\n        return self.oil()\n" * 15),
    ("css", ".lamp {\n  color: gold;\n}\n" * 20),
)


@pytest.mark.parametrize(("language", "code"), _PROGRAMS)
def test_a_post_that_is_mostly_code_is_read(language: str, code: str) -> None:
    assert format_of(f"# A lamp\n\nSo:\n\n```{language}\n{code}```\n") is None


@pytest.mark.parametrize("text", _TEXTS)
def test_a_text_that_looks_like_a_program_is_read(text: str) -> None:
    assert format_of(text) is None


def test_a_page_whose_styles_are_longer_than_its_text_is_no_style_sheet() -> None:
    styles = ".lamp {\n  color: gold;\n}\n" * 40
    page = f"<html><head>\n<style>\n{styles}</style></head><body><p>It burns.</p></body></html>\n"
    assert format_of(page) == "html"
