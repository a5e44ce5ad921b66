"""The fictional region: invented people, invented organisations, and trajectories in every state, alive on any day."""
