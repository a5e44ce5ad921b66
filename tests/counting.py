"""Rows that are fetched one by one, counted for each page apart."""

import threading
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from zeal import zeal_context

Answering = Callable[[HttpRequest], HttpResponse]


def each_page_apart(answer: Answering) -> Answering:
    """Count anew for each page that a test asks itself; the server of a browser works beside the test and is not counted."""

    def counted(request: HttpRequest) -> HttpResponse:
        if threading.current_thread() is not threading.main_thread():
            return answer(request)
        with zeal_context():
            return answer(request)

    return counted
