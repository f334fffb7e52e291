import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashOf, pathDefect, plainName, printable, storedPaths } from '../../src/store/path.ts';

describe('a path inside a stored run', () => {
  it.each(['bench.txt', 'profiles/cpu.pprof', 'a/b/c-1_2+3=4@5,6.gz', '_x', 'console.txt'])(
    'may be %j',
    (path) => {
      expect(pathDefect(path)).toBeUndefined();
    },
  );

  it.each([
    ['climbs out', '../x'],
    ['climbs out further down', 'a/../../x'],
    ['is absolute', '/etc/passwd'],
    ['has a drive', 'C:/x'],
    ['has a backslash', 'a\\..\\x'],
    ['is empty', ''],
    ['ends with a slash', 'a/'],
    ['has an empty segment', 'a//b'],
    ['is hidden', '.git/config'],
    ['has a line feed', 'a\nb'],
    ['has a NUL', 'a\0b'],
    ['has a control of C1', 'a\u009bb'],
    ['turns the text around', 'a\u202eb'],
    ['is not ASCII', 'ä.txt'],
    ['has a blank', 'a b'],
    ['is an option', '-rf'],
    ['ends with a dot', 'x.'],
    ['is a device of Windows', 'profiles/NUL.txt'],
    ['is a stream of NTFS', 'a.txt:b'],
    ['has a segment over 100 characters', 'x'.repeat(101)],
    ['is over 512 characters', `${'x/'.repeat(256)}x`],
  ])('may not be one that %s', (_, path) => {
    expect(pathDefect(path)).toMatch(/^the path .* (is not a plain|is over)/);
    expect(pathDefect(path)).not.toMatch(/[^\x20-\x7e]/);
  });
});

it.each([[['a', 'A']], [['x/y', 'X/Y']], [['a', 'a/b']], [['a/b', 'A']]])(
  '%j cannot stand in one directory',
  (paths) => {
    expect(clashOf(paths)).toMatch(/clashes/);
  },
);

describe('where files are kept', () => {
  it.each<[string, string[], string[]]>([
    ['one file by its name', ['/tmp/x/out/bench.txt'], ['f/bench.txt']],
    ['siblings by their names', ['out/a.txt', 'out/b.txt'], ['f/a.txt', 'f/b.txt']],
    [
      'equal names below what they share',
      ['o/a/cpu.pb', 'o/b/cpu.pb'],
      ['f/a/cpu.pb', 'f/b/cpu.pb'],
    ],
    ['dots are no directories', ['./a/../x.txt', '../y.txt'], ['f/x.txt', 'f/y.txt']],
    ['backslashes separate', ['o\\a\\x', 'o\\b\\x'], ['f/a/x', 'f/b/x']],
    ['other characters become _', ['über die/cpu 1.pb'], ['f/cpu_1.pb']],
    ['hidden names are shown', ['.bench'], ['f/_.bench']],
    ['what became equal is numbered', ['a b', 'a_b', 'a?b'], ['f/a_b', 'f/a_b-2', 'f/a_b-3']],
    [
      'the number stands before the extension',
      ['A.pb.gz', 'a.pb.gz'],
      ['f/A.pb.gz', 'f/a-2.pb.gz'],
    ],
    ['a file where a directory is', ['x y/c', 'x_y'], ['f/x_y/c', 'f/x_y-2']],
    ['nobody’s home', ['/home/alice/a/x', '/tmp/y'], ['f/a/x', 'f/tmp/y']],
    ['nobody’s home on Windows', ['C:\\Users\\al\\a\\x', '/y'], ['f/a/x', 'f/y']],
    ['a directory where a file is', ['x_y', 'x y/c'], ['f/x_y', 'f/x_y-c-2']],
  ])('%s', (_, given, kept) => {
    expect(storedPaths('f', given)).toEqual(kept);
  });

  it('is safe and free of clashes for any names', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom('a', 'A', 'a/b', '../a', 'nul', '.', ''),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const paths = storedPaths('profiles', names);
        expect(paths.map(pathDefect)).toEqual(names.map(() => undefined));
        expect(clashOf(paths)).toBeUndefined();
        expect(storedPaths('profiles', names)).toEqual(paths);
      }),
    );
  });

  it('makes one plain segment of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(pathDefect(plainName(text))).toBeUndefined();
        expect(plainName(text)).not.toContain('/');
      }),
    );
  });
});

it('prints hostile text in short plain ASCII', () => {
  expect(printable('a\n::error::\u202e\u{1f600}')).toBe('a\\u000a::error::\\u202e\\ud83d\\ude00');
  expect(printable('x'.repeat(10_000))).toHaveLength(200);
});
