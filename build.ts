/**
 * Bundles src/ into dist/, the code that GitHub and `npx` run, and writes the schema of the configuration file.
 * `--check` builds to memory and fails when what is committed differs in any byte or any file.
 *
 * ESM with code splitting, so that the artifact client and the writer of profiles load only when
 * a run uses them; not minified, so that a reviewer can read what runs. Bundled CommonJS
 * dependencies call `require`, which an ES module lacks: the banner makes one.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { buildPage } from './buildpage.ts';
import { configSchema } from './schema/config.ts';

const out = join(import.meta.dirname, 'dist');
const { version } = JSON.parse(
  await readFile(join(import.meta.dirname, 'package.json'), 'utf8'),
) as { version: string };

const { outputFiles } = await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: [
    { in: 'src/entry/cli.ts', out: 'cli' },
    { in: 'src/entry/action/start.ts', out: 'action' },
  ],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'linked',
  chunkNames: 'chunk-[name]-[hash]',
  define: {
    FLAMEGATE_VERSION: JSON.stringify(version),
    FLAMEGATE_PAGE: JSON.stringify(await buildPage()),
  },
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  write: false,
  logLevel: 'warning',
});
const built = new Map(outputFiles.map((file) => [basename(file.path), file.contents]));
built.set('package.json', Buffer.from('{ "type": "module" }\n'));

const schemaFile = join(import.meta.dirname, 'schema/config.schema.json');

if (process.argv.includes('--check')) {
  if ((await readFile(schemaFile, 'utf8').catch(() => '')) !== configSchema()) {
    console.error('schema/config.schema.json is not what src/settings says');
    console.error('Run `npm run build` and commit it.');
    process.exit(1);
  }
  const kept = await readdir(out).catch(() => []);
  const stale = new Set(kept.filter((name) => !built.has(name)));
  for (const [name, contents] of built) {
    const old = await readFile(join(out, name)).catch(() => undefined);
    if (old === undefined || !old.equals(contents)) stale.add(name);
  }
  if (stale.size > 0) {
    console.error(`dist/ is not what src/ builds: ${[...stale].sort().join(', ')}`);
    console.error('Run `npm run build` and commit dist/.');
    process.exit(1);
  }
  console.log(`dist/ is what src/ builds (${built.size} files)`);
} else {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await writeFile(schemaFile, configSchema());
  for (const [name, contents] of built) await writeFile(join(out, name), contents);
  const kilobytes = [...built.values()].reduce((sum, file) => sum + file.length, 0) / 1000;
  console.log(`dist/: ${built.size} files, ${kilobytes.toFixed(0)} KB`);
}
