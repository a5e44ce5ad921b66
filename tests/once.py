"""What every browser of a test would look up again, and what is the same for all of them."""

from typing import Any, ClassVar

from whitenoise.middleware import WhiteNoiseMiddleware


class StaticFilesOnce(WhiteNoiseMiddleware):  # type: ignore[misc]  # the library tells no types
    """The real one, that looks at the files when the program starts. A test run starts it thousands of times."""

    seen: ClassVar[dict[str, Any]] = {}

    def add_files_from_finders(self) -> None:
        """Look at them the first time only."""
        if not self.seen:
            super().add_files_from_finders()
            self.seen.update(self.files)
        self.files: dict[str, Any] = self.seen
