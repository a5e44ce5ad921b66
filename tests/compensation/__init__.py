"""The half-year statements."""
