/**
 * The REST routes that flamegate calls, answered from the world in GitHub's shapes and with
 * GitHub's refusals.
 */
import type { components } from '@octokit/openapi-types';
import {
  artifactShape,
  commentShape,
  commitShape,
  fullName,
  gitCommitShape,
  pullShape,
  type RunShape,
  repositoryShape,
  runShape,
} from './shapes.ts';
import type { Commit, Rights, World } from './world.ts';

type Schemas = components['schemas'];

export interface Call {
  readonly method: string;
  readonly url: URL;
  /** The JSON body, or undefined. */
  readonly body: unknown;
  readonly rights: Rights;
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

type Route = (world: World, call: Call, parameters: string[]) => Answer;

/** The answer, or undefined for a route that the fake does not have. */
export function answerRest(world: World, call: Call): Answer | undefined {
  const prefix = `/repos/${fullName(world.repository)}`;
  if (call.url.pathname === '/graphql') return viewer(call);
  if (!call.url.pathname.startsWith(prefix)) return undefined;
  const path = call.url.pathname.slice(prefix.length);
  for (const [method, pattern, route] of routes) {
    const match = call.method === method ? pattern.exec(path) : null;
    if (match !== null) return route(world, call, match.slice(1).map(decodeURIComponent));
  }
  return undefined;
}

const routes: [string, RegExp, Route][] = [
  ['GET', /^$/, getRepository],
  ['GET', /^\/actions\/workflows\/([^/]+)\/runs$/, listWorkflowRuns],
  ['GET', /^\/actions\/runs$/, listRuns],
  ['GET', /^\/actions\/runs\/(\d+)\/artifacts$/, listArtifacts],
  ['GET', /^\/actions\/artifacts\/(\d+)\/zip$/, getArchive],
  ['GET', /^\/git\/commits\/([0-9a-f]+)$/, getCommit],
  ['GET', /^\/commits$/, listCommits],
  ['GET', /^\/pulls\/(\d+)$/, getPull],
  ['GET', /^\/pulls$/, listPulls],
  ['GET', /^\/issues\/(\d+)\/comments$/, listComments],
  ['GET', /^\/issues\/(\d+)\/labels$/, () => ({ status: 200, json: [] })],
  ['POST', /^\/issues\/(\d+)\/comments$/, createComment],
  ['PATCH', /^\/issues\/comments\/(\d+)$/, updateComment],
  ['DELETE', /^\/issues\/comments\/(\d+)$/, deleteComment],
];

function getRepository(world: World): Answer {
  const json: Schemas['full-repository'] = repositoryShape(world.repository, world.defaultBranch);
  return { status: 200, json };
}

function listWorkflowRuns(world: World, call: Call, [file = '']: string[]): Answer {
  if (call.rights.actions === 'none') return forbidden;
  const all = world.runs.filter(({ path }) => path.replace(/@.*/, '').endsWith(`/${file}`));
  if (all.length === 0) return notFound;
  const { searchParams: query } = call.url;
  return runsPage(
    world,
    call,
    all.filter(
      (run) =>
        (query.get('branch') ?? run.headBranch) === run.headBranch &&
        (query.get('event') ?? run.event) === run.event,
    ),
  );
}

function listRuns(world: World, call: Call): Answer {
  if (call.rights.actions === 'none') return forbidden;
  const sha = call.url.searchParams.get('head_sha');
  return runsPage(
    world,
    call,
    world.runs.filter(({ headSha }) => sha === null || headSha === sha),
  );
}

function runsPage(world: World, call: Call, runs: World['runs']): Answer {
  const { items, headers } = page(call, runs);
  const json: { total_count: number; workflow_runs: RunShape[] } = {
    total_count: runs.length,
    workflow_runs: items.map((run) => runShape(world, run)),
  };
  return { status: 200, json, headers };
}

function listArtifacts(world: World, call: Call, [id]: string[]): Answer {
  if (call.rights.actions === 'none') return forbidden;
  const name = call.url.searchParams.get('name');
  const all = world.artifacts.filter(
    (artifact) => artifact.listedBy === Number(id) && (name === null || artifact.name === name),
  );
  const { items, headers } = page(call, all);
  const json: { total_count: number; artifacts: Schemas['artifact'][] } = {
    total_count: all.length,
    artifacts: items.map((artifact) => artifactShape(world, artifact)),
  };
  return { status: 200, json, headers };
}

function getArchive(world: World, call: Call, [id]: string[]): Answer {
  if (call.rights.actions === 'none') return forbidden;
  const artifact = world.artifacts.find((one) => one.id === Number(id));
  if (artifact === undefined) return notFound;
  if (artifact.expired) {
    return { status: 410, json: refusal('Artifact has expired') };
  }
  const location = `${call.url.origin}/blob/artifact/${artifact.id}?sig=secret&se=2026`;
  return { status: 302, headers: { location } };
}

function getCommit(world: World, call: Call, [sha = '']: string[]): Answer {
  if (call.rights.contents === 'none') return forbidden;
  const commit = world.commits.get(sha);
  if (commit === undefined) return notFound;
  const json: Schemas['git-commit'] = gitCommitShape(world, commit);
  return { status: 200, json };
}

function listCommits(world: World, call: Call): Answer {
  if (call.rights.contents === 'none') return forbidden;
  const start = call.url.searchParams.get('sha') ?? world.defaultBranch;
  const found = ancestorsOf(world, world.branches.get(start) ?? start);
  if (found.length === 0) return notFound;
  const { items, headers } = page(call, found);
  const json: Schemas['commit'][] = items.map((commit) => commitShape(world, commit));
  return { status: 200, json, headers };
}

/** The commit and everything it is built on, newest first. */
function ancestorsOf(world: World, sha: string): Commit[] {
  const found = new Map<string, Commit>();
  const open = [sha];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const commit = world.commits.get(next);
    if (commit === undefined || found.has(next)) continue;
    found.set(next, commit);
    open.push(...commit.parents);
  }
  return [...found.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
}

function getPull(world: World, _: Call, [number]: string[]): Answer {
  const pull = world.pulls.find((one) => one.number === Number(number));
  if (pull === undefined) return notFound;
  const json: Schemas['pull-request'] = pullShape(world, pull);
  return { status: 200, json };
}

/** `head=owner:branch`, as GitHub filters. */
function listPulls(world: World, call: Call): Answer {
  if (call.rights.pullRequests === 'none') return forbidden;
  const wanted = call.url.searchParams.get('head');
  const all = world.pulls.filter(
    ({ headRepository, headBranch }) =>
      wanted === null || wanted === `${headRepository.owner.login}:${headBranch}`,
  );
  const { items, headers } = page(call, all);
  const json: Schemas['pull-request'][] = items.map((pull) => pullShape(world, pull));
  return { status: 200, json, headers };
}

function listComments(world: World, call: Call, [number]: string[]): Answer {
  if (call.rights.pullRequests === 'none') return forbidden;
  const all = world.comments.filter(({ pull }) => pull === Number(number));
  const { items, headers } = page(call, all);
  const json: Schemas['issue-comment'][] = items.map((comment) => commentShape(world, comment));
  return { status: 200, json, headers };
}

function createComment(world: World, call: Call, [number]: string[]): Answer {
  if (call.rights.pullRequests !== 'write') return forbidden;
  const pull = world.pulls.find((one) => one.number === Number(number));
  if (pull === undefined) return notFound;
  const body = bodyOf(call);
  if (body === undefined) return tooLong;
  const comment = world.addComment(pull, call.rights.account, body);
  const json: Schemas['issue-comment'] = commentShape(world, comment);
  return { status: 201, json };
}

function updateComment(world: World, call: Call, [id]: string[]): Answer {
  if (call.rights.pullRequests !== 'write') return forbidden;
  const comment = world.comments.find((one) => one.id === Number(id));
  if (comment === undefined) return notFound;
  const body = bodyOf(call);
  if (body === undefined) return tooLong;
  comment.earlier.push(comment.body);
  comment.body = body;
  comment.updatedAt = world.now();
  const json: Schemas['issue-comment'] = commentShape(world, comment);
  return { status: 200, json };
}

function deleteComment(world: World, call: Call, [id]: string[]): Answer {
  if (call.rights.pullRequests !== 'write') return forbidden;
  const at = world.comments.findIndex((one) => one.id === Number(id));
  if (at < 0) return notFound;
  world.comments.splice(at, 1);
  return { status: 204 };
}

function viewer({ rights }: Call): Answer {
  return { status: 200, json: { data: { viewer: { login: rights.account.login } } } };
}

function bodyOf({ body }: Call): string | undefined {
  const text =
    typeof body === 'object' && body !== null && 'body' in body ? String(body.body) : undefined;
  return text !== undefined && text.length <= 65_536 ? text : undefined;
}

/** One page as GitHub cuts it: 30 items unless asked otherwise, a link to the next. */
function page<T>({ url }: Call, all: readonly T[]) {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const number = Number(url.searchParams.get('page') ?? 1);
  // GitHub lists no more than 1000 of anything.
  const items = all.slice(0, 1000).slice((number - 1) * size, number * size);
  const next = new URL(url);
  next.searchParams.set('page', String(number + 1));
  const more = number * size < Math.min(all.length, 1000);
  return { items, headers: more ? { link: `<${next}>; rel="next"` } : {} };
}

function refusal(message: string): Schemas['basic-error'] {
  return { message, documentation_url: 'https://docs.github.com/rest', status: '' };
}

const notFound: Answer = { status: 404, json: refusal('Not Found') };
const forbidden: Answer = {
  status: 403,
  json: refusal('Resource not accessible by integration'),
};
const tooLong: Answer = {
  status: 422,
  json: {
    message: 'Validation Failed',
    errors: [
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: 'Body is too long (maximum is 65536 characters)',
      },
    ],
    documentation_url: 'https://docs.github.com/rest/issues/comments',
  } satisfies Schemas['validation-error'],
};
