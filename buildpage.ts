/**
 * Bundles src/page/, the browser's part of the HTML report, into one script and one style. Minified, because it goes
 * into every report; what it is made of stands in src/page/, and `npm run check-dist` builds it again.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BuiltPage } from './src/page/built.ts';

export async function buildPage(): Promise<BuiltPage> {
  const { outputFiles } = await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [
      { in: 'src/page/main.ts', out: 'page' },
      { in: 'src/page/style.css', out: 'style' },
    ],
    outdir: join(import.meta.dirname, 'dist'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  const text = (end: string): string =>
    outputFiles.find(({ path }) => path.endsWith(end))?.text.trim() ?? '';
  const built = { script: text('.js'), style: text('.css') };
  // Either would end its element in the middle of the report.
  if (/<\/(?:script|style)|<!--/i.test(built.script + built.style)) {
    throw new Error('the page holds an end tag: write it in another way');
  }
  return built;
}
