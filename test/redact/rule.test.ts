/** Which directories are private, and what is left of a file name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutter } from '../../src/redact/rule.ts';
import { defaultRedact } from '../../src/settings/redact.ts';

const cut = cutter(
  { ...defaultRedact, paths: ['/srv/build/', 'D:\\work'] },
  '/runner/_work/app/app',
);

describe('a file name', () => {
  it.each([
    ['/home/alice/src/app/codec.go', 'src/app/codec.go'],
    ['/home/runner/work/app/app/codec/codec.go', 'work/app/app/codec/codec.go'],
    ['/Users/bob/go/pkg/mod/x@v1/y.go', 'go/pkg/mod/x@v1/y.go'],
    ['/root/app/main.go', 'app/main.go'],
    ['C:\\Users\\Bob B\\app\\main.go', 'app\\main.go'],
    ['C:/Users/bob/app/main.go', 'app/main.go'],
    ['/c/Users/bob/app/main.go', 'app/main.go'],
    ['file:///home/alice/app/main.js', 'app/main.js'],
    ['file:/home/alice/app/Main.java', 'app/Main.java'],
    ['file:///C:/Users/bob/app/main.js', 'app/main.js'],
    ['webpack:///home/pat/app/main.js', 'app/main.js'],
    ['webpack-internal:///home/pat/app/main.js', 'app/main.js'],
    ['//home/fred/app/main.c', 'app/main.c'],
    ['/home/fred//app/main.c', 'app/main.c'],
    ['/mnt/c/Users/dave/app/main.py', 'app/main.py'],
    ['/cygdrive/d/users/dave/app/main.c', 'app/main.c'],
    ['c:/users/dave/app/main.py', 'app/main.py'],
    ['C:\\\\Users\\\\dave\\\\app\\\\main.py', 'app\\\\main.py'],
    ['D:\\USERS\\dave\\app\\main.cs', 'app\\main.cs'],
    ['\\\\?\\C:\\Users\\dave\\app\\main.rs', 'app\\main.rs'],
    ['/var/home/erin/app/main.go', 'app/main.go'],
    ['/usr/home/erin/app/main.c', 'app/main.c'],
    ['/export/home/erin/app/main.c', 'app/main.c'],
    ['/var/root/app/main.swift', 'app/main.swift'],
    ['/System/Volumes/Data/Users/rob/app/main.swift', 'app/main.swift'],
    ['/tmp/go-build3141/b001/_testmain.go', '_testmain.go'],
    // The workspace and what the configuration names, the longest first.
    ['/runner/_work/app/app/codec/codec.go', 'codec/codec.go'],
    ['/srv/build/x.go', 'x.go'],
    ['D:\\work\\x.go', 'x.go'],
  ])('%s is stored as %s', (path, stored) => {
    expect(cut.path(path)).toBe(stored);
    expect(cut.path(stored)).toBe(stored);
  });

  it.each([
    '',
    'codec/codec.go',
    'example.com/ledger/codec/codec.go',
    '/usr/local/go/src/runtime/malloc.go',
    '/home/alice',
    '/home/alice/',
    '/homes/alice/x.go',
    '/opt/home/alice/x.go',
    '/rooted/x.go',
    '/srv/builder/x.go',
    '/tmp/work/src/x.go',
    '/home/alice//',
    '/mnt/data/Users',
    '/usr/homework/x.c',
    '/srv/var/home/erin/x.go',
    'C:/Program Files/Go/src/runtime/proc.go',
    'C:/UsersGuide/a/x.go',
    'webpack:///./src/main.js',
    'webpack://shop/home/pat/main.js',
    'http://home/pat/main.js',
    'https://x.org/home/alice/x.js',
    'node:fs',
  ])('%j is stored as it is', (path) => {
    expect(cut.path(path)).toBe(path);
  });

  it.each([
    ['/tmp/go-build4164110605/b001/codec.test', 'codec.test'],
    ['/private/var/folders/9x/abc/T/go-build1/b001/codec.test', 'codec.test'],
    ['/tmp/perf-12.map', 'perf-12.map'],
    ['/home/alice/bin/app', 'bin/app'],
    ['/tmp/', '/tmp/'],
    ['/tmp/x/', '/tmp/x/'],
    ['/usr/lib/libc.so.6', '/usr/lib/libc.so.6'],
  ])('of a program, %s, is stored as %s', (path, stored) => {
    expect(cut.binary(path)).toBe(stored);
  });
});

it('behind a flag is cut among words', () => {
  expect(cut.words('cc -I/home/alice/include')).toBe('cc -Iinclude');
});

describe('words', () => {
  it('lose every private directory that begins a file name, and nothing else', () => {
    expect(cut.words('panic at /home/alice/app/x.go:12 (/root/y.go)')).toBe(
      'panic at app/x.go:12 (y.go)',
    );
    for (const [text, cutText] of [
      ['see /home/uma/file and /home/vic/x', 'see file and x'],
      ['url=/home/wes/a?b', 'url=a?b'],
      ['a=webpack:///home/pat/x,b=//home/fred/y', 'a=x,b=y'],
      ['error:/home/alice/x.go', 'error:x.go'],
      ['"C:\\Users\\Bob B\\x" and /mnt/c/Users/dave/y', '"x" and y'],
    ] as const) {
      expect(cut.words(text)).toBe(cutText);
    }
    for (const same of [
      ...['https://x.org/home/alice/x', 'a/home/alice/x', '/home/alice', 'no path', '/home/x// y'],
      ...['GET http://home/pat/x', 'a//home/alice/x', '~//home/alice/x'],
    ]) {
      expect(cut.words(same)).toBe(same);
    }
  });
});

it('a root or an empty directory in the configuration cuts nothing', () => {
  for (const path of ['/', '', '.', '\\']) {
    expect(cutter({ ...defaultRedact, paths: [path] }).path('/usr/x.go')).toBe('/usr/x.go');
  }
});

describe('any path', () => {
  const name = fc.constantFrom(
    'home',
    'Users',
    'users',
    'root',
    'alice',
    'app',
    'x.go',
    'C:',
    'a b',
    '.',
  );
  const inside = fc
    .array(fc.constantFrom('app', 'src', 'x.go', 'été.py', 'a b'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/'));
  const begin = fc.constantFrom(
    '',
    '/',
    '//',
    'C:\\',
    'file:///',
    'webpack:///',
    'http://',
    '/mnt/c/',
  );

  it('is whole behind what is cut: it begins where a part of it began', () => {
    const path = fc
      .tuple(begin, fc.array(name, { maxLength: 7 }), fc.constantFrom('/', '\\', '//'))
      .map(([start, parts, separator]) => start + parts.join(separator));
    fc.assert(
      fc.property(path, (before) => {
        for (const after of [cut.path(before), cut.binary(before)]) {
          expect(before.endsWith(after)).toBe(true);
          if (after === before) continue;
          expect(before.at(-after.length - 1)).toMatch(/[\\/]/);
          expect(after).toMatch(/^[^\\/]/);
        }
      }),
    );
  });

  it('below a home directory is the same, whosever it is and on whatever machine', () => {
    const homes = (user: string) => [
      ...[
        `/home/${user}/`,
        `/Users/${user}/`,
        `/root/`,
        `/var/home/${user}/`,
        `/usr/home/${user}/`,
      ],
      ...[
        `/export/home/${user}/`,
        `C:/Users/${user}/`,
        `c:/users/${user}/`,
        `/mnt/c/Users/${user}/`,
      ],
      ...[
        `//home/${user}/`,
        `file:///home/${user}/`,
        `webpack:///home/${user}/`,
        `/c/Users/${user}/`,
      ],
      ...[`/System/Volumes/Data/Users/${user}/`, `C:\\Users\\${user}\\`, '/tmp/go-build12/b001/'],
    ];
    const user = fc.stringMatching(/^[a-z][a-z0-9._-]{0,12}$/);
    fc.assert(
      fc.property(user, inside, (who, rest) => {
        for (const home of homes(who)) {
          expect([home, cut.path(home + rest)]).toEqual([home, rest]);
          expect([home, cut.words(`see ${home}${rest}`)]).toEqual([home, `see ${rest}`]);
        }
      }),
    );
  });

  it('takes time by its length, not its square', () => {
    const count = 100_000;
    const started = performance.now();
    for (const part of [
      '/',
      '/home',
      '/home/',
      'a-',
      'a:',
      'C:/Users/',
      '//home/a',
      'webpack:///',
      '\\\\?\\',
    ]) {
      for (const text of [part.repeat(count), `${part.repeat(count)} `, ` ${part}`.repeat(count)]) {
        cut.words(text);
        cut.path(text);
      }
    }
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
