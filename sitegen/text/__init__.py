"""Plain text: labels, slugs, links and moments."""
