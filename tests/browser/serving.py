"""A web server for a built site, as its readers' browsers see one."""

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["serve", "transferred"]

COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".ttl", ".csv")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files below a path, and the site's own 404 page; says nothing."""

    protocol_version = "HTTP/1.1"
    prefix = "/"
    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "outside of the site")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name upstream
        """A test says what went wrong by itself."""


@contextmanager
def serve(folder: Path, prefix: str = "/", *, policy: str = "") -> Iterator[str]:
    """Serve ``folder`` below ``prefix`` and give its URL, which ends in a slash.

    Args:
        policy: sent with everything. Tests that wait for something in the page by a function need
            one that allows ``eval``.
    """
    handler = type("Handler", (_Handler,), {"prefix": prefix, "policy": policy})
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
    )
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def transferred(path: str, body: bytes) -> int:
    """Bytes that a server sends for a file: compressed, where it is text."""
    return len(gzip.compress(body, 6)) if path.endswith((*COMPRESSED, "/")) else len(body)
