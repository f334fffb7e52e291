/** The repository on GitHub that a command is about, and the connection to it. */
import { createClient, type GitHubClient } from '../../github/client.ts';
import { InputError } from '../../model/error.ts';
import type { Flags } from './flags.ts';

/** Reads GITHUB_TOKEN, GITHUB_REPOSITORY and GITHUB_API_URL. Throws InputError. */
export function repositoryClient(flags: Flags): Promise<GitHubClient> {
  const [owner, repo, ...rest] = (flags.repo ?? process.env.GITHUB_REPOSITORY ?? '').split('/');
  if (!owner || !repo || rest.length > 0) {
    throw new InputError('say which repository: --repo owner/name, or set GITHUB_REPOSITORY');
  }
  return createClient({
    token: process.env.GITHUB_TOKEN ?? process.env.GH_TOKEN ?? '',
    owner,
    repo,
    apiUrl: process.env.GITHUB_API_URL,
  });
}
