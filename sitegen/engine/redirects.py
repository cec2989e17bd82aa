"""Redirects from the earlier addresses of pages (``aliases``) to their present ones.

A redirect is a small page with a canonical link and a meta refresh, which works on any host. On
request there is also the host's own list: ``_redirects`` (Netlify, Cloudflare Pages, GitLab Pages)
or ``.htaccess`` (Apache).
"""

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote, unquote, urlsplit

from sitegen.addresses import absolute_link, file_of, relative_link, web_url
from sitegen.artifacts import Artifact, RedirectArtifact
from sitegen.configuration.location import find_config
from sitegen.configuration.settings import Config
from sitegen.errors import ContentError
from sitegen.filesystem.names import folded
from sitegen.models import Page, Site


def plan_redirects(
    site: Site, config: Config, artifacts: Iterable[Artifact]
) -> tuple[tuple[RedirectArtifact, ...], tuple[ContentError, ...]]:
    """The redirects of a site, and warnings about aliases that are in use."""
    pages = [page for page in _pages(site) if page.aliases]
    taken = {folded(file_of(artifact.address)) for artifact in artifacts if pages}
    found: dict[str, tuple[Page, str]] = {}
    warnings = []
    for page in pages:
        for alias in page.aliases:
            name = folded(file_of(alias))
            other = found.get(name)
            if other and other[0] is page:
                continue
            if name in taken or other:
                warnings.append(_in_use(page, alias, other, config))
            else:
                found[name] = page, alias
    pairs = tuple((alias, page.address) for page, alias in found.values())
    planned = (
        RedirectArtifact(alias, "page", f"{config.content}/{page.path}", ((alias, page.address),))
        for page, alias in found.values()
    )
    return (*planned, *_list_of(pairs, config)), tuple(warnings)


def render_redirects(artifact: RedirectArtifact, base_url: str, language: str) -> bytes:
    """The bytes of a redirect page, or of a host's list of redirects."""
    match artifact.format:
        case "page":
            ((alias, target),) = artifact.redirects
            return _page(alias, target, base_url, language).encode()
        case "_redirects":
            lines = [
                f"{_path(base_url, a)} {_path(base_url, b)} 301" for a, b in artifact.redirects
            ]
        case ".htaccess":
            # Apache compares the first path after decoding it (mod_alias).
            lines = [
                f'Redirect 301 "{_quoted(unquote(_path(base_url, a)))}" "{_path(base_url, b)}"'
                for a, b in artifact.redirects
            ]
    return "".join(f"{line}\n" for line in lines).encode()


def _pages(site: Site) -> Iterator[Page]:
    topics = (site.topic_pages.get(topic.slug) for topic in site.topics)
    yield from (site.front, *site.essays, *site.posts, *site.pages, *site.edition_pages)
    yield from (page for page in topics if page)


def _list_of(pairs: tuple[tuple[str, str], ...], config: Config) -> Iterator[RedirectArtifact]:
    if config.redirects and pairs:
        yield RedirectArtifact(
            config.redirects, config.redirects, str(find_config(config.root)), pairs
        )


def _in_use(page: Page, alias: str, other: tuple[Page, str] | None, config: Config) -> ContentError:
    if other:
        owner = f"an alias of content/{other[0].path} too"
    elif folded(file_of(alias)) == folded(file_of(page.address)):
        owner = "the page’s own address"
    else:
        owner = "the address of another page"
    return ContentError(
        f"the alias “{alias}” is {owner}, so it does not redirect",
        path=config.content / page.path,
        hint="remove it from “aliases”, which takes earlier addresses of the page",
    )


def _page(alias: str, target: str, base_url: str, language: str) -> str:
    link = escape(relative_link(alias, target))
    canonical = escape(
        absolute_link(base_url, target) if base_url else relative_link(alias, target)
    )
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{canonical}">
<title>→ /{escape(target)}</title>
</head>
<body>
<p><a href="{link}">/{escape(target)}</a></p>
</body>
</html>
"""


def _path(base_url: str, address: str) -> str:
    """The path of an address on its host."""
    return f"{urlsplit(web_url(base_url)).path.rstrip('/')}/{quote(address)}"


def _quoted(path: str) -> str:
    return path.replace("\\", r"\\").replace('"', r"\"")
