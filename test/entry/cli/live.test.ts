import { expect, it } from 'vitest';
import { liveDisplay } from '../../../src/entry/cli/measure/live.ts';
import { verdict } from '../../report/values.ts';

/** A terminal of text, as far as lines go up and are erased; ESC stands as `^`. */
function screen() {
  const lines: string[] = [''];
  const write = (text: string) => {
    for (const part of text.replaceAll('\x1b', '^').split(/(\^\[\d+A\r|\^\[J|\^\[\?7[lh]|\n)/)) {
      const [, up] = /^\^\[(\d+)A/.exec(part) ?? [];
      if (up !== undefined) lines.splice(lines.length - 1 - Number(up), Number(up) + 1, '');
      else if (part === '\n') lines.push('');
      else if (!part.startsWith('^')) lines.push(`${lines.pop() ?? ''}${part}`);
    }
    return true;
  };
  return { out: { isTTY: true, columns: 80, rows: 24, write } as never, shown: () => lines };
}

const round = { count: 1, most: 20, left: 60, last: { open: [], decided: [] } };

it('stands below what is logged, and is gone at the end', () => {
  const { out, shown } = screen();
  const display = liveDisplay(6, {}, out, null);
  display?.log('base: setup took 1.0 s');
  expect(shown()).toEqual(['base: setup took 1.0 s', '']);
  display?.live.round(round);
  const first = 'round 1 of at most 20; first look after 6; 1m00s left';
  expect(shown()).toEqual(['base: setup took 1.0 s', first, '']);
  display?.log('round 2: the host took 20 %\x1b[2J');
  expect(shown()).toEqual([
    'base: setup took 1.0 s',
    expect.stringMatching(/^round 2: the host took 20 %[^^]*$/),
    first,
    '',
  ]);
  display?.looked({ verdict: verdict(), open: [], decided: [], done: false });
  expect(shown().at(-2)).toMatch(/; all decided, looking for the function that did it; 1m00/);
  display?.looked({ verdict: verdict(), open: [], decided: [], done: true });
  expect(shown().at(-2)).toMatch(/^round 1 of at most 20; \d+ of \d+ decided; 1m00s left$/);
  expect(display?.live.enough()).toBe(false);
  display?.close();
  expect(shown()).toHaveLength(3);
});

it.each([
  ['a file', {}, { isTTY: false }],
  ['a CI job', { CI: 'true' }, {}],
  ['a dumb terminal', { TERM: 'dumb' }, {}],
])('is not for %s', (_, env, of) => {
  const { out } = screen();
  expect(liveDisplay(6, env, { ...(out as object), ...of } as never, null)).toBeNull();
});
