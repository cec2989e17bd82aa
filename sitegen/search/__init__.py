"""Makes the search indexes of a site from the HTML of its pages.

Templates mark what is searched with the attributes of Pagefind (https://pagefind.app/docs/): the
element with ``data-pagefind-body``, and in it the values of filters and metadata.

Nothing is imported here: most digests have no search.
"""
