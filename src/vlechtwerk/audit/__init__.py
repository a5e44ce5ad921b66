"""What was done, by whom and under which rules: a line that is only ever added to, without any personal data."""
