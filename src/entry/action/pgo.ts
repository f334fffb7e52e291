/** On main with `pgo: true`: the run's CPU profiles as one artifact for `go build -pgo`. */
import type { Context } from '../../github/context.ts';
import { isCpuProfile, mergeForPgo } from '../../profile/write/pgo.ts';
import { writeProfile } from '../../profile/write/write.ts';
import { readWholeProfile } from '../../source/files/collect.ts';
import { uploadEntries } from '../../store/upload.ts';
import type { Settings } from './inputs.ts';
import { uploadPlace } from './store.ts';

/** A profile older than this was not recorded by this job: a cache, or a file in the repository. */
const mostDays = 30;

/**
 * Uploads `default.pgo` and returns the artifact's URL. Profiles of other kinds are passed over.
 * Throws InputError where there is no CPU profile, where one is too old or of no use to Go, and where
 * it cannot be uploaded.
 */
export async function uploadPgo(settings: Settings, context: Context): Promise<string> {
  const { profiles: files } = settings.run(context);
  async function* profiles() {
    for (const file of files) {
      const profile = await readWholeProfile(file);
      if (isCpuProfile(profile)) yield profile;
    }
  }
  const merged = await mergeForPgo(profiles(), {
    notBefore: Date.now() - mostDays * 24 * 60 * 60 * 1000,
  });
  const entries = new Map([['default.pgo', writeProfile(merged)]]);
  const place = uploadPlace(settings, context, `pgo-${settings.name}`, settings.times.storing);
  return uploadEntries(entries, place);
}
