/**
 * A stored run: the files one CI job measured and the manifest that says what they must be.
 *
 * `packRun` makes one, `unpackRun` accepts one only when every byte is as the manifest says: the
 * two stores (directory.ts, artifact.ts) and `flamegate fetch` go through them, so a run is read
 * whole or not at all. Where the bytes lie, and whether their origin can be trusted, is decided
 * elsewhere; what the files mean is for bench/ and profile/.
 */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { InputError } from '../model/error.ts';
import type { Environment, InputFile, Redaction } from '../model/run.ts';
import { clashOf, pathDefect, printable, quoted, storedPaths } from './path.ts';

export const manifestName = 'manifest.json';
/** 998 files of the longest paths stay below it. */
export const longestManifest = 1 << 20;

export type FileKind = 'benchmarks' | 'profile';

export interface ManifestFile {
  /** Inside the run, for example `profiles/cpu.pprof`; see path.ts for what is allowed. */
  readonly path: string;
  readonly kind: FileKind;
  /** Of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface Manifest {
  readonly schemaVersion: 1;
  /** The commit's hash, or '' where nobody said. */
  readonly commit: string;
  /** The branch or tag that was measured; absent where nobody said. */
  readonly branch?: string;
  /** ISO 8601 with a time zone. */
  readonly time: string;
  /** The workflow file, for example `.github/workflows/perf.yml`. */
  readonly workflow?: string;
  readonly runId?: number;
  readonly environment: Environment;
  /** How much was removed before the files were stored; absent where nothing was to be. */
  readonly redaction?: Redaction;
  readonly files: readonly ManifestFile[];
}

export interface StoredFile extends InputFile {
  readonly kind: FileKind;
}

export interface StoredRun {
  readonly manifest: Manifest;
  /** In the manifest's order; `file` is the path inside the run. */
  readonly files: readonly StoredFile[];
}

/** What a run may at most hold; artifacts are refused before they are downloaded or inflated. */
export interface Limits {
  /** Bytes of the compressed archive. */
  readonly archiveBytes: number;
  /** Bytes of all files together. */
  readonly inflatedBytes: number;
  /** Files in a run, the manifest among them. */
  readonly entries: number;
}

export const defaultLimits: Limits = {
  archiveBytes: 256 << 20,
  inflatedBytes: 2 ** 30,
  entries: 1000,
};

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

const time = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/,
    'is not an ISO 8601 time with a zone',
  ),
  v.check((value) => Number.isFinite(Date.parse(value)), 'is not a real time'),
);

/** What git allows in the name of a branch or tag, as far as it matters here: no space, no control character. */
const branchName = /^[^\p{C}\p{Z}~^:?*[\\]+$/u;

/** Whether a manifest may hold the name of this branch or tag. */
export const isBranchName = (name: string): boolean => name.length <= 200 && branchName.test(name);

const fileSchema = v.object({
  path: v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const defect = dataset.typed ? pathDefect(dataset.value) : undefined;
      if (defect !== undefined) addIssue({ message: defect });
    }),
  ),
  kind: v.picklist(['benchmarks', 'profile']),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal')),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const manifestSchema = v.object({
  schemaVersion: v.literal(1),
  commit: v.pipe(v.string(), v.regex(/^[0-9A-Za-z._-]{0,64}$/, 'is not the name of a commit')),
  branch: v.exactOptional(v.pipe(text(200), v.regex(branchName, 'is not the name of a branch'))),
  time,
  workflow: v.exactOptional(text(512)),
  runId: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  environment: v.object({
    goos: v.exactOptional(text(1000)),
    goarch: v.exactOptional(text(1000)),
    cpu: v.exactOptional(text(1000)),
    machine: v.exactOptional(text(1000)),
    build: v.exactOptional(text(1000)),
    runner: v.exactOptional(text(1000)),
    toolchain: v.exactOptional(text(1000)),
  }),
  redaction: v.exactOptional(
    v.object({
      paths: count,
      labels: count,
      comments: count,
      buildIds: count,
      namesKept: count,
    }),
  ),
  files: v.pipe(v.array(fileSchema), v.minLength(1, 'names no file')),
});

/** What a job measured, before it is stored. */
export interface NewRun {
  readonly commit: string;
  readonly branch?: string | undefined;
  /** ISO 8601 with a time zone, or a date alone (midnight UTC). */
  readonly time: string;
  readonly workflow?: string | undefined;
  readonly runId?: number | undefined;
  readonly environment: Environment;
  readonly redaction?: Redaction | undefined;
  readonly benchmarks: readonly InputFile[];
  readonly profiles: readonly InputFile[];
}

/**
 * Makes a stored run of the files a job measured. The same files in the same order give the same
 * paths; see `storedPaths`. Throws InputError when there is no file, or when commit, time, an
 * environment value or the sizes are not what a manifest may hold.
 */
export function packRun(run: NewRun, limits: Limits = defaultLimits): StoredRun {
  const files = [
    ...named('benchmarks', 'benchmarks', run.benchmarks),
    ...named('profiles', 'profile', run.profiles),
  ];
  const manifest = {
    schemaVersion: 1,
    commit: run.commit,
    ...(run.branch === undefined ? {} : { branch: run.branch }),
    time: normalTime(run.time),
    ...(run.workflow === undefined ? {} : { workflow: run.workflow }),
    ...(run.runId === undefined ? {} : { runId: run.runId }),
    environment: run.environment,
    ...(run.redaction === undefined ? {} : { redaction: run.redaction }),
    files: files.map(({ file, kind, bytes }) => ({
      path: file,
      kind,
      sha256: sha256(bytes),
      bytes: bytes.length,
    })),
  };
  return { manifest: checkManifest(manifest, limits), files };
}

/** The run as it is stored: the manifest and every file, by path inside the run. */
export function entriesOf(run: StoredRun): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  entries.set(manifestName, Buffer.from(`${JSON.stringify(run.manifest, null, 2)}\n`));
  for (const { file, bytes } of run.files) entries.set(file, bytes);
  return entries;
}

/**
 * Reads a stored run back. Throws InputError that names the first defect: no manifest or one that
 * cannot be used, a file that is missing, extra, of another size or of another SHA-256.
 */
export function unpackRun(
  entries: ReadonlyMap<string, Uint8Array>,
  limits: Limits = defaultLimits,
): StoredRun {
  const manifest = readManifest(entries.get(manifestName), limits);
  checkNames(manifest, [...entries.keys()]);
  const files = manifest.files.map(({ path, kind, sha256: expected, bytes: size }) => {
    const bytes = entries.get(path) ?? new Uint8Array();
    if (bytes.length !== size) {
      throw new InputError(`${path} has ${bytes.length} bytes, the manifest says ${size}`);
    }
    if (sha256(bytes) !== expected) {
      throw new InputError(`${path} does not have the SHA-256 that the manifest gives`);
    }
    return { file: path, kind, bytes };
  });
  return { manifest, files };
}

/** Throws InputError when the names are not exactly the manifest's own and its files'. */
export function checkNames(manifest: Manifest, names: readonly string[]): void {
  const expected = new Set([manifestName, ...manifest.files.map(({ path }) => path)]);
  for (const name of names) {
    if (!expected.delete(name)) {
      throw new InputError(`${quoted(name)} is in the run but not in its ${manifestName}`);
    }
  }
  const [missing] = expected;
  if (missing !== undefined) {
    throw new InputError(`${missing} is missing, though the ${manifestName} names it`);
  }
}

/** Parses and checks the bytes of a manifest.json. Throws InputError that names the defect. */
export function readManifest(
  bytes: Uint8Array | undefined,
  limits: Limits = defaultLimits,
): Manifest {
  if (bytes === undefined) throw new InputError(`there is no ${manifestName}`);
  if (bytes.length > longestManifest) {
    throw new InputError(`the ${manifestName} is over ${longestManifest} bytes`);
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new InputError(`the ${manifestName} is not JSON in UTF-8`);
  }
  return checkManifest(json, limits);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function named(folder: string, kind: FileKind, files: readonly InputFile[]): StoredFile[] {
  const paths = storedPaths(
    folder,
    files.map(({ file }) => file),
  );
  return files.map(({ file, bytes }, i) => ({ file: paths[i] ?? file, kind, bytes }));
}

/** The same of what was parsed. */
export function checkManifest(json: unknown, limits: Limits): Manifest {
  const version = v.safeParse(v.object({ schemaVersion: v.unknown() }), json);
  if (version.success && version.output.schemaVersion !== 1) {
    throw new InputError(
      `its ${manifestName} has schemaVersion ${quoted(String(version.output.schemaVersion))}, this flamegate reads 1: use the release that wrote it, or a newer one`,
    );
  }
  const checked = v.safeParse(manifestSchema, json);
  if (!checked.success) {
    const [issue] = checked.issues;
    const at = v.getDotPath(issue) ?? manifestName;
    throw new InputError(`the ${manifestName} cannot be used: ${at}: ${printable(issue.message)}`);
  }
  const manifest: Manifest = checked.output;
  checkLimits(manifest, limits);
  const clash = clashOf([manifestName, ...manifest.files.map(({ path }) => path)]);
  if (clash !== undefined) throw new InputError(clash);
  return manifest;
}

function checkLimits({ files }: Manifest, limits: Limits): void {
  if (files.length + 1 > limits.entries) {
    throw new InputError(`the run has ${files.length} files, at most ${limits.entries - 1} fit`);
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limits.inflatedBytes) {
    throw new InputError(`the files hold ${total} bytes, the limit is ${limits.inflatedBytes}`);
  }
}

/**
 * A time as it is stored: ISO 8601, UTC, ms. A date alone is midnight UTC. Throws InputError for what
 * is no time, or has no zone.
 */
export function normalTime(given: string): string {
  const full = /^\d{4}-\d\d-\d\d$/.test(given) ? `${given}T00:00:00Z` : given;
  if (!v.is(time, full)) {
    throw new InputError(
      `${quoted(given)} is not a time: give ISO 8601 with a zone, for example 2026-11-15T10:20:30Z`,
    );
  }
  return new Date(full).toISOString();
}
