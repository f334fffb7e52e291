/**
 * How long a gate over many shards takes, and how much memory: the real dist/action.js against the GitHub of
 * test/e2e/github on loopback. Two groups, each with half of the shards; five runs of main by the gate's own job, then
 * a pull request in which one benchmark of one shard takes ten times as long (20,000 benchmarks in one family and five runs tell little less).
 *
 *   node eval/github/shards.ts [--shards 200] [--benchmarks 100] [--samples 10] [--units 3] [--latency 0]
 *
 * Ends with 1 where the pull request took over 20 s or 500 MB, or was not found out. `--latency`: milliseconds that each
 * answer takes.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entriesOf, packRun } from '../../src/store/manifest.ts';
import { shardArtifact } from '../../src/store/shards.ts';
import { runAction } from '../../test/e2e/github/runner.ts';
import { startGitHub } from '../../test/e2e/github/server.ts';
import type { Run } from '../../test/e2e/github/world.ts';
import { zipOf } from '../../test/store/zip.ts';

const { values } = parseArgs({
  options: {
    shards: { type: 'string', default: '200' },
    benchmarks: { type: 'string', default: '100' },
    samples: { type: 'string', default: '10' },
    latency: { type: 'string', default: '0' },
    units: { type: 'string', default: '3' },
  },
});
const [shards, benchmarks, samples] = [values.shards, values.benchmarks, values.samples].map(
  Number,
) as [number, number, number];
const exact = ['\t 64 B/op', '\t 2 allocs/op'].slice(0, Number(values.units) - 1).join('');
const groups = ['linux', 'windows'] as const;

/** The same numbers each time: the noise of a quiet machine, 1 % a run and 1 % a sample. */
let state = 1;
function noise(): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    sum += state / 2 ** 32;
  }
  return sum - 6;
}

function output(goos: string, shard: number, slow: boolean): string {
  const lines = [
    `goos: ${goos}`,
    'goarch: amd64',
    `pkg: example.com/monorepo/p${shard}`,
    'cpu: Some CPU',
  ];
  for (let b = 0; b < benchmarks; b++) {
    const level = (100 + 37 * b) * (1 + 0.01 * noise()) * (slow && b === 7 ? 10 : 1);
    for (let s = 0; s < samples; s++) {
      const time = (level * (1 + 0.01 * noise())).toFixed(1);
      lines.push(`BenchmarkB${b}-4 \t 10000\t ${time} ns/op${exact}`);
    }
  }
  return `${lines.join('\n')}\nPASS\n`;
}

const github = await startGitHub();
github.latency = Number(values.latency);
const workspace = mkdtempSync(join(tmpdir(), 'flamegate-shards-'));
const usage = join(workspace, 'usage.json');
const hook = join(workspace, 'usage.cjs');
writeFileSync(
  hook,
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())));`,
);

/** What `mode: collect` uploads, without its processes. */
function collect(run: Run, isSlow: boolean): void {
  for (let n = 0; n < shards; n++) {
    const group = groups[n % 2] ?? 'linux';
    const bytes = Buffer.from(output(group, n, isSlow && n === 4));
    const packed = packRun({
      ...{ commit: run.sha, time: run.createdAt, runId: run.id },
      environment: { goos: group, goarch: 'amd64', cpu: 'Some CPU' },
      benchmarks: [{ file: 'bench.txt', bytes }],
      profiles: [],
    });
    const zip = zipOf([...entriesOf(packed)].map(([name, data]) => ({ name, data })));
    github.addArtifact(run, shardArtifact(`${group}/${n}`, 1), zip);
  }
}

async function gate(run: Run, isSlow = false) {
  collect(run, isSlow);
  const before = github.requests.length;
  const started = performance.now();
  const got = await runAction({
    ...{ github, run, workspace, longest: 600_000 },
    inputs: { expect: String(shards) },
    env: { NODE_OPTIONS: `--require=${hook}` },
  });
  const seconds = (performance.now() - started) / 1000;
  const { maxRSS, userCPUTime } = JSON.parse(readFileSync(usage, 'utf8'));
  const asked = github.requests.slice(before);
  const ofToken = asked.filter((of) => !/^(GET|PUT) \/blob|^POST \/twirp/.test(of)).length;
  const [megabytes, cpu] = [maxRSS / 1024, userCPUTime / 1e6];
  console.log(
    `| ${run.event === 'push' ? 'main' : 'pull request'} | ${got.exitCode} ${got.outputs.verdict} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${megabytes.toFixed(0)} | ${ofToken} | ${asked.length} |`,
  );
  return { ...got, seconds, megabytes };
}

try {
  console.log(
    `${shards} shards of ${benchmarks} benchmarks with ${samples} samples and ${values.units} units\n`,
  );
  console.log(
    '| | exit status, verdict | seconds | CPU seconds | MB at most | requests of the token | in all |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (let i = 0; i < 5; i++) {
    const push = github.push();
    const got = await gate(push);
    if (got.exitCode !== 0) throw new Error(got.stdout.slice(-3000));
    github.finish(push);
  }
  const got = await gate(github.runOf(github.openPull()), true);
  const isVerdict = /^(?:pass|fail|suspect|incomplete|no-baseline): /;
  const verdicts = got.stdout.split('\n').filter((line) => isVerdict.test(line));
  console.log(`\n${verdicts.join('\n')}`);
  const isRight = got.outputs.regressions?.includes('p4') && github.comments.length === 1;
  process.exitCode = isRight && got.seconds <= 20 && got.megabytes <= 500 ? 0 : 1;
} finally {
  await github.close();
  rmSync(workspace, { recursive: true, force: true });
}
