"""Walking to a page in Chromium and keeping what it shows as a small picture."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Error, FloatRect, Locator, Page, sync_playwright

from scripts.chromium import ARGUMENTS, chromium
from scripts.pictures.shapes import Choose, Fill, Follow, Go, Pick, Picture, Press, Step, Unfold

TRIES, STEP_MILLISECONDS = 3, 8000
WIDE, PHONE = (1280, 900), (390, 844)
KEPT_WIDTH, COLOURS = 1000, 128
MARGIN = 8
BELGIAN_DATES = """() => {
  for (const field of document.querySelectorAll("input[type=date]")) {
    const day = field.value.split("-").reverse().join("/")
    field.type = "text"
    field.style.maxInlineSize = "9rem"
    field.value = day || "dd/mm/jjjj"
  }
  document.activeElement?.blur()
}"""
"""A Chromium without Dutch draws the fields for days in the American way; a visitor in Belgium sees the day first."""


WHOLE_LINES = """wanted => {
  let limit = wanted
  const kinds = "p, tr, h1, h2, h3, dt, dd, label, input, select, textarea, summary, legend, td, th, a, main li:not(:has(p, li))"
  const boxes = [...document.querySelectorAll(`main :is(${kinds})`)].map(one => one.getBoundingClientRect())
  for (let before = 0; before !== limit;) {
    before = limit
    for (const box of boxes) {
      const top = box.top + scrollY, bottom = box.bottom + scrollY - 4
      if (box.height && top < limit && bottom > limit) limit = top - 2
    }
  }
  return wanted - limit < 150 ? limit : wanted
}"""
"""How far down a picture goes so that no line of text is cut through; in columns that never end together some is."""


class NotThere(LookupError):
    """A step could not be taken; the message names it."""


def take(pictures: Iterable[Picture], address: str) -> list[str]:
    """Make these pictures of the program at an address; return a line for each that failed."""
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        contexts: dict[tuple[str, bool], BrowserContext] = {}
        for picture in pictures:
            key = (picture.of, picture.phone)
            try:
                context = contexts.get(key) or _signed_in(browser, picture, address)
                contexts[key] = context
                _keep(picture, _tried(context, picture, address))
                print(picture.path.name, flush=True)
            except (Error, NotThere) as error:
                faults.append(f"{picture.name} ({picture.of}): {str(error).splitlines()[0]}")
        browser.close()
    return faults


def _signed_in(browser: Browser, picture: Picture, address: str) -> BrowserContext:
    """A browser in which a fictional person is signed in."""
    width, height = PHONE if picture.phone else WIDE
    context = browser.new_context(
        base_url=address,
        locale="nl-BE",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
    )
    context.set_default_timeout(STEP_MILLISECONDS)
    page = context.new_page()
    page.goto("/demo/")
    page.get_by_role("button").filter(has=page.get_by_text(picture.of, exact=True)).click()
    page.wait_for_url(lambda url: "/demo/" not in url)
    page.close()
    return context


def _tried(context: BrowserContext, picture: Picture, address: str) -> bytes:
    """What the page shows; a page that was slow or busy is tried again."""
    for attempt in range(1, TRIES + 1):
        page = context.new_page()
        try:
            return _shown(page, picture, address)
        except (Error, NotThere):
            if attempt == TRIES:
                raise
        finally:
            page.close()
    raise AssertionError("the last attempt returns or raises")


def _shown(page: Page, picture: Picture, address: str) -> bytes:
    page.goto(f"{address}/")
    for step in picture.steps:
        try:
            _do(page, step)
        except Error as error:
            raise NotThere(f"stopped at {step} on {page.url}: {str(error).splitlines()[0]}") from error
    page.evaluate(BELGIAN_DATES)
    shot = page.screenshot(full_page=True, clip=_clip(page, picture))
    for step in picture.then:
        _do(page, step)
    return shot


def _do(page: Page, step: Step) -> None:
    match step:
        case Go(path):
            page.goto(path)
        case Follow(text):
            with page.expect_navigation():
                _named(page, "link", text).click()
        case Press(text):
            with page.expect_navigation():
                _named(page, "button", text).click()
        case Fill(label, text):
            page.get_by_label(label).first.fill(text)
        case Choose(label):
            page.get_by_label(label, exact=True).first.check()
        case Pick(label, text):
            page.get_by_label(label).first.select_option(label=text)
        case Unfold(text):
            page.locator("summary").filter(has_text=text).first.click()
    page.wait_for_load_state("load")


def _named(page: Page, role: Literal["link", "button"], text: str) -> Locator:
    """The first link or button with exactly this text, in a list before elsewhere; else the first that begins with it."""
    listed = page.get_by_role("rowheader").get_by_role(role, name=text, exact=True)
    exactly = page.get_by_role(role, name=text, exact=True)
    begins = page.get_by_role(role, name=re.compile(f"^{re.escape(text)}"))
    return next((found.first for found in (listed, exactly) if found.count()), begins.first)


def _clip(page: Page, picture: Picture) -> FloatRect:
    """The rectangle of the page that is shown."""
    shown = page.get_by_role("region", name=picture.part, exact=True).first if picture.part else page.locator("main")
    box, window = shown.bounding_box(), page.viewport_size
    if box is None or window is None:
        raise NotThere(f"nothing to show at {page.url}")
    margin = MARGIN if picture.part else 0
    left, top = box["x"] - margin, 0 if picture.header else box["y"] - margin
    width, bottom = box["width"] + 2 * margin, box["y"] + box["height"] + margin
    if picture.start and (first := shown.get_by_text(picture.start, exact=True).first.bounding_box()):
        top = first["y"] - MARGIN
    if picture.header:
        left, width = 0, window["width"]
    if bottom > top + picture.height:
        bottom = page.evaluate(WHOLE_LINES, top + picture.height)
    return {"x": left, "y": top, "width": width, "height": bottom - top}


def _keep(picture: Picture, shot: bytes) -> None:
    """Store a picture with few colours and no wider than a page of text."""
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    if image.width > KEPT_WIDTH:
        image = image.resize((KEPT_WIDTH, round(image.height * KEPT_WIDTH / image.width)), Image.Resampling.LANCZOS)
    few = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    picture.folder.mkdir(parents=True, exist_ok=True)
    few.save(picture.path, optimize=True)
