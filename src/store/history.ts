/**
 * What a run of main carries of the runs before it: their manifests and what they measured, in one file beside
 * its own, so that a gate downloads one artifact. Names and columns are shared between the runs.
 *
 * A carried run names where it is from (workflow run, attempt, commit) and its manifest's digest: whoever asks
 * for its files gets those, or none. Whether the carrier is trusted is decided before, in trust/trust.ts.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as v from 'valibot';
import { InputError } from '../model/error.ts';
import type { FunctionTable, Run } from '../model/run.ts';
import { checkManifest, defaultLimits, type Limits, type Manifest } from './manifest.ts';
import {
  count,
  digestOf,
  environment,
  numbers,
  type Summary,
  seriesHead,
  table,
  text,
  warning,
} from './summary.ts';

export const historyName = 'history.json.br';

export interface CarriedRun {
  /** The workflow run that measured it, and which attempt of it. */
  readonly runId: number;
  readonly attempt: number;
  readonly manifest: Manifest;
  /** Null where the files could not be read when it was carried: who compares the run opens it. */
  readonly summary: Summary | null;
}

export interface History {
  /** Newest first. */
  readonly runs: readonly CarriedRun[];
  /**
   * Workflow runs, and up to which attempt of each, that were looked at: what they measured is in `runs`, or
   * they have nothing to give. A run that had not finished is not among them.
   */
  readonly looked: ReadonlyMap<number, number>;
  /** Workflow runs before this one are too old to be looked at. */
  readonly since: number;
}

/** What is not larger is carried, however many runs; so many are carried however large they are. */
const usualBytes = 1_000_000;
const fewestRuns = 30;
/** As many workflow runs as a store examines. */
const mostRuns = 100;
const longestInflated = 256 << 20;
const longestPacked = 32 << 20;

/** The bytes of a history with as many of its runs as fit, the newest; null where not even one does. */
export function packHistory(history: History): Uint8Array | null {
  let runs = Math.min(history.runs.length, mostRuns);
  for (;;) {
    const bytes = packed(cut(history, runs));
    const isSmall = bytes !== null && bytes.length <= usualBytes;
    const fits = bytes !== null && bytes.length <= longestPacked;
    if (isSmall || (fits && runs <= fewestRuns)) return bytes;
    if (runs === 0) return null;
    const share = bytes === null ? 0.5 : usualBytes / bytes.length;
    const fewer = Math.min(runs - 1, Math.floor(runs * share));
    runs = runs > fewestRuns ? Math.max(fewestRuns, fewer) : runs >> 1;
  }
}

/** The newest `most` runs. What is left out is from now on too old. */
function cut({ runs, looked, since }: History, most: number): History {
  const kept = runs.slice(0, most);
  const oldest = runs.length > most ? (kept.at(-1)?.runId ?? since) : since;
  const from = Math.max(since, oldest);
  return {
    runs: kept,
    looked: new Map([...looked].filter(([id]) => id >= from)),
    since: from,
  };
}

function packed({ runs, looked, since }: History): Uint8Array | null {
  const heads = indexed();
  const functions = indexed();
  const content = {
    schemaVersion: 1,
    since,
    looked: [...looked],
    runs: runs.map(({ runId, attempt, manifest, summary }) => ({
      ...{ run: runId, attempt, digest: digestOf(manifest), manifest },
      summary: summary && {
        key: summary.key,
        ...packedRun(summary.run, heads.of, functions.of),
      },
    })),
    heads: heads.all(),
    functions: functions.all(),
  };
  const json = Buffer.from(JSON.stringify(content));
  if (json.length > longestInflated) return null;
  // What runs have in common lies further apart than gzip's window. A higher quality gains 4 % for twice the time.
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
  };
  return brotliCompressSync(json, { params });
}

/** Each value once, by its place in a list. */
function indexed() {
  const places = new Map<string, number>();
  return {
    of(value: unknown): number {
      const key = JSON.stringify(value);
      const known = places.get(key) ?? places.size;
      places.set(key, known);
      return known;
    },
    all: (): unknown[] => [...places.keys()].map((key) => JSON.parse(key)),
  };
}

type Index = (value: unknown) => number;

function packedRun(run: Summary['run'], headOf: Index, functionOf: Index) {
  return {
    environment: run.environment,
    warnings: run.warnings,
    series: run.series.map(({ samples, passes, ...head }) => ({
      head: headOf(head),
      samples,
      ...(passes === undefined ? {} : { passes }),
    })),
    tables: run.tables.map(({ functions, ...about }) => ({
      table: about,
      rows: functions.map(({ name, file, line }) => functionOf([name, file, line])),
      flat: functions.map(({ flat }) => flat),
      cum: functions.map(({ cum }) => cum),
      background: functions.flatMap((row, i) => (row.background === true ? [i] : [])),
    })),
  };
}

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const schema = v.object({
  schemaVersion: v.literal(1),
  since: count,
  looked: v.array(v.tuple([id, id])),
  runs: v.pipe(
    v.array(
      v.object({
        run: id,
        attempt: id,
        digest: text,
        manifest: v.unknown(),
        summary: v.nullable(
          v.object({
            key: text,
            environment,
            warnings: v.array(warning),
            series: v.array(
              v.object({
                head: count,
                samples: v.pipe(numbers, v.minLength(1)),
                passes: v.exactOptional(numbers),
              }),
            ),
            tables: v.array(
              v.object({ table, rows: numbers, flat: numbers, cum: numbers, background: numbers }),
            ),
          }),
        ),
      }),
    ),
    v.maxLength(mostRuns),
  ),
  heads: v.array(seriesHead),
  functions: v.array(v.tuple([text, text, v.number()])),
});

type Content = v.InferOutput<typeof schema>;

/** Reads a history back, whole. Throws InputError that names the first defect. */
export function unpackHistory(bytes: Uint8Array, limits: Limits = defaultLimits): History {
  let json: unknown;
  try {
    if (bytes.length > longestPacked) throw new RangeError();
    json = JSON.parse(
      brotliDecompressSync(bytes, { maxOutputLength: longestInflated }).toString('utf8'),
    );
  } catch {
    throw new InputError(`its ${historyName} is not JSON, packed by brotli`);
  }
  const checked = v.safeParse(schema, json);
  if (!checked.success) {
    const [issue] = checked.issues;
    const at = v.getDotPath(issue) ?? historyName;
    throw new InputError(`its ${historyName} is not of a schema that is known here (${at})`);
  }
  const { since, looked, runs, heads, functions } = checked.output;
  return {
    since,
    looked: new Map(looked),
    runs: runs.map((item) => carriedRun(item, { heads, functions }, limits)),
  };
}

type Shared = Pick<Content, 'heads' | 'functions'>;

function carriedRun(
  { run: runId, attempt, digest, manifest: given, summary }: Content['runs'][number],
  shared: Shared,
  limits: Limits,
): CarriedRun {
  const manifest = checkManifest(given, limits);
  const where = `the run ${runId} in its ${historyName}`;
  if (digestOf(manifest) !== digest) {
    throw new InputError(`${where} does not have the manifest that its digest is of`);
  }
  if (manifest.runId !== runId) {
    throw new InputError(`${where} has a manifest of the workflow run ${manifest.runId}`);
  }
  if (summary === null) return { runId, attempt, manifest, summary };
  const { key, ...run } = summary;
  return {
    ...{ runId, attempt, manifest },
    summary: { key, manifest: digest, run: measured(run, shared) },
  };
}

function measured(
  run: Omit<NonNullable<Content['runs'][number]['summary']>, 'key'>,
  { heads, functions }: Shared,
): Pick<Run, 'environment' | 'series' | 'tables' | 'warnings'> {
  const at = <T>(list: readonly T[], index: number | undefined): T => {
    const found = list[index ?? -1];
    if (found === undefined) throw new InputError(`a name in its ${historyName} is missing`);
    return found;
  };
  return {
    environment: run.environment,
    warnings: run.warnings,
    series: run.series.map(({ head, ...item }) => ({ ...at(heads, head), ...item })),
    tables: run.tables.map(({ table: about, rows, flat, cum, background }): FunctionTable => {
      if (flat.length !== rows.length || cum.length !== rows.length) {
        throw new InputError(`the columns of a table in its ${historyName} are not of one length`);
      }
      const isBackground = new Set(background);
      return {
        ...about,
        functions: rows.map((row, i) => {
          const [name, file, line] = at(functions, row);
          return {
            ...{ name, file, line, flat: flat[i] ?? 0, cum: cum[i] ?? 0 },
            ...(isBackground.has(i) ? { background: true as const } : {}),
          };
        }),
      };
    }),
  };
}
