/** Submodules of a side's tree, as its commit has them: on request, because they may be large. */
import { InputError } from '../../model/error.ts';
import { gitIn } from './git.ts';
import type { Side } from './side.ts';

/** Throws InputError that says which side could not have them. */
export async function checkOutSubmodules({ name, place, env, signal }: Side): Promise<void> {
  const git = gitIn(place.tree, env, signal);
  await git(['submodule', 'update', '--init', '--recursive', '--quiet']).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`the submodules of the ${name} cannot be checked out: ${error.message}`);
  });
}
