"""Requests of ours to addresses that strangers gave us. None goes to a private network, whatever a name resolves to."""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Timer
from time import monotonic
from urllib.parse import urlsplit

from django.conf import settings
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

SECONDS = 5
"""A whole request may take as long."""
MOST = 8 * 1024
"""Bytes of an answer that are read."""
PUBLIC_IPV6 = ip_network("2000::/3")
"""Outside it are private networks, and addresses that hold an IPv4 address which a gateway would reach."""


class RefusedError(ValueError):
    """An address that no request of ours goes to."""


class FailedError(RuntimeError):
    """No answer came, or the host is not known just now."""


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


class _Guarded:
    """A connection that can be cut from outside, whatever has been wrapped around its socket meanwhile."""

    guard: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        self.guard = made.dup()
        return made

    def cut(self) -> None:
        if self.guard:
            with suppress(OSError):  # it may have ended meanwhile
                self.guard.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        super().close()
        if self.guard:
            self.guard.close()


class _Plain(_Guarded, HTTPConnection):
    pass


class _Secure(_Guarded, HTTPSConnection):
    pass


def send(method: str, url: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
    """One request; redirects are not followed. RefusedError and FailedError.

    The address that was checked is the one that is connected to: a name that resolves otherwise a moment later, too,
    reaches nothing private.
    """
    parts = urlsplit(url)
    address = str(permitted(url))
    if parts.scheme == "https":
        connection = _Secure(address, parts.port or 443, timeout=SECONDS, server_hostname=parts.hostname)
    else:
        connection = _Plain(address, parts.port or 80, timeout=SECONDS)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    named = {"Host": parts.netloc, "User-Agent": "Newsroom", "Accept-Encoding": "identity"}
    began = monotonic()
    deadline = Timer(SECONDS, connection.cut)  # an answer that comes byte by byte renews every other limit
    deadline.start()
    try:
        connection.connect()
        if monotonic() - began >= SECONDS:  # the deadline may have come before there was anything to cut
            raise TimeoutError("It took too long to connect.")
        connection.request(method, path, body=body or None, headers=named | (headers or {}), preload_content=False)
        response = connection.getresponse()
        return Answer(response.status, response.read(MOST))
    except (OSError, HTTPException, HTTPError) as error:
        raise FailedError(f"{parts.hostname} did not answer: {error}") from error
    finally:
        deadline.cancel()
        connection.close()


def permitted(url: str) -> IPv4Address | IPv6Address:
    """The address that a request to the URL would reach. RefusedError for one that none may reach; FailedError."""
    check(url)
    parts = urlsplit(url)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FailedError(f"{parts.hostname} is not known.") from error
    addresses = [ip_address(place[0].partition("%")[0]) for *_what, place in found]
    if not addresses or not all(map(_is_open, addresses)):
        raise RefusedError("No request goes to a private address.")
    return min(addresses, key=lambda address: address.version)


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
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return _is_open(address.ipv4_mapped)
    if any(address in ip_network(network) for network in settings.OUTGOING_ALLOWED_NETWORKS):
        return True
    if isinstance(address, IPv6Address) and (address not in PUBLIC_IPV6 or address.sixtofour or address.teredo):
        return False
    return address.is_global and not address.is_multicast
