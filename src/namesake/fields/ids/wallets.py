"""Addresses of digital currencies. Case is kept, as it carries meaning, save in hexadecimal and bech32."""

import hashlib
import re

from namesake.fields.ids.kinds import Kind

CURRENCIES = (
    "ARB", "BCH", "BSC", "BSV", "BTG", "DASH", "DOGE", "ETC", "ETH", "LTC", "SOL", "TRX", "USDC", "USDT",
    "XBT", "XMR", "XRP", "XVG", "ZEC",
)  # fmt: skip
"""The currencies that are known, as OFAC abbreviates them; XBT is bitcoin."""

KINDS = (
    *(Kind(f"wallet:{currency}", f"{currency} address; {currency} wallet") for currency in CURRENCIES),
    Kind("wallet:XBT", "BTC address; BTC wallet; Bitcoin address; Bitcoin wallet; bitcoin"),
    Kind("wallet:ETH", "Ethereum address; Ethereum wallet; ethereum"),
    Kind("wallet", "publicKey; Wallet; Wallet address; Crypto address; Digital Currency Address; cryptoWallet"),
)

_LABEL = re.compile(r"Digital Currency Address\s*[-–:]\s*([A-Za-z0-9]{2,10})", re.IGNORECASE)
_HEX = re.compile(r"0x[0-9a-fA-F]{40}")
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_CHECKED = {  # base58check: the first letters that the version bytes give
    "BSV": r"[13]", "BTG": r"[GA]", "DASH": r"[X7]", "DOGE": r"[DA9]", "LTC": r"[LM3]", "TRX": r"T",
    "XVG": r"D", "ZEC": r"t[13]",
}  # fmt: skip
_SHAPES = {
    "BCH": r"(?:bitcoincash:)?[qp][02-9ac-hj-np-z]{41}",
    "LTC": r"ltc1[02-9ac-hj-np-z]{39,59}",
    "SOL": r"[1-9A-HJ-NP-Za-km-z]{32,44}",
    "XMR": r"[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?",
    "ZEC": r"z[sc][0-9A-Za-z]{76,93}|u1[02-9ac-hj-np-z]{60,}",
}
_HEX_CHAINS = ("ARB", "BSC", "ETC", "ETH", "USDC", "USDT")
_LONGEST = 200


_ADDRESS = re.compile(
    r"0x[0-9a-fA-F]{40}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[0-9ac-hj-np-z]{25,80}|T[1-9A-HJ-NP-Za-km-z]{33}"
)


def is_address(text: str) -> bool:
    """Whether a text has the shape of a wallet address that is no word of any language."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def scheme_of(label: str) -> str:
    """ "wallet:" and the currency of OFAC's own form of label, also for one that is new; else ''."""
    match = _LABEL.fullmatch(label.strip())
    if not match:
        return ""
    currency = match[1].upper()
    return "wallet:" + ("XBT" if currency == "BTC" else currency)


def refined(scheme: str, value: str) -> str:
    """The currency of an address that is published without one, where its form leaves no doubt."""
    if scheme != "wallet":
        return scheme
    sure = [currency for currency in ("XBT", "TRX", "ETH") if valid(f"wallet:{currency}", value, "")]
    return f"wallet:{sure[0]}" if sure else scheme


def valid(scheme: str, value: str, _country: str) -> bool | None:
    """Whether the checksum or, where there is none, the shape is right; None for other currencies."""
    address, currency = value.strip(), scheme.partition(":")[2]
    if len(address) > _LONGEST:
        return False
    if currency == "XBT":
        return _bitcoin(address)
    if currency == "XRP":
        return address.startswith("r") and _base58check(address, _RIPPLE)
    tests = [_HEX.fullmatch(address) is not None] if currency in _HEX_CHAINS else []
    if currency in _CHECKED or currency in ("USDT", "BCH"):
        first = _CHECKED.get(currency, "[13T]")
        tests.append(re.match(first, address) is not None and _base58check(address, _BASE58))
    if currency in _SHAPES:
        tests.append(re.fullmatch(_SHAPES[currency], address) is not None)
    return any(tests) if tests else None


def compact(value: str) -> str:
    """The address without white space; hexadecimal and bech32 ones in lower case, the others as they are."""
    address = "".join(value.split())
    if _HEX.fullmatch(address) or address.lower().startswith(("bc1", "ltc1", "bitcoincash:")):
        return address.lower().removeprefix("bitcoincash:")
    return address if len(address) <= _LONGEST else ""


def _bitcoin(address: str) -> bool:
    from stdnum import bitcoin

    try:
        return bool(bitcoin.is_valid(address))
    except (ValueError, LookupError, TypeError):
        return False


def _base58check(address: str, alphabet: str) -> bool:
    """The last four bytes are the first ones of the double SHA-256 of the rest."""
    if not address or any(letter not in alphabet for letter in address):
        return False
    number = 0
    for letter in address:
        number = number * 58 + alphabet.index(letter)
    zeros = len(address) - len(address.lstrip(alphabet[0]))
    raw = b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")
    return hashlib.sha256(hashlib.sha256(raw[:-4]).digest()).digest()[:4] == raw[-4:]
