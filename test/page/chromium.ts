/** A browser in which nothing may leave the page: what it asks for and what it says is noted. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const isThere = existsSync(executablePath);
if (!isThere) console.log(`skipped: no ${executablePath} to open the report in`);

export interface Opened {
  readonly page: Page;
  /** Console messages, errors, dialogs, and requests beside the file itself. */
  readonly noted: readonly string[];
}

export interface Reader {
  readonly open: (html: string, hash?: string, options?: BrowserContextOptions) => Promise<Opened>;
  readonly openWithoutScripts: (html: string) => Promise<Pick<Opened, 'page'>>;
  readonly close: () => Promise<void>;
}

export async function reader(): Promise<Reader> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const browser: Browser = await chromium.launch({ executablePath, args, timeout: 30_000 });
  const directory = mkdtempSync(join(tmpdir(), 'flamegate-page-'));
  let files = 0;
  return {
    open: async (html, hash = '', options = {}) => {
      const file = join(directory, `${files++}.html`);
      writeFileSync(file, html);
      const url = pathToFileURL(file).href;
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const noted: string[] = [];
      page.on('console', (message) => noted.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => noted.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        noted.push('dialog');
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (request.url().split('#')[0] !== url) noted.push(`request: ${request.url()}`);
      });
      await page.goto(`${url}${hash}`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      return { page, noted };
    },
    openWithoutScripts: async (html) => {
      const file = join(directory, `${files++}.html`);
      writeFileSync(file, html);
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await page.goto(pathToFileURL(file).href);
      return { page };
    },
    close: async () => {
      await browser.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
