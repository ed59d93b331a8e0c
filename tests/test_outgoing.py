"""No request of ours goes to a private network, and none takes longer than we allow."""

from __future__ import annotations

import threading
import time
from http.server import ThreadingHTTPServer

import pytest

from articles import outgoing

from .subscriber import Handler


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fd00::1",
        "64:ff9b::a00:1",
    ],
)
def test_name_that_leads_to_a_private_address_is_refused(monkeypatch, address):
    found = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", (address, 80))]
    monkeypatch.setattr(outgoing.socket, "getaddrinfo", lambda *args, **kwargs: found)
    with pytest.raises(outgoing.RefusedError, match="private"):
        outgoing.send("GET", "http://reader.example/")


@pytest.mark.parametrize("address", ["::7f00:1", "fec0::1", "5f00::1", "2002:a00:1::", "100::1"])
def test_odd_forms_of_ipv6_are_refused(address):
    with pytest.raises(outgoing.RefusedError, match="private"):
        outgoing.check(f"http://[{address}]/")


def test_answer_that_never_ends_is_cut_off(settings, monkeypatch):
    settings.OUTGOING_ALLOWED_NETWORKS = ["127.0.0.0/8"]
    monkeypatch.setattr(outgoing, "SECONDS", 0.3)

    class Dripping(Handler):
        def do_GET(self) -> None:
            for _byte in range(50):
                self.wfile.write(b"x")
                time.sleep(0.1)

    with ThreadingHTTPServer(("127.0.0.1", 0), Dripping) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        began = time.monotonic()
        with pytest.raises(outgoing.FailedError):
            outgoing.send("GET", f"http://127.0.0.1:{server.server_port}/")
        assert time.monotonic() - began < 2
        server.shutdown()
