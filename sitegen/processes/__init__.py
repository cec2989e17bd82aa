"""Other processes: whether this machine allows them, and single calls in one."""
