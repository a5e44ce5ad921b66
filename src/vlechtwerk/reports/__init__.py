"""Reports and shared notes: what people write down while the plan is carried out and when a trajectory ends."""
