"""Runs the functions of a file of tests. One whose parameter is `jail` gets a sandlot-jail of its own and must leave nothing of it."""

import sys
import traceback

from host import check_nothing_left
from jail import Jail


def tests_of(names, wanted):
    for name, test in list(names.items()):
        code = getattr(test, "__code__", None)
        if code and test.__module__ == "__main__" and code.co_varnames[:code.co_argcount] in (("jail",), ("_",)) and (not wanted or name in wanted):
            yield name, test, code.co_varnames[0] == "jail"


def run(names):
    passed = failed = 0
    for name, test, needs_jail in tests_of(names, sys.argv[1:]):
        jail = Jail() if needs_jail else None
        try:
            test(jail)
            if jail:
                jail.close()
                check_nothing_left(jail.slot)
            passed += 1
            print("ok  ", name, flush=True)
        except Exception:
            failed += 1
            print("FAIL", name, flush=True)
            traceback.print_exc(limit=-4)
            if jail and jail.process.poll() is None:
                jail.close()
            if jail:
                print(jail.log.decode(), file=sys.stderr)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)
