/**
 * An artifact of GitHub becomes files: downloaded, compared with its digest and unzipped, all in
 * memory. Whether its origin can be trusted is decided before, in trust/trust.ts; what the files must be
 * is checked after, in manifest.ts and bundle.ts.
 */
import { UnreachableError } from '../model/error.ts';
import type { Artifact } from '../model/workflow.ts';
import { type Limits, sha256 } from './manifest.ts';
import { unzip } from './unzip.ts';

/** Fetches the bytes of an artifact's archive. */
export interface ArchiveSource {
  /**
   * The zip archive as GitHub serves it. Throws InputError when it cannot be had (expired, no
   * right, no answer) or is longer than `maxBytes`.
   */
  download(artifactId: number, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array>;
}

/**
 * The files by path. Throws InputError that names the defect. Fails closed: without a digest, or
 * with one that does not match, nothing is unzipped.
 */
export async function downloadEntries(
  source: ArchiveSource,
  artifact: Artifact,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const zip = await source.download(artifact.id, limits.archiveBytes, signal);
  const digest = `sha256:${sha256(zip)}`;
  if (digest !== artifact.digest) {
    // Not a damaged artifact but another answer: a proxy's page, or a body that was cut.
    throw new UnreachableError(
      `the download has the digest ${digest}, GitHub promised ${artifact.digest}`,
    );
  }
  return unzip(zip, limits);
}
