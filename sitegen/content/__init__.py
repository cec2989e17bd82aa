"""The pages under ``content/``: each file read, all of them checked and ordered as a site."""
