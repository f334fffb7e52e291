import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  gitIn,
  outsideGit
} from "./chunk-chunk-5PXQR5EY.js";
import {
  isBranchName
} from "./chunk-chunk-HBB34D3E.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/commit.ts
init_define_FLAMEGATE_PAGE();
var ofCi = [
  "GITHUB_SHA",
  "CI_COMMIT_SHA",
  // GitLab, Woodpecker
  "BUILDKITE_COMMIT",
  "CIRCLE_SHA1",
  "BITBUCKET_COMMIT",
  "BUILD_SOURCEVERSION",
  // Azure Pipelines
  "DRONE_COMMIT_SHA",
  "TRAVIS_COMMIT",
  "GIT_COMMIT"
  // Jenkins
];
async function commitHere(directory, env) {
  const git = gitIn(directory, outsideGit(env));
  const head = await git.attempt(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  const known = [head, ...ofCi.map((name) => env[name])];
  return known.find((hash) => /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(hash ?? "")) ?? "";
}
async function branchHere(directory, env) {
  const git = gitIn(directory, outsideGit(env));
  const named = /^refs\/(?:heads|tags)\/(.+)$/s.exec(env.GITHUB_REF ?? "")?.[1];
  const name = named ?? await git.attempt(["symbolic-ref", "--quiet", "--short", "HEAD"]);
  return name != null && isBranchName(name) ? name : void 0;
}

export {
  commitHere,
  branchHere
};
