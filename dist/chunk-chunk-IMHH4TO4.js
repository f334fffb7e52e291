import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isOnMain,
  shardArtifact
} from "./chunk-chunk-R5NCD6ZK.js";
import {
  say
} from "./chunk-chunk-DGCK55TR.js";
import {
  uploadPlace
} from "./chunk-chunk-DH4NGTLU.js";
import {
  uploadEntries
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  readRun
} from "./chunk-chunk-CAWJPCAF.js";
import {
  setOutput,
  warning
} from "./chunk-chunk-VICGZEQ2.js";
import {
  entriesOf,
  packRun
} from "./chunk-chunk-HBB34D3E.js";
import {
  annotationText
} from "./chunk-chunk-3KXZIELT.js";
import {
  readOptions
} from "./chunk-chunk-OBSUUNSJ.js";
import {
  doing
} from "./chunk-chunk-OWNO6LNF.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
