/**
 * cargo bench: divan runs a benchmark as often as `--sample-count` times `--sample-size` says. criterion and
 * libtest run for a time, and a program of theirs is refused by name once it is built: before nobody knows.
 */
import { quotedScript, word } from '../shell.ts';
import { type Each, type Listed, listSeconds } from './fixed.ts';

const instead =
  'count a program that does the work so often (--count --setup "cargo build --release" -- target/release/NAME), or use divan';

/**
 * `environment`: what the programs were built with; `args`: what the user gave them; `isFiltered`: names
 * are among these.
 */
export function cargoFixed(
  environment: string,
  args: readonly string[],
  isFiltered: boolean,
): Each {
  const each = (commands: string): string => `export ${environment}
while IFS='|' read -r kind directory program; do
  export CARGO_MANIFEST_DIR="$directory"
  ${commands}
done <"$FLAMEGATE_BIN/programs"`;
  const filter = isFiltered ? [] : ['"$FLAMEGATE_FILTER"'];
  const own = [...args.map(word), ...filter].join(' ');
  return {
    kind: 'each',
    list: each(`echo "kind $kind"
  [ "$kind" = divan ] || continue
  (cd "$directory" && "$program" --bench --color never ${own} </dev/null)`),
    listed: results,
    refuses: (printed) => {
      const kinds = [...printed.matchAll(/^kind (\S+)$/gm)].map(([, kind]) => kind);
      const others = kinds.filter((kind) => kind !== 'divan');
      if (others.length === 0) return null;
      const which = [...new Set(others)].join(' and ');
      const run = which.includes(' and ') ? 'run' : 'runs';
      return `${which} ${run} for a time and not a number of times (cargo's --bench NAME chooses programs): ${instead}`;
    },
    run: ({ benchmark }, iterations, counter) => {
      const [crate = ''] = benchmark.split('::');
      return each(`case $kind:$(basename "$program") in divan:${word(crate)}-*) ;; *) continue ;; esac
  (cd "$directory" && ${counter} "$program" --bench --color never --exact ${quotedScript(benchmark)} --sample-count 1 --sample-size ${iterations} </dev/null)`);
    },
    ran: (printed, { benchmark }) => {
      const all = rows(printed);
      return all.length === 1 && all[0]?.name === benchmark ? all[0].iterations : null;
    },
  };
}

interface Row {
  readonly name: string;
  readonly seconds: number;
  readonly iterations: number;
}

const results = (printed: string): Listed[] =>
  rows(printed).map(({ name, seconds }) => ({
    package: '',
    benchmark: name,
    iterations: Math.max(1, Math.floor(listSeconds / seconds)),
  }));

const units: Readonly<Record<string, number>> = { ps: 1e-12, ns: 1e-9, µs: 1e-6, ms: 1e-3, s: 1 };

/**
 * divan's tree: `│  ├─ 100    75.47 ns  │ 76.75 ns  │ 76.13 ns  │ 76.12 ns  │ 100     │ 3200` below its
 * groups; a level is three characters wide.
 */
function rows(printed: string): Row[] {
  const found: Row[] = [];
  const path: string[] = [];
  for (const line of printed.split('\n')) {
    const [, tree = '', rest = ''] = /^((?:[│├╰ ][─ ] ?)*)(\S.*)$/u.exec(line) ?? [];
    const [name = '', ...cells] = rest.split(/\s+│\s*|\s{2,}/u);
    const depth = tree.length / 3;
    // A name without a tree in front is a program's own, above its columns.
    if (name === '' || (depth === 0 && cells[0] !== 'fastest')) continue;
    path.splice(depth, path.length, name);
    const [value, unit = ''] = (cells[3] ?? '').split(' ');
    const [seconds, iterations] = [Number(value) * (units[unit] ?? Number.NaN), Number(cells[5])];
    if (seconds > 0 && iterations > 0) found.push({ name: path.join('::'), seconds, iterations });
  }
  return found;
}
