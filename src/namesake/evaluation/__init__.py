"""How good a set-up is: test decks, figures with intervals, thresholds, comparing. No input or output of its own."""
