/** The summaries and the points of k6. */
import { expect, it } from 'vitest';
import { read, shown } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('k6', 'k6-summary.json');
recordedFile('k6', 'k6-summary-full.json');
recordedFile('k6-points', 'k6-points.json');

const points = recorded('k6-points.json');

it('tells points whose value or metric is not known', () => {
  const text = `${points.replace('231.5', '"slow"')}{"type":"Point","data":{"time":"2026-11-14T12:11:43Z","value":1},"metric":"x"}\n`;
  const { warnings } = read(text);
  expect(warnings.map((of) => `${of.kind} ${of.line}: ${of.message}`)).toEqual([
    'lost 11: http_req_duration: the value on this line is no number',
    'lost 12: x: nothing before this line says what it is',
  ]);
});

it('has no rate of points at one time', () => {
  const at = points.replaceAll(/"time":"[^"]*"/g, '"time":"2026-11-14T12:11:40Z"');
  expect(shown(read(at))).toEqual([
    ' http_req_duration sec/op: 0.41225 0.2315',
    ' http_req_failed share: 0.5',
  ]);
});
