"""Abuse: what somebody with bad intentions sends, and what then does not happen."""
