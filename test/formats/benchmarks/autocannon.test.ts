/** The JSON of autocannon. */
import { expect, it } from 'vitest';
import { read, shown } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('autocannon', 'autocannon.json');

it('leaves out latencies of 0 ms, which a fast server has, and is named by its address without a title', () => {
  const fast = recorded('autocannon.json')
    .replace('"p50":2', '"p50":0')
    .replace('"title":"home page",', '');
  const got = shown(read(fast)).map((of) => of.split(':').slice(0, -1).join(':'));
  expect(got).toContain(' http://127.0.0.1:3000/ mean-sec');
  expect(got).not.toContain(' http://127.0.0.1:3000/ p50-sec');
});
