/** Values built by hand for the tests of the reports: a usual row of each kind, and hostile names. */
import type { Comparison, JudgedComparison, Side } from '../../src/model/comparison.ts';
import type {
  FunctionComparison,
  JudgedFunction,
  ProfileComparison,
} from '../../src/model/functions.ts';
import type { RoundsUse, Shift, Verdict } from '../../src/model/verdict.ts';
import { phrases } from '../../src/text/marked.ts';

export const side = (center: number, n = 10, runs = 1): Side => ({ center, n, runs });

export function comparison(changes: Partial<Comparison> = {}): Comparison {
  const base = changes.base === undefined ? side(1.23e-6, 50, 5) : changes.base;
  const head = changes.head === undefined ? side(1.5e-6) : changes.head;
  return {
    package: 'example.com/kit/codec',
    benchmark: 'Encode/size=4k-2',
    unit: 'sec/op',
    better: 'lower',
    base,
    head,
    delta: base && head && base.center !== 0 ? head.center / base.center - 1 : null,
    own:
      changes.delta !== undefined
        ? changes.delta
        : base && head && base.center !== 0
          ? head.center / base.center - 1
          : null,
    ci: [0.181, 0.252],
    worst: 0.248,
    p: 0.00002,
    pAdjusted: 0.00012,
    df: 5.2,
    test: 'run-level',
    limits: { suspect: 0.08, slower: 0.19, faster: 0.1 },
    detectable: 0.08,
    follows: null,
    notes: [],
    ...changes,
  };
}

export function judged(changes: Partial<JudgedComparison> = {}): JudgedComparison {
  return {
    ...comparison(changes),
    threshold: 0.05,
    gated: true,
    verdict: 'slower',
    blind: false,
    reason: 'beyond +19 %, which clean runs do not reach',
    screened: null,
    ...changes,
  };
}

/** A suspect of the stored runs that rounds on one machine confirmed. */
export const confirmed = (changes: Partial<JudgedComparison> = {}): JudgedComparison =>
  judged({
    benchmark: 'Confirmed-2',
    base: side(1e-6, 10, 10),
    head: side(1.126e-6, 10, 10),
    ci: [0.111, 0.14],
    test: 'paired',
    limits: null,
    reason: 'looked +14 % against 8 runs of main, confirmed +13 % [+11, +14] in 10 rounds here',
    screened: { delta: 0.14, runs: 8, verdict: 'suspect' },
    ...changes,
  });

export const rounds = (changes: Partial<RoundsUse> = {}): RoundsUse => ({
  rounds: 10,
  repeated: 1,
  seed: 42,
  base: '0123456789abcdef0123456789abcdef01234567',
  machine: ['load average 0.8 to 1.3'],
  ...changes,
});

export const ok = (benchmark: string, changes: Partial<JudgedComparison> = {}): JudgedComparison =>
  judged({
    benchmark,
    head: side(1.231e-6),
    ci: [-0.01, 0.012],
    pAdjusted: 1,
    verdict: 'ok',
    reason: 'as it was',
    ...changes,
  });

/** It looks 18 % slower, which one clean pull request in thirty does. */
export const suspect = (
  benchmark: string,
  changes: Partial<JudgedComparison> = {},
): JudgedComparison =>
  judged({
    benchmark,
    head: side(1.23e-6 * 1.18),
    ci: [0.15, 0.21],
    p: 0.004,
    pAdjusted: 0.033,
    verdict: 'suspect',
    reason: 'beyond +8 %, and evident from +19 %',
    ...changes,
  });

export function functionComparison(changes: Partial<FunctionComparison> = {}): FunctionComparison {
  return {
    name: 'codec.(*Encoder).Escape[go.shape.int]',
    formerName: null,
    background: false,
    file: '/home/runner/work/kit/kit/codec/escape.go',
    line: 41,
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    base: { flat: 810e6, cum: 900e6, flatFraction: 0.081, cumFraction: 0.09 },
    head: { flat: 1350e6, cum: 1400e6, flatFraction: 0.135, cumFraction: 0.14 },
    headProfiles: 3,
    replicates: 3,
    baseRuns: 5,
    flatDelta: 0.054,
    adjustedDelta: changes.flatDelta ?? 0.054,
    perOp: null,
    ci: [0.032, 0.076],
    worst: 0.07,
    p: 0.0001,
    pAdjusted: 0.002,
    df: 6,
    seen: { base: 405, head: 405, baseSamples: 5000, headSamples: 3000, dispersion: 1.2 },
    detectable: 0.015,
    moved: null,
    ...changes,
  };
}

export function judgedFunction(changes: Partial<JudgedFunction> = {}): JudgedFunction {
  return {
    ...functionComparison(changes),
    threshold: 0.02,
    gated: true,
    verdict: 'slower',
    reason: 'heavier by more than 2 pp with 99 % confidence',
    ...changes,
  };
}

export function profile(changes: Partial<ProfileComparison> = {}): ProfileComparison {
  return {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    base: { total: 10e9, samples: 1000, profiles: 5, runs: 5, seconds: 50 },
    head: { total: 10e9, samples: 1000, profiles: 3, runs: 1, seconds: 10 },
    scale: { factor: 1, error: 0.012, source: 'none' },
    dispersion: 1.4,
    functions: [functionComparison()],
    ...changes,
  };
}

/** All benchmarks moved a little together, as they do. */
export const shift = (changes: Partial<Shift> = {}): Shift => ({
  delta: 0.012,
  verdict: 'ok',
  benchmarks: 14,
  limits: { suspect: 0.05, slower: 0.5 },
  history: [-0.02, 0.031],
  group: null,
  ...changes,
});

export function verdict(changes: Partial<Verdict> = {}): Verdict {
  const headline =
    changes.headline ??
    'Encode/size=4k-2 is 22 % slower because of codec.escape (codec/escape.go:41).';
  return {
    verdict: 'fail',
    headline,
    sentence: phrases(headline),
    p: 0.002,
    sight: { half: 0.08, most: 0.12 },
    comparisons: [judged(), ok('Decode/size=4k-2')],
    functions: [judgedFunction()],
    profiles: [profile()],
    shift: shift(),
    dedicated: false,
    baseline: {
      name: 'main',
      runs: 5,
      commits: [
        '0123456789abcdef0123456789abcdef01234567',
        'fedcba9876543210fedcba9876543210fedcba98',
      ],
      setAside: [
        { commit: 'aa', time: '2026-11-01T00:00:00Z', reason: 'another CPU' },
        { commit: 'bb', time: '', reason: 'a corrupt file' },
        { commit: 'cc', time: '2026-11-02T00:00:00Z', reason: 'another CPU' },
      ],
    },
    rounds: null,
    environment: { goos: 'linux', goarch: 'amd64', cpu: 'AMD EPYC 7763', toolchain: 'go1.26.8' },
    advice: ['Two more runs of main would tell more.'],
    warnings: [
      { kind: 'syntax', file: 'bench.txt', line: 7, message: 'no iterations' },
      { kind: 'baseline', message: 'one stored run was unreadable' },
    ],
    ...changes,
  };
}

/** What a pull request might call a benchmark, a function, a unit or a file. */
export const HOSTILE: Readonly<Record<string, string>> = {
  pipe: 'a|b||c|',
  backticks: 'a`b``c```',
  script: '<script>window.ran=1</script><img src=x onerror="window.ran=1">',
  mention: '@org/team @user x@user.example (@user)',
  command: '::error::owned',
  'command after spaces': ' \u00a0\u3000::set-output name=x::y',
  'old command': 'x ##[error]owned',
  'command in pieces': '#\u200b#[error]owned',
  newlines: 'a\n::error::b\r\n##[error]c\u2028d\u0085e\n\n# heading\n\n---\n',
  'ten thousand characters': 'x'.repeat(10_000),
  'ten thousand specials': '@|<'.repeat(3333),
  'right to left': 'abc\u202Etxt.exe\u202C\u2066x\u2069\u200F',
  marker: '<!-- flamegate:v1:x -->',
  'comment end': '--> </details></table></code> <!--',
  links: '[x](https://evil.example) ![i](https://evil.example/i.png) <https://evil.example>',
  bare: 'https://evil.example www.evil.example ftp://evil.example a@evil.example',
  references: '#123 GH-1 owner/repo#1 0123456789abcdef0123456789abcdef01234567 :tada: $x^2$',
  emphasis: '**b** _i_ ~~s~~ \\*esc\\* &copy; &#64;user [^1] ^x^',
  escape: '\u001b[31mred\u001b[0m\u009b1m\u0007\u0000',
  'lone surrogate': 'a\ud800b',
  formula: '=HYPERLINK("https://evil.example","x")',
  quotes: `"a",'b'`,
  'list item': '- item',
  'numbered item': '1. item',
  tilde: '~~~\ncode\n~~~',
  empty: '',
};

/** A verdict in which every text is `text`. */
export function verdictOf(text: string): Verdict {
  return verdict({
    headline: text,
    comparisons: [
      judged({ package: text, benchmark: text, unit: text, reason: text, notes: [text] }),
      suspect(text, { package: `${text}.`, reason: text }),
      ok(text, { unit: `${text}/s`, follows: text }),
      ok(text, { blind: true }),
      confirmed({ benchmark: text, unit: text, reason: text }),
    ],
    functions: [
      judgedFunction({
        name: text,
        slice: text,
        file: text,
        reason: text,
        sampleType: { type: text, unit: text },
      }),
    ],
    profiles: [
      profile({
        sampleType: { type: text, unit: text },
        functions: [functionComparison({ name: text, file: text })],
      }),
    ],
    baseline: {
      name: text,
      runs: 1,
      commits: [text],
      setAside: [{ commit: text, time: text, reason: text }],
    },
    rounds: rounds({ base: text, machine: [text] }),
    environment: { goos: text, goarch: text, cpu: text, runner: text, toolchain: text },
    advice: [text],
    warnings: [{ kind: 'syntax', file: text, line: 1, message: text }],
  });
}

/** Lines of a log that GitHub's runner would obey: it trims them first. */
export function commandsIn(log: string): string[] {
  return log.split(/\r\n|[\r\n]/).filter((line) => /^\s*::/.test(line) || line.includes('##['));
}

/** Characters that move the cursor, change colours, hide, or reorder what is read. */
export const UNSEEN = /(?![\r\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
