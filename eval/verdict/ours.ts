/**
 * flamegate's own verdict from stored runs, by the functions it ships. Everything that the tables of
 * stored runs count goes through `judged`, and this is the one place to hold it to the whole way of a
 * gate (compare/benchmarks/compare.ts and judge/): the same rows, from samples instead of centres.
 */
import { presentLevel } from '../../src/compare/benchmarks/levels.ts';
import {
  judgeSuite,
  type SuiteJudgement,
  type SuiteOptions,
} from '../../src/compare/benchmarks/suite.ts';
import { compare, judgeRows } from '../../src/flow/judgement.ts';
import type { Run } from '../../src/model/run.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import type { Clean } from './clean.ts';

const config = resolveConfig();

/** The change that matters, on the scale. */
const least = Math.log(1 + config.threshold);

const standard: SuiteOptions = {
  alpha: config.alpha,
  suspect: config.suspect,
  least: () => least,
  host: 'learned',
  machineKnown: true,
};

export type Colour = 'green' | 'amber' | 'red';

export interface Judged {
  readonly rows: readonly Colour[];
  readonly suite: Colour;
  /** The worst of all. */
  readonly gate: Colour;
  readonly p: number;
  readonly judgement: SuiteJudgement;
}

const levels = new WeakMap<readonly (readonly number[])[], readonly number[]>();

/** A baseline is judged against many heads; its levels are asked for once. */
function levelsOf(base: readonly (readonly number[])[]): readonly number[] {
  let known = levels.get(base);
  if (known === undefined) {
    known = base.map((runs) => presentLevel(runs, least));
    levels.set(base, known);
  }
  return known;
}

/** A suite against its stored runs, all of them times; `head` where it is not the clean one's own. */
export function judged(
  clean: Pick<Clean, 'base' | 'head' | 'within'>,
  head: readonly number[] = clean.head,
  options: Partial<SuiteOptions> = {},
): Judged {
  const { base, within } = clean;
  const level = levelsOf(base);
  const judgement = judgeSuite(
    base.map((runs, b) => ({
      base: runs,
      level: level[b] ?? runs.length,
      head: head[b] ?? 0,
      isTime: true,
      within: { base: within.base[b] ?? [], head: within.head[b] ?? Number.NaN },
    })),
    { ...standard, ...options },
  );
  const rows = judgement.rows.map((row) => colour(row.deviation, row));
  const { shift } = judgement;
  const suite =
    shift === null
      ? 'green'
      : worse(
          colour(shift.delta, shift),
          (shift.group?.delta ?? 0) > shift.amber ? 'amber' : 'green',
        );
  const gate = [suite, ...rows].reduce(worse, 'green');
  return { rows, suite, gate, p: judgement.p, judgement };
}

/**
 * The same by the whole way of a gate: samples to runs, compared, judged. One colour a row, in their order.
 * `base` is newest first; every run has every benchmark.
 */
export function byGate({ samples }: Pick<Clean, 'samples'>): readonly Colour[] {
  const runOf = (of: readonly (readonly number[])[]): Run => ({
    commit: '',
    time: '',
    environment: { goos: 'linux', goarch: 'amd64', cpu: 'eval' },
    series: of.map((values, b) => ({
      package: 'eval',
      benchmark: `B${b}`,
      unit: 'sec/op',
      better: 'lower',
      exact: false,
      samples: values,
    })),
    tables: [],
    warnings: [],
  });
  const count = samples.base[0]?.length ?? 0;
  const stored = Array.from({ length: count }, (_, k) =>
    runOf(samples.base.map((runs) => runs[k] ?? [])),
  );
  const compared = compare([runOf(samples.head)], stored, config);
  return judgeRows(compared, config).comparisons.map(({ verdict }) =>
    verdict === 'slower' ? 'red' : verdict === 'suspect' ? 'amber' : 'green',
  );
}

const colour = (value: number, limits: { readonly amber: number; readonly red: number }): Colour =>
  value > limits.red ? 'red' : value > limits.amber ? 'amber' : 'green';

const rank = { green: 0, amber: 1, red: 2 };
const worse = (a: Colour, b: Colour): Colour => (rank[a] >= rank[b] ? a : b);

/** The suite falls into two groups, one of which stands still. */
export const isGrouped = (of: Judged): boolean => (of.judgement.shift?.group ?? null) !== null;
