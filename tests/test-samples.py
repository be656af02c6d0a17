#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample pages are what their manifest and README say: whole, readable, and with the trouble they are there to show."""

import csv
import pathlib
import sys
import unittest

import tap

SAMPLES = pathlib.Path(sys.argv.pop(1))


class Samples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(SAMPLES / 'manifest.csv', encoding='utf-8', newline='') as manifest:
            reader = csv.DictReader(manifest, strict=True)
            cls.rows = list(reader)
            cls.columns = reader.fieldnames
        cls.texts = {row['file']: (SAMPLES / row['file']).read_bytes().decode('utf-8') for row in cls.rows}

    def test_manifest_names_every_page_once(self):
        self.assertEqual(self.columns, ['file', 'publication', 'date', 'edition', 'page', 'section'])
        self.assertEqual(sorted(row['file'] for row in self.rows),
                         sorted(path.name for path in SAMPLES.glob('*.txt')))
        self.assertGreaterEqual(len(self.rows), 6)

    def test_manifest_agrees_with_file_names(self):
        for row in self.rows:
            self.assertTrue(row['publication'])
            self.assertIn('_' + row['date'] + '_', row['file'])
            self.assertIn(row['page'].lower(), pathlib.Path(row['file']).stem.rpartition('_')[2])

    def test_readme_describes_every_page(self):
        readme = (SAMPLES / 'README.md').read_text(encoding='utf-8')
        for name in self.texts:
            self.assertIn('`' + name + '`', readme)

    def test_pages_keep_the_line_ends_of_their_converter(self):
        for name, text in self.texts.items():
            with self.subTest(name):
                self.assertGreater(len(text), 1500)
                self.assertNotIn('\r', text)
                self.assertNotIn('\0', text)
                self.assertIn('\n\n', text)

    def test_every_jump_of_one_issue_has_its_continuation(self):
        by_page = {(row['publication'], row['date'], row['page']): self.texts[row['file']] for row in self.rows}
        first = by_page['东州日报', '2026-03-18', '1']
        third = by_page['东州日报', '2026-03-18', '3']
        self.assertEqual(first.count('(下转第三版)'), 2)
        self.assertEqual(third.count('(上接第一版)'), 2)


if __name__ == '__main__':
    tap.main()
