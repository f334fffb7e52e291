import { expect, it } from 'vitest';
import { commandName, commandTimes } from '../../../src/source/rounds/commandtimes.ts';
import { readBenchmarks } from '../../formats/benchmarks/read.ts';

const times = { wallSeconds: 1.25, cpuSeconds: 0.5 };

it('is a benchmark with the time of the clock and of the CPUs, both better lower', () => {
  const { series, warnings } = readBenchmarks([
    commandTimes(
      [{ ...times, name: commandName('./tool --all "my file.txt"') }],
      true,
      'times.txt',
    ),
  ]);
  expect(series.map((of) => [of.benchmark, of.unit, of.better, of.samples])).toEqual([
    ['Command/tool_--all_my_file.txt', 'sec/op', 'lower', [1.25]],
    ['Command/tool_--all_my_file.txt', 'cpu-sec/op', 'lower', [0.5]],
  ]);
  expect(warnings).toEqual([]);
});

it('leaves out a CPU time that was not measured', () => {
  const { series } = readBenchmarks([commandTimes([{ ...times, name: 'sleep_1' }], false, 't')]);
  expect(series.map((of) => of.unit)).toEqual(['sec/op']);
});

it.each([
  ['"$FLAMEGATE_BIN"/tool x', 'tool_x'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's variable
  ['${FLAMEGATE_BIN}/tool\nsecond line', 'tool'],
  ['  /usr/bin/env true', '_usr_bin_env_true'],
  ['', 'run'],
  ['\n', 'run'],
  ['a\tb\u0000c\u202Ed', 'a_b_c_d'],
  ['x'.repeat(99), 'x'.repeat(60)],
])('the command %j is called %s', (run, name) => {
  expect(commandName(run)).toBe(name);
});
