/** What the samples of a V8 profile are worth; that recorded ones are read is in profile/producers.test.ts. */
import { describe, expect, it } from 'vitest';
import { readCpuProfile } from '../../../src/formats/profiles/cpuprofile.ts';
import { functionTable } from '../../../src/profile/table.ts';

/** Functions called by the root, with V8's count of the clock's samples, and the list of all samples. */
function flats(hits: Readonly<Record<string, number | undefined>>, list: readonly string[]) {
  const names = Object.keys(hits);
  const frame = (functionName: string) => ({
    callFrame: { functionName, scriptId: '1', url: 'a.js', lineNumber: 1, columnNumber: 1 },
  });
  const content = {
    nodes: [
      { id: 1, ...frame('(root)'), hitCount: 0, children: names.map((_, i) => i + 2) },
      ...names.map((name, i) => ({ id: i + 2, ...frame(name), hitCount: hits[name] })),
    ],
    startTime: 0,
    endTime: 1000 * list.length,
    samples: list.map((name) => names.indexOf(name) + 2),
    timeDeltas: list.map((_, i) => (i === 0 ? 0 : 1000)),
  };
  const profile = readCpuProfile(Buffer.from(JSON.stringify(content)), 'a.cpuprofile');
  const of = (sampleType: string) =>
    Object.fromEntries(
      functionTable(profile, { sampleType }).functions.map(({ name, flat }) => [
        name.split(' ')[0],
        flat,
      ]),
    );
  return { samples: of('samples'), cpu: of('cpu') };
}

describe('samples of a V8 profile', () => {
  const list = ['work', 'slow', 'slow', 'work', 'slow', 'slow'];

  it('last until the next where the clock took all of them', () => {
    const { samples, cpu } = flats({ work: 2, slow: 4 }, list);
    expect(samples).toEqual({ work: 2, slow: 4 });
    expect(cpu).toEqual({ work: 2e6, slow: 4e6 });
  });

  it('are the clock’s alone: one that each deoptimization added is no time', () => {
    const { samples, cpu } = flats({ work: 2, slow: 1, never: 0 }, [...list, 'never']);
    expect(samples).toEqual({ work: 2, slow: 1 });
    // All of the time, by the clock's samples.
    expect(cpu).toEqual({ work: 4_667_000, slow: 2_333_000 });
  });

  it('are those of the list where a tool counted nothing, or left the counts out', () => {
    for (const hits of [
      { work: 0, slow: 0 },
      { work: undefined, slow: undefined },
    ]) {
      expect(flats(hits, list).samples).toEqual({ work: 2, slow: 4 });
    }
  });

  it('are never more than the list has', () => {
    expect(flats({ work: 9, slow: 4 }, list).samples).toEqual({ work: 2, slow: 4 });
  });
});
