/** Comments as a pull request gets them: five answers, from the real gate over files and stored runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gate } from '../../src/flow/gate.ts';
import { comment } from '../../src/report/markdown/comment.ts';
import { type ConfigLayer, resolveConfig } from '../../src/settings/config.ts';
import { readFiles } from '../../src/source/files/collect.ts';
import { directoryStore } from '../../src/store/directory.ts';
import { packRun } from '../../src/store/manifest.ts';
import type { BaselineStore } from '../../src/store/store.ts';
import { draws } from '../stats/random.ts';
import { listed } from '../store/runs.ts';
import { html } from './html.ts';

const root = join(import.meta.dirname, '../..');
const time = '2026-11-28T10:20:30Z';
const environment = { goos: 'linux', goarch: 'amd64', cpu: 'AMD EPYC 7763 64-Core Processor' };
const commit = '5d41402abc4b2a76b9719d911017c592ae3f1c07';
const about = {
  commit,
  repositoryUrl: 'https://github.com/example/ledger',
  runUrl: 'https://github.com/example/ledger/actions/runs/19735550123',
  artifactUrl: 'https://github.com/example/ledger/actions/runs/19735550123/artifacts/4410',
  source: { url: 'https://github.com/OWNER/flamegate', ref: 'v1' },
  inRepository: (file: string) => file.replace(/^.*\bledger\//, ''),
};

export const names = ['slower', 'faster', 'suspect', 'clean', 'incomplete'] as const;

/** The body of each comment. */
export async function comments(): Promise<Record<(typeof names)[number], string>> {
  return {
    slower: await slower(),
    faster: await of({ Join: 0.59, Merge: 0.66, Sort: 0.7 }),
    suspect: await of({ Parse: 1.2 }),
    clean: await of({}),
    incomplete: await of({}, ['Unpack', 'Pack']),
  };
}

/** The example's slow pull request, with its profiles. */
async function slower(): Promise<string> {
  const slow = (...files: string[]) => files.map((file) => join(root, 'examples/slow', file));
  const head = {
    benchmarks: await readFiles(slow('bench.txt'), 'benchmarks', root),
    profiles: await readFiles(slow('*.pprof'), 'profiles', root),
    ...{ commit, time, environment: { goos: 'linux', goarch: 'amd64' } },
  };
  const store = directoryStore(join(root, 'examples/baseline'));
  return judged(head, store, { threshold: 0.1, profileThreshold: 0.03 });
}

const suite = [
  'Parse',
  'Format',
  'Pack',
  'Unpack',
  'Join',
  'Merge',
  'Sort',
  'Split',
  'Hash',
  'Scan',
];

/** Twelve runs of main, and one in which some take so many times as long; `lost` did not run. */
function of(effects: Readonly<Record<string, number>>, lost: readonly string[] = []) {
  const { sample } = draws(11);
  const run = (names: readonly string[], factor: (name: string) => number, time: string) => {
    const lines = names.flatMap((name) => {
      const place = suite.indexOf(name);
      const [drift = 0] = sample(1, 0, 0.02);
      const center = 120 * 1.9 ** place * (factor(name) + drift);
      return sample(6, 1, 0.006).map(
        (noise) =>
          `Benchmark${name}/size=4k-4 \t ${9000 - place} \t ${(center * noise).toFixed(1)} ns/op \t ${64 * place} B/op \t ${place} allocs/op`,
      );
    });
    const text = `pkg: example.com/ledger/query\n${lines.join('\n')}\nPASS\n`;
    return {
      benchmarks: [{ file: 'bench.txt', bytes: Buffer.from(text) }],
      ...{ profiles: [], commit: time.replace(/\D/g, '').padEnd(40, 'a'), time, environment },
    };
  };
  const main = Array.from({ length: 12 }, (_, i) =>
    packRun(run(suite, () => 1, `2026-11-${String(27 - i).padStart(2, '0')}T08:00:00Z`)),
  );
  const store: BaselineStore = {
    async *load() {
      for (const stored of main) yield { kind: 'run', run: listed(stored) };
    },
    keep: () => Promise.reject(new Error('nothing is kept here')),
  };
  const present = suite.filter((name) => !lost.includes(name));
  return judged(
    run(present, (name) => effects[name] ?? 1, time),
    store,
    {},
  );
}

async function judged(
  head: Parameters<typeof gate>[0],
  store: BaselineStore,
  settings: ConfigLayer,
): Promise<string> {
  const { verdict, evidence } = await gate(head, store, resolveConfig(settings), {}, null);
  return comment(verdict, { ...about, samples: evidence.samples });
}

/** A comment in GitHub's own stylesheet, `width` pixels of text wide. */
export function page(markdown: string, theme: 'light' | 'dark', width: number): string {
  const style = readFileSync(
    join(root, `node_modules/github-markdown-css/github-markdown-${theme}.css`),
    'utf8',
  );
  const [line, head] = theme === 'light' ? ['#d1d9e0', '#f6f8fa'] : ['#3d444d', '#151b23'];
  return `<!doctype html><meta charset="utf-8"><style>${style}
  body { margin: 0; background: ${theme === 'light' ? '#fff' : '#0d1117'}; }
  article { width: ${width + 32}px; border: 1px solid ${line}; border-radius: 6px; overflow: hidden; }
  header { background: ${head}; border-bottom: 1px solid ${line}; padding: 8px 16px; font: 14px/1.5 sans-serif; color: #9198a1; }
  .markdown-body { padding: 16px; font-size: 14px; }
  </style><article><header>github-actions <b>bot</b> commented</header><div class="markdown-body">${html(markdown)}</div></article>`;
}
