"""Where the work is done: here, or in several processes."""
