import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { exitStatus, judgeGate } from '../../src/judge/gate.ts';
import type { ComparisonVerdict, JudgedComparison } from '../../src/model/comparison.ts';
import type { FailOn, Verdict } from '../../src/model/verdict.ts';
import { gateJunit } from '../../src/report/junit.ts';
import { commandsIn, HOSTILE, judged, judgedFunction, ok, verdict, verdictOf } from './values.ts';

const python = spawnSync('python3', ['-c', 'import xml.etree.ElementTree']).status === 0;

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

/** The documents as Python's expat reads them. */
function parsed(documents: readonly string[]): Element[] {
  const script = `
import json, sys, xml.etree.ElementTree as tree
def plain(e):
    return {'tag': e.tag, 'attributes': e.attrib, 'text': e.text or '', 'children': [plain(c) for c in e]}
print(json.dumps([plain(tree.fromstring(text)) for text in json.load(sys.stdin)]))`;
  const input = JSON.stringify(documents);
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], {
    ...{ encoding: 'utf8', input, maxBuffer: 1e9 },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

const attributes: Readonly<Record<string, readonly string[]>> = {
  testsuites: ['name', 'tests', 'failures', 'errors', 'time'],
  testsuite: ['name', 'tests', 'failures', 'errors', 'time', 'skipped'],
  testcase: ['classname', 'name', 'time'],
  failure: ['type', 'message'],
  error: ['type', 'message'],
  skipped: ['type', 'message'],
  'system-out': [],
};
const children: Readonly<Record<string, readonly string[]>> = {
  testsuites: ['testsuite'],
  testsuite: ['testcase'],
  testcase: ['failure', 'error', 'skipped', 'system-out'],
};

/** What Jenkins' junit-10.xsd and Ant's reports ask for: known elements, required attributes, true counts. */
function expectJunit(element: Element): void {
  const { tag } = element;
  expect(Object.keys(element.attributes), tag).toEqual(attributes[tag]);
  for (const child of element.children) {
    expect(children[tag], tag).toContain(child.tag);
    expectJunit(child);
  }
  if (tag === 'testcase') {
    const outcomes = element.children.filter((child) => child.tag !== 'system-out');
    expect(outcomes.length).toBeLessThanOrEqual(1);
    expect(element.children.length - outcomes.length).toBeLessThanOrEqual(1);
    expect(element.attributes.classname).not.toBe('');
    expect(element.attributes.name).not.toBe('');
  }
  if (tag !== 'testsuite' && tag !== 'testsuites') return;
  const cases = casesOf(element);
  const with_ = (outcome: string) =>
    String(cases.filter((of) => of.children.some((child) => child.tag === outcome)).length);
  expect(element.attributes).toMatchObject({
    tests: String(cases.length),
    failures: with_('failure'),
    errors: with_('error'),
  });
  if (tag === 'testsuite') expect(element.attributes.skipped).toBe(with_('skipped'));
  const names = cases.map((of) => JSON.stringify([of.attributes.classname, of.attributes.name]));
  expect(new Set(names).size).toBe(names.length);
}

const casesOf = (element: Element): readonly Element[] =>
  element.tag === 'testcase' ? [element] : element.children.flatMap(casesOf);

const never: FailOn = [];
const usual: FailOn = ['regression'];
const all: FailOn = ['regression', 'suspect', 'incomplete'];

/** `gate passed, Encode/size=4k-2 sec/op failure slower`, ... */
function outcomes(of: Verdict, failOn: FailOn, status: number | null): string[] {
  const xml = gateJunit(of, { failOn, status });
  const cases = xml.matchAll(
    /<testcase [^>]*\bname="([^"]*)"[^>]*>\s*<([a-z-]+)(?: type="([^"]*)")?/g,
  );
  return [...cases].map(([, name, tag, type]) =>
    tag === 'system-out' ? `${name} passed` : `${name} ${tag} ${type}`,
  );
}

it('is a test case for the gate and for each benchmark, with the reason', () => {
  const of = verdict({ comparisons: [judged(), ok('Decode')], functions: [], warnings: [] });
  expect(gateJunit({ ...of, advice: [], shift: null }, { failOn: usual, status: 1 })).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="flamegate" tests="3" failures="2" errors="0" time="0">
  <testsuite name="flamegate" tests="1" failures="1" errors="0" time="0" skipped="0">
    <testcase classname="flamegate" name="gate" time="0">
      <failure type="fail" message="Encode/size=4k-2 is 22 % slower because of codec.escape (codec/escape.go:41).">GATE</failure>
      <system-out>GATE</system-out>
    </testcase>
  </testsuite>
  <testsuite name="benchmarks" tests="2" failures="1" errors="0" time="0" skipped="0">
    <testcase classname="example.com/kit/codec" name="Encode/size=4k-2 sec/op" time="0">
      <failure type="slower" message="+22 %, beyond +19 %, which clean runs do not reach">SLOW</failure>
      <system-out>SLOW</system-out>
    </testcase>
    <testcase classname="example.com/kit/codec" name="Decode sec/op" time="0">
      <system-out>ok, detects +8 %: +0.08 %, as it was
base: 1.230 µs/op, of 5 runs
head: 1.231 µs/op
95 % interval of the change: -1 % to +1.2 %
by chance: usual</system-out>
    </testcase>
  </testsuite>
</testsuites>
`
      .replaceAll(
        'GATE',
        `fail: Encode/size=4k-2 is 22 % slower because of codec.escape (codec/escape.go:41).
Compared with 5 runs of main (0123456789, fedcba9876).
Set aside 2 runs: another CPU
Set aside 1 run: a corrupt file
Without a change, fewer than 1 in 200 runs of main looks like this.
linux/amd64, AMD EPYC 7763, go1.26.8`,
      )
      .replaceAll(
        'SLOW',
        `slower: +22 %, beyond +19 %, which clean runs do not reach
base: 1.230 µs/op, of 5 runs
head: 1.500 µs/op
95 % interval of the change: +18 % to +25 %
by chance: &lt;1 in 200`,
      ),
  );
});

describe('a test case', () => {
  const row = (word: ComparisonVerdict, changes: Partial<JudgedComparison> = {}) =>
    judged({ benchmark: word, unit: 'u', verdict: word, ...changes });
  const rows = [
    ...[row('slower'), row('suspect'), row('faster'), row('missing', { head: null })],
    ...[row('not-run', { head: null }), row('moved-with-suite'), row('new', { base: null })],
    ...[row('ok'), row('ok', { benchmark: 'blind', blind: true })],
    ...[row('slower', { benchmark: 'free', gated: false }), row('ok', { follows: 'sec/op' })],
  ];
  const of = verdict({ comparisons: rows, functions: [] });

  it.each<[FailOn, readonly string[]]>([
    [
      usual,
      ['slower u failure slower', 'suspect u skipped suspect', 'missing u skipped missing'].concat([
        'not-run u skipped not-run',
        'blind u skipped blind',
      ]),
    ],
    [
      all,
      ['slower u failure slower', 'suspect u failure suspect', 'missing u error missing'].concat([
        'not-run u error not-run',
        'blind u error blind',
      ]),
    ],
    [
      never,
      ['slower u skipped slower', 'suspect u skipped suspect', 'missing u skipped missing'].concat([
        'not-run u skipped not-run',
        'blind u skipped blind',
      ]),
    ],
  ])('with --fail-on %j fails as the gate does', (failOn, expected) => {
    const found = outcomes(of, failOn, null);
    expect(found).toEqual(expect.arrayContaining([...expected]));
    expect(found.filter((text) => !expected.includes(text)).sort()).toEqual([
      ...['faster u passed', 'free u skipped slower, not gated', 'moved-with-suite u passed'],
      ...['new u skipped new', 'ok u passed'],
    ]);
  });

  it('of a function is there where it got heavier, or may have', () => {
    const functions = [
      judgedFunction({ name: 'f' }),
      judgedFunction({ name: 'g', verdict: 'suspect' }),
      judgedFunction({ name: 'h', verdict: 'ok' }),
      judgedFunction({ name: 'free', gated: false }),
    ];
    const only = verdict({ comparisons: [], functions });
    expect(outcomes(only, usual, null)).toEqual(['f failure heavier', 'g skipped suspect']);
  });
});

describe('the gate', () => {
  it.each<[Verdict['verdict'], number | null, string[]]>([
    ['pass', 0, ['gate passed']],
    ['fail', 1, ['gate failure fail']],
    ['fail', 0, ['gate skipped fail']],
    ['suspect', 0, ['gate skipped suspect']],
    ['suspect', 3, ['gate failure suspect']],
    ['incomplete', 3, ['gate error incomplete']],
    ['no-baseline', 0, ['gate skipped no-baseline']],
    ['pass', 2, ['gate error unfinished']],
    ['pass', 130, ['gate error unfinished']],
    ['pass', null, []],
  ])('that is %s with exit status %j is %j', (answer, status, expected) => {
    expect(
      outcomes(verdict({ verdict: answer, comparisons: [], functions: [] }), usual, status),
    ).toEqual(expected);
  });

  it('of any row fails exactly where the exit status says so', () => {
    const words = ['slower', 'suspect', 'faster', 'missing', 'not-run', 'moved-with-suite', 'new'];
    for (const word of [...words, 'ok', 'blind']) {
      for (const gated of [true, false]) {
        const as = (word === 'blind' ? 'ok' : word) as ComparisonVerdict;
        const row = judged({ verdict: as, blind: word === 'blind', gated });
        const of = verdict({
          ...{ comparisons: [row, ok('Other')], functions: [], warnings: [], shift: null },
        });
        const said = { ...of, verdict: judgeGate(of) };
        for (const failOn of [never, usual, all]) {
          const status = exitStatus(said, failOn);
          const failed = outcomes(said, failOn, status).filter((text) =>
            /\b(failure|error)\b/.test(text),
          );
          expect([word, failOn, failed.length > 0]).toEqual([word, failOn, status !== 0]);
        }
      }
    }
  });
});

it('is XML that Jenkins and Ant have a name for, whatever the names are', (context) => {
  context.skip(!python, 'there is no python3 to parse XML');
  const verdicts = [verdict(), ...Object.values(HOSTILE).map(verdictOf)];
  const hard = [...'\u0000\b\u001f\u007f\u0085\ufffe\uffff&<>"\'', ']]>', '\ud800', '<![CDATA['];
  const documents = [...verdicts, ...hard.map(verdictOf)].map((of) =>
    gateJunit(of, { failOn: all, status: 1 }),
  );
  for (const document of parsed(documents)) expectJunit(document);
});

it.each(Object.entries(HOSTILE))('hostile %s gives no command', (_, text) => {
  expect(commandsIn(gateJunit(verdictOf(text), { failOn: all, status: 1 }))).toEqual([]);
});

it('two names that are cut to the same are told apart', () => {
  const long = 'x'.repeat(9000);
  const rows = [ok(`${long}1${long}`), ok(`${long}2${long}`)];
  const names = outcomes(verdict({ comparisons: rows, functions: [] }), usual, null);
  expect(new Set(names).size).toBe(2);
});
