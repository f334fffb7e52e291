import { describe, expect, it } from 'vitest';
import { terminal } from '../../../src/entry/cli/terminal.ts';

const tty = { isTTY: true, columns: 132 };

describe('a terminal', () => {
  it('has its width, and colours unless NO_COLOR says otherwise', () => {
    expect(terminal({}, tty)).toEqual({ columns: 132, color: true });
    expect(terminal({ NO_COLOR: '' }, tty)).toEqual({ columns: 132, color: true });
    expect(terminal({ NO_COLOR: '0' }, tty)).toEqual({ columns: 132, color: false });
    expect(terminal({ TERM: 'dumb' }, tty)).toEqual({ columns: 132, color: false });
  });

  it('that does not say how wide it is has 80 columns', () => {
    expect(terminal({}, { isTTY: true, columns: 0 })?.columns).toBe(80);
  });

  it('is none where a pipe or a file is written', () => {
    expect(terminal({}, {})).toBeNull();
    expect(terminal({}, { isTTY: false, columns: 80 })).toBeNull();
  });
});
