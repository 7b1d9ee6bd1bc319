"""The shape of a card: one YAML file in `rules/<dimension>/<id>.yml`."""

from typing import Annotated, Any

from msgspec import Meta, Struct, field

from auditor.model import Certainty, Confidence, Fixing, Format, PageType, Rise, Scope, Severity, Zone

Text = Annotated[str, Meta(min_length=1)]


class CardError(ValueError):
    """A card that cannot become a rule; the text names file, key and remedy."""


class Example(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A source with `⟦marks⟧` around what a rule must find. Without a zone it is parsed as a whole document."""

    source: Text
    format: Format = Format.TEXT
    zone: Zone | None = None
    url: str | None = None


Documents = Annotated[list[Example], Meta(min_length=2)]


class When(Struct, frozen=True, forbid_unknown_fields=True):
    """On which pages a rule speaks."""

    type: Annotated[list[PageType], Meta(min_length=1)]


class Card(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Data only: what a rule says, where it looks, which verb it uses, how grave it is and how it is known to work."""

    # An example of scope corpus is a list of documents: a bad one has one finding that names them all, a good one none.
    scope: Scope = Scope.DOCUMENT
    title: Text
    brief: Annotated[str, Meta(min_length=1, max_length=40)] | None = None  # what its cause is called; else the title
    why: Text
    fix: Text
    fixing: Fixing = Fixing()  # what a program may do about it, how, and why; else it is shown only
    not_flagged: Text
    message: Text
    severity: Severity  # the class of harm; error and critical must be earned by one of the next two
    certainty: Certainty | None = None
    by_definition: Text | None = None  # why whatever it finds is a fault
    rises: Rise | None = None
    charged: bool = True  # whether its findings cost what their class says
    cause: Annotated[str, Meta(pattern="^[a-z][a-z-]*$")] | None = None
    anchor: Text | None = None
    # Of scope corpus: rules that say more. A finding whose documents are all in one of theirs is not told again.
    unless: list[str] = field(default_factory=list)
    confidence: Confidence = Confidence.HIGH
    zones: list[Zone]  # empty: the document as a whole, also one without text
    when: When | None = None  # pages of other types are not judged
    languages: Annotated[list[str], Meta(min_length=1)] = field(default_factory=lambda: ["any"])
    # Word lists without which its silence says nothing of a language, where the verb's parameters do not tell.
    judges: list[str] = field(default_factory=list)
    detect: Annotated[str, Meta(pattern="^[a-z][a-z0-9-]*$")]
    parameters: dict[str, Any] = field(default_factory=dict, name="with")
    private: bool = False  # its evidence is masked
    as_written: bool = False  # it is about characters, and reads the text with all of them
    weight: float | None = None  # of 0.1, without effect
    cost: float | None = None  # of 0.1, without effect
    basis: Text
    references: list[str] = field(default_factory=list)
    bad: Annotated[list[str | Example | Documents], Meta(min_length=1)]
    good: Annotated[list[str | Example | Documents], Meta(min_length=1)]


class About(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`_about.yml` of a dimension."""

    title: Text
    about: Text
    share: float | None = None  # of 0.1, without effect
    basis: Text | None = None
