"""The reading desk: what was found, told to people. It cannot change what screening found."""
