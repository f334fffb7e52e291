/** Merged profiles against `go tool pprof -proto`, and by the definition. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/formats/profiles/pprof/read.ts';
import { InputError } from '../../../src/model/error.ts';
import type { Profile } from '../../../src/profile/profile.ts';
import { functionTable, mergeTables } from '../../../src/profile/table.ts';
import { combine, finishCombined, newCombined } from '../../../src/profile/write/combine.ts';
import { isCpuProfile, mergeForPgo } from '../../../src/profile/write/pgo.ts';
import { writeProfile } from '../../../src/profile/write/write.ts';
import { runs } from '../../runs.ts';
import * as e from '../encode.ts';
import { anyModel, encode } from '../model.ts';
import { asLines, hasGo, parseTop, runPprof } from '../pprof.ts';

const inputs = join(import.meta.dirname, '../../golden/pprof/in');
const read = (bytes: Uint8Array, file = 'p.pprof'): Profile => readProfile(bytes, { file });
const golden = (name: string) => read(readFileSync(join(inputs, name)), name);

function merged(profiles: readonly Profile[]): Profile {
  const [first] = profiles;
  if (first === undefined) throw new Error('no profile');
  const combined = newCombined(first);
  for (const profile of profiles) combine(combined, profile);
  return finishCombined(combined, 'merged');
}

const lines = (table: ReturnType<typeof functionTable>) =>
  asLines({ total: table.total, rows: table.functions });

const SETS = [
  ['cpu', 'cpu', ['cpu.base.pprof', 'cpu.head.pprof', 'cpu.other.pprof']],
  ['heap', 'alloc_space', ['heap.base.pprof', 'heap.head.pprof']],
  ['mutex', 'delay', ['mutex.base.pprof', 'mutex.head.pprof']],
  ['goroutine', 'goroutine', ['goroutine.base.pprof', 'goroutine.head.pprof']],
] as const;

describe('profiles merged', () => {
  it('have the table that the real tool printed of the same files', () => {
    const recorded = readFileSync(join(inputs, '../out/cpu.cpu.merge3.txt'), 'utf8');
    const table = functionTable(merged(SETS[0][2].map(golden)), { sampleType: 'cpu' });
    expect(lines(table)).toEqual(asLines(parseTop(recorded)));
  });

  it.skipIf(!hasGo).each(SETS)(
    '%s %s are sample for sample what pprof -proto writes',
    async (_, __, names) => {
      const folder = mkdtempSync(join(tmpdir(), 'flamegate-combine-'));
      try {
        const [ours, theirs] = [join(folder, 'ours.pb.gz'), join(folder, 'theirs.pb.gz')];
        writeFileSync(ours, writeProfile(merged(names.map(golden))));
        runPprof(['-proto', '-symbolize=none', `-output=${theirs}`, ...names], inputs);
        const raw = (file: string) => runPprof(['-raw', '-symbolize=none', file], folder);
        expect(raw(ours).length).toBeGreaterThan(1000);
        expect(raw(ours)).toBe(raw(theirs));
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it('have the sum of the tables, whatever they are, and no stack twice', () => {
    const types = [
      { type: 'cpu', unit: 'ns' },
      { type: 'samples', unit: 'count' },
    ];
    const models = anyModel.map((model) => ({
      ...model,
      types,
      samples: model.samples.map((sample) => ({
        ...sample,
        // Of opposite signs they would cancel each other, as in pprof.
        values: [Math.trunc(Math.abs(sample.values[0] ?? 0) / 8), 1],
        labels: sample.labels.filter(([key]) => key !== 'pprof::base'),
      })),
    }));
    fc.assert(
      fc.property(fc.array(models, { minLength: 1, maxLength: 3 }), (several) => {
        const profiles = several.flatMap((model) => [read(encode(model)), read(encode(model))]);
        const sum = mergeTables(profiles.map((profile) => functionTable(profile)));
        const whole = merged(profiles);
        expect(lines(functionTable(whole))).toEqual(lines(sum));
        const stacks = Array.from({ length: whole.samples.count }, (_, s) => {
          const { locationStart, locations, labels } = whole.samples;
          const part = (column: Int32Array, width = 1) => [
            ...column.slice(width * (labels.start[s] ?? 0), width * (labels.start[s + 1] ?? 0)),
          ];
          const stack = [...locations.slice(locationStart[s], locationStart[s + 1])];
          return JSON.stringify([
            stack,
            part(labels.key),
            part(labels.text),
            part(labels.number, 2),
          ]);
        });
        expect(new Set(stacks).size).toBe(stacks.length);
      }),
    );
  });

  it('of many stacks are found again as their table grows', () => {
    const stacks = Array.from({ length: 20_000 }, (_, i) =>
      e.sample([1 + (i % 2), ...[...i.toString(2)].map((bit) => 1 + Number(bit))], [1, i]),
    );
    const parts = { ...e.SMALL, samples: stacks };
    const profile = read(e.file(...Object.values(parts).flat()));
    const twice = merged([profile, profile]);
    expect(twice.samples.count).toBe(merged([profile]).samples.count);
    const sum = twice.samples.values.reduce((all, value) => all + value, 0);
    expect(sum).toBe(2 * (20_000 + (20_000 * 19_999) / 2));
  });

  it('of unlike sample types are refused, as by pprof', () => {
    const combined = newCombined(golden('cpu.base.pprof'));
    expect(() => combine(combined, golden('heap.base.pprof'))).toThrow(InputError);
    expect(() => combine(combined, golden('heap.base.pprof'))).toThrow(
      /heap.base.pprof: cannot be merged with "cpu.base.pprof": it counts .*"alloc_space\/bytes"/,
    );
  });

  it('beyond what can be counted exactly are refused', () => {
    const profile = read(
      e.file(e.sampleType(1, 1), e.sample([], [2 ** 52]), e.string(''), e.string('cpu')),
    );
    expect(() => merged([profile, profile])).toThrow(/more than 2\^53 - 1/);
  });
});

describe('a profile written', () => {
  it('has the same table when read, and the same header', async () => {
    await fc.assert(
      fc.asyncProperty(anyModel, async (model) => {
        const before = read(encode(model));
        const after = read(writeProfile(before));
        const undropped = (profile: Profile) => ({ ...profile, dropFrames: '' });
        expect(functionTable(undropped(after))).toEqual(functionTable(undropped(before)));
        expect(after.sampleTypes).toEqual(before.sampleTypes);
        expect(after.samples.values).toEqual(before.samples.values);
      }),
      { numRuns: runs(200, 500) },
    );
  });

  it.each(['cpu', 'heap', 'mutex', 'block', 'goroutine'])('%s, real', async (kind) => {
    const before = golden(`${kind}.base.pprof`);
    const after = read(writeProfile(before), before.file);
    for (const { type } of before.sampleTypes) {
      const options = { sampleType: type, granularity: 'lines' } as const;
      expect(functionTable(after, options)).toEqual(functionTable(before, options));
    }
    const { timeNanos, durationNanos, period, periodType, defaultSampleType } = before;
    expect(after).toMatchObject({
      timeNanos,
      durationNanos,
      period,
      periodType,
      defaultSampleType,
    });
  });
});

async function* each(...profiles: Profile[]) {
  yield* profiles;
}
const any = { notBefore: null };

describe('for go build -pgo', () => {
  it.each(['heap', 'mutex', 'block', 'goroutine'])('%s is no CPU profile', async (kind) => {
    const profile = golden(`${kind}.base.pprof`);
    expect(isCpuProfile(profile)).toBe(false);
    await expect(mergeForPgo(each(profile), any)).rejects.toThrow(/is no CPU profile: it counts "/);
  });

  it('nothing, no samples and no start lines are refused', async () => {
    await expect(mergeForPgo(each(), any)).rejects.toThrow('no CPU profile to merge');
    const empty = e.file(...Object.values({ ...e.SMALL, samples: [] }).flat());
    await expect(mergeForPgo(each(read(empty)), any)).rejects.toThrow('has no samples');
    const small = read(e.small());
    const startLine = new Float64Array(small.functions.count);
    const old = { ...small, functions: { ...small.functions, startLine } };
    await expect(mergeForPgo(each(old), any)).rejects.toThrow(/on which line functions begin/);
  });

  it('too old is refused, and so is of unknown age', async () => {
    const profile = read(e.small());
    const time = 1_700_000_000_000;
    const from = (notBefore: number) => mergeForPgo(each(profile), { notBefore });
    await expect(from(time)).resolves.toMatchObject({ samples: { count: 2 } });
    await expect(from(time + 1)).rejects.toThrow('was recorded on 2023-11-14, before 2023-11-14');
    const ageless = mergeForPgo(each({ ...profile, timeNanos: 0n }), { notBefore: 1 });
    await expect(ageless).rejects.toThrow('does not say when');
  });

  it.skipIf(!hasGo)('Go’s compiler reads it, and finds the hot calls in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flamegate-pgo-'));
    try {
      const both = each(golden('cpu.base.pprof'), golden('cpu.head.pprof'));
      writeFileSync(join(folder, 'default.pgo'), writeProfile(await mergeForPgo(both, any)));
      // What `go build -pgo` itself runs first.
      const args = ['tool', 'preprofile', '-i', 'default.pgo', '-o', 'edges'];
      const run = spawnSync('go', args, { cwd: folder, encoding: 'utf8' });
      expect(run.status, run.stderr).toBe(0);
      const edges = readFileSync(join(folder, 'edges'), 'utf8');
      expect(edges).toMatch(/^GO PREPROFILE V1\n/);
      expect(edges).toContain('codec.appendEntry\nexample.com/ledger/codec.appendEscaped\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
