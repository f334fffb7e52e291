/** Which directories are private, and what is left of a file name. */
import { describe, expect, it } from 'vitest';
import { cutter, defaultRedact } from '../src/redact.ts';

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
    for (const same of ['https://x.org/home/alice/x', 'a/home/alice/x', '/home/alice', 'no path']) {
      expect(cut.words(same)).toBe(same);
    }
  });
});

it('a root or an empty directory in the configuration cuts nothing', () => {
  for (const path of ['/', '', '.', '\\']) {
    expect(cutter({ ...defaultRedact, paths: [path] }).path('/usr/x.go')).toBe('/usr/x.go');
  }
});
