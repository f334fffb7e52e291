/** mitata, as JSON and as it prints on Node and on Bun. */
import { expect, it } from 'vitest';
import { read, shown } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('mitata', 'mitata.json');
recordedFile('mitata-text', 'mitata.txt');
recordedFile('mitata-text', 'bun.txt');

const lost = (text: string) =>
  read(text)
    .warnings.filter(({ kind }) => kind === 'lost')
    .map(({ message }) => message);

it('has what the hardware counts, and without samples the mean', () => {
  const stats = { avg: 5, counters: { instructions: { avg: 40 } } };
  const runs = [{ name: 'a', stats }, { name: 'b' }];
  const whole = JSON.stringify({ layout: [{ name: null }], benchmarks: [{ group: 0, runs }] });
  expect(shown(read(whole))).toEqual([' a sec/op: 5e-9', ' a instructions/op: 40']);
  expect(lost(whole)).toEqual(['b has no times']);
});

it('tells a line whose time cannot be read', () => {
  const text = recorded('mitata.txt');
  const broken = text.replace(/^(reverse +)[\d.]+ \S+\/iter/m, '$1hello/iter');
  expect(broken).not.toBe(text);
  expect(lost(broken)).toEqual([
    'arrays > reverse: no time of an iteration can be read on this line',
  ]);
});
