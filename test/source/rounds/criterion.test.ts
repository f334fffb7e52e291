/** criterion's own times in place of the whole nanoseconds that it prints in the form `bencher`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itsTimes, withItsTimes } from '../../../src/source/rounds/presets/criterion.ts';
import { cargoGiven } from '../../../src/source/rounds/presets/given/cargo.ts';

let bin: string;
beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'flamegate-criterion-'));
});
afterEach(() => {
  rmSync(bin, { recursive: true, force: true });
});

/** What a round prints where the one program is this shell script. */
function round(program: string, shell = 'bash') {
  writeFileSync(join(bin, 'program'), `#!/bin/sh\n${program}`, { mode: 0o755 });
  writeFileSync(join(bin, 'programs'), `criterion|${bin}|${join(bin, 'program')}\n`);
  const { run } = cargoGiven(['cargo', 'bench']);
  const env = { ...process.env, FLAMEGATE_BIN: bin, FLAMEGATE_FILTER: '.' };
  const { status, stdout } = spawnSync(shell, ['-ec', run ?? ''], { env, encoding: 'utf8' });
  return { status, stdout };
}

const saved = (title: string, directory: string, median: string) => `
mkdir -p "$CRITERION_HOME/${directory}/new"
echo '{"group_id":"g","full_id":"long","title":"${title}"}' >"$CRITERION_HOME/${directory}/new/benchmark.json"
echo '{"mean":{"confidence_interval":{"confidence_level":0.95},"point_estimate":9.5,"standard_error":1},"median":{"confidence_interval":{"confidence_level":0.95},"point_estimate":${median},"standard_error":1}}' >"$CRITERION_HOME/${directory}/new/estimates.json"
`;
const printed = (title: string) =>
  `echo 'test ${title} ... bench:           1 ns/iter (+/- 0)'; echo\n`;

describe.skipIf(process.platform === 'win32')('criterion', () => {
  it.each(['bash', 'sh'])('has parts of a nanosecond, in %s', (shell) => {
    const program = saved('i16[0]/a b', 'i16[0]/a b', '1.4479') + printed('i16[0]/a b');
    expect(round(program, shell)).toEqual({
      status: 0,
      stdout: 'test i16[0]/a b ... bench: 1.4479 ns/iter\n',
    });
  });

  it('is as printed where a line has no file', () => {
    const program = saved('a', 'a', '1.4') + printed('a') + printed('b');
    const { stdout } = round(program);
    expect(stdout).toMatch(/^test a .* 1 ns[\s\S]*^test b .* 1 ns/m);
    expect(stdout).not.toContain('1.4');
  });

  it('has them of a suspect that is measured again, too', () => {
    writeFileSync(join(bin, 'program'), saved('a', 'a', '1.4') + printed('a'));
    const run = `${itsTimes}\n${withItsTimes(`(sh "$FLAMEGATE_BIN/program")`)}`;
    const env = { ...process.env, FLAMEGATE_BIN: bin };
    const { stdout } = spawnSync('sh', ['-ec', run], { env, encoding: 'utf8' });
    expect(stdout).toBe('test a ... bench: 1.4 ns/iter\n');
  });

  it('does not take the times of the round before', () => {
    round(saved('a', 'a', '1.4') + printed('a'));
    expect(round(printed('a')).stdout).toMatch(/ 1 ns\/iter/);
  });

  it.each(['bash', 'sh'])('fails as the program does, with what it printed, in %s', (shell) => {
    const program = `${saved('a', 'a', '1.4') + printed('a')}exit 3\n`;
    const { status, stdout } = round(program, shell);
    expect(status).toBe(3);
    expect(stdout).toContain('test a ');
  });
});
