"""Takes every guard out in turn and sees its tests fail: `python -m tests.guards [words of a rule …]`."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import django

from newsroom import postgres
from tests.conftest import DATA_DIR

if TYPE_CHECKING:
    from .guard import Guard


def run(rule: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The tests that are named, with the guard of a rule out."""
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "--tb=short", "--show-capture=no"]
    command += ["-p", "tests.guards.plugin", "--without", rule, *arguments]
    environment = os.environ | {"NEWSROOM_SKIP_NOTHING": "1"}  # what is skipped misses nothing
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def without(guard: Guard) -> tuple[bool, str]:
    """Whether every test of a guard fails without it, and what there is to say of that."""
    outcome = run(guard.rule, *guard.nodes)
    if outcome.returncode == 0:
        return True, f"caught      {guard.rule}"
    verdict = "NOT CAUGHT" if outcome.returncode == 1 else "NOT TRIED "
    return False, f"{verdict}  {guard.rule}\n{outcome.stdout}{outcome.stderr}"


def main(*words: str) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings.test"
    django.setup()
    from django.conf import settings

    from .tables import GUARDS

    Path(settings.MEDIA_ROOT).rmdir()
    chosen = [guard for rule, guard in GUARDS.items() if all(word in rule for word in words)]
    missed = 0
    with postgres.server(DATA_DIR, durable=False) as url, ThreadPoolExecutor(os.cpu_count()) as pool:
        os.environ["DATABASE_URL"] = url
        for is_caught, told in pool.map(without, chosen):
            missed += not is_caught
            print(told, flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} guards are caught when they are taken out.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
