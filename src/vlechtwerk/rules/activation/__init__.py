"""The activation trajectory: the rules of the handbook for care case managers (October 2023)."""
