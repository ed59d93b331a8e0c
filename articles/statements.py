"""Statements that are compiled once. The ORM writes them; only their values change from run to run.

For what runs on every page: Django takes longer to write a statement of many expressions than PostgreSQL to answer it.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import DateTimeField, Expression, Field, Lookup, Model, QuerySet, prefetch_related_objects
from django.db.models.sql import UpdateQuery


class Parameter(Expression):
    """A value that is given, by its name, when the statement runs."""

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection) -> tuple[str, list[Parameter]]:
        return f"%s::{self.output_field.db_type(connection)}", [self]


class Statement:
    """The rows of a `values_list` QuerySet in which `Parameter` stands for what is not known yet."""

    def __init__(self, rows: QuerySet) -> None:
        self.sql, self.values = rows.query.sql_with_params()

    def run(self, offset: int = 0, **given: Any) -> list[tuple]:
        """The rows for these values, as the database driver reads them. KeyError for a parameter not given.

        An `offset` passes over so many of the rows of a QuerySet that is sliced from its start.
        """
        return self._execute(f"{self.sql} OFFSET {int(offset)}" if offset else self.sql, given)

    def count(self, **given: Any) -> int:
        """How many rows there are for these values."""
        return self._execute(f"SELECT count(*) FROM ({self.sql}) AS counted", given)[0][0]

    def _execute(self, sql: str, given: dict[str, Any]) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(sql, self._bound(given))
            return cursor.fetchall()

    def _bound(self, given: dict[str, Any]) -> list[Any]:
        return [given[value.name] if isinstance(value, Parameter) else value for value in self.values]


class ModelStatement(Statement):
    """The same of a QuerySet of model instances, with all that it fetches along."""

    def __init__(self, rows: QuerySet) -> None:
        super().__init__(rows)
        self.rows = rows
        self.annotations = rows.query.annotation_select.items()

    def run(self, **given: Any) -> list[Model]:
        """The instances for these values."""
        found = list(self.rows.raw(self.sql, self._bound(given)))
        for name, expression in self.annotations:  # which `raw` leaves as the database driver reads them
            for convert in expression.output_field.get_db_converters(connection):
                for instance in found:
                    setattr(instance, name, convert(getattr(instance, name), expression, connection))
        prefetch_related_objects(found, *self.rows._prefetch_related_lookups)
        return found


class UpdateStatement(Statement):
    """The same of an update of a QuerySet's rows."""

    def __init__(self, rows: QuerySet, **values: Any) -> None:
        query = rows.query.chain(UpdateQuery)
        query.add_update_values(values)
        self.sql, self.values = query.get_compiler(connection.alias).as_sql()

    def run(self, **given: Any) -> int:
        """How many rows were changed."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self._bound(given))
            return cursor.rowcount


NOW = Parameter("now", DateTimeField())


@Field.register_lookup
class Among(Lookup):
    """`= ANY`, which is `IN` for a list that is itself one parameter."""

    lookup_name = "among"

    def as_sql(self, compiler, connection) -> tuple[str, list[Any]]:
        column, values = self.process_lhs(compiler, connection)
        among, more = self.process_rhs(compiler, connection)
        return f"{column} = ANY({among})", [*values, *more]
