"""The work while the plan is carried out and at the end of a trajectory."""
