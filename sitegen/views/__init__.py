"""What templates and feeds see of a site, and which values each output file depends on.

- ``records``: the types of what templates see; ``page_views`` and ``site_views`` make them.
- ``texts``: renders the Markdown of a page and determines its language.
- ``excerpts``: the first sentences of a text, for lists.
- ``body_store``: rendered texts, addressed by their content.
- ``snapshots``: all records of one build, and the fields that differ between two builds.
- ``tracking``: gives templates the records and records which fields they read.
- ``contexts``: the variables of each template and feed, with ``listings`` and ``feed_channels``.
- ``mappings``: keys that an editor wrote for themes, such as ``page.extra``.
- ``template_language``: ``say()`` and the filters for dates and numbers.
"""
