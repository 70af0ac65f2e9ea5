"""Re-vetting: the least work that gives the same answer as screening everybody against everything again."""
