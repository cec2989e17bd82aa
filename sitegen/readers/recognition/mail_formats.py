"""E-mail, alone or in a mailbox."""

from sitegen.readers.recognition.format import CERTAIN, LIKELY, Format, when

MAIL_FORMATS = (
    Format(
        "mbox",
        "a mailbox (mbox)",
        when(lambda s: s.mail is not None and s.mail.is_mailbox, CERTAIN),
    ),
    Format("eml", "an e-mail (.eml)", when(lambda s: s.mail is not None, LIKELY)),
)
