/** The commit that was measured, where `--commit` does not say it, and its branch. */
import { gitIn, outsideGit } from '../../source/rounds/git.ts';
import { isBranchName } from '../../store/manifest.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** What CI systems call the commit that they build. */
const ofCi = [
  'GITHUB_SHA',
  'CI_COMMIT_SHA', // GitLab, Woodpecker
  'BUILDKITE_COMMIT',
  'CIRCLE_SHA1',
  'BITBUCKET_COMMIT',
  'BUILD_SOURCEVERSION', // Azure Pipelines
  'DRONE_COMMIT_SHA',
  'TRAVIS_COMMIT',
  'GIT_COMMIT', // Jenkins
];

/**
 * What is checked out in `directory`: a job may have checked out another commit than the one that
 * started it. Outside of a checkout what the CI says; an empty text where nobody knows.
 */
export async function commitHere(directory: string, env: Variables): Promise<string> {
  const git = gitIn(directory, outsideGit(env));
  const head = await git.attempt(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  const known = [head, ...ofCi.map((name) => env[name])];
  return known.find((hash) => /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(hash ?? '')) ?? '';
}

/** The branch or tag that was measured: GitHub's word for it, else the branch that is checked out. */
export async function branchHere(directory: string, env: Variables): Promise<string | undefined> {
  const git = gitIn(directory, outsideGit(env));
  const named = /^refs\/(?:heads|tags)\/(.+)$/s.exec(env.GITHUB_REF ?? '')?.[1];
  const name = named ?? (await git.attempt(['symbolic-ref', '--quiet', '--short', 'HEAD']));
  return name != null && isBranchName(name) ? name : undefined;
}
