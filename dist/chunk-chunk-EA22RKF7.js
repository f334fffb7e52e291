import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  calling,
  distrustOfArtifact,
  distrustOfRun,
  downloadEntries,
  isArtifactOf,
  statusOf,
  uploadRun
} from "./chunk-chunk-A64HTRCS.js";
import {
  damaged,
  setAside,
  withPlace
} from "./chunk-chunk-PPPLBMJF.js";
import {
  defaultLimits,
  unpackRun
} from "./chunk-chunk-OOWQ2DLT.js";
import {
  InputError,
  UnreachableError
} from "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/github/ancestors.ts
init_define_FLAMEGATE_PAGE();
async function baseCommit(client, context) {
  const pull = context.pullRequest;
  if (pull === null) return context.sha;
  const parents = await calling(`give commit ${context.sha}`, "contents: read", async () => {
    const answer = await client.octokit.rest.git.getCommit({ owner: client.owner, repo: client.repo, commit_sha: context.sha }).catch((error) => {
      if (statusOf(error) === 404) return void 0;
      throw error;
    });
    return answer?.data.parents ?? [];
  });
  const [base, head] = parents;
  return base !== void 0 && head?.sha === pull.headSha ? base.sha : pull.baseSha;
}
async function ancestors(client, sha, most = 500) {
  const found = /* @__PURE__ */ new Set([sha]);
  for (let page = 1; page <= Math.ceil(most / 100); page++) {
    const { data } = await calling(
      `list the commits before ${sha}`,
      "contents: read",
      () => client.octokit.rest.repos.listCommits({
        owner: client.owner,
        repo: client.repo,
        sha,
        per_page: 100,
        page
      })
    );
    for (const commit of data) found.add(commit.sha);
    if (data.length < 100) break;
  }
  return found;
}

// src/github/repository.ts
init_define_FLAMEGATE_PAGE();
async function repositoryOf(client) {
  const { data } = await calling(
    "describe the repository",
    "contents: read",
    () => client.octokit.rest.repos.get({ owner: client.owner, repo: client.repo })
  );
  return { id: data.id, defaultBranch: data.default_branch };
}
async function defaultBranchOf(client, context) {
  if (context.defaultBranch !== null) return context.defaultBranch;
  return (await repositoryOf(client)).defaultBranch;
}

// src/store/artifact.ts
init_define_FLAMEGATE_PAGE();
var mostListed = 1e3;
var mostExamined = 100;
var window = 4;
function artifactStore(options) {
  return {
    name: options.trust.defaultBranch,
    load: () => storedArtifacts(options, options.upload.runId),
    keep: (run) => uploadRun(run, options.upload)
  };
}
async function* storedArtifacts(options, inProgress) {
  const stop = new AbortController();
  const ahead = [];
  try {
    for await (const examination of examinations(options, inProgress, stop.signal)) {
      const started = examination();
      started.catch(() => {
      });
      ahead.push(started);
      if (ahead.length >= window) yield* await ahead.shift() ?? [];
    }
    for (const started of ahead) yield* await started;
  } finally {
    stop.abort();
    await Promise.allSettled(ahead);
  }
}
async function* examinations({ source, trust, key, limits = defaultLimits }, inProgress, signal) {
  let listed = 0;
  let examined = 0;
  const filter = {
    workflowPath: trust.workflowPath,
    branch: trust.defaultBranch,
    event: "push"
  };
  for await (const run of source.workflowRuns(filter)) {
    if (listed++ === mostListed || examined === mostExamined) {
      yield async () => [onlySome(trust.defaultBranch)];
      return;
    }
    if (run.id === inProgress) continue;
    const distrust = distrustOfRun(run, trust);
    if (distrust === void 0) {
      examined++;
      yield () => examine(source, run, key, limits, signal);
    } else {
      yield async () => [setAside(dated(run), `workflow run ${run.id} ${distrust}`)];
    }
  }
}
var onlySome = (branch) => ({
  kind: "warning",
  warning: {
    kind: "baseline",
    message: `only the newest workflow runs of ${branch} were searched for a baseline (${mostExamined} finished ones, ${mostListed} in all)`
  }
});
var mostHeld = 8 << 20;
async function examine(source, run, key, limits, signal) {
  let where = `workflow run ${run.id}`;
  try {
    const artifacts = await source.artifacts(run.id);
    const newest = artifacts.filter(({ name }) => isArtifactOf(name, key)).reduce((a, b) => a !== void 0 && a.id > b.id ? a : b, void 0);
    if (newest === void 0)
      return [setAside(dated(run), `${where} has no artifact of flamegate`)];
    where = `artifact ${newest.id} of workflow run ${run.id}`;
    const distrust = distrustOfArtifact(newest, run, limits);
    if (distrust !== void 0) return [setAside(dated(run), `${where} ${distrust}`)];
    const open = async (until) => {
      const stored = unpackRun(await downloadEntries(source, newest, limits, until), limits);
      checkOrigin(stored, run);
      return stored;
    };
    const first = await open(signal);
    const { manifest } = first;
    const size = first.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let held = first;
    const once = async () => {
      const run2 = held ?? await open().catch(withPlace(where));
      if (size > mostHeld) held = null;
      return run2;
    };
    return [{ kind: "run", run: { manifest, summary: null, open: once } }];
  } catch (error) {
    if (error instanceof InputError || signal.aborted) {
      const said = damaged(dated(run), where, error instanceof Error ? error.message : "");
      return error instanceof UnreachableError ? said.map(unreachable) : said;
    }
    throw error;
  }
}
var unreachable = (item) => item.kind === "set-aside" ? { ...item, setAside: { ...item.setAside, unreachable: true } } : item;
function checkOrigin({ manifest }, run) {
  if (manifest.commit !== run.headSha) {
    throw new InputError(`its manifest is of the commit ${manifest.commit}, not ${run.headSha}`);
  }
  if (manifest.runId !== run.id) {
    throw new InputError(`its manifest is of the workflow run ${manifest.runId}`);
  }
}
function dated(run) {
  return { commit: run.headSha, time: run.createdAt };
}

export {
  baseCommit,
  ancestors,
  repositoryOf,
  defaultBranchOf,
  artifactStore,
  storedArtifacts
};
