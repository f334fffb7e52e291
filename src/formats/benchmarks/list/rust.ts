/** Formats of tools for Rust. */
import { criterionSet } from '../criterionset.ts';
import { either, fileNamed, json, jsonLines, lines } from '../detect.ts';
import { noFilter, plainFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const rust = [
  {
    name: 'bencher',
    help: 'lines such as "test name ... bench: 1234 ns/iter" (Rust)',
    files: ['bench.txt'],
    writes: 'cargo bench -- --output-format bencher | tee bench.txt',
    detect: lines(/ \.\.\. bench: |^bench: +[\d,.]+ [^\s/]+\/(?:iter|s)\b/m, 'perhaps'),
    filter: plainFilter,
    load: async () => (await import('../libtest.ts')).readBencher,
    idle: [
      {
        prints: /^Testing .+\r?\nSuccess$/m,
        tool: 'criterion',
        instead: 'add --bench --output-format bencher',
      },
      {
        prints: /^running 0 tests$/m,
        unless: /^running [1-9]\d* tests?$/m,
        tool: 'a Rust test program',
        instead: 'add --bench, and see what its filter matches',
      },
    ],
  },
  {
    name: 'criterion-text',
    help: 'lines such as "name  time: [1.1 ns 1.2 ns 1.3 ns]" (Rust\'s criterion)',
    files: ['bench.txt'],
    writes: 'cargo bench | tee bench.txt',
    detect: lines(
      /\btime: +\[\d[\d.]* \S+ \d[\d.]* \S+ \d[\d.]* \S+\]|^Benchmarking .+: (?:Warming up|Collecting) /m,
      'no',
    ),
    filter: plainFilter,
    load: async () => (await import('../criteriontext.ts')).readCriterionText,
  },
  {
    name: 'criterion',
    help: "the files that Rust's criterion leaves of each benchmark",
    files: ['target/criterion/**/new/*.json'],
    writes: 'cargo bench',
    detect: either(
      json('group_id', 'full_id'),
      json('sampling_mode', 'iters', 'times'),
      json('mean.confidence_interval', 'median.confidence_interval'),
      fileNamed('tukey.json', 'array'),
    ),
    set: criterionSet,
    filter: plainFilter,
    load: async () => (await import('../criterionfiles.ts')).readCriterionFiles,
  },
  {
    name: 'cargo-criterion',
    help: 'the messages of cargo-criterion',
    files: ['criterion.json'],
    writes: 'cargo criterion --message-format json > criterion.json',
    detect: either(
      jsonLines('reason', 'measured_values', 'iteration_count'),
      lines(/^\{"reason":"(?:benchmark|group)-complete",/m, 'no'),
    ),
    filter: plainFilter,
    load: async () => (await import('../cargocriterion.ts')).readCargoCriterion,
  },
  {
    name: 'divan',
    help: 'the tree that divan prints',
    files: ['bench.txt'],
    writes: 'cargo bench | tee bench.txt',
    detect: lines(/\bfastest +│ slowest +│ median +│ mean\b/m, 'no'),
    filter: plainFilter,
    load: async () => (await import('../divan.ts')).readDivan,
    unread: [
      {
        prints: /^Timer precision: \d|\bfastest +│ slowest +│ median +│ mean\b/m,
        tool: 'divan',
        instead: 'keep the tree whole',
      },
    ],
  },
  {
    name: 'gungraun',
    help: 'the JSON of gungraun (formerly iai-callgrind)',
    files: ['target/gungraun/**/summary.json'],
    writes: 'cargo bench -- --save-summary; cargo bench -- --output-format=json > gungraun.json',
    detect: either(
      jsonLines('module_path', 'benchmark_exe'),
      lines(/^\{"baselines":.*"module_path":|^ *"module_path": "/m, 'no'),
    ),
    filter: noFilter,
    load: async () => (await import('../gungraun.ts')).readGungraun,
  },
  {
    name: 'gungraun-text',
    help: 'what gungraun, iai-callgrind and iai print: "Instructions:  1234"',
    files: ['bench.txt'],
    writes: 'cargo bench | tee bench.txt',
    detect: lines(
      /^ {2,4}Instructions: +\d|^ {2,4}=======+ (?:CALLGRIND|CACHEGRIND|DHAT|MEMCHECK|HELGRIND|DRD|MASSIF|BBV) =/m,
      'no',
    ),
    filter: noFilter,
    load: async () => (await import('../gungrauntext.ts')).readGungraunText,
  },
] as const satisfies readonly BenchmarkFormat[];
