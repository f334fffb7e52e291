/** How reading a file that may be damaged ended; what the fuzzer and its test ask. */
import { isDeepStrictEqual } from 'node:util';
import { foreignReader } from '../../src/formats/profiles/foreign.ts';
import { inflate } from '../../src/formats/profiles/inflate.ts';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { readTable, readTables } from '../../src/formats/profiles/readtable.ts';
import { InputError } from '../../src/model/error.ts';
import type { FunctionTable } from '../../src/model/run.ts';
import { pruneFrames } from '../../src/profile/select/prune.ts';
import { functionTable } from '../../src/profile/table.ts';
import { combine, finishCombined, newCombined } from '../../src/profile/write/combine.ts';
import { writeProfile } from '../../src/profile/write/write.ts';
import { redactPprof, redactProfile } from '../../src/redact/profiles.ts';

export type Outcome =
  | { readonly kind: 'read' }
  /** The defect with its numbers and names taken out, so that equal ones can be counted. */
  | { readonly kind: 'refused'; readonly defect: string }
  | { readonly kind: 'failed'; readonly message: string };

const file = 'p';
/** Real profiles of this size are rare, and the fuzzer's are thousands of times smaller. */
const maxInflated = 8 << 20;

const redaction = {
  path: (path: string) => path.slice(Math.min(1, path.length - 1)),
  binary: (path: string) => path.replace(/^\/tmp\//, ''),
  words: (text: string) => text.replaceAll('/', ''),
  thorough: { labels: ['shard'], otherLabels: 'hash' },
} as const;

/** As a configuration may ask for it; regular expressions that match much. */
const seen = { filters: { hide: '^runtime', ignore: 'gc' }, attribute: 'user' } as const;

/** Never throws. */
export async function judged(bytes: Uint8Array): Promise<Outcome> {
  let table: FunctionTable;
  try {
    table = await readTable({ file, bytes, maxInflated });
  } catch (error) {
    return refusal(error);
  }
  try {
    const [shown] = (await readTables({ file, bytes }, seen)).tables;
    if (shown?.total !== table.total) return failed('filtered, it has another total');
    await readTables({ file, bytes }, { groupBy: 'shard' }).catch(expected);
    if (foreignReader(inflate(bytes, { file })) !== null) return await converted(bytes, table);
    const profile = await pruneFrames(readProfile(bytes, { file, maxInflated }));
    if (!isDeepStrictEqual(functionTable(profile), table)) return failed('two readers disagree');
    const written = functionTable(readProfile(writeProfile(profile), { file }));
    if (!isDeepStrictEqual(written, table)) return failed('the table is not the same when written');
    const redacted = redactPprof({ file, bytes }, redaction).bytes;
    const plain = await readTable({ file, bytes: redacted });
    if (!isDeepStrictEqual(names(plain), names(table)))
      return failed('redacted, it has another table');
    const combined = newCombined(profile);
    combine(combined, profile);
    finishCombined(combined, file);
    return { kind: 'read' };
  } catch (error) {
    return failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** What is not pprof is stored as pprof. */
async function converted(bytes: Uint8Array, table: FunctionTable): Promise<Outcome> {
  const plain = await readTable(await redactProfile({ file, bytes }, redaction));
  return isDeepStrictEqual(names(plain), names(table))
    ? { kind: 'read' }
    : failed('as pprof, it has another table');
}

const names = ({ functions, total, samples, sampleType }: FunctionTable) => ({
  ...{ total, samples, sampleType },
  functions: functions.map(({ name, flat, cum }) => ({ name, flat, cum })),
});

/** A label may have too many values to be slices. */
const expected = (error: unknown): void => {
  if (!(error instanceof InputError)) throw error;
};

const failed = (message: string): Outcome => ({ kind: 'failed', message });

function refusal(error: unknown): Outcome {
  if (!(error instanceof InputError)) {
    return failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  // Text has lines, JSON has paths and positions.
  const isPlaced =
    error.byte !== undefined ||
    error.line !== undefined ||
    / at (?:the top|[\w$.[\]]+),|^p: [\w$]+[\w$.[\]]* /.test(error.message);
  if (!isPlaced) return failed(`refused without a place: ${error.message}`);
  const defect = error.message
    .replace(/^p:(?: byte |)\d*:? /, '')
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '"..."')
    .replaceAll(/-?\d+/g, 'N');
  return { kind: 'refused', defect };
}
