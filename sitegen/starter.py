"""Makes the folder of a new digest, with all that a first import and build need."""

import json
from datetime import date
from pathlib import Path

from sitegen.config import CONFIG_NAME
from sitegen.errors import UsageError
from sitegen.frontmatter import format_page
from sitegen.output import write_if_changed

_CONFIG = """\
title = {title}
description = ""
author = ""
language = "en"

# Where the site will stand, for example "https://example.org/digest/".
# Feeds and the sitemap are made once it is set, as they name whole addresses.
base_url = ""

# The look: a folder under themes/, or "default", which comes with sitegen.
theme = "default"

# Posts on one page of a topic.
page_size = 50

# Where @handles and #hashtags lead; "" leaves them as they are.
[links]
handle = "https://x.com/{{name}}"
hashtag = "https://x.com/hashtag/{{name}}"

# A topic of your own is filled before sitegen proposes others:
#
# [[topics]]
# title = "Trains at night"
# description = "Sleepers, stations and the people in between."
# keywords = ["train", "sleeper", "station", "conductor"]
"""

_FRONT = """\
Write a line or two here on what this digest gathers, and for whom. It stands at the top of
the front page; the file is `content/index.md`.
"""

_ABOUT = "Who makes this digest, and from what. The file is `content/about.md`.\n"

_IGNORED = ".sitegen/\n"
_OUTPUT_IGNORED = "*\n!.gitignore\n"


def create_digest(folder: Path, today: date) -> tuple[Path, ...]:
    """Makes ``folder`` the home of a new digest; returns the files made.

    Raises:
        UsageError: the folder holds something already, or is no folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            "this folder is not empty" if folder.is_dir() else "this is a file",
            path=folder,
            hint="give another name; an existing digest needs no “new”",
        )
    title = folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize()
    files = {
        CONFIG_NAME: _CONFIG.format(title=json.dumps(title, ensure_ascii=False)),
        "content/index.md": format_page({"title": title, "date": today}, _FRONT),
        "content/about.md": format_page({"title": "About"}, _ABOUT),
        ".gitignore": _IGNORED,
        "output/.gitignore": _OUTPUT_IGNORED,
    }
    for name, text in files.items():
        write_if_changed(folder / name, text.encode())
    return tuple(folder / name for name in files)
