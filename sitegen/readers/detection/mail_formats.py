"""E-mail formats: a single message or a mailbox."""

from sitegen.readers.detection.format import CERTAIN, LIKELY, Format, when

MAIL_FORMATS = (
    Format(
        "mbox",
        "a mailbox (mbox)",
        when(lambda s: s.mail is not None and s.mail.is_mailbox, CERTAIN),
    ),
    Format("eml", "an e-mail (.eml)", when(lambda s: s.mail is not None, LIKELY)),
)
