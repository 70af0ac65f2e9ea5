"""The corridor: it alone knows the order of the stages."""
