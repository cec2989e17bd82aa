"""Renders a template artifact: puts what it shows through the theme's template."""

import traceback
from pathlib import Path
from urllib.parse import quote, urlsplit

import jinja2

from sitegen.addresses import relative_link, rewrite_root_links
from sitegen.config import Config
from sitegen.contexts import Contexts
from sitegen.errors import ThemeError
from sitegen.formats import format_day, format_iso, format_plural
from sitegen.models import TemplateArtifact
from sitegen.themes import Theme, make_environment
from sitegen.views import SiteView

NOT_FOUND = "404.html"
"""The page that a host shows at any address it does not know: its links cannot be relative."""


class Renderer:
    """Renders the template artifacts of one site with one theme."""

    def __init__(self, site: SiteView, config: Config, theme: Theme) -> None:
        self._site = site
        self._theme = theme
        self._contexts = Contexts(site, config.page_size)
        self._base_path = urlsplit(config.base_url).path.rstrip("/") + "/"
        self._environment = make_environment(theme)
        self._environment.filters.update(day=format_day, iso=format_iso, plural=format_plural)

    def render(self, artifact: TemplateArtifact) -> bytes:
        """The bytes of the artifact.

        Raises:
            ThemeError: the template is missing, is wrong, or uses what it was not given.
        """
        here = artifact.address
        try:
            html = self._environment.get_template(artifact.template).render(
                self._contexts.of(artifact),
                site=self._site,
                here=here,
                url=lambda target: self._link(here, target),
            )
        except Exception as error:  # a template may do anything that Python does
            raise _template_error(error, self._theme, artifact.template) from error
        if here != NOT_FOUND:
            html = rewrite_root_links(html, lambda target: relative_link(here, target))
        return html.encode()

    def _link(self, here: str, target: object) -> str:
        address = target if isinstance(target, str) else getattr(target, "address", None)
        if not isinstance(address, str):
            raise TypeError(f"url() takes an address or a page, not {target!r}")
        if here == NOT_FOUND:
            return self._base_path + quote(address)
        return relative_link(here, address)


def _template_error(error: Exception, theme: Theme, template: str) -> ThemeError:
    if isinstance(error, jinja2.TemplateNotFound):
        return ThemeError(
            f"the theme “{theme.name}” has no template “{error.name}”",
            path=theme.folders[0] / "templates" / template,
            hint="see the name in the line that asks for it; a theme may extend another",
        )
    path, line = _place(error, theme)
    return ThemeError(
        f"this template cannot be rendered: {error or type(error).__name__}",
        path=path or theme.folders[0] / "templates" / template,
        line=line,
        source=_source_line(path, line),
        hint=_hint(error),
    )


def _place(error: Exception, theme: Theme) -> tuple[Path | None, int | None]:
    """The template's file and line, which Jinja puts into the traceback."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return (Path(error.filename) if error.filename else None), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if any(path.is_relative_to(folder) for folder in theme.folders):
            return path, frame.lineno
    return None, None


def _source_line(path: Path | None, line: int | None) -> str | None:
    if path is None or line is None:
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    return lines[line - 1].strip() if line <= len(lines) else None


def _hint(error: Exception) -> str:
    match error:
        case jinja2.UndefinedError():
            return "docs/themes.md lists what each template receives"
        case jinja2.TemplateSyntaxError():
            return "see that every {% block %}, {% if %} and {% for %} has its end"
    return "see what the line does with its values"
