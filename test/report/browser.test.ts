/** The hostile comment in a real browser: what a reader would click on, see and run. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comment } from '../../src/report/markdown/comment.ts';
import { html } from './html.ts';
import { HOSTILE, verdictOf } from './values.ts';

const executablePath = '/usr/bin/chromium';
const present = existsSync(executablePath);
if (!present) console.log(`skipped: no ${executablePath} to render the comment in`);

describe.skipIf(!present)('in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let requests: string[] = [];

  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath, args, timeout: 30_000 });
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    page.on('dialog', (dialog) => {
      requests.push('dialog');
      void dialog.dismiss();
    });
    // Nothing leaves this machine: what a comment asks for is noted and refused.
    await page.route(/^(?!about:)/, async (route) => {
      requests.push(route.request().url());
      await route.abort();
    });
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** What is in the page after it has loaded, and what it asked for. */
  async function open(markdown: string): Promise<Record<string, unknown>> {
    await page.goto('about:blank');
    requests = [];
    await page.setContent(`<!doctype html><meta charset="utf-8"><body>${html(markdown)}</body>`);
    const found = await page.evaluate<Record<string, unknown>>(`(() => {
      const count = (selector) => document.body.querySelectorAll(selector).length;
      return {
        ran: window.ran ?? null,
        elements: count('script, img, iframe, form, input, style, svg, object, [onerror]'),
        links: [...document.links].map((link) => link.href),
        rows: [...document.querySelectorAll('table')].map((table) => table.rows.length),
        cells: [...document.querySelectorAll('table')].map((table) => [
          ...new Set([...table.rows].map((row) => row.cells.length)),
        ]),
        comments: document.body.innerHTML.split('<!--').length - 1,
        name: document.querySelector('td code')?.textContent ?? null,
        open: count('details[open]'),
      };
    })()`);
    return { ...found, requests };
  }

  const artifactUrl = 'https://github.com/o/r/actions/runs/1/artifacts/2';

  it.each(Object.entries(HOSTILE).filter(([, text]) => text !== ''))(
    '%s neither runs nor links nor breaks a table',
    async (_, text) => {
      expect(await open(comment(verdictOf(text), { artifactUrl }))).toMatchObject({
        ...{ ran: null, elements: 0, links: [artifactUrl], comments: 0, open: 0, requests: [] },
        rows: [5, 2, 5, 2],
        cells: [[5], [5], [5], [5]],
      });
    },
  );

  it('a name reads as it was given', async () => {
    const { name } = await open(comment(verdictOf('codec.(*Encoder).Escape[go.shape.int]|`x`_y_')));
    expect(name).toBe(
      'codec.(*Encoder).Escape[go.shape.int]|`x`_y_.codec.(*Encoder).Escape[go.shape.int]|`x`_y_',
    );
  });

  it('is a test that can fail: the same name unescaped does run', async () => {
    const image = 'https://evil.invalid/x.png';
    const raw = `x <img src="${image}" onerror="window.ran=1"><script>window.ran=1</script>`;
    expect(await open(raw)).toMatchObject({ ran: 1, elements: 2, requests: [image] });
  });
});
