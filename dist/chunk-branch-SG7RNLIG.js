import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchStore
} from "./chunk-chunk-MZV4ZR3I.js";
import "./chunk-chunk-JCBOAFGM.js";
import {
  gitIn,
  outsideGit
} from "./chunk-chunk-PA5I43BW.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

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
