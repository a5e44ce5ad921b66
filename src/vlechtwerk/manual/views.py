"""The pages of the manual, for everybody, also for who cannot sign in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vlechtwerk.manual.reading import INDEX, NoSuchPage, read
from vlechtwerk.ui.pages import page


@require_safe
def manual(request: HttpRequest, name: str = INDEX) -> HttpResponse:
    """One page of the manual; raises Http404 when there is none with this name."""
    try:
        found = read(name)
    except NoSuchPage:
        raise Http404 from None
    return page(request, "manual/page.html", {"manual": found, "is_index": name == INDEX})
