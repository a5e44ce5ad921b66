"""Reviewing the record: who of the region looked at what, a sample and everything that stands out."""
