/** The files of rounds, kept where the user wants them: `DIR/base/round-1/...`, `DIR/head/...`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError, type InputFile } from '../model.ts';

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
