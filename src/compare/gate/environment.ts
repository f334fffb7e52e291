/**
 * Which stored runs may be compared with the head: those measured in the same environment.
 *
 * The CPU model explains most of the variance between runs, and differently for each benchmark
 * (docs/statistics.md), so unlike machines are set aside, counted and named; benchstat would put
 * them in separate tables and exit 0. Which fields must match is the caller's policy.
 */
import type { Environment, Run } from '../../model/run.ts';
import { otherProcessors } from './processors.ts';

const words: Readonly<Record<keyof Environment, string>> = {
  goos: 'operating system',
  goarch: 'architecture',
  cpu: 'CPU',
  machine: 'machine',
  build: 'build of the benchmark library',
  runner: 'runner image',
  toolchain: 'toolchain',
};

/** Compared with the CPU, where both sides have them: many tools say nothing of them. */
const besideCpu = ['machine', 'build'] as const;

/** The first field that differs, or null. A field that neither side knows is no difference. */
export function difference(
  head: Environment,
  base: Environment,
  match: readonly (keyof Environment)[],
): string | null {
  for (const field of match) {
    if (head[field] === base[field]) continue;
    if (field === 'toolchain' && release(head.toolchain) === release(base.toolchain)) continue;
    return `other ${words[field]}: ${base[field] ?? 'not known'} (here ${head[field] ?? 'not known'})`;
  }
  if (!match.includes('cpu')) return null;
  for (const field of besideCpu) {
    const [text, there] = [head[field], base[field]];
    if (text === undefined || there === undefined || text === there) continue;
    return `other ${words[field]}: ${there} (here ${text})`;
  }
  return null;
}

/**
 * Why two runs are of unlike machines, or null. The number of processors is in the benchmarks' names, and
 * counts where the CPU does.
 */
export const unlike = (
  head: Run,
  base: Run,
  match: readonly (keyof Environment)[],
): string | null =>
  difference(head.environment, base.environment, match) ??
  (match.includes('cpu') ? otherProcessors(head, base) : null);

/** Of two unlike runs: whether the hardware alone differs, so that what it does not change can be compared. */
export const isOtherHardware = (
  head: Run,
  base: Run,
  match: readonly (keyof Environment)[],
): boolean =>
  difference(
    head.environment,
    base.environment,
    match.filter((field) => field !== 'cpu'),
  ) === null &&
  head.environment.build === base.environment.build &&
  otherProcessors(head, base) === null;

/** `go1.26.8` is `go1.26`: patch releases of a toolchain make the same code. */
const release = (toolchain: string | undefined): string | undefined =>
  toolchain?.replace(/(\d+\.\d+)(\.\d+)+/, '$1');
