"""The tags of HTML, by what they do to text."""

from auditor.model import Kind

VOID = frozenset("area base br col embed frame hr image img input keygen link meta param source track wbr".split())

# Their content is no markup; it ends at their own end tag and nowhere else.
RAW = frozenset("iframe noembed noframes noscript script style textarea title xmp".split())

# Elements whose content is not text of the page: drawings, inert or interactive content, fallbacks, what is written
# beside a formula for programs, and formulas that stand there once more.
SKIPPED = frozenset("annotation annotation-xml audio canvas datalist math select svg template video".split())

# HTML elements that cannot stand inside a drawing: the standard's list for parsing foreign content.
BREAK_OUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strike strong sub sup table tt u ul var".split()
)

# A block's start and end are borders between segments of text.
BLOCK = frozenset(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu "
    "nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul".split()
)

# Text goes on in another place or line; those but the first stand in drawings, choices and formulas.
BREAKS = frozenset("br text option mspace".split())

# Inline elements that say how their text is meant.
MEANT = frozenset("code kbd samp tt var q em strong cite i b".split())

HEADINGS = {f"h{level}": level for level in range(1, 7)}
TABLE_PARTS = frozenset("caption tbody td tfoot th thead tr".split())
LISTS = frozenset("dir menu ol ul".split())

# What a start tag closes, and the elements beyond which it does not look.
_TABLE = frozenset({"table"})
_ITEM = LISTS | {"td", "th", "table", "body"}
_ROWS = frozenset("tbody thead tfoot tr td th caption".split())
CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _ITEM),
    "dt": (frozenset({"dt", "dd"}), _ITEM | {"dl"}),
    "dd": (frozenset({"dt", "dd"}), _ITEM | {"dl"}),
    "tr": (frozenset({"tr"}), _TABLE | {"tbody", "thead", "tfoot"}),
    "td": (frozenset({"td", "th"}), _TABLE | {"tr"}),
    "th": (frozenset({"td", "th"}), _TABLE | {"tr"}),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (_ROWS, _TABLE)),
}
# An end tag does not reach out of a table cell.
CELLS = frozenset({"td", "th", "caption", "table"})
# Start tags of these end an open paragraph.
CLOSES_PARAGRAPH = BLOCK - {"body", "head", "html", "button", "option", "optgroup", "caption", "table"} - TABLE_PARTS

# What the text of an element is, unless a nearer element says otherwise; sections start afresh.
KINDS: dict[str, Kind] = {
    **dict.fromkeys(HEADINGS, Kind.HEADING),
    "li": Kind.ITEM,
    "blockquote": Kind.QUOTATION,
    "td": Kind.TABLE,
    "th": Kind.TABLE,
    "pre": Kind.CODE,
    "listing": Kind.CODE,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "dt": Kind.FIELD,
    "dd": Kind.FIELD,
    **dict.fromkeys("html body main article section aside nav header footer".split(), Kind.PARAGRAPH),
}
