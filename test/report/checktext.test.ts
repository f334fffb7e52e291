import { describe, expect, it } from 'vitest';
import type { Replayed, SelfCheck } from '../../src/model/selfcheck.ts';
import { checkText } from '../../src/report/checktext.ts';
import { commandsIn, HOSTILE, UNSEEN } from './values.ts';

const row = (changes: Partial<Replayed> = {}): Replayed => ({
  ...{ threshold: 0.05, failed: 1, suspect: 3, passed: 14, incomplete: 2 },
  interval: [0.0099, 0.258],
  ...changes,
});
const check = (changes: Partial<SelfCheck> = {}): SelfCheck => ({
  runs: 20,
  settings: [row(), row({ threshold: 0.1, failed: 0, suspect: 4, interval: [0, 0.176] })],
  quiet: 0.1,
  present: { p: 1 / 21, runs: 20, benchmarks: 11 },
  alarms: [{ commit: '0123456789abcdef', time: '2026-11-01', headline: 'A is 94 % slower.' }],
  ...changes,
});

it('says how many of main’s own runs would have been red and amber, of how many compared', () => {
  expect(checkText(check())).toBe(
    `20 stored runs of one environment, each gated against the others: of 18 compared 1 would have been red (5.6 %, 95 % interval 0.99 % to 26 %) and 3 amber (17 %); 2 could not be compared completely.

threshold  compared        red   95 % interval     amber  green  incomplete
      5 %        18  1 (5.6 %)  0.99 % to 26 %  3 (17 %)     14           2
     10 %        18    0 (0 %)     0 % to 18 %  4 (22 %)     14           2

With a threshold of 10 % or more none was red; 18 runs cannot prove a rate under 1 %: that takes 381 runs without a red one.
red: 0123456789ab 2026-11-01: A is 94 % slower.

The present run compared with them, without assuming a distribution (conformal max-T over 11 metrics): p = 0.048, the most unusual of all; the least possible with 20 runs is 0.048.
`,
  );
});

describe('where none could be compared', () => {
  const none = row({ failed: 0, suspect: 0, passed: 0, incomplete: 20, interval: [0, 1] });
  const text = checkText(check({ settings: [none], quiet: 0.05, alarms: [], present: null }));

  it('none is known to be false, which is not none false', () => {
    expect(text).toContain('none could be compared, so nothing is known about false alarms');
    expect(text).toContain('Nothing was compared, so nothing is known about false alarms.');
    expect(text).not.toMatch(/none was red|0 would have been red|From a threshold/);
  });

  it('the table has no rates', () => {
    expect(text).toMatch(/^ +5 % +0 +- +- +- +- +20$/m);
  });
});

it('what so many runs can show is of those compared at the quiet threshold', () => {
  const many = row({ failed: 9, passed: 20 });
  const few = row({ threshold: 0.1, failed: 0, suspect: 0, passed: 5, incomplete: 27 });
  const text = checkText(check({ settings: [many, few], quiet: 0.1 }));
  expect(text).toContain('With a threshold of 10 % or more none was red; 5 runs cannot prove');
});

it('thresholds that all have red runs are said to', () => {
  expect(checkText(check({ quiet: null }))).toContain('Every threshold here has red runs; 18 runs');
});

it.each(Object.entries(HOSTILE))(
  'hostile %s gives no command and no unseen character',
  (_, text) => {
    const out = checkText(check({ alarms: [{ commit: text, time: text, headline: text }] }));
    expect(commandsIn(out)).toEqual([]);
    expect(out).not.toMatch(UNSEEN);
  },
);
