/** Histories of other tools, known by what is in their files. */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import { clean } from '../benchmarks/clean.ts';
import { readBencherHistory } from './bencher.ts';
import { readActionHistory } from './githubactionbenchmark.ts';
import type { Suite } from './history.ts';

export type { HistoryRun, Suite } from './history.ts';

/** `goPackage`: of Go's benchmarks, where the history does not name it. Throws InputError. */
export function readHistory(input: InputFile, goPackage = ''): readonly Suite[] {
  const { file, bytes } = clean(input);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').trim();
  const assigned = /^(?:window\.|const |var |let )?\w+\s*=\s*/.exec(text)?.[0].length ?? 0;
  let whole: unknown;
  try {
    whole = JSON.parse(text.slice(assigned).replace(/;\s*$/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `is no whole history: data.js of github-action-benchmark or the JSON of \`bencher perf\` was expected. ${reason}`,
      { file },
    );
  }
  const suites = readActionHistory(whole, file, goPackage) ?? readBencherHistory(whole);
  if (suites?.some(({ runs }) => runs.length > 0)) return suites;
  const what = suites === null ? 'is no history that is read' : 'holds no run';
  throw new InputError(
    `${what}: give data.js of github-action-benchmark (with \`entries\`) or the JSON of \`bencher perf\` (with \`results\`)`,
    { file },
  );
}
