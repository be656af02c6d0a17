#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/report counts what ran: a failure that it missed would be one that nobody sees."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tap

REPORT = sys.argv.pop(1)


def record(stdout, result='OK', returncode=0):
    return {'name': 'program', 'stdout': stdout, 'result': result, 'returncode': returncode, 'command': ['program']}


class Report(unittest.TestCase):
    def count(self, *records, failed=()):
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder) / 'log.json'
            log.write_text(''.join(json.dumps(line) + '\n' for line in records), encoding='utf-8')
            arguments = [argument for name in failed for argument in ('--failed', name)]
            answer = subprocess.run([sys.executable, REPORT, *arguments, f'log={log}'],
                                    stdout=subprocess.PIPE, encoding='utf-8', check=False)
        return answer.stdout.splitlines()[-1], answer.returncode

    def test_cases_are_counted_and_not_programs(self):
        self.assertEqual(self.count(record('1..2\nok 1 /a\nok 2 /b\n'), record('')),
                         ('tests: 3 passed, 0 failed', 0))

    def test_a_failed_case_counts_once(self):
        self.assertEqual(self.count(record('1..2\nnot ok 1 /a\nok 2 /b\n', 'ERROR', 1)),
                         ('tests: 1 passed, 1 failed', 1))

    def test_a_crash_counts_as_failed(self):
        self.assertEqual(self.count(record('1..3\nok 1 /a\n', 'ERROR', -11)),
                         ('tests: 1 passed, 1 failed', 1))

    def test_a_crash_after_the_last_case_counts_as_failed(self):
        self.assertEqual(self.count(record('1..1\nok 1 /a\n', 'ERROR', 1)),
                         ('tests: 1 passed, 1 failed', 1))

    def test_running_out_of_time_counts_as_failed(self):
        self.assertEqual(self.count(record('', 'TIMEOUT', -15)), ('tests: 0 passed, 1 failed', 1))

    def test_a_program_that_ran_nothing_counts_as_failed(self):
        self.assertEqual(self.count(record('', 'SKIP', 0)), ('tests: 0 passed, 1 failed', 1))

    def test_a_skipped_case_is_neither(self):
        self.assertEqual(self.count(record('1..2\nok 1 /a # SKIP no disk\nok 2 /b\n')),
                         ('tests: 1 passed, 0 failed', 0))

    def test_nothing_but_skips_is_no_success(self):
        self.assertEqual(self.count(record('1..1\nok 1 /a # SKIP no disk\n')), ('tests: 0 passed, 0 failed', 1))

    def test_an_empty_log_counts_as_failed(self):
        self.assertEqual(self.count(), ('tests: 0 passed, 1 failed', 1))

    def test_a_failed_build_counts_as_failed(self):
        self.assertEqual(self.count(record('1..1\nok 1 /a\n'), failed=['build']), ('tests: 1 passed, 1 failed', 1))


if __name__ == '__main__':
    tap.main()
