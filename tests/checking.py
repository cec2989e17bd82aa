"""Builds and checks a digest, and says what was found as a person reads it: helpers of tests."""

from sitegen.check import CheckResult, check_site
from sitegen.engine.executors import SerialExecutor
from sitegen.errors import SitegenError
from tests.digest import NOW, Digest

THEME = '{% extends "default/base.html" %}\n'


def check(digest: Digest) -> CheckResult:
    return check_site(digest.root, now=NOW, executor=SerialExecutor())


def told(digest: Digest, *errors: SitegenError) -> str:
    return "\n".join(map(str, errors)).replace(f"{digest.root}/", "")


def broken(digest: Digest) -> str:
    """What is said of the broken links of a digest, once it is built."""
    return told(digest, *check(digest.build()).broken_links)


def warned(digest: Digest) -> str:
    return told(digest, *check(digest.build()).warnings)


def themed(digest: Digest, block: str) -> Digest:
    digest.write("sitegen.toml", 'theme = "mine"\nbase_url = "https://digest.example/"\n')
    return digest.write("themes/mine/templates/base.html", THEME + block)
