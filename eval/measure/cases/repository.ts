/** A case's repository: `main`, and a branch for each slowdown. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkUnits, type Ecosystem, type Files } from './ecosystem.ts';

/** Percent by which the branches are slower; 0 has another comment. */
export const branches = [0, 10, 30, 150] as const;

export interface Case {
  readonly folder: string;
  /** What the shell of a user with this set-up has. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly checkOut: (percent: number) => void;
}

export function makeCase(
  ecosystem: Ecosystem,
  folder: string,
  { cache, trap }: { readonly cache: string; readonly trap: boolean },
): Case {
  mkdirSync(folder);
  const identity = ['-c', 'user.name=case', '-c', 'user.email=case@localhost'];
  const git = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' });
  const commit = (files: Files, message: string) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet', '--initial-branch=main');
  const files = { ...ecosystem.files(folder), ...ecosystem.source(checkUnits(0), 'as on main') };
  const more = trap ? ecosystem.trap.files?.(folder, cache) : {};
  commit({ ...files, ...more }, 'main');
  const own = ecosystem.prepare(folder, cache);
  const set = trap ? ecosystem.trap.set?.(folder, cache) : {};
  // A lock file that the tool has written belongs to main.
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'prepared');
  for (const percent of branches) {
    git('checkout', '--quiet', '-b', `slower-${percent}`, 'main');
    commit(ecosystem.source(checkUnits(percent), `as on slower-${percent}`), `${percent} % slower`);
  }
  return {
    folder,
    env: { ...process.env, ...own, ...set },
    checkOut: (percent) => git('checkout', '--quiet', `slower-${percent}`),
  };
}
