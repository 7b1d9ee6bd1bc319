"""A byline as it is printed, and what its forms have in common."""

import re

from msgspec import Struct

from auditor.expressions import late
from auditor.words import listed

SURE = 0.9  # a form of this weight names the author nine times in ten
LONGEST_NAME = 60  # characters
BY = late(r"(?:^|(?<=[\s·|•,–-]))[Bb][Yy]\b:?\s++")
ACTION = late(rf"\b(?:{listed('furniture', 'link-words')})\b", re.IGNORECASE)
GROUP = late(rf"\b(?:{listed('bylines', 'groups')})\b", re.IGNORECASE)
GROUP_WORDS = 6
INITIALS = late(r"(?!BY)[A-Z]{1,2}")


class Printed(Struct, frozen=True):
    """A byline: its names, the segments that it takes, and how far such a form is right.

    Weights are the share of 434 pages on which the first name found in that form was the author's.
    """

    names: tuple[str, ...]
    segment: int
    weight: float
    how: str
    label: int = -1  # the segment that says "by", if it is another
