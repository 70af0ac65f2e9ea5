"""Signatures of checkpoints: Ed25519 of the library `cryptography`, an extra."""

import os
from collections.abc import Callable
from pathlib import Path

from namesake.errors import SigningExtraMissingError, SigningKeyError, Where

MOST_KEY = 1 << 16


def signer(path: Path) -> Callable[[bytes], tuple[str, str]]:
    """Signs with the private key in a file (PKCS #8, PEM, without a password), which is read when it is first used.

    The function raises `SigningKeyError` where the file holds no such key, and `SigningExtraMissingError`.
    """

    def sign(content: bytes) -> tuple[str, str]:
        _library()
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            with path.open("rb") as file:
                key = load_pem_private_key(file.read(MOST_KEY), password=None)
        except (OSError, ValueError, TypeError) as error:
            raise SigningKeyError(f"it holds no private key: {error}", where=Where(str(path))) from error
        if not isinstance(key, Ed25519PrivateKey):
            raise SigningKeyError("its key is not of the kind Ed25519", where=Where(str(path)))
        return key.sign(content).hex(), key.public_key().public_bytes_raw().hex()

    return sign


def check(key: str, signature: str, content: bytes) -> bool:
    """Whether a signature by a public key (both hex) is over that content. Raises `SigningExtraMissingError`."""
    _library()
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def make_key(path: Path) -> str:
    """Write a new private key, for its owner alone; gives the public one, in hex. Raises `SigningKeyError` where the
    file is there or cannot be written, and `SigningExtraMissingError`."""
    _library()
    from cryptography.hazmat.primitives import serialization as forms
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    text = key.private_bytes(forms.Encoding.PEM, forms.PrivateFormat.PKCS8, forms.NoEncryption())
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(text)
    except OSError as error:
        raise SigningKeyError(f"it cannot be written: {error.strerror}", where=Where(str(path))) from error
    return key.public_key().public_bytes_raw().hex()


def _library() -> None:
    try:
        import cryptography  # noqa: F401 - whether it is there
    except ImportError as error:
        raise SigningExtraMissingError("signatures need the library cryptography") from error
