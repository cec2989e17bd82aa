"""The settings of the e-mail, and of what sends it."""

from pathlib import Path

import pytest

from sitegen.configuration.file import load_config
from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError


def _load(folder: Path, text: str) -> Config:
    (folder / "sitegen.toml").write_text(text, encoding="utf-8")
    return load_config(folder)


@pytest.mark.parametrize(
    "text",
    [
        "[email]\nlead = 0",
        '[email]\nsender = "editor"',
        '[email]\nsender = "a@d.example, b@d.example"',
        '[email]\nsubject = ""',
        '[email]\nsubject = "{tittle}"',
        '[email]\nunsubscribe = "unsubscribe"',
        '[email]\nunsubscribe = "javascript:off()"',
        '[email]\nunsubscribe = "/off"',
        '[email]\npictures = "inline"',
        "[send]",
        '[send]\nsmtp = "mail.example.org:587"',
        '[send]\nsmtp = "mail.example.org"\nport = 65536',
        '[send]\nsmtp = "mail.example.org"\nsecurity = "ssl"',
        '[send]\nsmtp = "mail.example.org"\nsendmail = "/usr/sbin/sendmail"',
        '[send]\nsendmail = "/usr/sbin/sendmail"\nport = 25',
        '[send]\nsmtp = "mail.example.org"\npassword = "x"',
    ],
)
def test_setting_that_makes_no_sense_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError):
        _load(tmp_path, text)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://digest.example/off?who={recipient}",
        "mailto:off@digest.example?subject=off",
        "{{unsubscribe_url}}",
        "*|UNSUB|*",
        "%unsubscribe_url%",
        "[unsubscribe]",
    ],
)
def test_link_to_unsubscribe_is_an_address_or_a_placeholder(tmp_path: Path, link: str) -> None:
    assert _load(tmp_path, f'[email]\nunsubscribe = "{link}"').email.unsubscribe == link
