/**
 * `go test -bench=... ./...` as it was typed: the test binaries of all its packages are built once a
 * side and only measure in the rounds, each in its package's directory and with a CPU profile. Which
 * packages there are, each side's own tree says: one of them may have more.
 */
import { everything } from '../../../../formats/benchmarks/filter.ts';
import { InputError } from '../../../../model/error.ts';
import { goFixed, goNameOf } from '../fixed/go.ts';
import { modulesOf, outsideCode, replacedBy } from '../go.ts';
import type { Checkout } from '../preset.ts';
import { word } from '../shell.ts';
import { type Given, nothingMore } from './given.ts';

/** Long enough for a profile, short enough for many rounds: docs/same-runner.md, "What it costs". */
const usualBenchtime = '100ms';

type Kind = 'build' | 'test' | 'profile' | 'none';

/** Flags of `go help build` and `go help testflag`: what each is for, and whether a value follows. */
const flagsOf: ReadonlyMap<string, readonly [Kind, boolean]> = new Map([
  ...named('race msan asan a x v work trimpath modcacherw cover buildvcs', 'build', false),
  ...named('p tags gcflags ldflags asmflags mod pgo buildmode vet', 'build', true),
  ...named('covermode coverpkg compiler gccgoflags installsuffix pkgdir toolexec', 'build', true),
  ...named('benchmem short failfast fullpath', 'test', false),
  ...named('bench benchtime count cpu run skip timeout parallel shuffle', 'test', true),
  ...named('memprofilerate blockprofilerate mutexprofilefraction', 'test', true),
  ...named('cpuprofile memprofile blockprofile mutexprofile', 'profile', true),
  // Of `go test` itself: nothing is cached here, and the output is read as it is.
  ...named('json', 'none', false),
]);

function named(names: string, kind: Kind, takesValue: boolean) {
  return names.split(' ').map((name) => [name, [kind, takesValue] as const] as const);
}

interface Flag {
  readonly name: string;
  readonly value: string | null;
}

interface Line {
  readonly build: readonly Flag[];
  readonly test: ReadonlyMap<string, string | null>;
  readonly profiles: readonly string[];
  readonly packages: readonly string[];
  /** Behind -args. */
  readonly rest: readonly string[];
}

export const isGoTest = ([program, verb]: readonly string[]): boolean =>
  /^(?:.*\/)?go(?:1[.\d]+)?$/.test(program ?? '') && verb === 'test';

/** Throws InputError for what `go test` would do besides measuring. */
export async function goGiven(words: readonly string[], checkout: Checkout): Promise<Given> {
  const outside = outsideCode(checkout.env);
  if (outside !== null) throw new InputError(outside);
  for (const module of await modulesOf(checkout)) {
    const elsewhere = replacedBy(module.text, checkout.top);
    if (elsewhere === null) continue;
    throw new InputError(
      `${module.path}: its go.mod replaces a module by ${elsewhere}, which is the same on both sides`,
    );
  }
  const line = parsed(words.slice(2));
  const bench = line.test.get('bench') ?? everything;
  const test = new Map([
    ['benchtime', usualBenchtime],
    ['count', '1'],
    ['run', '^$'],
    ...line.test,
  ]);
  test.delete('bench');
  const flags = [...test].map(([name, value]) => testFlag(name, value));
  const go = word(words[0] ?? 'go');
  const build = line.build.map(({ name, value }) => word(joined(`-${name}`, value))).join(' ');
  const packages = line.packages.map(word).join(' ');
  const shown = [...test]
    .filter(([name]) => name !== 'run' || line.test.has('run'))
    .map(([name, value]) => joined(`-${name}`, value));
  return {
    ...nothingMore,
    tool: 'go test',
    setup: setup({ go, build, packages, bench, rest: line.rest }),
    run: run([...flags, ...profileFlags(line.profiles), ...line.rest.map(word)]),
    says: `go test -c${build === '' ? '' : ` ${build}`} ${line.packages.join(' ')} once a side; in each round -bench=${bench} ${shown.join(' ')}, with a CPU profile of each package`,
    filter: bench,
    fixed: goFixed({
      flags: flagsOfWork(line),
      rest: line.rest.map(word),
    }),
  };
}

/** What is the same in every run that is counted: how often and on how many CPUs is not. */
const flagsOfWork = ({ test }: Line): string[] =>
  [...new Map([['run', '^$'], ...test])]
    .filter(([name]) => !['bench', 'benchtime', 'count', 'cpu'].includes(name))
    .map(([name, value]) => testFlag(name, value));

const joined = (flag: string, value: string | null): string =>
  value === null ? flag : `${flag}=${value}`;

const testFlag = (name: string, value: string | null): string =>
  word(joined(`-test.${name}`, value));

function parsed(words: readonly string[]): Line {
  const [build, test, profiles]: [Flag[], Map<string, string | null>, string[]] = [
    [],
    new Map(),
    [],
  ];
  const packages: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const text = words[i] ?? '';
    if (text === '-args' || text === '--args') {
      return whole({ build, test, profiles, packages, rest: words.slice(i + 1) });
    }
    const [, flag, , given] = /^--?(?:test\.)?([^=-][^=]*)(=(.*))?$/s.exec(text) ?? [];
    if (flag === undefined) {
      packages.push(text);
      continue;
    }
    const [kind, takesValue] = flagsOf.get(flag) ?? refused(flag);
    let value = given ?? null;
    if (value === null && takesValue) {
      value = words[++i] ?? null;
      if (value === null) throw new InputError(`go test: -${flag} needs a value`);
    }
    if (kind === 'build' && flag !== 'v') build.push({ name: flag, value });
    if (kind === 'test' || flag === 'v') test.set(flag, value);
    if (kind === 'profile') profiles.push(flag);
  }
  return whole({ build, test, profiles, packages, rest: [] });
}

function whole(line: Line): Line {
  const file = line.packages.find((text) => text.endsWith('.go'));
  if (file !== undefined) {
    throw new InputError(`${file} is a file: name its package, like ./codec or ./...`);
  }
  return line.packages.length === 0 ? { ...line, packages: ['.'] } : line;
}

function refused(flag: string): never {
  throw new InputError(
    `go test: -${flag} is not a flag that measuring takes; what is meant for the test program stands behind -args, and --run 'go test ...' runs anything as it is`,
  );
}

/** Where the user's own profile flags lead: the files of a round, not of the tree. */
function profileFlags(asked: readonly string[]): string[] {
  const kinds = [...new Set(['cpuprofile', ...asked])];
  return kinds.map((kind) => {
    const ending = kind === 'cpuprofile' ? 'pprof' : `${kind.replace('profile', '')}.pprof`;
    return `-test.${kind}="$FLAMEGATE_PROFILES/$name.${ending}"`;
  });
}

/**
 * Only packages that have a benchmark for the rounds: the others would cost a start each time. No
 * `grep -q` in a pipe: it ends at the first match, and a long list would fail by pipefail.
 */
function setup(item: {
  readonly go: string;
  readonly build: string;
  readonly packages: string;
  readonly bench: string;
  readonly rest: readonly string[];
}): string {
  const flags = item.build === '' ? '' : ` ${item.build}`;
  const list = word(`-test.list=${topOf(item.bench)}`);
  const rest = item.rest.map(word).join(' ');
  return `${item.go} list${flags} -f '{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}} {{.Dir}}{{end}}' ${item.packages} >"$FLAMEGATE_BIN/found"
: >"$FLAMEGATE_BIN/packages"
newline='
'
while read -r package directory; do
  [ -n "$package" ] || continue
  ${goNameOf}
  ${item.go} test -c${flags} -o "$FLAMEGATE_BIN/$name.test" "$package" </dev/null
  if listed=$(cd "$directory" && "$FLAMEGATE_BIN/$name.test" ${list} ${rest} </dev/null); then
    case "$newline$listed" in *"$newline"Benchmark*) ;; *) continue ;; esac
  fi
  printf '%s %s\\n' "$package" "$directory" >>"$FLAMEGATE_BIN/packages"
done <"$FLAMEGATE_BIN/found"
[ -s "$FLAMEGATE_BIN/packages" ] || { echo ${word(`no benchmark in ${item.packages} matches ${item.bench}`)} >&2; exit 1; }`;
}

/** The part for the functions themselves; -list knows no levels. */
function topOf(bench: string): string {
  const [top = ''] = bench.split('/', 1);
  try {
    new RegExp(top);
    return top === '' ? everything : top;
  } catch {
    return everything;
  }
}

const run = (flags: readonly string[]): string =>
  `while read -r package directory; do
  ${goNameOf}
  (cd "$directory" && "$FLAMEGATE_BIN/$name.test" -test.bench="$FLAMEGATE_FILTER" ${flags.join(' ')} </dev/null)
done <"$FLAMEGATE_BIN/packages"`;
