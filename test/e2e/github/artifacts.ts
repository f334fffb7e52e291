/**
 * The artifact service as the real client speaks to it: Twirp over JSON, and an Azure block blob
 * for the bytes. What the service would refuse is refused, so that a wrong upload shows.
 */
import { createHash } from 'node:crypto';
import type { Answer } from './rest.ts';
import type { Run, World } from './world.ts';

/** Uploads in progress and archives on offer. */
export interface ArtifactService {
  /** An ACTIONS_RUNTIME_TOKEN for a job of the run: unsigned, the client reads its `scp` only. */
  runtimeToken(run: Run): string;
  twirp(method: string, authorization: string, body: unknown, origin: string): Answer | undefined;
  blob(request: BlobRequest): Answer | undefined;
}

export interface BlobRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

interface Upload {
  readonly name: string;
  readonly runId: number;
  /** Undefined: as long as the repository keeps artifacts. */
  readonly expiresAt: string | undefined;
  readonly blocks: Map<string, Buffer>;
  bytes: Buffer | undefined;
  artifactId: number | undefined;
}

export function createArtifactService(world: World): ArtifactService {
  const uploads: Upload[] = [];
  return {
    runtimeToken(run) {
      const scp = `Actions.Example Actions.Results:${backendId(run.id)}:${backendId(run.attempt)}`;
      const encode = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
      return `${encode({ alg: 'none' })}.${encode({ scp })}.unsigned`;
    },
    twirp(method, authorization, body, origin) {
      const fields = Object.fromEntries(Object.entries(body ?? {})) as Record<string, unknown>;
      const ids = `${fields.workflow_run_backend_id}:${fields.workflow_job_run_backend_id}`;
      if (!scopeOf(authorization).includes(`Actions.Results:${ids}`)) {
        return twirpError(403, 'permission_denied', 'the token is not of this job');
      }
      const runId = Number(String(fields.workflow_run_backend_id).split('-').at(-1));
      return methods[method]?.({ world, uploads, runId, fields, origin });
    },
    blob: (request) => answerBlob(world, uploads, request),
  };
}

interface MethodCall {
  readonly world: World;
  readonly uploads: Upload[];
  readonly runId: number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly origin: string;
}

const methods: Record<string, (call: MethodCall) => Answer> = {
  CreateArtifact({ world, uploads, runId, fields, origin }) {
    const name = String(fields.name);
    if (
      fields.version !== 7 ||
      fields.mime_type !== (name.endsWith('.html') ? 'text/html' : 'application/zip') ||
      /[":<>|*?\r\n\\/]/.test(name)
    ) {
      return twirpError(400, 'invalid_argument', 'malformed CreateArtifact');
    }
    if (world.artifacts.some((one) => one.listedBy === runId && one.name === name)) {
      return twirpError(
        409,
        'already_exists',
        'an artifact with this name already exists on the workflow run',
      );
    }
    const expiresAt = fields.expires_at === undefined ? undefined : String(fields.expires_at);
    uploads.push({
      name,
      runId,
      expiresAt,
      blocks: new Map(),
      bytes: undefined,
      artifactId: undefined,
    });
    const signed = `${origin}/blob/upload/${uploads.length - 1}?sig=secret`;
    return { status: 200, json: { ok: true, signed_upload_url: signed } };
  },

  FinalizeArtifact({ world, uploads, runId, fields }) {
    const upload = uploads.findLast((one) => one.runId === runId && one.name === fields.name);
    const bytes = upload?.bytes;
    if (upload === undefined || bytes === undefined) {
      return twirpError(404, 'not_found', 'nothing was uploaded under this name');
    }
    const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    if (fields.size !== String(bytes.length) || fields.hash !== hash) {
      return twirpError(400, 'invalid_argument', 'size or hash differ from what was uploaded');
    }
    const artifact = world.addArtifact(runOf(world, runId), upload.name, bytes, {
      ...(upload.expiresAt === undefined ? {} : { expiresAt: upload.expiresAt }),
    });
    upload.artifactId = artifact.id;
    return { status: 200, json: { ok: true, artifact_id: String(artifact.id) } };
  },

  ListArtifacts({ world, runId, fields }) {
    const found = world.artifacts.filter(
      (one) =>
        one.listedBy === runId &&
        (fields.name_filter === undefined || one.name === fields.name_filter) &&
        (fields.id_filter === undefined || String(one.id) === fields.id_filter),
    );
    const artifacts = found.map((one) => ({
      workflow_run_backend_id: backendId(runId),
      workflow_job_run_backend_id: backendId(1),
      database_id: String(one.id),
      name: one.name,
      size: String(one.size),
      created_at: one.createdAt,
      digest: one.digest,
    }));
    return { status: 200, json: { artifacts } };
  },

  GetSignedArtifactURL({ world, runId, fields, origin }) {
    const found = world.artifacts.find((one) => one.listedBy === runId && one.name === fields.name);
    if (found === undefined) return twirpError(404, 'not_found', 'no such artifact');
    return { status: 200, json: { signed_url: `${origin}/blob/artifact/${found.id}?sig=secret` } };
  },

  DeleteArtifact({ world, runId, fields }) {
    const at = world.artifacts.findIndex(
      (one) => one.listedBy === runId && one.name === fields.name,
    );
    const [deleted] = at < 0 ? [] : world.artifacts.splice(at, 1);
    if (deleted === undefined) return twirpError(404, 'not_found', 'no such artifact');
    return { status: 200, json: { ok: true, artifact_id: String(deleted.id) } };
  },
};

function answerBlob(
  world: World,
  uploads: readonly Upload[],
  { method, url, headers, bytes }: BlobRequest,
): Answer | undefined {
  const [, , kind, id] = url.pathname.split('/');
  if (kind === 'artifact' && method === 'GET') {
    // Azure refuses a signed URL that comes with a token; ours must never get that far.
    if (headers.authorization !== undefined) return undefined;
    const artifact = world.artifacts.find((one) => one.id === Number(id));
    if (artifact === undefined) return { status: 404 };
    const type = { 'content-type': 'application/zip' };
    return { status: 200, bytes: artifact.bytes, headers: type };
  }
  const upload = kind === 'upload' && method === 'PUT' ? uploads[Number(id)] : undefined;
  if (upload === undefined) return undefined;
  const stored = {
    status: 201,
    headers: { etag: '"1"', 'last-modified': new Date(0).toUTCString() },
  };
  switch (url.searchParams.get('comp')) {
    case 'block':
      upload.blocks.set(url.searchParams.get('blockid') ?? '', bytes);
      return stored;
    case 'blocklist': {
      const listed = [...bytes.toString().matchAll(/<Latest>([^<]*)<\/Latest>/g)];
      upload.bytes = Buffer.concat(
        listed.map(([, block = '']) => upload.blocks.get(block) ?? Buffer.alloc(0)),
      );
      return stored;
    }
    default:
      return undefined;
  }
}

function runOf(world: World, id: number): Run {
  const run = world.runs.find((one) => one.id === id);
  if (run === undefined) throw new Error(`the fake GitHub has no run ${id}`);
  return run;
}

function scopeOf(authorization: string): string[] {
  const payload = authorization.split('.')[1] ?? '';
  const { scp = '' }: { scp?: string } = JSON.parse(
    Buffer.from(payload, 'base64url').toString() || '{}',
  );
  return scp.split(' ');
}

/** GitHub's are GUIDs. */
function backendId(id: number): string {
  return `ce7f54c7-61c7-4aae-887f-${String(id).padStart(12, '0')}`;
}

function twirpError(status: number, code: string, msg: string): Answer {
  return { status, json: { code, msg } };
}
