"""Logging in: a door of our own, which counts attempts and asks for a second factor."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import roles
from articles.demo import seed
from articles.models import User

from . import factories as make

pytestmark = pytest.mark.django_db

PASSWORD = "a lighthouse at noon"
LOGIN = "/admin/login/"
DESK = "/admin/"


def member(role: str, **fields) -> User:
    roles.set_up()
    user = make.UserFactory(username="maja", **fields)
    user.set_password(PASSWORD)
    user.save()
    user.groups.add(Group.objects.get(name=role))
    return user


def log_in(client: Client, password: str = PASSWORD, username: str = "maja", **extra):
    return client.post(LOGIN, {"login": username, "password": password}, **extra)


def confirm(client: Client) -> None:
    """The password again, as before anything that touches the account itself."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_migrate_makes_the_roles():
    administrators = Group.objects.get(name=roles.ADMINISTRATOR)
    assert set(Group.objects.values_list("name", flat=True)) == set(roles.ROLES)
    assert administrators.permissions.filter(codename="add_group").exists(), "which Django makes after `migrate` too"


def test_desk_leads_to_the_login_and_back(client):
    member(roles.REPORTER)
    asked = client.get("/admin/pages/")
    assert asked.url == f"{LOGIN}?next=/admin/pages/"
    assert client.post(asked.url, {"login": "maja", "password": PASSWORD}).url == "/admin/pages/"


def test_login_sends_nobody_elsewhere(client):
    member(roles.REPORTER)
    assert client.post(f"{LOGIN}?next=https://evil.example/", {"login": "maja", "password": PASSWORD}).url == DESK


def test_who_may_not_enter_the_desk_is_told_so_and_not_sent_in_circles(client):
    user = make.UserFactory()
    client.force_login(user)
    shown = client.get(DESK, follow=True)
    assert shown.redirect_chain == [(f"{LOGIN}?next=/admin/", 302)]
    assert "do not have permission" in shown.text


def test_session_is_new_after_the_login_and_ends_after_a_day_of_work(client, time_machine):
    time_machine.move_to(timezone.now())
    member(roles.REPORTER)
    client.get(LOGIN)
    client.session.save()
    before = client.session.session_key
    response = log_in(client)
    assert client.session.session_key != before
    cookie = response.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    time_machine.shift(timedelta(hours=11))
    assert client.get(DESK).status_code == 200, "each request begins the day anew"
    time_machine.shift(timedelta(hours=11))
    assert client.get(DESK).status_code == 200
    time_machine.shift(timedelta(hours=13))
    assert client.get(DESK).status_code == 302


def test_account_tried_too_often_is_shut_for_everybody_then_opens_again(client, time_machine):
    time_machine.move_to(timezone.now())
    member(roles.REPORTER)
    for attempt in range(5):
        assert log_in(client, "wrong", REMOTE_ADDR=f"203.0.113.{attempt}").status_code == 200
    refused = log_in(client, REMOTE_ADDR="203.0.113.9")
    assert refused.status_code == 429
    assert "Too many attempts" in refused.text
    time_machine.shift(timedelta(minutes=6))
    assert log_in(client).status_code == 302


def test_address_that_tries_too_many_accounts_is_shut_out(client):
    member(roles.REPORTER)
    statuses = [log_in(client, "wrong", f"user{number}").status_code for number in range(11)]
    assert statuses == [200] * 10 + [429]
    assert log_in(client).status_code == 429
    assert log_in(client, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_address_is_what_the_trusted_proxy_says_and_not_what_the_caller_claims(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(11):
        claimed = {"X-Forwarded-For": f"198.51.100.{number}, 203.0.113.7"}
        last = log_in(client, "wrong", f"user{number}", headers=claimed)
    assert last.status_code == 429


@pytest.mark.parametrize("path", ["signup/", "email/", "password_reset/"])
def test_there_is_no_other_way_in(path, client):
    answer = client.get(f"/admin/{path}", follow=True)
    assert answer.status_code == 404 or answer.request["PATH_INFO"] == LOGIN


def test_forgotten_password_is_set_anew_by_mail(client):
    user = member(roles.REPORTER)
    client.post("/admin/password/reset/", {"email": user.email})
    (message,) = mail.outbox
    assert message.to == [user.email]
    link = re.search(r"http://testserver(/admin/password/reset/\S+)", message.body)[1]
    form = client.get(link, follow=True)
    new = {"password1": "a pier in the fog", "password2": "a pier in the fog"}
    client.post(form.request["PATH_INFO"], new)
    user.refresh_from_db()
    assert user.check_password(new["password1"])
    assert client.get(link, follow=True).context["token_fail"], "a link works once"


def test_reset_tells_nobody_who_has_an_account(client):
    member(roles.REPORTER, email="maja@example.org")
    answers = {
        client.post("/admin/password/reset/", {"email": f"{name}@example.org"}).url for name in ("maja", "nobody")
    }
    assert len(answers) == 1
    assert len(mail.outbox) == 1


def test_changing_the_password_needs_the_old_one_and_is_told_by_mail(client):
    user = member(roles.REPORTER)
    log_in(client)
    new = {"password1": "a pier in the fog", "password2": "a pier in the fog"}
    client.post("/admin/password/change/", {"oldpassword": "wrong"} | new)
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    client.post("/admin/password/change/", {"oldpassword": PASSWORD} | new)
    user.refresh_from_db()
    assert user.check_password(new["password1"])
    assert [message.to for message in mail.outbox] == [[user.email]]
    assert client.get(DESK).status_code == 200, "who changed it stays logged in"


@pytest.mark.parametrize("easy", ["a pier", "password1234", "382915647201", "lighthousekeeper"])
def test_password_that_is_easy_to_guess_is_not_taken(easy, client):
    user = member(roles.REPORTER, email="lighthousekeeper@example.org")
    log_in(client)
    new = {"oldpassword": PASSWORD, "password1": easy, "password2": easy}
    assert client.post("/admin/password/change/", new).status_code == 200
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_reset_password",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
    ],
)
def test_pages_of_the_login_run_nothing_inline(name, client):
    member(roles.EDITOR)
    if name.startswith("mfa"):
        log_in(client)
        confirm(client)
    shown = client.get(reverse(name))
    assert shown.status_code == 200
    assert "unsafe-inline" not in shown.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?![^>]*(src=|type=\"application/json\"))|<style| style=| on\w+=", shown.text)


# The second factor


def test_who_has_a_second_factor_is_asked_for_it(client):
    user = member(roles.EDITOR)
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).generate_codes()
    assert log_in(client).url.startswith(reverse("mfa_authenticate"))
    assert client.get(DESK).status_code == 302, "the password alone opens nothing"
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": code(secret)}).url == DESK
    assert client.get(DESK).status_code == 200
    for expected in (302, 200):
        other = Client()
        log_in(other)
        answer = other.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert answer.status_code == expected, "a recovery code works once"


def test_guessing_codes_is_counted(client):
    user = member(roles.EDITOR)
    TOTP.activate(user, generate_totp_secret())
    log_in(client)
    for _ in range(6):
        last = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Too many" in last.text


@pytest.mark.parametrize(
    ("role", "must"),
    [(role, role in {roles.EDITOR, roles.STANDARDS, roles.ADMINISTRATOR}) for role in roles.ROLES],
)
def test_who_publishes_or_administrates_must_have_one(role, must, client, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    user = member(role)
    log_in(client)
    answer = client.get(DESK)
    assert answer.status_code == (302 if must else 200)
    if must:
        assert answer.url == reverse("mfa_index")
        assert client.post(reverse("wagtailadmin_pages:add", args=("articles", "articlepage", 1))).url == answer.url
        TOTP.activate(user, generate_totp_secret())
        assert client.get(DESK).status_code == 200


def test_second_factor_is_set_up_with_an_app(client, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    user = member(roles.EDITOR)
    log_in(client)
    asked = client.get(reverse("mfa_activate_totp"))
    assert asked.url.startswith(reverse("account_reauthenticate")), "a desk left open gives nobody a factor of theirs"
    confirm(client)
    shown = client.get(reverse("mfa_activate_totp"))
    client.post(reverse("mfa_activate_totp"), {"code": code(shown.context["form"].secret)})
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    assert kinds == {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}
    assert client.get(DESK).status_code == 200


def test_demo_has_an_account_for_each_role(client):
    seed.add_editor(PASSWORD, "desk@example.org")
    seed.add_members(PASSWORD)
    for username, role in seed.ACCOUNTS.items():
        assert log_in(client, username=username).url == DESK
        assert User.objects.get(username=username).groups.get().name == role
    assert User.objects.get(is_superuser=True).username == seed.EDITOR
