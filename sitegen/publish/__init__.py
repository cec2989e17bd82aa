"""Publishes the output, if it is complete, up to date and free of broken links.

``publish_site`` checks the output, copies it and sends the copy. ``branch`` publishes to a branch
of a git repository, with ``remote_branch`` and ``git``; ``folder`` publishes to a folder;
``delivery`` is the interface of both. The build lock is held from the check to the copy, but not
while a remote receives the copy.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.check import CheckResult, check_site
from sitegen.configuration.file import load_config
from sitegen.configuration.location import CONFIG_NAME, find_config
from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import Executor
from sitegen.engine.lock import locked
from sitegen.errors import ConfigError
from sitegen.publish.branch import Branch
from sitegen.publish.delivery import Delivery, Target
from sitegen.publish.folder import Folder


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishResult:
    """The result of publishing."""

    check: CheckResult
    """What the check found in the output."""
    delivery: Delivery | None
    """What was sent; None if the check failed and nothing was sent."""
    address: str
    """The address of the site; empty if the configuration has none."""


def publish_site(
    root: Path,
    *,
    now: datetime | None = None,
    executor: Executor | None = None,
    tell: Callable[[str], object] = lambda _: None,
) -> PublishResult:
    """Publishes the output of the digest in ``root`` to the target in its configuration.

    Args:
        root: the digest's folder.
        now: the current time; pages dated later must not be in the output.
        executor: runs the check of many files; by default on the cores of this machine.
        tell: called with the current step once the output is checked.

    Raises:
        OutputError: the output is incomplete or out of date, or it cannot be sent. If sending was
            interrupted, the next publish completes it.
        SitegenError: the configuration, the content as a whole or the theme is wrong.
    """
    config = load_config(root)
    target = _target(config)
    with ExitStack() as held:
        held.enter_context(locked(CacheFolder(root)))
        check = check_site(root, now=now, executor=executor)
        if check.problems:
            return PublishResult(check=check, delivery=None, address=config.base_url)
        tell("copying")
        staged = target.stage(config.output)
        if target.is_remote:
            held.close()
        tell(f"to {target.name} … ")
        delivery = staged.send()
    return PublishResult(check=check, delivery=delivery, address=config.base_url)


def _target(config: Config) -> Target:
    if config.publish.branch:
        return Branch(config)
    if config.publish.folder:
        return Folder(config)
    path = find_config(config.root)
    table = "publish" if path.name == CONFIG_NAME else "tool.sitegen.publish"
    raise ConfigError(
        "the configuration does not say where to publish this digest",
        path=path,
        hint="add two lines to it:\n"
        f"      [{table}]\n"
        '      branch = "gh-pages"\n'
        '    or, to publish to a folder, folder = "/srv/www/digest" as the second; '
        "any host takes a copy of output/, too",
    )
