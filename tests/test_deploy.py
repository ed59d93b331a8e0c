"""Production starts with all it needs, or says what is missing."""

from __future__ import annotations

import os
import runpy
import secrets
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.state import ProjectState
from django.utils import timezone
from wagtail.models import Page

from .test_merging_at_once import wait_until_someone_waits

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "newsroom.settings.production",
    "DATABASE_URL": "postgresql:///newsroom",
    "ALLOWED_HOSTS": "news.example, www.news.example",
    "BASE_URL": "https://news.example/",
    "SECRET_KEY": secrets.token_urlsafe(60),
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """manage.py in a process of its own, with this environment and no other variable of ours."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "LD_LIBRARY_PATH"}}
    return subprocess.run(
        [sys.executable, "-W", "ignore::RuntimeWarning", "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_settings_give_no_warning():
    outcome = manage("check", "--deploy", "--fail-level=WARNING", **PRODUCTION)
    assert outcome.returncode == 0, outcome.stderr
    assert "no issues" in outcome.stdout
    assert "WARNING" not in outcome.stderr


@pytest.fixture
def production(monkeypatch, settings) -> None:
    """What production says of connections, here."""
    for name, value in PRODUCTION.items():
        monkeypatch.setenv(name, value)
    for name, value in runpy.run_module("newsroom.settings.production").items():
        if name.startswith(("SECURE_", "SESSION_COOKIE_", "CSRF_COOKIE_")):
            setattr(settings, name, value)


@pytest.mark.django_db
def test_browsers_come_by_https_alone(client, production):
    moved = client.get("/admin/login/")
    assert (moved.status_code, moved.headers["Location"]) == (301, "https://testserver/admin/login/")
    shown = client.get("/admin/login/", headers={"X-Forwarded-Proto": "https"})
    assert shown.headers.get("Strict-Transport-Security") == "max-age=31536000; includeSubDomains; preload"
    assert shown.cookies["csrftoken"]["secure"]


@pytest.mark.parametrize("missing", ["DATABASE_URL", "ALLOWED_HOSTS", "BASE_URL", "SECRET_KEY"])
def test_missing_variable_is_named(missing):
    outcome = manage("check", **{name: value for name, value in PRODUCTION.items() if name != missing})
    assert outcome.returncode != 0
    assert f"Set the environment variable {missing}." in outcome.stderr


def test_database_of_another_kind_is_refused():
    outcome = manage("check", **PRODUCTION | {"DATABASE_URL": "sqlite:///db.sqlite3"})
    assert outcome.returncode != 0
    assert "DATABASE_URL must start with postgresql://" in outcome.stderr


@pytest.mark.django_db
def test_models_have_their_migrations(capsys):
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        pytest.fail(f"Run makemigrations:\n{capsys.readouterr().out}")


@pytest.mark.django_db(transaction=True)
def test_pages_are_saved_while_the_index_of_those_that_run_out_is_built():
    name = "0021_expiring_pages"
    migration = import_module(f"articles.migrations.{name}").Migration(name, "articles")

    def run(way: str) -> None:
        try:
            with connection.schema_editor(atomic=migration.atomic) as editor:
                getattr(migration, way)(ProjectState(), editor)
        finally:
            connection.close()

    def save_page() -> None:
        try:
            Page.objects.filter(depth=2).update(expire_at=timezone.now())
        finally:
            connection.close()

    run("unapply")
    with ThreadPoolExecutor() as beside:
        with transaction.atomic():
            Page.objects.filter(depth=1).update(expire_at=None)
            built = beside.submit(run, "apply")
            wait_until_someone_waits()
            beside.submit(save_page).result(10)
        built.result(30)
    run("apply")  # anew, as after one that was cut off
    with connection.cursor() as cursor:
        cursor.execute("SELECT indisvalid FROM pg_index WHERE indexrelid = 'articles_page_expires'::regclass")
        assert cursor.fetchall() == [(True,)]
