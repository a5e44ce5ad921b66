"""The road to a trajectory in the browser: proposals, the referral by VDAB, and the first meeting until the start is sure."""
