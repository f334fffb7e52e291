/** What GitHub tells of workflow runs and of what they uploaded: the fields that are used. */

/** The fields of GitHub's `workflow-run` that decide; null where the answer had none. */
export interface WorkflowRun {
  readonly id: number;
  /** From 1; the newest one. */
  readonly attempt: number;
  readonly event: string;
  readonly headBranch: string | null;
  readonly headSha: string;
  readonly repositoryId: number | null;
  /** Null for the run of a deleted fork. */
  readonly headRepositoryId: number | null;
  /** `.github/workflows/perf.yml`, perhaps followed by `@ref`. */
  readonly path: string;
  readonly status: string | null;
  readonly conclusion: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** The fields of GitHub's `artifact`. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly expired: boolean;
  /** `sha256:` and the hash of the archive. */
  readonly digest: string | null;
  readonly sizeInBytes: number;
  /** The run that uploaded it, as the artifact's own record says. */
  readonly run: {
    readonly id: number | null;
    readonly repositoryId: number | null;
    readonly headRepositoryId: number | null;
    readonly headSha: string | null;
  } | null;
}
