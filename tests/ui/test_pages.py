"""Pages: whole or in part, in two languages, never kept in a cache, and calm when something fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation
from django_htmx.middleware import HtmxMiddleware
from pytest_django import Settings

from vlechtwerk.ui import errors
from vlechtwerk.ui.middleware import no_store
from vlechtwerk.ui.pages import NoSuchFragment, page
from vlechtwerk.ui.samples import sample_context

ErrorView = Callable[[HttpRequest, Exception], HttpResponse]
HTMX = {"HX-Request": "true"}


def answer(headers: dict[str, str], fragment: str | None = "sample_form", status: int = 200) -> HttpResponse:
    def view(request: HttpRequest) -> HttpResponse:
        return page(request, "ui/gallery.html", sample_context(), fragment=fragment, status=status)

    response = HtmxMiddleware(view)(RequestFactory().get("/_gallery/", headers=headers))
    assert isinstance(response, HttpResponse)
    return response


def test_a_visitor_gets_the_whole_page() -> None:
    assert answer({}).content.lstrip().startswith(b"<!doctype html>")


def test_htmx_gets_only_the_part() -> None:
    text = answer(HTMX).content.decode()
    assert 'id="error-summary-title"' in text
    assert "<html" not in text


@pytest.mark.parametrize("header", ["HX-Boosted", "HX-History-Restore-Request"])
def test_a_boosted_link_and_a_restored_page_get_the_whole_page(header: str) -> None:
    assert b"<html" in answer(HTMX | {header: "true"}).content


def test_htmx_gets_the_whole_page_when_the_view_has_no_part() -> None:
    assert b"<html" in answer(HTMX, fragment=None).content


def test_a_part_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(NoSuchFragment, match="has no block 'nothing'"):
        answer(HTMX, fragment="nothing")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_page_and_part_are_told_apart_by_caches(headers: dict[str, str]) -> None:
    assert "HX-Request" in answer(headers)["Vary"]


def test_a_page_keeps_the_status_of_its_answer() -> None:
    assert answer({}, status=409).status_code == 409


def test_a_page_depends_on_the_language_of_the_visitor(client: Client) -> None:
    assert "Accept-Language" in client.get("/_gallery/")["Vary"]


@pytest.mark.parametrize(("language", "text"), [("nl", "Naar de inhoud"), ("en", "To the content")])
def test_a_page_speaks_the_language_of_the_visitor(client: Client, language: str, text: str) -> None:
    client.cookies["language"] = language
    response = client.get("/_gallery/")
    assert text in response.text
    assert f'<html lang="{language}" dir="ltr">' in response.text


def test_a_page_is_never_kept_in_a_cache(client: Client) -> None:
    assert client.get("/_gallery/")["Cache-Control"] == "no-store"


def test_a_view_may_decide_otherwise_about_caches() -> None:
    cached = no_store(lambda request: HttpResponse(headers={"Cache-Control": "max-age=60"}))
    assert cached(RequestFactory().get("/"))["Cache-Control"] == "max-age=60"


def test_scripts_run_only_with_the_mark_of_this_answer(client: Client) -> None:
    response = client.get("/_gallery/")
    nonce = response.text.split('nonce="')[1].split('"')[0]
    assert len(nonce) > 15
    assert f"'nonce-{nonce}'" in response["Content-Security-Policy"]


def test_the_gallery_does_not_exist_outside_a_trial(client: Client, settings: Settings) -> None:
    settings.TRIAL = False
    assert client.get("/_gallery/").status_code == 404


def test_the_sign_of_life_is_plain(client: Client) -> None:
    response = client.get("/-/health")
    assert (response.status_code, response.text) == (200, "ok")


def test_a_page_that_does_not_exist_says_so_without_echoing_the_address(client: Client) -> None:
    response = client.get("/dossiers/mia-voorbeeld", headers={"accept-language": "nl"})
    assert response.status_code == 404
    assert "We vinden deze pagina niet" in response.text
    assert "mia" not in response.text


def test_a_form_without_proof_is_refused_with_advice() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/language", {"language": "en"}, headers={"accept-language": "nl"})
    assert response.status_code == 403
    assert "Er is niets bewaard" in response.text


@pytest.mark.parametrize(("view", "status"), [(errors.bad_request, 400), (errors.forbidden, 403)])
def test_an_error_page_tells_nothing_about_the_cause(view: ErrorView, status: int) -> None:
    response = view(RequestFactory().get("/"), ValueError("secret"))
    assert response.status_code == status
    assert "secret" not in response.text
    assert "<h1>" in response.text


def test_a_failure_of_the_program_is_not_blamed_on_the_visitor() -> None:
    with translation.override("nl"):
        response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "De fout ligt bij het programma, niet bij u." in response.text
