/**
 * Go: a test binary runs a benchmark `-benchtime=Nx` times. One thread only: valgrind ends a program
 * whose threads send signals to each other, which is how Go's scheduler interrupts them.
 */
import { goFilter } from '../../../../formats/benchmarks/filter.ts';
import { word } from '../shell.ts';
import { type Each, type Listed, listSeconds } from './fixed.ts';

/**
 * No thread interrupts another, and the collector works while the program waits: what it does is then
 * counted and nearly the same every time (0.3 % apart in place of 6 %, of a benchmark that allocates). The
 * user's own settings stay in force, and have the last word.
 */
const single = `GOMAXPROCS=1 GODEBUG="asyncpreemptoff=1,gcstoptheworld=2\${GODEBUG:+,$GODEBUG}"`;

/**
 * Shell text: `$name` of what belongs to `$package`. By the package, so that both sides' files go together and a
 * part of the packages finds its own; no path has a %.
 */
export const goNameOf = `name=$(printf %s "$package" | tr / %)`;

/** The same, of one package. */
export const goName = (path: string): string => path.replaceAll('/', '%');

/** The test binaries are `$FLAMEGATE_BIN/$name.test`; `flags`: what every run has. */
export function goFixed(item: {
  readonly flags: readonly string[];
  readonly rest: readonly string[];
}): Each {
  const in_ = (only: string, before: string, flags: readonly string[]) =>
    `while read -r package directory; do
  ${only}${goNameOf}
  (cd "$directory" && ${single} ${before}"$FLAMEGATE_BIN/$name.test" ${[...flags, ...item.flags, ...item.rest].join(' ')} </dev/null)
done <"$FLAMEGATE_BIN/packages"`;
  const times = (text: string) => [`-test.benchtime=${text}`, '-test.cpu=1', '-test.count=1'];
  return {
    kind: 'each',
    list: in_('', '', [`-test.bench="$FLAMEGATE_FILTER"`, ...times(`${listSeconds * 1000}ms`)]),
    listed: results,
    run: ({ package: path, benchmark }, iterations, counter) =>
      in_(`[ "$package" = ${word(path)} ] || continue\n  `, `${counter} `, [
        `-test.bench=${word(goFilter([benchmark]))}`,
        ...times(`${iterations}x`),
      ]),
    ran: (printed, { package: path, benchmark }) => {
      const all = results(printed);
      const [only] = all;
      const isIt = only?.package === path && only.benchmark === benchmark;
      return isIt && all.length === 1 ? only.iterations : null;
    },
  };
}

/** `pkg: example.com/codec`, `BenchmarkEncode/small   500   13000 ns/op`. */
function results(printed: string): Listed[] {
  const found: Listed[] = [];
  let path = '';
  for (const line of printed.split('\n')) {
    path = /^pkg: (\S+)/.exec(line)?.[1] ?? path;
    const [, benchmark, iterations] = /^Benchmark(\S*)\s+(\d+)\s/.exec(line) ?? [];
    if (benchmark === undefined || benchmark === '') continue;
    found.push({ package: path, benchmark, iterations: Number(iterations) });
  }
  return found;
}
