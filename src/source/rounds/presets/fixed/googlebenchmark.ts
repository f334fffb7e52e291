/**
 * Google Benchmark 1.8 and later: `--benchmark_min_time=Nx` runs a benchmark N times. A program is taken
 * for one of its by a flag of its own in the command, like `--benchmark_filter=.`.
 */
import { plainFilter } from '../../../../formats/benchmarks/filter.ts';
import { commandOf, quotedScript } from '../shell.ts';
import { type Each, type Listed, listSeconds } from './fixed.ts';

export const isGoogleBenchmark = (words: readonly string[]): boolean =>
  words.some((text) => text.startsWith('--benchmark_'));

/** Ours decides these: the last of a flag counts, and what it writes elsewhere nobody reads. */
const decided = /^--benchmark_(?:format|min_time|repetitions|out|out_format|list_tests)(?:=|$)/;

const old = 'flamegate: this takes no number of iterations';

const whyOld =
  'this program is built with Google Benchmark before 1.8, which runs for a time and not a number of times (it does not know --benchmark_min_time=Nx): build it with 1.8 or later, or count a program that does the work a fixed number of times';

export function googleBenchmarkFixed(words: readonly string[]): Each {
  const command = commandOf(words.filter((text) => !decided.test(text)));
  const isFiltered = words.some((text) => text.startsWith('--benchmark_filter='));
  const filter = isFiltered ? '' : ' --benchmark_filter="$FLAMEGATE_FILTER"';
  const json = '--benchmark_format=json --benchmark_repetitions=1';
  // Before 1.8 the flag is a plain number: who takes that and not the other is so old.
  const takes = (time: string) =>
    `${command} --benchmark_list_tests=true --benchmark_min_time=${time} >/dev/null 2>&1`;
  return {
    kind: 'each',
    list: `${command}${filter} ${json} --benchmark_min_time=${listSeconds}s || {
  status=$?
  if ${takes('1x')} || ! ${takes('1')}; then exit $status; fi
  echo '${old}'
}`,
    listed: results,
    refuses: (printed) => (printed.includes(old) ? whyOld : null),
    run: ({ benchmark }, iterations, counter) =>
      `${counter} ${command} ${json} --benchmark_filter=${quotedScript(plainFilter([benchmark]))} --benchmark_min_time=${iterations}x`,
    ran: (printed, { benchmark }) => {
      const [only, ...others] = results(printed);
      return others.length === 0 && only?.benchmark === benchmark ? only.iterations : null;
    },
  };
}

interface Report {
  readonly benchmarks: readonly {
    readonly name: string;
    readonly run_type?: string;
    readonly iterations: number;
    readonly error_occurred?: boolean;
  }[];
}

/** A program may print something before its JSON. */
function results(printed: string): Listed[] {
  const start = printed.search(/^\{/m);
  if (start < 0) return [];
  const { benchmarks } = JSON.parse(printed.slice(start)) as Report;
  return benchmarks
    .filter((item) => item.run_type !== 'aggregate' && item.error_occurred !== true)
    .map(({ name, iterations }) => ({ package: '', benchmark: name, iterations }));
}
