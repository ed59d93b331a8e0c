"""Every kind of page in a real browser: open to everyone, still on loading, whole without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Page, expect

from tests.page_kinds import one_of_each

from .watch import Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDE, NARROW, NARROWEST = [{"width": width, "height": 900} for width in (1280, 390, 320)]
EVERYTHING = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
OVERFLOW = """() => {
    if (document.documentElement.scrollWidth <= innerWidth) return "";
    const all = [...document.querySelectorAll("body *")];
    const wide = all.filter(it => it.getBoundingClientRect().right > innerWidth + 1);
    return wide.slice(0, 3).map(it => it.outerHTML.slice(0, 80)).join(" ") || "?";
}"""
SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver(list => {
        for (const entry of list.getEntries())
            if (!entry.hadRecentInput)
                shifts.push([entry.value, ...entry.sources.map(it => it.node?.outerHTML.slice(0, 80))]);
    }).observe({ type: "layout-shift", buffered: true });
}"""
ERRORS = {"400", "404", "410"}


@dataclass
class Site:
    """The newspaper, served; the address of a page of each kind."""

    url: str
    paths: dict[str, str]
    pages: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.pages = {kind: self.url + path for kind, path in self.paths.items()}


@pytest.fixture(scope="module")
def site(newspaper) -> Iterator[Site]:
    # Without Django's own handlers of static and media files: ours serve them.
    server = LiveServerThread("127.0.0.1", static_handler=lambda media_handler: media_handler.application)
    server.daemon = True
    server.start()
    assert server.is_ready.wait(30)
    if server.error:
        raise server.error
    yield Site(f"http://127.0.0.1:{server.port}", one_of_each())
    server.terminate()


@dataclass
class Findings:
    """What was wrong on all pages together, a line each."""

    violations: list[str] = field(default_factory=list)
    overflows: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def violations(page: Page, options: dict) -> Iterator[str]:
    for violation in Axe().run(page, options=options).response["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {node['html'][:160]}\n        {node.get('failureSummary', '')[:300]}"


@pytest.fixture(scope="module")
def findings(site: Site, browser: Browser) -> Findings:
    """All pages, each loaded once: light and wide, dark and narrow, and the colours crosswise."""
    found, watch = Findings(), Watch(site.url)
    looks = [
        ("light", WIDE, EVERYTHING),
        ("dark", WIDE, COLOURS),
        ("dark", NARROW, EVERYTHING),
        ("light", NARROW, COLOURS),
    ]
    with browser.new_context(viewport=WIDE, reduced_motion="reduce") as context:
        page = watch.over(context).new_page()
        for kind, url in site.pages.items():
            page.goto(url)
            found.texts[kind] = page.inner_text("body")
            for scheme, viewport, options in looks:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size(viewport)
                found.violations += [
                    f"{kind}, {scheme}, {viewport['width']}: {told}" for told in violations(page, options)
                ]
            page.set_viewport_size(NARROWEST)
            if overflow := page.evaluate(OVERFLOW):
                found.overflows.append(f"{kind}: {overflow}")
            page.set_viewport_size(WIDE)
    expected = tuple(f"{site.pages[kind]}: Failed to load resource" for kind in ERRORS)
    found.complaints = [told for told in watch.complaints if not told.startswith(expected)]
    return found


def none(faults: list[str]) -> None:
    assert not faults, "\n" + "\n".join(faults[:40])


def test_no_page_breaks_a_rule_of_accessibility(findings: Findings):
    none(findings.violations)


def test_no_page_is_wider_than_the_narrowest_screen(findings: Findings):
    none(findings.overflows)


def test_no_page_asks_another_host_or_breaks_the_policy(findings: Findings):
    none(findings.complaints)


def test_reader_without_scripts_misses_nothing(findings: Findings, site: Site, browser: Browser):
    missing = []
    with browser.new_context(viewport=WIDE, java_script_enabled=False) as context:
        page = context.new_page()
        for kind, url in site.pages.items():
            page.goto(url)
            text = " ".join(page.inner_text("body").split())
            lines = [" ".join(line.split()) for line in findings.texts[kind].splitlines()]
            missing += [f"{kind}: {line}" for line in lines if line not in text and not line.startswith("Copy")]
    none(missing)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("kind", ["home", "article", "video", "article of every block"])
def test_nothing_moves_while_a_page_loads(kind: str, viewport: dict, site: Site, browser: Browser):
    with browser.new_context(viewport=viewport) as context:
        page = context.new_page()
        page.add_init_script(f"({SHIFTS})()")
        page.goto(site.pages[kind], wait_until="networkidle")
        page.mouse.wheel(0, 20_000)
        page.wait_for_timeout(300)
        assert page.evaluate("shifts") == []


def test_film_at_a_provider_loads_when_asked_and_not_before(site: Site, browser: Browser):
    watch = Watch(site.url)
    with browser.new_context() as context:
        page = watch.over(context).new_page()
        page.route("https://**", lambda route: route.abort())
        page.goto(site.pages["video at a provider"], wait_until="networkidle")
        assert watch.complaints == []
        with page.expect_request("https://player.vimeo.com/video/76979871*"):
            page.locator("a.facade").click()


def test_address_takes_the_player_to_a_fraction_of_a_second(site: Site, browser: Browser):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.pages["podcast with chapters"] + "#t=0.25")
        expect(page.locator("audio")).to_have_js_property("currentTime", 0.25)


def test_chapter_takes_the_player_to_its_moment(site: Site, browser: Browser):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.pages["podcast with chapters"])
        page.locator("nav.chapters a").last.click()
        moment = "document.querySelector('audio').currentTime"
        for _attempt in range(100):  # waiting inside the page would evaluate a string, which the page forbids
            if page.evaluate(moment) >= 1:
                break
            page.wait_for_timeout(100)
        assert page.evaluate(moment) >= 1
        assert page.url == site.pages["podcast with chapters"] + "#t=1"
