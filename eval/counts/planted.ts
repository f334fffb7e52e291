/**
 * The example module as two commits: `appendEscaped` looks at a part of its text twice, at none of it on
 * `main`. How much is a variable, so that both are compiled alike: a loop more alone makes Encode take 4 % fewer
 * instructions with Go 1.26.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = 'codec/escape.go';
const before = `func appendEscaped(dst []byte, s string) []byte {
	done := 0
`;
/** `parts` of a thousand. */
const after = (parts: number) => `var parts = ${parts}

var escapes int

func appendEscaped(dst []byte, s string) []byte {
	for i := range len(s) * parts / 1000 {
		if !plain[s[i]] {
			escapes++
		}
	}
	done := 0
`;

/** In `folder`, which is there and empty; the second commit is checked out, and is empty where `parts` is 0. */
export function plant(folder: string, parts: number): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], {
      cwd: folder,
    });
  cpSync(join(import.meta.dirname, '../../examples/module'), folder, { recursive: true });
  const source = readFileSync(join(folder, file), 'utf8');
  if (!source.includes(before)) throw new Error(`${file} is not as it was: mend this script`);
  git('init', '--quiet', '--initial-branch=main');
  for (const [branch, of] of [
    ['main', 0],
    ['slow', parts],
  ] as const) {
    writeFileSync(join(folder, file), source.replace(before, after(of)));
    git('add', '--all');
    if (branch === 'slow') git('checkout', '--quiet', '-b', branch);
    git('commit', '--quiet', '--allow-empty', '--message', branch);
  }
}
