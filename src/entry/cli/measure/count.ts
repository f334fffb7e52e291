/** `measure --count`: instructions in place of time, where that is asked for and can be done. */
import { countsEvidence } from '../../../flow/countevidence.ts';
import type { CountedBenchmarks } from '../../../flow/counting.ts';
import { judgeCounts } from '../../../flow/judgement.ts';
import { exitStatus } from '../../../judge/gate.ts';
import { InputError } from '../../../model/error.ts';
import { logLine } from '../../../report/escape.ts';
import type { Config } from '../../../settings/config.ts';
import { environmentHere } from '../../../source/rounds/machine.ts';
import { explain } from '../explain.ts';
import { emit, type Flags } from '../flags.ts';
import { verdictReport } from '../format.ts';
import type { Here } from '../measurer.ts';
import type { AskedCommand } from './asked.ts';

interface Asked {
  readonly here: Here;
  readonly command: AskedCommand;
  readonly options: Parameters<Here['count']>[1];
}

/** The exit status; null where time is to be measured. */
export async function measureCounts(
  flags: Flags,
  config: Config,
  { here: measuring, command, options }: Asked,
): Promise<number | null> {
  if (config.count === undefined || config.count === 'false') {
    if (flags.countEvents === undefined) return null;
    throw new InputError('--count-events says what to count: it needs --count');
  }
  const other = otherwise(flags);
  if (other !== null && config.count === 'auto') return null;
  if (other !== null)
    throw new InputError(`${other} is for times: leave out --count, or this flag`);
  let counted: CountedBenchmarks;
  try {
    counted = await measuring.count(command.fixed, options);
  } catch (error) {
    const interrupted = measuring.interrupted();
    if (interrupted === null && config.count === 'auto' && error instanceof InputError) {
      process.stderr.write(`${logLine(`${error.message}; so time is measured`)}\n`);
      return null;
    }
    if (interrupted === null) throw error;
    process.stderr.write(explain(error));
    return interrupted;
  }
  const { rows, warnings, costs: _, ...counts } = counted;
  const about = { warnings, environment: environmentHere() };
  const verdict = judgeCounts(rows, counts, about, config);
  const status = measuring.interrupted() ?? exitStatus(verdict, config.failOn);
  const ending = { failOn: config.failOn, status };
  await emit(flags, await verdictReport(verdict, flags, ending, flags, countsEvidence(counted)));
  return measuring.interrupted() ?? status;
}

/** What says that times are wanted, or has no meaning for counts. */
function otherwise(flags: Flags): string | null {
  if (flags.timeCommand === true) return '--time-command';
  if (flags.vary !== undefined) return '--vary';
  if (flags.each === true) return '--each';
  if (flags.keep !== undefined) return '--keep';
  return null;
}
