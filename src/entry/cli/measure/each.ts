/** `measure A..B --each`: every commit against its parent, for as long as nobody stops it. */
import { join } from 'node:path';
import { lookAt, roundsVerdict } from '../../../flow/measure.ts';
import { exitStatus } from '../../../judge/gate.ts';
import { InputError } from '../../../model/error.ts';
import { logLine } from '../../../report/escape.ts';
import {
  historyJson,
  historyLine,
  historyText,
  type MeasuredCommit,
} from '../../../report/history.ts';
import type { Config } from '../../../settings/config.ts';
import { gitIn, outsideGit } from '../../../source/rounds/git.ts';
import { type CommitOfRange, commitsOf, type Range } from '../../../source/rounds/history.ts';
import { type Interruption, listenForInterruption } from '../../../source/rounds/interrupt.ts';
import { emit, type Flags } from '../flags.ts';
import type { Here } from '../measurer.ts';
import type { AskedCommand } from './asked.ts';

/** What stopped is a result too: the table has the commits there were. */
export async function measureEach(
  flags: Flags,
  config: Config,
  asked: Omit<Asked, 'interruption'>,
): Promise<number> {
  const format = flags.format ?? 'text';
  if (format !== 'text' && format !== 'json') {
    throw new InputError(`--each has --format text and json, not ${format}`);
  }
  // Between two measurements somebody may press Ctrl-C too.
  const interruption = listenForInterruption();
  try {
    return await measureAll(flags, config, { ...asked, interruption });
  } finally {
    interruption.release();
  }
}

interface Asked {
  readonly here: Here;
  readonly command: AskedCommand;
  readonly range: Range;
  readonly interruption: Interruption;
}

async function measureAll(flags: Flags, config: Config, asked: Asked): Promise<number> {
  const { interruption } = asked;
  const commits = await commitsOf(gitIn(process.cwd(), outsideGit(process.env)), asked.range);
  const measured: MeasuredCommit[] = [];
  let status = 0;
  for (const commit of commits) {
    const measuredCommit = await measureOne(commit, flags, config, asked);
    if (measuredCommit === null) break;
    measured.push(measuredCommit);
    const line = historyLine(measuredCommit, measured.length, commits.length);
    process.stderr.write(`${logLine(line)}\n`);
    status = worse(
      status,
      measuredCommit.verdict === null ? 2 : exitStatus(measuredCommit.verdict, config.failOn),
    );
    if (interruption.status() !== null) break;
  }
  const report = flags.format === 'json' ? historyJson : historyText;
  await emit(flags, report(measured, commits.length));
  return interruption.status() ?? status;
}

/** A commit that is slower is what was looked for; one that could not be measured comes next. */
function worse(one: number, other: number): number {
  const order = [0, 3, 2, 1];
  return order.indexOf(other) > order.indexOf(one) ? other : one;
}

/** Null where it was stopped before it had a round. */
async function measureOne(
  commit: CommitOfRange,
  flags: Flags,
  config: Config,
  { here: measuring, command, interruption }: Asked,
): Promise<MeasuredCommit | null> {
  const keep =
    flags.keep === undefined ? {} : { keep: join(flags.keep, commit.commit.slice(0, 12)) };
  const sides = { against: commit.parent, head: commit.commit, signal: interruption.signal };
  try {
    const look = lookAt(config, measuring.looks);
    const measured = await measuring.measure(null, look, { ...command.options, ...sides, ...keep });
    const verdict = roundsVerdict(measured, measuring.looks, config);
    const failed = measured.stopped === 'failed' ? measured.warnings[0]?.message : undefined;
    if (failed === undefined) return { ...commit, verdict, problem: null };
    return { ...commit, verdict: null, problem: failed };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (interruption.status() !== null) return null;
    return { ...commit, verdict: null, problem: error.message };
  }
}
