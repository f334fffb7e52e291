import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  bundleKey,
  unpackBundle
} from "./chunk-chunk-VQVOO6ZB.js";
import {
  ancestry,
  artifactStore,
  defaultBranchOf
} from "./chunk-chunk-GCNZN3XQ.js";
import {
  artifactName,
  createClient,
  downloadEntries,
  githubSource,
  uploadRun
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  branchStore
} from "./chunk-chunk-MI2EDCOT.js";
import {
  directoryStore
} from "./chunk-chunk-Q2ILLPB5.js";
import {
  outsideGit
} from "./chunk-chunk-5PXQR5EY.js";
import {
  defaultLimits
} from "./chunk-chunk-HBB34D3E.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/action/store.ts
init_define_FLAMEGATE_PAGE();
import { join, resolve } from "node:path";

// src/store/attempts.ts
init_define_FLAMEGATE_PAGE();
var mostAttempts = 5;
async function earlierAttempts(source, job, limits = defaultLimits) {
  if (job.attempt < 2) return { runs: [], warnings: [] };
  const runs = [];
  const warnings = [];
  const artifacts = await source.artifacts(job.runId);
  for (let n = job.attempt - 1; n >= Math.max(1, job.attempt - mostAttempts); n--) {
    const name = artifactName(bundleKey(job.name), n);
    const artifact = artifacts.find((item) => item.name === name && !item.expired);
    if (artifact === void 0) continue;
    try {
      runs.push(await headOf(source, artifact, job, limits));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const message = `attempt ${n} of this job is left out: ${error.message}`;
      warnings.push({ kind: "github", message });
    }
  }
  return { runs, warnings };
}
async function headOf(source, artifact, job, limits) {
  if (artifact.run?.id !== job.runId) throw new InputError("its artifact is of another run");
  if (!(artifact.sizeInBytes <= limits.archiveBytes)) {
    throw new InputError(
      `its artifact has ${artifact.sizeInBytes} bytes, the limit is ${limits.archiveBytes}`
    );
  }
  const room = {
    ...limits,
    entries: 2 * limits.entries + 1,
    inflatedBytes: 2 * limits.inflatedBytes
  };
  const { head } = unpackBundle(await downloadEntries(source, artifact, room), limits);
  if (head.manifest.commit !== job.commit) {
    throw new InputError(`it measured the commit ${head.manifest.commit}, not ${job.commit}`);
  }
  return head;
}

// src/store/remembered.ts
init_define_FLAMEGATE_PAGE();
function remembered(source) {
  const artifacts = /* @__PURE__ */ new Map();
  const runs = /* @__PURE__ */ new Map();
  return {
    ...source,
    artifacts(runId) {
      const known = artifacts.get(runId) ?? source.artifacts(runId);
      artifacts.set(runId, known);
      known.catch(() => artifacts.delete(runId));
      return known;
    },
    workflowRuns(filter) {
      const key = JSON.stringify(filter);
      const known = runs.get(key) ?? replayed(source.workflowRuns(filter), () => runs.delete(key));
      runs.set(key, known);
      return known();
    }
  };
}
function replayed(items, failed) {
  const seen = [];
  const rest = items[Symbol.asyncIterator]();
  let isOver = false;
  return async function* () {
    for (let i = 0; ; i++) {
      if (i === seen.length) {
        if (isOver) return;
        const next = await rest.next().catch((error) => {
          failed();
          throw error;
        });
        if (next.done === true) {
          isOver = true;
          return;
        }
        seen.push(next.value);
      }
      yield seen[i];
    }
  };
}

// src/entry/action/store.ts
function baselineFor(settings, context, github = () => reach(settings, context)) {
  const [, branch] = /^branch:(.*)$/s.exec(settings.baseline) ?? [];
  if (branch !== void 0) return branchStore(branchPlace(branch, settings, context));
  if (settings.baseline !== "artifact") {
    return directoryStore(resolve(settings.workspace, settings.baseline));
  }
  if (context.workflowPath === null) {
    throw new InputError(
      "the workflow that called this one lives in another repository, so flamegate cannot know which of its runs are of the default branch: keep the baseline in a directory (input `baseline`)"
    );
  }
  const { workflowPath, defaultBranch } = context;
  const upload = uploadPlace(settings, context, settings.name, settings.times.storing);
  let behind = null;
  const reached = once(async () => {
    const at = await github();
    behind = at.behind;
    const { source, isAncestor, branch: branch2 } = at;
    const trust = {
      ...{ repositoryId: context.repository.id, defaultBranch: branch2 },
      ...{ workflowPath, isAncestor }
    };
    return artifactStore({ source, trust, key: settings.name, upload });
  });
  return {
    ...defaultBranch === null ? {} : { name: defaultBranch },
    behind: (commit) => behind?.(commit) ?? null,
    async *load() {
      yield* (await reached()).load();
    },
    async keep(run, summaries) {
      const store = await reached().catch(unreachable);
      return store === null ? uploadRun(run, upload) : store.keep(run, summaries);
    }
  };
}
async function reach(settings, context) {
  const client = await clientFor(settings, context);
  const known = await ancestry(client, context);
  const branch = await defaultBranchOf(client, context);
  return { source: githubSource(client), isAncestor: known.has, behind: known.behind, branch };
}
function baselinesFor(settings, context, groups) {
  const github = once(async () => {
    const { source, ...rest } = await reach(settings, context);
    return { ...rest, source: remembered(source) };
  });
  const { storing } = settings.times;
  return (group) => {
    const times = { ...settings.times, storing: storing / groups };
    return baselineFor({ ...settingsOf(settings, group), times }, context, github);
  };
}
function settingsOf(settings, group) {
  const { name, baseline } = settings;
  return {
    ...settings,
    // A gate's own name has no plus.
    name: `${name}+${group}`,
    baseline: baselineOf(baseline, group)
  };
}
function baselineOf(baseline, group) {
  if (baseline === "artifact") return baseline;
  return baseline.startsWith("branch:") ? `${baseline}-${group}` : join(baseline, group);
}
function branchPlace(branch, settings, context) {
  const { owner, name } = context.repository;
  const url = `${context.serverUrl}/${owner}/${name}.git`;
  return {
    ...{ directory: null, url, branch, temp: settings.temp },
    variables: withToken(outsideGit(process.env), settings.token, context.serverUrl)
  };
}
function withToken(variables, token, serverUrl) {
  if (token === "") return variables;
  const key = `http.${serverUrl}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const before = Number(variables.GIT_CONFIG_COUNT ?? 0);
  return {
    ...variables,
    GIT_CONFIG_COUNT: `${before + 2}`,
    // Empty takes away what was there: two of them are refused.
    [`GIT_CONFIG_KEY_${before}`]: key,
    [`GIT_CONFIG_VALUE_${before}`]: "",
    [`GIT_CONFIG_KEY_${before + 1}`]: key,
    [`GIT_CONFIG_VALUE_${before + 1}`]: `AUTHORIZATION: basic ${basic}`
  };
}
function unreachable(error) {
  if (error instanceof InputError) return null;
  throw error;
}
function once(ask) {
  let answer = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}
async function attemptsOf(settings, context) {
  return earlierAttempts(githubSource(await clientFor(settings, context)), {
    runId: context.runId,
    attempt: context.runAttempt,
    name: settings.name,
    commit: context.sha
  });
}
function clientFor(settings, context) {
  const { owner, name: repo } = context.repository;
  return createClient({
    ...{ token: settings.token, owner, repo, apiUrl: context.apiUrl },
    patience: settings.patience
  });
}
function uploadPlace(settings, context, key, longest) {
  return {
    longest,
    name: artifactName(key, context.runAttempt),
    serverUrl: context.serverUrl,
    repository: `${context.repository.owner}/${context.repository.name}`,
    runId: context.runId,
    attempt: context.runAttempt,
    temp: settings.temp,
    retentionDays: settings.retentionDays
  };
}

export {
  baselineFor,
  baselinesFor,
  settingsOf,
  attemptsOf,
  clientFor,
  uploadPlace
};
