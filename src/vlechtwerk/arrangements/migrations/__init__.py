"""Migrations of what is arranged in a region."""
