"""A real browser for tests, with nothing of it reaching out to the network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

INSTALLED = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
CHROMIUM = next((path for path in INSTALLED if path.exists()), None)
"""Debian's Chromium. The headless one draws no window: a page takes a third less time with it."""

UNWANTED = (
    # What Chromium prepares for a user who may type or open a tab next, in processes of its own.
    "SpareRendererForSitePerProcess,PreloadTopChromeWebUI,"
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,"
    # What Playwright disables and tests need. Only the last list of features counts.
    "AvoidUnnecessaryBeforeUnloadCheckSync,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "MediaRouter,OptimizationHints,PaintHolding,ThirdPartyStoragePartitioning"
)
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={UNWANTED}",
]
SHORT_LIVED = "--js-flags=--no-opt --no-maglev --min-semi-space-size=16"
"""A page of a test ends before code that V8 compiles again, to run faster, has paid off."""
PATIENCE = 30_000
"""How many milliseconds a page may take to show what is expected: a machine may be busy."""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Debian's Chromium where it is installed, else Playwright's own."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        arguments = [*BROWSER_ARGUMENTS, SHORT_LIVED]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        try:
            yield browser
        finally:
            browser.close()
