"""A visit without a browser: the page's own connection and its uploads, as Streamlit's protocol has them.

Many such visits fit on one machine, and each says when its rerun has ended.
"""

import ssl
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from typing import Any, Self
from urllib.parse import urlsplit

import httpx2
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.journal_files import Files

DONE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
TRIGGERS = {"trigger_value"}  # true for one rerun
XSRF = "_streamlit_xsrf"
BOX = "Files of the journal, one or several; also the page (PDF) of the last visit"
FIRST = "Open the journal of"  # how the page begins that has none


class Visitor:
    """One visit. ``text`` is what the last rerun said, ``faults`` what of it stands in red, ``charts``
    how many it drew.

    cookies : with which the visit comes, as one that has signed in.
    trust : whose certificates it takes, where the address is one of https.
    """

    def __init__(
        self,
        url: str,
        patience: float = 120,
        cookies: Mapping[str, str] | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self.url, self.patience = url, patience
        self.ends = ExitStack()
        self.http = self.ends.enter_context(
            httpx2.Client(base_url=url, timeout=patience, cookies=dict(cookies or {}), verify=trust or True)
        )
        self.http.get("/_stcore/health")
        sent = "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())
        self.socket: Any = self.ends.enter_context(
            connect(
                f"{'wss' if trust else 'ws'}://{urlsplit(url).netloc}/_stcore/stream", origin=url,
                subprotocols=["streamlit"], additional_headers={"Cookie": sent}, max_size=None,
                open_timeout=patience, ssl=trust,
            )
        )  # fmt: skip
        self.session = ""
        self.held: dict[str, WidgetState] = {}  # the answers that a browser sends with every rerun
        self.widgets: dict[str, Any] = {}  # by label or heading
        self.forget()

    def forget(self) -> None:
        self.text, self.faults, self.charts = list[str](), list[str](), 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def leave(self) -> None:
        """As a page is closed."""
        self.ends.close()

    def send(self) -> None:
        """Asks for a rerun, with every answer that was given."""
        message = BackMsg()
        message.rerun_script.widget_states.widgets.extend(self.held.values())
        self.socket.send(message.SerializeToString())
        for name, state in list(self.held.items()):
            if state.WhichOneof("value") in TRIGGERS:
                del self.held[name]

    def heard(self) -> Iterator[ForwardMsg]:
        """What the server says, one message after the other, each within the patience of the visit."""
        while True:
            message = ForwardMsg()
            message.ParseFromString(self.socket.recv(timeout=self.patience))
            yield message

    def rerun(self, until: Callable[[], bool] = lambda: True) -> float:
        """Asks for a rerun and listens to its end, and on while ``until`` is not so [s]."""
        began = time.perf_counter()
        self.send()
        return self.wait(until) - began

    def wait(self, until: Callable[[], bool] = lambda: True) -> float:
        """The moment in which a rerun had ended [s]."""
        for message in self.heard():
            self.take(message)
            if (
                message.WhichOneof("type") == "script_finished"
                and message.script_finished in DONE
                and until()
            ):
                break
        return time.perf_counter()

    def take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id or self.session
            self.forget()
        elif kind == "delta":
            delta = message.delta
            if delta.WhichOneof("type") == "add_block":
                tabs = delta.add_block.tab_container
                if tabs.id:
                    self.widgets["tabs"] = tabs
                folded = delta.add_block.expandable
                if folded.id:
                    self.widgets[folded.label] = folded
            elif delta.WhichOneof("type") == "new_element":
                self.see(delta.new_element)

    def see(self, element: Any) -> None:
        name = element.WhichOneof("type")
        shown = getattr(element, name)
        if name == "plotly_chart":
            self.charts += 1
        elif name == "alert":
            self.text.append(shown.body)
            if shown.format == shown.ERROR:
                self.faults.append(shown.body)
        elif name in ("markdown", "heading"):
            self.text.append(shown.body)
        elif getattr(shown, "id", "") and getattr(shown, "label", ""):
            self.widgets[shown.label] = shown

    def state(self, label: str) -> WidgetState:
        found = self.widgets[label]
        return self.held.setdefault(found.id, WidgetState(id=found.id))

    def click(self, label: str, until: Callable[[], bool] = lambda: True) -> float:
        """A click on a button, and its rerun [s]."""
        self.state(label).trigger_value = True
        return self.rerun(until)

    def open_tab(self, name: str) -> float:
        """Another part of the page [s]."""
        self.state("tabs").string_value = name
        return self.rerun()

    def unfold(self, label: str) -> float:
        """What is folded away under that label, opened [s]."""
        self.state(label).bool_value = True
        return self.rerun()

    def choose(self, label: str, option: str) -> float:
        """Another answer of a few that stand beside each other [s]."""
        del self.state(label).string_array_value.data[:]
        self.state(label).string_array_value.data.append(option)
        return self.rerun()

    def enter(self, label: str, number: float) -> float:
        """A number into the box of that label [s]."""
        self.state(label).double_value = number
        return self.rerun()

    def opened(self) -> bool:
        """Whether a journal is open."""
        return "tabs" in self.widgets and bool(self.text)

    def open_sample(self) -> float:
        """The sample journal, from the click to its figures [s]."""
        return self.click("Try the sample journal", self.opened)

    def addresses(self, files: Sequence[str]) -> list[Any]:
        """Where files of these names are to be sent."""
        message = BackMsg()
        message.file_urls_request.session_id = self.session
        message.file_urls_request.request_id = "files"
        message.file_urls_request.file_names.extend(files)
        self.socket.send(message.SerializeToString())
        for told in self.heard():
            if told.WhichOneof("type") == "file_urls_response":
                return list(told.file_urls_response.file_urls)
        raise AssertionError("the server says where")

    def headers(self) -> dict[str, str]:
        """With which the server takes a file of this visit."""
        return {"X-Xsrftoken": self.http.cookies.get(XSRF, "")}

    def upload(self, files: Files, box: str, until: Callable[[], bool] | None = None) -> float:
        """Files into the box of that label, and the rerun that reads them, from the last byte on [s]."""
        held = self.state(box).file_uploader_state_value
        del held.uploaded_file_info[:]
        for place, (name, content) in zip(self.addresses([name for name, _ in files]), files, strict=True):
            sent = {"file": (name, content, "text/csv")}
            taken = self.http.put(place.upload_url, files=sent, headers=self.headers())
            assert taken.status_code == 204, taken.status_code
            held.uploaded_file_info.append(
                UploadedFileInfo(name=name, size=len(content), file_id=place.file_id, file_urls=place)
            )
        return self.rerun(until or self.opened)

    def download(self, label: str) -> tuple[str, bytes]:
        """The file that a button gives, made now, and its address."""
        message, asked = BackMsg(), "download"
        operation = message.backend_operation_request
        operation.request_id, operation.session_id = asked, self.session
        operation.deferred_file.file_id = self.widgets[label].deferred_file_id
        self.socket.send(message.SerializeToString())
        for told in self.heard():
            answer = told.backend_operation_response
            if answer.request_id == asked:
                assert not answer.error_msg, answer.error_msg
                address = f"{self.url}{answer.deferred_file.url}"
                return address, self.http.get(address).content
        raise AssertionError("the server says where")

    def alive(self) -> bool:
        """Whether the page's connection stands."""
        with suppress(ConnectionClosed):
            self.socket.ping()
            return True
        return False


def shows_no_journal(visit: Visitor) -> bool:
    return any(FIRST in line for line in visit.text) and not visit.charts
