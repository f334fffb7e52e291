import { expect, it } from 'vitest';
import { environmentSentence } from '../../src/report/rows/sentences.ts';
import { verdict } from './values.ts';

it.each([
  [{ goos: 'linux', goarch: 'amd64', cpu: 'AMD EPYC 7763' }, 'linux/amd64, AMD EPYC 7763'],
  [{ machine: '8 CPUs', build: 'debug' }, '8 CPUs, debug'],
  [{ goos: 'linux' }, 'linux, machine unknown'],
  [{}, 'machine unknown'],
])('%j is said as %s', (environment, sentence) => {
  expect(environmentSentence({ ...verdict(), environment })).toBe(sentence);
});

it('profiles, which never name a machine, do not say that it is unknown', () => {
  expect(environmentSentence({ environment: {}, comparisons: [] })).toBe('');
});
