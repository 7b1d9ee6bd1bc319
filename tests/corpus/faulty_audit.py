"""An audit that does what the text of a document says, in place of `auditor.audit`; workers import it by its name."""

import ctypes
import itertools
import os
import signal
import time
from collections import deque
from pathlib import Path

import auditor


def audit(document, **how):
    text = document.source
    if "please raise" in text:
        raise ZeroDivisionError("as asked")
    if "please hang" in text:
        time.sleep(600)
    if "please spin in C" in text:
        deque(itertools.repeat(b""), maxlen=0)  # never leaves the interpreter's C code
    if "please crash" in text:
        ctypes.string_at(0)
    if "please eat" in text:
        eaten = [bytearray(50_000_000) for _ in range(100)]
        assert eaten
    if "please kill me once" in text:
        _once(text, lambda: os.kill(os.getpid(), signal.SIGKILL))
    if "please kill the driver once" in text:
        _once(text, lambda: os.kill(int(os.environ["AUDITOR_TEST_DRIVER"]), signal.SIGKILL))
    return auditor.audit(document, **how)


def _once(text, act):
    mark = Path(text.split("mark=")[1].split()[0])
    if not mark.exists():
        mark.touch()
        act()
