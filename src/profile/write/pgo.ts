/**
 * A profile for Go's profile-guided optimization: CPU profiles merged into one that `go build -pgo`
 * accepts. What Go would silently make nothing of is refused here.
 *
 * Source: cmd/internal/pgo (FromPProf, createNamedEdgeMap) of Go: it takes the sample type
 * samples/count or cpu/nanoseconds, and needs the first line of every function.
 */
import { InputError } from '../../model/error.ts';
import { quoteAll } from '../../text/quote.ts';
import type { Profile } from '../profile.ts';
import { combine, finishCombined, newCombined } from './combine.ts';

/** Whether Go's compiler would take samples of this profile for time on the processor. */
export const isCpuProfile = ({ sampleTypes }: Pick<Profile, 'sampleTypes'>): boolean =>
  sampleTypes.some(
    ({ type, unit }) =>
      (type === 'samples' && unit === 'count') || (type === 'cpu' && unit === 'nanoseconds'),
  ) && sampleTypes.some(({ type }) => type === 'cpu');

export interface PgoLimits {
  /** Profiles that began before are refused, in ms since 1970; null takes any. */
  readonly notBefore: number | null;
}

/**
 * Merges CPU profiles, which come one at a time and may be let go after their turn.
 *
 * @throws {InputError} for a profile of another kind, one without samples, one that does not say on
 *   which line its functions begin, one that is too old, and where there is none
 */
export async function mergeForPgo(
  profiles: AsyncIterable<Profile>,
  limits: PgoLimits,
): Promise<Profile> {
  let combined: ReturnType<typeof newCombined> | null = null;
  for await (const profile of profiles) {
    requireUsable(profile, limits);
    combined ??= newCombined(profile);
    combine(combined, profile);
  }
  if (combined === null) throw new InputError('no CPU profile to merge');
  return finishCombined(combined, 'the merged profile');
}

function requireUsable(profile: Profile, { notBefore }: PgoLimits): void {
  const { file, sampleTypes, samples, functions, timeNanos } = profile;
  if (!isCpuProfile(profile)) {
    const types = quoteAll(sampleTypes.map(({ type, unit }) => `${type}/${unit}`));
    throw new InputError(
      `is no CPU profile: it counts ${types}; record one with -cpuprofile or net/http/pprof's profile`,
      { file },
    );
  }
  if (samples.count === 0) {
    throw new InputError('has no samples, so a build cannot use it', { file });
  }
  if (functions.startLine.every((line) => line === 0)) {
    throw new InputError(
      'does not say on which line functions begin, which Go needs: record it with Go 1.20 or newer',
      { file },
    );
  }
  if (notBefore !== null) requireFresh(file, timeNanos, notBefore);
}

function requireFresh(file: string, timeNanos: bigint, notBefore: number): void {
  if (timeNanos === 0n) {
    throw new InputError('does not say when it was recorded, so its age is not known', {
      file,
    });
  }
  const time = Number(timeNanos / 1_000_000n);
  if (time >= notBefore) return;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  throw new InputError(
    `was recorded on ${day(time)}, before ${day(notBefore)}: the code has changed since, record a new one`,
    { file },
  );
}
