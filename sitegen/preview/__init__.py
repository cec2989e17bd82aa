"""The preview: watches a digest, rebuilds it and reloads the browser."""
