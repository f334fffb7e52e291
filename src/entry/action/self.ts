/** Where this action came from, so that a reader of its comment can run the very same code. */

export interface OwnSource {
  /** Of the repository, as git clones it. */
  readonly url: string;
  /** The branch, tag or commit that the workflow names. */
  readonly ref: string;
}

/**
 * From the runner's variables; null for an action that lies in the repository itself, and for names that
 * a shell might take for something else.
 */
export function ownSource(
  env: Readonly<Record<string, string | undefined>>,
  serverUrl: string,
): OwnSource | null {
  const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env;
  if (!/^[A-Za-z0-9][\w-]*\/[A-Za-z0-9_][\w.-]*$/.test(repository)) return null;
  if (!/^[A-Za-z0-9_][\w./-]*$/.test(ref) || !/^https:\/\/[\w.:-]+$/.test(serverUrl)) return null;
  return { url: `${serverUrl}/${repository}`, ref };
}
