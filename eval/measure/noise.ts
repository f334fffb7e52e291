/**
 * What a round's log ratio looks like on this machine: base against itself slowed in one function, run
 * in turn beside a process that comes and goes (load.ts). Prints mean and standard deviation beside
 * median and MAD, which says how far the tails are from normal.
 *
 *     node eval/measure/noise.ts [ROUNDS] ['-test.benchtime=5ms -test.count=9 -test.cpu=1']
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../../src/model/run.ts';
import { defaultRedact } from '../../src/settings/redact.ts';
import { environmentHere } from '../../src/source/rounds/machine.ts';
import { measureRounds } from '../../src/source/rounds/rounds.ts';
import { hodgesLehmann, walshAverages } from '../../src/stats/signedrank.ts';
import { looks } from '../../src/stats/spending.ts';
import { mad, mean, median, variance } from '../../src/stats/summary.ts';
import { startLoad } from './load.ts';
import { checkOut, makeRepository } from './slower.ts';

const [rounds = '30', flags = '-test.benchtime=5ms -test.count=9 -test.cpu=1'] =
  process.argv.slice(2);
const temp = mkdtempSync(join(tmpdir(), 'flamegate-noise-'));
const folder = join(temp, 'ledger');
mkdirSync(folder);
makeRepository(folder, 10);
checkOut(folder, 'slow');
const load = startLoad(1, 4);
try {
  const measured = await measureRounds(
    {
      directory: folder,
      against: 'main',
      setup: 'go test -c -o $FLAMEGATE_BIN/codec.test ./codec',
      run: `$FLAMEGATE_BIN/codec.test -test.run="^$" -test.bench=. ${flags}`,
      seed: 1,
      maxSeconds: 600,
      env: { ...process.env, GOFLAGS: '-buildvcs=false', GOPROXY: 'off', GOWORK: 'off' },
      log: () => undefined,
      looks: looks(Number(rounds)),
      format: 'go',
      environment: environmentHere(),
      tables: {},
      redact: defaultRedact,
      keep: null,
    },
    null,
    () => ({ open: [], decided: [], done: false }),
  );
  const times = (run: Run) => run.series.filter((of) => of.unit === 'sec/op');
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`.padStart(9);
  console.log(`${'benchmark'.padEnd(16)}     mean       sd   median      MAD       HL`);
  for (const { benchmark } of measured.rounds.slice(0, 1).flatMap(({ base }) => times(base))) {
    const center = (run: Run) =>
      mean(
        times(run)
          .find((of) => of.benchmark === benchmark)
          ?.samples.map(Math.log) ?? [],
      );
    const ratios = measured.rounds.map(({ base, head }) => center(head) - center(base));
    const figures = [
      mean(ratios),
      Math.sqrt(variance(ratios)),
      median(ratios),
      1.4826 * mad(ratios),
      hodgesLehmann(walshAverages(ratios)),
    ];
    console.log(benchmark.padEnd(16) + figures.map(percent).join(''));
  }
  console.log(measured.machine.join('; '));
} finally {
  load.kill('SIGKILL');
  rmSync(temp, { recursive: true, force: true });
}
