"""What the pages about a trajectory show: an assessment turned into the plain shapes of the components."""
