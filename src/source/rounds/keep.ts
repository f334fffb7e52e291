/** The files of rounds, kept where the user wants them: `DIR/base/round-1/...`, `DIR/head/...`. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';

/** Rounds of two measurements in one directory would be taken for one. Throws InputError. */
export async function refuseUsed(directory: string): Promise<void> {
  const entries = await readdir(directory).catch(() => []);
  if (entries.length === 0) return;
  throw new InputError(
    'the rounds are to be kept there, and it is not empty: name a new directory',
    {
      file: directory,
    },
  );
}

/** Each file under its own name. Throws InputError that names the file. */
export async function keepFiles(directory: string, files: readonly InputFile[]): Promise<void> {
  for (const { file, bytes } of files) {
    const path = join(directory, file);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new InputError(`cannot be written: ${reason}`, { file: path });
    }
  }
}
