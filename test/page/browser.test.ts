/** The HTML report in a real browser: what a reader clicks, types and sees; and that nothing leaves it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../buildpage.ts';
import type { BuiltPage } from '../../src/page/built.ts';
import type { PageData } from '../../src/page/data.ts';
import { html } from '../../src/report/html.ts';
import { HOSTILE } from '../report/values.ts';
import { isThere, type Reader, reader } from './chromium.ts';
import { hostilePage, usualPage } from './report.ts';

const appendEscaped = 'example.com/ledger/codec.appendEscaped';

describe.skipIf(!isThere)('the report in Chromium', () => {
  let chromium: Reader;
  let built: BuiltPage;
  let data: PageData;

  beforeAll(async () => {
    [built, data, chromium] = await Promise.all([buildPage(), usualPage(), reader()]);
  });
  afterAll(() => chromium?.close());

  const headline = () => data.headline.map(({ text }) => text).join('');
  const open = (hash = '', options = {}) =>
    chromium.open(html(data, built), hash, { reducedMotion: 'reduce', ...options });
  const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();
  const names = (page: Page) => texts(page, '.benchmarks .row .open');

  describe('benchmarks', () => {
    it('are shown with the verdict, the slower first, and are sorted by a click', async () => {
      const { page, noted } = await open();
      expect(await page.locator('h1').innerText()).toBe(headline());
      expect(await names(page)).toEqual(['Encode/size=4k-2', 'Join-2', 'Decode-2']);
      await page.getByRole('button', { name: 'Benchmark', exact: true }).click();
      expect(await names(page)).toEqual(['Decode-2', 'Encode/size=4k-2', 'Join-2']);
      await page.getByRole('button', { name: 'Benchmark', exact: true }).click();
      expect(await names(page)).toEqual(['Join-2', 'Encode/size=4k-2', 'Decode-2']);
      expect(await page.locator('.benchmarks th[aria-sort="descending"]').innerText()).toContain(
        'Benchmark',
      );
      expect(noted).toEqual([]);
      await page.context().close();
    });

    it('are filtered by name and by verdict', async () => {
      const { page } = await open();
      await page.getByRole('searchbox', { name: 'Filter benchmarks' }).fill('code');
      expect(await names(page)).toEqual(['Encode/size=4k-2', 'Decode-2']);
      await page.getByRole('button', { name: 'slower 1' }).click();
      expect(await names(page)).toEqual(['Encode/size=4k-2']);
      expect(await page.locator('.count').innerText()).toBe('1 of 3 match');
      await page.context().close();
    });

    it('have a dot for each sample and a stroke for each run', async () => {
      const { page } = await open();
      const drawn = await page.evaluate<
        number[][]
      >(`[...document.querySelectorAll('.benchmarks .row')].map((row) =>
        ['.base .dots', '.base .centre', '.head .dots', '.head .centre'].map((of) =>
          row.querySelector(of).getAttribute('d').split('M').length - 1))`);
      expect(drawn).toEqual([
        [30, 6, 5, 1],
        [30, 6, 5, 1],
        [30, 6, 5, 1],
      ]);
      await page.context().close();
    });

    it('open by a link, close by the back button, and show their history', async () => {
      const { page } = await open(`#b=${encodeURIComponent(data.rows[0]?.id ?? '')}`);
      expect(await page.locator('.detail .reason').innerText()).toContain('beyond +19 %');
      expect(await page.locator('.history circle').count()).toBe(7);
      expect(await page.locator('.history .now').count()).toBe(1);
      await page.getByRole('button', { name: 'Join-2' }).click();
      expect(await page.locator('.detail').count()).toBe(1);
      expect(await page.locator('.row.opened .open').innerText()).toBe('Join-2');
      expect(page.url()).toContain('#b=Join-2');
      await page.goBack();
      expect(await page.locator('.row.opened .open').innerText()).toBe('Encode/size=4k-2');
      await page.goForward();
      expect(await page.locator('.row.opened .open').innerText()).toBe('Join-2');
      await page.getByRole('button', { name: 'Join-2' }).click();
      expect(await page.locator('.detail').count()).toBe(0);
      await page.context().close();
    });
  });

  /** The colours under a point of the canvas, from 0 to 1 across, in the middle of a row. */
  const pixel = (page: Page, x: number, row: number) =>
    page.evaluate<number[]>(`(() => {
      const canvas = document.querySelector('canvas');
      const copy = document.createElement('canvas');
      copy.width = copy.height = 1;
      const context = copy.getContext('2d', { willReadFrequently: true });
      context.drawImage(canvas, -Math.round(${x} * canvas.width), -Math.round((${row} * 20 + 3) * devicePixelRatio));
      const at = context.getImageData(0, 0, 1, 1);
      return [...at.data];
    })()`);
  const clickFrame = (page: Page, x: number, row: number) =>
    page
      .evaluate<{ x: number; y: number }>(`(() => {
      const canvas = document.querySelector('canvas');
      canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width } = canvas.getBoundingClientRect();
      return { x: left + ${x} * width, y: top + ${row} * 20 + 10 };
    })()`)
      .then(({ x: left, y }) => page.mouse.click(left, y));

  describe('the flame graph', () => {
    it('shows the heavier function red, what it is not pale, and a search as found', async () => {
      const { page, noted } = await open('#q=appendEscaped');
      expect(await page.locator('.hits').innerText()).toMatch(
        /^1 function, 1 frame: 27\.0 % → 31\.5 %$/,
      );
      await page.getByRole('searchbox', { name: 'Search functions' }).fill('nothing of this name');
      expect(await page.locator('.hits').innerText()).toBe('not found');
      await page.getByRole('searchbox', { name: 'Search functions' }).fill('codec');
      expect(await page.locator('.hits').innerText()).toMatch(/^\d+ functions, \d+ frames: /);
      expect(new URL(page.url()).hash).toBe('#q=codec');
      expect(noted).toEqual([]);
      await page.context().close();
    });

    it('zooms by a click, and the back button zooms out', async () => {
      const { page } = await open();
      const before = await pixel(page, 0.02, 3);
      await clickFrame(page, 0.8, 3);
      expect(page.url()).toMatch(/[#&]z=\d+/);
      expect(await page.locator('.panel h3').innerText()).toContain('codec.Encode');
      const zoomed = await pixel(page, 0.02, 3);
      expect(zoomed).not.toEqual(before);
      await page.goBack();
      expect(page.url()).not.toMatch(/[#&]z=/);
      expect(await pixel(page, 0.02, 3)).toEqual(before);
      await page.context().close();
    });

    it('is walked, zoomed and left by the keyboard, and says where it is', async () => {
      const { page } = await open();
      await page.locator('canvas').focus();
      await page.keyboard.press('ArrowDown');
      const said = () => page.locator('.flame .unseen').innerText();
      for (let n = 0; n < 20 && !(await said()).startsWith('testing.'); n++) {
        await page.keyboard.press('ArrowRight');
      }
      await page.keyboard.press('ArrowDown');
      expect(await said()).toMatch(/^testing\.\(\*B\)\.runN, .* %.* → .* %/);
      await page.keyboard.press('Enter');
      expect(page.url()).toMatch(/[#&]z=\d+/);
      await page.keyboard.press('f');
      expect(page.url()).toContain('focus');
      await page.keyboard.press('Escape');
      expect(new URL(page.url()).hash).not.toMatch(/focus|z=/);
      await page.keyboard.press('/');
      expect(await page.evaluate('document.activeElement.type')).toBe('search');
      await page.context().close();
    });

    it('shows what is under the pointer before and after, and where', async () => {
      const { page } = await open(`#s=${encodeURIComponent(appendEscaped)}&focus`);
      const box = await page.evaluate<{ x: number; y: number }>(`(() => {
        const canvas = document.querySelector('canvas');
        canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width } = canvas.getBoundingClientRect();
        return { x: left + width / 2, y: top + 5 * 20 + 10 };
      })()`);
      await page.mouse.move(box.x, box.y);
      const tip = await page.locator('.tip').innerText();
      expect(tip).toContain(appendEscaped);
      expect(tip).toMatch(/escape\.go:\d+/);
      expect(tip).toContain('27.0 % → 31.5 % (+4.6 pp)');
      expect(tip).toContain('340 ms → 410 ms');
      await page.context().close();
    });

    it('folds the runtime, turns, and takes the width of the base or of both', async () => {
      const { page, noted } = await open('#q=runtime.');
      expect(await page.locator('.hits').innerText()).toMatch(/^\d\d+ functions/);
      await page.getByLabel('Fold runtime').check();
      expect(await page.locator('.hits').innerText()).toMatch(/^\d functions?/);
      for (const name of ['before', 'both', 'flame']) {
        await page.getByRole('button', { name, exact: true }).click();
      }
      const hash = new URLSearchParams(new URL(page.url()).hash.slice(1));
      expect([...hash.keys()].sort()).toEqual(['flame', 'fold', 'q', 'w']);
      expect(hash.get('w')).toBe('union');
      expect(noted).toEqual([]);
      await page.context().close();
    });

    it('copies a stack', async () => {
      const { page } = await open(`#s=${encodeURIComponent(appendEscaped)}`, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.getByRole('button', { name: 'Copy its heaviest stack' }).click();
      await page.getByText(/^Copied \d+ frames/).waitFor();
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      const lines = copied.split('\n');
      expect(lines[0]).toMatch(/^example\.com\/ledger\/codec\.appendEscaped .*escape\.go:\d+$/);
      expect(lines[1]).toContain('codec.appendEntry');
      expect(lines.at(-1)).toContain('testing.');
      await page.context().close();
    });
  });

  describe('functions', () => {
    it('are selected in the table, with who calls them and what they call', async () => {
      const { page } = await open();
      expect(await page.locator('.functions tbody tr').first().innerText()).toContain(
        '26.2 % → 31.5 %',
      );
      expect(await page.locator('.functions tbody tr').first().innerText()).toContain('heavier');
      await page.locator('.functions .open').first().click();
      expect(await page.locator('.functions tr.selected .open').innerText()).toBe(appendEscaped);
      expect(await texts(page, '.panel .calls > div:first-child li .open')).toEqual([
        'codec.appendEntry',
      ]);
      await page.locator('.panel .calls li .open').first().click();
      expect(await page.locator('.panel h3').innerText()).toContain('codec.appendEntry');
      await page.goBack();
      expect(await page.locator('.panel h3').innerText()).toContain('appendEscaped');
      await page.context().close();
    });

    it('are of the profile that is chosen, and so are its labels', async () => {
      const { page } = await open();
      await page.getByRole('button', { name: 'alloc_space' }).click();
      expect(await page.locator('.summary').innerText()).toMatch(/MiB|KiB/);
      await page.goto(page.url().replace('p=1', 'p=2'));
      await page.locator('.tags summary', { hasText: 'endpoint' }).waitFor();
      expect(await texts(page, '.tags details')).not.toEqual([]);
      await page.context().close();
    });
  });

  describe('every reader', () => {
    it.each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
      ['dark', 360],
    ] as const)('has nothing serious that axe finds: %s, %d px', async (colorScheme, width) => {
      const { page } = await open(
        `#b=${encodeURIComponent(data.rows[0]?.id ?? '')}&s=${encodeURIComponent(appendEscaped)}`,
        {
          colorScheme,
          viewport: { width, height: 800 },
          bypassCSP: true,
        },
      );
      const axe = readFileSync(
        createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
        'utf8',
      );
      await page.evaluate(axe);
      const found = await page.evaluate<{
        violations: {
          id: string;
          impact: string;
          nodes: { target: string[]; failureSummary: string }[];
        }[];
      }>('axe.run(document)');
      const serious = found.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`);
      expect(serious).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
      await page.context().close();
    });

    it('has the theme that was chosen, drawn again', async () => {
      const { page, noted } = await open('', { colorScheme: 'light' });
      const light = await pixel(page, 0.5, 0);
      await page.getByRole('button', { name: 'Light or dark' }).click();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      await expect.poll(() => pixel(page, 0.5, 0)).not.toEqual(light);
      expect(noted).toEqual([]);
      await page.context().close();
    });

    it('sees the verdict without scripts', async () => {
      const { page } = await chromium.openWithoutScripts(html(data, built));
      expect(await page.locator('h1').innerText()).toBe(headline());
      expect(await page.locator('noscript').innerText()).toContain('need JavaScript');
      await page.context().close();
    });
  });

  describe('hostile names', () => {
    const texts = [
      ...Object.values(HOSTILE).filter((text) => text !== ''),
      '</script><script>window.ran=1</script>',
      '</style><!--<script>',
      '\u05d0\u05d1\u05d2 \u202eevil\u202c abc',
    ];

    it.each([1280, 360])('are text and nothing else, at %d px', async (width) => {
      const { page, noted } = await chromium.open(html(await hostilePage(texts), built), '', {
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
      });
      const found = await page.evaluate<Record<string, unknown>>(`({
        ran: window.ran ?? null,
        scripts: document.scripts.length,
        elements: document.querySelectorAll('img, iframe, object, form, a, base, link').length,
        listening: document.querySelectorAll('[onerror], [onload], [onclick]').length,
        width: document.documentElement.scrollWidth,
        rows: document.querySelectorAll('.benchmarks .row').length,
        script: [...document.querySelectorAll('.benchmarks .row .open')].some((of) =>
          of.textContent.includes('<script>window.ran=1</script>')),
        unseen: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText),
      })`);
      expect(found).toEqual({
        ...{ ran: null, scripts: 2, elements: 0, listening: 0, width, rows: texts.length },
        ...{ script: true, unseen: false },
      });
      await clickFrame(page, 0.8, 1);
      const rows = page.locator('.benchmarks .row .open');
      for (const at of [0, 5, 20]) {
        await rows.nth(at).click();
        expect(await page.locator('.detail').count()).toBe(1);
      }
      await page.locator('.functions .open').nth(3).click();
      expect(await page.locator('.panel h3').innerText()).not.toBe('');
      expect(noted).toEqual([]);
      await page.context().close();
    });

    it('is a test that can fail: a script that is not ours is refused and noted', async () => {
      const foreign = html(data, built).replace('</main>', '</main><script>window.ran=1</script>');
      const { page, noted } = await chromium.open(foreign);
      expect(await page.evaluate('window.ran ?? null')).toBe(null);
      expect(noted.join()).toMatch(/Content.Security.Policy/);
      await page.context().close();
    });
  });
});
