"""Uploaded files: what is accepted, what is taken out of them, and whether they were checked for viruses."""
