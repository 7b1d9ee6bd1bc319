"""From nothing to the first finding: `python benchmarks/first_finding.py`.

Builds the wheel, then lets uv install it into an environment that is empty, from packages that are cached, and audit
one sample; then starts the installed command again and again. All of it without a network: where `unshare` can make
one, in a network of its own that leads nowhere (Linux).
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples/borderline.md"
_WARM = 15
# Compiled modules are kept, as on every machine that nobody has told otherwise.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def timed(*command: object) -> tuple[float, float]:
    """Seconds on the clock and of CPU until a command has said what is wrong with the sample."""
    before, since = os.times(), time.perf_counter()
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, env=_ENVIRONMENT, check=False)
    after, until = os.times(), time.perf_counter()
    if "bracket-placeholder" not in done.stdout:
        sys.exit(f"{command}: {done.stdout}{done.stderr}")
    return until - since, sum(after[2:4]) - sum(before[2:4])


def alone() -> list[str]:
    """What starts a command without a network, where that is possible."""
    tried = ["unshare", "--net", "--map-root-user"]
    works = (
        shutil.which("unshare") and subprocess.run([*tried, "true"], capture_output=True, check=False).returncode == 0
    )
    return tried if works else []


def main() -> None:
    with TemporaryDirectory() as made:
        folder = Path(made)
        build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", made]
        subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
        (wheel,) = folder.glob("*.whl")
        check, offline = ("check", "--exit-zero", "--no-cache", SAMPLE), alone()
        subprocess.run(
            ["uv", "tool", "run", "--from", wheel, "article-auditor", "--version"], check=True, capture_output=True
        )
        run = ("uv", "tool", "run", "--offline", "--isolated", "--from", wheel, "article-auditor")
        seconds, cpu = timed(*offline, *run, *check)
        print(f"uvx, empty environment, cached packages: {seconds:.1f} s ({cpu:.1f} s of CPU)")
        subprocess.run(["uv", "venv", "--quiet", folder / "venv"], check=True)
        pip = ["uv", "pip", "install", "--quiet", "--offline", "--python", folder / "venv/bin/python", wheel]
        subprocess.run(pip, check=True)
        auditor = folder / "venv/bin/auditor"
        for told, more in (("its report is kept", ()), ("it is judged each time", ("--no-cache",))):
            command = (*offline, auditor, "check", "--exit-zero", "--cache-dir", folder / "kept", *more, SAMPLE)
            timed(*command)
            clock, spent = map(statistics.median, zip(*(timed(*command) for _ in range(_WARM)), strict=True))
            print(f"warm, {told}: median {clock:.2f} s ({spent:.2f} s of CPU)")
        print("without a network" if offline else "the network could not be cut here")


if __name__ == "__main__":
    main()
