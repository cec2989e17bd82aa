"""Translations of the texts of the interface.

The English text is the key: ``say("All in {topic}", topic="Craft")``. A text with a count has two
forms in English, ``{count} post|{count} posts``, and in a translation one for each plural category
of the language in CLDR.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from sitegen.errors import ThemeError, line_of
from sitegen.languages.numbers import format_number
from sitegen.languages.tags import locale_of, tag_chain

Forms = str | Mapping[str, str]
"""A translation, or its forms by CLDR plural category: ``one``, ``few``, ``other`` …"""

_BUNDLED = Path(__file__).parent
_VALUE = re.compile(r"\{(\w+)\}")
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of the interface in one language."""

    language: str
    """A BCP 47 tag."""
    texts: Mapping[str, Forms]
    """The translations, by the English texts."""

    @property
    def is_translated(self) -> bool:
        """Whether there is any translation, or none is needed."""
        return bool(self.texts) or tag_chain(self.language)[-1] == "en"

    def say(self, text: str, count: int | None = None, **values: object) -> str:
        """The translated text with its values filled in, and with localised numbers.

        Without a translation, it is the English text.

        Raises:
            TypeError: a value is missing.
        """
        return _fill(self._form(text, count), self._shown(count, values), text)

    def say_markup(self, text: str, count: int | None = None, **values: object) -> Markup:
        """The same for HTML: the text is escaped, and so is each value that is not markup."""
        shown = {name: escape(value) for name, value in self._shown(count, values).items()}
        return Markup(_fill(escape(self._form(text, count)), shown, text))  # noqa: S704 -- escaped

    def _form(self, text: str, count: int | None) -> str:
        match self.texts.get(text):
            case None:
                one, _, more = text.partition("|")
                return more if more and count != 1 else one
            case str(form):
                return form
            case forms:
                category = locale_of(self.language).plural_form(count or 0)
                return forms.get(category) or forms["other"]

    def _shown(self, count: int | None, values: Mapping[str, object]) -> dict[str, object]:
        given = values if count is None else {"count": count, **values}
        return {
            name: format_number(value, self.language) if type(value) is int else value
            for name, value in given.items()
        }


def load_wording(language: str, folders: Iterable[Path]) -> Wording:
    """Loads the translations of sitegen and of a theme for ``language`` and its parents.

    Args:
        language: a BCP 47 tag.
        folders: the folders of the theme and of those that it extends, the nearest first. The
            ``words/<language>.toml`` of an earlier one takes precedence.

    Raises:
        ThemeError: a file cannot be read, or has an invalid translation.
    """
    places = (_BUNDLED, *(folder / "words" for folder in reversed([*folders])))
    texts: dict[str, Forms] = {}
    for place in places:
        for tag in reversed(tag_chain(language)):
            texts |= _read(place / f"{tag}.toml")
    return Wording(language, texts)


def _fill(form: str, values: Mapping[str, object], text: str) -> str:
    """The form with its values. Unlike with ``str.format``, no attributes are looked up."""

    def value_of(found: re.Match[str]) -> str:
        if found[1] not in values:
            raise TypeError(f"say() was given no “{found[1]}” for the text “{text}”")
        return str(values[found[1]])

    return _VALUE.sub(value_of, form)


def _read(path: Path) -> dict[str, Forms]:
    if not path.is_file():
        return {}
    try:
        content = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(content)
    except (OSError, ValueError, RecursionError) as error:
        raise ThemeError(
            f"these translations cannot be read: {error}",
            path=path,
            hint='a line is "English" = "translation", and so on; see https://toml.io',
        ) from None
    for text, forms in tables.items():
        for problem in _problems(text, forms):
            line = next((n for n, row in enumerate(content.split("\n"), 1) if text in row), None)
            raise ThemeError(problem, path=path, line=line, source=line_of(content, line))
    return tables


def _problems(text: str, forms: object) -> Iterator[str]:
    """The errors in the translation of a text."""
    wordings = {"other": forms} if isinstance(forms, str) else forms
    if not isinstance(wordings, dict) or not _are_forms(wordings):
        yield f"“{text}” needs a translation, or a table of plural forms with “other” in it"
        return
    if strange := sorted(wordings.keys() - {*_CATEGORIES}):
        yield f"“{strange[0]}” is not a plural form; there are {', '.join(_CATEGORIES)}"
    for wording in map(str, wordings.values()):
        if unknown := sorted({*_VALUE.findall(wording)} - {*_VALUE.findall(text)}):
            yield f"“{text}” has no value {{{unknown[0]}}}, which its translation uses"


def _are_forms(table: Mapping[str, object]) -> bool:
    return "other" in table and all(isinstance(form, str) for form in table.values())
