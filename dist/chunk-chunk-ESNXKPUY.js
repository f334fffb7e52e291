import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  createClient
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/repository.ts
init_define_FLAMEGATE_PAGE();
function repositoryClient(flags) {
  const [owner, repo, ...rest] = (flags.repo ?? process.env.GITHUB_REPOSITORY ?? "").split("/");
  if (!owner || !repo || rest.length > 0) {
    throw new InputError("say which repository: --repo owner/name, or set GITHUB_REPOSITORY");
  }
  return createClient({
    token: process.env.GITHUB_TOKEN ?? process.env.GH_TOKEN ?? "",
    owner,
    repo,
    apiUrl: process.env.GITHUB_API_URL
  });
}

export {
  repositoryClient
};
