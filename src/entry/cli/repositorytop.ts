/** Where names of files begin: the runner's workspace, else the top of the repository that the user is in. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Null outside of any repository. */
export function topHere(directory = process.cwd(), env = process.env): string | null {
  if (env.GITHUB_WORKSPACE) return env.GITHUB_WORKSPACE;
  if (existsSync(join(directory, '.git'))) return directory;
  const above = dirname(directory);
  return above === directory ? null : topHere(above, env);
}
