"""The vocabulary: frozen values that every room shares. Standard library only."""
