/** What a summary holds comes back as it was, and nothing else is taken for one. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/error.ts';
import { packSummary, type Summary, unpackSummary } from '../../src/store/summary.ts';

const row = { name: '__proto__', file: 'a.go', line: 3, flat: -5, cum: 0.5 };
const summary: Summary = {
  key: 'k',
  manifest: 'm',
  run: {
    environment: { cpu: 'Test CPU', build: 'release' },
    series: [
      {
        ...{ package: 'p', benchmark: 'X', unit: 'sec/op', better: 'lower', exact: false },
        samples: [1.0000000000000002e-7, 5e-324],
        passes: [1, 1],
      },
    ],
    tables: [
      {
        ...{
          source: 'profiles/cpu.pprof',
          slice: 'endpoint=/a',
          sampleType: { type: 'cpu', unit: 'ns' },
        },
        ...{ total: 2 ** 53 - 1, background: 7, samples: null, seconds: 1.5 },
        functions: [row, { ...row, name: 'a.go', background: true }],
      },
    ],
    warnings: [{ kind: 'syntax', file: 'benchmarks/bench.txt', line: 4, message: 'odd' }],
  },
};
const bytesOf = (of: Summary) => {
  const bytes = packSummary(of);
  if (bytes === null) throw new TypeError('too large');
  return bytes;
};

it('comes back to the digit', () => {
  expect(unpackSummary(bytesOf(summary))).toEqual(summary);
});

describe('is refused', () => {
  const content = {
    ...{ schemaVersion: 1, key: 'k', manifest: 'm', environment: {}, series: [], warnings: [] },
    strings: ['a'],
  };
  const table = { source: 's', sampleType: { type: 'cpu', unit: 'ns' }, total: 1, samples: 1 };
  const columns = { table, name: [0], file: [0], line: [1], flat: [1], cum: [1], background: [] };
  const read = (of: object) => unpackSummary(gzipSync(JSON.stringify(of)));

  it('in no case like this', () => {
    expect(read({ ...content, tables: [columns] }).run.tables[0]?.functions).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['a schema of the future', { ...content, schemaVersion: 2, tables: [] }],
    ['columns of two lengths', { ...content, tables: [{ ...columns, cum: [1, 2] }] }],
    ['a name that is not there', { ...content, tables: [{ ...columns, name: [1] }] }],
    ['a text in a column', { ...content, tables: [{ ...columns, flat: ['1'] }] }],
    ['nothing for a number', { ...content, tables: [{ ...columns, flat: [null] }] }],
    ['no tables', content],
  ])('with %s', (_, of) => {
    expect(() => read(of)).toThrow(InputError);
  });

  it('that is no gzip', () => {
    expect(() => unpackSummary(Buffer.from('{}'))).toThrow(InputError);
  });
});
