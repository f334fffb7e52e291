/**
 * Tables and differences against `go tool pprof -top` on real profiles, to the unit and for every
 * function: against what the tool printed when test/golden was made, and, where Go is, against the
 * tool itself, now.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { pruneFrames } from '../../src/profile/select/prune.ts';
import { functionTable } from '../../src/profile/table.ts';
import { asLines, EXACT, flamegateTop, hasGo, isFilter, parseTop, runPprof } from './pprof.ts';

const golden = join(import.meta.dirname, '../golden/pprof');
const inputs = join(golden, 'in');

interface Command {
  readonly output: string;
  readonly args: readonly string[];
}

const commands: Command[] = readFileSync(join(golden, 'commands.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [output = '', args = ''] = line.split('\t');
    return { output, args: args.split(' ') };
  });

/** Tables in exact units, with filters and without; those of shop are for slices and roll-ups. */
const tables = commands.filter(
  ({ output, args }) => EXACT.every((flag) => args.includes(flag)) && !output.startsWith('shop.'),
);

const isDiff = ({ args }: Command) => args.some((arg) => arg.startsWith('-diff_base='));

describe('pprof -top as recorded', () => {
  it('is there, of every kind', () => {
    expect(tables.length).toBeGreaterThan(50);
    expect(tables.filter(({ args }) => args.some(isFilter)).length).toBeGreaterThan(30);
    for (const kind of ['cpu', 'heap', 'mutex', 'block', 'goroutine']) {
      const own = tables.filter(({ output }) => output.startsWith(`${kind}.`));
      expect(own.filter(isDiff).length, kind).toBeGreaterThan(0);
      expect(own.length, kind).toBeGreaterThan(own.filter(isDiff).length);
    }
  });

  it.each(tables)('$output', async (command) => {
    const expected = parseTop(readFileSync(join(golden, 'out', command.output), 'utf8'));
    const found = await flamegateTop(command.args, inputs);
    expect(asLines(found)).toEqual(asLines(expected));
    if (!isDiff(command)) {
      // Differences are sorted by the change of the fraction, which pprof does not know.
      expect(found.rows.map(({ name }) => name)).toEqual(expected.rows.map(({ name }) => name));
    }
  });
});

describe.skipIf(!hasGo)('pprof -top run now', () => {
  const some = tables.filter(
    ({ output, args }) =>
      args.some(isFilter) ||
      /\.(?:merge|diff|base-lines|diff-filefunctions|diff-merge)\.txt$/.test(output),
  );
  it.each(some)('$output', async ({ output, args }) => {
    const expected = parseTop(runPprof(args, inputs));
    const recorded = parseTop(readFileSync(join(golden, 'out', output), 'utf8'));
    expect(expected.rows.length).toBe(recorded.rows.length);
    expect(asLines(await flamegateTop(args, inputs))).toEqual(asLines(expected));
  });
});

describe('the type shown when nobody chooses', () => {
  const defaultType = async (kind: string): Promise<string> => {
    const bytes = readFileSync(join(inputs, `${kind}.base.pprof`));
    return functionTable(await pruneFrames(readProfile(bytes, { file: kind }))).sampleType.type;
  };

  it.each([
    ['cpu', 'cpu', 'cpu'],
    ['mutex', 'delay', 'delay'],
    ['block', 'delay', 'delay'],
    ['goroutine', 'goroutine', 'goroutine'],
    // As `go test -memprofile` asks; of what net/http/pprof serves pprof shows inuse_space.
    ['heap', 'alloc_space', 'alloc_space'],
  ])('of %s is %s; of pprof %s', async (kind, ours, theirs) => {
    const recorded = readFileSync(join(golden, 'out', `${kind}.default.base.txt`), 'utf8');
    expect(/^Type: (.*)$/m.exec(recorded)?.[1]).toBe(theirs);
    expect(await defaultType(kind)).toBe(ours);
  });
});
