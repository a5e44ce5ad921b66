"""Answers that are a file to keep and no page."""

from django.http import HttpResponse

PDF, CSV = "application/pdf", "text/csv; charset=utf-8"


def attachment(content: bytes | str, media_type: str, name: str) -> HttpResponse:
    """A file that was made here. Its `name` is ours and tells nothing about whom it is."""
    return HttpResponse(
        content, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
