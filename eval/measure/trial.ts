/**
 * `flamegate measure` tried on this machine: identical code (a comment more), which must pass, and one function
 * slowed so that its benchmark takes about 10 % longer, which must be found and named. A competing process comes and
 * goes all the time.
 *
 *     node eval/measure/trial.ts [TRIALS] [--benchtime 20ms] [--max-time 120] [--threshold 5]
 *                                [--parts 22] [--rounds 150] [--load 4] [--from 1] [--quiet]
 *
 * TRIALS of each kind (default 2). `20 --quiet` took 22 minutes and gave trial.txt; nothing else should run beside it. --load: seconds a turn of the competing process may last, 0 for
 * none. --parts: how much of the text the slow function looks at twice, in percent. --quiet: no line a round.
 * --from: the first trial's number (of which the order of sides is drawn), so that it can be run in pieces.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lookAt, roundsVerdict } from '../../src/flow/measure.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { heavier } from '../../src/report/rows/order.ts';
import { maxTimeOf, resolveConfig } from '../../src/settings/config.ts';
import { defaultRedact } from '../../src/settings/redact.ts';
import { environmentHere } from '../../src/source/rounds/machine.ts';
import { measureRounds } from '../../src/source/rounds/rounds.ts';
import { looks } from '../../src/stats/spending.ts';
import { startLoad } from './load.ts';
import { checkOut, makeRepository, slowedFunction, trueSlowdown } from './slower.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    benchtime: { type: 'string', default: '20ms' },
    'max-time': { type: 'string', default: '120' },
    threshold: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '150' },
    parts: { type: 'string', default: '22' },
    load: { type: 'string', default: '4' },
    from: { type: 'string', default: '1' },
    quiet: { type: 'boolean', default: false },
  },
});
const trials = Number(positionals[0] ?? 2);
const config = resolveConfig({
  threshold: Number(values.threshold) / 100,
  maxTime: Number(values['max-time']),
  maxRounds: Number(values.rounds),
});
const plan = looks(config.maxRounds);
/** Short samples in turn, so that a disturbance of the machine meets few of them or both sides. */
const bench =
  '$FLAMEGATE_BIN/codec.test -test.run="^$" -test.bench=Encode -test.cpu=1 -test.count=3';

interface Trial {
  readonly kind: 'identical' | 'slower';
  readonly verdict: Verdict;
  readonly rounds: number;
  readonly seconds: number;
  readonly stopped: string;
}

async function trial(kind: Trial['kind'], folder: string, number: number): Promise<Trial> {
  checkOut(folder, kind === 'slower' ? 'slow' : 'same');
  const start = performance.now();
  const measured = await measureRounds(
    {
      directory: folder,
      against: 'main',
      setup: 'go test -c -o $FLAMEGATE_BIN/codec.test ./codec',
      run: `${bench} -test.benchtime=${values.benchtime} -test.cpuprofile=$FLAMEGATE_PROFILE`,
      seed: number,
      maxSeconds: maxTimeOf(config, true),
      env: { ...process.env, GOFLAGS: '-buildvcs=false', GOPROXY: 'off', GOWORK: 'off' },
      log: (line) => (values.quiet ? undefined : console.error(`    ${line}`)),
      looks: plan,
      format: 'go',
      environment: environmentHere(),
      tables: {},
      redact: defaultRedact,
      keep: null,
    },
    null,
    lookAt(config, plan),
  );
  const seconds = (performance.now() - start) / 1000;
  const verdict = roundsVerdict(measured, plan, config);
  return { kind, verdict, rounds: measured.rounds.length, seconds, stopped: measured.stopped };
}

/** By the first line of the report, which is all that many read. */
const named = ({ verdict }: Trial): boolean =>
  verdict.headline.includes(slowedFunction.slice(slowedFunction.lastIndexOf('/') + 1));

/** The first line names a function, and it is not this one. */
const misnamed = (of: Trial): boolean => !named(of) && /because of/.test(of.verdict.headline);

/** As the first of the table of functions. */
const first = ({ verdict }: Trial): boolean =>
  heavier(verdict.functions)[0]?.name === slowedFunction;

const heavierItself = ({ verdict }: Trial): boolean =>
  verdict.functions.some((row) => row.name === slowedFunction && row.verdict === 'slower');

const encodeSlower = ({ verdict }: Trial): boolean =>
  verdict.comparisons.some(
    (row) =>
      row.benchmark.startsWith('Encode/') && row.unit === 'sec/op' && row.verdict === 'slower',
  );

/** Benchmarks called slower though nothing of theirs was changed. */
const wronged = ({ kind, verdict }: Trial): string[] =>
  verdict.comparisons
    .filter((row) => row.gated && row.verdict === 'slower')
    .map((row) => `${row.benchmark} ${row.unit}`)
    .filter((name) => kind === 'identical' || !name.startsWith('Encode/'));

function row(of: Trial, number: number): string {
  return [
    `${of.kind} ${number}`.padEnd(13),
    of.verdict.verdict.padEnd(13),
    `${of.rounds} rounds`.padEnd(10),
    `${of.seconds.toFixed(0)} s`.padEnd(7),
    of.stopped.padEnd(11),
    ...(of.kind === 'slower'
      ? [
          encodeSlower(of) ? 'found' : 'missed',
          named(of) ? 'named' : `NOT NAMED: ${of.verdict.headline}`,
          first(of) ? 'first' : 'not first',
          heavierItself(of) ? 'heavier itself' : '',
        ]
      : []),
    ...wronged(of).map((name) => `WRONG: ${name}`),
  ].join('  ');
}

function summary(kind: Trial['kind'], all: readonly Trial[]): string {
  const count = (test: (of: Trial) => boolean) => all.filter(test).length;
  const verdicts = (['fail', 'suspect', 'incomplete', 'pass'] as const)
    .map((word) => `${word} ${count((of) => of.verdict.verdict === word)}`)
    .join(', ');
  const mean = (of: (trial: Trial) => number) =>
    (all.reduce((sum, trial) => sum + of(trial), 0) / all.length).toFixed(1);
  const found =
    kind === 'slower'
      ? `; found ${count(encodeSlower)}, function named in the first line ${count(named)} (another one ${count(misnamed)}), first of the functions ${count(first)}, heavier itself ${count(heavierItself)}`
      : '';
  const wrong = `; unchanged benchmarks called slower in ${count((of) => wronged(of).length > 0)}`;
  return `${kind}: ${all.length} trials: ${verdicts}${found}${wrong}; mean ${mean((of) => of.rounds)} rounds, ${mean((of) => of.seconds)} s`;
}

const temp = mkdtempSync(join(tmpdir(), 'flamegate-trial-'));
const folder = join(temp, 'ledger');
mkdirSync(folder);
makeRepository(folder, Number(values.parts));
const measureSlowdown = async (when: string) => {
  const slowdown = await trueSlowdown(folder, temp, 60);
  console.log(
    `Encode/size=4k is ${(slowdown * 100).toFixed(1)} % slower on the branch, ${when} the trials (least CPU time of 60 each)`,
  );
};
await measureSlowdown('before');
const load = Number(values.load) > 0 ? startLoad(1, Number(values.load)) : null;
try {
  const done: Trial[] = [];
  const from = Number(values.from);
  for (let number = from; number < from + trials; number++) {
    for (const kind of ['identical', 'slower'] as const) {
      const result = await trial(kind, folder, number);
      done.push(result);
      console.log(row(result, number));
    }
  }
  for (const kind of ['identical', 'slower'] as const) {
    console.log(
      summary(
        kind,
        done.filter((of) => of.kind === kind),
      ),
    );
  }
  load?.kill('SIGKILL');
  await measureSlowdown('after');
} finally {
  load?.kill('SIGKILL');
  rmSync(temp, { recursive: true, force: true });
}
