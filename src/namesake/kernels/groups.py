"""Which words are met together in names: groups, and how much likelier a word of one is beside a word of another."""

from __future__ import annotations

from collections.abc import Sequence

GROUP = (1 << 7) - 1
"""The bits of a key that hold the number of its group in the table."""

_GROUP = GROUP
_ALL = (1 << 64) - 1


class Groups:
    """Groups of words that are met together. `keys` are the hashes of words (`key_of`) in order, the lowest seven bits
    replaced by the number of the group, from 1; `lifts` says for every two of `count` groups by how many bits (in
    1/1024, none below zero) a word of one is likelier in a name that has a word of the other."""

    def __init__(self, keys: Sequence[int], lifts: Sequence[int], count: int) -> None:
        self.keys = keys
        self.lifts = lifts
        self.count = count

    def of(self, key: int) -> int:
        """The group of the word of a key; 0 for none."""
        wanted = key & (_ALL - _GROUP)
        low = 0
        high = len(self.keys)
        while low < high:
            middle = (low + high) >> 1
            if self.keys[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        if low < len(self.keys) and (self.keys[low] ^ wanted) <= _GROUP:
            return self.keys[low] & _GROUP
        return 0
