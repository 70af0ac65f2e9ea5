"""How fast Namesake is: ratios measured in one run, and medians; never absolute promises."""
