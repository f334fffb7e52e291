/** Words of a user as the text of a shell: a real shell must give back the same words. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf, word } from '../../../src/source/rounds/presets/shell.ts';
import { temporary } from './repository.ts';

const shells = ['/bin/sh', '/bin/bash'].filter(existsSync);
const printed = (shell: string, text: string) =>
  // Nowhere, and without a PATH: what escapes from its quotes finds nothing to do harm with.
  execFileSync(shell, ['-e', '-c', text], {
    encoding: 'utf8',
    env: { PATH: '' },
    cwd: temporary(),
  });

describe.skipIf(process.platform === 'win32').each(shells)('in %s', (shell) => {
  it.each([
    '',
    ' ',
    'a b',
    "it's",
    "'",
    '"',
    '\\',
    '$HOME',
    '$(touch x)',
    '`id`',
    'two\nlines',
    '\n',
    '\r\n\t',
    '*',
    '~',
    '!!',
    '-n',
    '--',
    'a=b',
    '{a,b}',
    '# no comment',
    '; exit 1',
    'é\u202e',
  ])('%j is one word', (text) => {
    expect(printed(shell, `printf '<%s>' ${word(text)} end`)).toBe(`<${text}><end>`);
  });

  it('any words arrive as they are', () => {
    const text = fc.string({ unit: 'binary' }).map((of) => of.replaceAll(/[\0\p{Cs}]/gu, ''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (words) => {
        const command = commandOf(['printf', '<%s>\\0', ...words]);
        expect(printed(shell, command)).toBe(words.map((of) => `<${of}>\0`).join(''));
      }),
      { numRuns: 30 },
    );
  });

  it('the first is a program, not a word or an assignment of the shell', () => {
    for (const name of ['if', 'time', 'A=1', 'while', '!', '{', '[[', '-c', '$(echo true)', '']) {
      expect(commandOf([name, 'x'])).toMatch(/^'/);
    }
    expect(commandOf(['./bench', '-n', '1 2'])).toBe("./bench -n '1 2'");
  });
});
