/**
 * The example module with one function made slower: `appendEscaped` looks at the first part of its
 * text twice, so that Encode takes about a tenth longer. How much longer it really takes is
 * printed with every table, because a compiler may change it.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../src/source/rounds/command.ts';

const file = 'codec/escape.go';
const before = `func appendEscaped(dst []byte, s string) []byte {
	done := 0
`;
/** `parts` of a hundred of the text are looked at twice. */
const after = (parts: number) => `// escapes counts what must be escaped.
var escapes int

func appendEscaped(dst []byte, s string) []byte {
	for i := range len(s) * ${parts} / 100 {
		if !plain[s[i]] {
			escapes++
		}
	}
	done := 0
`;

export const slowedFunction = 'example.com/ledger/codec.appendEscaped';

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=trial', '-c', 'user.email=trial@localhost', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();

/** Every line moves by one, so the programs differ, and no instruction does. */
const sameCode = (source: string) => `// A comment of one line more.\n${source}`;

/** A repository in `folder` (which is there and empty): `main` as it is, `same` with a comment more, `slow` slower. */
export function makeRepository(folder: string, parts: number): void {
  cpSync(join(import.meta.dirname, '../../examples/module'), folder, { recursive: true });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'the module');
  const source = readFileSync(join(folder, file), 'utf8');
  git(folder, 'checkout', '--quiet', '-b', 'same');
  writeFileSync(join(folder, file), sameCode(source));
  git(folder, 'commit', '--quiet', '--all', '--message', 'a comment');
  git(folder, 'checkout', '--quiet', '-b', 'slow', 'main');
  if (!source.includes(before)) throw new Error(`${file} is not as it was: mend this script`);
  writeFileSync(join(folder, file), source.replace(before, after(parts)));
  git(folder, 'commit', '--quiet', '--all', '--message', 'slower');
}

export const checkOut = (folder: string, branch: string) =>
  git(folder, 'checkout', '--quiet', branch);

/**
 * How much slower the slow branch's Encode/size=4k is: the ratio of the least CPU time of `times`
 * measurements of each, in turn. The least, because company only ever adds.
 */
export async function trueSlowdown(folder: string, temp: string, times: number): Promise<number> {
  const sides = ['main', 'slow'].map((branch) => {
    checkOut(folder, branch);
    const binary = join(temp, `${branch}.test`);
    execFileSync('go', ['test', '-c', '-o', binary, './codec'], { cwd: folder });
    return { binary, best: Number.POSITIVE_INFINITY };
  });
  const files = {
    stdout: join(temp, 'stdout'),
    stderr: join(temp, 'stderr'),
    times: join(temp, 'times'),
  };
  for (let i = 0; i < times; i++) {
    for (const side of sides) {
      const { cpuSeconds } = await runCommand({
        text: `${side.binary} -test.run='^$' -test.bench='^BenchmarkEncode$/^size=4k$' -test.benchtime=20000x`,
        directory: folder,
        env: process.env,
        files,
        pin: null,
        limitSeconds: 60,
      });
      side.best = Math.min(side.best, cpuSeconds);
    }
  }
  return (sides[1]?.best ?? Number.NaN) / (sides[0]?.best ?? Number.NaN) - 1;
}
