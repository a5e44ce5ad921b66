"""The trajectory plan: its wordings, signatures and steps."""
