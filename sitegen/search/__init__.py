"""Makes the search indexes of a site from the HTML of its pages.

Templates mark what is searched with the attributes of Pagefind (https://pagefind.app/docs/): the
element with ``data-pagefind-body``, and in it the values of filters and metadata.

``extraction`` reads this, ``pagefind`` makes the index with Pagefind and ``filter_order`` sorts its
filters, and ``documents`` makes the index that needs no Pagefind.

Nothing is imported here: most digests have no search.
"""
