"""Tables in other languages and of spreadsheet programs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from sitegen.readers.reading import SourceRead


def _read(tmp_path: Path, text: str, name: str = "notes.csv") -> SourceRead:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read_source(path, ReadOptions())


@pytest.mark.parametrize(
    "table",
    [
        "Datum;Titel;Text;Schlagwörter;Autorin\n03.05.2020;Eins;Worte;Öl, Docht;Ann\n",
        "Datum;Überschrift;Inhalt;Stichwörter;Verfasser\n3.5.2020;Eins;Worte;Öl,Docht;Ann\n",
        "Fecha,Título,Texto,Etiquetas,Autor\n03/05/2020,Eins,Worte,Öl|Docht,Ann\n",
        'Date;Titre;Contenu;Mots-clés;Auteur\n03/05/2020;Eins;Worte;"Öl,Docht";Ann\n',
        "\ufeffsep=;\r\nDatum;Titel;Text;Thema;Autor\r\n03.05.2020;Eins;Worte;Öl, Docht;Ann\r\n",
    ],
)
def test_columns_are_known_in_several_languages(tmp_path: Path, table: str) -> None:
    (document,) = _read(tmp_path, table).documents
    assert (document.title, document.text, document.author) == ("Eins", "Worte", "Ann")
    assert document.tags == ("Öl", "Docht")
    assert document.date == datetime(2020, 5, 3, tzinfo=UTC)


def test_notes_on_links_are_known_in_several_languages(tmp_path: Path) -> None:
    table = "Titel;URL;Notiz;Schlagworte\nLampe;https://x.example/1;Meine Notiz;öl\n"
    (document,) = _read(tmp_path, table).documents
    assert (document.title, document.text, document.tags) == ("Lampe", "Meine Notiz", ("öl",))


@pytest.mark.parametrize(
    ("table", "left_out"),
    [
        (
            (
                "Titel;Text;Status\nA;Worte;veröffentlicht\nB;canary;Entwurf\nC;canary;privat\n"
                "D;canary;Gelöscht\n"
            ),
            {"draft": 1, "private": 1, "trash": 1},
        ),
        (
            "Título,Texto,Estado\nA,Worte,publicado\nB,canary,Borrador\nC,canary,privado\n",
            {"draft": 1, "private": 1},
        ),
        (
            "Titre;Texte;Statut\nA;Worte;publié\nB;canary;Brouillon\nC;canary;privé\n",
            {"draft": 1, "private": 1},
        ),
        ("Titel;Text;Privat\nA;Worte;nein\nB;canary;ja\n", {"private": 1}),
        ("Titel;Text;Öffentlich\nA;Worte;ja\nB;canary;nein\n", {"private": 1}),
        ("Titre;Texte;Brouillon\nA;Worte;non\nB;canary;oui\n", {"draft": 1}),
        ("Titel;Text;Sichtbarkeit\nA;Worte;Öffentlich\nB;canary;Nur ich\n", {"private": 1}),
    ],
)
def test_drafts_and_private_texts_are_known_in_several_languages(
    tmp_path: Path, table: str, left_out: dict[str, int]
) -> None:
    read = _read(tmp_path, table)
    assert [document.text for document in read.documents] == ["Worte"]
    assert read.left_out == left_out


@pytest.mark.parametrize(
    "table",
    [
        "Vorname;Nachname;Telefon;Notiz\nAnn;Lee;123;canary\n",
        "Absender;Empfänger;Datum;Text\nAnn;Bo;1.2.2020;canary\n",
        "remitente,destinatario,fecha,texto\nAnn,Bo,2020-01-02,canary\n",
    ],
)
def test_contacts_and_messages_are_refused_in_several_languages(tmp_path: Path, table: str) -> None:
    with pytest.raises(DumpError, match="no reader knows"):
        _read(tmp_path, table)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("03/05/2020", "25/05/2020"), ["2020-05-03", "2020-05-25"]),
        (("03/05/2020", "03/25/2020"), ["2020-03-05", "2020-03-25"]),
        (("3-5-20", "13-5-20"), ["2020-05-03", "2020-05-13"]),
        (("43954", "43955.5"), ["2020-05-03", "2020-05-04"]),
        (("0", ""), [None, None]),
    ],
)
def test_the_other_dates_of_a_table_show_which_number_is_the_day(
    tmp_path: Path, dates: tuple[str, str], expected: list[str | None]
) -> None:
    rows = "".join(f"Words {number},{date}\n" for number, date in enumerate(dates))
    read = _read(tmp_path, f"text,date\n{rows}")
    shown = [d.date.date().isoformat() if d.date else None for d in read.documents]
    assert shown == expected


def test_a_table_may_have_one_column(tmp_path: Path) -> None:
    text = 'text\nFirst words\n"Second, with comma"\n"Third\nlines"\n'
    texts = [document.text for document in _read(tmp_path, text).documents]
    assert texts == ["First words", "Second, with comma", "Third\nlines"]
    (document,) = _read(tmp_path, "text\nFirst words, and more\nSecond\n", "dump.csv").documents
    assert document.text.startswith("text\n")


def test_columns_may_have_the_same_name(tmp_path: Path) -> None:
    (document,) = _read(tmp_path, "title,text,tags,tags\nOne,Words,a,b\n").documents
    assert (document.title, document.text) == ("One", "Words")


def test_a_table_may_have_one_column_of_addresses(tmp_path: Path) -> None:
    rows = "https://x.example/1\nftp://x.example/f\nhttps://x.example/2\n"
    read = _read(tmp_path, f"url\n{rows}", "links.csv")
    assert [d.link.address for d in read.documents if d.link] == [
        "https://x.example/1",
        "https://x.example/2",
    ]
    assert read.left_out == {"not a web address": 1}


def test_a_quotation_mark_that_nothing_closes_leaves_a_table_a_table(tmp_path: Path) -> None:
    read = _read(tmp_path, 'text,author\nOne,Ann\n"Two opens,Jon\nThree,Ann\n')
    assert [d.text for d in read.documents] == ["One", "Two opens", "Three"]
    assert read.lost


def test_a_column_of_alternative_texts_describes_the_picture(tmp_path: Path) -> None:
    table = "text,image,image_alt\nIt burns,https://x.example/a.jpg,A lamp\n"
    (document,) = _read(tmp_path, table).documents
    assert [(m.name, m.alt) for m in document.media] == [("https://x.example/a.jpg", "A lamp")]


def test_pages_in_a_table_of_bear_blog_are_left_out_and_its_tags_read(tmp_path: Path) -> None:
    names = "title,published_date,all_tags,publish,is_page,content\n"
    post = 'Fog,2024-01-01,"[""sea"", ""ice""]",True,False,It rolls.\n'
    read = _read(tmp_path, f"{names}{post}About,2024-01-01,[],True,True,canary\n")
    assert [(d.title, d.tags) for d in read.documents] == [("Fog", ("sea", "ice"))]
    assert read.left_out == {"page": 1}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "title,text,Veröffentlicht\nA,One.,x\nB,canary,\nC,Two.,x\n"),
        ("a.json", '[["text", "published"], ["One.", "x"], ["canary"], ["Two.", "x"]]'),
        ("a.jsonl", '{"text":"One.","live":"x"}\n{"text":"canary"}\n{"text":"Two.","live":"x"}'),
        ("a.yaml", "- text: One.\n  live: x\n- text: canary\n- text: Two.\n  live: x\n"),
    ],
)
def test_a_row_without_the_mark_that_others_have_is_not_public(
    tmp_path: Path, name: str, content: str
) -> None:
    read = _read(tmp_path, content, name)
    assert [document.text for document in read.documents] == ["One.", "Two."]
    assert sum(read.left_out.values()) == 1
