/** Formats of tools for other languages, of tools that load a server or time a command, and of none in particular. */
import { csv, json } from '../detect.ts';
import { noFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const others = [
  {
    name: 'hyperfine',
    help: 'the JSON of hyperfine',
    files: ['hyperfine.json'],
    writes: "hyperfine --export-json hyperfine.json './tool input.txt'",
    detect: json('results[].command', 'results[].times'),
    filter: noFilter,
    load: async () => (await import('../hyperfine.ts')).readHyperfine,
    unread: [
      {
        prints: /^[ \t]+Time \(mean ± σ\):|"results":\s*\[\s*\{\s*"command":/m,
        tool: 'hyperfine',
        instead: 'add --export-json $FLAMEGATE_OUTPUT, or give its command to flamegate',
      },
    ],
  },
  {
    name: 'hyperfine-csv',
    help: 'the CSV of hyperfine: the median of each command',
    files: ['hyperfine.csv'],
    writes: "hyperfine --export-csv hyperfine.csv './tool input.txt'; the JSON says more",
    detect: csv(['command', 'mean', 'stddev', 'median', 'user', 'system', 'min', 'max']),
    filter: noFilter,
    load: async () => (await import('../hyperfine.ts')).readHyperfineCsv,
  },
] as const satisfies readonly BenchmarkFormat[];
