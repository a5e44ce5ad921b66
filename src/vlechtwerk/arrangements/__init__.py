"""What is arranged in a region around the trajectories: room at GTB, the care partnership, guidelines, bottlenecks."""
