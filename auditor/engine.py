"""A document and rules in, a report out."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from time import thread_time
from typing import Any

from msgspec import structs

from auditor.causes import fingerprint
from auditor.coverage import NO_TIME, coverage, judged, judges, silence, speaks
from auditor.gate.suppressing import RULE, Sifted, sift
from auditor.hits import checked, told
from auditor.masking import Mask, dotted, mask
from auditor.messages import filled
from auditor.model import (
    MOST_PLACES,
    UNHEARD,
    Audited,
    Document,
    Exemptions,
    Finding,
    Head,
    Hit,
    Outcome,
    Place,
    Quoted,
    Report,
    Rule,
    RuleError,
    RuleOutcomes,
    RuleSet,
    Span,
    Status,
    Tool,
    Verdict,
)
from auditor.parsing.suppressions import suppressions
from auditor.placing import Places
from auditor.scoring import Gates, score
from auditor.signals import Signals
from auditor.signals.quoting import quoted
from auditor.version import VERSION

_AROUND = 4  # words on each side of a place that tell it from the same words elsewhere
_WINDOW = 200  # characters in which they are looked for


def audit(
    document: Document,
    rules: RuleSet,
    gates: Gates,
    *,
    reveal_private: bool = False,
    exemptions: Exemptions = Exemptions(),  # noqa: B008 - frozen
    signals: Signals | None = None,
    max_seconds: float | None = None,
) -> Report:
    """Run every rule on one document. A rule that raises becomes its own error outcome and harms no other.

    `signals`: the measures of the document, from who needs them afterwards.
    """
    document = judged(document)
    signals = signals or Signals(document, stale=(), wordings=rules.wordings)
    outcomes = list(_outcomes(rules, signals, max_seconds, reveal_private=reveal_private))
    sifted = _sifted(outcomes, rules, signals, exemptions)
    hidden = Mask(None) if reveal_private else mask(_private(document.source, sifted))
    if hidden:
        sifted = _masked_outcomes(sifted, hidden)
    scored = score(sifted.outcomes, rules.dimensions, gates, document.authors)
    audited, covered = coverage(document, sifted.outcomes)
    nothing = audited is Audited.NONE
    findings = scored.findings
    if any(outcome.findings and outcome.rule.fixing.how for outcome in sifted.outcomes):
        from auditor.fixing import with_fixes  # noqa: PLC0415 - most pages have nothing that a program may mend

        findings = with_fixes(document, findings, rules, hidden)
    return Report(
        tool=Tool("auditor", VERSION, rules.version),
        document=hidden.record(_head(document, exemptions)),
        score=None if nothing else scored.score,
        verdict=Verdict.REVIEW if nothing else scored.verdict,
        audited=audited,
        coverage=covered,
        causes=scored.causes,
        dimensions=scored.dimensions,
        findings=findings,
        rules=_by_status(sifted.outcomes),
        metrics=signals.metrics,
        suppressed=sifted.suppressed,
        quoted=_quoted(document, signals),
    )


def _quoted(document: Document, signals: Signals) -> tuple[Quoted, ...]:
    """Facts beside the verdict, without which a report is still one."""
    try:
        return quoted(document, signals.quotations, None if signals.document is signals.written else signals.folding)
    except Exception:  # noqa: BLE001 - like a rule that raises
        return ()


def _masked_outcomes(sifted: Sifted, hidden: Mask) -> Sifted:
    """Rules that neither found anything nor failed have no text of the page, but long texts of their own."""
    rest: Sifted = hidden.record(structs.replace(sifted, outcomes=()))
    told = (hidden.record(o) if o.findings or o.error else o for o in sifted.outcomes)
    return structs.replace(rest, outcomes=tuple(told))


def _private(source: str, sifted: Sifted) -> set[str]:
    """What rules about private data found."""
    named = {outcome.rule.id for outcome in sifted.outcomes if outcome.rule.private}
    whole = [f for outcome in sifted.outcomes for f in outcome.findings if outcome.rule.private]
    whole += [one.finding for one in sifted.suppressed if one.finding.rule in named]
    spots = [(f.offset, f.length) for f in whole] + [(p.offset, p.length) for f in whole for p in f.related]
    return {source[offset : offset + length] for offset, length in spots}


def _head(document: Document, exemptions: Exemptions) -> Head:
    head = document.head
    if exemptions.inline or not suppressions(document):
        return head
    return structs.replace(head, notes=(*head.notes, UNHEARD))


def _sifted(outcomes: list[Outcome], rules: RuleSet, signals: Signals, exemptions: Exemptions) -> Sifted:
    """Without what is suppressed; suppressions that should go are findings of their own."""
    inside = suppressions(signals.written) if exemptions.inline else ()
    sifted = sift(outcomes, (*inside, *exemptions.settings), exemptions, rules.known)
    if not sifted.stale:
        return sifted
    again = Signals(signals.written, stale=sifted.stale)
    own = [o if o.rule.id != RULE else run(o.rule, again) for o in sifted.outcomes]
    return structs.replace(sifted, outcomes=tuple(own))


def _outcomes(
    rules: RuleSet, signals: Signals, max_seconds: float | None, *, reveal_private: bool
) -> Iterator[Outcome]:
    """What each rule says; none begins once the time is used up."""
    until = math.inf if max_seconds is None else thread_time() + max_seconds
    for rule in rules.rules:
        if until < math.inf and thread_time() > until:
            yield Outcome(rule, Status.ERRORED, error=NO_TIME)
        else:
            yield run(rule, signals, reveal_private=reveal_private)


def run(rule: Rule, signals: Signals, *, reveal_private: bool = False) -> Outcome:
    """Run one rule. The only place where a rule's exception turns into its outcome."""
    signals = signals.as_written if rule.as_written else signals
    blocks = signals.blocks_in(rule.zones)
    document = signals.document
    if (rule.zones and not blocks) or not (speaks(rule, document.language) and judges(rule, document.type)):
        return Outcome(rule, Status.NOT_APPLICABLE)
    try:
        hits = list(islice(checked(rule.detect(blocks, signals)), MOST_PLACES))
        findings = _findings(rule, signals, hits, reveal_private) if hits else ()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a verb raises is that rule's error
        return Outcome(rule, Status.ERRORED, error=told(error))
    return Outcome(rule, Status.FAILED if findings else silence(rule, document.language), findings)


def _findings(rule: Rule, signals: Signals, hits: Iterable[Hit], reveal: bool) -> tuple[Finding, ...]:
    found = [_written(_within_reason(hit), signals) for hit in hits]
    ordinals: Counter[tuple[str, str]] = Counter()
    places = signals.once("places", lambda: Places(signals.written))
    return tuple(_finding(rule, places, hit, ordinals, reveal) for hit in found)


def _within_reason(hit: Hit) -> Hit:
    """No reader looks at more places; the facts tell how many there are."""
    return hit if len(hit.related) < MOST_PLACES else structs.replace(hit, related=hit.related[: MOST_PLACES - 1])


def _written(hit: Hit, signals: Signals) -> Hit:
    """A hit in the text as it is written."""
    return hit if signals.document is signals.written or not signals.folding else signals.folding.written_hit(hit)


def _finding(rule: Rule, places: Places, hit: Hit, ordinals: Counter[tuple[str, str]], reveal: bool) -> Finding:
    zone = hit.span.block.zone.value if hit.span else "document"
    spot = places.of(hit.span)
    related = tuple(map(places.of, hit.related))
    identity = (zone, (_trace if rule.private else str.casefold)(spot.evidence))
    ordinals[identity] += 1
    facts = dict(hit.facts)
    if rule.private and not reveal:
        facts = _without_quotations(facts, spot, *related)
        spot, related = _masked(spot), tuple(map(_masked, related))
    return Finding(
        rule=rule.id,
        dimension=rule.dimension,
        severity=rule.severity,
        confidence=rule.confidence,
        message=filled(rule.message, facts),
        fix=rule.fix,
        points=0.0,
        zone=zone,
        **structs.asdict(spot),
        facts=facts,
        related=related,
        places=_identities(rule, zone, hit, ordinals),
        needs=hit.needs,
        fingerprint=fingerprint(rule.id, *identity, str(ordinals[identity])),
    )


def _identities(rule: Rule, zone: str, hit: Hit, ordinals: Counter[tuple[str, str]]) -> tuple[str, ...]:
    """Of each place: its words and those around it, so that it is known where the text moves, and no other is."""
    found = []
    for span in (hit.span, *hit.related):
        said = "" if span is None else f"{span.text.strip()}\x1f{_around(span)}".casefold()
        said = _trace(span.text) if span and rule.private else said
        ordinals[zone + "\x1fplace", said] += 1
        found.append(fingerprint("place", rule.id, zone, said, str(ordinals[zone + "\x1fplace", said])))
    return tuple(found)


def _trace(private: str) -> str:
    """Four bits of a hash: enough to see that somebody else's data stand there, too little to guess them."""
    return fingerprint(" ".join(private.casefold().split()))[0]


def _around(span: Span) -> str:
    before = span.block.text[max(0, span.start - _WINDOW) : span.start].split()
    after = span.block.text[span.end : span.end + _WINDOW].split()
    return " ".join((*before[-_AROUND:], "|", *after[:_AROUND]))


def _masked(spot: Place) -> Place:
    return structs.replace(spot, evidence=dotted(spot.evidence))


def _without_quotations(facts: dict[str, Any], *spots: Place) -> dict[str, Any]:
    """Facts that repeat the evidence are masked like it."""
    return {
        name: dotted(fact) if isinstance(fact, str) and any(fact in spot.evidence for spot in spots) else fact
        for name, fact in facts.items()
    }


def _by_status(outcomes: tuple[Outcome, ...]) -> RuleOutcomes:
    def ids(status: Status) -> tuple[str, ...]:
        return tuple(o.rule.id for o in outcomes if o.status is status)

    errored = tuple(RuleError(o.rule.id, o.error) for o in outcomes if o.status is Status.ERRORED)
    return RuleOutcomes(ids(Status.PASSED), ids(Status.FAILED), ids(Status.NOT_APPLICABLE), errored)
