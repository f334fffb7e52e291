/** One call of the command line, and what a reader of its report sees. */
import { spawnSync } from 'node:child_process';
import type { Case } from './repository.ts';

export interface Measured {
  /** `refused` where the exit status is 2: nothing was measured. */
  readonly verdict: string;
  readonly status: number | null;
  readonly seconds: number;
  /** The change of the benchmark's time with its interval, as far as it was measured. */
  readonly change: string;
  readonly interval: readonly [number, number] | null;
  readonly rounds: number | null;
  readonly named: string | null;
  /** The first line of the report, or the error. */
  readonly says: string;
}

interface Report {
  readonly verdict: string;
  readonly headline: string;
  readonly comparisons: readonly {
    readonly unit: string;
    readonly delta: number | null;
    readonly ci: readonly [number, number] | null;
  }[];
  readonly functions: readonly { readonly name: string; readonly verdict: string }[];
  readonly rounds: { readonly rounds: number } | null;
}

export function measureCase(
  of: Case,
  percent: number,
  typed: readonly string[],
  cli: string,
): Measured {
  of.checkOut(percent);
  const start = performance.now();
  const args = [cli, 'measure', '--against', 'main', '--format', 'json', ...typed];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: of.folder,
    env: { ...of.env, CI: 'true' },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status === 2 || stdout === '') {
    const says = /^flamegate: (.*)/m.exec(stderr)?.[1] ?? stderr.trim();
    return {
      verdict: 'refused',
      status,
      seconds,
      change: '',
      interval: null,
      rounds: null,
      named: null,
      says,
    };
  }
  const report = JSON.parse(stdout) as Report;
  const time = report.comparisons.find(({ unit }) => unit === 'sec/op');
  const interval = time?.ci ?? null;
  return {
    verdict: report.verdict,
    status,
    seconds,
    change: time?.delta == null ? '' : changeOf(time.delta, interval),
    interval,
    rounds: report.rounds?.rounds ?? null,
    named: /because of (\S+)/.exec(report.headline)?.[1] ?? null,
    says: report.headline,
  };
}

const signed = (ratio: number): string => `${ratio < 0 ? '' : '+'}${(ratio * 100).toFixed(1)}`;

const changeOf = (delta: number, interval: readonly [number, number] | null): string =>
  `${signed(delta)} %${interval === null ? '' : ` [${interval.map(signed).join(', ')}]`}`;
