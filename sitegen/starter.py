"""Makes the folder of a new digest, with all that a first import and build need."""

import json
from datetime import date
from pathlib import Path

from sitegen.config import CONFIG_NAME
from sitegen.errors import UsageError
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
---
# The front page. The date is that of the edition; what you write under the second line of
# hyphens introduces it: a line or two on what this digest gathers, and for whom.
date: {today}
---
"""

_ABOUT = """\
---
# A page of its own, in the menu. It is published once this line is gone:
draft: true
title: About
---

Who makes this digest, and from what.
"""

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
        "content/index.md": _FRONT.format(today=today),
        "content/about.md": _ABOUT,
        ".gitignore": _IGNORED,
        "output/.gitignore": _OUTPUT_IGNORED,
    }
    for name, text in files.items():
        write_if_changed(folder / name, text.encode())
    return tuple(folder / name for name in files)
