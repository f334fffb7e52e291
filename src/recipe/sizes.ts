/** How much is measured, from how long one run of everything took. */
import { type Sizes, type Trial, usualSizes } from './job.ts';

/** What a pull request may wait for the benchmark step. */
const stepSeconds = 180;
/** A benchmark that did not change takes 9 rounds on average; the noisiest ones many more. */
const roundsWanted = 20;
const longestMinutes = 15;
const leastMinutes = 5;
/** Seconds of a sample that a tool is given: from where a clock is exact to its own default. */
const steps = [1, 0.5, 0.2, 0.1, 0.05] as const;

/** `took`: seconds of one run of everything as the trial has it. */
export function sizesOf(took: number, { seconds, repeats }: Omit<Trial, 'build' | 'run'>): Sizes {
  const minutes = Math.ceil((2 * took * roundsWanted) / 60);
  const maxTime = Math.min(longestMinutes, Math.max(leastMinutes, minutes));
  if (seconds === null) {
    const passes = [3, 2].find((value) => value * took <= stepSeconds) ?? 1;
    return { ...usualSizes, passes, maxTime };
  }
  const cost = ({ passes, count }: Sizes, each: number) => (passes * count * took * each) / seconds;
  for (const count of repeats ? [4, 2, 1] : [1]) {
    const sizes = { ...usualSizes, count, maxTime };
    const fits = steps.find((each) => cost(sizes, each) <= stepSeconds);
    if (fits !== undefined) return { ...sizes, seconds: fits };
  }
  return { ...usualSizes, count: 1, seconds: steps[4], maxTime };
}
