"""The e-mail: the digest as HTML and as plain text for a mailbox, and both as one message.

``rendering`` makes it. ``views.mail_selection`` chooses what it shows. ``fragments`` reduces the
HTML of a page to what mail clients show, ``directions`` says which paragraphs run the other way,
``plain_text`` writes it as text, ``inlining`` moves the style sheet into the elements, and
``message`` composes the message, with ``headers`` for its fields and ``pictures`` for its
attachments.
"""
