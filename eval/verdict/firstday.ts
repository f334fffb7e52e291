/**
 * The first days of a project: one to five stored runs. A five-fold slowdown has to fail; 12 %
 * cannot be told from another day on another machine.
 */
import { runLevel } from '../../src/compare/runlevel.ts';
import { variance } from '../../src/stats/summary.ts';
import { config, screen, storedOnly } from './ours.ts';
import { type PullRequest, sameCpu, slowed } from './pullrequest.ts';
import { simulate } from './simulate.ts';
import { table } from './table.ts';
import { run, type Tally } from './trial.ts';

const family = 300;
const sizes = [0.12, 0.5, 1, 4] as const;

/** What the gate said of `asked` pull requests with so many stored runs. */
interface Day {
  readonly stored: number;
  asked: number;
  /** Clean ones that fail. */
  wrong: number;
  readonly verdicts: { regressed: number; unchanged: number }[];
}

/** On simulated runs, 300 comparisons in the family. */
export function firstDays(count: number, seed: number): string {
  const days = [1, 2, 3, 4, 5].map(
    (stored): Day => ({
      stored,
      asked: 0,
      wrong: 0,
      verdicts: sizes.map(() => ({ regressed: 0, unchanged: 0 })),
    }),
  );
  for (let i = 0; i < count; i++) {
    const whole = simulate(seed, i, family);
    const alike = sameCpu(whole, 5);
    for (const day of days) {
      if (alike.length >= day.stored) {
        ask(day, { ...whole, history: alike.slice(0, day.stored) }, i % family);
      }
    }
  }
  const titles = sizes.map((size) => `+${size * 100} %: regressed / unchanged`);
  const rows = days.map(({ stored, asked, wrong, verdicts }) => {
    const share = (part: number) => `${Math.round((100 * part) / asked)} %`;
    const shares = verdicts.map((of) => `${share(of.regressed)} / ${share(of.unchanged)}`);
    return [String(stored), share(wrong), ...shares];
  });
  return table(['stored runs', 'clean ones fail', ...titles], rows);
}

function ask(day: Day, clean: PullRequest, slow: number): void {
  day.asked++;
  if (screen(clean).comparisons.some((row) => row.verdict === 'regressed')) day.wrong++;
  sizes.forEach((size, s) => {
    const verdict = screen(slowed(clean, [slow], size)).comparisons[slow]?.verdict;
    const seen = day.verdicts[s];
    if (seen === undefined) return;
    if (verdict === 'regressed') seen.regressed++;
    if (verdict === 'unchanged') seen.unchanged++;
  });
}

/** On real runs: clean ones that fail with so few stored runs. */
export function realFirstDays(of: readonly PullRequest[]): Tally[] {
  return [1, 2, 3, 4, 5].flatMap((stored) =>
    run(
      {
        make: (i) => {
          const whole = of[i];
          return whole === undefined ? null : { ...whole, history: sameCpu(whole, stored) };
        },
        clean: of.length,
        slow: [0, 0],
        seed: 0,
      },
      [{ ...storedOnly, name: `stored runs only, ${stored} of them` }],
    ),
  );
}

/**
 * From which delta on a benchmark fails by stored runs alone, if its runs have an sd of 1 %, the
 * suite has so many benchmarks and nothing else is slower.
 */
export function failsFrom(): string {
  const runs = [1, 2, 3, 5, 10, 20];
  const rows = [10, 100, 300].map((suite) => [
    `${suite} benchmarks`,
    ...runs.map((count) => `+${Math.round(100 * leastFailing(count, config.alpha / suite))} %`),
  ]);
  return table(['stored runs', ...runs.map(String)], rows);
}

function leastFailing(count: number, alpha: number): number {
  const steps = Array.from({ length: count }, (_, i) => i - (count - 1) / 2);
  const unit = count > 1 ? 0.01 / Math.sqrt(variance(steps)) : 0;
  const asRun = (center: number) => ({ center, variance: 0, n: 10, wild: false });
  const base = steps.map((step) => asRun(step * unit));
  const fails = (center: number): boolean => {
    const options = { scale: 'log', lowerIsBetter: true, margin: config.threshold } as const;
    return runLevel(base, [asRun(center)], [], { ...options, shift: 0, alpha }).p < alpha;
  };
  let [low, high] = [0, 5];
  for (let i = 0; i < 50; i++) {
    const center = (low + high) / 2;
    if (fails(center)) high = center;
    else low = center;
  }
  return Math.exp(high) - 1;
}
