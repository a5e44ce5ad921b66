"""The ICF profile of a trajectory: the set of categories, what was found about each, and the report at the end."""
