"""Requests of ours to addresses that strangers gave us. None goes to a private network, whatever a name resolves to."""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Timer
from urllib.parse import urlsplit

from django.conf import settings
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

SECONDS = 5
"""A whole request may take as long."""
MOST = 8 * 1024
"""Bytes of an answer that are read."""
TRANSLATED = [ip_network(network) for network in ("64:ff9b::/96", "64:ff9b:1::/48")]
"""Where IPv6 addresses hold an IPv4 address that a gateway would reach."""


class RefusedError(ValueError):
    """An address that no request of ours goes to."""


class FailedError(RuntimeError):
    """No answer came."""


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


def send(method: str, url: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
    """One request; redirects are not followed. RefusedError and FailedError.

    The address that was checked is the one that is connected to: a name that resolves otherwise a moment later, too,
    reaches nothing private.
    """
    parts = urlsplit(url)
    address = permitted(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if parts.scheme == "https":
        connection = HTTPSConnection(str(address), port, timeout=SECONDS, server_hostname=parts.hostname)
    else:
        connection = HTTPConnection(str(address), port, timeout=SECONDS)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    deadline = Timer(SECONDS, _hang_up, [connection])
    deadline.start()
    try:
        connection.request(
            method,
            path,
            body=body or None,
            headers={"Host": parts.netloc, "User-Agent": "Newsroom", "Accept-Encoding": "identity"} | (headers or {}),
            preload_content=False,
        )
        response = connection.getresponse()
        return Answer(response.status, response.read(MOST))
    except (OSError, HTTPException, HTTPError) as error:
        raise FailedError(f"{parts.hostname} did not answer: {error}") from error
    finally:
        deadline.cancel()
        connection.close()


def _hang_up(connection: HTTPConnection) -> None:
    """An answer that comes byte by byte renews every other limit."""
    if connection.sock:
        with suppress(OSError):  # it may have ended meanwhile
            connection.sock.shutdown(socket.SHUT_RDWR)


def permitted(url: str) -> IPv4Address | IPv6Address:
    """The address that a request to the URL would reach. RefusedError for one that none may reach."""
    check(url)
    parts = urlsplit(url)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedError("The host is not known.") from error
    addresses = [ip_address(place[0].partition("%")[0]) for *_what, place in found]
    if not addresses or not all(map(_is_open, addresses)):
        raise RefusedError("No request goes to a private address.")
    return addresses[0]


def check(url: str) -> None:
    """RefusedError for a URL that no request goes to, as far as it shows without asking who its host is."""
    try:
        parts = urlsplit(url)
        port = parts.port or 80
    except ValueError as error:
        raise RefusedError("This is not an address.") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        raise RefusedError("The address must begin with http:// or https:// and name a host.")
    if port < 1024 and port not in {80, 443}:
        raise RefusedError("No request goes to this port.")
    try:
        literal = ip_address(parts.hostname)
    except ValueError:
        return  # a name
    if not _is_open(literal):
        raise RefusedError("No request goes to a private address.")


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is in the public internet, or in a network that the settings allow."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner:
            return _is_open(inner)
        if address.teredo or any(address in network for network in TRANSLATED):
            return False
    allowed = (ip_network(network) for network in settings.OUTGOING_ALLOWED_NETWORKS)
    return (address.is_global and not address.is_multicast) or any(address in network for network in allowed)
