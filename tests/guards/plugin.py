"""For pytest, with `-p tests.guards.plugin`: a guard is out, and what is run must fail; else the run fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .guard import Guard


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--without", metavar="RULE", required=True, help="the rule whose guard is taken out")


def _guard(config: pytest.Config) -> Guard:
    from .tables import GUARDS

    return GUARDS[config.getoption("without")]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    """What breaks before the test itself, or in another way than its guard is seen by, proves nothing."""
    report = yield
    if call.when == "call":
        seen = (_guard(item.config).seen_as, pytest.fail.Exception)
        if call.excinfo and call.excinfo.errisinstance(seen):
            report.outcome = "passed"
        else:
            report.outcome, report.longrepr = "failed", report.longrepr or "It passes, though the guard is out."
    return report


@pytest.fixture(scope="session", autouse=True)
def _without_guard(request: pytest.FixtureRequest, django_db_setup, django_db_blocker) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock():
            _guard(request.config).take_out(patch)
        yield
