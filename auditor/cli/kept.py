"""What of a page is kept between runs, and under which stamp."""

from collections.abc import Iterator

from msgspec import Struct, msgpack, structs

from auditor.cli.jobs import Job
from auditor.gate.cache import Cache, slot
from auditor.model import Exemptions, RuleSet
from auditor.reporters.page import Page


class Entry(Struct, frozen=True):
    """The place of a page in the cache, and the page if it is there."""

    cache: Cache
    slot: bytes
    stamp: bytes
    page: Page | None

    def keep(self, page: Page) -> None:
        """Errors are not kept, and of the source only what the file itself cannot give back."""
        if page.report and not page.report.rules.errored:
            self.cache.put(self.slot, self.stamp, structs.replace(page, source=""))


def entry(name: str, data: bytes, job: Job, rules: RuleSet, exemptions: Exemptions) -> Entry | None:
    """Where the page of a file with these bytes is kept; None without a cache."""
    if job.cache is None:
        return None
    where = slot(*(str(part).encode() for part in (name, job.format, job.zone, job.reveal_private, job.passages)))
    stamp = job.cache.stamp(where, data, *_deciding(job, rules, exemptions, data))
    return Entry(job.cache, where, stamp, job.cache.get(where, stamp))


def _deciding(job: Job, rules: RuleSet, exemptions: Exemptions, data: bytes) -> Iterator[bytes]:
    """All else that a page depends on. The day counts only where a suppression may have one."""
    yield msgpack.encode((job.max_chars, job.gates, rules.version))
    yield " ".join(f"{rule.id}={rule.severity}" for rule in rules.rules).encode()
    dated = b"auditor" in data or b"\0" in data[:256] or any(one.until for one in exemptions.settings)
    yield msgpack.encode(exemptions if dated else structs.replace(exemptions, today=None))
