/** Commits as somebody names them for `measure`: two revisions, and every commit between them. */
import { InputError } from '../../model/error.ts';
import type { Git } from './git.ts';
import { isShallow, needsHistory } from './missing.ts';
import { namedCommit } from './revision.ts';

export interface Range {
  readonly base: string;
  readonly head: string;
}

/** `A..B`; an end that is left out is HEAD, as for git. Throws InputError for anything else. */
export function rangeOf(text: string): Range {
  const [, base, head] = /^((?:(?!\.\.).)*)\.\.((?!\.)(?:(?!\.\.).)*)$/s.exec(text) ?? [];
  if (base === undefined || head === undefined || (base === '' && head === '')) {
    throw new InputError(
      `${JSON.stringify(text)} is not two revisions, like v1.2..HEAD; a command stands behind --`,
    );
  }
  return { base: base || 'HEAD', head: head || 'HEAD' };
}

export interface CommitOfRange {
  readonly commit: string;
  readonly parent: string;
  /** The first line of its message: text from outside. */
  readonly subject: string;
}

/**
 * What B has and A has not, the oldest first. Of a merge the first parent alone: what it brought is
 * measured as one. Throws InputError where that is nothing.
 */
export async function commitsOf(git: Git, range: Range): Promise<readonly CommitOfRange[]> {
  const [base, head] = [await namedCommit(git, range.base), await namedCommit(git, range.head)];
  const format = '--format=%H%x00%P%x00%s';
  const all = await git(['log', '--first-parent', '--reverse', format, `${base}..${head}`, '--']);
  const listed = all.split('\n').map((line) => {
    const [commit = '', parents = '', subject = ''] = line.split('\0');
    const [parent = ''] = parents.split(' ');
    return { commit, parent, subject };
  });
  // The first commit of a history has nothing to be compared with; a shallow one ends before its first.
  const commits = listed.filter(({ parent }) => parent !== '');
  if (all !== '' && commits.length < listed.length && (await isShallow(git))) {
    throw new InputError(
      `this shallow clone does not have all of ${range.base}..${range.head}: ${needsHistory}`,
    );
  }
  if (commits.length > 0) return commits;
  throw new InputError(
    `there is no commit in ${range.base}..${range.head}: ${range.base} is the older one, ${range.head} the newer`,
  );
}
