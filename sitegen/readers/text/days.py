"""Lines that are a day and nothing else, as in diaries: “Monday, 3 March”, “1. Mai 2024”."""

import re

WEEKDAYS = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|sonnabend|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lun|mar|mercre|jeu|vendre"
    r"|same)di|dimanche|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta"
    r"|quinta|sexta)(?:-feira)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mån|man|tis|tirs|ons"
    r"|tors|fre|lör|lør|sön|søn)dag)"
)
SHORT_WEEKDAYS = (
    r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mi[eé]|jue|vie|s[aá]b"
    r"|dom|mer|jeu|ven|sam|dim|gio|ma|wo|vr|za|zo)"
)
_MONTHS = (
    r"(?:jan(?:uar[iy]?|vier|eiro)?|ene(?:ro)?|gen(?:naio)?|feb(?:ruar[iy]?|rero|braio)?|f[eé]v(?:rier"
    r"|ereiro)?|m[aä]r(?:ch|z|s|zo|ço)?|mrt|maart|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|may|mai|mayo"
    r"|maio|maggio|mei|maj|jun[ei]?|junio|junho|juin|giugno|jul[iy]?|julio|julho|juil(?:let)?|luglio"
    r"|aug(?:ust(?:us|i)?)?|ago(?:sto)?|août|sept?(?:ember|iembre|embre)?|set(?:tembre|embro)?"
    r"|o[ck]t(?:ober|ubre|obre)?|ottobre|out(?:ubro)?|nov(?:ember|iembre|embre|embro)?|de[cz](?:ember"
    r"|embro)?|dic(?:iembre|embre)?|déc(?:embre)?)"
)
_DAY = r"\d{1,2}(?:\.|st|nd|rd|th|er|º)?"
_DATE = (
    rf"(?:{_DAY}\s(?:of\s|de\s)?{_MONTHS}\.?|{_MONTHS}\.?\s{_DAY}|\d{{1,2}}\.\s?\d{{1,2}}\.)"
    r"(?:,?\s(?:de\s|del\s)?\d{4})?"
)
_CLOCK = r"(?:,?\s(?:at\s)?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?)?"
_ALONE = re.compile(
    rf"(?:\#+\s)?[*_]{{0,3}}(?:{WEEKDAYS}"
    rf"|(?:(?:{WEEKDAYS}|{SHORT_WEEKDAYS})[.,]{{0,2}}\s(?:the\s|den\s|der\s|le\s|el\s)?)?{_DATE})"
    rf"{_CLOCK}[:.]?[*_]{{0,3}}$",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(r"\d")


def is_day_alone(text: str) -> bool:
    """Whether a line is the name of a day, or a day of a month, and nothing else."""
    return len(text) <= 40 and _ALONE.match(text) is not None


def is_day_of_month_alone(text: str) -> bool:
    """Whether a line is a day of a month and nothing else."""
    return _OF_MONTH.search(text) is not None and is_day_alone(text)
