/**
 * A gate's JSON report read again as the verdict that it tells (schema/gate.schema.json), by who did not write it: every
 * field is checked, and nothing is believed about what it says.
 */
import * as v from 'valibot';
import { InputError } from '../model/error.ts';
import type { Verdict } from '../model/verdict.ts';
import { warningKinds } from '../model/warning.ts';

/** Of a report; a suite of 10,000 benchmarks has 6 MiB. */
const mostBytes = 32 << 20;
const mostRows = 20_000;

const text = v.pipe(v.string(), v.maxLength(20_000));
const number = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ratio = v.nullable(number);
const pair = v.nullable(v.tuple([number, number]));
const list = <T extends v.GenericSchema>(item: T, most = mostRows) =>
  v.pipe(v.array(item), v.maxLength(most));
const readonlyText = list(text, 1000);
const better = v.picklist(['lower', 'higher', 'unknown']);
const rowVerdict = v.picklist([
  'slower',
  'suspect',
  'faster',
  'ok',
  'moved-with-suite',
  'new',
  'missing',
  'not-run',
]);
const side = v.nullable(v.object({ center: number, n: count, runs: count }));

const waived = v.exactOptional(v.object({ reason: text, until: text }));

const comparison = v.object({
  package: text,
  benchmark: text,
  unit: text,
  better,
  base: side,
  head: side,
  delta: ratio,
  own: ratio,
  ci: pair,
  worst: ratio,
  p: ratio,
  pAdjusted: ratio,
  df: ratio,
  test: v.picklist(['run-level', 'paired', 'welch', 'mann-whitney', 'exact', 'counted', 'none']),
  limits: v.nullable(v.object({ suspect: number, slower: ratio, faster: number })),
  detectable: ratio,
  follows: v.nullable(text),
  changedInBase: v.exactOptional(v.object({ delta: ratio, runs: count, commit: text })),
  notes: readonlyText,
  threshold: number,
  gated: v.boolean(),
  verdict: rowVerdict,
  blind: v.boolean(),
  reason: text,
  screened: v.nullable(v.object({ delta: ratio, runs: count, verdict: rowVerdict })),
  waived,
});

const sampleType = v.object({ type: text, unit: text });
const functionSide = v.object({
  flat: number,
  cum: number,
  flatFraction: number,
  cumFraction: number,
});

const functionRow = v.pipe(
  v.object({
    sampleType,
    slice: v.exactOptional(text),
    name: text,
    formerName: v.nullable(text),
    file: text,
    line: count,
    base: functionSide,
    head: functionSide,
    headProfiles: count,
    replicates: count,
    baseRuns: count,
    flatDelta: number,
    adjustedDelta: number,
    perOp: v.nullable(v.object({ unit: text, base: number, head: number, benchmarks: count })),
    ci: pair,
    worst: ratio,
    p: ratio,
    pAdjusted: ratio,
    df: ratio,
    detectable: ratio,
    moved: v.nullable(
      v.object({
        from: readonlyText,
        to: readonlyText,
        delta: number,
        least: number,
        worst: number,
      }),
    ),
    threshold: number,
    gated: v.boolean(),
    verdict: v.picklist([...rowVerdict.options, 'moved']),
    reason: text,
    waived,
  }),
  v.transform((row) => ({ ...row, background: false, seen: null })),
);

const profileSide = v.object({
  total: number,
  samples: ratio,
  profiles: count,
  runs: count,
  seconds: ratio,
});

const counted = v.object({
  unit: text,
  base: list(number),
  head: list(number),
  spread: ratio,
  tolerance: ratio,
});

const counts = v.object({
  counter: text,
  base: text,
  benchmarks: list(
    v.object({
      package: text,
      benchmark: text,
      iterations: v.nullable(v.tuple([number, number])),
      base: list(number),
      head: list(number),
      spread: ratio,
      tolerance: ratio,
      metrics: v.exactOptional(list(counted, 100)),
      functions: v.nullable(
        v.object({
          all: count,
          rest: number,
          moved: list(
            v.object({ name: text, file: text, line: count, base: number, head: number }),
          ),
        }),
      ),
    }),
  ),
});

const report = v.object({
  schema: v.literal(2),
  verdict: v.picklist(['pass', 'fail', 'suspect', 'incomplete', 'no-baseline']),
  headline: text,
  p: ratio,
  sight: v.nullable(v.object({ half: number, most: number })),
  comparisons: list(comparison),
  functions: list(functionRow),
  profiles: list(
    v.pipe(
      v.object({
        sampleType,
        slice: v.exactOptional(text),
        base: profileSide,
        head: profileSide,
        scale: v.object({
          factor: number,
          error: number,
          source: v.picklist(['functions', 'benchmarks', 'none']),
        }),
        dispersion: number,
      }),
      v.transform((item) => ({ ...item, functions: [] })),
    ),
    1000,
  ),
  shift: v.nullable(
    v.object({
      delta: number,
      verdict: v.picklist(['ok', 'suspect', 'slower', 'faster']),
      benchmarks: count,
      limits: v.object({ suspect: number, slower: number }),
      history: pair,
      group: v.nullable(v.object({ delta: number, benchmarks: count })),
    }),
  ),
  dedicated: v.boolean(),
  baseline: v.object({
    name: text,
    runs: count,
    commits: list(text, 1000),
    setAside: list(v.object({ commit: text, time: text, reason: text }), 2000),
    elsewhere: v.exactOptional(count),
  }),
  rounds: v.nullable(
    v.object({ rounds: count, repeated: count, seed: count, base: text, machine: readonlyText }),
  ),
  counts: v.exactOptional(counts),
  environment: v.object({
    goos: v.exactOptional(text),
    goarch: v.exactOptional(text),
    cpu: v.exactOptional(text),
    machine: v.exactOptional(text),
    build: v.exactOptional(text),
    runner: v.exactOptional(text),
    toolchain: v.exactOptional(text),
  }),
  advice: readonlyText,
  warnings: list(
    v.object({
      kind: v.picklist(warningKinds),
      file: v.exactOptional(text),
      line: v.exactOptional(count),
      message: text,
    }),
  ),
});

/**
 * Throws InputError that names the first field that is not as the schema has it, and where the report is larger than 32
 * MiB or a list of it longer than 20,000.
 */
export function readGateReport(bytes: Uint8Array): Verdict {
  if (bytes.length > mostBytes) {
    throw new InputError(`the report has ${bytes.length} bytes, the limit is ${mostBytes}`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new InputError('the report is no JSON');
  }
  const read = v.safeParse(report, parsed, { abortEarly: true });
  if (!read.success) {
    const [issue] = read.issues;
    throw new InputError(
      `the report is not as schema/gate.schema.json has it: ${v.getDotPath(issue) ?? 'it'}: ${issue.message.slice(0, 200)}`,
    );
  }
  const { schema: _, ...verdict } = read.output;
  const sentence = [
    { text: verdict.headline, isName: false, isStrong: false, place: 'everywhere' as const },
  ];
  return { ...verdict, sentence };
}
