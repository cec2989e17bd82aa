"""What is measured: how well and how fast."""
