"""Every component with made-up content on one page: for who builds screens and for the accessibility tests."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from vlechtwerk.ui.pages import page
from vlechtwerk.ui.samples import sample_context


def gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery, in a demonstration or while developing only; raises Http404 elsewhere."""
    if not settings.TRIAL:
        raise Http404
    return page(request, "ui/gallery.html", sample_context(), fragment="sample_form")
