"""The client's own view: where the trajectory stands, who sees what, what was agreed, and the whole file to take along."""
