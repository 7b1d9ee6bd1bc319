"""Zones and kinds as plain names, for loops over all blocks.

Python 3.11 looks a member up in its enumeration through a hook, which takes eight times as long as a name.
"""

from auditor.model.terms import Kind, Zone

AUTHOR, BODY, BOILERPLATE, COMMENTS = Zone.AUTHOR, Zone.BODY, Zone.BOILERPLATE, Zone.COMMENTS
HEADLINE, LINKS, METADATA = Zone.HEADLINE, Zone.LINKS, Zone.METADATA
ALT, CAPTION, CODE, FIELD, HEADING = Kind.ALT, Kind.CAPTION, Kind.CODE, Kind.FIELD, Kind.HEADING
ITEM, PARAGRAPH, TABLE = Kind.ITEM, Kind.PARAGRAPH, Kind.TABLE
