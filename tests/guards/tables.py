"""What guards the house, and which tests fail without it: `make guards` takes each out and sees them fail."""

from __future__ import annotations

from . import access, advertisements, embargo, endings, followers, publication, records
from .guard import Guard

TABLES = (publication, followers, records, embargo, endings, advertisements, access)
GUARDS: dict[str, Guard] = {guard.rule: guard for table in TABLES for guard in table.GUARDS}
