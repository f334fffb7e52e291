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
  /** This job and no other, 8 hexadecimal digits: two jobs of one run with one key are a mistake. Absent: not told apart. */
  readonly job?: string | undefined;
}

export type CommentOutcome =
  | { readonly kind: 'updated' | 'unchanged' | 'newer' | 'clash'; readonly url: string }
  /** '' where the answer broke off before it said the address. */
  | { readonly kind: 'created'; readonly url: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'denied'; readonly reason: string };

/** What the comment shall say, from what it says below its marker; null: there is none, and none shall be. */
export type Compose = (old: string | null) => string | null;

/** 100 comments to a page: 10,000. */
export const mostPages = 100;

/**
 * Creates or edits the comment. `unchanged`: this very run has said exactly this already, nothing is
 * written. `newer`: a later run, or a later attempt of this one, has written it. `clash`: another job of this very
 * attempt has written it, and it is left as it is, unless `replaces` says otherwise. `none`: there is none, as
 * `compose` would have it. `denied`: GitHub refused, with the reason; the caller reports it and goes on. Throws only
 * for an oversized body. `pages`: how far it is looked for.
 *
 * It stays one: what is created is looked for again, and of several the oldest is kept, with the newest text.
 */
export async function writeComment(
  client: GitHubClient,
  target: CommentTarget,
  compose: Compose,
  { pages = mostPages, replaces = false }: { pages?: number; replaces?: boolean } = {},
): Promise<CommentOutcome> {
  try {
    const found = await findOurs(client, target, pages, 'first page with one');
    const old = found.length > 1 ? await oneOf(client, found) : found[0];
    if (old !== undefined) {
      if (isNewer(old.writer, target)) return { kind: 'newer', url: old.url };
      if (isOfOtherJob(old.writer, target) && !replaces) return { kind: 'clash', url: old.url };
      const full = fullBody(target, compose(old.body));
      if (full === null || isSame(old, target, full)) return { kind: 'unchanged', url: old.url };
      if (await edit(client, old.id, full)) return { kind: 'updated', url: old.url };
    }
    const full = fullBody(target, compose(null));
    if (full === null) return { kind: 'none' };
    return await createOne(client, target, full, pages);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return { kind: 'denied', reason: describe(error, 'take the comment', 'pull-requests: write') };
  }
}

/**
 * Two jobs that both saw no comment make two, and an answer that failed may have made one. So all are looked for
 * again; where that fails there is at least this one, and the next run looks again.
 */
async function createOne(
  client: GitHubClient,
  target: CommentTarget,
  full: string,
  pages: number,
): Promise<CommentOutcome> {
  const made = await create(client, target.pullRequest, full).catch((error: unknown) => {
    // What GitHub refused it did not make.
    if ((statusOf(error) ?? 500) < 500) throw error;
    return { error };
  });
  const url = typeof made === 'string' ? made : '';
  const found = await findOurs(client, target, pages, 'all').catch(() => []);
  if (typeof made !== 'string' && !found.some((one) => isSame(one, target, full))) throw made.error;
  const other = found.find(({ writer }) => isOfOtherJob(writer, target));
  const kept = found.length > 1 ? await oneOf(client, found).catch(() => undefined) : found[0];
  if (other !== undefined) return { kind: 'clash', url: kept?.url ?? url };
  return { kind: 'created', url: kept?.url ?? url };
}

/** Of several the oldest, with what the newest run says; the others are deleted. Whoever else does the same helps. */
async function oneOf(client: GitHubClient, found: readonly Comment[]): Promise<Comment> {
  const [oldest, ...younger] = found.toSorted((a, b) => a.id - b.id);
  if (oldest === undefined) throw new TypeError('one of none');
  const newest = younger.reduce((a, b) => (isNewer(a.writer, b.writer) ? a : b), oldest);
  if (newest !== oldest) await edit(client, oldest.id, newest.full);
  // One that stays is found by the next run; the verdict is told all the same.
  for (const { id } of younger) await remove(client, id).catch(() => {});
  return { ...newest, id: oldest.id, url: oldest.url };
}

function fullBody(target: CommentTarget, body: string | null): string | null {
  if (body === null) return null;
  if (body.length > longestBody) {
    throw new RangeError(`a comment of ${body.length} characters, at most ${longestBody} fit`);
  }
  return `${marker(target)}\n${body}`;
}

/** The marker too: what a newer run has said must not look like an older one's. */
const isSame = (comment: Comment, target: CommentTarget, full: string): boolean =>
  isOfAttempt(comment.writer, target) &&
  `${marker(target)}\n${comment.body}`.trimEnd() === full.trimEnd();

interface Comment {
  readonly id: number;
  readonly url: string;
  /** Below the marker. */
  readonly body: string;
  /** With it. */
  readonly full: string;
  readonly writer: Writer;
}

type Writer = Pick<CommentTarget, 'runId' | 'runAttempt' | 'job'>;

/** The author of everything written with the token of a workflow. */
const actionsBot = 'github-actions[bot]';

/** As they were made; all of them, or those of the first page that has one. */
async function findOurs(
  client: GitHubClient,
  target: CommentTarget,
  pages: number,
  which: 'all' | 'first page with one',
): Promise<Comment[]> {
  const ours: Comment[] = [];
  const others: { comment: Comment; login: string }[] = [];
  for (let page = 1; page <= pages; page++) {
    const { data } = await client.octokit.rest.issues.listComments({
      owner: client.owner,
      repo: client.repo,
      issue_number: target.pullRequest,
      per_page: 100,
      page,
    });
    // An answer that broke off is '' here. To take it for an empty list makes a second comment.
    if (!Array.isArray(data))
      throw Object.assign(new Error('no list of comments'), { status: 502 });
    for (const { id, html_url: url, user, body } of data) {
      const parsed = parse(body ?? '', target.key);
      if (parsed === undefined || user === null) continue;
      const comment = { id: Number(id), url, full: body ?? '', ...parsed };
      if (user.login === actionsBot && user.type === 'Bot') ours.push(comment);
      else if (user.login !== actionsBot) others.push({ comment, login: user.login });
    }
    if (data.length < 100 || (which !== 'all' && ours.length > 0)) break;
  }
  if (ours.length > 0 || others.length === 0) return ours;
  const self = await ownLogin(client);
  return others.flatMap(({ login, comment }) => (login === self ? [comment] : []));
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

/** False when the comment was deleted meanwhile. */
async function edit(client: GitHubClient, id: number, body: string): Promise<boolean> {
  try {
    await client.octokit.rest.issues.updateComment({
      owner: client.owner,
      repo: client.repo,
      comment_id: id,
      body,
    });
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}

/** One that is gone already is as it should be. */
async function remove(client: GitHubClient, id: number): Promise<void> {
  const { owner, repo } = client;
  try {
    await client.octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
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
  return typeof data?.html_url === 'string' ? data.html_url : '';
}

/** `<!-- flamegate:v1:<key>:<run>.<attempt>.<job> -->` */
function marker({ key, runId, runAttempt, job }: CommentTarget): string {
  const writer = `${runId}.${runAttempt}${job === undefined ? '' : `.${job}`}`;
  return `<!-- flamegate:v1:${plainKey(key)}:${writer} -->`;
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
    /^<!-- flamegate:v1:([A-Za-z0-9_.%]{0,150}):([0-9]{1,16})\.([0-9]{1,9})(?:\.([0-9a-f]{8}))? -->\r?\n/.exec(
      text,
    );
  if (match === null || match[1] !== plainKey(key)) return undefined;
  return {
    writer: { runId: Number(match[2]), runAttempt: Number(match[3]), job: match[4] },
    body: text.slice(match[0].length),
  };
}

const isOfAttempt = (writer: Writer, item: Writer): boolean =>
  writer.runId === item.runId && writer.runAttempt === item.runAttempt;

const isOfOtherJob = (writer: Writer, than: Writer): boolean =>
  isOfAttempt(writer, than) &&
  writer.job !== undefined &&
  than.job !== undefined &&
  writer.job !== than.job;

/** Run ids rise with time. A re-run of an old run is as old as its code. */
function isNewer(writer: Writer, than: Writer): boolean {
  return writer.runId === than.runId
    ? writer.runAttempt > than.runAttempt
    : writer.runId > than.runId;
}
