/** The bundle as tests start it. */
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The file, for scripts that start it themselves. */
export const bundle = join(root, 'dist/cli.js');

/** What `node` needs before a test's own arguments: see alone.cjs. */
export const alone = ['--require', join(import.meta.dirname, 'alone.cjs')] as const;
export const cli = [...alone, bundle] as const;
