import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attemptOf,
  distrustOfArtifact,
  distrustOfCarried,
  distrustOfOrigin,
  distrustOfRun,
  downloadEntries,
  historyName,
  packHistory,
  recordingEvents,
  refuseWhereImpossible,
  unpackHistory,
  uploadRun
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  calling,
  misshapen,
  statusOf
} from "./chunk-chunk-MOWUUCPE.js";
import {
  damaged,
  digestOf,
  setAside,
  withPlace
} from "./chunk-chunk-Q2ILLPB5.js";
import {
  defaultLimits,
  unpackRun
} from "./chunk-chunk-HBB34D3E.js";
import {
  InputError,
  UnreachableError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/github/ancestors.ts
init_define_FLAMEGATE_PAGE();
async function ancestry(client, context) {
  const { pullRequest: pull, sha } = context;
  if (pull === null) return ancestryOf(client, sha, sha, await listed(client, sha, 1));
  const merged = await listed(client, sha, 1, true);
  const [base, head] = merged[0]?.sha === sha ? merged[0].parents : [];
  return base !== void 0 && head?.sha === pull.headSha ? ancestryOf(client, base.sha, sha, merged) : ancestryOf(client, pull.baseSha, pull.baseSha, await listed(client, pull.baseSha, 1));
}
var mostListed = 500;
var perPage = 100;
function ancestryOf(client, base, from, first) {
  const parents = /* @__PURE__ */ new Map();
  let oldest = Number.POSITIVE_INFINITY;
  let isEnd = false;
  let pages = 0;
  let known = /* @__PURE__ */ new Set();
  const take = (page) => {
    pages++;
    isEnd = page.length < perPage || pages * perPage >= mostListed;
    for (const item of page) {
      parents.set(
        item.sha,
        item.parents.map(({ sha }) => sha)
      );
      oldest = Math.min(oldest, Date.parse(item.commit?.committer?.date ?? "") || oldest);
    }
    known = reached(base, parents);
  };
  take(first);
  return {
    base,
    async has(sha, at) {
      while (!known.has(sha) && !isEnd && Date.parse(at) < oldest) {
        take(await listed(client, from, pages + 1));
      }
      return known.has(sha);
    },
    behind(sha) {
      let behind = 0;
      for (let at = base; at !== void 0; at = parents.get(at)?.[0]) {
        if (at === sha) return behind;
        behind++;
      }
      return null;
    }
  };
}
function reached(base, parents) {
  const found = /* @__PURE__ */ new Set();
  const open = [base];
  for (let sha = open.pop(); sha !== void 0; sha = open.pop()) {
    if (found.has(sha)) continue;
    found.add(sha);
    open.push(...parents.get(sha) ?? []);
  }
  return found;
}
async function listed(client, sha, page, mayMiss = false) {
  const doing = `list the commits before ${sha}`;
  const data = await calling(doing, "contents: read", async () => {
    const { owner, repo, octokit } = client;
    const answer = await octokit.rest.repos.listCommits({ owner, repo, sha, per_page: perPage, page }).catch((error) => {
      if (mayMiss && [404, 422].includes(statusOf(error) ?? 0)) return void 0;
      throw error;
    });
    return answer === void 0 ? void 0 : answer.data;
  });
  if (data === void 0) return [];
  if (!areCommits(data) || page === 1 && data.length === 0) throw misshapen(doing);
  if (!data.every(hasParents)) throw misshapen(doing);
  return data;
}
var hasParents = (item) => {
  const { parents } = item;
  return areCommits(parents);
};
async function ancestors(client, sha, most = 500) {
  const found = /* @__PURE__ */ new Set([sha]);
  for (let page = 1; page <= Math.ceil(most / 100); page++) {
    const doing = `list the commits before ${sha}`;
    const { data } = await calling(
      doing,
      "contents: read",
      () => client.octokit.rest.repos.listCommits({
        owner: client.owner,
        repo: client.repo,
        sha,
        per_page: 100,
        page
      })
    );
    if (!areCommits(data) || page === 1 && data.length === 0) throw misshapen(doing);
    for (const commit of data) found.add(commit.sha);
    if (data.length < 100) break;
  }
  return found;
}
var areCommits = (list) => Array.isArray(list) && list.every((item) => typeof item?.sha === "string");

// src/github/repository.ts
init_define_FLAMEGATE_PAGE();
async function repositoryOf(client) {
  const doing = "describe the repository";
  const { data } = await calling(
    doing,
    "contents: read",
    () => client.octokit.rest.repos.get({ owner: client.owner, repo: client.repo })
  );
  if (typeof data?.id !== "number" || typeof data.default_branch !== "string")
    throw misshapen(doing);
  return { id: data.id, defaultBranch: data.default_branch };
}
async function defaultBranchOf(client, context) {
  if (context.defaultBranch !== null) return context.defaultBranch;
  return (await repositoryOf(client)).defaultBranch;
}

// src/store/artifact.ts
init_define_FLAMEGATE_PAGE();

// src/store/chain.ts
init_define_FLAMEGATE_PAGE();

// src/store/examine.ts
init_define_FLAMEGATE_PAGE();
var mostAttempts = 5;
var mostHeld = 8 << 20;
async function examine(run, examining, before = Number.POSITIVE_INFINITY) {
  const { source, key, limits, signal } = examining;
  const where = `workflow run ${run.id}`;
  let artifacts;
  try {
    artifacts = await source.artifacts(run.id);
  } catch (error) {
    return failed(run, where, error, signal);
  }
  const attempts = attemptsIn(artifacts, key).filter(({ attempt }) => attempt < before);
  if (attempts.length === 0) {
    const item = setAside(dated(run), `${where} has no artifact of flamegate`);
    return { found: [{ kind: "said", item }], history: null, isWhole: true };
  }
  const found = [];
  let history = null;
  let isWhole = true;
  for (const { attempt, artifact } of attempts.slice(0, mostAttempts)) {
    const carried = history?.runs.find(
      (carriedRun) => carriedRun.runId === run.id && carriedRun.attempt === attempt
    );
    if (carried !== void 0) {
      found.push({ kind: "run", ...away(carried, run, examining) });
      continue;
    }
    const one = await examineArtifact(artifact, attempt, run, { source, key, limits, signal });
    found.push(...one.found);
    history ??= one.history;
    isWhole &&= one.isWhole;
  }
  return { found, history, isWhole };
}
async function examineArtifact(artifact, attempt, run, { source, limits, signal }) {
  const where = `artifact ${artifact.id} of workflow run ${run.id}`;
  const distrust = distrustOfArtifact(artifact, run, limits);
  if (distrust !== void 0) {
    const item = setAside(dated(run), `${where} ${distrust}`);
    return { found: [{ kind: "said", item }], history: null, isWhole: true };
  }
  try {
    const first = await download(source, artifact, run, limits, signal);
    const { manifest } = first.run;
    const { history, warning } = historyIn(first.history, where, limits);
    const own = history?.runs.find(
      (carriedRun) => carriedRun.runId === run.id && carriedRun.attempt === attempt
    );
    const summary = own?.summary?.manifest === digestOf(manifest) ? own.summary : null;
    const size = first.run.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let held = first.run;
    const failing = withPlace(where);
    const open = async () => {
      const stored = held ?? (await download(source, artifact, run, limits).catch(failing)).run;
      if (size > mostHeld) held = null;
      return stored;
    };
    const found = warning === null ? [] : [{ kind: "said", item: warning }];
    found.push({ kind: "run", runId: run.id, attempt, run: { manifest, summary, open } });
    return { found, history, isWhole: true };
  } catch (error) {
    return failed(run, where, error, signal);
  }
}
function historyIn(bytes, where, limits) {
  if (bytes === void 0) return { history: null, warning: null };
  try {
    return { history: unpackHistory(bytes, limits), warning: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const message = `what ${where} carries of earlier runs is not used, they are downloaded: ${error.message}`;
    return { history: null, warning: { kind: "warning", warning: { kind: "baseline", message } } };
  }
}
function away({ runId, attempt, manifest, summary }, run, { source, key, limits }) {
  const open = async () => {
    const where = `workflow run ${runId}`;
    const artifact = attemptsIn(await source.artifacts(runId), key).find(
      (item) => item.attempt === attempt
    )?.artifact;
    if (artifact === void 0) {
      throw new InputError(`${where}: its files are not there any more: the artifact is gone`);
    }
    const distrust = distrustOfArtifact(artifact, run, limits);
    if (distrust !== void 0) {
      throw new InputError(`${where}: its files are not there any more: the artifact ${distrust}`);
    }
    const failing = withPlace(where);
    const stored = await download(source, artifact, run, limits).catch(failing);
    if (digestOf(stored.run.manifest) !== digestOf(manifest)) {
      throw new InputError(`${where}: its files are not those that its summary was made of`);
    }
    return stored.run;
  };
  return { runId, attempt, run: { manifest, summary, open, isAway: true } };
}
async function download(source, artifact, run, limits, signal) {
  const room = { ...limits, entries: limits.entries + 1 };
  const entries = await downloadEntries(source, artifact, room, signal);
  const history = entries.get(historyName);
  entries.delete(historyName);
  const stored = unpackRun(entries, limits);
  checkOrigin(stored, run);
  return { run: stored, history };
}
function checkOrigin({ manifest }, run) {
  if (manifest.commit !== run.headSha) {
    throw new InputError(`its manifest is of the commit ${manifest.commit}, not ${run.headSha}`);
  }
  if (manifest.runId !== run.id) {
    throw new InputError(`its manifest is of the workflow run ${manifest.runId}`);
  }
}
function attemptsIn(artifacts, key) {
  const newest = /* @__PURE__ */ new Map();
  for (const artifact of artifacts) {
    const attempt = attemptOf(artifact.name, key);
    if (attempt === null) continue;
    const known = newest.get(attempt);
    if (known === void 0 || artifact.id > known.id) newest.set(attempt, artifact);
  }
  return [...newest].map(([attempt, artifact]) => ({ attempt, artifact })).sort((a, b) => b.attempt - a.attempt);
}
function failed(run, where, error, signal) {
  if (!(error instanceof InputError) && !signal.aborted) throw error;
  const said = damaged(dated(run), where, error instanceof Error ? error.message : "");
  const isUnreachable = error instanceof UnreachableError;
  const found = said.map(
    (item) => ({ kind: "said", item: isUnreachable ? unreachable(item) : item })
  );
  return { found, history: null, isWhole: !isUnreachable && !signal.aborted };
}
var unreachable = (item) => item.kind === "set-aside" ? { ...item, setAside: { ...item.setAside, unreachable: true } } : item;
function dated(run) {
  return { commit: run.headSha, time: run.createdAt };
}

// src/store/chain.ts
var mostListed2 = 1e3;
var mostExamined = 100;
var window = 4;
var usuallyListed = 50;
async function* chain(options, known = { looked: /* @__PURE__ */ new Map(), since: 0 }) {
  const stop = new AbortController();
  const walk = walkOf(options, known, stop.signal);
  const ahead = [];
  try {
    for await (const next of steps(options, walk)) {
      ahead.push(next);
      while (ahead.length > 0 && (ahead.length >= window || !walk.isDark())) {
        yield* await walk.settled(ahead.shift());
      }
    }
    for (const one of ahead) yield* await walk.settled(one);
    yield* walk.rest();
  } finally {
    stop.abort();
    await Promise.allSettled(ahead.map(({ examination }) => examination));
  }
}
function walkOf({ source, trust, key, limits, inProgress, examined }, known, signal) {
  const listed2 = /* @__PURE__ */ new Map();
  const histories = [];
  const carried = /* @__PURE__ */ new Map();
  const given = /* @__PURE__ */ new Set();
  let looks = 0;
  const placeOf = ({ runId, attempt }) => `${runId} ${attempt}`;
  const absorb = (history, carrier) => {
    histories.push({ carrier, history });
    known.since = Math.max(known.since, history.since);
    for (const [id, attempt] of history.looked) look(id, attempt);
    for (const one of history.runs) {
      look(one.runId, one.attempt);
      if (carried.has(placeOf(one))) continue;
      const { commit } = one.manifest;
      const { repositoryId } = trust;
      const origin = {
        id: one.runId,
        headSha: commit,
        repositoryId,
        headRepositoryId: repositoryId
      };
      carried.set(placeOf(one), away(one, origin, { source, key, limits }));
    }
  };
  const look = (id, attempt) => {
    known.looked.set(id, Math.max(attempt, known.looked.get(id) ?? 0));
  };
  const carriedFrom = (id) => {
    const due = [...carried.values()].filter((foundRun) => foundRun.runId >= id && !given.has(placeOf(foundRun))).sort((a, b) => b.runId - a.runId || b.attempt - a.attempt);
    return due.map((foundRun) => {
      given.add(placeOf(foundRun));
      const { manifest, summary } = foundRun.run;
      const one = { runId: foundRun.runId, attempt: foundRun.attempt, manifest, summary };
      const distrust = distrustOfCarried(one, listed2.get(foundRun.runId), trust);
      if (distrust === void 0) return { kind: "run", ...foundRun };
      const reason = `workflow run ${foundRun.runId}, which a later run carries, ${distrust}`;
      return { kind: "said", item: setAside(manifest, reason) };
    });
  };
  return {
    note: (run) => listed2.set(run.id, run),
    isCovered: (run) => run.id < known.since || (known.looked.get(run.id) ?? 0) >= run.attempt,
    isDark: () => looks > 0 && histories.length === 0,
    isLast: (run) => histories.some(({ carrier }) => run.id < carrier),
    begin(run) {
      const isOwn = run.id === inProgress?.runId;
      const before = isOwn ? inProgress.attempt : void 0;
      const once = examined.get(run.id);
      const examination = once === void 0 ? examine(run, { source, key, limits, signal }, before) : Promise.resolve(once);
      examination.catch(() => {
      });
      return { run, said: null, examination };
    },
    async settled(one) {
      if (one === void 0) return [];
      if (one.run === null || one.examination === null) {
        const before2 = one.run === null ? [] : carriedFrom(one.run.id);
        return one.said === null ? before2 : [...before2, { kind: "said", item: one.said }];
      }
      const { id, attempt } = one.run;
      const found = await one.examination;
      looks++;
      if (found.isWhole) {
        examined.set(id, found);
        look(id, attempt);
      }
      const before = carriedFrom(id + 1);
      if (found.history !== null) absorb(found.history, id);
      const own = found.found.filter((item) => item.kind === "said" || !given.has(placeOf(item)));
      for (const item of own) if (item.kind === "run") given.add(placeOf(item));
      return [...before, ...own, ...carriedFrom(id)];
    },
    rest: () => carriedFrom(0)
  };
}
async function* steps({ source, trust, inProgress }, walk) {
  const step = (run, said) => ({
    ...{ run, said, examination: null }
  });
  let listed2 = 0;
  let examined = 0;
  for await (const run of listedRuns(source, trust)) {
    if (listed2++ === mostListed2 || examined === mostExamined) {
      yield step(null, onlySome(trust.defaultBranch));
      return;
    }
    walk.note(run);
    const isOurs = distrustOfOrigin(run, trust) === void 0;
    if (run.id === inProgress?.runId) {
      if (inProgress.attempt > 1 && isOurs) yield walk.begin(run);
    } else if (isOurs && walk.isCovered(run)) {
      yield step(run, null);
    } else {
      const distrust = await distrustOfRun(run, trust);
      if (distrust !== void 0) {
        yield step(null, setAside(dated(run), `workflow run ${run.id} ${distrust}`));
      } else {
        examined++;
        yield walk.begin(run);
      }
    }
    if (listed2 >= usuallyListed && walk.isLast(run)) return;
  }
}
var mostOfOthers = 100;
async function* listedRuns(source, { workflowPath, defaultBranch: branch, ...rule }) {
  const met = /* @__PURE__ */ new Set();
  let isUseful = false;
  for await (const run of source.workflowRuns({ workflowPath, branch })) {
    met.add(run.id);
    isUseful ||= distrustOfOrigin(run, { workflowPath, defaultBranch: branch, ...rule }) === void 0;
    yield run;
    if (!isUseful && met.size === mostOfOthers) break;
  }
  if (isUseful || met.size < mostOfOthers) return;
  for (const event of recordingEvents) {
    for await (const run of source.workflowRuns({ workflowPath, branch, event })) {
      if (!met.has(run.id)) yield run;
    }
  }
}
var onlySome = (branch) => ({
  kind: "warning",
  warning: {
    kind: "baseline",
    message: `only the newest workflow runs of ${branch} were searched for a baseline (${mostExamined} finished ones, ${mostListed2} in all)`
  }
});

// src/store/artifact.ts
function artifactStore(options) {
  const { upload, limits = defaultLimits } = options;
  const own = { runId: upload.runId, attempt: upload.attempt };
  const walking = { ...options, limits, inProgress: own, examined: /* @__PURE__ */ new Map() };
  return {
    name: options.trust.defaultBranch,
    async *load() {
      for await (const found of chain(walking)) {
        if (found.kind === "said") yield found.item;
        else if (found.runId !== own.runId) yield { kind: "run", run: found.run };
      }
    },
    async keep(run, summaries) {
      refuseWhereImpossible(upload.serverUrl);
      const known = { looked: /* @__PURE__ */ new Map(), since: 0 };
      const before = await carriedBefore(chain(walking, known), known, summaries);
      const history = await historyOf(run, own, before, known, summaries);
      return uploadRun(run, upload, history);
    }
  };
}
async function* storedArtifacts(options) {
  const { limits = defaultLimits } = options;
  for await (const found of chain({ ...options, limits, examined: /* @__PURE__ */ new Map() })) {
    yield found.kind === "said" ? found.item : { kind: "run", run: found.run };
  }
}
var mostCarried = 100;
var mostOpened = 30;
var window2 = 4;
async function carriedBefore(runs, known, summaries) {
  const found = [];
  let opened = 0;
  try {
    for await (const item of runs) {
      if (item.kind !== "run") continue;
      if (item.run.isAway !== true && ++opened > mostOpened) {
        known.since = Math.max(known.since, item.runId + 1);
        break;
      }
      found.push(item);
      if (found.length === mostCarried) break;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  const carried = [];
  for (let from = 0; from < found.length; from += window2) {
    const some = found.slice(from, from + window2);
    const by = from < mostOpened ? summaries : void 0;
    carried.push(...await Promise.all(some.map((one) => carriedOf(one, by))));
  }
  return carried;
}
async function carriedOf({ runId, attempt, run: { manifest, summary, open } }, summaries) {
  const as = { runId, attempt, manifest };
  const isUsable = summary !== null && (summaries?.isUsable(manifest, summary) ?? true);
  if (isUsable || summaries === void 0) return { ...as, summary };
  try {
    return { ...as, summary: await summaries.of(await open()) ?? summary };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...as, summary };
  }
}
async function historyOf(run, own, before, { looked, since }, summaries) {
  const summary = await summaries?.of(run) ?? null;
  const runs = [{ ...own, manifest: run.manifest, summary }, ...before];
  return packHistory({ runs, looked: new Map([...looked, [own.runId, own.attempt]]), since });
}

export {
  ancestry,
  ancestors,
  repositoryOf,
  defaultBranchOf,
  artifactStore,
  storedArtifacts
};
