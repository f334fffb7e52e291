import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchStore
} from "./chunk-chunk-MI2EDCOT.js";
import "./chunk-chunk-Q2ILLPB5.js";
import {
  gitIn,
  outsideGit
} from "./chunk-chunk-5PXQR5EY.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/branch.ts
init_define_FLAMEGATE_PAGE();
import { tmpdir } from "node:os";
async function branchHere(branch) {
  const variables = outsideGit(process.env);
  const git = gitIn(process.cwd(), variables);
  const url = await git.attempt(["remote", "get-url", "origin"]);
  if (url === null) {
    throw new InputError(
      `branch:${branch} is a branch of \`origin\`, and there is none here: run it in a checkout`
    );
  }
  const directory = await git.attempt(["rev-parse", "--show-toplevel"]) ?? process.cwd();
  return branchStore({ directory, url, branch, variables, temp: tmpdir() });
}
export {
  branchHere
};
