/** `flamegate measure`: base and head in turn on this machine, and a verdict. */
import { lookAt, roundsEvidence, roundsVerdict } from '../../flow/measure.ts';
import { exitStatus } from '../../judge/gate.ts';
import { InputError } from '../../model/error.ts';
import { logLine } from '../../report/escape.ts';
import { readOptions, resolveConfig } from '../../settings/config.ts';
import { rangeOf } from '../../source/rounds/history.ts';
import { explain } from './explain.ts';
import { configLayers, emit, type Flags, rowOptions } from './flags.ts';
import { verdictReport } from './format.ts';
import { askedCommand, withSubmodules } from './measure/asked.ts';
import { measureCounts } from './measure/count.ts';
import { measureEach } from './measure/each.ts';
import { liveDisplay } from './measure/live.ts';
import { measurerHere } from './measurer.ts';

export async function measureCommand(flags: Flags, args: readonly string[]): Promise<number> {
  const [text] = args;
  const range = text === undefined ? null : rangeOf(text);
  if (range !== null && flags.against !== undefined) {
    throw new InputError('A..B says what to measure against: leave --against out');
  }
  if (range === null && flags.each === true) {
    throw new InputError('--each needs the commits, like v1.2..HEAD --each');
  }
  if (range !== null && (flags.baseCmd ?? flags.headCmd) !== undefined) {
    throw new InputError(
      'A..B compares two commits, and --base-cmd and --head-cmd two commands: give one of them',
    );
  }
  const config = resolveConfig(...(await configLayers(flags)));
  const command = withSubmodules(await askedCommand(flags), flags);
  const { says } = command;
  const options = { ...command.options, ...(range && { against: range.base, head: range.head }) };
  const measuring = measurerHere({ ...flags, run: options.run }, config, {
    benchmarks: [],
    commit: '',
  });
  const counted = await measureCounts(flags, config, { here: measuring, command, options });
  if (counted !== null) return counted;
  if (says !== null) process.stderr.write(`${logLine(`Measuring ${says}`)}\n`);
  if (range !== null && flags.each === true) {
    return measureEach(flags, config, { here: measuring, command, range });
  }
  const display = liveDisplay(measuring.looks[0]?.after ?? 0, process.env);
  const look = lookAt(config, measuring.looks);
  const watched = (rounds: Parameters<typeof look>[0]) => {
    const found = look(rounds);
    display?.looked(found);
    return found;
  };
  const shown = display === null ? {} : { live: display.live, log: display.log };
  const measured = await measuring
    .measure(null, watched, { ...options, ...shown })
    .finally(() => display?.close())
    .catch((error: unknown) => {
      if (measuring.interrupted() === null) throw error;
      process.stderr.write(explain(error));
      return null;
    });
  if (measured === null) return measuring.interrupted() ?? 2;
  const verdict = roundsVerdict(measured, measuring.looks, config);
  const evidence = roundsEvidence(measured, { ...readOptions(config), ...rowOptions(flags) });
  // A side that fails is bad input, whatever was measured before.
  const done = measured.stopped === 'failed' ? 2 : exitStatus(verdict, config.failOn);
  const status = measuring.interrupted() ?? done;
  const ending = { failOn: config.failOn, status };
  await emit(flags, await verdictReport(verdict, flags, ending, flags, evidence));
  return measuring.interrupted() ?? status;
}
