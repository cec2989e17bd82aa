"""How fast each reader is, and how much memory it takes.

    python -m benchmarks.readers [--documents 100000] [--only x wordpress] [--archive 10000]
        [--from x|wordpress] [--peer COMMAND]...

Dumps are written in the shape of each export, and read in a process of their own: the seconds of
the processor, which are the same on a busy machine, and the peak of its memory while ``read()`` is
iterated. HTML becomes Markdown in most formats; the speed of that is given apart. ``--archive``
measures the whole way from an archive to built pages, in seconds on the clock and of the processor;
``--peer`` runs another program on the same archive, whose path replaces ``{archive}``.
"""

import argparse
import json
import random
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from sitegen.models import Document
from sitegen.readers import ReadOptions, load_readers
from sitegen.readers.html import html_to_markdown
from sitegen.readers.sources import open_source

_WORDS = Path(__file__).with_name("building").joinpath("words.txt").read_text().split()
_Row = dict[str, object]
_DAY = "2024-03-{day:02}T{hour:02}:{minute:02}:{second:02}"


def _text(number: int) -> str:
    """Forty words, other ones for each number; most are rare, as in real texts."""
    chance = random.Random(number)  # noqa: S311 -- made-up words need no secrets
    common = chance.choices(_WORDS, k=20)
    rare = ("".join(chance.choices(_WORDS, k=2)) for _ in range(20))
    return " ".join(word for pair in zip(common, rare, strict=True) for word in pair)


def _date(number: int) -> str:
    second, minute, hour = number % 60, number // 60 % 60, number // 3600 % 24
    return _DAY.format(day=number // 86400 % 28 + 1, hour=hour, minute=minute, second=second)


def write_json_lines(count: int) -> Iterator[str]:
    """Texts with a date and an author, one a line."""
    for number in range(count):
        row: _Row = {"id": number, "text": _text(number), "author": "Ann"}
        yield json.dumps(row | {"date": f"{_date(number)}Z"}) + "\n"


def write_mastodon(count: int) -> Iterator[str]:
    """An outbox of public posts, with all that Mastodon 4 writes of each."""
    yield '{"type": "OrderedCollection", "orderedItems": ['
    public = ["https://www.w3.org/ns/activitystreams#Public"]
    account = "https://quay.example/users/ann"
    for number in range(count):
        address = f"{account}/statuses/{10**17 + number}"
        content = f"<p>{_text(number)}</p>"
        page: _Row = {"type": "CollectionPage", "partOf": f"{address}/replies", "items": []}
        post: _Row = {
            "id": address,
            "type": "Note",
            "summary": None,
            "inReplyTo": None,
            "published": f"{_date(number)}Z",
            "url": f"https://quay.example/@ann/{10**17 + number}",
            "attributedTo": account,
            "to": public,
            "cc": [f"{account}/followers"],
            "sensitive": False,
            "atomUri": address,
            "inReplyToAtomUri": None,
            "conversation": f"tag:quay.example,2024:objectId={number}:objectType=Conversation",
            "content": content,
            "contentMap": {"en": content},
            "attachment": [],
            "tag": [],
            "replies": {"id": f"{address}/replies", "type": "Collection", "first": page},
        }
        item: _Row = {"id": f"{address}/activity", "type": "Create", "actor": account}
        item |= {key: post[key] for key in ("published", "to", "cc")}
        yield ("," if number else "") + json.dumps(item | {"object": post})
    yield "]}"


def write_x(count: int) -> Iterator[str]:
    """The posts of an archive of X, with all that it writes of each."""
    yield "window.YTD.tweets.part0 = [\n"
    lists: _Row = {key: [] for key in ("hashtags", "symbols", "user_mentions", "urls")}
    for number in range(count):
        own, text = str(10**18 + number), _text(number)
        edits: _Row = {"editTweetIds": [own], "editsRemaining": "5", "isEditEligible": True}
        tweet: _Row = {
            "edit_info": {"initial": edits | {"editableUntil": f"{_date(number)}.000Z"}},
            "retweeted": False,
            "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
            "entities": lists,
            "display_text_range": ["0", str(len(text))],
            "favorite_count": "3",
            "id_str": own,
            "truncated": False,
            "retweet_count": "0",
            "id": own,
            "created_at": f"Fri Mar 01 {_date(number)[11:]} +0000 2024",
            "favorited": False,
            "full_text": text,
            "lang": "en",
        }
        yield ("," if number else "") + json.dumps({"tweet": tweet}, indent=2)
    yield "]"


def write_wordpress(count: int) -> Iterator[str]:
    """A WXR of published posts, with all that WordPress writes of each."""
    yield (
        '<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>B</title>'
    )
    for number in range(count):
        date = _date(number).replace("T", " ")
        body = f"<!-- wp:paragraph -->\n<p>{_text(number)}</p>\n<!-- /wp:paragraph -->"
        meta = "".join(
            f"<wp:postmeta><wp:meta_key><![CDATA[_key_{n}]]></wp:meta_key>"
            f"<wp:meta_value><![CDATA[{n}]]></wp:meta_value></wp:postmeta>"
            for n in range(4)
        )
        yield (
            f"<item><title><![CDATA[Post {number}]]></title><link>https://b.example/{number}</link>"
            f"<pubDate>{date}</pubDate><dc:creator><![CDATA[ann]]></dc:creator>"
            f'<guid isPermaLink="false">https://b.example/?p={number}</guid><description/>'
            f"<content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded/>"
            f"<wp:post_id>{number}</wp:post_id><wp:post_date>{date}</wp:post_date>"
            f"<wp:post_date_gmt>{date}</wp:post_date_gmt><wp:comment_status>open</wp:comment_status>"
            f"<wp:post_name>post-{number}</wp:post_name><wp:status>publish</wp:status>"
            "<wp:post_parent>0</wp:post_parent><wp:menu_order>0</wp:menu_order>"
            "<wp:post_type>post</wp:post_type><wp:post_password/><wp:is_sticky>0</wp:is_sticky>"
            f'<category domain="category" nicename="lamps"><![CDATA[Lamps]]></category>{meta}'
            "</item>\n"
        )
    yield "</channel></rss>"


def write_rss(count: int) -> Iterator[str]:
    """A feed with descriptions in HTML."""
    yield '<?xml version="1.0"?><rss version="2.0"><channel><title>B</title>'
    for number in range(count):
        body = escape(f"<p>{_text(number)}</p>")
        yield (
            f"<item><title>Post {number}</title><guid>https://b.example/{number}</guid>"
            f"<description>{body}</description><pubDate>{_date(number)}Z</pubDate></item>\n"
        )
    yield "</channel></rss>"


def write_csv(count: int) -> Iterator[str]:
    """Bookmarks of Pocket."""
    yield "title,url,time_added,tags,status\n"
    for number in range(count):
        yield f"Page {number},https://b.example/{number},{1709280000 + number},a|b,unread\n"


WRITERS: dict[str, tuple[str, Callable[[int], Iterator[str]]]] = {
    "json": ("dump.jsonl", write_json_lines),
    "mastodon": ("outbox.json", write_mastodon),
    "x": ("tweets.js", write_x),
    "wordpress": ("export.xml", write_wordpress),
    "feed": ("feed.xml", write_rss),
    "pocket": ("part_000000.csv", write_csv),
}


def read_all(path: Path) -> dict[str, float]:
    """Reads a dump with the reader that recognises it; returns documents, seconds and memory."""
    start = time.process_time()
    with open_source(path) as source:
        readers = load_readers().values()
        reader = max(readers, key=lambda each: each.recognise(source))
        ready = time.process_time()
        base = _peak_memory()
        count = sum(isinstance(item, Document) for item in reader.read(source, ReadOptions()))
        seconds = time.process_time() - ready
    return {
        "documents": count,
        "recognise": ready - start,
        "seconds": seconds,
        "memory": _peak_memory(),
        "base": base,
    }


def _peak_memory() -> float:
    """The most memory of this process, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, count: int, folder: Path) -> str:
    """Writes a dump, reads it in another process, and returns a row of the table."""
    file_name, writer = WRITERS[name]
    path = folder / file_name
    with path.open("w", encoding="utf-8") as file:
        file.writelines(writer(count))
    size = path.stat().st_size / 1e6
    command = [sys.executable, "-m", "benchmarks.readers", "--read", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    got = json.loads(done.stdout)
    path.unlink()
    rate, speed = got["documents"] / got["seconds"], size / got["seconds"]
    return (
        f"{name:<10} {got['documents']:>9,.0f} {size:>8.1f} MB {got['seconds']:>7.2f} s "
        f"{rate:>9,.0f}/s {speed:>6.1f} MB/s {got['memory']:>6.0f} MB (start {got['base']:.0f})"
    )


def measure_conversion() -> str:
    """The speed of HTML to Markdown on one core."""
    body = "".join(f"<p>{_text(n)} <a href='https://b.example/{n}'>a</a></p>" for n in range(500))
    start = time.process_time()
    html_to_markdown(body)
    seconds = time.process_time() - start
    return f"HTML to Markdown: {len(body) / 1e6 / seconds:.1f} MB/s"


def measure_archive(count: int, kind: str, peers: list[str], folder: Path) -> Iterator[str]:
    """The seconds from an archive to built pages, and those of other programs."""
    archive = _write_archive(count, kind, folder)
    digest = folder / "digest"
    for words in (["new", str(digest)], ["import", str(archive)], ["build"]):
        command = [sys.executable, "-m", "sitegen", *words]
        where = digest if digest.exists() else folder
        yield f"sitegen {words[0]}, {count:,} posts: {_time(command, where)}"
    for peer in peers:
        arguments = shlex.split(peer.replace("{archive}", str(archive)))
        yield f"{peer}: {_time(arguments, folder)}"


def _write_archive(count: int, kind: str, folder: Path) -> Path:
    """Writes an archive of X, which is a folder, or the file of another kind."""
    name, writer = WRITERS[kind]
    if kind != "x":
        (folder / name).write_text("".join(writer(count)), "utf-8")
        return folder / name
    archive = folder / "archive"
    (archive / "data/tweets_media").mkdir(parents=True)
    account = [{"account": {"accountId": "1", "username": "ann", "accountDisplayName": "Ann"}}]
    written = f"window.YTD.account.part0 = {json.dumps(account, indent=2)}"
    (archive / "data/account.js").write_text(written, "utf-8")
    (archive / "data/tweets.js").write_text("".join(writer(count)), "utf-8")
    return archive


def _time(command: list[str], folder: Path) -> str:
    """Runs a command, and returns its seconds on the clock and of the processor."""
    before, start = _processor_seconds(), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    return f"{seconds:.1f} s, processor {_processor_seconds() - before:.1f} s"


def _processor_seconds() -> float:
    """How long the processor has worked for the commands that were run."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Prints a table of the readers, and what else is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--only", nargs="*", choices=WRITERS, default=list(WRITERS))
    parser.add_argument("--archive", type=int, default=0)
    parser.add_argument("--from", choices=("x", "wordpress"), default="x", dest="kind")
    parser.add_argument("--peer", action="append", default=[])
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        print(json.dumps(read_all(options.read)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for reader in options.only:
            print(measure(reader, options.documents, folder), flush=True)
        print(measure_conversion())
        if options.archive:
            for line in measure_archive(options.archive, options.kind, options.peer, folder):
                print(line, flush=True)


if __name__ == "__main__":
    main()
