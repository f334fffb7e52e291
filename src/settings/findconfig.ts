/** Where the configuration file is. What may stand in it is configfile.ts. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../model/error.ts';
import type { ConfigLayer } from './config.ts';

const usualConfig = '.github/flamegate.yml';

/**
 * The configuration file. One that is named must exist; the usual one may be absent, and is looked
 * for from `cwd` up to the top of the repository.
 */
export async function readConfigFile(
  named: string | undefined,
  cwd = process.cwd(),
): Promise<ConfigLayer> {
  const file = named ?? (await usualConfigFrom(cwd));
  const source = await readFile(resolve(cwd, file), 'utf8').catch((error: Error) => {
    const absent = 'code' in error && error.code === 'ENOENT';
    if (absent && file === usualConfig) return null;
    throw new InputError(absent ? 'there is no such file' : error.message, { file });
  });
  if (source === null) return {};
  // The parser of YAML is loaded only where there is a file to parse.
  return (await import('./configfile.ts')).parseConfigFile(source, file);
}

/** Relative to `cwd`; the usual name itself where there is none. */
async function usualConfigFrom(cwd: string): Promise<string> {
  const exists = (path: string) => stat(path).then(Boolean, () => false);
  for (let up = ''; ; up = join(up, '..')) {
    const directory = resolve(cwd, up);
    if (await exists(join(directory, usualConfig))) return join(up, usualConfig);
    const almost = usualConfig.replace(/yml$/, 'yaml');
    if (await exists(join(directory, almost))) {
      throw new InputError(`is not read: call it ${usualConfig}`, { file: join(up, almost) });
    }
    const top = (await exists(join(directory, '.git'))) || directory === dirname(directory);
    if (top) return usualConfig;
  }
}
