"""The error for a media file that cannot be published."""


class UncleanError(Exception):
    """A media file cannot be published without what it may say about places or devices.

    The message says why: it follows the name of the file.
    """


DAMAGED = "it is damaged or cut off"
