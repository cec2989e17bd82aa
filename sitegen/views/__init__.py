"""What templates and feeds see of a site, and which values each output file depends on.

- ``template_records``: the types of what templates see, made by ``page_views`` and
  ``site_views``.
- ``text_rendering``: renders the Markdown of a page and determines its language;
  ``network_links``: where its handles and hashtags lead.
- ``excerpts``: the first sentences of a text, for lists, from its ``text_blocks``.
- ``body_store``: rendered texts, addressed by their content.
- ``record_snapshot``: all records of one build, and the fields that differ between two builds.
- ``field_sets``: sets of the fields of a record, as integers.
- ``tracking``: gives templates the records and records which fields they read.
- ``contexts``: the variables of each template and feed, with ``listings``, ``feed_channels``,
  ``mail_contexts`` and ``mail_selection``.
- ``mappings``: keys that an editor wrote for themes, such as ``page.extra``.
- ``localisation``: ``say()`` and the filters for dates and numbers.
"""
