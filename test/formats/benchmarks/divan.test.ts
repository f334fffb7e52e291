/** The tree of divan. */
import { expect, it } from 'vitest';
import { read, told } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('divan', 'divan.txt');

it('loses a row that a print broke', () => {
  const text = recorded('divan.txt').replace('├─ plain       109.9', '├─ plain       hello\n109.9');
  expect(told(read(text).warnings)).toEqual([
    'lost 19: dv::plain has no whole row, did it print something?',
  ]);
});
