"""The command line interface: the commands and their options.

Each command lives in a module of this package, which is imported when it runs, so that
``--version`` and ``--help`` are fast:

- ``importing``: ``import``, with ``import_options``; ``import_summary``, ``doubtful_cuts``,
  ``explaining``, ``document_labels``: what it prints
- ``formats``: ``formats``
- ``building``: ``build``; ``serving``: ``serve`` and ``build --watch``
- ``curating``: ``topics``, ``move``, ``merge``, ``undo`` and ``redo``
- ``edition_closing``: ``edition new``; ``themes``: ``themes``; ``command_groups``: these groups
- ``checking``, ``copying``, ``publishing``, ``sending``: the commands of these names

``console`` prints, ``error_handling`` turns errors into exit codes, and ``digest_root`` finds the
digest.
"""

import shlex
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from sitegen import __version__
from sitegen.cli.command_groups import edition, themes
from sitegen.cli.console import accept_any_text
from sitegen.cli.error_handling import guarded
from sitegen.errors import UsageError

_DRAFTS = click.option(
    "--drafts", is_flag=True, help="Show drafts, and pages dated in the future or expired, too."
)

_NO_CARDS = click.option(
    "--no-cards", is_flag=True, help="Leave out the pictures for links that are shared."
)

_POLL = click.option(
    "--poll",
    is_flag=True,
    help="Compare the folders twice a second; use no system events.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="sitegen %(version)s")
def main() -> None:
    """Turn a pile of text into a curated digest: pages, grouped by topic, and a static site.

    \b
    A first digest:
      sitegen new my-digest && cd my-digest
      sitegen import ~/dump.txt
      sitegen serve

    Exit codes: 0 success, 1 a fault of sitegen's own, 2 the command, 3 the configuration,
    4 the content, 5 the theme, 6 the dump, 7 the output.
    """  # noqa: D301 -- click takes the backspace for "do not wrap"
    accept_any_text()


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@guarded
def new(folder: Path) -> None:
    """Create a new digest in FOLDER, which may be a new git repository."""
    from sitegen.starter import create_digest

    create_digest(folder, datetime.now(UTC).date())
    change = "" if folder.resolve() == Path.cwd() else f"  cd {shlex.quote(str(folder))}\n"
    click.echo(
        f"Made {folder}/ for a new digest. Next:\n\n"
        f"{change}  sitegen import YOUR-DUMP.txt\n  sitegen serve"
    )


@main.command("import")
@click.argument("dumps", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--dry-run", is_flag=True, help="Show the plan and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--split",
    type=click.Path(path_type=Path, dir_okay=False, readable=False),
    metavar="FILE",
    help="Write the dump to FILE with --- between documents, to correct and import, and stop.",
)
@click.option("--topics", type=click.IntRange(1), metavar="N", help="Make about N topics.")
@click.option("--explain", is_flag=True, help="Say why each document is in its topic.")
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    help="Read DUMP in this format; `sitegen formats` lists them.",
)
@click.option(
    "--include",
    multiple=True,
    metavar="WHAT",
    help="Import also what is left out by default, such as replies, reposts, followers, drafts or "
    "pages. May be repeated.",
)
@click.option("--since", metavar="DATE", help="Only what was published on this date or later.")
@click.option("--until", metavar="DATE", help="Only what was published on this date or earlier.")
@click.option("--author", metavar="NAME", help="Only documents by this author.")
@click.option("--match", metavar="TEXT", help="Only documents that contain this text.")
@click.option("--min-words", type=click.IntRange(0), metavar="N", help="Only N words or more.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N documents.")
@click.option("--topic", metavar="TITLE", help="Only what is grouped under this topic.")
@click.option(
    "--prune",
    is_flag=True,
    help="Remove pages that you did not change and that are no longer in the dump.",
)
@guarded
def import_(
    dumps: tuple[Path, ...],
    split: Path | None,
    *,
    dry_run: bool,
    as_json: bool,
    explain: bool,
    **chosen: Any,
) -> None:
    """Make pages under content/ from one or more DUMPS.

    A dump is a file, a folder, or - for standard input: an archive of a social network, a blog, a
    feed, bookmarks, a folder of Markdown, a text of essays and posts with nothing between them,
    and more, as `sitegen formats` lists. What is not plainly public is left out. What several
    dumps have in common is imported once.

    Importing again changes nothing that you changed, and brings back nothing that you deleted.
    """
    from sitegen.cli.importing import import_dumps, show_plan, split_dump

    if split and (dry_run or as_json):
        raise UsageError(
            "--split cannot be combined with --dry-run or --json", hint="run one after the other"
        )
    if split:
        split_dump(dumps, split, chosen["format_"])
    elif dry_run:
        show_plan(dumps, chosen, as_json=as_json, explain=explain)
    else:
        import_dumps(dumps, chosen, as_json=as_json, explain=explain)


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@guarded
def formats(*, as_json: bool) -> None:
    """List the formats of dumps, and what is left out of each."""
    from sitegen.cli.formats import show_formats

    show_formats(as_json=as_json)


@main.command()
@_DRAFTS
@_NO_CARDS
@click.option("--watch", is_flag=True, help="Build again after every change, until interrupted.")
@_POLL
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--explain", is_flag=True, help="Say why each file was written.")
@click.option(
    "--verify", is_flag=True, help="Build from scratch in another folder, and compare every byte."
)
@click.option(
    "--executor",
    metavar="ADDRESS",
    default="",
    help="Work on a Dask cluster, such as dask://127.0.0.1:8786.",
)
@guarded
def build(  # noqa: PLR0913 -- an argument for each option
    executor: str,
    *,
    drafts: bool,
    no_cards: bool,
    watch: bool,
    poll: bool,
    as_json: bool,
    explain: bool,
    verify: bool,
) -> None:
    """Build the digest into output/."""
    if watch and (as_json or explain or verify or executor):
        raise UsageError(
            "--json, --explain, --verify and --executor cannot be combined with --watch",
            hint="leave --watch out",
        )
    if poll and not watch:
        raise UsageError("--poll requires --watch", hint="add --watch, or leave --poll out")
    if watch:
        from sitegen.cli.serving import watch_digest

        watch_digest(drafts=drafts, cards=not no_cards, poll=poll)
    else:
        from sitegen.cli.building import build_once

        build_once(
            drafts=drafts,
            cards=not no_cards,
            as_json=as_json,
            explain=explain,
            verify=verify,
            executor=executor,
        )


@main.command()
@click.argument("root", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@guarded
def check(root: Path | None, *, as_json: bool) -> None:
    """Say whether output/ is fit to be published, and change nothing.

    ROOT is the folder of the digest; without it, this folder's. What is broken ends the command
    with an exit code other than 0, warnings do not.
    """
    from sitegen.cli.checking import check_output

    check_output(root, as_json=as_json)


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@guarded
def publish(*, as_json: bool) -> None:
    """Send output/ to a branch or a folder, as the configuration says.

    The output is checked first, as “sitegen check” does; nothing is sent if anything is broken, or
    older than what it is made from.
    """
    from sitegen.cli.publishing import publish_output

    publish_output(as_json=as_json)


@main.command()
@click.option(
    "--to",
    required=True,
    metavar="LIST|ADDRESS",
    help="A file with one address on each line, or one address, such as your own.",
)
@click.option("--dry-run", is_flag=True, help="Say who would get it, and send nothing.")
@guarded
def send(to: str, *, dry_run: bool) -> None:
    """Send the e-mail to its readers.

    The configuration says with which server. The output is checked first, as “sitegen check” does.
    Each reader gets a mail of their own. A log in sent/ keeps who got it: after an interruption,
    the same command continues where it stopped, and nobody gets an edition twice. The environment
    holds the user name and the password for the mail server: SITEGEN_SMTP_USER and
    SITEGEN_SMTP_PASSWORD.
    """
    from sitegen.cli.sending import send_mail

    send_mail(to, is_rehearsal=dry_run)


@main.command()
@_DRAFTS
@_NO_CARDS
@_POLL
@click.option("--port", type=click.IntRange(0, 65535), help="Default: 8000, or the next free one.")
@click.option(
    "--host",
    metavar="ADDRESS",
    help="Let others read, who reach this machine by that address; 0.0.0.0: by any of its own.",
)
@click.option("--no-desk", is_flag=True, help="Show the pages only: nothing can be edited there.")
@click.option("--open", "is_opened", is_flag=True, help="Open the preview in the browser.")
@guarded
def serve(
    port: int | None,
    host: str | None,
    *,
    drafts: bool,
    no_cards: bool,
    poll: bool,
    no_desk: bool,
    is_opened: bool,
) -> None:
    """Build, serve on this machine, and reload after every change.

    Each post has a bar to put it right, and /_desk/ lists all of them. With --host, a phone or
    another computer can read what is built, and nothing else.
    """
    from sitegen.cli.serving import ServeOptions, serve_digest

    serve_digest(
        ServeOptions(
            port=port,
            host=host,
            drafts=drafts,
            cards=not no_cards,
            poll=poll,
            has_desk=not no_desk,
            is_opened=is_opened,
        )
    )


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@guarded
def topics(*, as_json: bool) -> None:
    """List the topics with their numbers of posts."""
    from sitegen.cli.curating import list_topics

    list_topics(as_json=as_json)


@main.command()
@click.argument("name", metavar="TOPIC-OR-POST")
@guarded
def copy(name: str) -> None:
    """Print a topic or a post as Markdown, with its source.

    A topic is named by its slug or title; a post or an essay by its file, its address, or words of
    its title.
    """
    from sitegen.cli.copying import print_copy

    print_copy(name)


@main.command()
@click.argument("posts", nargs=-1, metavar="POST...")
@click.argument("topic")
@guarded
def move(posts: tuple[str, ...], topic: str) -> None:
    """Move each POST to TOPIC; their addresses stay.

    A POST is a file, an address, or words of its title or beginning. TOPIC is the folder or the
    title of a topic; a new one is created.
    """
    from sitegen.cli.curating import move_posts

    move_posts(posts, topic)


@main.command()
@click.argument("topic")
@click.argument("into", required=False)
@guarded
def merge(topic: str, into: str | None) -> None:
    """Move all posts of TOPIC to the topic INTO.

    The address of TOPIC redirects to INTO, and both introductions are kept.
    """
    from sitegen.cli.curating import merge_topics

    merge_topics(topic, into)


@main.command()
@click.argument("number", required=False, type=click.IntRange(1))
@click.option("--list", "is_list", is_flag=True, help="List the acts that can be undone.")
@guarded
def undo(number: int | None, *, is_list: bool) -> None:
    """Take back the latest act, or the one with NUMBER.

    An act is an import, a move, a merge, a closed edition, or anything done in the preview or at
    its desk.
    """
    from sitegen.cli.curating import list_acts, undo_act

    if is_list:
        list_acts()
    else:
        undo_act(number)


@main.command()
@guarded
def redo() -> None:
    """Do again what was undone last."""
    from sitegen.cli.curating import redo_act

    redo_act()


main.add_command(edition)
main.add_command(themes)
