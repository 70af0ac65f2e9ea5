"""From an address to its answer, by redirects that lead to no worse a place."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpx

from namesake.errors import DownloadError
from namesake.values.limits import NetworkLimits


@contextmanager
def follow(
    client: httpx.Client, url: str, headers: Mapping[str, str], limits: NetworkLimits
) -> Iterator[httpx.Response]:
    """The answer at the end of all redirects, its body not read yet.

    Raises `DownloadError` where one of the addresses is not encrypted, or where there is no end of them.
    """
    address = httpx.URL(url)
    for _ in range(limits.redirects + 1):
        _check(address, limits)
        with client.stream("GET", address, headers=dict(headers)) as reply:
            if not reply.has_redirect_location:
                yield reply
                return
            address = address.join(reply.headers["Location"])
    raise DownloadError(f"more than {limits.redirects} redirects ({url})")


def _check(address: httpx.URL, limits: NetworkLimits) -> None:
    plain = address.scheme == "http" and address.host in limits.plain_hosts
    if address.scheme != "https" and not plain:
        raise DownloadError(
            f"the address is not encrypted: {address}",
            hint="Lists are fetched over https only. Fetch the file by hand and add it with `lists add`.",
        )
