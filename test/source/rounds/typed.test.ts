/** `run: -- CMD ARG...`: words, and nothing that only a shell would understand. */
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/source/rounds/presets/given/typed.ts';

describe('a run that begins with --', () => {
  it.each([
    ['-- go test -bench=. ./...', ['go', 'test', '-bench=.', './...']],
    ["-- go test -run='^$' './a b'", ['go', 'test', '-run=^$', './a b']],
    ['--\n  npx vitest\n  bench\n', ['npx', 'vitest', 'bench']],
    ['-- pytest -k "fast or slow" \'\'', ['pytest', '-k', 'fast or slow', '']],
  ])('%j is words', (text, words) => expect(wordsOf(text)).toEqual(words));

  it.each(['go test -bench=.', '--verbose', './run -- x', ''])('%j is a shell’s', (text) =>
    expect(wordsOf(text)).toBeNull(),
  );

  it.each(['-- a | b', '-- a && b', '-- echo $HOME', "-- a 'b", '-- "$x"', '-- a >b', '-- $(a)'])(
    '%j is refused, and not run as something else',
    (text) => expect(() => wordsOf(text)).toThrow(/is for a shell/),
  );

  it('without a command is refused', () => {
    expect(() => wordsOf('-- ')).toThrow(/no command behind --/);
  });
});
