import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  say
} from "./chunk-chunk-DGCK55TR.js";
import {
  defaultBranchOf
} from "./chunk-chunk-GCNZN3XQ.js";
import {
  createClient,
  distrustOfArtifact,
  downloadEntries
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  headCommit
} from "./chunk-chunk-RYOAGPCB.js";
import {
  gitIn,
  outsideGit
} from "./chunk-chunk-5PXQR5EY.js";
import {
  defaultLimits,
  unpackRun
} from "./chunk-chunk-HBB34D3E.js";
import {
  getDotPath,
  maxLength,
  minLength,
  minValue,
  nullable,
  number,
  object,
  optional,
  pipe,
  regex,
  safeInteger,
  safeParse,
  string
} from "./chunk-chunk-YCAMMWL6.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/github/context.ts
init_define_FLAMEGATE_PAGE();
import { readFile } from "node:fs/promises";
async function readContext(env) {
  const path = required(env, "GITHUB_EVENT_PATH");
  let payload;
  try {
    payload = JSON.parse(await readFile(path, "utf8"));
  } catch {
    throw new InputError(
      "the event's payload cannot be read as JSON: GITHUB_EVENT_PATH must name the file that the runner wrote",
      { file: path }
    );
  }
  return contextOf(env, payload);
}
function contextOf(env, payload) {
  const eventName = required(env, "GITHUB_EVENT_NAME");
  if (eventName === "pull_request_target") throw pullRequestTarget();
  const fullName = required(env, "GITHUB_REPOSITORY");
  const [owner = "", name = ""] = fullName.split("/");
  if (!/^[^/]+\/[^/]+$/.test(fullName)) {
    throw new InputError(`GITHUB_REPOSITORY must be owner/name, it is ${JSON.stringify(fullName)}`);
  }
  const id = whole(env, "GITHUB_REPOSITORY_ID");
  const event = safeParse(payloadSchema, payload);
  if (!event.success) {
    const [issue] = event.issues;
    throw new InputError(
      `the event's payload is not GitHub's: ${getDotPath(issue) ?? "payload"} is missing or malformed`
    );
  }
  const pull = event.output.pull_request ?? null;
  return {
    eventName,
    repository: { owner, name, id },
    defaultBranch: event.output.repository?.default_branch ?? null,
    sha: checked(env, "GITHUB_SHA", sha, "a commit"),
    ref: required(env, "GITHUB_REF"),
    runId: whole(env, "GITHUB_RUN_ID"),
    runAttempt: whole(env, "GITHUB_RUN_ATTEMPT"),
    workflowPath: workflowPathOf(required(env, "GITHUB_WORKFLOW_REF"), fullName),
    job: required(env, "GITHUB_JOB"),
    actor: env.GITHUB_ACTOR ?? "",
    serverUrl: env.GITHUB_SERVER_URL || "https://github.com",
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    pullRequest: pull === null ? null : pullRequestOf(pull, id)
  };
}
var isOfBranch = ({ ref }, branch) => branch !== null && ref === `refs/heads/${branch}`;
var sha = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
var shaSchema = pipe(string(), regex(sha));
var idSchema = pipe(number(), safeInteger(), minValue(1));
var refSchema = pipe(string(), minLength(1), maxLength(1e3));
var pullSchema = object({
  number: idSchema,
  head: object({ sha: shaSchema, repo: nullable(object({ id: idSchema })) }),
  base: object({ sha: shaSchema, ref: refSchema })
});
var payloadSchema = object({
  repository: optional(object({ default_branch: optional(refSchema) })),
  pull_request: optional(pullSchema)
});
function pullRequestOf(pull, repositoryId) {
  return {
    number: pull.number,
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    baseRef: pull.base.ref,
    // A deleted fork is null here, and still a fork.
    fork: pull.head.repo?.id !== repositoryId
  };
}
function workflowPathOf(workflowRef, fullName) {
  const path = workflowRef.replace(/@.*$/s, "");
  const prefix = `${fullName}/`;
  return path.toLowerCase().startsWith(prefix.toLowerCase()) ? path.slice(prefix.length) : null;
}
function pullRequestTarget() {
  return new InputError(
    "flamegate does not run on pull_request_target: such a run holds a token that can write and the secrets of the repository, and measuring a pull request runs its code. Use `on: pull_request`; from a fork the gate then works without the comment"
  );
}
function required(env, name) {
  const value = env[name];
  if (value) return value;
  throw new InputError(
    `${name} is not set: the runner of GitHub Actions sets it; outside of Actions use \`flamegate gate\``
  );
}
function checked(env, name, pattern, what) {
  const value = required(env, name);
  if (pattern.test(value)) return value;
  throw new InputError(`${name} must be ${what}, it is ${JSON.stringify(value)}`);
}
function whole(env, name) {
  const value = Number(checked(env, name, /^[1-9][0-9]{0,15}$/, "a positive whole number"));
  if (Number.isSafeInteger(value)) return value;
  throw new InputError(`${name} is beyond ${Number.MAX_SAFE_INTEGER}`);
}

// src/store/shards.ts
init_define_FLAMEGATE_PAGE();
import { randomBytes } from "node:crypto";
var shardName = /^([A-Za-z0-9][A-Za-z0-9._-]{0,49})(?:\/([A-Za-z0-9][A-Za-z0-9._-]{0,49}))?$/;
var isShardName = (name) => shardName.test(name);
var groupOf = (name) => shardName.exec(name)?.[1] ?? name;
var shardArtifact = (name, attempt) => `flamegate-shard+${name.replace("/", "+")}+${randomBytes(4).toString("hex")}-a${attempt}`;
function shardIn(artifact) {
  const match = /^flamegate-shard\+([^+]+(?:\+[^+]+)?)\+[0-9a-f]{8}-a([0-9]{1,9})$/.exec(artifact);
  const [, plain = "", attempt] = match ?? [];
  const name = plain.replace("+", "/");
  return isShardName(name) ? { name, attempt: Number(attempt) } : null;
}
var window = 8;
var mostEarlier = 4;
async function shardsOf(source, run, limits = defaultLimits) {
  const found = byName(await source.artifacts(run.id), run);
  refuseTooLarge([...found.values()].flat(), limits);
  const shards = [];
  const lost = /* @__PURE__ */ new Map();
  const warnings = [];
  const left = [...found].sort(([a], [b]) => a < b ? -1 : 1);
  const reader = async () => {
    for (let next = left.shift(); next !== void 0; next = left.shift()) {
      const [name, [newest, ...before]] = next;
      if (newest === void 0) continue;
      try {
        const own = await read(source, newest, run, limits);
        const earlier = [];
        for (const artifact of before.slice(0, mostEarlier)) {
          const one = await read(source, artifact, run, limits).catch((error) => {
            warnings.push(`an earlier attempt of ${name} is left out: ${why(error)}`);
          });
          if (one !== void 0) earlier.push(one);
        }
        shards.push({ name, run: own, earlier });
      } catch (error) {
        lost.set(name, why(error));
      }
    }
  };
  await Promise.all(Array.from({ length: window }, reader));
  return { shards: shards.sort((a, b) => a.name < b.name ? -1 : 1), lost, warnings };
}
function why(error) {
  if (!(error instanceof InputError)) throw error;
  return error.message;
}
function byName(artifacts, run) {
  const found = /* @__PURE__ */ new Map();
  for (const artifact of artifacts) {
    const shard = shardIn(artifact.name);
    if (shard === null || shard.attempt > run.attempt) continue;
    const attempts = found.get(shard.name) ?? /* @__PURE__ */ new Map();
    if (attempts.has(shard.attempt)) {
      throw new InputError(
        `two jobs of this run collect as ${shard.name}: give each leg its own \`name\`, like linux/1 and linux/2, so that none takes the place of another`
      );
    }
    found.set(shard.name, attempts.set(shard.attempt, artifact));
  }
  return new Map(
    [...found].map(([name, attempts]) => [
      name,
      [...attempts].sort(([a], [b]) => b - a).map(([, artifact]) => artifact)
    ])
  );
}
function refuseTooLarge(artifacts, limits) {
  const bytes = artifacts.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0);
  if (!(bytes <= limits.archiveBytes)) {
    throw new InputError(
      `the shards of this run have ${bytes} bytes together, the limit is ${limits.archiveBytes}: collect fewer profiles, or gate in several jobs`
    );
  }
}
async function read(source, artifact, run, limits) {
  const headRepositoryId = run.headRepositoryId ?? artifact.run?.headRepositoryId ?? null;
  const distrust = distrustOfArtifact(artifact, { ...run, headRepositoryId }, limits);
  if (distrust !== void 0) throw new InputError(`its artifact ${distrust}`);
  const stored = unpackRun(await downloadEntries(source, artifact, limits), limits);
  const { commit, runId } = stored.manifest;
  if (commit !== run.commit) {
    throw new InputError(`it measured the commit ${commit}, not ${run.commit}`);
  }
  if (runId !== run.id) throw new InputError(`it is of the workflow run ${runId}, not ${run.id}`);
  return stored;
}

// src/entry/action/onmain.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/own.ts
init_define_FLAMEGATE_PAGE();
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
async function doubtOfCheckout(workspace, commit, files, variables) {
  const git = gitIn(workspace, outsideGit(variables));
  try {
    const head = await headCommit(git);
    if (head !== commit) return `the checkout is at ${head}, the workflow run is of ${commit}`;
    const top = await git(["rev-parse", "--show-cdup"]);
    if (top !== "") return "the workspace is not the top of its repository";
    const status = ["status", "--porcelain=v1", "-z", "--untracked-files=all"];
    const entries = (await git(["-c", "core.fsmonitor=false", ...status, "--ignore-submodules=none"])).split("\0").filter((entry) => entry !== "");
    const changed = entries.find((entry) => !entry.startsWith("?? "));
    if (changed !== void 0)
      return `${JSON.stringify(changed.slice(3))} was changed since the commit`;
    const other = entries.find((entry) => entry.endsWith("/"))?.slice(3) ?? files.map((file) => otherAbove(workspace, file)).find((text) => text !== null);
    return other === void 0 || other === null ? null : `${JSON.stringify(other)} is another checkout, which may have been measured`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `the checkout cannot be looked at: ${error.message}`;
  }
}
function otherAbove(workspace, file) {
  const top = resolve(workspace);
  for (let at = dirname(resolve(top, file)); at.startsWith(`${top}/`); at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at.slice(top.length + 1);
  }
  return null;
}

// src/entry/action/onmain.ts
async function isOnMain(settings, context) {
  const { eventName } = context;
  if (eventName === "push") return isOfBranch(context, context.defaultBranch);
  if (eventName !== "schedule" && eventName !== "workflow_dispatch") return false;
  const doubt = await doubtOf(settings, context);
  if (doubt !== null) say(`this run is not stored as baseline: ${doubt}`);
  return doubt === null;
}
async function doubtOf(settings, context) {
  try {
    const branch = await branchOf(settings, context);
    if (!isOfBranch(context, branch)) return `it is of ${context.ref}, not of ${branch}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `the default branch is not known: ${error.message}`;
  }
  const files = filesOf(settings, context);
  return doubtOfCheckout(settings.workspace, context.sha, files, process.env);
}
async function branchOf(settings, context) {
  if (context.defaultBranch !== null) return context.defaultBranch;
  const { owner, name: repo } = context.repository;
  const client = await createClient({
    ...{ token: settings.token, owner, repo, apiUrl: context.apiUrl },
    patience: settings.patience
  });
  return defaultBranchOf(client, context);
}
function filesOf(settings, context) {
  const { benchmarks, profiles } = settings.run(context);
  return [...benchmarks, ...profiles].map(({ file }) => file);
}

export {
  readContext,
  isOfBranch,
  isShardName,
  groupOf,
  shardArtifact,
  shardsOf,
  isOnMain
};
