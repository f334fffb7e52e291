/**
 * `pytest ...` and `python -m pytest ...` as typed: with each side's tree first on Python's path, the
 * JSON of pytest-benchmark, a plugin that reads $FLAMEGATE_FILTER, and the probe that both sides
 * import their own code (../pytest.ts).
 */
import { InputError } from '../../../../model/error.ts';
import { countPlugin, filterPlugin, pytestFixed } from '../fixed/pytest.ts';
import type { Checkout } from '../preset.ts';
import { pathOf, probe, up } from '../pytest.ts';
import { isQuotable, quoted, quotedScript, word } from '../shell.ts';
import { type Given, nothingMore } from './given.ts';

/** The program that was typed, and pytest's own arguments; null where it is another command. */
function parts(words: readonly string[]): { program: string; args: readonly string[] } | null {
  const [program = '', ...rest] = words;
  if (/^(?:.*\/)?(?:pytest|py\.test)$/.test(program)) return { program, args: rest };
  const isPython = /^(?:.*\/)?python[\d.]*$/.test(program);
  return isPython && rest[0] === '-m' && rest[1] === 'pytest'
    ? { program, args: rest.slice(2) }
    : null;
}

export const isPytest = (words: readonly string[]): boolean => parts(words) !== null;

/** Seconds of a benchmark in a round; pytest-benchmark's own 1 s is for one run, not for twenty. */
const usualSeconds = '0.2';

/** Throws InputError where there is no pytest-benchmark. */
export async function pytestGiven(words: readonly string[], checkout: Checkout): Promise<Given> {
  const { program, args } = parts(words) ?? { program: '', args: [] };
  const json = args.find((text) => text.startsWith('--benchmark-json'));
  if (json !== undefined) {
    throw new InputError(`pytest: leave ${json} out: flamegate has its own file in each round`);
  }
  const python = await interpreter(program, checkout);
  const has = (flag: string) => args.some((text) => text === flag || text.startsWith(`${flag}=`));
  const more = [
    ...(has('--benchmark-only') ? [] : ['--benchmark-only']),
    ...(has('--benchmark-max-time') ? [] : [`--benchmark-max-time=${usualSeconds}`]),
  ];
  const { directory, top } = checkout;
  const path = await pathOf(directory, checkout);
  const own = args.map(word).join(' ');
  const always = '-q -p no:cacheprovider';
  const once =
    '--benchmark-only --benchmark-max-time=0.001 --benchmark-min-rounds=1 --benchmark-warmup=off';
  return {
    ...nothingMore,
    tool: 'pytest-benchmark',
    setup: `${filterPlugin}\n${countPlugin(quoted(python))}`,
    run: `PYTHONPATH=${path}:"$FLAMEGATE_BIN" ${quoted(python)} -m pytest ${always} -p flamegate_filter ${more.join(' ')} --benchmark-json="$FLAMEGATE_OUTPUT" ${own}`,
    env: { PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
    says: `${python} -m pytest ${[...more, ...args].join(' ')}, each side's tree first on Python's path`,
    probe: `PYTHONPATH=${path} ${quoted(python)} -c ${quotedScript(probe)} ${quoted(top)} ${directory === '' ? '.' : up(directory)} ${always} ${own} ${once}`,
    fixed: pytestFixed({ path, python: quoted(python), args: fixedArgs(args) }),
  };
}

/** What says how long and how often has no meaning for a given number of times. */
const fixedArgs = (args: readonly string[]): string =>
  args
    .filter(
      (text) => !/^--benchmark-(?:only|max-time|min-time|min-rounds|warmup|calibration)/.test(text),
    )
    .map(word)
    .join(' ');

/** The interpreter itself: a shim of pyenv would choose another one in another directory. */
async function interpreter(program: string, checkout: Checkout): Promise<string> {
  const isPython = /python[\d.]*$/.test(program);
  const own = isPython ? [program] : [...(await shebang(program, checkout)), 'python', 'python3'];
  const script = 'import sys, pytest, pytest_benchmark; print(sys.executable)';
  for (const name of own) {
    const said = await checkout.ask(name, ['-c', script], checkout.directory);
    const found = said?.trim().split('\n').at(-1) ?? '';
    if (found.startsWith('/') && isQuotable(found)) return found;
  }
  throw new InputError(
    `${own.join(', ')}: none can import pytest and pytest_benchmark: pip install pytest-benchmark there`,
  );
}

/** The Python that an installed `pytest` begins with, as pip writes it. */
async function shebang(program: string, checkout: Checkout): Promise<string[]> {
  const file = program.includes('/') ? program : checkout.program(program);
  if (file === null) return [];
  const first = await checkout.ask('head', ['-n', '1', file], checkout.directory);
  const [, python] = /^#!\s*(\/\S*python[\d.]*)\s*$/m.exec(first ?? '') ?? [];
  return python === undefined ? [] : [python];
}
