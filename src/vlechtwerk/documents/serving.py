"""Handing a document to a browser: as a file to keep, never as a page of ours, and under a name that tells nothing."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime

from vlechtwerk.documents.kinds import KIND_OF_TYPE
from vlechtwerk.documents.models import Document
from vlechtwerk.documents.names import download_name


def as_attachment(request: HttpRequest, document: Document, what: str, content: bytes) -> HttpResponse:
    """The answer with a document. `what` says in a word of ours what it is; the name that it had is not told.

    It is always the whole document: a part of one would be a look that the record does not tell apart.
    """
    name = download_name(what, localtime(document.written_at).date(), KIND_OF_TYPE[document.media_type])
    # A browser that shows it all the same gives it no script, no form, no origin of ours, and nothing from elsewhere.
    headers = {
        "Content-Length": str(len(content)),
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Accept-Ranges": "none",
        "Cache-Control": "no-store",
    }
    body = b"" if request.method == "HEAD" else content
    return HttpResponse(body, content_type=document.media_type, headers=headers)
