"""The pages under ``content/``: each Markdown file read, and all of them checked and ordered as a site."""
