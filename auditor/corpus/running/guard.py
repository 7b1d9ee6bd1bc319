"""A worker: one child process at a time, followed by another when it dies."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import json

import auditor
from auditor.corpus.read.shard import Shard
from auditor.corpus.running import child, parts
from auditor.corpus.running.parts import Part
from auditor.corpus.running.spool import Spool
from auditor.corpus.settings import Settings

_START = "import sys; from auditor.corpus.running.child import main; main(int(sys.argv[1]))"


class WorkerError(RuntimeError):
    """Workers cannot work: not a document's fault. The text says why."""


class Worker:
    """Not shared between threads, but for `stop`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # Without a name, so that nothing is left when this process is killed.
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed by `close`
        self._spool = Spool(self._file)
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def work(self, shard: Shard, out: str, name: str, seen: Callable[[bool], None]) -> Part:
        """Write the part of a shard; `seen` is called for each document with whether it has an error.

        Raises:
            WorkerError: the part cannot be written, or no child starts.
        """
        self._spool.clear()
        deaths, in_writing = parts.deaths(out, name), 0
        while True:
            order = child.Order(shard=shard, out=out, name=name, deaths=deaths)
            last = self._follow(json.encode(order), seen)
            if last.startswith("done {"):
                return json.decode(last.removeprefix("done "), type=Part)
            how = self._end()
            if self._stopped or (last not in {"", "writing"}) or in_writing >= child.BLAMED:
                raise WorkerError("stopped" if self._stopped else last or how)
            if last == "writing":
                in_writing += 1
            elif how:
                deaths.setdefault(self._spool.rewind(), []).append(how)
                parts.remember(out, name, deaths)

    def stop(self) -> None:
        """End at once, from whatever thread; work in progress raises WorkerError."""
        self._stopped = True
        if self._child:
            self._child.kill()

    def close(self) -> None:
        self.stop()
        self._end()
        self._file.close()

    def _follow(self, order: bytes, seen: Callable[[bool], None]) -> str:
        """Hand on an order and listen until it is carried out; the last word, empty where the child fell silent."""
        process = self._child or self._start()
        assert process.stdin
        assert process.stdout
        last = ""
        try:
            process.stdin.write(order + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            return last
        for line in process.stdout:
            if line in {b".\n", b"!\n"}:
                seen(line == b"!\n")
                continue
            last = line.decode("utf-8", "replace").strip()
            if last != "writing":
                break
        return last

    def _start(self) -> subprocess.Popen[bytes]:
        spool = self._file.fileno()
        package = str(Path(auditor.__file__).parent.parent)
        path = os.pathsep.join(filter(None, [package, *sys.path]))
        process = subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-P", "-c", _START, str(spool)],  # -P: no module of the current folder
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=(spool,),
            env=os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "0"},
            start_new_session=True,  # Ctrl-C is for the driver
        )
        self._child = process
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(json.encode(self._settings) + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            pass
        if process.stdout.readline() != b"ready\n" and not self._stopped:
            raise WorkerError(f"no worker starts: {self._end() or 'see above'}")
        return process

    def _end(self) -> str:
        """Take leave of the child; how it died, empty where it left on purpose."""
        process, self._child = self._child, None
        if not process:
            return ""
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(BrokenPipeError):  # an order that it did not live to read is still held
                    stream.close()
        code = process.wait()
        return signal.Signals(-code).name if code < 0 else f"exit code {code}" if code != child.LEFT else ""
