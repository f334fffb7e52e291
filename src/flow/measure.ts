/** Base and head measured in turn on this machine: what a look at the rounds tells, and the verdict on them. */
import { wholeRounds } from '../compare/benchmarks/rounds.ts';
import { pooled } from '../compare/functions/roundprofiles.ts';
import type { ReadOptions } from '../formats/profiles/readtable.ts';
import type { Asked } from '../judge/confirm.ts';
import { decided, openNames, seeksCause } from '../judge/decided.ts';
import type { Round } from '../model/run.ts';
import type { RoundsUse, Verdict } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import type { Config } from '../settings/config.ts';
import type { RunInputs } from '../source/files/collect.ts';
import type { PlannedLook } from '../stats/spending.ts';
import { evidenceOf, type FileEvidence, type RunFiles } from './evidence.ts';
import { compareHere, conclude, gaps, idleRules, judgeRows, noStoredRuns } from './judgement.ts';

export interface Measured extends Omit<RoundsUse, 'rounds'> {
  readonly rounds: readonly Round[];
  readonly warnings: readonly Warning[];
  /** Why base and head may have run the same code: no failure, and never a pass. */
  readonly doubts?: readonly Warning[] | undefined;
  /** Base and head are one commit: what differs was not committed. */
  readonly baseIsHead: boolean;
  /** The profiles of all rounds; absent where nobody has them. */
  readonly files?: Readonly<Record<'base' | 'head', Pick<RunInputs, 'profiles'>>>;
}

/** Called after each number of rounds that `looks` names, with all rounds so far. */
export type LookAt = (rounds: readonly Round[]) => Looked;

export interface Looked {
  readonly verdict: Verdict;
  /** Names of benchmarks that need more rounds. */
  readonly open: readonly string[];
  /** Benchmarks that need no more, those of earlier looks too. */
  readonly decided: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly text: string;
  }[];
  /** No further round can change what is gated or name the function, or none is planned. */
  readonly done: boolean;
}

/** What the loop of rounds asks after each block: is it decided? */
export function lookAt(
  config: Config,
  looks: readonly PlannedLook[],
  asked: Asked | null = null,
): LookAt {
  return (rounds) => {
    const use = { rounds, repeated: 0, seed: 0, base: rounds[0]?.base.commit ?? '', machine: [] };
    const measured = { ...use, warnings: [], baseIsHead: false };
    const verdict = roundsVerdict(measured, looks, config, asked);
    const open = openNames(verdict);
    const compared = verdict.comparisons.some((row) => row.gated && row.base && row.head);
    const last = rounds.length >= (looks.at(-1)?.after ?? 0);
    return {
      verdict,
      open,
      decided: decided(verdict),
      done: last || (compared && open.length === 0 && !seeksCause(verdict)),
    };
  };
}

/** The verdict on rounds alone: `flamegate measure`. Never a pass before the first look. */
export function roundsVerdict(
  measured: Measured,
  looks: readonly PlannedLook[],
  config: Config,
  asked: Asked | null = null,
): Verdict {
  const { rounds, warnings, doubts = [], baseIsHead: _, files: __, ...use } = measured;
  const heads = rounds.map((round) => round.head);
  const enough = rounds.length >= (looks[0]?.after ?? Number.POSITIVE_INFINITY);
  const whole = enough ? pooled(wholeRounds(rounds)) : [];
  const compared = compareHere(rounds, whole, looks, config, asked);
  const sides = {
    heads: whole.map((round) => round.head),
    bases: whole.map((round) => round.base),
  };
  const runs = rounds.flatMap((round) => [
    ...round.base.warnings.map(notTheHeads),
    ...round.head.warnings,
  ]);
  return conclude(
    {
      ...judgeRows(compared, config),
      p: null,
      baseline: noStoredRuns(measured.name),
      rounds: { ...use, rounds: rounds.length },
      warnings: [
        ...warnings,
        ...doubts,
        ...once(runs),
        // Why nothing at all was measured is said by whoever could not.
        ...(enough || rounds.length === 0 ? [] : [tooFew(rounds.length, looks)]),
        ...gaps(sides.heads, sides.bases),
        ...(asked === null ? idleRules(config, compared) : []),
      ],
    },
    heads[0]?.environment ?? {},
  );
}

/**
 * What the verdict on the rounds rests on. Their profiles are those of whole rounds: where a filter left
 * benchmarks out, a profile is of something else.
 */
export function roundsEvidence({ rounds, files }: Measured, options: ReadOptions): FileEvidence {
  const whole = new Set(wholeRounds(rounds));
  const side = (name: 'base' | 'head'): RunFiles[] =>
    rounds.map((round, i) => {
      const profiles = files?.[name].profiles;
      const isUsed = profiles !== undefined && whole.has(round);
      return {
        run: round[name],
        round: i + 1,
        profiles: isUsed ? async () => profiles : null,
      };
    });
  const compared = pooled([...whole]);
  return evidenceOf({ base: side('base'), head: side('head') }, options, {
    base: compared.map((item) => item.base),
    head: compared.map((item) => item.head),
  });
}

/** A base that fails leaves nothing to compare with, and is not what the pull request did. */
const notTheHeads = (warning: Warning): Warning =>
  warning.kind === 'failed'
    ? { ...warning, kind: 'unmeasured', message: `the base failed: ${warning.message}` }
    : warning;

function tooFew(rounds: number, looks: readonly PlannedLook[]): Warning {
  const message = `only ${rounds} of at least ${looks[0]?.after ?? 0} rounds could be measured: too few to decide anything`;
  return { kind: 'unmeasured', message };
}

/** Twenty rounds say the same thing twenty times. */
const once = (warnings: readonly Warning[]): Warning[] => [
  ...new Map(
    warnings.map((warning) => [
      `${warning.kind}\0${warning.file}\0${warning.line}\0${warning.message}`,
      warning,
    ]),
  ).values(),
];
