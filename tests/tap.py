# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the unittest cases of a test program and tell of each in TAP, as the programs in C do."""

import sys
import unittest


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.said = set()

    def say(self, test, ok, note=''):
        # A case with subtests may fail several times and is still one case.
        name = test.id().partition('.')[2] or test.id()
        if name not in self.said:
            self.said.add(name)
            print(f'{"ok" if ok else "not ok"} {len(self.said)} {name}{note}', flush=True)

    def explain(self, error):
        text = ''.join(self._exc_info_to_string(error, self.explained))
        print('\n'.join('# ' + line for line in text.splitlines()), flush=True)

    def fail(self, test, error):
        self.explained = test
        self.explain(error)
        self.say(test, False)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say(test, True)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say(test, True, f' # SKIP {reason}')

    def addError(self, test, error):
        super().addError(test, error)
        self.fail(test, error)

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.fail(test, error)

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.explained = subtest
            self.explain(error)
            self.say(test, False)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    result = TapResult()
    print(f'1..{suite.countTestCases()}', flush=True)
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
