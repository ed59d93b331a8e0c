"""What PostgreSQL does for a statement, read from its plan."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from django.db import connection
from django.test.utils import CaptureQueriesContext


def plans(do: Callable) -> list[dict]:
    """The plans, as they ran, of every statement that `do` runs."""
    with CaptureQueriesContext(connection) as queries:
        do()
    return [_explain(query["sql"]) for query in queries.captured_queries]


def _explain(statement: str) -> dict:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}")
        return cursor.fetchone()[0][0]["Plan"]


def nodes(plan: dict) -> Iterator[dict]:
    yield plan
    for child in plan.get("Plans", []):
        yield from nodes(child)


def rows_read(plan: dict, tables: Container[str] | None = None) -> int:
    """How many rows the scans of (these) tables and their indexes gave up or threw away."""
    return round(
        sum(
            (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]
            for node in nodes(plan)
            if "Scan" in node["Node Type"]
            and "Relation Name" in node
            and (tables is None or node["Relation Name"] in tables)
        )
    )


def read_whole(plan: dict) -> set[str]:
    """The tables that were read from end to end."""
    return {node["Relation Name"] for node in nodes(plan) if node["Node Type"] == "Seq Scan"}


def rows_sorted(plan: dict) -> int:
    """The most rows that any one sort was given."""
    sorts = [node for node in nodes(plan) if node["Node Type"] in ("Sort", "Incremental Sort")]
    return round(max((child["Actual Rows"] for node in sorts for child in node["Plans"]), default=0))
