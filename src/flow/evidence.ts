/**
 * The evidence beside a verdict: what the runs that were compared hold, and how to read their profiles again,
 * now with whole stacks. Profiles are read as the verdict's own tables were, by the same options, when somebody
 * asks, and only once.
 */
import { type ReadOptions, readSeen, type Seen } from '../formats/profiles/readtable.ts';
import type {
  BothSides,
  Evidence,
  MeasuredIn,
  ProfileEvidence,
  Stacks,
} from '../model/evidence.ts';
import { seriesKey, typeKey } from '../model/keys.ts';
import type { InputFile, Run, Series } from '../model/run.ts';
import type { Profile } from '../profile/profile.ts';

/** A run that was compared, and its profiles. */
export interface RunFiles {
  readonly run: Run;
  /** From 1; absent for what is no round. */
  readonly round?: number;
  /**
   * The files that the run's tables are of, by the same names; null where their stacks are not comparable.
   * Called once for all that is asked of the evidence.
   */
  readonly profiles: (() => Promise<readonly InputFile[]>) | null;
}

/** The evidence, and the profiles themselves. */
export interface FileEvidence extends Evidence {
  /** Where each side has one profile, both of them whole, as the verdict saw them; else null. */
  readonly whole: (() => Promise<{ readonly base: Profile; readonly head: Profile }>) | null;
}

/** Nothing of the runs is read here. */
export function evidenceOf(sides: BothSides<RunFiles>, options: ReadOptions): FileEvidence {
  const base = sideOf(sides.base, options);
  const head = sideOf(sides.head, options);
  return {
    samples: (row) => ({ base: base.samples(row), head: head.samples(row) }),
    profiles: [...new Map([...head.kinds, ...base.kinds]).values()].map((kind) => ({
      sampleType: kind.sampleType,
      ...(kind.slice === undefined ? {} : { slice: kind.slice }),
      base: () => base.stacks(kind),
      head: () => head.stacks(kind),
    })),
    whole: base.only === null || head.only === null ? null : wholeOf(base.only, head.only),
  };
}

type Held = () => Promise<Seen | null>;

const wholeOf = (base: Held, head: Held) => async () => {
  const [before, now] = [await base(), await head()];
  if (before === null || now === null) throw new TypeError('a profile that was compared is gone');
  return { base: before.profile, head: now.profile };
};

/**
 * The stored runs' evidence with that of the rounds that followed: all samples of both, and the rounds' profiles
 * in place of the stored ones of their kinds.
 */
export function withRounds(stored: Evidence, rounds: Evidence | null): Evidence {
  if (rounds === null) return stored;
  // Profiles of one type take each other's place, whatever their units (judge/confirm.ts).
  const placeOf = ({ sampleType, slice }: Kind) => `${sampleType.type}\0${slice ?? ''}`;
  const taken = new Set(rounds.profiles.map(placeOf));
  return {
    samples: (row) => {
      const [before, here] = [stored.samples(row), rounds.samples(row)];
      return { base: [...before.base, ...here.base], head: [...before.head, ...here.head] };
    },
    profiles: [
      ...rounds.profiles,
      ...stored.profiles.filter((profile) => !taken.has(placeOf(profile))),
    ],
  };
}

type Kind = Pick<ProfileEvidence, 'sampleType' | 'slice'>;

const kindOf = ({ sampleType, slice }: Kind): string => `${typeKey(sampleType)}\0${slice ?? ''}`;

/** The first call's answer to all. */
function once<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | null = null;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}

function sideOf(runs: readonly RunFiles[], options: ReadOptions) {
  const usable = runs.filter(({ profiles }) => profiles !== null);
  const tables = usable.flatMap(({ run }) => run.tables);
  const isOne = usable.reduce((count, { run }) => count + sourcesOf(run).size, 0) === 1;
  const read = () => profilesOf(usable, options);
  // One profile is held; of more only their trees of calls.
  const held = once(async () => (await read().next()).value ?? null);
  const only = isOne ? held : null;
  const stacks = once(async () => addedUp(only === null ? read() : [await only()], options));
  const series = once(() =>
    runs.map((of) => ({
      ...of,
      found: new Map(of.run.series.map((one) => [seriesKey(one), one])),
    })),
  );
  return {
    kinds: new Map(tables.map((table): [string, Kind] => [kindOf(table), table])),
    only,
    stacks: async (kind: Kind) => (await stacks()).get(kindOf(kind)) ?? null,
    samples: (row: Pick<Series, 'package' | 'benchmark' | 'unit'>) =>
      series().flatMap(({ run, round = null, found }): MeasuredIn[] => {
        const measured = found.get(seriesKey(row));
        if (measured === undefined) return [];
        const { commit, time, environment } = run;
        const { samples, passes } = measured;
        return [{ commit, time, environment, round, samples, ...(passes && { passes }) }];
      }),
  };
}

const sourcesOf = ({ tables }: Run): Set<string> => new Set(tables.map(({ source }) => source));

/** All profiles of a side, one at a time. */
async function* profilesOf(runs: readonly RunFiles[], options: ReadOptions): AsyncGenerator<Seen> {
  for (const { run, profiles } of runs) {
    const sources = sourcesOf(run);
    if (sources.size === 0) continue;
    for (const file of (await profiles?.()) ?? []) {
      if (sources.has(file.file)) yield await readSeen(file, options);
    }
  }
}

/** Their stacks by kind. */
async function addedUp(
  profiles: AsyncIterable<Seen> | Iterable<Seen | null>,
  options: ReadOptions,
): Promise<ReadonlyMap<string, Stacks>> {
  // Most verdicts are shown without their stacks.
  const { mergeStacks, stacksOf } = await import('../profile/stacks.ts');
  const kinds = new Map<string, [Stacks, ...Stacks[]]>();
  for await (const seen of profiles) {
    if (seen === null) continue;
    for (const one of stacksOf(seen.profile, options, seen.slices)) {
      const known = kinds.get(kindOf(one));
      if (known === undefined) kinds.set(kindOf(one), [one]);
      else known.push(one);
    }
  }
  return new Map([...kinds].map(([kind, all]) => [kind, mergeStacks(all)]));
}
