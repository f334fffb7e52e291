/**
 * The sticky comment: one comment on a pull request for each key, edited as new results arrive.
 *
 * It is found by a marker at its very start, and only among comments that we wrote: a token that
 * may write could otherwise be led to edit somebody else's. Without the right to comment, as for
 * a fork, the gate goes on: a denial is a value here, never an error. What the comment says, and
 * that nothing in it pings or breaks out, is report/'s business.
 */
import { createHash } from 'node:crypto';
import type { GitHubClient } from './client.ts';
import { describe, statusOf } from './failure.ts';

/** Characters a body may have; GitHub takes 65,536, the marker included. */
export const longestBody = 65_536 - 256;

export interface CommentTarget {
  readonly pullRequest: number;
  /** Tells several gates on one pull request apart. Any text. */
  readonly key: string;
  /** The run that has this result; a newer run's comment is left alone. */
  readonly runId: number;
  readonly runAttempt: number;
}

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged' | 'newer'; readonly url: string }
  | { readonly kind: 'denied'; readonly reason: string };

/**
 * Creates or edits the comment. `unchanged`: it says exactly this already, nothing is written.
 * `newer`: a later run, or a later attempt of this one, has written it. `denied`: GitHub refused,
 * with the reason; the caller reports it and goes on. Throws only for an oversized body.
 */
export async function writeComment(
  client: GitHubClient,
  target: CommentTarget,
  body: string,
): Promise<CommentOutcome> {
  if (body.length > longestBody) {
    throw new RangeError(`a comment of ${body.length} characters, at most ${longestBody} fit`);
  }
  const full = `${marker(target)}\n${body}`;
  try {
    const old = await findOurs(client, target);
    if (old !== undefined) {
      if (isNewer(old.writer, target)) return { kind: 'newer', url: old.url };
      if (old.body.trimEnd() === body.trimEnd()) return { kind: 'unchanged', url: old.url };
      const edited = await edit(client, old.id, full);
      if (edited !== undefined) return { kind: 'updated', url: edited };
    }
    return { kind: 'created', url: await create(client, target.pullRequest, full) };
  } catch (error) {
    return { kind: 'denied', reason: describe(error, 'take the comment', 'pull-requests: write') };
  }
}

interface Comment {
  readonly id: number;
  readonly url: string;
  /** Below the marker. */
  readonly body: string;
  readonly writer: { readonly runId: number; readonly runAttempt: number };
}

/** The author of everything written with the token of a workflow. */
const actionsBot = 'github-actions[bot]';
/** 100 to a page: 10,000 comments. */
const mostPages = 100;

async function findOurs(client: GitHubClient, target: CommentTarget): Promise<Comment | undefined> {
  const others: { comment: Comment; login: string }[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const { data } = await client.octokit.rest.issues.listComments({
      owner: client.owner,
      repo: client.repo,
      issue_number: target.pullRequest,
      per_page: 100,
      page,
    });
    for (const { id, html_url: url, user, body } of data) {
      const parsed = parse(body ?? '', target.key);
      if (parsed === undefined || user === null) continue;
      const comment = { id: Number(id), url, ...parsed };
      if (user.login === actionsBot && user.type === 'Bot') return comment;
      if (user.login !== actionsBot) others.push({ comment, login: user.login });
    }
    if (data.length < 100) break;
  }
  if (others.length === 0) return undefined;
  const self = await ownLogin(client);
  return others.find(({ login }) => login === self)?.comment;
}

/**
 * Who the token belongs to, when it is not the workflow's own. Asked only when a stranger's
 * comment starts with our marker: it is either ours, written with a custom token, or a forgery.
 */
async function ownLogin(client: GitHubClient): Promise<string | undefined> {
  const answer: { viewer?: { login?: string } } | undefined = await client.octokit
    .graphql<{ viewer?: { login?: string } }>('query { viewer { login } }')
    .catch((error) => {
      if (statusOf(error) === undefined && !isGraphqlError(error)) throw error;
      return undefined;
    });
  return answer?.viewer?.login;
}

function isGraphqlError(error: unknown): boolean {
  return error instanceof Error && error.name === 'GraphqlResponseError';
}

/** The URL, or undefined when the comment was deleted meanwhile. */
async function edit(client: GitHubClient, id: number, body: string): Promise<string | undefined> {
  try {
    const { data } = await client.octokit.rest.issues.updateComment({
      owner: client.owner,
      repo: client.repo,
      comment_id: id,
      body,
    });
    return data.html_url;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

async function create(client: GitHubClient, pullRequest: number, body: string): Promise<string> {
  const { data } = await client.octokit.rest.issues.createComment({
    owner: client.owner,
    repo: client.repo,
    issue_number: pullRequest,
    body,
    // A 502 may come after the comment was made: trying again could make a second one.
    request: { retries: 0 },
  });
  return data.html_url;
}

/** `<!-- flamegate:v1:<key>:<run>.<attempt> -->` */
function marker({ key, runId, runAttempt }: CommentTarget): string {
  return `<!-- flamegate:v1:${plainKey(key)}:${runId}.${runAttempt} -->`;
}

/**
 * Letters, digits, `_` and `.` stand for themselves, all else is escaped, so that a key can
 * neither end the HTML comment (`--`) nor be another key; a long one is replaced by its hash.
 */
function plainKey(key: string): string {
  let plain = '';
  for (const byte of Buffer.from(key)) {
    const char = String.fromCharCode(byte);
    plain += /[A-Za-z0-9_.]/.test(char) ? char : `%${byte.toString(16).padStart(2, '0')}`;
  }
  return plain.length <= 150 ? plain : `%sha256.${createHash('sha256').update(key).digest('hex')}`;
}

function parse(text: string, key: string): Pick<Comment, 'body' | 'writer'> | undefined {
  const match =
    /^<!-- flamegate:v1:([A-Za-z0-9_.%]{0,150}):([0-9]{1,16})\.([0-9]{1,9}) -->\r?\n/.exec(text);
  if (match === null || match[1] !== plainKey(key)) return undefined;
  return {
    writer: { runId: Number(match[2]), runAttempt: Number(match[3]) },
    body: text.slice(match[0].length),
  };
}

/** Run ids rise with time. A re-run of an old run is as old as its code. */
function isNewer(
  writer: { readonly runId: number; readonly runAttempt: number },
  than: CommentTarget,
): boolean {
  return writer.runId === than.runId
    ? writer.runAttempt > than.runAttempt
    : writer.runId > than.runId;
}
