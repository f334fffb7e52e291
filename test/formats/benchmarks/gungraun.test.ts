/** What gungraun, iai-callgrind and iai count. */
import { expect, it } from 'vitest';
import { read, shown, told } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('gungraun-text', 'iai.txt');
recordedFile('gungraun-text', 'gungraun.txt');
recordedFile('gungraun', 'gungraun.json');

it('has the names and counts of the text in the JSON', () => {
  const short = (text: string) =>
    read(text).series.filter(({ benchmark }) => benchmark.includes(' short'));
  const exact = ({ exact }: { readonly exact: boolean }) => exact;
  const [json, text] = [short(recorded('gungraun.json')), short(recorded('gungraun.txt'))];
  expect(json.filter(exact)).toEqual(text.filter(exact));
  expect(json.filter(exact)).toHaveLength(2);
});

it('reads this run, and no earlier one', () => {
  const text =
    'a::b short:10\n  Instructions:                1734|1650            (+5.09090%) [+1.04844x]\n  L1 Hits:                     2359|N/A             (*********)\na::b gone\n  Instructions:      N/A|5   (*********)\n';
  expect(shown(read(text))).toEqual([
    ' a::b short:10 instructions/op: 1734',
    ' a::b short:10 L1-hits/op: 2359',
  ]);
});

it('has a name of several lines whole, and the first tool’s count of two', () => {
  const text =
    'a::b id:string with\ntwo lines\n  ======= CALLGRIND =====\n  Instructions:  1|N/A (***)\n  ======= CACHEGRIND =====\n  Instructions:  2|N/A (***)\n';
  expect(shown(read(text))).toEqual([' a::b id:string with two lines instructions/op: 1']);
});

it('tells counts that have no benchmark', () => {
  const text = 'a\n  Instructions:  1\n\n  Instructions:  2\nb\n  Instructions:  many\n';
  expect(told(read(text).warnings)).toEqual([
    'lost 4: what was counted has no benchmark before it, did something print between?',
    'lost undefined: b: instructions/op is no number, and left out',
  ]);
});

const summary = (of: object) => ({
  benchmark_exe: 'x',
  module_path: 'm::g::f',
  id: 'short',
  details: '10',
  profiles: [
    {
      tool: 'Callgrind',
      summaries: { total: { summary: { Callgrind: { Ir: { metrics: { Left: { Int: 5 } } } } } } },
    },
  ],
  ...of,
});

it('reads summaries among other lines, laid out or not', () => {
  const both = { Ir: { metrics: { Both: [{ Int: 7 }, { Int: 6 }] } } };
  const text = [
    'running 0 tests',
    JSON.stringify(summary({})),
    '{"other": "json"}',
    JSON.stringify(summary({ id: null, details: null, module_path: 'm::g::h' }), null, 2),
    JSON.stringify(
      summary({
        id: 'x',
        details: null,
        profiles: [{ summaries: { total: { summary: { both } } } }],
      }),
    ),
  ].join('\n');
  expect(shown(read(text))).toEqual([
    ' m::g::f short:10 instructions/op: 5',
    ' m::g::h instructions/op: 5',
    ' m::g::f x instructions/op: 7',
  ]);
});

it('tells summaries that are cut, or of another version', () => {
  const text = `${JSON.stringify(summary({}))}\n${JSON.stringify(summary({ id: 'old', profiles: undefined, version: '5' }))}\n${JSON.stringify(summary({})).slice(0, -9)}\n`;
  expect(told(read(text).warnings)).toEqual([
    'lost 2: m::g::f old:10: a summary of version 5 is not read, that of gungraun is',
    'lost 3: a summary that is not whole JSON, was it cut off?',
  ]);
});
