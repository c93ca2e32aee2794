"""A wire between a browser and the dashboard that can be cut, as where a network is lost."""

import socket
from contextlib import suppress
from threading import Lock, Thread
from typing import Self


class Wire:
    """Listens at ``port`` of this machine and hands everything on, both ways, until it is ``cut``."""

    def __init__(self, to: int) -> None:
        self._to, self._ends, self._lock = to, list[socket.socket](), Lock()
        self._whole = True
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        Thread(target=self._welcome, daemon=True).start()

    def cut(self) -> None:
        """Ends every connection; new ones are closed at once until it is mended."""
        with self._lock:
            self._whole, ends, self._ends = False, self._ends, []
        for end in ends:
            _close(end)

    def mend(self) -> None:
        self._whole = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()
        self._door.close()

    def _welcome(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return  # the door was closed
            with self._lock:
                if not self._whole:
                    _close(near)
                    continue
                try:
                    far = socket.create_connection(("127.0.0.1", self._to))
                except OSError:  # nobody is there at the moment
                    _close(near)
                    continue
                self._ends += [near, far]
            for one, other in ((near, far), (far, near)):
                Thread(target=_hand_on, args=(one, other), daemon=True).start()


def _hand_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while content := one.recv(65_536):
            other.sendall(content)
    _close(other)


def _close(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
