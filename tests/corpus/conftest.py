import pytest

for module in ("pyarrow", "rensa", "fastwarc", "zstandard", "duckdb"):
    pytest.importorskip(module, reason="the extra `corpus` is not installed: pip install auditor[corpus]")
