/**
 * What a clone lacks, in words: history that a shallow one was made without, objects that a partial one left
 * out. git fetches both where the remote answers; here is what is said where it does not.
 */
import type { Git } from './git.ts';

export const needsHistory =
  'give actions/checkout `fetch-depth: 0`, or fetch the history before (git fetch --unshallow)';

const needsObjects =
  'run flamegate where the remote answers, or fetch all objects before (git fetch --refetch --no-filter; in an action no `filter:` of actions/checkout)';

/** The object that a partial clone asked its remote for in vain; null where what git said is of something else. */
export const unfetchedObject = (said: string): string | null =>
  /could not fetch ([0-9a-f]{40,64}) from promisor remote/.exec(said)?.[1] ?? null;

/** Why a command of git failed, where it was for want of an object; else null. */
export function wantOfObject(said: string): string | null {
  const object = unfetchedObject(said);
  if (object === null) return null;
  // The connection's own words come first, and git's advice about access rights after them.
  const [reason = ''] = said.trim().split('\n');
  const why = unfetchedObject(reason) === null ? ` (${reason.trim()})` : '';
  return `this is a partial clone, and could not fetch ${object} from promisor remote${why}: ${needsObjects}`;
}

/** Null where the remote answers, else what git says. */
export const silenceOf = (git: Git, remote: string): Promise<string | null> =>
  git(['ls-remote', remote, 'HEAD']).then(
    () => null,
    (error: Error) => error.message,
  );

export const isShallow = async (git: Git): Promise<boolean> =>
  (await git.attempt(['rev-parse', '--is-shallow-repository'])) === 'true';

/** git knows which remote it has promises of. */
const promises = '^(remote\\..*\\.(promisor|partialclonefilter)|extensions\\.partialclone)$';

const isPartial = async (git: Git): Promise<boolean> =>
  (await git.attempt(['config', '--name-only', '--get-regexp', promises])) !== null;

/** A revision that was found nowhere, be it that nobody could be asked. `silence` is the remote's. */
export async function notFound(
  git: Git,
  text: string,
  remote: string | null,
  silence: string | null,
): Promise<string> {
  const what = await nameOf(git, text);
  const shallow = await isShallow(git);
  const partial = await isPartial(git);
  const isAsked = remote !== null && silence === null;
  const advice = [
    ...(shallow ? [needsHistory] : []),
    ...(partial && !isAsked ? [needsObjects] : []),
  ];
  const asked =
    remote === null
      ? 'here, and there is no remote'
      : silence === null
        ? 'here or at the remote'
        : `in this ${shallow ? 'shallow ' : ''}${partial ? 'partial ' : ''}clone, and ${remote} does not answer (${silence})`;
  const then = advice.length > 0 ? `; ${advice.join('; ')}` : '';
  return `git knows no ${what} ${asked}${then}`;
}

/** A hash whose object is missing is another trouble than a name that nobody gave. */
async function nameOf(git: Git, text: string): Promise<string> {
  const hash = await git.attempt(['rev-parse', '--verify', '--quiet', '--end-of-options', text]);
  const isName = hash === null || !/^[0-9a-f]{40,64}$/.test(hash) || hash === text;
  if (isName || (await git.attempt(['cat-file', '-e', hash])) !== null) {
    return `revision ${JSON.stringify(text)}`;
  }
  return `object ${hash}, the revision ${JSON.stringify(text)},`;
}
