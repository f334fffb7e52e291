"""Work that mostly happens in what is not its own: the import system, the standard library, and an installed package."""
import importlib
import json
import sys
import time

import shapes

end = time.time() + float(sys.argv[1])


def load():
    for _ in range(10):
        sys.modules.pop("plugin", None)
        importlib.import_module("plugin")


def lazy():
    for _ in range(10):
        sys.modules.pop("plugin", None)
        import plugin


def texts():
    return len(json.dumps([{"a": i, "b": [i] * 3} for i in range(100)], indent=1))


def areas():
    return sum(shapes.area(i) for i in range(20))


while time.time() < end:
    load()
    lazy()
    texts()
    areas()
