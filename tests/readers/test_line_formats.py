"""Keys, settings, logs and other markup are refused by name; texts that look alike are read."""

import pytest

from tests.dump_formats import format_of

REFUSED = (
    (
        "pem",
        "-----BEGIN OPENSSH REFUSED KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----",
    ),
    ("ssh-keys", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5 ann@lamp\n"),
    ("zim", "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.4\n\n====== Lamp ======\nWax\n"),
    ("rednotebook", "1:\n  {text: 'Wax on the table.'}\n2: {text: More wax.}\n"),
    ("tiddler", "title: Lamp\ncreated: 20240101100000000\ntags: wax\n\nWax on the table.\n"),
    ("ldif", "dn: cn=Ann,mail=a@b.example\nobjectclass: person\ncn: Ann\n"),
    ("ofx", "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><STMTTRN><NAME>Tea</STMTTRN></OFX>\n"),
    ("qif", "!Type:Bank\nD29/11/2026\nT-3.50\nPTea\n^\n"),
    ("mt940", ":20:STARTUMS\n:25:10020030/1234567\n:28C:0/1\n:86:Tea\n"),
    ("cookies", "# Netscape HTTP Cookie File\n.a.example\tTRUE\t/\tTRUE\t1\tsession\tabc\n"),
    ("webvtt", "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nAnn: Hello\n"),
    ("subrip", "1\n00:00:01,000 --> 00:00:04,000\nHello\n"),
    ("gedcom", "0 HEAD\n1 SOUR LAMP\n0 @I1@ INDI\n1 NAME Ann /Lamp/\n"),
    ("accounts", "root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000:Ann:/home/ann:/bin/sh\n"),
    ("env", "# settings\nDB_HOST=localhost\nexport DB_PASSWORD='lamp'\n"),
    ("ini", "[core]\nname = lamp\n\n[user]\nemail = a@b.example\npassword = oil\n"),
    ("yaml", "kind: Secret\nmetadata:\n  name: lamp\ndata:\n  password: b2ls\n"),
    ("log", '127.0.0.1 - - [29/Nov/2026:10:15:32 +0000] "GET / HTTP/1.1" 200 123\n'),
    ("log", "2026-11-29 10:15:32,001 INFO started\n2026-11-29 10:15:33,001 ERROR no oil\n"),
    ("shell-history", ": 1683886532:0;ls\n: 1683886540:0;cat letter.txt\n"),
    ("sql", "--\n-- PostgreSQL database dump\n--\n\nCOPY users (id) FROM stdin;\n1\n\\.\n"),
    ("chat", "[LINE] Chat history with Ann\n\n2026/11/29(Sun)\n10:15\tAnn\tHello\n"),
    (
        "chat",
        (
            "10:15:32 From Ann to Everyone:\n\tHi\n10:16:01 From Bo to Ann:\n\tYes\n"
            "10:17:01 From Bo to Everyone:\n\tSo\n"
        ),
    ),
    (
        "chat",
        (
            "Nov 29, 2026 10:15:32 AM\nAnn\nHello\n\nNov 29, 2026 10:16:32 AM\nMe\nYes\n\n"
            "Nov 29, 2026 10:17:32 AM\nAnn\nSo\n"
        ),
    ),
    (
        "chat",
        (
            "2026-11-29 10:15:32 Ann\nHello\n\n2026-11-29 10:16:01 Bo\nHi\n\n"
            "2026-11-29 10:17:01 Ann\nSo\n"
        ),
    ),
    ("chat-html", '<html><body><div class="chatlog"><div>Hello</div></div></body></html>'),
    (
        "chat-html",
        '<html><body><div class="message"><b class="sender">Ann</b> Hi</div></body></html>',
    ),
    ("latex", "% a letter\n\\documentclass{article}\n\\begin{document}\nLamps.\n"),
    ("man", '.TH LAMP 1 "2026-11-29"\n.SH NAME\nlamp \\- gives light\n'),
    ("typst", "#set page(width: 10cm)\n= Lamps\nThey _burn_.\n"),
    ("org", "#+TITLE: Lamps\n#+DATE: <2026-11-29 Sun>\n\n* Oil\nIt burns.\n"),
    ("org-outline", "* Oil\n:PROPERTIES:\n:ID: 1\n:END:\nIt burns.\n"),
    ("asciidoc", "= Lamps\nAnn <a@b.example>\n:toc:\n\nThey burn.\n"),
    ("asciidoc-blocks", "= Lamps\n\nThey burn.\n\n[source,python]\n----\nprint(1)\n----\n"),
    ("restructuredtext", "Lamps\n=====\n\n.. note::\n\n   They burn.\n"),
    ("wikitext", "== Lamps ==\nThey '''burn'''.\n[[Category:Light]]\n"),
    ("dokuwiki", "====== Lamps ======\n\nThey //burn//.\n"),
    ("gemtext", "# Lamps\n\n=> gemini://a.example/oil.gmi Oil\n"),
    ("bibtex", "@book{lamps,\n  title = {Lamps}\n}\n"),
    ("ris", "TY  - BOOK\nTI  - Lamps\nER  - \n"),
    ("yaml", "- title: Lamps\n  draft: true\n- title: Oil\n  draft: false\n"),
    (
        "chat",
        (
            "Sun, Nov 29, 2026, 10:15:03 AM - Ann: Hi\nSun, Nov 29, 2026, 10:16:03 AM - Bo: Ho\n"
            "Sun, Nov 29, 2026, 10:17:03 AM - Ann: So\n"
        ),
    ),
    (
        "csv",
        "Timestamp,E-mail address,What do you think of lamps?\n2026-11-29 10:15,a@b.example,Good\n",
    ),
    ("csv", "Zeitstempel,Was halten Sie von Lampen?\n29.11.2026 10:15:00,Gut\n"),
    ("csv", "Timestamp,What do you think of lamps?\n11/29/2026 10:15:00,Good\n"),
)
TEXTS = (
    "-----BEGIN of something new-----\n\nI have left the old job.\n",
    "!Type: of a person who writes to newspapers.\n\nI know a few.\n",
    ":20: was the number of our bus.\n\nIt came at noon.\n",
    "WEBVTT is a format of subtitles.\nIt is older than it looks.\n",
    "1\n\nThe first poem is about the sea.\n\n2\n\nThe second is about the land.\n",
    "PATH=chosen, as my father liked to say.\n\nHe was a programmer.\n",
    "[core]\n\nThe core of the matter is that lamps go out.\n\nWe light them again.\n",
    "ANN: Who is there?\nBO: It is I.\nANN: Come in.\nBO: I come.\n",
    "ANN:\n  Who is there?\nBO:\n  It is I.\nANN:\n  Come in.\n",
    "tea: a drink\noil: a fuel\nlamp: a light\nsea: a lot of water\n",
    "2026-11-29 10:15 Went to the sea.\n\n2026-11-30 08:00 INFO: the dog slept.\n",
    "Lamps\n=====\n\nThey burn.. note that.\n\n* Oil\n* Wick\n",
    "===== Part one =====\n\n  - The sea.\n  - The land: http://a.example//b.\n",
    "==Lamps==\n\nThey burn ==bright==, see [[Oil]].\n",
    ":star: Lamps\n:star: Oil\n",
    "#let it burn, said the lamp.\n\n@book club tonight.\n",
    "=> https://a.example is all you need.\n",
    "- Ann: a person\n- Bo: another\n- Cy: a third\n- Di: a fourth\n",
    "root: what a tree stands on.\n\nleaf: what it drops.\n",
)


@pytest.mark.parametrize(("name", "text"), REFUSED)
def test_a_file_of_a_program_is_recognised(name: str, text: str) -> None:
    assert format_of(text) == name


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_looks_like_a_file_of_a_program_is_read(text: str) -> None:
    assert format_of(text) is None


def test_a_page_with_much_front_matter_and_little_text_is_not_yaml() -> None:
    keys = "\n".join(f"key{number}: value" for number in range(30))
    assert format_of(f"---\n{keys}\nauthor:\n  name: Ann\n---\n\nA line of text.\n") is None
