#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line over the sample pages, from end to end, and what it writes held against the published schema.

  test-native.py CLI DATA
"""

import csv
import hashlib
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest

import tap

CLI = sys.argv.pop(1)
DATA = pathlib.Path(sys.argv.pop(1))
SAMPLES = DATA / 'samples'
SCHEMA = json.loads((DATA / 'corpus-review-1.schema.json').read_text(encoding='utf-8'))

TYPES = {'object': dict, 'array': list, 'string': str, 'null': type(None)}


def is_type(value, name):
    if name == 'boolean':
        return isinstance(value, bool)
    if name in ('integer', 'number'):
        return isinstance(value, (int,) if name == 'integer' else (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def faults(value, rule, path='$'):
    """What is wrong with value, by the part of JSON Schema that our schema uses; an unknown word is an error."""
    for word, operand in rule.items():
        if word in ('description', 'title', '$schema', '$id', '$defs'):
            continue
        if word == '$ref':
            yield from faults(value, SCHEMA['$defs'][operand.rpartition('/')[2]], path)
        elif word == 'oneOf':
            answers = [list(faults(value, option, path)) for option in operand]
            if sum(not answer for answer in answers) != 1:
                yield min(answers, key=len)[0]
        elif word == 'type':
            if not any(is_type(value, name) for name in ([operand] if isinstance(operand, str) else operand)):
                yield f'{path}: {value!r} is not of type {operand}'
        elif word == 'const':
            if value != operand:
                yield f'{path}: {value!r} is not {operand!r}'
        elif word == 'enum':
            if value not in operand:
                yield f'{path}: {value!r} is none of {operand}'
        elif word == 'pattern':
            if isinstance(value, str) and not re.search(operand, value):
                yield f'{path}: {value!r} does not fit {operand}'
        elif word in ('minimum', 'maximum'):
            if is_type(value, 'number') and (value < operand if word == 'minimum' else value > operand):
                yield f'{path}: {value} is beyond the {word} {operand}'
        elif word in ('minItems', 'maxItems'):
            if isinstance(value, list) and (len(value) < operand if word == 'minItems' else len(value) > operand):
                yield f'{path}: {len(value)} items'
        elif word == 'items':
            for index, item in enumerate(value if isinstance(value, list) else []):
                yield from faults(item, operand, f'{path}[{index}]')
        elif word == 'properties':
            for key, part in operand.items():
                if isinstance(value, dict) and key in value:
                    yield from faults(value[key], part, f'{path}.{key}')
        elif word == 'required':
            if isinstance(value, dict):
                known = [key for key in value if key in operand]
                if known != operand:
                    yield f'{path}: has the keys {known}, in that order, and not {operand}'
        else:
            raise ValueError(f'the schema says {word}, which this test does not know')


def solid(text):
    """Text without white space: a line end may stand in the page where the article has none."""
    return re.sub(r'\s', '', text)


def run(*arguments, status=0):
    answer = subprocess.run([CLI, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if answer.returncode != status:
        raise AssertionError(f'{" ".join(map(str, arguments))}: exit status {answer.returncode}\n'
                             + answer.stderr.decode('utf-8', 'replace'))
    return answer.stdout


def read_lines(data):
    return [json.loads(line) for line in data.decode('utf-8').splitlines()]


class Native(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        with open(SAMPLES / 'manifest.csv', encoding='utf-8', newline='') as manifest:
            cls.rows = list(csv.DictReader(manifest))
        cls.texts, cls.hashes = {}, {}
        for row in cls.rows:
            data = (SAMPLES / row['file']).read_bytes()
            sha256 = hashlib.sha256(data).hexdigest()
            cls.hashes[row['file']] = sha256
            cls.texts[sha256] = data.decode('utf-8')
        cls.folder = tempfile.TemporaryDirectory()
        cls.corpus = pathlib.Path(cls.folder.name) / 'sample.corpus'
        cls.exported = pathlib.Path(cls.folder.name) / 'sample.jsonl'
        run('import', cls.corpus, '--manifest', SAMPLES / 'manifest.csv')
        run('export', cls.corpus, '--format', 'jsonl', '--output', cls.exported)
        cls.lines = read_lines(cls.exported.read_bytes())

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def check_schema(self, line):
        self.assertEqual(list(faults(line, SCHEMA)), [])

    def check_pieces(self, article, source, text):
        pages = [self.texts[page['sha256']] for page in article['pages']]
        self.assertEqual(solid(''.join(pages[page][start:end] for page, start, end in source)), solid(text))

    def check_spans(self, article, thing):
        self.assertEqual(solid(''.join(article['text'][start:end] for start, end in thing['spans'])),
                         solid(thing['text']))
        self.check_pieces(article, thing['source'], thing['text'])

    def check_article(self, article):
        for block in article['blocks']:
            if block['start'] != block['end']:
                self.check_pieces(article, block['source'], article['text'][block['start']:block['end']])
        for entity in article['entities']:
            self.check_spans(article, entity)
        for indicator in article['indicators']:
            for fillers in indicator['slots'].values():
                for filler in fillers:
                    if filler['source']:
                        self.check_spans(article, filler)

    def test_extract_answers_by_the_schema(self):
        for row in self.rows:
            with self.subTest(row['file']):
                lines = read_lines(run('extract', '--publication', row['publication'], '--date', row['date'],
                                       '--page', row['page'], SAMPLES / row['file']))
                self.assertGreater(len(lines), 2)
                for line in lines:
                    self.check_schema(line)
                    self.assertEqual(line['format'], 'corpus-review/article')
                    self.assertEqual([page['sha256'] for page in line['pages']], [self.hashes[row['file']]])
                    self.check_article(line)

    def test_export_answers_by_the_schema(self):
        for line in self.lines:
            self.check_schema(line)
        kinds = [line['format'].rpartition('/')[2] for line in self.lines]
        self.assertEqual(kinds[:2], ['corpus', 'page'])
        self.assertEqual(kinds.count('corpus'), 1)
        self.assertEqual(kinds.count('page'), len(self.rows))
        self.assertGreater(kinds.count('article'), len(self.rows))

    def test_exported_anchors_hold(self):
        for line in self.lines:
            if line['format'] == 'corpus-review/article':
                self.check_article(line)

    def test_exported_pages_are_the_files(self):
        pages = [line for line in self.lines if line['format'] == 'corpus-review/page']
        self.assertEqual([page['text'] for page in pages], [self.texts[page['sha256']] for page in pages])
        told = {(page['publication'], page['date'], page['number'], page['sha256']) for page in pages}
        self.assertEqual(told, {(row['publication'], row['date'], row['page'], self.hashes[row['file']])
                                for row in self.rows})

    def test_every_page_comes_before_its_articles(self):
        seen = set()
        for line in self.lines:
            if line['format'] == 'corpus-review/page':
                seen.add(line['sha256'])
            elif line['format'] == 'corpus-review/article':
                for page in line['pages']:
                    self.assertIn(page['sha256'], seen)

    def test_ids_are_unique(self):
        ids = [thing['id'] for line in self.lines if line['format'] == 'corpus-review/article'
               for thing in [line, *line['entities'], *line['indicators'], *line['relations']]]
        self.assertEqual(len(ids), len(set(ids)))

    def test_reading_back_and_exporting_again_gives_the_same_bytes(self):
        again = pathlib.Path(self.folder.name) / 'again.corpus'
        output = pathlib.Path(self.folder.name) / 'again.jsonl'
        run('import', again, '--format', 'jsonl', self.exported)
        run('export', again, '--format', 'jsonl', '--output', output)
        self.assertEqual(output.read_bytes(), self.exported.read_bytes())

    def test_importing_the_same_pages_again_changes_nothing(self):
        run('import', self.corpus, '--manifest', SAMPLES / 'manifest.csv')
        output = pathlib.Path(self.folder.name) / 'twice.jsonl'
        run('export', self.corpus, '--format', 'jsonl', '--output', output)
        self.assertEqual(output.read_bytes(), self.exported.read_bytes())

    def test_indicator_table_has_one_row_a_datum(self):
        output = pathlib.Path(self.folder.name) / 'indicators.csv'
        run('export', self.corpus, '--format', 'csv-indicators', '--output', output)
        with open(output, encoding='utf-8-sig', newline='') as table:
            rows = list(csv.DictReader(table, strict=True))
        self.assertEqual(len(rows), sum(len(line['indicators']) for line in self.lines
                                        if line['format'] == 'corpus-review/article'))
        self.assertGreater(len(rows), 50)
        for column in ('publication', 'date', 'article', 'series', 'name', 'subject', 'number', 'number_max', 'unit',
                       'cmp', 'direction', 'basis', 'base', 'period_start', 'period_end', 'period_role', 'kind',
                       'status', 'state', 'by', 'sentence'):
            self.assertIn(column, rows[0])

    def test_the_file_verifies(self):
        run('verify', self.corpus)

    def test_the_file_is_known_by_its_type(self):
        mime = (DATA / 'io.github.corpusreview.CorpusReview.mime.xml').read_text(encoding='utf-8')
        expected = int(re.search(r'type="big32" offset="68" value="(0x[0-9A-Fa-f]+)"', mime).group(1), 16)
        head = self.corpus.read_bytes()[:72]
        self.assertEqual(head[:16], b'SQLite format 3\0')
        self.assertEqual(f'{struct.unpack(">I", head[68:72])[0]:#x}', f'{expected:#x}')


if __name__ == '__main__':
    tap.main()
