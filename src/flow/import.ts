/** The history of another tool becomes stored runs. */
import type { Suite } from '../formats/histories/index.ts';
import { InputError } from '../model/error.ts';
import type { RunOptions } from '../source/files/collect.ts';
import type { BaselineStore } from '../store/store.ts';
import { record } from './record.ts';

export interface Imported {
  readonly stored: number;
  /** They were there before. */
  readonly known: number;
  /** What was not stored, and why. */
  readonly refused: readonly string[];
  /** Values that could not be read, of runs that were stored. */
  readonly lost: readonly string[];
}

/** Stores each run under its own commit and time; those that are stored already are passed over. Throws InputError. */
export async function importSuite(
  { runs }: Suite,
  store: BaselineStore,
  tables: RunOptions,
): Promise<Imported> {
  const known = new Set<string>();
  for await (const item of store.load()) {
    if (item.kind === 'run') known.add(keyOf(item.run.manifest));
  }
  let stored = 0;
  let passedOver = 0;
  const refused: string[] = [];
  const lost: string[] = [];
  for (const run of runs) {
    const { commit, time, benchmarks } = run;
    if (known.has(keyOf(run))) {
      passedOver++;
      continue;
    }
    const place = `${commit.slice(0, 12) || 'a run'} of ${time}`;
    const inputs = { commit, time, benchmarks: [benchmarks], profiles: [], environment: {} };
    try {
      await record({ ...inputs, purpose: 'store' }, store, tables, ({ message }) => {
        lost.push(`${place}: ${message}`);
      });
      known.add(keyOf(run));
      stored++;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused.push(`${place}: ${error.message}`);
    }
  }
  return { stored, known: passedOver, refused, lost };
}

const keyOf = ({ commit, time }: { readonly commit: string; readonly time: string }): string =>
  `${commit} ${Date.parse(time)}`;

/** The suite of this name; the only one where none is given. Throws InputError. */
export function suiteOf(suites: readonly Suite[], name: string | undefined): Suite {
  const [only, ...others] = suites;
  if (name === undefined && only !== undefined && others.length === 0) return only;
  const found = suites.find((suite) => suite.name === name);
  if (found !== undefined) return found;
  const names = suites.map((suite) => JSON.stringify(suite.name)).join(', ');
  const what =
    name === undefined
      ? 'the history has several suites'
      : `there is no suite ${JSON.stringify(name)}`;
  throw new InputError(
    `${what}: say one of ${names} with --suite, each into a directory of its own`,
  );
}
