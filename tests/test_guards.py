"""The table of guards holds what is there: `make guards` takes each of them out."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from django.conf import settings

from .guards.__main__ import run
from .guards.tables import GUARDS, TABLES


def test_each_rule_stands_once():
    assert len(GUARDS) == sum(len(table.GUARDS) for table in TABLES)


@pytest.mark.django_db
@pytest.mark.parametrize("rule", GUARDS)
def test_guard_is_there_to_be_taken_out(rule):
    with pytest.MonkeyPatch.context() as patch:
        GUARDS[rule].take_out(patch)


def test_every_test_that_is_to_miss_a_guard_is_there():
    nodes = {node for guard in GUARDS.values() for node in guard.nodes}
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n0", *sorted(nodes)]
    outcome = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_guard_is_missed_by_what_fails_of_itself_and_by_nothing_else():
    outcome = run("a password is not easy to guess", "-rA", "tests/guards/samples.py")
    told = set(re.findall(r"^(PASSED|FAILED|ERROR) \S+::test_(\w+)", outcome.stdout, re.MULTILINE))
    assert told == {
        ("PASSED", "asserts"),
        ("PASSED", "waits_for_an_error"),
        ("FAILED", "passes"),
        ("FAILED", "breaks"),
        ("FAILED", "skips_itself"),
        ("ERROR", "is_skipped"),
        ("ERROR", "is_never_begun"),
    }
