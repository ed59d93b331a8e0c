"""A passkey is made and used under the strict policy, in a real browser with an authenticator of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import factories as make

from .watch import Watch

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a lighthouse at noon"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_passkey_opens_the_desk_without_the_password(live_server, browser):
    make.home()
    user = make.editor()
    user.set_password(PASSWORD)
    user.save()
    watch = Watch(live_server.url)
    with browser.new_context(base_url=live_server.url, viewport={"width": 390, "height": 844}) as context:
        page = watch.over(context).new_page()
        chromium = context.new_cdp_session(page)
        chromium.send("WebAuthn.enable")
        chromium.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        page.goto("/admin/login/?next=/admin/second-factor/webauthn/add/")
        page.fill("[name=login]", user.username)
        page.fill("[name=password]", PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.fill("[name=password]", PASSWORD)
        page.get_by_role("button", name="Confirm").click()
        page.check("[name=passwordless]")
        page.get_by_role("button", name="Add").click()
        expect(page.get_by_text("Security key added.")).to_be_visible()

        context.clear_cookies()
        page.goto("/admin/login/")
        page.get_by_role("button", name="Use a passkey").click()
        expect(page).to_have_url(f"{live_server.url}/admin/")
    assert watch.complaints == []
