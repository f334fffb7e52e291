/**
 * Why a gate does not decide: how many stored runs are of which machine, how much they differ, what can be seen
 * with them, and the one change that would help most. Nothing is judged: the gate's own verdict on this run says what it would see.
 */
import { unlike } from '../compare/gate/environment.ts';
import type { Diagnosis, Machine, Noise, ProfileLength } from '../model/diagnosis.ts';
import { UnreachableError } from '../model/error.ts';
import { seriesKey } from '../model/keys.ts';
import type { Run, Series } from '../model/run.ts';
import { type Config, readOptions } from '../settings/config.ts';
import { type RunInputs, readRun } from '../source/files/collect.ts';
import { geometricMean, variance } from '../stats/summary.ts';
import type { BaselineStore } from '../store/store.ts';
import { percent, plural, signed } from '../text/numbers.ts';
import { decide, mostReplayed } from './check.ts';
import { load } from './stored.ts';

/** Of the run that is looked at; the newest stored one where no files are given. */
export async function examine(
  inputs: RunInputs | null,
  store: Pick<BaselineStore, 'load' | 'name'>,
  config: Config,
  around: Pick<Diagnosis, 'isShallow' | 'jobs'>,
): Promise<Diagnosis> {
  const tables = readOptions(config);
  const head = inputs === null ? null : await readRun(inputs, tables);
  const everything = { ...config, match: [], baselineRuns: mostReplayed };
  const { name, runs, setAside, unread } = await load(store, null, everything, tables);
  if (unread) throw new UnreachableError(unread);
  return diagnosisOf({ name, runs, unusable: setAside, head, ...around }, config);
}

/** `runs` are of any machine, newest first. */
export function diagnosisOf(
  item: Pick<Diagnosis, 'name' | 'unusable' | 'isShallow' | 'jobs'> & {
    readonly runs: readonly Run[];
    readonly head: Run | null;
  },
  config: Config,
): Diagnosis {
  const { name, unusable, isShallow, jobs, runs } = item;
  const looked = item.head ?? runs[0] ?? null;
  const own =
    looked === null ? [] : runs.filter((run) => unlike(looked, run, config.match) === null);
  const base = item.head === null ? own.slice(1) : own;
  const verdict = looked === null ? null : decide(looked, base, config, name);
  const limits = (verdict?.comparisons ?? []).flatMap((row) =>
    row.gated && row.follows === null && row.limits !== null ? [row.limits.slower] : [],
  );
  const found = {
    ...{ name, unusable, isShallow, jobs, threshold: config.threshold },
    machines: machinesOf(runs, looked, config),
    noise: noiseOf(own),
    sight: verdict?.sight ?? null,
    red: middle(limits.map((limit) => limit ?? Number.POSITIVE_INFINITY)),
    ...shapeOf(looked?.series ?? []),
    profiles: lengthsOf(looked),
    idle: (verdict?.warnings ?? [])
      .filter(({ kind }) => kind === 'policy')
      .map(({ message }) => message),
  };
  return { ...found, advice: adviceOf(found, config.confirm) };
}

function machinesOf(runs: readonly Run[], looked: Run | null, { match }: Config): Machine[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.find(
      ([first]) => first !== undefined && unlike(first, run, match) === null,
    );
    if (group === undefined) groups.push([run]);
    else group.push(run);
  }
  const nameOf = ({ environment: { cpu } }: Run) => cpu ?? 'a CPU that is not known';
  return groups
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const twin = groups.find(
        ([other]) => other && other !== first && nameOf(other) === nameOf(first),
      )?.[0];
      const why = twin === undefined ? '' : ` (${unlike(twin, first, match)})`;
      const isHere = looked !== null && unlike(looked, first, match) === null;
      return [{ name: `${nameOf(first)}${why}`, runs: group.length, isHere }];
    })
    .sort((a, b) => b.runs - a.runs);
}

/** Two runs have one difference, which is no measure of noise. */
const leastForNoise = 3;

function noiseOf(runs: readonly Run[]): Noise[] {
  const logs = new Map<string, { readonly of: Series; readonly values: number[] }>();
  for (const series of runs.flatMap((run) => run.series)) {
    const center = geometricMean(series.samples);
    if (!(center > 0) || series.exact) continue;
    const known = logs.get(seriesKey(series)) ?? { of: series, values: [] };
    known.values.push(Math.log(center));
    logs.set(seriesKey(series), known);
  }
  return [...logs.values()]
    .filter(({ values }) => values.length >= leastForNoise && variance(values) > 0)
    .map(({ of: { package: from, benchmark, unit }, values }) => ({
      ...{ package: from, benchmark, unit },
      between: Math.expm1(Math.sqrt(variance(values))),
    }))
    .sort((a, b) => b.between - a.between);
}

/** Null for nothing, and where the middle one is never reached. */
function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length / 2)];
  return value === undefined || !Number.isFinite(value) ? null : value;
}

const shapeOf = (series: readonly Series[]) => ({
  benchmarks: new Set(series.map((item) => `${item.package}\0${item.benchmark}`)).size,
  passes: series.length === 0 ? 0 : Math.min(...series.map((item) => item.passes?.length ?? 1)),
  fewestSamples: series.length === 0 ? 0 : Math.min(...series.map((item) => item.samples.length)),
});

const secondsIn: Readonly<Record<string, number>> = { nanoseconds: 1e9, microseconds: 1e6 };

function lengthsOf(run: Run | null): ProfileLength[] {
  return (run?.tables ?? []).map(({ source, total, samples, sampleType }) => {
    const scale = secondsIn[sampleType.unit];
    return { file: source, samples, seconds: scale === undefined ? null : total / scale };
  });
}

/** Fewer leave the noise between runs partly to an assumption. */
const enoughRuns = 5;
const enoughPasses = 3;
/** A function with 5 % of them is 10: seen to double, and little else. */
const enoughProfile = 200;

const measureHere =
  'let what looks slower be measured here, base and head in turn. `confirm: auto` does that for go test, pytest-benchmark, cargo and vitest, `run` for everything, also where no stored run fits (docs/recipes.md)';

/** The first that is true: each makes those after it matter less. */
function adviceOf(diagnosis: Omit<Diagnosis, 'advice'>, confirm: Config['confirm']): string | null {
  const all = diagnosis.machines.reduce((sum, { runs }) => sum + runs, 0);
  const alike = diagnosis.machines.find(({ isHere }) => isHere)?.runs ?? 0;
  const poor = diagnosis.jobs.find(({ lacks }) => lacks.length > 0);
  const hasRun = confirm !== 'never' && diagnosis.jobs.some((job) => job.hasRun);
  if (poor !== undefined) {
    return `${poor.file}: the job's permissions leave out ${poor.lacks.join(' and ')}: add ${poor.lacks.length === 1 ? 'it' : 'them'}, because a job that names some has no others.`;
  }
  if (diagnosis.isShallow) {
    return 'The clone is shallow, and what is measured here needs both commits: `fetch-depth: 0` for actions/checkout.';
  }
  if (confirm === 'never') return `Leave \`confirm: never\` out: ${measureHere}.`;
  if (all === 0 && !hasRun) {
    return `There is no stored run${diagnosis.unusable.length > 0 ? ' that can be read' : ''}: let the default branch record one. Until then \`run\` measures base and head here (docs/recipes.md).`;
  }
  if (alike < enoughRuns && all >= enoughRuns && !hasRun) {
    return `Only ${alike} of ${plural(all, 'stored run')} ${alike === 1 ? 'is' : 'are'} of this machine, and the others are set aside: ${measureHere}.`;
  }
  if ((diagnosis.red === null || diagnosis.red > diagnosis.threshold) && !hasRun && all > 0) {
    const from =
      diagnosis.red === null
        ? 'never decide'
        : `decide from ${signed(diagnosis.red)} on (the middle benchmark)`;
    return `At a threshold of ${percent(diagnosis.threshold)} stored runs alone ${from}: ${measureHere}.`;
  }
  if (diagnosis.passes < enoughPasses && diagnosis.benchmarks > 0) {
    return `The suite was run in ${plural(diagnosis.passes, 'process')}: run it in three, because one process that is slow as a whole is hardly ever slow three times.`;
  }
  const short = diagnosis.profiles.find(
    ({ samples }) => samples !== null && samples < enoughProfile,
  );
  if (short !== undefined) {
    return `${short.file} has ${plural(short.samples ?? 0, 'sample')}: measure for longer (-benchtime), because a function needs some of its own.`;
  }
  return diagnosis.idle[0] ?? null;
}
