import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  calling,
  misshapen
} from "./chunk-chunk-MOWUUCPE.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/github/labels.ts
init_define_FLAMEGATE_PAGE();
async function labelsOf(client, pullRequest) {
  const doing = `list the labels of pull request ${pullRequest}`;
  const { data } = await calling(
    doing,
    "pull-requests: read",
    () => client.octokit.rest.issues.listLabelsOnIssue({
      owner: client.owner,
      repo: client.repo,
      issue_number: pullRequest,
      per_page: 100
    })
  );
  const names = Array.isArray(data) ? data.map((item) => item?.name) : null;
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) {
    throw misshapen(doing);
  }
  return names;
}
export {
  labelsOf
};
