/**
 * Whether Mermaid draws the charts of the comments, hostile names among them: its newest release from npm, in a
 * temporary directory, in Chromium. GitHub does not say which release it runs.
 *
 *   node eval/report/mermaid.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { comment } from '../../src/report/markdown/comment.ts';
import { comments } from '../../test/report/comments.ts';
import { HOSTILE, judged, verdict } from '../../test/report/values.ts';

const run = (value: number) => ({
  ...{ commit: 'a'.repeat(40), time: '', environment: {}, round: null, samples: [value] },
});
const samples = () => ({ base: [run(1), run(1.1), run(1.2)], head: [run(2)] });
const texts = [
  ...Object.values(await comments()),
  ...Object.values(HOSTILE).map((benchmark) =>
    comment(verdict({ comparisons: [judged({ benchmark, unit: benchmark })] }), { samples }),
  ),
];
const charts = texts.flatMap((text) =>
  [...text.matchAll(/```+mermaid\n([\s\S]*?)\n```/g)].map(([, chart = '']) => chart),
);

const folder = mkdtempSync(join(tmpdir(), 'flamegate-mermaid-'));
execFileSync('npm', ['install', '--silent', '--no-audit', '--prefix', folder, 'mermaid']);
const installed = join(folder, 'node_modules/mermaid');
const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const tab = await browser.newPage();
  await tab.setContent('<!doctype html><body></body>');
  await tab.addScriptTag({ path: join(installed, 'dist/mermaid.min.js') });
  const failed = await tab.evaluate<string[]>(`(async () => {
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
    const failed = [];
    for (const [i, text] of ${JSON.stringify(charts)}.entries()) {
      try {
        const { svg } = await mermaid.render('chart' + i, text);
        if (!svg.includes('<path')) failed.push('no line: ' + text);
      } catch (error) { failed.push(String(error) + ': ' + text); }
    }
    return failed;
  })()`);
  for (const text of failed) console.log(text);
  console.log(
    `mermaid ${version}: ${charts.length - failed.length} of ${charts.length} charts are drawn`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
