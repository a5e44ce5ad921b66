"""The money side of activation trajectories: half-year statements of the care partnerships, in numbers and never in names."""
