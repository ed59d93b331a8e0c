"""What the tests of a guard may do while it is out. Only the first two have missed it."""

from __future__ import annotations

import pytest


@pytest.fixture
def broken() -> None:
    raise AssertionError


def test_asserts():
    raise AssertionError


def test_waits_for_an_error():
    with pytest.raises(KeyError):
        pass


def test_passes():
    pass


def test_breaks():
    raise RuntimeError


def test_is_never_begun(broken):
    raise AssertionError


@pytest.mark.skip(reason="It is not here.")
def test_is_skipped():
    raise AssertionError


def test_skips_itself():
    pytest.skip("It is not here.")
