/** Sources of a profile: found as pprof finds them, and never outside of the checkout. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceLines, trimmedPath } from '../../../src/source/files/sourcetext.ts';

let folder: string;
let kit: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-source-'));
  kit = join(folder, 'kit');
  write('kit/.git/HEAD', '');
  write('kit/codec/escape.go', 'package codec\r\n\nfunc f() {}\n');
  write('kit/deep/er/x.go', 'x');
  write('secret.txt', 'secret');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

it.each([
  ['/build/kit/codec/escape.go', { sourcePath: '/home/me/kit' }, 'codec/escape.go'],
  ['/build/kit/codec/escape.go', { sourcePath: '/a:/home/me/kit' }, 'codec/escape.go'],
  ['/build/kit/codec/escape.go', {}, '/build/kit/codec/escape.go'],
  ['example.com/kit/x.go', { trimPath: 'example.com/kit' }, 'x.go'],
  ['example.com/kit/x.go', { trimPath: 'other:example.com/' }, 'kit/x.go'],
  ['/a/kit/x.go', { trimPath: '/b', sourcePath: '/kit' }, '/a/kit/x.go'],
  ['/proc/self/cwd/./x.cc', {}, 'x.cc'],
])('%s with %j is %s', (path, places, expected) => {
  expect(trimmedPath(path, places)).toBe(expected);
});

it.each([
  ['as it is', 'codec/escape.go', ''],
  ['built elsewhere in a directory of that name', '/build/kit/codec/escape.go', ''],
  ['as Actions checks out, in a directory twice', '/runner/kit/kit/codec/escape.go', ''],
  ['absolute', '$kit/codec/escape.go', ''],
  ['from a directory below', 'codec/escape.go', 'deep/er'],
])('a source named %s is found', async (_, file, below) => {
  const name = file.replace('$kit', kit);
  const lines = await sourceLines(name, {}, join(kit, below));
  expect(lines).toEqual(['package codec', '', 'func f() {}']);
});

it.each([
  ['/etc/hostname'],
  ['etc/hostname'],
  ['../secret.txt'],
  ['secret.txt'],
  ['$folder/secret.txt'],
  ['link.txt'],
  ['codec'],
  ['nowhere.go'],
  ['/dev/zero'],
  [''],
])('%s is no source of the checkout', async (file) => {
  symlinkSync(join(folder, 'secret.txt'), join(kit, 'link.txt'));
  expect(await sourceLines(file.replace('$folder', folder), {}, kit)).toBeNull();
});

it('a directory of the source path is read, wherever it is', async () => {
  write('goroot/src/runtime/malloc.go', 'package runtime');
  const sourcePath = `${join(folder, 'goroot/src')}:${kit}`;
  expect(await sourceLines('runtime/malloc.go', { sourcePath }, kit)).toEqual(['package runtime']);
  expect(await sourceLines('runtime/malloc.go', {}, kit)).toBeNull();
  expect(await sourceLines('deep/er/x.go', { sourcePath }, kit)).toEqual(['x']);
  expect(await sourceLines('x.go', { sourcePath: 'deep/er' }, kit)).toEqual(['x']);
});
