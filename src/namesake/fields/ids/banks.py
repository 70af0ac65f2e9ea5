"""Banks, accounts and securities."""

from namesake.fields.ids.kinds import Kind, compact

KINDS = (
    Kind(
        "bic",
        "SWIFT/BIC; SWIFT BIC; swiftbic; swiftBic; BIC; SWIFT; bicCode",
        checks=("bic",),
    ),
    Kind(
        "iban",
        "IBAN; iban; ibanCode",
        checks=("iban",),
    ),
    Kind(
        "bik",
        "BIK (RU); BIK; bikCode; БИК",
        country="ru",
    ),
    Kind(
        "account",
        "Account number; accountNumber; Bank account; Kontonummer; Номер счета",
    ),
    Kind(
        "isin",
        "ISIN; isinCode",
        checks=("isin",),
    ),
    Kind(
        "ticker",
        "Equity Ticker; MICEX Code; ticker",
    ),
)


def valid(scheme: str, value: str, _country: str) -> bool | None:
    """A BIK of the Bank of Russia has nine digits, the first two "04"; the others have no check here."""
    number = compact(value)
    return len(number) == 9 and number.isdecimal() and number.startswith("04") if scheme == "bik" else None
