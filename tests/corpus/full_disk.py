"""An audit whose process finds the disk full when it writes its part."""

import errno
import os

import auditor
from auditor.corpus.read import storage


def _settle(temporary, target):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


if os.environ.get("AUDITOR_TEST_FULL"):
    storage._settle = _settle

audit = auditor.audit
