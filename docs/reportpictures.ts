/**
 * Draws docs/report/*.png: the HTML report of the example's slow pull request, at three widths in both themes.
 *
 *   npm run build && node docs/reportpictures.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const directory = mkdtempSync(join(tmpdir(), 'flamegate-pictures-'));
const file = join(directory, 'report.html');
const gate = ['gate', '--baseline', 'examples/baseline', '--threshold', '10%'];
const head = ['--benchmarks', 'examples/slow/bench.txt', '--profiles', 'examples/slow/*.pprof'];
const how = ['--profile-threshold', '3pp', '--confirm', 'never'];
const { status, stderr } = spawnSync(
  process.execPath,
  [join(root, 'dist/cli.js'), ...gate, ...head, ...how, '--format', 'html', '--output', file],
  { cwd: root, encoding: 'utf8' },
);
if (status !== 1) throw new Error(`the example is slower, but the gate said ${status}: ${stderr}`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const width of [1280, 854, 360]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width, height: width === 360 ? 740 : 800 },
      });
      await page.goto(pathToFileURL(file).href);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      await page.screenshot({
        path: join(root, `docs/report/benchmarks-${width}-${colorScheme}.png`),
      });
      await page.evaluate("document.querySelector('.profiles').scrollIntoView()");
      await page.locator('.functions .open').first().click();
      await page.mouse.move(0, 0);
      await page.evaluate("document.querySelector('.profiles').scrollIntoView()");
      await page.screenshot({
        path: join(root, `docs/report/profiles-${width}-${colorScheme}.png`),
      });
      await page.close();
    }
  }
} finally {
  await browser.close();
  rmSync(directory, { recursive: true, force: true });
}
