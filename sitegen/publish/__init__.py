"""Sends an output to where it is read: only one that is whole, fresh and without a broken link.

``publish_site`` checks the output, lays a copy of it ready and sends it, to a ``branch`` through
``git`` or to a ``folder``. No build changes the output between the check and the copy, and none has
to wait for a network.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.check import CheckResult, check_site
from sitegen.configuration.file import CONFIG_NAME, find_config, load_config
from sitegen.configuration.settings import Config
from sitegen.engine.executors import Executor
from sitegen.engine.lock import locked
from sitegen.errors import ConfigError
from sitegen.publish.branch import Branch
from sitegen.publish.delivery import Delivery, Target
from sitegen.publish.folder import Folder


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishResult:
    """What came of publishing."""

    check: CheckResult
    """What was found in the output."""
    delivery: Delivery | None
    """What was sent; None if something in the output is broken, so that nothing was."""
    address: str
    """Where the site is to be read; empty where the configuration does not say."""


def publish_site(
    root: Path,
    *,
    now: datetime | None = None,
    executor: Executor | None = None,
    tell: Callable[[str], object] = lambda _: None,
) -> PublishResult:
    """Publishes the output of the digest in ``root`` where its configuration says.

    Args:
        root: the digest's folder.
        now: the time: a page dated after it is not to be in the output.
        executor: who reads the files if they are many; usually the cores of this machine.
        tell: is given what is being done, once the output is checked.

    Raises:
        OutputError: the output is not whole, or not what a build would make now, or it cannot be
            sent. What was published before still is, or is put right by the next publishing.
        SitegenError: the configuration, the content as a whole or the theme is wrong.
    """
    config = load_config(root)
    target = _target(config)
    with ExitStack() as held:
        held.enter_context(locked(root))
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
        "nothing says where this digest is published",
        path=path,
        hint="add two lines to it:\n"
        f"      [{table}]\n"
        '      branch = "gh-pages"\n'
        '    or, to publish to a folder, folder = "/srv/www/digest" as the second; '
        "any host takes a copy of output/, too",
    )
