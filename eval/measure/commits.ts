/**
 * `flamegate measure` on commits of public repositories (commits/list.ts), each as it was committed and
 * undone, beside the same by hand: one program a side, run in turn, and benchstat. Prints a table in Markdown:
 * commits.txt is what it printed so far.
 *
 *     node eval/measure/commits.ts [--only OWNER/NAME] [--mirrors DIR] [--work DIR] [--max-time 1m] [--times 10]
 *
 * Clones from GitHub, or from DIR/OWNER+NAME/repo. Packages come from the registries. By hand needs benchstat
 * (go install golang.org/x/perf/cmd/benchstat@latest) and is left out without it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Commit, list } from './commits/list.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    mirrors: { type: 'string' },
    work: { type: 'string', default: join(tmpdir(), 'flamegate-commits') },
    cli: { type: 'string', default: join(import.meta.dirname, '../../dist/cli.js') },
    node: { type: 'string', default: process.execPath },
    'max-time': { type: 'string', default: '1m' },
    times: { type: 'string', default: '10' },
  },
});

interface Row {
  readonly benchmark: string;
  readonly unit: string;
  readonly delta: number | null;
  readonly ci: readonly [number, number] | null;
}

interface Report {
  readonly verdict: string;
  readonly headline: string;
  readonly comparisons: readonly Row[];
  readonly rounds: { readonly rounds: number } | null;
}

const percent = (of: number): string => `${of > 0 ? '+' : ''}${(of * 100).toFixed(1)}`;

function checkout(of: Commit): string {
  const folder = join(values.work, of.repository.replace('/', '+'));
  if (!existsSync(folder)) {
    const from =
      values.mirrors === undefined
        ? `https://github.com/${of.repository}`
        : join(values.mirrors, of.repository.replace('/', '+'), 'repo');
    execFileSync('git', ['clone', '-q', from, folder]);
  }
  execFileSync('git', ['checkout', '-q', '--detach', of.commit], { cwd: folder });
  if (of.install !== undefined) shell(of.install, folder, of);
  return folder;
}

function shell(command: string, cwd: string, of: Commit, checkoutOf = cwd): string {
  const env = { ...process.env, ...of.env, CHECKOUT: checkoutOf };
  const { status, stdout, stderr } = spawnSync('bash', ['-ec', command], {
    cwd,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} in ${cwd}: status ${status}\n${stderr}`);
  return stdout;
}

function measured(of: Commit, range: string, folder: string): string {
  const args = ['measure', range, '--max-time', values['max-time'], '--format', 'json', '--'];
  const start = performance.now();
  const { stdout, stderr } = spawnSync(values.node, [resolve(values.cli), ...args, ...of.command], {
    cwd: folder,
    env: { ...process.env, ...of.env, CI: 'true' },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  if (stdout === '') {
    const says = /^flamegate: (.*)/m.exec(stderr)?.[1] ?? stderr.trim();
    return `refused | ${says} | | | ${seconds}`;
  }
  const report = JSON.parse(stdout) as Report;
  const rows = report.comparisons
    .filter(({ unit, delta }) => unit === 'sec/op' && delta !== null)
    .map(({ benchmark, delta, ci }) => {
      const range = ci === null ? '' : ` [${percent(ci[0])}, ${percent(ci[1])}]`;
      return `${benchmark} ${percent(delta ?? 0)}${range}`;
    });
  return [
    report.verdict,
    rows.join('; '),
    report.headline,
    report.rounds?.rounds ?? '',
    seconds,
  ].join(' | ');
}

/** benchstat's own words of base and head measured in turn; empty without benchstat. */
function byHand(of: Commit, folder: string): string {
  if (spawnSync('benchstat', ['-h']).error !== undefined) return '';
  const sides = { base: `${of.commit}^`, head: of.commit };
  const trees = join(values.work, 'by-hand');
  rmSync(trees, { recursive: true, force: true });
  execFileSync('git', ['worktree', 'prune'], { cwd: folder });
  mkdirSync(trees, { recursive: true });
  const printed = { base: '', head: '' };
  for (const side of ['base', 'head'] as const) {
    const tree = join(trees, side);
    execFileSync('git', ['worktree', 'add', '-q', '--detach', tree, sides[side]], { cwd: folder });
    shell(of.build, tree, of, folder);
  }
  for (let i = 0; i < Number(values.times); i++) {
    const order = i % 2 === 0 ? (['base', 'head'] as const) : (['head', 'base'] as const);
    for (const side of order) printed[side] += shell(of.run, join(trees, side), of, folder);
  }
  for (const side of ['base', 'head'] as const) {
    writeFileSync(join(trees, `${side}.txt`), printed[side]);
  }
  const csv = execFileSync('benchstat', ['-format=csv', 'base.txt', 'head.txt'], {
    cwd: trees,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for (const side of ['base', 'head']) {
    execFileSync('git', ['worktree', 'remove', '--force', join(trees, side)], { cwd: folder });
  }
  const [, time = ''] = /,sec\/op,.*\n([\s\S]*?)(?:\n\n|$)/.exec(csv) ?? [];
  return (
    time
      .split('\n')
      .map((line) => line.split(','))
      // A benchmark that one side alone has is not compared.
      .filter(([name, , , , , change]) => name !== 'geomean' && change !== undefined)
      .map(([name, , , , , change, p]) => `${name} ${change} (${p})`)
      .join('; ')
  );
}

mkdirSync(values.work, { recursive: true });
const { version } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
) as { version: string };
console.log(
  `flamegate ${version}, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}\n`,
);
for (const of of list.filter(({ repository }) => repository.includes(values.only))) {
  const folder = checkout(of);
  console.log(
    `${of.repository} ${of.commit.slice(0, 8)}: ${of.claim}; \`${of.command.join(' ')}\`; load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(
    '\n| | Verdict | Change, 95 % interval | Says | Rounds | Seconds |\n|---|---|---|---|--:|--:|',
  );
  console.log(`| as committed | ${measured(of, `${of.commit}^..${of.commit}`, folder)} |`);
  if (of.claim !== 'text only') {
    console.log(`| undone | ${measured(of, `${of.commit}..${of.commit}^`, folder)} |`);
  }
  console.log(`\nBy hand, benchstat: ${byHand(of, folder)}\n`);
}
