"""COPY into the tables of models: the columns that vary are given, the others get their field's default."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from psycopg import sql

PLAIN = (str, int, float, bool, type(None))


class TableCopy:
    """Writes rows into one model's own table, not into those of its parents."""

    def __init__(self, model: type[models.Model], given: Sequence[str], *, own_keys: bool = False) -> None:
        """`given`: the attributes whose values the rows hold. `own_keys`: the database numbers the rows."""
        fields = [field for field in model._meta.local_concrete_fields if not (own_keys and field.primary_key)]
        names = [field.attname for field in fields]
        if unknown := set(given) - set(names):
            raise ValueError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
        self.rest = [_default(field) for field in fields if field.attname not in given]
        columns = [*given, *(name for name in names if name not in given)]
        self.statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(model._meta.db_table),
            sql.SQL(", ").join(sql.Identifier(_column(fields, name)) for name in columns),
        )

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Write rows of the given columns, in their order."""
        rest = self.rest
        with connection.cursor() as cursor, cursor.copy(self.statement) as copy:
            for row in rows:
                copy.write_row([*row, *rest])


def _column(fields: Iterable[models.Field], name: str) -> str:
    return next(field.column for field in fields if field.attname == name)


def _default(field: models.Field) -> Any:
    value = field.get_db_prep_save(field.get_default(), connection)
    if not isinstance(value, PLAIN) or (value is None and not field.null):
        raise ValueError(f"{field} has no default that could be copied: it must be given")
    return value
