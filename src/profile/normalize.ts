/**
 * The head of a difference on the base's scale: `pprof -normalize`.
 *
 * Source of the rules: Normalize in profile/merge.go and ScaleN in profile/profile.go of github.com/google/pprof.
 */
import type { Profile } from './profile.ts';

/**
 * `profile` with its values scaled so that those of each sample type add up to the base's, rounded sample by
 * sample. A sample type that the base has not is left as it is.
 */
export function normalized(profile: Profile, base: Profile): Profile {
  const { samples, sampleTypes } = profile;
  const own = sums(profile);
  const wanted = sums(base);
  const ratios = sampleTypes.map(({ type }, at) => {
    const there = base.sampleTypes.findIndex((other) => other.type === type);
    if (there < 0) return 1;
    const sum = own[at] as number;
    return sum === 0 ? 0 : (wanted[there] as number) / sum;
  });
  if (ratios.every((ratio) => ratio === 1)) return profile;
  const types = sampleTypes.length;
  const values = new Float64Array(samples.values.length);
  for (let s = 0; s < samples.count; s++) {
    let isKept = false;
    for (let type = 0; type < types; type++) {
      const value = samples.values[s * types + type] as number;
      const ratio = ratios[type] as number;
      const scaled = Math.sign(value) * Math.round(Math.abs(value * ratio));
      values[s * types + type] = ratio === 1 ? value : scaled;
      isKept ||= ratio !== 1 && scaled !== 0;
    }
    // pprof leaves such a sample out.
    if (!isKept) values.fill(0, s * types, (s + 1) * types);
  }
  return { ...profile, samples: { ...samples, values } };
}

function sums({ samples, sampleTypes }: Profile): Float64Array {
  const all = new Float64Array(sampleTypes.length);
  samples.values.forEach((value, i) => {
    const type = i % sampleTypes.length;
    all[type] = (all[type] as number) + value;
  });
  return all;
}
