"""What the visit of the doctor tells of the machine. Oracle: what a process of its own does, by hand."""

import json
import subprocess
import sys
from pathlib import Path

DOES = """
import json, os, socket, sys, tempfile
from analysis.screen.trial_visit import watch
written, called = watch()
open(sys.argv[1] + "/read").close()
open("/dev/null", "w").close()
with open(sys.argv[1] + "/written", "w"), open(os.fsencode(sys.argv[1] + "/more"), "ab"):
    os.mkdir(sys.argv[1] + "/folder")
tempfile.mkstemp(dir=sys.argv[1])[0]
with socket.socket() as one, socket.socket(socket.AF_UNIX) as other:
    for socket_of, address in ((one, ("127.0.0.1", 9)), (other, sys.argv[1] + "/none")):
        try:
            socket_of.connect(address)
        except OSError:
            pass
print(json.dumps([sorted(set(map(os.path.basename, written))), called]))
"""


def test_all_that_is_written_or_called_is_heard_and_nothing_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "read").write_text("", encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", DOES, str(tmp_path)], capture_output=True, check=True)
    written, called = json.loads(ran.stdout.splitlines()[-1])
    assert {"written", "more", "folder"} <= set(written)
    assert any(name.startswith("tmp") for name in written)
    assert not {"read", "null"} & set(written)
    assert called == ["127.0.0.1"]
