"""An audit whose process cannot read from its store."""

import auditor
from auditor.corpus.read import storage


def _readinto(self, buffer):
    raise storage.StoreError("the store is asleep")


storage._Object.readinto = _readinto

audit = auditor.audit
