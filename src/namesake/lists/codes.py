"""The codes of everything that is said about a publication while it is read, fetched or kept."""

from collections.abc import Mapping

NOTES: Mapping[str, str] = {
    "alias-quality-unknown": "The quality that the publisher gives an alias is not known; it is taken as a good one.",
    "alias-type-unknown": "The type that the publisher gives a name is not known; it is taken as an alias.",
    "birth-date-unread": "A birth date is not understood; it stays in the remarks and the original.",
    "checksum-missing": "The publisher's index has no checksum for this file, so that it could not be compared.",
    "date-ahead": "The version is dated after the day on which it was added.",
    "date-ambiguous": "A birth date can be two days; both are compared.",
    "date-differs": "The publication states a date, which is used although --dated says another one.",
    "date-unread": "A date is not understood: of the publication, which then counts from --dated or the day of adding; "
    "or of an entry, where it stays in the remarks or the original.",
    "entity-unreadable": "A line is no entity and was not listed.",
    "entries-of-other-list": "The file also holds entries of the publisher's other list; they were left out.",
    "entry-repeated": "An entry occurs twice; the first one is used.",
    "entry-unread": "An entry has no id of the publisher and was not read.",
    "formula-without-value": "A workbook holds formulas without computed values: open and save it once.",
    "id-missing": "An entry has no id of the publisher; it is kept under one made for it.",
    "id-repeated": "An id occurs twice; both entries are kept, the second as ID#2.",
    "identifier-from-text": "A number was read from the publisher's running text.",
    "name-damaged": "A name has lost letters at the publisher's (U+FFFD).",
    "name-missing": "An entry has no name: only its numbers can be found.",
    "name-separated": "A cell of names was read as several names.",
    "part-absent": "The publisher does not offer an optional file any more.",
    "part-unterminated": "A file lacks the publisher's end mark: it may be cut off.",
    "reference-dangling": "The file refers to parts of itself that are not there, as an excerpt does.",
    "reference-shared": "Several entries state one reference to another list; it was used for none of them.",
    "reference-unclear": "A reference to another list is not in that list's form; it was not used.",
    "row-damaged": "A row is not what the format prescribes, and was read as far as possible.",
    "row-left-out": "A row of an in-house list has no id, source or legal basis, or an unreadable expiry: not listed.",
    "row-orphaned": "A row of a side file belongs to no entry of the main file.",
    "row-ragged": "A row has more or fewer cells than the header has columns.",
    "row-repeated": "An entry occurs twice in the main file; the first one is used.",
    "rows-left-out": "How many rows of an in-house list are not listed, and why.",
    "sheet-chosen": "The workbook has several sheets; the one named was read.",
    "subject-type-unknown": "The kind of party is not known; the entry is compared with everything.",
    "type-unknown": "The kind of party is not known; the entry is compared with everything.",
    "value-unreadable": "A value is not understood; it stays in the original.",
}
"""Notes of a list version, by code."""
