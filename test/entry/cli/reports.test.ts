/** Which reports a command writes, by the flags in their order. */
import { describe, expect, it } from 'vitest';
import { askedReports, type ReportFlag } from '../../../src/entry/cli/reports.ts';

/** `-f json -o r.json` as flags. */
const flags = (line: string): ReportFlag[] =>
  [...line.matchAll(/-(f|o) (\S+)/g)].map(([, flag, text = '']) => ({
    flag: flag === 'f' ? 'format' : 'output',
    text,
  }));
const reports = (line: string) =>
  askedReports(flags(line)).map(({ format, output = 'terminal' }) => `${format}>${output}`);

describe('reports', () => {
  it.each([
    ['', ['text>terminal']],
    ['-f json', ['json>terminal']],
    ['-o r', ['text>r']],
    ['-f json -o r', ['json>r']],
    ['-o r -f json', ['json>r']],
    ['-f json -o a -f markdown -o b', ['json>a', 'markdown>b']],
    ['-f text -f json -o a', ['text>terminal', 'json>a']],
    ['-f json -o a -f text', ['json>a', 'text>terminal']],
    ['-f json -o a -f json -o b', ['json>a', 'json>b']],
  ])('%j', (line, expected) => {
    expect(reports(line)).toEqual(expected);
  });

  it.each([
    ['-f json -f text', 'the reports json and text would both go to the terminal'],
    ['-f json -o a -f csv -o a', 'the reports json and csv would both go to a'],
    ['-o a -o b', '--output a has no --format of its own'],
    ['-f json -o a -o b', '--output b has no --format of its own'],
    ['-o a -f json -o b', '--output a has no --format of its own'],
    ['-o a -f json -f csv', '--output a has no --format of its own'],
  ])('%j is refused', (line, message) => {
    expect(() => reports(line)).toThrow(message);
  });
});
