/**
 * `cargo bench ...` as it was typed: built once a side, in a target directory of the side's own (in
 * a shared one cargo takes the second side's program for built). cargo's JSON messages name the
 * programs, which the rounds run themselves; each says by its --help whether it is criterion's,
 * whose output is read in the form `bencher` only. criterion 0.5 has no --help, but lists its benchmarks
 * with --output-format beside, which libtest refuses.
 */
import { InputError } from '../../../../model/error.ts';
import { ownTarget } from '../cargo.ts';
import { itsTimes, withItsTimes } from '../criterion.ts';
import { cargoFixed } from '../fixed/cargo.ts';
import { word } from '../shell.ts';
import { type Given, nothingMore } from './given.ts';

export function isCargoBench([program, ...words]: readonly string[]): boolean {
  const [verb] = words[0]?.startsWith('+') ? words.slice(1) : words;
  return /^(?:.*\/)?cargo$/.test(program ?? '') && verb === 'bench';
}

/** Where the two sides would meet, or where what is built could not be found. */
const refusedFlags = /^--(?:target-dir|build-dir|message-format|manifest-path|no-run|help)(?:=|$)/;

/** criterion's flags that a value follows: what stands alone is its filter. */
const withValue = new Set(
  '-c --color -s --save-baseline -b --baseline --baseline-lenient --load-baseline --sample-size --warm-up-time --measurement-time --nresamples --noise-threshold --confidence-level --significance-level --profile-time --plotting-backend --output-format --format --skip --test-threads --logfile -Z'.split(
    ' ',
  ),
);

/** criterion's own 3 s and 5 s a benchmark are for one run, not for twenty rounds of two sides. */
const usualTimes = [
  ['--warm-up-time', '0.3'],
  ['--measurement-time', '1'],
] as const;

/** Throws InputError for flags that would make both sides one. */
export function cargoGiven(words: readonly string[]): Given {
  const end = words.indexOf('--');
  const own = end < 0 ? words : words.slice(0, end);
  const args = end < 0 ? [] : words.slice(end + 1);
  const odd = own.find((text) => refusedFlags.test(text));
  if (odd !== undefined) {
    throw new InputError(
      `cargo bench: ${odd} cannot be used here: flamegate builds each side in its tree, with a target directory of its own`,
    );
  }
  const { rest, filters, all } = divided(args);
  const times = usualTimes.filter(([name]) => !rest.some((text) => isFlag(text, name)));
  // libtest takes several names, criterion one expression.
  const [filter = null] = filters.length === 1 ? filters : [];
  const criterion = [
    '--output-format bencher',
    ...times.map((item) => item.join(' ')),
    ...rest.map(word),
  ].join(' ');
  const cargo = own.map(word).join(' ');
  const flags = times.map((item) => ` ${item.join(' ')}`).join('');
  return {
    ...nothingMore,
    tool: 'cargo bench',
    setup: setup(cargo),
    run: run(criterion, ['--bench', ...all.map(word)].join(' ')),
    env: { CARGO_TERM_COLOR: 'never' },
    says: `${own.join(' ')} --no-run once a side, each in its own target directory; in each round the benchmark programs${args.length === 0 ? '' : ` with ${args.join(' ')}`} (criterion: --output-format bencher${flags})`,
    filter,
    fixed: cargoFixed(ownTarget, all, filters.length > 0),
  };
}

const isFlag = (text: string, name: string): boolean =>
  text === name || text.startsWith(`${name}=`);

/** What is for a filter, and everything else, without a form of output. */
function divided(args: readonly string[]) {
  const [rest, filters, all]: [string[], string[], string[]] = [[], [], []];
  for (let i = 0; i < args.length; i++) {
    const text = args[i] ?? '';
    if (!text.startsWith('-')) {
      filters.push(text);
      all.push(text);
      continue;
    }
    const more = withValue.has(text) && i + 1 < args.length ? [args[++i] ?? ''] : [];
    if (isFlag(text, '--output-format')) continue;
    rest.push(text, ...more);
    all.push(text, ...more);
  }
  return { rest, filters, all };
}

/** A program of libtest without a benchmark (the library's own tests) is left out. */
const setup = (cargo: string): string =>
  `export ${ownTarget}
${cargo} --no-run --message-format=json-render-diagnostics >"$FLAMEGATE_BIN/messages"
sed -n '/"reason":"compiler-artifact".*"test":true/s/.*"manifest_path":"\\([^"]*\\)".*"executable":"\\([^"]*\\)".*/\\1|\\2/p' "$FLAMEGATE_BIN/messages" >"$FLAMEGATE_BIN/found"
: >"$FLAMEGATE_BIN/programs"
while IFS='|' read -r manifest program; do
  directory=$(dirname "$manifest")
  kind=libtest
  case $(cd "$directory" && "$program" --bench --help </dev/null 2>&1 || :) in
    *--output-format*) kind=criterion ;;
    *--sample-count*) kind=divan ;;
    *) case $(cd "$directory" && "$program" --bench --list --output-format bencher </dev/null 2>/dev/null || :) in
         *': benchmark'*) kind=criterion ;;
       esac
       case $(cd "$directory" && "$program" --bench --list </dev/null 2>/dev/null || :) in
         *', 0 benchmarks'*) continue ;;
       esac ;;
  esac
  printf '%s|%s|%s\\n' "$kind" "$directory" "$program" >>"$FLAMEGATE_BIN/programs"
done <"$FLAMEGATE_BIN/found"
[ -s "$FLAMEGATE_BIN/programs" ] || { echo 'cargo built no program that has a benchmark' >&2; exit 1; }`;

const run = (criterion: string, libtest: string): string =>
  `export ${ownTarget}
${itsTimes}
while IFS='|' read -r kind directory program; do
  export CARGO_MANIFEST_DIR="$directory"
  case $kind in
    criterion)
      ${withItsTimes(`(cd "$directory" && "$program" --bench ${criterion} "$FLAMEGATE_FILTER" </dev/null)`)} ;;
    *) (cd "$directory" && "$program" ${libtest} </dev/null) ;;
  esac
done <"$FLAMEGATE_BIN/programs"`;
