/**
 * Which threshold a row has and whether it is gated: the configuration's rules applied to names.
 */
import picomatch from 'picomatch';
import type { Comparison } from '../model/comparison.ts';
import { instructionsUnit } from '../model/counts.ts';
import type { Better } from '../model/run.ts';
import { type Config, defaults, type Rule, type Waiver } from './config.ts';

/** How much of a change matters, and whether the gate judges it at all. */
export interface Policy {
  readonly threshold: number;
  readonly gated: boolean;
}

/**
 * The threshold of one comparison. Metrics that never vary are gated exactly: any worsening
 * counts; bytes per operation from 2 %, instructions by a threshold of their own. A matching rule or a configured unit overrides both.
 */
export function policyFor(config: Config): (subject: PolicySubject) => Policy {
  return (subject) => {
    let threshold = usualThreshold(subject, config);
    // Branches, misses and cycles that were counted on request are told, and gated by a rule alone.
    let gated = subject.counted !== true || subject.unit === instructionsUnit;
    for (const rule of config.rules) {
      if (!matches(rule, subject)) continue;
      threshold = rule.threshold ?? threshold;
      gated = rule.gate ?? true;
    }
    return { threshold, gated };
  };
}

function usualThreshold({ unit, exact, counted }: PolicySubject, config: Config): number {
  if (unit === 'B/op') return 0.02;
  if (counted === true) return config.countThreshold;
  return exact ? 0 : config.threshold;
}

const matches = (rule: Rule, subject: Omit<PolicySubject, 'exact' | 'counted'>): boolean =>
  (rule.unit === undefined || glob(rule.unit)(subject.unit)) &&
  (rule.benchmark === undefined || isNamed(rule.benchmark, subject));

const isNamed = (
  pattern: string,
  item: { readonly package: string; readonly benchmark: string },
): boolean => glob(pattern)(item.benchmark) || glob(pattern)(`${item.package}.${item.benchmark}`);

/** The direction of a unit that the configuration gives; units are anybody's words. */
export const directionOf = (config: Config, unit: string): Better =>
  (Object.hasOwn(config.units, unit) ? config.units[unit] : undefined) ?? 'unknown';

/** The waiver of a benchmark that got worse, or of one that is gone. */
export function waiverFor({ waivers }: Config): (subject: WaiverSubject) => Waiver | null {
  return (subject) =>
    waivers.find((waiver) => {
      const pattern = subject.isGone ? waiver.removed : waiver.benchmark;
      return pattern !== undefined && isNamed(pattern, subject);
    }) ?? null;
}

interface WaiverSubject {
  readonly package: string;
  readonly benchmark: string;
  readonly isGone: boolean;
}

export const functionWaiverFor =
  ({ waivers }: Config): ((name: string) => Waiver | null) =>
  (name) =>
    waivers.find((waiver) => waiver.function !== undefined && glob(waiver.function)(name)) ?? null;

/** Waivers that match nothing, each as a sentence. */
export function unmatchedWaivers(
  { waivers }: Config,
  benchmarks: readonly { readonly package: string; readonly benchmark: string }[],
  functions: readonly { readonly name: string }[],
): string[] {
  return waivers.flatMap(({ benchmark, removed, function: name }) => {
    const pattern = benchmark ?? removed;
    const isIdle =
      pattern === undefined
        ? functions.length > 0 && !functions.some((item) => glob(name ?? '')(item.name))
        : benchmarks.length > 0 && !benchmarks.some((item) => isNamed(pattern, item));
    return isIdle ? [`the waiver of ${pattern ?? name} matches nothing`] : [];
  });
}

/** Rules that match no comparison, each as a sentence. */
export function unmatched(
  config: Config,
  subjects: readonly Omit<PolicySubject, 'exact' | 'counted'>[],
): string[] {
  return config.rules
    .filter((rule) => subjects.length > 0 && !subjects.some((subject) => matches(rule, subject)))
    .map(
      (rule) =>
        `the rule { benchmark: ${rule.benchmark ?? '*'}, unit: ${rule.unit ?? '*'} } matches nothing; names are like ${subjects[0]?.benchmark}, units like ${subjects[0]?.unit}`,
    );
}

/** Directions given to units that no comparison has, or that say it themselves. */
export function unmatchedUnits(
  { units }: Config,
  comparisons: readonly Pick<Comparison, 'unit' | 'better'>[],
): string[] {
  const found = new Map(comparisons.map(({ unit, better }) => [unit, better]));
  return Object.entries(units)
    .filter(([unit, better]) => found.size > 0 && found.get(unit) !== better)
    .map(([unit, better]) =>
      found.has(unit)
        ? `units says ${unit}: ${better}, but the benchmarks say ${found.get(unit)}, which is used`
        : `units names ${unit}, and no benchmark has that unit`,
    );
}

/** The same for rules of functions. */
export function unmatchedFunctions(
  config: Config,
  functions: readonly { readonly name: string }[],
): string[] {
  return config.functions
    .filter((rule) => !functions.some(({ name }) => glob(rule.name)(name)))
    .map((rule) => `the rule for functions ${rule.name} matches none of the profiles' functions`);
}

/** Profiles to gate that there are none of; those gated without being asked for may be absent. */
export function unmatchedProfiles(
  { gateProfiles }: Config,
  profiles: readonly { readonly sampleType: { readonly type: string } }[],
): string[] {
  const found = new Set(profiles.map(({ sampleType }) => sampleType.type));
  return gateProfiles
    .filter((type) => !defaults.gateProfiles.includes(type) && !found.has(type))
    .map(
      (type) =>
        `gate-profiles names ${type}, and no profile compared counts that: here are ${[...found].join(', ')}; sample-type chooses what a profile counts`,
    );
}

export interface PolicySubject {
  readonly package: string;
  readonly benchmark: string;
  readonly unit: string;
  /** The metric never varied: it is compared exactly. */
  readonly exact: boolean;
  /** Instructions that flamegate counted (counts/), or what was counted with them. */
  readonly counted?: boolean;
}

export interface FunctionPolicy extends Policy {
  /** The sample types that are gated at all. */
  readonly profiles: readonly string[];
}

/** The threshold of one function's flat fraction. */
export function functionPolicyFor(config: Config): (name: string) => FunctionPolicy {
  return (name) => {
    let threshold = config.profileThreshold;
    let gated = true;
    for (const rule of config.functions) {
      if (!glob(rule.name)(name)) continue;
      threshold = rule.threshold ?? threshold;
      gated = rule.gate ?? true;
    }
    return { threshold, gated, profiles: config.gateProfiles };
  };
}

const globs = new Map<string, (text: string) => boolean>();

/** `*` crosses slashes: benchmark and function names are not paths. */
function glob(pattern: string): (text: string) => boolean {
  let match = globs.get(pattern);
  if (match === undefined) {
    match = picomatch(pattern, { bash: true, dot: true, nonegate: true, noextglob: true });
    globs.set(pattern, match);
  }
  return match;
}
