/** The action's branch store over HTTP, as GitHub asks for it: one Authorization header with the token. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Settings } from '../../src/entry/action/inputs.ts';
import { baselineFor } from '../../src/entry/action/store.ts';
import type { Context } from '../../src/github/context.ts';
import { at, gitEnv, temporary } from '../source/rounds/repository.ts';
import { opened, storedRun } from '../store/runs.ts';

const execPath = spawnSync('git', ['--exec-path'], { encoding: 'utf8' }).stdout.trim();
const backend = join(execPath, 'git-http-backend');

let server: Server;
let serverUrl: string;
let asked: (string | undefined)[];
beforeEach(async () => {
  const root = temporary();
  const remote = at(join(root, 'octo/widgets.git'));
  at(root).git('init', '--quiet', '--bare', remote.folder);
  remote.git('config', 'http.receivepack', 'true');
  asked = [];
  server = createServer((request, response) => {
    // Two headers of the name come as one, with a comma.
    asked.push(request.headersDistinct.authorization?.join());
    if (request.headers.authorization !== `basic ${btoa('x-access-token:secret')}`) {
      response.writeHead(403).end();
      return;
    }
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const cgi = spawn(backend, {
      env: {
        ...{ ...gitEnv, GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: '1', PATH_INFO: path },
        ...{ QUERY_STRING: query, REQUEST_METHOD: request.method },
        ...{ CONTENT_TYPE: request.headers['content-type'], REMOTE_USER: 'x' },
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
        GIT_PROTOCOL: request.headers['git-protocol']?.toString(),
      },
    });
    request.pipe(cgi.stdin);
    const pieces: Buffer[] = [];
    cgi.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    cgi.on('close', () => {
      const all = Buffer.concat(pieces);
      const end = all.indexOf('\r\n\r\n');
      for (const line of all.toString('latin1', 0, end).split('\r\n')) {
        const [name = '', value = ''] = line.split(': ');
        if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
        else response.setHeader(name, value);
      }
      response.end(all.subarray(end + 4));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  serverUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  for (const [name, value] of Object.entries(gitEnv)) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
});

const baseline = (token: string) =>
  baselineFor(
    { baseline: 'branch:runs', token, temp: temporary(), workspace: temporary() } as Settings,
    { serverUrl, repository: { owner: 'octo', name: 'widgets', id: 1 } } as Context,
  );

it('stores and reads with the token, whatever header the machine has set', async (context) => {
  context.skip(!existsSync(backend), 'there is no git-http-backend on this machine');
  vi.stubEnv('GIT_CONFIG_COUNT', '1');
  vi.stubEnv('GIT_CONFIG_KEY_0', `http.${serverUrl}/.extraheader`);
  vi.stubEnv('GIT_CONFIG_VALUE_0', 'AUTHORIZATION: basic other');
  const run = storedRun();
  await baseline('secret').keep(run);
  expect(await opened(baseline('secret').load())).toEqual([{ kind: 'run', run }]);
  expect(new Set(asked)).toEqual(new Set([`basic ${btoa('x-access-token:secret')}`]));
  await expect(opened(baseline('wrong').load())).rejects.toThrow(/branch runs cannot be read.*403/);
});
