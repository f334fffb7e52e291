/**
 * Every call to GitHub with every fault, for a pull request with a known regression and for a push to main, with the real
 * dist/action.js against the GitHub of test/e2e/github: exit status, seconds, and comments or stored runs.
 *
 *   node eval/github/faults.ts [pull|main] [lasting|once] [--call PART] [--side-by-side 8]
 *
 * What would be wrong: 0 for the pull request (it is slower), 0 for main where nothing was stored, over four minutes, more than
 * one comment, and a defect of its own. The table marks such cells with `!`, and then the script ends with 1.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runAction } from '../../test/e2e/github/runner.ts';
import { type FakeGitHub, type Fault, startGitHub } from '../../test/e2e/github/server.ts';
import type { Run } from '../../test/e2e/github/world.ts';

const root = join(import.meta.dirname, '../..');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    call: { type: 'string', default: '' },
    'side-by-side': { type: 'string', default: '8' },
  },
});

type Call = { readonly name: string; readonly method: string; readonly path: RegExp };
const service = '/twirp/github.actions.results.api.v1.ArtifactService/';
const calls: readonly Call[] = [
  { name: 'the merge commit', method: 'GET', path: /\/git\/commits\// },
  { name: 'commits before', method: 'GET', path: /widgets\/commits\?/ },
  { name: 'list of runs', method: 'GET', path: /\/workflows\/[^/]+\/runs/ },
  { name: "a run's artifacts", method: 'GET', path: /\/runs\/\d+\/artifacts/ },
  { name: 'address of an archive', method: 'GET', path: /\/zip$/ },
  { name: 'archive', method: 'GET', path: /^\/blob\// },
  { name: 'CreateArtifact', method: 'POST', path: new RegExp(`${service}CreateArtifact$`) },
  { name: 'upload', method: 'PUT', path: /^\/blob\// },
  { name: 'FinalizeArtifact', method: 'POST', path: new RegExp(`${service}FinalizeArtifact$`) },
  { name: 'list of comments', method: 'GET', path: /\/comments/ },
  { name: 'new comment', method: 'POST', path: /\/issues\/\d+\/comments$/ },
  { name: 'changed comment', method: 'PATCH', path: /\/comments\/\d+$/ },
];
const ofMain = calls.slice(1, 9);

const refusal = (status: number, headers = {}): Partial<Fault> => ({
  status,
  headers,
  json: { message: 'No', documentation_url: 'https://docs.github.com/rest', status: `${status}` },
});
const text = (body: string, type: string, more = {}): Partial<Fault> => ({
  status: 200,
  bytes: Buffer.from(body),
  headers: { 'content-type': type, ...more },
});
const json = 'application/json; charset=utf-8';
const faults: readonly (readonly [string, Partial<Fault>])[] = [
  ['401', refusal(401)],
  ['403', refusal(403)],
  ['403 limit', refusal(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1900000000' })],
  ['404', refusal(404)],
  ['409', refusal(409)],
  ['410', refusal(410)],
  ['422', refusal(422)],
  ['429', refusal(429)],
  ['500', refusal(500)],
  ['502', refusal(502)],
  ['503', refusal(503)],
  ['reset', { status: 200, hangUp: true }],
  ['stall', { status: 200, stall: true }],
  ['cut', { status: 200, cut: true }],
  ['length', text('{"total_count": 1, "workflow_runs": [', json, { 'content-length': '20' })],
  ['bad JSON', text('{"total_count": ', json)],
  ['HTML', text('<!doctype html><title>Unicorn!</title>', 'text/html')],
  ['other JSON', { status: 200, json: { ok: true } }],
  ['null', { status: 200, json: null }],
  ['redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/elsewhere' } }],
];

const slow = 'slow/bench.txt';
/** Three runs of main are enough to fail for what is 88 % slower. */
const stored = readdirSync(join(root, 'examples/baseline'))
  .filter((name) => !name.startsWith('.'))
  .slice(0, 3)
  .map((name) => `baseline/${name}/benchmarks/bench.txt`);

interface Cell {
  readonly text: string;
  readonly isWrong: boolean;
}

/** What the runs of main uploaded: run once, and put back for every cell. */
let kept: readonly { readonly name: string; readonly bytes: Uint8Array }[] | undefined;

async function storeRuns(
  github: FakeGitHub,
  step: (run: Run, file: string) => Promise<{ readonly exitCode: number | null }>,
): Promise<void> {
  for (const [i, file] of stored.entries()) {
    const push = github.push();
    const known = kept?.[i];
    if (known !== undefined) {
      // As a job has: the numbers of all that follows are as they were.
      github.token();
      github.addArtifact(push, known.name, known.bytes);
    } else if ((await step(push, file)).exitCode !== 0) throw new Error('a run of main failed');
    github.finish(push);
  }
  kept ??= github.artifacts.map(({ name, bytes }) => ({ name, bytes }));
}

async function cell(
  of: 'pull' | 'main',
  call: Call,
  fault: Partial<Fault>,
  times: number,
): Promise<Cell> {
  const github = await startGitHub();
  const workspace = mkdtempSync(join(tmpdir(), 'flamegate-faults-'));
  const step = (run: Run, file: string) => {
    cpSync(join(root, 'examples', file), join(workspace, 'bench.txt'));
    const inputs = { benchmarks: 'bench.txt', threshold: '10%' };
    return runAction({ github, run, workspace, inputs, longest: 600_000 });
  };
  try {
    await storeRuns(github, step);
    const pull = github.openPull();
    // The comment to change.
    if (call.method === 'PATCH') await step(github.runOf(pull), slow);
    const before = github.artifacts.length;
    github.fault({ status: 200, ...fault, method: call.method, path: call.path, times });
    const started = performance.now();
    const got =
      of === 'pull'
        ? await step(call.method === 'PATCH' ? github.pushTo(pull) : github.runOf(pull), slow)
        : await step(github.push(), 'clean/bench.txt');
    const seconds = Math.round((performance.now() - started) / 1000);
    const isDefect = /defect of its own/.test(got.stdout + got.stderr);
    const comments = github.comments.length;
    const uploads = github.artifacts.length - before;
    const isGreen = got.exitCode === 0 && (of === 'pull' || uploads === 0);
    const isWrong = isGreen || isDefect || seconds > 240 || comments > 1 || got.exitCode === null;
    const count = of === 'pull' ? comments : uploads;
    return { text: `${isWrong ? '!' : ''}${got.exitCode} ${seconds}s ${count}`, isWrong };
  } finally {
    await close(github);
    rmSync(workspace, { recursive: true, force: true });
  }
}

const close = (github: FakeGitHub) => github.close();

// Without a fault the pull request fails, or nothing here means anything.
for (const runs of ['stored', 'put back']) {
  const plain = await cell('pull', { name: '', method: 'GET', path: /^$/ }, {}, 0);
  if (!plain.text.startsWith('1 ')) throw new Error(`without a fault, runs ${runs}: ${plain.text}`);
}

const which = positionals.filter((of) => of === 'pull' || of === 'main');
const long = positionals.filter((of) => of === 'lasting' || of === 'once');
let wrong = 0;
for (const of of which.length > 0 ? which : (['pull', 'main'] as const)) {
  for (const duration of long.length > 0 ? long : (['lasting', 'once'] as const)) {
    const rows = (of === 'pull' ? calls : ofMain).filter(({ name }) => name.includes(values.call));
    const jobs = rows.flatMap((call) => faults.map(([name, fault]) => ({ call, name, fault })));
    const cells = new Map<string, Cell>();
    const key = (call: Call, name: string) => `${call.name}/${name}`;
    const worker = async () => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
        const { call, name, fault } = job;
        cells.set(key(call, name), await cell(of, call, fault, duration === 'once' ? 1 : 999));
      }
    };
    await Promise.all(Array.from({ length: Number(values['side-by-side']) }, worker));
    wrong += [...cells.values()].filter(({ isWrong }) => isWrong).length;
    const what = of === 'pull' ? 'A pull request that is slower' : 'A push to main';
    console.log(
      `\n${what}, ${duration}: exit status, seconds, ${of === 'pull' ? 'comments' : 'artifacts stored'}\n`,
    );
    console.log(`| | ${faults.map(([name]) => name).join(' | ')} |`);
    console.log(`|---|${faults.map(() => '---').join('|')}|`);
    for (const call of rows) {
      console.log(
        `| ${call.name} | ${faults.map(([name]) => cells.get(key(call, name))?.text).join(' | ')} |`,
      );
    }
  }
}
console.log(`\n${wrong} cells are wrong.`);
process.exitCode = wrong === 0 ? 0 : 1;
