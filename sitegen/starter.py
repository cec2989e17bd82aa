"""Creates the folder of a new digest, with a configuration and first pages."""

import json
import re
from datetime import date
from pathlib import Path

from sitegen.configuration.location import CONFIG_NAME
from sitegen.configuration.settings import DEFAULT_TITLE
from sitegen.content.pages import title_from_slug
from sitegen.errors import UsageError
from sitegen.filesystem.files import write_if_changed

_CONFIG = """\
title = {title}
description = ""
author = ""
language = "en"

# The time zone of dates without an offset, such as "Europe/Berlin". It also decides which day is
# today.
timezone = "UTC"

# The address of the published site, for example "https://example.org/digest/".
# Feeds and the sitemap need it: without it there are none.
base_url = ""

# The theme: a folder under themes/, or one that comes with sitegen, "default" or "wire".
theme = "default"

# The number of posts on one page of a topic.
page_size = 50

# What @handles and #hashtags link to; "" leaves them as text. Posts of other networks than X link
# to their own, unless you write other patterns here.
[links]
handle = "https://x.com/{{name}}"
hashtag = "https://x.com/hashtag/{{name}}"

# Where “sitegen publish” sends the site: a branch of this git repository, or a folder.
#
# [publish]
# branch = "gh-pages"

# An import files posts under your own topics first, and proposes others for the rest:
#
# [[topics]]
# title = "Trains at night"
# description = "Sleepers, stations and the people in between."
# keywords = ["train", "sleeper", "station", "conductor"]
"""

_FRONT = """\
---
# The front page. The date is that of the edition. The text below the second line of hyphens
# introduces it: a line or two on what this digest collects, and for whom.
date: {today}
---
"""

_ABOUT = """\
---
# A separate page, linked from the menu. Delete this line to publish it:
draft: true
title: About
---

Who edits this digest, and from which sources.
"""

_IN_NEW_REPOSITORIES = re.compile(
    r"\.git.*|\.DS_Store|(README|LICEN[CS]E|COPYING)(\..*)?", re.IGNORECASE
)
"""The names of files that git and its hosts add to a new repository, and file managers."""

_OUTPUT_IGNORED = "*\n!.gitignore\n"


def create_digest(folder: Path, today: date) -> tuple[Path, ...]:
    """Creates a digest in ``folder``; returns the files created.

    The folder may exist, if it is empty or a new repository.

    Raises:
        UsageError: the folder has other files, is a file, cannot be read, or its name is not UTF-8.
    """
    _refuse_unsuitable(folder)
    files = {
        CONFIG_NAME: _CONFIG.format(title=json.dumps(_title(folder), ensure_ascii=False)),
        "content/index.md": _FRONT.format(today=today),
        "content/about.md": _ABOUT,
        "output/.gitignore": _OUTPUT_IGNORED,
    }
    for name, text in files.items():
        write_if_changed(folder / name, text.encode())
    return tuple(folder / name for name in files)


def _refuse_unsuitable(folder: Path) -> None:
    try:
        str(folder).encode()
        is_taken = folder.exists() and (
            not folder.is_dir() or any(map(_is_of_others, folder.iterdir()))
        )
    except UnicodeEncodeError:
        raise UsageError(
            "the name of this folder is not UTF-8", path=folder, hint="choose another name"
        ) from None
    except OSError as error:
        raise UsageError(
            f"this folder cannot be created: {error.strerror}",
            path=folder,
            hint="choose another name",
        ) from None
    if is_taken:
        raise UsageError(
            "this folder is not empty" if folder.is_dir() else "this is a file",
            path=folder,
            hint="choose another name; “sitegen new” is only for new digests",
        )


def _is_of_others(path: Path) -> bool:
    """Whether a file is other than those that a new repository has before its digest."""
    return _IN_NEW_REPOSITORIES.fullmatch(path.name) is None


def _title(folder: Path) -> str:
    """The folder's name as a title; the default title if it has neither letters nor digits."""
    name = "".join(char if char.isprintable() else " " for char in folder.resolve().name)
    return title_from_slug(name) if any(map(str.isalnum, name)) else DEFAULT_TITLE
