/**
 * A GitHub on loopback: REST, the artifact service and its blob store, over one world.
 *
 * Whatever it is asked that it does not know, and whatever a client must not do (a wrong API
 * version, a token sent to the blob store), is recorded in `unexpected` and fails the test that
 * uses `useGitHub`. Faults are answered before the routes.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect } from 'vitest';
import { createArtifactService } from './artifacts.ts';
import { type Answer, answerRest } from './rest.ts';
import { createWorld, type Run, type World } from './world.ts';

export interface FakeGitHub extends World {
  /** GITHUB_API_URL and ACTIONS_RESULTS_URL. */
  readonly url: string;
  /** Every request in order, as `METHOD /path?query`. */
  readonly requests: string[];
  readonly unexpected: string[];
  /** Milliseconds that each answer takes. */
  latency: number;
  /** Milliseconds in which at least one request was on its way. */
  waited: number;
  /** Answers the next `times` requests that match with this instead; `path` sees the query. */
  fault(fault: Fault): void;
  /** An ACTIONS_RUNTIME_TOKEN for a job of the run. */
  runtimeToken(run: Run): string;
  close(): Promise<void>;
}

export interface Fault extends Answer {
  readonly method: string;
  readonly path: RegExp;
  /** Once, unless said otherwise. */
  readonly times?: number;
  /** Break the connection instead of answering. */
  readonly hangUp?: boolean;
  /** Do what was asked, and break the connection in the middle of the true answer. */
  readonly cut?: boolean;
  /** Never answer. */
  readonly stall?: boolean;
}

/** A fresh fake for each test of the file; afterwards it must not have been surprised. */
export function useGitHub(): () => FakeGitHub {
  let github: FakeGitHub | undefined;
  beforeEach(async () => {
    github = await startGitHub();
  });
  afterEach(async () => {
    const unexpected = github?.unexpected;
    await github?.close();
    github = undefined;
    expect(unexpected, 'requests that GitHub does not know or must not see').toEqual([]);
  });
  return () => {
    if (github === undefined) throw new Error('useGitHub is for the inside of a test');
    return github;
  };
}

export async function startGitHub(): Promise<FakeGitHub> {
  const world = createWorld();
  const artifacts = createArtifactService(world);
  const requests: string[] = [];
  const unexpected: string[] = [];
  const faults: { fault: Fault; left: number }[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    const method = request.method ?? '';
    const what = `${method} ${url.pathname}${url.search}`;
    requests.push(what);
    const bytes = await bodyOf(request);
    if (github.latency > 0) await new Promise((after) => setTimeout(after, github.latency));
    const faulty = faults.find(
      ({ fault, left }) =>
        left > 0 && fault.method === method && fault.path.test(url.pathname + url.search),
    );
    if (faulty !== undefined) faulty.left--;
    if (faulty !== undefined && !faulty.fault.cut) {
      if (faulty.fault.hangUp) response.destroy();
      else if (!faulty.fault.stall) send(response, faulty.fault);
      return;
    }
    const reply = route(request, method, url, bytes);
    if (typeof reply !== 'string') {
      (faulty === undefined ? send : cutShort)(response, reply);
      return;
    }
    unexpected.push(`${what}: ${reply}`);
    send(response, { status: 400, json: { message: reply } }); // a status nobody retries
  };

  /** The answer, or what is wrong with the request. */
  const route = (
    request: IncomingMessage,
    method: string,
    url: URL,
    bytes: Buffer,
  ): Answer | string => {
    const authorization = request.headers.authorization ?? '';
    if (url.pathname.startsWith('/blob/')) {
      const blob = artifacts.blob({ method, url, headers: request.headers, bytes });
      return blob ?? 'the blob store knows no such request, or was sent a token';
    }
    const body: unknown = bytes.length === 0 ? undefined : JSON.parse(bytes.toString());
    const twirp = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/;
    const rpc = twirp.exec(url.pathname)?.[1];
    if (rpc !== undefined) {
      return artifacts.twirp(rpc, authorization, body, origin) ?? 'the service has no such method';
    }
    const rights = world.tokens.get(authorization.replace(/^(token|bearer) /i, ''));
    if (rights === undefined) return { status: 401, json: { message: 'Bad credentials' } };
    if (request.headers['x-github-api-version'] !== '2022-11-28') return 'no API version';
    return answerRest(world, { method, url, body, rights }) ?? 'GitHub has no such route';
  };

  let open = 0;
  let since = 0;
  const server = createServer((request, response) => {
    if (open++ === 0) since = performance.now();
    response.once('close', () => {
      if (--open === 0) github.waited += performance.now() - since;
    });
    answer(request, response).catch((error) => {
      unexpected.push(`${request.method} ${request.url}: ${error}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const github: FakeGitHub = Object.assign(world, {
    latency: 0,
    waited: 0,
    url: origin,
    requests,
    unexpected,
    fault(fault: Fault) {
      faults.push({ fault, left: fault.times ?? 1 });
    },
    runtimeToken: artifacts.runtimeToken,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  return github;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The head promises a whole body, of which the first half comes. */
function cutShort(response: ServerResponse, { status, json, headers = {} }: Answer): void {
  const body = JSON.stringify(json);
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

function send(response: ServerResponse, { status, json, bytes, headers = {} }: Answer): void {
  const body = bytes ?? (json === undefined ? '' : JSON.stringify(json));
  response.writeHead(status, {
    ...(json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
  });
  response.end(body);
}
