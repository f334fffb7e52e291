/**
 * Draws docs/comments/: five comments as GitHub shows them, from the real gate in a real browser, and what they
 * say as Markdown (a test compares that with what is said now).
 *
 *   node docs/pictures.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { comments, names, page } from '../test/report/comments.ts';

const folder = join(import.meta.dirname, 'comments');
/** A desk, a tablet, a phone: the width of a comment's text. */
const widths = [854, 640, 360];

const all = await comments();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const name of names) {
    writeFileSync(join(folder, `${name}.md`), all[name]);
    for (const theme of ['light', 'dark'] as const) {
      for (const width of name === 'slower' ? widths : [854]) {
        const tab = await browser.newPage({
          deviceScaleFactor: 1.5,
          colorScheme: theme,
          viewport: { width: width + 34, height: 300 },
        });
        await tab.setContent(page(all[name], theme, width));
        await tab
          .locator('article')
          .screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) });
        await tab.close();
      }
    }
  }
} finally {
  await browser.close();
}
