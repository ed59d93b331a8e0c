"""What the demo has done to a database, written where it stays with it: in the database's own comment."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg import sql

READ = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"


@dataclass
class Marks:
    seeded: bool = False
    prepared: str = ""  # fingerprint of what it was prepared with

    @classmethod
    def read(cls, url: str) -> Marks:
        with psycopg.connect(url) as connection:
            row = connection.execute(READ).fetchone()
        try:
            kept: dict[str, Any] = json.loads(row[0])["newsroom demo"] if row and row[0] else {}
        except (ValueError, KeyError):
            kept = {}
        return cls(bool(kept.get("seeded")), str(kept.get("prepared", "")))

    def write(self, url: str) -> None:
        with psycopg.connect(url) as connection:
            name = sql.Identifier(connection.info.dbname)
            text = sql.Literal(json.dumps({"newsroom demo": asdict(self)}))
            connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, text))
