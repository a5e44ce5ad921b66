"""The recognition of external providers of guidance on the work floor (individual tailored work)."""
