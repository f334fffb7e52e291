import { describe, expect, it } from 'vitest';
import { terminal, textView } from '../../../src/entry/cli/terminal.ts';

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

describe('a text report', () => {
  const shown = (...args: Parameters<typeof textView>) => {
    const { columns, wraps, color, detail } = textView(...args);
    return [columns, wraps, color, detail];
  };

  it('is as wide as the terminal, else as COLUMNS says, else 120', () => {
    expect(shown({}, undefined, {}, tty)).toEqual([132, true, true, 'usual']);
    expect(shown({}, undefined, { COLUMNS: '90' }, {})).toEqual([90, true, false, 'usual']);
    expect(shown({}, undefined, { COLUMNS: '-3' }, {})).toEqual([120, false, false, 'usual']);
    expect(shown({}, undefined, {}, {})).toEqual([120, false, false, 'usual']);
    expect(shown({}, 'file', { COLUMNS: '90', FORCE_COLOR: '1' }, tty)).toEqual([
      ...[120, false, false, 'usual'],
    ]);
  });

  it.each([
    [undefined, { NO_COLOR: '1' }, tty, false],
    [undefined, { FORCE_COLOR: '1' }, {}, true],
    [undefined, { FORCE_COLOR: '0' }, tty, false],
    [undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, {}, true],
    ['auto', {}, {}, false],
    ['always', { NO_COLOR: '1' }, {}, true],
    ['never', { FORCE_COLOR: '1' }, tty, false],
  ])(
    'with --color %s and %j is coloured where that asks for it',
    (color, env, stream, expected) => {
      const flags = color === undefined ? {} : { color };
      expect(textView(flags, undefined, env, stream).color).toBe(expected);
    },
  );

  it('is its first line, or everything', () => {
    expect(shown({ quiet: true }, undefined, {}, {})[3]).toBe('first line');
    expect(shown({ verbose: true }, undefined, {}, {})[3]).toBe('all');
  });
});
