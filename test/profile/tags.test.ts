/** Labels as `pprof -tags` sums them, where the recorded profiles have no such case. */
import { expect, it } from 'vitest';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { tagsOf } from '../../src/profile/tags.ts';
import { tagsText } from '../../src/report/tagstext.ts';
import { commandsIn, HOSTILE, UNSEEN } from '../report/values.ts';
import { encode } from './model.ts';

const model = {
  types: [{ type: 'cpu', unit: 'nanoseconds' }],
  functions: [{ id: 1, name: 'main', file: '', startLine: 0 }],
  mappings: [],
  locations: [{ id: 1, mapping: -1, lines: [{ f: 0, line: 1 }] }],
};

it('a label given twice counts twice, and numbers that look alike are one', () => {
  type Label = readonly [string, string | bigint];
  const sample = (value: number, ...labels: Label[]) => ({ stack: [0], values: [value], labels });
  const profile = readProfile(
    encode({
      ...model,
      samples: [
        sample(5, ['who', 'a'], ['who', 'b']),
        sample(2, ['request', 2n ** 20n]),
        sample(3, ['request', 2n ** 20n + 1n]),
        sample(4),
      ],
    }),
    { file: 'p' },
  );
  expect(tagsText(tagsOf(profile, { isFiltered: false }), 14, 'nanoseconds')).toBe(
    [
      ' request: Total 5ns of 14ns (35.71%)',
      '          5ns (35.71%): 1MB',
      '',
      ' who: Total 10ns of 14ns (71.43%)',
      '      5ns (35.71%): a',
      '      5ns (35.71%): b',
      '',
      '',
    ].join('\n'),
  );
});

it('without labels says so', () => {
  expect(tagsText([], 1, 'count')).toBe('No sample has a label.\n');
});

it.each(Object.entries(HOSTILE))('hostile %s stays in its line', (_, text) => {
  const tag = { key: text, unit: text, texts: new Map([[text, 1]]), numbers: new Map() };
  const printed = tagsText([tag], 1, text);
  expect(commandsIn(printed)).toEqual([]);
  expect(printed).not.toMatch(UNSEEN);
  expect(printed.split('\n')).toHaveLength(4);
});
