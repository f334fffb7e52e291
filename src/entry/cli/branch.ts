/** `--baseline branch:NAME`: a branch of `origin` of the checkout that the user is in. */
import { tmpdir } from 'node:os';
import { InputError } from '../../model/error.ts';
import { gitIn, outsideGit } from '../../source/rounds/git.ts';
import { branchStore } from '../../store/branch.ts';
import type { BaselineStore } from '../../store/store.ts';

/** Throws InputError outside of a checkout, and where it has no `origin`. */
export async function branchHere(branch: string): Promise<BaselineStore> {
  const variables = outsideGit(process.env);
  const git = gitIn(process.cwd(), variables);
  const url = await git.attempt(['remote', 'get-url', 'origin']);
  if (url === null) {
    throw new InputError(
      `branch:${branch} is a branch of \`origin\`, and there is none here: run it in a checkout`,
    );
  }
  const directory = (await git.attempt(['rev-parse', '--show-toplevel'])) ?? process.cwd();
  return branchStore({ directory, url, branch, variables, temp: tmpdir() });
}
