/**
 * Draws docs/comment.png: the comment on the example's slow pull request, rendered from the real
 * Markdown in a real browser.
 *
 *   node docs/picture.ts
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { marked } from 'marked';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const gate = [
  'gate',
  '--baseline',
  'examples/baseline',
  '--format',
  'markdown',
  '--threshold',
  '10%',
  '--profile-threshold',
  '3pp',
];
const head = ['--benchmarks', 'examples/slow/bench.txt', '--profiles', 'examples/slow/*.pprof'];
const { stdout } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...gate, ...head], {
  cwd: root,
  encoding: 'utf8',
});

const page = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 16px; width: 1080px; background: #fff;
         font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328; }
  article { border: 1px solid #d1d9e0; border-radius: 6px; }
  header { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; padding: 8px 16px; color: #59636e; }
  header b { color: #1f2328; }
  main { padding: 8px 16px; }
  table { border-collapse: collapse; } th, td { border: 1px solid #d1d9e0; padding: 5px 10px; }
  tr:nth-child(2n) td { background: #f6f8fa; }
  code { background: #eff1f3; border-radius: 6px; padding: 2px 5px; font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
  a { color: #0969da; } h3 { margin: 8px 0; }
</style><article><header><b>github-actions</b> bot commented</header><main>${await marked(stdout)}</main></article>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const tab = await browser.newPage({
    deviceScaleFactor: 2,
    viewport: { width: 1120, height: 400 },
  });
  await tab.setContent(page);
  await tab.locator('article').screenshot({ path: join(root, 'docs/comment.png') });
} finally {
  await browser.close();
}
