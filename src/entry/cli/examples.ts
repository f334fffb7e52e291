/** What `--help` of a command ends with: commands to copy. A test runs each, so that none is out of date. */

const examples: Readonly<Record<string, readonly string[]>> = {
  gate: [
    'flamegate gate --baseline runs --benchmarks bench.txt',
    'go test -bench=. . | flamegate gate --baseline runs --benchmarks -',
    "flamegate gate --baseline runs --benchmarks 'out/*.txt' --profiles 'out/*.pprof' --fail-on suspect",
    'flamegate gate --baseline runs --benchmarks bench.txt --format text --format junit --output gate.xml',
  ],
  diff: [
    'flamegate diff old.txt new.txt',
    'flamegate diff main=old.txt branch=new.txt',
    'flamegate diff old.txt',
    'flamegate diff --format benchstat-csv old.txt new.txt',
    'flamegate diff v1=old.txt v2=new.txt v3=newer.txt',
    'go test -bench=. . | flamegate diff old.txt -',
    'flamegate diff --test mann-whitney old.txt new.txt',
    "flamegate diff --row .name --col '/size@num' old.txt",
    "flamegate diff --filter '.name:/Encode/ .unit:ns/op' old.txt new.txt",
    'flamegate diff old.pprof new.pprof --peek Encode',
    "flamegate diff old.pprof new.pprof --list 'codec[.]Encode$'",
  ],
  top: [
    'flamegate top cpu.pprof',
    'flamegate top --cum --nodecount 20 cpu.pprof',
    "flamegate top --focus 'codec[.]' --attribute user cpu-1.pprof cpu-2.pprof",
  ],
  tags: ['flamegate tags --focus codec cpu.pprof'],
  merge: ['flamegate merge -o default.pgo cpu-1.pprof cpu-2.pprof'],
  leaks: ['flamegate leaks heap-1.pprof heap-2.pprof heap-3.pprof heap-4.pprof'],
  record: ['flamegate record --baseline runs --benchmarks bench.txt'],
  import: [
    'flamegate import data.js --baseline runs',
    "flamegate import bencher.json --baseline runs --suite 'main/ubuntu-latest'",
  ],
  'baseline check': [
    'flamegate baseline check --baseline runs',
    'flamegate baseline check --workflow .github/workflows/performance.yml --repo owner/name',
  ],
  'baseline list': [
    'flamegate baseline list --baseline runs',
    'flamegate baseline list --baseline runs --format json',
  ],
  'baseline show': [
    'flamegate baseline show --baseline runs',
    'flamegate baseline show 4fe1c02a --baseline runs --format json',
  ],
  'baseline prune': ['flamegate baseline prune --baseline runs --keep 30'],
  'baseline verify': ['flamegate baseline verify --baseline runs'],
  'baseline export': [
    'flamegate baseline export runs --workflow .github/workflows/performance.yml --repo owner/name',
    'flamegate baseline export copy --baseline runs',
  ],
  'baseline import': ['flamegate baseline import copy --baseline runs'],
  doctor: [
    'flamegate doctor --baseline runs',
    "flamegate doctor --baseline runs --benchmarks bench.txt --profiles 'cpu-*.pprof'",
  ],
  fetch: ['flamegate fetch --pr 12 --repo owner/name'],
  init: ['flamegate init --dry-run', 'flamegate init --no-measure --forks'],
  formats: ['flamegate formats'],
  completion: [
    'eval "$(flamegate completion bash)"',
    'source <(flamegate completion zsh)',
    'flamegate completion fish | source',
  ],
};

/** For the end of the help of a command; '' where it has none of its own here. */
export function examplesOf(command: string): string {
  const lines = examples[command] ?? [];
  return lines.length === 0 ? '' : `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
