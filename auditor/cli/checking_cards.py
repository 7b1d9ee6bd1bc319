"""Cards checked by their own examples, for `auditor rules check`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from auditor import examples, rulebook
from auditor.card import CardError
from auditor.cli.new_card import MARK, UNMEASURED
from auditor.reporters.totals import number


class Checked(Struct):
    """What came of it."""

    cards: int
    faults: list[str]
    unrun: list[str]  # cards whose examples could not be run, and why

    def lines(self) -> Iterator[str]:
        yield from (*self.faults, *self.unrun)
        not_run = f", {len(self.unrun)} not run" if self.unrun else ""
        yield f"{number(self.cards, 'card')}, {number(len(self.faults), 'fault')}{not_run}"


def checked(files: Sequence[Path]) -> Checked:
    """The examples of every card, and what keeps a folder's cards from being loaded."""
    done = Checked(len(files), [], [])
    for folder in dict.fromkeys(file.parent for file in files):
        done.faults += _of_folder(folder)
    for file in files:
        try:
            done.faults += _unwritten(file)
            done.faults += examples.check(file)
        except ImportError as error:
            done.unrun.append(f"{file}: its examples were not run: {error}; install what is missing")
        except (CardError, AssertionError) as error:
            done.faults.append(f"{error}" if str(file) in str(error) else f"{file}: {error}")
    return done


def _unwritten(file: Path) -> Iterator[str]:
    """What `auditor rules new` left to be written."""
    card = rulebook.read_card(file)
    for key in ("title", "why", "fix", "not_flagged", "message", "basis"):
        text = getattr(card, key).strip()
        if _open(text):
            yield f"{file}: {key}: still to be written: {text}"
    if card.basis.strip() == UNMEASURED:
        yield f"{file}: basis: not measured yet; `auditor rules measure {file} --bad DIR --good DIR` writes it"


def _open(text: str) -> bool:
    return text.startswith(MARK) and text.strip().endswith(">")


def _of_folder(folder: Path) -> Iterator[str]:
    if not (folder / "_about.yml").exists() and not (rulebook.rules_folder() / folder.name).is_dir():
        yield f"{folder}: has no _about.yml, so none of its cards is loaded; write one with `title` and `about`"
        return
    try:
        if (file := folder / "_about.yml").exists():
            about = rulebook.read_about(folder)
            yield from (f"{file}: {text}: still to be written" for text in (about.title, about.about) if _open(text))
    except CardError as error:
        yield str(error)
