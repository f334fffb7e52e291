/**
 * The verdict as JUnit XML, for continuous integration that shows tests: a test case for each benchmark and
 * unit, one for each function that got heavier, and one for the gate as a whole. Elements and attributes are
 * those that Jenkins, GitLab, Buildkite, CircleCI and Azure all read (docs/ci.md says how each value was chosen).
 *
 * A test case fails only where the command's exit status does: what looks slower without failing the gate is
 * `skipped`, with the reason, as JUnit has no warning.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { JudgedFunction } from '../model/functions.ts';
import type { FailOn, Verdict } from '../model/verdict.ts';
import { changeCell, interval, plural, share } from '../text/numbers.ts';
import { commonScale, quantity } from '../text/quantity.ts';
import { logName, xmlText } from './escape.ts';
import {
  byChance,
  functionsInOrder,
  functionTitle,
  inOrder,
  reasonAndCost,
  reasonAndNotes,
  sourcePlace,
  verdictAndSight,
} from './rows/order.ts';
import { environmentSentence, sourceSentences, warningLines } from './rows/sentences.ts';
import { pp } from './scale.ts';

export interface JunitOptions {
  readonly failOn: FailOn;
  /** The exit status of the command; null for one that informs and never fails: there is no gate. */
  readonly status: number | null;
}

/** What a test case came to; the last three have a type and a message. */
type Outcome =
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failure' | 'error' | 'skipped';
      readonly type: string;
      readonly message: string;
    };

interface TestCase {
  /** Shown as the class of the test. */
  readonly group: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Plain text. */
  readonly lines: readonly string[];
}

const passed: Outcome = { kind: 'passed' };
const NAME = 500;

/** The whole document; it ends in a line break. */
export function gateJunit(verdict: Verdict, options: JunitOptions): string {
  const suites = [
    suite('flamegate', gateCase(verdict, options)),
    suite(
      'benchmarks',
      inOrder(verdict.comparisons)
        .filter((row) => row.follows === null)
        .map((row) => benchmarkCase(row, options)),
    ),
    suite(
      'functions',
      functionsInOrder(verdict.functions)
        .filter((row) => row.gated && (row.verdict === 'slower' || row.verdict === 'suspect'))
        .map((row) => functionCase(row, options)),
    ),
  ].filter(({ cases }) => cases.length > 0);
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="flamegate" ${counts(all)}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n');
}

const has = (cases: readonly TestCase[], kind: Outcome['kind']): number =>
  cases.filter(({ outcome }) => outcome.kind === kind).length;

/** `skipped` is an attribute of a suite alone. */
const counts = (cases: readonly TestCase[]): string =>
  `tests="${cases.length}" failures="${has(cases, 'failure')}" errors="${has(cases, 'error')}" time="0"`;

function suite(name: string, cases: readonly TestCase[]) {
  const lines = [
    `  <testsuite name="${name}" ${counts(cases)} skipped="${has(cases, 'skipped')}">`,
    ...distinct(cases).flatMap(caseLines),
    '  </testsuite>',
  ];
  return { cases, lines };
}

/**
 * Names for XML. Of two test cases with one name GitLab shows the first alone: names that became the same are
 * told apart.
 */
function distinct(cases: readonly TestCase[]): TestCase[] {
  const seen = new Map<string, number>();
  return cases.map((testCase) => {
    const shown = { ...testCase, group: shownName(testCase.group), name: shownName(testCase.name) };
    const key = JSON.stringify([shown.group, shown.name]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? shown : { ...shown, name: `${shown.name} (${count})` };
  });
}

/** Buildkite and GitLab leave out what has no name. */
const shownName = (name: string): string => xmlText(logName(name, NAME)) || '?';

/** No time: how long a benchmark was run is not known, and what it measured is no time of a test. */
function caseLines({ group, name, outcome, lines }: TestCase): string[] {
  const text = lines.map((line) => xmlText(line, 2000)).join('\n');
  return [
    `    <testcase classname="${group}" name="${name}" time="0">`,
    ...outcomeLines(outcome, text),
    ...(text === '' ? [] : [`      <system-out>${text}</system-out>`]),
    '    </testcase>',
  ];
}

function outcomeLines(outcome: Outcome, text: string): string[] {
  if (outcome.kind === 'passed') return [];
  const { kind, type, message } = outcome;
  const start = `      <${kind} type="${xmlText(type)}" message="${xmlText(message)}"`;
  return [kind === 'skipped' ? `${start}/>` : `${start}>${text}</${kind}>`];
}

/** The gate as a whole: it passes, or does not, as the command does. */
function gateCase(verdict: Verdict, { status }: JunitOptions): TestCase[] {
  if (status === null) return [];
  const about = [
    ...sourceSentences(verdict),
    environmentSentence(verdict),
    ...verdict.advice,
    ...warningLines(verdict.warnings),
  ].filter((line) => line !== '');
  return [
    {
      group: 'flamegate',
      name: 'gate',
      outcome: gateOutcome(verdict, status),
      lines: [`${verdict.verdict}: ${verdict.headline}`, ...about],
    },
  ];
}

function gateOutcome({ verdict, headline }: Verdict, status: number): Outcome {
  const said = { type: verdict, message: headline };
  if (status === 0) return verdict === 'pass' ? passed : { kind: 'skipped', ...said };
  if (status === 1 || (status === 3 && verdict === 'suspect')) return { kind: 'failure', ...said };
  if (status === 3) return { kind: 'error', ...said };
  const message = `exit status ${status}: the work was not done; ${headline}`;
  return { kind: 'error', type: 'unfinished', message };
}

function benchmarkCase(row: JudgedComparison, { failOn }: JunitOptions): TestCase {
  const words = verdictAndSight(row);
  const why = reasonAndNotes(row);
  return {
    group: row.package === '' ? 'benchmarks' : row.package,
    name: `${row.benchmark} ${row.unit}`,
    outcome: benchmarkOutcome(row, failOn, `${changeOf(row)}${why}`),
    lines: [`${words}: ${changeOf(row)}${why}`, ...numbers(row)],
  };
}

function benchmarkOutcome(row: JudgedComparison, failOn: FailOn, message: string): Outcome {
  const { verdict, gated, blind } = row;
  const because = (
    kind: 'failure' | 'error',
    blocks: boolean,
    type: string = verdict,
  ): Outcome => ({
    kind: blocks && gated ? kind : 'skipped',
    type: gated ? type : `${type}, not gated`,
    message,
  });
  switch (verdict) {
    case 'slower':
      return because('failure', failOn.includes('regression'));
    case 'suspect':
      return because('failure', failOn.includes('suspect'));
    case 'missing':
    case 'not-run':
      return because('error', failOn.includes('incomplete'));
    case 'new':
      return because('error', false);
    case 'ok':
    case 'faster':
    case 'moved-with-suite':
      return blind ? because('error', failOn.includes('incomplete'), 'blind') : passed;
  }
}

/** '+22 %, ', or '' where there is nothing to compare. */
const changeOf = ({ base, head, delta, unit }: JudgedComparison): string =>
  base === null || head === null ? '' : `${changeCell(delta, unit)}, `;

/** Before and now, each with its unit, and how sure that is. */
function numbers(row: JudgedComparison): string[] {
  const { base, head, unit, ci } = row;
  const sides = [base, head].flatMap((side) => (side === null ? [] : [side.center]));
  const scale = commonScale(sides, unit);
  const value = (center: number): string => quantity(center, unit, scale);
  const chance = byChance(row);
  return [
    ...(base === null ? [] : [`base: ${value(base.center)}, of ${plural(base.runs, 'run')}`]),
    ...(head === null ? [] : [`head: ${value(head.center)}`]),
    ...(ci === null ? [] : [`95 % interval of the change: ${interval(ci)}`]),
    ...(chance === '-' ? [] : [`by chance: ${chance}`]),
  ];
}

function functionCase(row: JudgedFunction, { failOn }: JunitOptions): TestCase {
  const isSlower = row.verdict === 'slower';
  const change = `${pp(row.adjustedDelta)}, ${reasonAndCost(row)}`;
  const shares = `flat: ${share(row.base.flatFraction)} to ${share(row.head.flatFraction)}`;
  const blocks = failOn.includes(isSlower ? 'regression' : 'suspect');
  return {
    group: `profile ${row.sampleType.type}`,
    name: functionTitle(row),
    outcome: {
      kind: blocks ? 'failure' : 'skipped',
      type: isSlower ? 'heavier' : 'suspect',
      message: change,
    },
    lines: [change, [shares, sourcePlace(row)].filter((text) => text !== '').join(', at ')],
  };
}
