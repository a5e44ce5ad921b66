"""Duties of the activation trajectory: what forms, talks, notices and decisions must contain, and who may do what."""
