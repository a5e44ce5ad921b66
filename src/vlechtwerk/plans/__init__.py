"""Trajectory plans of activation trajectories: versions, signatures, judgement and maximum cost."""
