"""``vlechtwerk serve``: answer web requests until it is told to stop."""

import argparse
import errno
import gc
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database
from vlechtwerk.config.environment import ConfigurationError

PORT_SECONDS = 5.0
LOG = logging.getLogger(__name__)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    add_address(commands.add_parser("serve", help="answer web requests until told to stop"))


def add_address(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where the web server listens."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")


def run(args: argparse.Namespace) -> int:
    """Serve; the exit status is 0 after Ctrl-C or a request to stop.

    Raises ConfigurationError when the port is taken, the database is not fit or migrations wait.
    """

    def ready() -> None:
        if django_module("vlechtwerk.config.migrations").waiting():
            raise ConfigurationError(
                "The tables, or the key that the database knows, are not up to date. Run: vlechtwerk migrate"
            )

    return serve(args.host, args.port, prepare=ready, announce=lambda address: LOG.info("Serving %s", address))


def serve(host: str, port: int, *, prepare: Callable[[], None], announce: Callable[[str], None]) -> int:
    """Start the database where it is ours, prepare it, and serve on an address; `announce` tells when pages answer.

    The database starts while Django is loaded, and the pages are loaded once and shared by all workers.
    """
    # What is loaded now stays until the end. A garbage collector that touches it would give every worker a copy of memory
    # that they now share.
    gc.disable()
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGHUP, _stop)
    wait_for_port(host, port)
    with database.attached() as server:
        application = django_module("vlechtwerk.config.wsgi").application
        if server is not None:
            server.wait()
        for warning in django_module("vlechtwerk.config.preflight").check():
            LOG.warning(warning)
        prepare()
        django_module("vlechtwerk.config.warming").warm()
        # Workers are copies of this process; a connection cannot be shared between processes.
        django_module("django.db").connections.close_all()
        gc.freeze()
        gc.enable()
        Server(application, host, port, announce).run()
    return 0


def wait_for_port(host: str, port: int) -> None:
    """Wait until a port is free: a server that was killed a moment ago may still be leaving.

    Raises ConfigurationError when another program keeps it, or when the address is none of this machine.
    """
    end = time.monotonic() + PORT_SECONDS
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    while True:
        with socket.socket(family) as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind((host, port))
                return
            except (OSError, OverflowError) as error:
                taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
                if not taken or time.monotonic() > end:
                    advice = "Another program uses it; choose another with --port" if taken else str(error)
                    raise ConfigurationError(f"Cannot listen on {host}, port {port}. {advice}.") from None
        time.sleep(0.05)


def _stop(number: int, frame: object) -> None:
    """End the program in good order, also while it is still starting."""
    sys.exit(128 + number)


class _Arbiter(Arbiter):  # type: ignore[misc]  # gunicorn has no types
    """Watches the workers; stops when its terminal is closed, where gunicorn would reload and stay behind."""

    handle_hup = Arbiter.handle_term


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """The web server: two processes with four threads each, on one loaded application."""

    def __init__(self, application: Any, host: str, port: int, announce: Callable[[str], None]) -> None:
        """Keep what to serve, where, and whom to tell."""
        self._application = application
        self._place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        self._announce = announce
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from gunicorn's own choices.

        Workers leave Ctrl-C to the main process: with its order to stop on top, a worker can wait for itself for ever.
        """
        for name, value in {
            "bind": [self._place],
            "workers": int(os.environ.get("WEB_CONCURRENCY", "2")),
            "worker_class": "gthread",
            "threads": 4,
            "preload_app": True,
            "control_socket_disable": True,
            "loglevel": "warning",
            "graceful_timeout": 10,
            "post_worker_init": lambda worker: signal.signal(signal.SIGINT, signal.SIG_IGN),
            "when_ready": lambda arbiter: self._announce(f"http://{self._place}/"),
        }.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the loaded application."""
        return self._application

    def run(self) -> None:
        """Serve until a signal; the exit of gunicorn's own main process is an ordinary return."""
        parent = os.getpid()
        try:
            _Arbiter(self).run()
        except SystemExit as end:
            # A worker is a copy of this process and ends here too: it must not go on with the work of its parent.
            if os.getpid() != parent:
                os._exit(_status(end))
            if _status(end):
                raise


def _status(end: SystemExit) -> int:
    """Return the exit status that an end of the program asks for."""
    return end.code if isinstance(end.code, int) else int(end.code is not None)
