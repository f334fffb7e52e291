/** Five comments in GitHub's own stylesheet, in a real browser; and that the pictures in docs say what is said now. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comments, names, page } from './comments.ts';

const executablePath = '/usr/bin/chromium';
const present = existsSync(executablePath);
if (!present) console.log(`skipped: no ${executablePath} to measure comments in`);

const folder = join(import.meta.dirname, '../../docs/comments');
let all: Awaited<ReturnType<typeof comments>>;
beforeAll(async () => {
  all = await comments();
});

it.each(names)('docs/comments/%s shows what is said now (else: node docs/pictures.ts)', (name) => {
  expect(readFileSync(join(folder, `${name}.md`), 'utf8')).toBe(all[name]);
});

it.each([
  ['slower', /^❌ .*Encode.* is 89 % slower<\/b>.* because of <code>codec\.appendEscaped<\/code>/],
  ['faster', /^✅ .*Join.* is \d\d % faster<\/b> &#40;\+2 more&#41;; nothing slower/],
  ['suspect', /^⚠️ .*Parse.* looks \d\d % slower; 1 in \d+ runs without a change looks like this/],
  ['clean', /^✅ <b>Nothing slower<\/b> in 10 benchmarks &#40;would have seen \+\d+ % in most/],
  ['incomplete', /^🚧 .*Pack.* did not run<\/b>, but main has it: restore it/],
] as const)('%s: the first line answers alone, without statistics', (name, line) => {
  const [first = ''] = all[name].split('\n');
  expect(first).toMatch(line);
  expect(first).not.toMatch(/\bpp\b|Holm|sec\/op|\[|interval| to \+/);
});

it('a clean one is two lines', () => {
  expect(all.clean.split('\n').filter((line) => line !== '')).toHaveLength(2);
});

describe.skipIf(!present)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath, args, timeout: 30_000 });
  });
  afterAll(async () => {
    await browser?.close();
  });

  it.each(names.flatMap((name) => [854, 640].map((width) => [name, width] as const)))(
    '%s fits %i px, its folds open: nothing is scrolled to',
    async (name, width) => {
      const tab = await browser.newPage({ viewport: { width: width + 34, height: 600 } });
      await tab.setContent(page(all[name], 'light', width));
      const wide = await tab.evaluate<string[]>(`(() => {
        for (const of of document.querySelectorAll('details')) of.open = true;
        return [...document.querySelectorAll('table, .markdown-body')]
          .filter((of) => of.scrollWidth > of.clientWidth)
          .map((of) => of.tagName + ' ' + of.scrollWidth + ' > ' + of.clientWidth);
      })()`);
      await tab.close();
      expect(wide).toEqual([]);
    },
  );

  it('on a phone the benchmark and its change are in sight', async () => {
    const tab = await browser.newPage({ viewport: { width: 394, height: 600 } });
    await tab.setContent(page(all.slower, 'light', 360));
    const right = await tab.evaluate<number>(
      `document.querySelector('td:nth-child(2)').getBoundingClientRect().right`,
    );
    await tab.close();
    expect(right).toBeLessThanOrEqual(394);
  });

  it('is a test that can fail: a table that does not wrap is seen', async () => {
    const tab = await browser.newPage({ viewport: { width: 674, height: 600 } });
    await tab.setContent(page(`| a |\n|---|\n| ${'x'.repeat(300)} |\n`, 'light', 640));
    const isWide = await tab.evaluate<boolean>(
      `(() => { const of = document.querySelector('table'); return of.scrollWidth > of.clientWidth; })()`,
    );
    await tab.close();
    expect(isWide).toBe(true);
  });
});
