"""Activation trajectories in the browser: one trajectory, recording and correcting what happened, and what if."""
