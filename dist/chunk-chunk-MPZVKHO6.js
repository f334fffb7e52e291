import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  bundleEntries,
  bundleKey,
  unpackBundle
} from "./chunk-chunk-VQVOO6ZB.js";
import {
  distrustOfArtifact,
  downloadEntries,
  isArtifactOf
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  refuseExisting,
  writeDirectory
} from "./chunk-chunk-Q2ILLPB5.js";
import {
  defaultLimits
} from "./chunk-chunk-HBB34D3E.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/store/fetch.ts
init_define_FLAMEGATE_PAGE();
import { join } from "node:path";
var mostArtifacts = 100;
async function fetchPull(source, number, out, limits = defaultLimits) {
  const { headSha } = await source.pullRequest(number);
  const found = named(await newestArtifacts(source, headSha));
  for (const { name } of found) await refuseExisting(join(out, name));
  const written = [];
  const setAside = [];
  for (const { artifact, run, name } of found) {
    try {
      written.push(await fetchOne(source, { artifact, run }, out, name, limits));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const reason = `artifact ${artifact.name} of workflow run ${run.id}: ${error.message}`;
      setAside.push({ commit: headSha, time: run.createdAt, reason });
    }
  }
  if (written.length === 0) throw nothingUsable(number, headSha, setAside);
  return { headSha, written, setAside };
}
async function fetchOne(source, { artifact, run }, out, name, limits) {
  const bundle = await downloadBundle(source, { artifact, run }, limits);
  const directory = await writeDirectory(out, name, bundleEntries(bundle));
  return {
    directory,
    head: join(directory, "head"),
    base: bundle.base === null ? null : join(directory, "base"),
    artifact: artifact.name,
    runId: run.id
  };
}
async function downloadBundle(source, { artifact, run }, limits) {
  const room = {
    ...limits,
    entries: 2 * limits.entries + 1,
    inflatedBytes: 2 * limits.inflatedBytes
  };
  const defect = distrustOfArtifact(artifact, run, limits);
  if (defect !== void 0) throw new InputError(`it ${defect}`);
  return unpackBundle(await downloadEntries(source, artifact, room), limits);
}
async function newestArtifacts(source, headSha) {
  const newest = /* @__PURE__ */ new Map();
  for await (const run of source.runsOfCommit(headSha)) {
    if (run.headSha !== headSha) continue;
    for (const artifact of await source.artifacts(run.id)) {
      if (!isBundle(artifact.name)) continue;
      const stem = `${run.path}
${artifact.name.replace(/-a\d+$/, "")}`;
      const known = newest.get(stem);
      if (known === void 0 || artifact.id > known.artifact.id) {
        newest.set(stem, { artifact, run });
      }
    }
  }
  return [...newest.values()].slice(0, mostArtifacts);
}
function named(found) {
  const taken = /* @__PURE__ */ new Set();
  return found.map(({ artifact, run }) => {
    const key = artifact.name.toLowerCase();
    const name = taken.has(key) ? `${artifact.name}-run${run.id}` : artifact.name;
    taken.add(key);
    return { artifact, run, name };
  });
}
function isBundle(name) {
  return isArtifactOf(name) && name.startsWith(`flamegate-${bundleKey("")}`);
}
function nothingUsable(number, headSha, setAside) {
  const why = setAside.length === 0 ? "no workflow run of it has uploaded one; has the job finished?" : setAside.map(({ reason }) => reason).join("; ");
  return new InputError(
    `pull request ${number} has no usable artifact of flamegate at its newest commit ${headSha}: ${why}`
  );
}

export {
  fetchPull,
  downloadBundle
};
