"""Chooses what to send with, as the configuration and the environment say."""

from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path

from sitegen.configuration.location import CONFIG_NAME, find_config
from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError, UsageError
from sitegen.mailing.sendmail import Sendmail
from sitegen.mailing.smtp import PASSWORD, USER, Credentials, Smtp
from sitegen.mailing.transport import Transport


def choose_transport(config: Config, environment: Mapping[str, str]) -> Transport:
    """The server or the program that the configuration names.

    Raises:
        ConfigError: there is none, or no sender, or a password would not be encrypted.
        UsageError: the environment lacks the user name or the password.
    """
    if not config.email.sender:
        raise _lacks(
            config,
            "the configuration does not say who the mail is from",
            "email",
            'sender = "The editors <editor@digest.example>"',
        )
    if config.send.sendmail:
        return Sendmail(Path(config.send.sendmail).expanduser())
    if not config.send.smtp:
        raise _lacks(
            config,
            "the configuration does not say what to send with",
            "send",
            'smtp = "mail.example.org"',
        )
    return Smtp(config.send, _credentials(config, environment))


def _credentials(config: Config, environment: Mapping[str, str]) -> Credentials:
    found = Credentials(environment.get(USER, ""), environment.get(PASSWORD, ""))
    if bool(found.user) != bool(found.password):
        lacking, given = (PASSWORD, USER) if found.user else (USER, PASSWORD)
        raise UsageError(
            f"the environment has {given} but not {lacking}",
            hint="set both, or none for a server that needs no password",
        )
    if found and config.send.security == "none" and not _is_this_machine(config.send.smtp):
        raise ConfigError(
            "the password would be sent to another machine without encryption",
            path=find_config(config.root),
            hint='set security = "starttls" or "tls" in [send]',
        )
    return found


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name
        return host.lower() == "localhost"


def _lacks(config: Config, message: str, table: str, line: str) -> ConfigError:
    path = find_config(config.root)
    name = table if path.name == CONFIG_NAME else f"tool.sitegen.{table}"
    return ConfigError(message, path=path, hint=f"add to it:\n      [{name}]\n      {line}")
