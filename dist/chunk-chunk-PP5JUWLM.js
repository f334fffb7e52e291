import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  ancestors,
  repositoryOf,
  storedArtifacts
} from "./chunk-chunk-GCNZN3XQ.js";
import {
  repositoryClient
} from "./chunk-chunk-ESNXKPUY.js";
import {
  githubSource
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  directoryStore
} from "./chunk-chunk-Q2ILLPB5.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/store.ts
init_define_FLAMEGATE_PAGE();
async function storeAt(baseline) {
  const [, branch] = /^branch:(.*)$/s.exec(baseline) ?? [];
  if (branch === void 0) return directoryStore(baseline);
  return (await import("./chunk-branch-6FUGBZH2.js")).branchHere(branch);
}
async function readableStore(flags) {
  if (flags.baseline !== void 0 && flags.workflow !== void 0) {
    throw new InputError(
      "--baseline is a directory or a branch, --workflow means artifacts: give one of them"
    );
  }
  if (flags.baseline !== void 0) return storeAt(flags.baseline);
  if (flags.workflow === void 0) {
    throw new InputError(
      "say where the stored runs are: --baseline DIR or branch:NAME, or --workflow .github/workflows/FILE for artifacts on GitHub"
    );
  }
  const client = await repositoryClient(flags);
  const { id: repositoryId, defaultBranch } = await repositoryOf(client);
  const known = await ancestors(client, defaultBranch);
  const trust = {
    repositoryId,
    defaultBranch,
    workflowPath: flags.workflow,
    isAncestor: (sha) => known.has(sha)
  };
  const source = githubSource(client);
  return {
    name: defaultBranch,
    load: () => storedArtifacts({ source, trust, key: flags.name ?? "default" })
  };
}

export {
  storeAt,
  readableStore
};
