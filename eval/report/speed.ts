/**
 * How fast the HTML report is shown, in Chromium: a usual report of the example, and stacks of random programs up to
 * 200,000 nodes. Medians over fresh pages.
 *
 *   node eval/report/speed.ts [runs] [nodes,...]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { buildPage } from '../../buildpage.ts';
import type { PageData } from '../../src/page/data.ts';
import type { TwoSidedTree } from '../../src/profile/calltree.ts';
import { childOf, finishTree, newTree } from '../../src/profile/tree.ts';
import { html } from '../../src/report/html.ts';
import { pageGraph } from '../../src/report/page/graph.ts';
import { median } from '../../src/stats/summary.ts';
import { usualPage } from '../../test/page/report.ts';

const runs = Number(process.argv[2] ?? 5);
const sizes = (process.argv[3] ?? '10000,50000,200000').split(',').map(Number);

/** mulberry32: the same trees each time. */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Stacks of 12 to 40 frames among 5,000 functions, until there are as many nodes. */
function treeOf(nodes: number): TwoSidedTree {
  const next = random(nodes);
  const functions = 5000;
  const draft = newTree(nodes);
  while (draft.count < nodes) {
    let node = 0;
    const depth = 12 + Math.floor(28 * next());
    for (let level = 0; level < depth && draft.count < nodes; level++) {
      // Few callees near the root, more below, as programs have them.
      const callees = level < 4 ? 3 : 12;
      const pick = Math.floor(callees * next() ** 2);
      node = childOf(draft, node, (level * 131 + pick * 17 + (node % 7)) % functions);
    }
    draft.base[node] = (draft.base[node] ?? 0) + 1e7 * Math.ceil(3 * next());
    draft.head[node] = (draft.head[node] ?? 0) + 1e7 * Math.ceil(3 * next());
  }
  const rank = Int32Array.from({ length: functions }, (_, f) => f);
  return {
    tree: finishTree(draft, rank),
    functions: Array.from({ length: functions }, (_, f) => ({
      name: `example.com/service/internal/layer${f % 40}.(*Handler).method${f}`,
      file: `example.com/service/internal/layer${f % 40}/handler.go`,
      line: f,
      isRuntime: f % 9 === 0,
    })),
  };
}

function pageOf(nodes: number, usual: PageData): PageData {
  const tree = treeOf(nodes);
  const total = (side: 'base' | 'head') => tree.tree[side].reduce((sum, value) => sum + value, 0);
  const graph = pageGraph({
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    tree,
    base: { total: total('base'), background: 0, profiles: 5 },
    head: { total: total('head'), background: 0, profiles: 5 },
    functions: [],
  });
  return { ...usual, graphs: [graph] };
}

/** CPU time of the page's main thread so far, in ms. */
async function cpuOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
}

/** Until what was asked for is painted. */
const frame = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** A frame of the fifth row is clicked, a part of many names typed, the runtime folded. */
const acts: readonly string[] = [
  `const canvas = document.querySelector('canvas');
   const box = canvas.getBoundingClientRect();
   canvas.dispatchEvent(new MouseEvent('click', {
     clientX: box.left + box.width * 0.4, clientY: box.top + 4 * 20 + 10, bubbles: true }))`,
  `const input = document.querySelector('.profiles input[type=search]');
   input.value = 'layer7';
   input.dispatchEvent(new Event('input'))`,
  `document.querySelector('.profiles input[type=checkbox]').click()`,
];

const built = await buildPage();
const usual = await usualPage();
const reports: (readonly [string, string])[] = [
  ['a usual report', html(usual, built)],
  ...sizes.map((nodes) => [`${nodes} nodes`, html(pageOf(nodes, usual), built)] as const),
];
const directory = mkdtempSync(join(tmpdir(), 'flamegate-speed-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const empty = html({ ...usual, rows: [], graphs: [] }, built).length / 1000;
console.log(`page without rows and graphs: ${empty.toFixed(0)} KB`);
console.log('ms, medians; cpu: of the main thread, which a busy machine does not change');
console.log(
  'report               file    paint    shown      cpu     zoom      cpu   search      cpu     fold      cpu',
);
try {
  for (const [name, text] of reports) {
    const file = join(directory, 'report.html');
    writeFileSync(file, text);
    const times: number[][] = [];
    for (let run = 0; run < runs; run++) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const cpu = await cpuOf(page);
      await page.goto(pathToFileURL(file).href);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      await page.evaluate(frame);
      const [paint = 0, shown = 0] = await page.evaluate<number[]>(
        `['first-contentful-paint', 'flamegate-shown'].map((of) => performance.getEntriesByName(of)[0]?.startTime ?? 0)`,
      );
      const found = [paint, shown, await cpu()];
      for (const act of acts) {
        const before = await cpu();
        found.push(
          await page.evaluate<number>(`(async () => {
          const from = performance.now();
          ${act};
          await ${frame};
          return performance.now() - from;
        })()`),
        );
        found.push((await cpu()) - before);
      }
      for (const [at, time] of found.entries()) {
        times[at] ??= [];
        times[at].push(time);
      }
      await page.close();
    }
    const shown = times.map((of) => median(of).toFixed(0).padStart(9)).join('');
    const size = `${(text.length / 1000).toFixed(0)} KB`;
    console.log(`${name.padEnd(16)}${size.padStart(9)}${shown}`);
  }
} finally {
  await browser.close();
  rmSync(directory, { recursive: true, force: true });
}
