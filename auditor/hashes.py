"""BLAKE2 and SHA-256 as `hashlib` has them, without the OpenSSL that it and `hmac` load: 3 ms of each start."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
    from hmac import compare_digest
else:
    try:  # where CPython keeps them; `random` takes its own from there, too
        from _blake2 import blake2b
        from _operator import _compare_digest as compare_digest

        try:
            from _sha2 import sha256
        except ImportError:
            from _sha256 import sha256  # 3.11
    except ImportError:
        from hashlib import blake2b, sha256
        from hmac import compare_digest

__all__ = ("blake2b", "compare_digest", "sha256")
