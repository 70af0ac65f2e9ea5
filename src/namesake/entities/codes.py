"""The codes of everything that is said about a row: why it was skipped, or what a person should know."""

ROW_EMPTY = "row-empty"
ROW_BROKEN = "row-broken"
ROW_QUOTE_OPEN = "row-quote-open"
ROW_TOO_LARGE = "row-too-large"
ROW_RAGGED = "row-ragged"
ROW_NO_NAME = "row-no-name"
ROW_NAME_UNREADABLE = "row-name-unreadable"
ROW_NAME_TOO_LONG = "row-name-too-long"
ROW_NOT_A_PARTY = "row-not-a-party"
ROW_KEY_MISSING = "row-key-missing"
ROW_KEY_DOUBLED = "row-key-doubled"
ROW_KEY_TOO_LONG = "row-key-too-long"
SUBJECT_UNUSABLE = "subject-unusable"

SKIPS: dict[str, str] = {
    ROW_EMPTY: "The row has no content.",
    ROW_BROKEN: "The line is not what the format prescribes.",
    ROW_QUOTE_OPEN: "A quotation mark opens a cell and is never closed; the lines after it were read afresh.",
    ROW_TOO_LARGE: "A cell or line is larger than the limit.",
    ROW_RAGGED: "The row has more or fewer cells than columns, so that they may stand in the wrong ones.",
    ROW_NO_NAME: "The row names nobody and has no identifier.",
    ROW_NAME_UNREADABLE: "What stands in place of the name has no letters.",
    ROW_NAME_TOO_LONG: "The name is longer than 1,000 characters.",
    ROW_NOT_A_PARTY: "The row describes something that is not screened, such as an address or a link.",
    ROW_KEY_MISSING: "The row has no key, so that nobody could say later whom it enrolled.",
    ROW_KEY_DOUBLED: "The key of the row stands in an earlier row already; that one was enrolled.",
    ROW_KEY_TOO_LONG: "The key is longer than 200 characters.",
    SUBJECT_UNUSABLE: "A record given to the Python interface has no name that could be screened.",
}
"""Why a row was not screened."""

CELL_CONTROL = "cell-control-removed"
CELL_HIDDEN = "cell-hidden-removed"
CELL_DAMAGED = "cell-damaged"
ROW_SHORT = "row-short"
ROW_BESIDE = "row-beside-table"
ROW_SEVERAL_PARTIES = "row-several-parties"
ROW_IDENTIFIER_ONLY = "row-identifier-only"
VALUE_PLACEHOLDER = "value-placeholder"
VALUE_UNREADABLE = "value-unreadable"
VALUE_SEVERAL = "value-several"
PROPERTY_UNKNOWN = "property-unknown"
DATE_AMBIGUOUS = "date-ambiguous"
DATE_CENTURY = "date-century"
DATE_SERIAL = "date-serial"
DATE_UNREADABLE = "date-unreadable"
DATE_FUTURE = "date-future"
DATE_ORDER_MIXED = "date-order-mixed"
COUNTRY_UNREADABLE = "country-unreadable"
GENDER_UNREADABLE = "gender-unreadable"
ID_INVALID = "identifier-invalid"
SCHEMA_INFERRED = "schema-inferred"
SCHEMA_OPEN = "schema-open"
SCHEMA_UNREADABLE = "schema-unreadable"
NAMES_SPLIT = "names-split"
NAMES_NOT_SPLIT = "names-not-split"
NAMES_OPEN = "names-open"
NAME_IS_KEY = "name-is-key"
NAME_ALIAS_FOUND = "name-alias-found"
NAME_MIXED_SCRIPT = "name-mixed-script"
NAME_WITH_YEAR = "name-with-year"
FACTS_NOT_SHARED = "facts-not-shared"
REDRESS_UNREADABLE = "redress-unreadable"
REDRESS_UNKNOWN = "redress-unknown"
COLUMNS_AMBIGUOUS = "columns-ambiguous"
COLUMNS_SEVERAL_PARTIES = "columns-several-parties"
COLUMNS_DISPLACED = "columns-displaced"
COLUMNS_REDRESS = "columns-redress"

NOTES: dict[str, str] = {
    CELL_CONTROL: "Control characters were removed from a cell.",
    CELL_HIDDEN: "Invisible or text-direction characters were removed from what is compared.",
    CELL_DAMAGED: "Characters that could not be decoded were replaced by U+FFFD.",
    ROW_SHORT: "The row has fewer cells than there are columns; none of those in use is missing.",
    ROW_SEVERAL_PARTIES: "The columns of the row name several parties; each was screened as a subject of its own.",
    ROW_IDENTIFIER_ONLY: "The row has no name; only its identifiers were compared.",
    ROW_BESIDE: "Cells to the right of the table were left out.",
    VALUE_PLACEHOLDER: "A placeholder such as N/A was treated as no value.",
    VALUE_UNREADABLE: "A value is not what its column says, or too long to be it, and was not compared.",
    VALUE_SEVERAL: "A cell held several values; each was used.",
    PROPERTY_UNKNOWN: "A record given to the Python interface has a property that is not known; it was not compared.",
    DATE_AMBIGUOUS: "Day and month could be swapped; both readings were compared.",
    DATE_CENTURY: "The year has two digits; both centuries were compared.",
    DATE_SERIAL: "The date was given as a spreadsheet's day number.",
    DATE_UNREADABLE: "The date could not be read and was not compared.",
    DATE_FUTURE: "The birth date lies in the future and was not compared.",
    DATE_ORDER_MIXED: "Some rows of the file put the day first and others the month.",
    COUNTRY_UNREADABLE: "The country could not be read and was not compared.",
    GENDER_UNREADABLE: "The gender could not be read and was not compared.",
    ID_INVALID: "The check digit of an identifier is wrong; it may be mistyped.",
    SCHEMA_INFERRED: "Person or organisation was inferred from the row.",
    SCHEMA_OPEN: "Nothing says whether this is a person or an organisation; both were compared.",
    SCHEMA_UNREADABLE: "The kind of party given was not understood.",
    NAMES_SPLIT: "The cell named several parties; each was screened as a subject of its own.",
    NAMES_NOT_SPLIT: "The cell may name several parties; it could not be split safely and was kept whole.",
    NAMES_OPEN: "The columns of the row may name several parties; all names were compared with everything.",
    NAME_IS_KEY: "A code in a column of clients or the like was taken as the row's key, not as a name.",
    NAME_ALIAS_FOUND: "The cell held a further name of the same party; both were compared.",
    NAME_MIXED_SCRIPT: "A word mixes alphabets; it may imitate another name.",
    NAME_WITH_YEAR: "A year at the end of a name that was looked up was read as the year of birth.",
    FACTS_NOT_SHARED: "The row names several parties, so birth date and gender were used for none of them.",
    REDRESS_UNREADABLE: "A reference of redress is mistyped, or not one of this software; it attaches no proof.",
    REDRESS_UNKNOWN: "A reference of redress was never given here, or what it rested on was destroyed; it attaches no "
    "proof.",
    COLUMNS_AMBIGUOUS: "Several columns look like the same thing.",
    COLUMNS_SEVERAL_PARTIES: "A column names organisations beside names; each is screened as a party of its own.",
    COLUMNS_REDRESS: "A column holds references of redress, which attach proofs to alerts on who is enrolled.",
    COLUMNS_DISPLACED: "A column was left out because another was named for the same thing.",
}
"""What a person should know about a row that was screened all the same."""
