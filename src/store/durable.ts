/**
 * Bytes that outlive a power cut. A rename alone is atomic for who reads, but the disk may have the new name before it
 * has the bytes: so first the files, then the directories that name them, then the rename and its directory.
 */
import { open } from 'node:fs/promises';

/** Writes a new file, and waits until its bytes are on the disk. Fails where it exists. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the names in a directory are on the disk; nothing where the system has no such thing (Windows). */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => null);
  if (directory === null) return;
  try {
    await directory.sync();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (!['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP', 'ENOSYS'].includes(String(code))) throw error;
  } finally {
    await directory.close();
  }
}
