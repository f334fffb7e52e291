/**
 * `flamegate measure` in a small repository of each ecosystem, as a user types it: nothing changed
 * but a comment, one function slower by which the whole takes 10, 30 and 150 % longer, and the trap:
 * an everyday set-up in which both sides would run one program, or in which what is timed is not the
 * code. Prints a table in Markdown and what each trap says, and exits 1 where something slower passed
 * or something clean failed.
 *
 *     node eval/measure/cases.ts [TIMES] [--only NAME] [--cli FILE] [--cache DIR] [--threshold 5]
 *                               [--max-time 3m] [--by-hand]
 *
 * TIMES of each (default 3). cases.txt is what it printed of each alone, with 1. Benchmarking packages come from the registries, once,
 * into --cache (default: flamegate-cases in the directory for temporary files). --cli: another version's command line.
 * --by-hand: nothing changed and 30 % only, with what had to be typed before flamegate knew the tool, and no trap.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cargo } from './cases/cargo.ts';
import type { Ecosystem } from './cases/ecosystem.ts';
import { go } from './cases/go.ts';
import { program } from './cases/program.ts';
import { pytest, pytestEditable } from './cases/pytest.ts';
import { branches, makeCase } from './cases/repository.ts';
import { type Measured, measureCase } from './cases/run.ts';
import { vitest3, vitest5 } from './cases/vitest.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    cli: { type: 'string', default: join(import.meta.dirname, '../../dist/cli.js') },
    cache: { type: 'string', default: join(tmpdir(), 'flamegate-cases') },
    threshold: { type: 'string', default: '5' },
    'max-time': { type: 'string', default: '3m' },
    'by-hand': { type: 'boolean', default: false },
  },
});
const times = Number(positionals[0] ?? 3);
const all = [go, cargo, pytest, pytestEditable, vitest3, vitest5, program];
const chosen = all.filter(({ name }) => name.includes(values.only));

/** What contradicts the promise: slower code that passed, or clean code that failed. */
const wrong: string[] = [];
const said: string[] = [];

function row(ecosystem: Ecosystem, percent: number, of: Measured): string {
  const holds =
    of.interval === null || (of.interval[0] <= percent / 100 && percent / 100 <= of.interval[1]);
  return [
    ecosystem.name,
    percent === 0 ? 'none' : `${percent} %`,
    of.verdict,
    of.change,
    holds ? '' : 'not in it',
    of.rounds === null ? '' : String(of.rounds),
    of.seconds.toFixed(0),
    of.named ?? '',
    ...(values['by-hand'] ? [String(typedBy(ecosystem).length)] : []),
  ].join(' | ');
}

/** The command line as a user types it, in a shell. The repository is `/home/me/demo`. */
const typedBy = (ecosystem: Ecosystem): string =>
  `flamegate measure --against main ${ecosystem
    .byHand('/home/me/demo')
    .map((word) => (/^[\w./=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ')}`;

function note(ecosystem: Ecosystem, percent: number, of: Measured, where: string): void {
  const place = `${ecosystem.name}, ${percent} %${where}`;
  if (percent === 0 && of.verdict === 'fail') wrong.push(`${place}: clean, and it failed`);
  if (percent > 0 && of.verdict === 'pass') wrong.push(`${place}: slower, and it passed`);
}

function cases(ecosystem: Ecosystem): void {
  const temp = realpathSync(mkdtempSync(join(tmpdir(), 'flamegate-case-')));
  const cache = resolve(values.cache);
  mkdirSync(cache, { recursive: true });
  const settings = ['--threshold', `${values.threshold}%`, '--max-time', values['max-time']];
  try {
    const plain = makeCase(ecosystem, join(temp, 'plain'), { cache, trap: false });
    const typed = values['by-hand'] ? ecosystem.byHand(plain.folder) : ecosystem.typed;
    for (const percent of values['by-hand'] ? ([0, 30] as const) : branches) {
      for (let i = 0; i < times; i++) {
        const of = measureCase(plain, percent, [...settings, ...typed], values.cli);
        note(ecosystem, percent, of, '');
        console.log(`| ${row(ecosystem, percent, of)} |`);
        if (of.verdict === 'refused') wrong.push(`${ecosystem.name}, ${percent} %: ${of.says}`);
      }
    }
    if (values['by-hand']) return;
    const { trap } = ecosystem;
    const set = makeCase(ecosystem, join(temp, 'trap'), { cache, trap: true });
    for (const percent of [0, 150]) {
      const typed = [...settings, ...trap.typed(set.folder, cache)];
      const of = measureCase(set, percent, typed, values.cli);
      note(ecosystem, percent, of, ', trap');
      const [first = ''] = of.says.split(temp).join('').split('\n');
      const change = percent === 0 ? 'none' : `${percent} %`;
      said.push(
        `| ${ecosystem.name} | ${trap.what} | ${change} | ${of.verdict} | ${of.status} | ${first.replaceAll('|', '\\|')} |`,
      );
    }
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

console.log('| | Slower by | Verdict | Found | | Rounds | Seconds | Function named |');
console.log('|---|---|---|---|---|---|---|---|');
const load = [loadavg()[0] ?? 0];
for (const ecosystem of chosen) {
  if (spawnSync(ecosystem.needs, ['--help'], { stdio: 'ignore' }).error !== undefined) {
    console.log(`${ecosystem.name}: left out, ${ecosystem.needs} is not on the PATH`);
    continue;
  }
  cases(ecosystem);
  load.push(loadavg()[0] ?? 0);
}
console.log('\n| | Trap | Slower by | Verdict | Exit | Says |\n|---|---|---|---|---|---|');
for (const line of said) console.log(line);
console.log(`\nload of the machine meanwhile: ${load.map((of) => of.toFixed(1)).join(', ')}`);
console.log(wrong.length === 0 ? 'nothing slower passed, nothing clean failed' : wrong.join('\n'));
process.exitCode = wrong.length === 0 ? 0 : 1;
