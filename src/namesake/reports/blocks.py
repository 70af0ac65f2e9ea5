"""A bar of a waterfall in block characters, with a resolution of an eighth of a column."""

from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

_FROM_LEFT = " ▏▎▍▌▋▊▉█"


class Block:
    """A bar from `start` to `end` (0..1, in either order) over the full width, with a mark at `mark`."""

    def __init__(self, start: float, end: float, mark: float, style: str = "") -> None:
        self._low, self._high = min(start, end), max(start, end)
        self._mark = mark
        self._style = Style.parse(style)

    @staticmethod
    def axis(mark: float, width: int) -> Text:
        """The word that names the mark, ending above it."""
        return Text("review".rjust(min(int(mark * width) + 3, width)))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> list[Segment]:
        width = options.max_width
        plain = options.ascii_only or options.legacy_windows
        cells = [self._cell(at, width, plain) for at in range(width)]
        return [Segment("".join(cells), self._style)]

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(8, options.max_width)

    def _cell(self, at: int, width: int, plain: bool) -> str:
        filled = self._share(at, width)
        empty = ("|" if plain else "│") if at == int(self._mark * width) else " "
        if plain:
            return "#" if filled >= 0.5 else empty
        begins = self._low * width > at
        if begins and filled < 1:  # a block that starts in the middle of a column: halves only
            return "▐" if filled >= 0.25 else empty
        return _FROM_LEFT[round(filled * 8)] if round(filled * 8) else empty

    def _share(self, at: int, width: int) -> float:
        """The share of a column that the bar covers; a bar is never thinner than an eighth."""
        high = max(self._high, self._low + 0.25 / width)
        return max(0.0, min(high * width, at + 1) - max(self._low * width, at))
