"""The modules of this package out of one file: to find, open and check hundreds of them takes a tenth of a short run.

They are compiled as ever, and what came of it is kept with all that is derived of the package's files (`prepared`).
"""

import marshal
import os
import sys
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

from msgspec import Struct

from auditor.prepared import Growing


class _Compiled(Struct, array_like=True):
    origin: str
    is_package: bool
    code: bytes


_MODULES = Growing("modules", _Compiled)


class _Kept:
    """Finds the modules and loads them."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}  # of modules that were found

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if not name.startswith("auditor."):
            return None
        try:
            found = _MODULES.of(name, _compiled)
        except LookupError:
            return None
        spec = ModuleSpec(name, self, origin=found.origin, is_package=found.is_package)  # type: ignore[arg-type]
        self._codes[name] = found.code
        if found.is_package:
            spec.submodule_search_locations = [found.origin.rpartition(os.sep)[0]]
        return spec

    def create_module(self, _spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        code = self._codes.pop(module.__name__)
        module.__file__ = module.__spec__.origin if module.__spec__ else None
        exec(marshal.loads(code), module.__dict__)  # noqa: S102, S302 - what Python itself compiled and keeps beside


def _compiled(name: str) -> _Compiled:
    """As Python does it.

    Raises:
        LookupError: it is no source file.
    """
    spec = PathFinder.find_spec(name, sys.modules[name.rpartition(".")[0]].__path__)
    code = spec.loader.get_code(name) if spec and isinstance(spec.loader, SourceFileLoader) else None
    if spec is None or spec.origin is None or code is None:
        raise LookupError(name)
    return _Compiled(spec.origin, spec.submodule_search_locations is not None, marshal.dumps(code))


def read_at_once() -> None:
    """From now on; not where nothing may be kept, or other code is made of the same files."""
    if not (sys.dont_write_bytecode or sys.flags.optimize):
        sys.meta_path.insert(0, _Kept())
