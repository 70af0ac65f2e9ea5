"""Stage 4: entities become candidate pairs.

A pair of names is a candidate when an upper bound of its score reaches the threshold. The bound depends on the
pair alone: no list of the best few, no limit that moves with the size of the list. Whatever scores at least the
threshold is therefore always compared.
"""
