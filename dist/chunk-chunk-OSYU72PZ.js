import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isOnMain,
  shardArtifact
} from "./chunk-chunk-CPWKLONG.js";
import {
  say
} from "./chunk-chunk-DFVE622O.js";
import {
  uploadPlace
} from "./chunk-chunk-YTZWFB4Q.js";
import {
  uploadEntries
} from "./chunk-chunk-JPDDNMI2.js";
import {
  readRun
} from "./chunk-chunk-CI4CUVNV.js";
import {
  setOutput,
  warning
} from "./chunk-chunk-WBZJRREZ.js";
import {
  entriesOf,
  packRun
} from "./chunk-chunk-N5QMFNMI.js";
import {
  annotationText
} from "./chunk-chunk-A5MM4BUN.js";
import {
  readOptions
} from "./chunk-chunk-47RXFYY7.js";
import {
  doing
} from "./chunk-chunk-G2WIFZCI.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/entry/action/collect.ts
init_define_FLAMEGATE_PAGE();
async function collect(settings, context) {
  if (settings.pgo) {
    throw new InputError("pgo with mode: collect: a shard has not all profiles; leave it out");
  }
  const inputs = settings.run(context);
  const run = await readRun({ ...inputs, purpose: "gate" }, readOptions(settings.config));
  for (const { message } of run.warnings) warning(annotationText(message));
  const branch = await isOnMain(settings, context) ? branchOf(context) : void 0;
  const packed = packRun({
    ...inputs,
    environment: run.environment,
    branch,
    workflow: context.workflowPath ?? void 0,
    runId: context.runId
  });
  doing("uploading what this shard measured");
  const url = await uploadEntries(entriesOf(packed), {
    ...uploadPlace(settings, context, "shard", settings.times.storing),
    name: shardArtifact(settings.name, context.runAttempt)
  });
  say(`collected as ${settings.name}: ${url}`);
  setOutput("artifact-url", url);
  return 0;
}
var branchOf = ({ ref }) => ref.replace("refs/heads/", "");

export {
  collect,
  branchOf
};
