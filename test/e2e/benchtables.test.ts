/**
 * `flamegate diff --test mann-whitney` of one file, of several, and with rows and columns that flags choose prints what
 * benchstat prints, byte for byte: on what the real tool printed once (test/golden/tables.sh), and on the tool itself
 * where it is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from './program.ts';

const golden = resolve(import.meta.dirname, '../golden/benchstat');
const grid = join(golden, 'grid');

interface Case {
  readonly output: string;
  readonly args: readonly string[];
}

const cases: Case[] = readFileSync(join(golden, 'tables.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [output = '', ...args] = line.split('\t');
    return { output, args };
  });

/** benchstat's flags have one dash. */
const own = (args: readonly string[]) =>
  args.map((arg, i) => {
    if (args[i - 1] === '-format' && arg === 'csv') return 'benchstat-csv';
    return /^-[a-z]{3,}$/.test(arg) ? `-${arg}` : arg;
  });

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [...cli, 'diff', ...args], { cwd: grid, encoding: 'utf8' });

const asBenchstat = (args: readonly string[]) =>
  run('--test', 'mann-whitney', '--runner', 'dedicated', ...own(args));

/** The last bit of a geometric mean in the CSV is of the machine's exp(), in Go too: 14 digits are compared. */
const shortened = (text: string): string =>
  text.replace(/^geomean,.*/gm, (line) =>
    line.replace(/\d\.\d{10,}/g, (number) => Number(number).toPrecision(14)),
  );

describe('tables of benchmarks', () => {
  it.each(cases)('$output is what benchstat prints', ({ output, args }) => {
    const { stdout, stderr, status } = asBenchstat(args);
    const file = join(golden, 'tables', output);
    expect(shortened(stdout)).toBe(shortened(readFileSync(file, 'utf8')));
    expect(stderr).toBe(existsSync(`${file}.stderr`) ? readFileSync(`${file}.stderr`, 'utf8') : '');
    expect(status).toBe(0);
  });

  it('says that machines are not known, and takes the word of the user', () => {
    const twice = ['notes.txt', 'a=notes.txt', 'b=notes.txt'];
    const { stderr } = run(...twice);
    expect(stderr).toMatch(/^warning: not every result names the machine/);
    expect(run('--runner', 'dedicated', ...twice).stderr).toBe('');
  });

  it("has flamegate's own test where no other is asked for", () => {
    const { stdout } = run('old.txt', 'new.txt', 'next.txt');
    expect(stdout).toMatch(/│ +old\.txt +│ +new\.txt +│ +next\.txt +│/);
    expect(stdout).not.toBe(asBenchstat(['old.txt', 'new.txt', 'next.txt']).stdout);
    // What never varies needs no test.
    expect(stdout).toMatch(
      /Encode\/format=gob\/size=15\/deep-8 +3\.000 ± 0% +3\.000 ± 0% +0\.00% \(n=10\)/,
    );
  });

  it('refuses reports that are of two files, and says what to use', () => {
    for (const format of ['json', 'csv', 'html']) {
      const { status, stdout, stderr } = run('--format', format, 'old.txt', 'new.txt', 'next.txt');
      expect({ format, status, stdout }).toEqual({ format, status: 2, stdout: '' });
      expect(stderr).toContain(`--format ${format} is of two files side by side: name two`);
    }
  });

  it('writes the CSV beside other reports of two files', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'flamegate-')), 'out.csv');
    const asked = ['--format', 'text', '--format', 'benchstat-csv', '--output', file];
    const { stdout, status } = run(...asked, '--runner', 'dedicated', 'old.txt', 'next.txt');
    expect(status).toBe(0);
    expect(stdout).toContain('vs base');
    expect(readFileSync(file, 'utf8')).toMatch(/^,old\.txt,,next\.txt,,,$/m);
    rmSync(dirname(file), { recursive: true });
  });

  it('gives a spreadsheet no formula', () => {
    const args = ['--format', 'benchstat-csv', 'a=old.txt', '@x=new.txt', '+cmd=next.txt'];
    const { stdout } = run('--runner', 'dedicated', ...args);
    expect(stdout).toMatch(/^,a,,'@x,,,,'\+cmd,,,$/m);
  });

  it('refuses a filter that leaves nothing', () => {
    const { status, stdout, stderr } = run('--filter', '.name:Encod', 'old.txt', 'new.txt');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('no result is left: none matches --filter .name:Encod');
  });

  it('refuses profiles, and says what shows them', () => {
    const profile = resolve(golden, '../pprof/in/cpu.base.pprof');
    const { status, stderr } = run(profile);
    expect(status).toBe(2);
    expect(stderr).toContain('`flamegate top` shows one profile');
  });

  it('refuses one side of several that has no result', () => {
    const { status, stderr } = run('old.txt', 'new.txt', join(golden, 'grid.mjs'));
    expect(status).toBe(2);
    expect(stderr).toContain('no benchmark result');
  });
});

const tool = [join(homedir(), 'go/bin/benchstat'), '/usr/local/bin/benchstat'].find(existsSync);
if (tool === undefined) {
  console.info(
    'benchstat is not installed: its recorded output serves, the live comparison is skipped',
  );
}

describe.skipIf(tool === undefined)('the benchstat that is installed', () => {
  it.each(cases)('prints $output', ({ args }) => {
    const { stdout } = spawnSync(tool ?? '', args, { cwd: grid, encoding: 'utf8' });
    expect(shortened(asBenchstat(args).stdout)).toBe(shortened(stdout));
  });
});
