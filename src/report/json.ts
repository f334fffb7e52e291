/**
 * The JSON reports: a contract, described field by field in schema/*.schema.json (additions only
 * within a major version). Ratios and fractions are plain numbers, benchmark values in base units
 * (sec, B), profile values in the profile's own unit; a number that is not known is null, and so
 * is one that is not finite (JSON.stringify sees to it). Names are data and stand here as they
 * are; only the bytes are made safe to print.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { CountsUse } from '../model/counts.ts';
import type {
  FunctionSide,
  JudgedFunction,
  ProfileComparison,
  ProfileSide,
} from '../model/functions.ts';
import type { JudgedGrowth, SeriesGrowth } from '../model/growth.ts';
import type { Environment, FunctionTable, SampleType } from '../model/run.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Waived } from '../model/waiver.ts';
import type { Warning } from '../model/warning.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** What `flamegate diff` found; `comparisons` for benchmarks, `profiles` for profiles. */
export interface DiffReport {
  /** Absent where the two sides had no benchmark files. */
  readonly comparisons?: readonly JudgedComparison[];
  /** Absent where the two sides had no profiles. */
  readonly profiles?: readonly ProfileDiff[];
  readonly environment: Environment;
  readonly warnings: readonly Warning[];
}

/** Both sides of one kind of profile, and its judged functions. */
export interface ProfileDiff {
  readonly profile: ProfileComparison;
  readonly functions: readonly JudgedFunction[];
}

/** Of the gate's report and the diff's: 1 spoke of regressed, improved, unchanged and inconclusive. */
const schema = 2;

/** The verdict as `flamegate gate --format json` prints it (schema/gate.schema.json). */
export function gateJson(verdict: Verdict): string {
  return print({
    schema,
    verdict: verdict.verdict,
    headline: verdict.headline,
    p: probability(verdict.p),
    sight: verdict.sight && { half: verdict.sight.half, most: verdict.sight.most },
    comparisons: verdict.comparisons.map(comparisonJson),
    functions: verdict.functions.map((row) => ({
      sampleType: sampleTypeJson(row.sampleType),
      ...functionJson(row),
    })),
    profiles: verdict.profiles.map(profileJson),
    shift: shiftJson(verdict.shift),
    dedicated: verdict.dedicated,
    baseline: {
      name: verdict.baseline.name,
      runs: verdict.baseline.runs,
      commits: verdict.baseline.commits,
      setAside: verdict.baseline.setAside.map(({ commit, time, reason }) => ({
        commit,
        time,
        reason,
      })),
      ...(verdict.baseline.elsewhere === undefined
        ? {}
        : { elsewhere: verdict.baseline.elsewhere }),
    },
    rounds: roundsJson(verdict.rounds),
    ...(verdict.counts === undefined ? {} : { counts: countsJson(verdict.counts) }),
    environment: environmentJson(verdict.environment),
    advice: verdict.advice,
    warnings: verdict.warnings.map(warningJson),
  });
}

/**
 * A diff as `flamegate diff --format json` prints it (schema/diff.schema.json). Two profiles of
 * one kind and no benchmarks give the object of that profile; otherwise `comparisons`, `profiles`
 * or both.
 */
export function diffJson(report: DiffReport): string {
  const { comparisons, profiles, environment, warnings } = report;
  const about = {
    environment: environmentJson(environment),
    warnings: warnings.map(warningJson),
  };
  const only = comparisons === undefined && profiles?.length === 1 ? profiles[0] : undefined;
  if (only !== undefined) return print({ schema, ...profileDiffJson(only), ...about });
  return print({
    schema,
    ...(comparisons === undefined ? {} : { comparisons: comparisons.map(comparisonJson) }),
    ...(profiles === undefined ? {} : { profiles: profiles.map(profileDiffJson) }),
    ...about,
  });
}

/**
 * A table as `flamegate top --format json` prints it (schema/top.schema.json); of a profile in slices
 * an object for each is in `slices`.
 */
export function topJson(
  tables: readonly FunctionTable[],
  warnings: readonly Warning[] = [],
): string {
  const [only] = tables;
  const about = { warnings: warnings.map(warningJson) };
  if (only !== undefined && tables.length === 1) return print({ ...tableJson(only), ...about });
  return print({ slices: tables.map(tableJson), ...about });
}

function tableJson(table: FunctionTable): JsonObject {
  const part = (value: number): number => (table.total === 0 ? 0 : value / table.total);
  return {
    source: table.source,
    ...sliceJson(table),
    sampleType: sampleTypeJson(table.sampleType),
    total: table.total,
    samples: table.samples,
    functions: table.functions.map(({ name, file, line, flat, cum }) => ({
      name,
      file,
      line,
      flat,
      cum,
      flatFraction: part(flat),
      cumFraction: part(cum),
    })),
  };
}

const sliceJson = ({ slice }: { readonly slice?: string }): JsonObject =>
  slice === undefined ? {} : { slice };

/** Growth over a series as `flamegate leaks --format json` prints it (schema/leaks.schema.json). */
export function leaksJson(growth: SeriesGrowth<JudgedGrowth>): string {
  const row = (judgedGrowth: JudgedGrowth): JsonObject => ({
    name: judgedGrowth.name,
    file: judgedGrowth.file,
    line: judgedGrowth.line,
    first: judgedGrowth.first,
    last: judgedGrowth.last,
    slope: judgedGrowth.slope,
    ci: finitePair(judgedGrowth.ci),
    p: judgedGrowth.p,
    pAdjusted: judgedGrowth.pAdjusted,
    growth: judgedGrowth.growth,
    worst: judgedGrowth.worst,
    settled: judgedGrowth.settled,
    lasts: judgedGrowth.lasts,
    verdict: judgedGrowth.verdict,
  });
  return print({
    sampleType: sampleTypeJson(growth.sampleType),
    profiles: growth.profiles,
    total: row(growth.total),
    functions: growth.functions.map(row),
  });
}

/** An interval with an infinite end tells nothing more than the centre: null as a whole. */
function finitePair(pair: readonly [number, number] | null): Json {
  return pair === null || !pair.every(Number.isFinite) ? null : pair;
}

/** benchstat's U test gives more than 1 for some tied samples (docs/benchmarks.md): no probability. */
const probability = (p: number | null): number | null =>
  p === null || !Number.isFinite(p) ? null : Math.min(1, p);

function comparisonJson(row: JudgedComparison): JsonObject {
  const side = (value: JudgedComparison['base']): Json =>
    value && { center: value.center, n: value.n, runs: value.runs };
  return {
    package: row.package,
    benchmark: row.benchmark,
    unit: row.unit,
    better: row.better,
    base: side(row.base),
    head: side(row.head),
    delta: row.delta,
    own: row.own,
    ci: finitePair(row.ci),
    worst: row.worst,
    p: probability(row.p),
    pAdjusted: row.pAdjusted,
    df: row.df,
    test: row.test,
    limits: row.limits && {
      suspect: row.limits.suspect,
      slower: row.limits.slower,
      faster: row.limits.faster,
    },
    detectable: row.detectable,
    follows: row.follows,
    ...changeInBaseJson(row),
    notes: row.notes,
    threshold: row.threshold,
    gated: row.gated,
    verdict: row.verdict,
    blind: row.blind,
    reason: row.reason,
    screened: row.screened && {
      delta: row.screened.delta,
      runs: row.screened.runs,
      verdict: row.screened.verdict,
    },
    ...waivedJson(row),
  };
}

function functionJson(row: JudgedFunction): JsonObject {
  const side = ({ flat, cum, flatFraction, cumFraction }: FunctionSide): Json => ({
    flat,
    cum,
    flatFraction,
    cumFraction,
  });
  return {
    ...sliceJson(row),
    name: row.name,
    formerName: row.formerName,
    file: row.file,
    line: row.line,
    base: side(row.base),
    head: side(row.head),
    headProfiles: row.headProfiles,
    replicates: row.replicates,
    baseRuns: row.baseRuns,
    flatDelta: row.flatDelta,
    adjustedDelta: row.adjustedDelta,
    perOp: row.perOp && {
      unit: row.perOp.unit,
      base: row.perOp.base,
      head: row.perOp.head,
      benchmarks: row.perOp.benchmarks,
    },
    ci: finitePair(row.ci),
    worst: row.worst,
    p: row.p,
    pAdjusted: row.pAdjusted,
    df: row.df,
    detectable: row.detectable,
    moved: row.moved && {
      from: row.moved.from,
      to: row.moved.to,
      delta: row.moved.delta,
      least: row.moved.least,
      worst: row.moved.worst,
    },
    threshold: row.threshold,
    gated: row.gated,
    verdict: row.verdict,
    reason: row.reason,
    ...waivedJson(row),
  };
}

const changeInBaseJson = ({ changedInBase }: JudgedComparison): JsonObject =>
  changedInBase === undefined
    ? {}
    : {
        changedInBase: {
          delta: changedInBase.delta,
          runs: changedInBase.runs,
          commit: changedInBase.commit,
        },
      };

const waivedJson = ({ waived }: { readonly waived?: Waived }): JsonObject =>
  waived === undefined ? {} : { waived: { reason: waived.reason, until: waived.until } };

function profileDiffJson({ profile, functions }: ProfileDiff): JsonObject {
  return { ...profileJson(profile), functions: functions.map(functionJson) };
}

function profileJson(profile: ProfileComparison): JsonObject {
  const { sampleType, slice, base, head, scale, dispersion } = profile;
  const side = ({ total, samples, profiles, runs, seconds }: ProfileSide): Json => ({
    total,
    samples,
    profiles,
    runs,
    seconds,
  });
  return {
    sampleType: sampleTypeJson(sampleType),
    ...(slice === undefined ? {} : sliceJson({ slice })),
    base: side(base),
    head: side(head),
    scale: { factor: scale.factor, error: scale.error, source: scale.source },
    dispersion,
  };
}

function sampleTypeJson({ type, unit }: SampleType): JsonObject {
  return { type, unit };
}

function shiftJson(shift: Verdict['shift']): Json {
  return (
    shift && {
      delta: shift.delta,
      verdict: shift.verdict,
      benchmarks: shift.benchmarks,
      limits: { suspect: shift.limits.suspect, slower: shift.limits.slower },
      history: finitePair(shift.history),
      group: shift.group && {
        delta: shift.group.delta,
        benchmarks: shift.group.benchmarks,
      },
    }
  );
}

function roundsJson(use: Verdict['rounds']): Json {
  return (
    use && {
      rounds: use.rounds,
      repeated: use.repeated,
      seed: use.seed,
      base: use.base,
      machine: use.machine,
    }
  );
}

function countsJson({ counter, base, benchmarks }: CountsUse): JsonObject {
  return {
    counter,
    base,
    benchmarks: benchmarks.map((benchmark) => ({
      package: benchmark.package,
      benchmark: benchmark.benchmark,
      iterations: benchmark.iterations,
      base: benchmark.base,
      head: benchmark.head,
      spread: benchmark.spread,
      tolerance: benchmark.tolerance,
      ...(benchmark.metrics === undefined
        ? {}
        : { metrics: benchmark.metrics.map((metric) => ({ ...metric })) }),
      functions: benchmark.functions && {
        all: benchmark.functions.all,
        rest: benchmark.functions.rest,
        moved: benchmark.functions.moved.map(({ name, file, line, base: before, head }) => ({
          name,
          file,
          line,
          base: before,
          head,
        })),
      },
    })),
  };
}

/** Only what somebody reported, in this order. */
function environmentJson(environment: Environment): JsonObject {
  const known: Record<string, Json> = {};
  for (const key of ['goos', 'goarch', 'cpu', 'machine', 'build', 'runner', 'toolchain'] as const) {
    const value = environment[key];
    if (value !== undefined) known[key] = value;
  }
  return known;
}

function warningJson({ kind, file, line, message }: Warning): JsonObject {
  return {
    kind,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    message,
  };
}

/**
 * One field a line and one row a line, so that a report of many thousand rows can be searched and
 * its changes read. Ends in a line break.
 */
function print(report: JsonObject): string {
  const fields = Object.entries(report).map(([key, value]) => {
    const rows = Array.isArray(value) && value.some((row) => typeof row === 'object');
    const text = rows
      ? `[\n    ${(value as readonly Json[]).map(printable).join(',\n    ')}\n  ]`
      : printable(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

/**
 * A value as JSON on one line, in bytes that are harmless in a log and a terminal: characters that
 * cannot be seen, and the `#` that would complete a `##[command]` of the runner, are `\u` escapes.
 */
function printable(value: Json): string {
  const json = JSON.stringify(value).replaceAll('##[', '#\\u0023[');
  if (/^[ -~]*$/.test(json)) return json;
  return json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (char) =>
    Array.from({ length: char.length }, (_, i) => escaped(char.charCodeAt(i))).join(''),
  );
}

function escaped(codeUnit: number): string {
  return `\\u${codeUnit.toString(16).padStart(4, '0')}`;
}
