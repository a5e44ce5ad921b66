"""Somebody who uses a page with the keys alone: Tab to go on, Enter and the space bar to act, and letters to type."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

FARTHEST = 150
"""How many times somebody presses Tab before giving up."""
IS_FOCUSED = "one => one === document.activeElement"


class Keys:
    """The keyboard of one page; the mouse is never used."""

    def __init__(self, page: Page) -> None:
        """Keep the page."""
        self.page = page

    def go(self, address: str) -> None:
        """Type an address in the bar of the browser."""
        self.page.goto(address)

    def reach(self, target: Locator) -> None:
        """Press Tab until something has the focus. Raises AssertionError when the keys never come there."""
        for _ in range(FARTHEST):
            if target.evaluate(IS_FOCUSED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")

    def follow(self, name: str) -> None:
        """Follow the first link with this name."""
        self.reach(self.page.get_by_role("link", name=name).first)
        self._and_wait("Enter")

    def fetch(self, name: str) -> Path:
        """Follow a link that gives a file."""
        self.reach(self.page.get_by_role("link", name=name).first)
        with self.page.expect_download() as fetched:
            self.page.keyboard.press("Enter")
        return fetched.value.path()

    def press(self, name: str) -> None:
        """Press the first button with this name."""
        self.reach(self.page.get_by_role("button", name=name).first)
        self._and_wait("Enter")

    def write(self, label: str, text: str) -> None:
        """Type a text in a field."""
        self.reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.type(text)

    def tick(self, label: str) -> None:
        """Tick a box."""
        box = self.page.get_by_label(label).first
        self.reach(box)
        self.page.keyboard.press("Space")
        assert box.is_checked()

    def choose(self, label: str) -> None:
        """Choose one of several: Tab comes to the group, the arrows go through it."""
        wanted = self.page.get_by_label(label, exact=True)
        name = wanted.get_attribute("name")
        self.reach(self.page.locator(f'[name="{name}"]').first)
        self.page.keyboard.press("Space")
        while not wanted.is_checked():
            self.page.keyboard.press("ArrowDown")

    def pick(self, label: str, file: Path) -> None:
        """Open the window in which a file is chosen, and choose one."""
        field = self.page.get_by_label(label)
        self.page.on("filechooser", lambda opened: opened.set_files(file))
        self.page.wait_for_load_state()
        self.reach(field)
        self.page.keyboard.press("Enter")
        expect(field).not_to_have_value("")

    def _and_wait(self, key: str) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
