/**
 * The evidence beside a verdict: what the runs that were compared hold, and how to read their profiles again,
 * now with whole stacks. Profiles are read as the verdict's own tables were, by the same options, when somebody
 * asks, and only once.
 */
import { sliceFactors } from '../compare/functions/slices.ts';
import { type ReadOptions, readSeen, type Seen } from '../formats/profiles/readtable.ts';
import type {
  BothSides,
  Evidence,
  MeasuredIn,
  ProfileEvidence,
  Stacks,
} from '../model/evidence.ts';
import { seriesKey, typeKey } from '../model/keys.ts';
import type { FunctionTable, InputFile, Run, Series } from '../model/run.ts';
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

/**
 * Nothing of the runs is read here. `compared`: what was compared in place of the runs that have profiles, as rounds
 * added up.
 */
export function evidenceOf(
  sides: BothSides<RunFiles>,
  options: ReadOptions,
  compared: BothSides<Run> = { base: runsOf(sides.base), head: runsOf(sides.head) },
): FileEvidence {
  const factors = once(() => sliceFactors(compared.head, compared.base));
  const base = sideOf(sides.base, options, factors);
  const head = sideOf(sides.head, options, factors);
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
      const [before, sides] = [stored.samples(row), rounds.samples(row)];
      return { base: [...before.base, ...sides.base], head: [...before.head, ...sides.head] };
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

/** Those whose stacks can be read. */
const usableOf = (runs: readonly RunFiles[]): readonly RunFiles[] =>
  runs.filter(({ profiles }) => profiles !== null);

const runsOf = (runs: readonly RunFiles[]): Run[] => usableOf(runs).map(({ run }) => run);

/** By the tables of what was compared. */
type AllFactors = () => ReturnType<typeof sliceFactors>;

function sideOf(runs: readonly RunFiles[], options: ReadOptions, factors: AllFactors) {
  const usable = usableOf(runs);
  const tables = usable.flatMap(({ run }) => run.tables);
  const isOne = usable.reduce((count, { run }) => count + sourcesOf(run).size, 0) === 1;
  const read = () => profilesOf(usable, options);
  // One profile is held; of more only their trees of calls.
  const held = once(async () => (await read().next()).value ?? null);
  const only = isOne ? async () => (await held())?.seen ?? null : null;
  const stacks = once(async () => addedUp(isOne ? [await held()] : read(), options, factors()));
  const series = once(() =>
    runs.map((files) => ({
      ...files,
      found: new Map(files.run.series.map((one) => [seriesKey(one), one])),
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

/** A profile, and what was read of it for the comparison. */
interface Read {
  readonly seen: Seen;
  readonly tables: readonly FunctionTable[];
}

const sourcesOf = ({ tables }: Run): Set<string> => new Set(tables.map(({ source }) => source));

/** All profiles of a side, one at a time. */
async function* profilesOf(runs: readonly RunFiles[], options: ReadOptions): AsyncGenerator<Read> {
  for (const { run, profiles } of runs) {
    const sources = sourcesOf(run);
    if (sources.size === 0) continue;
    for (const file of (await profiles?.()) ?? []) {
      if (!sources.has(file.file)) continue;
      const tables = run.tables.filter(({ source }) => source === file.file);
      yield { seen: await readSeen(file, options), tables };
    }
  }
}

/**
 * Their stacks by kind, with the shares that the verdict has: it takes the mean of runs and weighs programs by what
 * they are of main, so a longer profile counts no more than a short one. What was not compared, where others of
 * the kind were, is left out.
 */
async function addedUp(
  profiles: AsyncIterable<Read> | Iterable<Read | null>,
  options: ReadOptions,
  factors: ReturnType<AllFactors>,
): Promise<ReadonlyMap<string, Stacks>> {
  // Most verdicts are shown without their stacks.
  const { mergeStacks, stacksOf, weighted } = await import('../profile/stacks.ts');
  const kinds = new Map<string, [Stacks, ...Stacks[]]>();
  const compared = new Set([...factors.keys()].map(kindOf));
  for await (const read of profiles) {
    if (read === null) continue;
    const { seen, tables } = read;
    for (const raw of stacksOf(seen.profile, options, seen.slices)) {
      const table = tables.find((functionTable) => kindOf(functionTable) === kindOf(raw));
      const factor = table && factors.get(table);
      if (factor === undefined && compared.has(kindOf(raw))) continue;
      const one = factor === undefined ? raw : weighted(raw, factor);
      const known = kinds.get(kindOf(one));
      if (known === undefined) kinds.set(kindOf(one), [one]);
      else known.push(one);
    }
  }
  return new Map([...kinds].map(([kind, all]) => [kind, mergeStacks(all)]));
}
