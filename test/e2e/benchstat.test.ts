/**
 * `flamegate diff --test mann-whitney` prints what benchstat prints, byte for byte: on what the
 * real tool printed once (test/golden/make.sh), and on the tool itself where it is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const golden = join(root, 'test/golden/benchstat');

interface Case {
  readonly output: string;
  readonly folder: string;
  readonly args: readonly string[];
}

const cases: Case[] = readFileSync(join(golden, 'commands.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [output = '', folder = '', args = ''] = line.split('\t');
    return { output, folder, args: args.split(' ') };
  })
  .filter(({ output }) => output.endsWith('.txt'));

/** benchstat makes separate tables and compares nothing; we compare, and say what differs. */
const apart = new Set(['cpu-differs.txt', 'config-differs.txt']);

function flamegate({ folder, args }: Case): string {
  const own = args.map((arg) =>
    arg === '-alpha' ? '--alpha' : arg === '-format' ? '--format' : arg,
  );
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    // Some of the files name no CPU, which benchstat has no word for.
    [join(root, 'dist/cli.js'), 'diff', '--test', 'mann-whitney', '--runner', 'dedicated', ...own],
    { cwd: join(golden, folder), encoding: 'utf8' },
  );
  // What benchstat does not say is not said where it speaks.
  expect(status).toBe(0);
  expect(stderr).toMatch(/^(?:warning: neither side names the machine .*\n)?$/);
  return stdout;
}

describe('diff --test mann-whitney', () => {
  it('has cases to compare', () => {
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases.filter(({ output }) => !apart.has(output)))('prints $output', (one) => {
    expect(flamegate(one)).toBe(readFileSync(join(golden, 'out', one.output), 'utf8'));
  });

  it('compares across CPUs, and says that it does', () => {
    const one = cases.find(({ output }) => output === 'cpu-differs.txt');
    if (one === undefined) throw new Error('the golden files lack cpu-differs.txt');
    const tool = readFileSync(join(golden, 'out', one.output), 'utf8');
    expect(tool).not.toContain('vs base');
    const ours = flamegate(one);
    expect(ours).toContain('vs base');
    expect(ours).toContain('different machines (other CPU: ');
  });
});

const tool = [join(homedir(), 'go/bin/benchstat'), '/usr/local/bin/benchstat'].find(existsSync);
if (tool === undefined) {
  console.info(
    'benchstat is not installed: its recorded output serves, the live comparison is skipped',
  );
}

describe.skipIf(tool === undefined)('the benchstat that is installed', () => {
  it.each(cases.filter(({ output }) => !apart.has(output)))('prints $output', (one) => {
    const { stdout } = spawnSync(tool ?? '', [...one.args], {
      cwd: join(golden, one.folder),
      encoding: 'utf8',
    });
    expect(flamegate(one)).toBe(stdout);
  });

  it('prints labels where files have them', () => {
    const one = cases.find(({ output, args }) => !apart.has(output) && args.length === 4);
    if (one === undefined) throw new Error('no case of two plain files');
    for (const labels of [
      ['old', 'new'],
      ['a label that is longer than any of the columns below', 'n'],
    ]) {
      const args = one.args.slice(2).map((file, i) => `${labels[i]}=${file}`);
      const { stdout } = spawnSync(tool ?? '', args, {
        cwd: join(golden, one.folder),
        encoding: 'utf8',
      });
      expect(stdout).toContain(labels[0]);
      expect(flamegate({ ...one, args })).toBe(stdout);
    }
  });
});
