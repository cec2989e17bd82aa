"""What templates and feeds may see of a site, and what of it each of them read."""
