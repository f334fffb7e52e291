/** The command to run next works as it stands, or is not advised. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextCommand } from '../../../src/entry/cli/next.ts';
import type { FunctionTable } from '../../../src/model/run.ts';
import { hasGo } from '../../profile/pprof.ts';

const inputs = join(import.meta.dirname, '../../golden/pprof/in');
const table = (source: string, type = 'cpu', unit = 'nanoseconds'): FunctionTable => ({
  source,
  sampleType: { type, unit },
  total: 1,
  samples: 1,
  functions: [],
});

let folder: string;
/** Names that a shell or a flag parser would take apart. */
const names = ["it's $(a) `b`.pprof", '-flag.pprof', 'plain.pprof'];
beforeAll(() => {
  folder = relative(process.cwd(), mkdtempSync(join(tmpdir(), 'flamegate-next-')));
  for (const name of names) copyFileSync(join(inputs, 'cpu.base.pprof'), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string) => table(join(folder, name));
const command = (base: string[], head: string[]) =>
  nextCommand(base.map(file), head.map(file)).replace(/^next: |\n$/g, '');

describe('the next command', () => {
  it('is the difference of two files', () => {
    expect(command(['plain.pprof'], ['plain.pprof'])).toBe(
      `go tool pprof -http=: -sample_index=cpu -diff_base=${folder}/plain.pprof ${folder}/plain.pprof`,
    );
  });

  it('merges several of the old side first, because the tool would take the last', () => {
    const merged = join(tmpdir(), 'flamegate-base.pb.gz');
    expect(command(['plain.pprof', '-flag.pprof'], ['plain.pprof'])).toBe(
      `go tool pprof -proto -output=${merged} ${folder}/plain.pprof ${folder}/-flag.pprof && ` +
        `go tool pprof -http=: -sample_index=cpu -diff_base=${merged} ${folder}/plain.pprof`,
    );
  });

  it('names a profile in slices once', () => {
    const sliced = ['a', 'b', 'c'].map((slice) => ({ ...file('plain.pprof'), slice }));
    expect(nextCommand(sliced, sliced)).toBe(
      `next: go tool pprof -http=: -sample_index=cpu -diff_base=${folder}/plain.pprof ${folder}/plain.pprof\n`,
    );
  });

  it('has the filters of the diff, by pprof’s names', () => {
    const filters = { focus: "it's", showFrom: 'main', tagroot: '' };
    expect(nextCommand([file('plain.pprof')], [file('plain.pprof')], filters)).toContain(
      ` -sample_index=cpu -focus='it'\\''s' -show_from=main -diff_base=`,
    );
  });

  it('is for the files of one kind', () => {
    const heap = table(join(inputs, 'heap.base.pprof'), 'alloc_space', 'bytes');
    const line = nextCommand([heap, file('plain.pprof')], [file('plain.pprof'), heap]);
    expect(line).not.toContain('heap');
    expect(nextCommand([heap], [file('plain.pprof')])).toBe('');
  });

  it('is not advised for a format that only flamegate reads', () => {
    const plain = file('plain.pprof');
    expect(nextCommand([plain], [plain], {}, new Set(['other.json']))).not.toBe('');
    expect(nextCommand([plain], [plain], {}, new Set([plain.source]))).toBe('');
  });

  it.each(['/dev/fd/63', '/dev/stdin', '/proc/self/fd/3', '/nonexistent', tmpdir()])(
    'is not advised for %s, which cannot be read again',
    (path) => {
      expect(nextCommand([file('plain.pprof')], [table(path)])).toBe('');
      expect(nextCommand([table(path)], [file('plain.pprof')])).toBe('');
    },
  );

  it.skipIf(!hasGo)('runs in a shell, whatever the files are called', () => {
    for (const [base, head] of [
      [[names[0]], [names[2]]],
      [names, names],
    ] as string[][][]) {
      // The browser aside: the table of the same difference.
      const line = command(base ?? [], head ?? []).replace('-http=:', '-top');
      const run = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
      expect(run.status, run.stderr).toBe(0);
      expect(run.stdout).toContain('Showing nodes accounting for');
    }
  });

  it('takes a file in the working directory that looks like a flag for a file', () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(nextCommand([table('-flag.pprof')], [table('plain.pprof')])).toContain(
        '-diff_base=./-flag.pprof plain.pprof',
      );
    } finally {
      process.chdir(before);
    }
  });
});
