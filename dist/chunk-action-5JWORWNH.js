import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isAccepted,
  publish
} from "./chunk-chunk-CPJHUSKQ.js";
import {
  limitsWithin,
  pullComment
} from "./chunk-chunk-QIDPI55T.js";
import {
  isOnMain,
  isShardName,
  readContext
} from "./chunk-chunk-R5NCD6ZK.js";
import {
  say
} from "./chunk-chunk-DGCK55TR.js";
import {
  attemptsOf,
  baselineFor
} from "./chunk-chunk-DH4NGTLU.js";
import {
  record
} from "./chunk-chunk-ODN6XSID.js";
import "./chunk-chunk-VQVOO6ZB.js";
import {
  gate
} from "./chunk-chunk-7MDF656S.js";
import {
  inputsOf
} from "./chunk-chunk-KBK62P4M.js";
import "./chunk-chunk-GCNZN3XQ.js";
import "./chunk-chunk-TVEMZ2SQ.js";
import "./chunk-chunk-MOWUUCPE.js";
import "./chunk-chunk-6BTFPR5G.js";
import "./chunk-chunk-RYOAGPCB.js";
import "./chunk-chunk-BXFAX5GC.js";
import "./chunk-chunk-3GVWWS7V.js";
import {
  exitStatus
} from "./chunk-chunk-GWC6IANW.js";
import "./chunk-chunk-2QTDWZHI.js";
import "./chunk-chunk-YTYFE7V5.js";
import "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import {
  readConfigFile
} from "./chunk-chunk-JF3RMCPS.js";
import {
  readFiles,
  redactFiles
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import "./chunk-chunk-3R5YXFZF.js";
import "./chunk-chunk-6HBGA7YV.js";
import "./chunk-chunk-RJL3R2SR.js";
import "./chunk-chunk-KDSKOOQQ.js";
import "./chunk-chunk-SXPVU2JQ.js";
import "./chunk-chunk-RKOIVFBX.js";
import {
  error,
  getInput,
  getMultilineInput,
  setSecret,
  warning
} from "./chunk-chunk-VICGZEQ2.js";
import "./chunk-chunk-YRLUC6TP.js";
import "./chunk-chunk-MI2EDCOT.js";
import "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-5PXQR5EY.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-PBMJK32W.js";
import "./chunk-chunk-4CYSBL3R.js";
import "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-YL6QSUIA.js";
import "./chunk-chunk-UIZSM77V.js";
import "./chunk-chunk-WQKUTA3A.js";
import "./chunk-chunk-F2QYVI5H.js";
import "./chunk-chunk-RWUMPLQ3.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-6OBLDVWQ.js";
import "./chunk-chunk-XDSCW632.js";
import "./chunk-chunk-NTMR7OSE.js";
import "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  annotationText,
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import {
  layerOf
} from "./chunk-chunk-6RNIDPFN.js";
import {
  parseDuration,
  parseWord,
  readOptions,
  resolveConfig
} from "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import {
  doing
} from "./chunk-chunk-OWNO6LNF.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import {
  InputError,
  UnreachableError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/action.ts
init_define_FLAMEGATE_PAGE();

// src/entry/action/cancelled.ts
init_define_FLAMEGATE_PAGE();
import { constants } from "node:os";
var heard = ["SIGINT", "SIGTERM", "SIGHUP"];
function heedCancelling() {
  let status = null;
  let leave;
  const cancelled = new Promise((_, reject) => {
    leave = reject;
  });
  cancelled.catch(() => {
  });
  const stop = (name) => {
    status = 128 + constants.signals[name];
    for (const word of heard) process.removeListener(word, stop);
    if (process.listenerCount(name) === 0) leave(new InputError(`stopped by ${name}`));
  };
  for (const name of heard) process.on(name, stop);
  return {
    orCancelled: (work) => Promise.race([work, cancelled]),
    status: () => status
  };
}

// src/entry/action/inputs.ts
init_define_FLAMEGATE_PAGE();
import { cpus } from "node:os";

// src/github/patience.ts
init_define_FLAMEGATE_PAGE();
var likeFailures = 3;
function patience(milliseconds, purpose) {
  const over = new AbortController();
  const failures = /* @__PURE__ */ new Map();
  let left = milliseconds;
  let since = 0;
  let calls = 0;
  let timer;
  const tooLate = () => new UnreachableError(
    `GitHub took more than ${milliseconds / 1e3} seconds to ${purpose}: run the job again, or give it more with \`github-time\``
  );
  const begin = () => {
    if (calls++ > 0) return;
    since = performance.now();
    timer = setTimeout(() => over.abort(tooLate()), left);
  };
  const end = () => {
    if (--calls > 0) return;
    clearTimeout(timer);
    left = Math.max(0, left - (performance.now() - since));
  };
  const noted = (kind, error2) => {
    const how = failureOf(error2);
    const before = failures.get(kind);
    if (how === null) failures.delete(kind);
    else failures.set(kind, { how, times: before?.how === how ? before.times + 1 : 1 });
  };
  return {
    signal: over.signal,
    async call(kind, make) {
      if (over.signal.aborted) throw tooLate();
      const before = failures.get(kind);
      if (before !== void 0 && before.times >= likeFailures) {
        throw new UnreachableError(
          `GitHub was not asked, because it failed ${likeFailures} times at the like (${before.how}): run the job again`
        );
      }
      begin();
      try {
        const made = await orAborted(make(), over.signal);
        failures.delete(kind);
        return made;
      } catch (error2) {
        if (!over.signal.aborted) noted(kind, error2);
        throw error2;
      } finally {
        end();
      }
    }
  };
}
function failureOf(error2) {
  if (error2 instanceof UnreachableError) return error2.message;
  if (error2 instanceof InputError) return null;
  const status = error2 instanceof Error && "status" in error2 ? Number(error2.status) : 0;
  if (status === 0) return "no answer";
  return status === 401 || status === 403 || status === 429 || status >= 500 ? `${status}` : null;
}
function orAborted(call, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    call.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

// src/entry/action/inputs.ts
var gitHubTimes = (seconds) => {
  const twelfth = seconds * 1e3 / 12;
  return { reading: 5 * twelfth, uploads: 4 * twelfth, comment: 3 * twelfth, storing: 7 * twelfth };
};
var commentChoices = ["always", "changes", "failures", "never"];
var measuringInputs = ["benchmarks", "profiles", "run", "setup", "count"];
function readMode() {
  const mode = parseWord(getInput("mode") || "gate", ["gate", "collect", "comment"], "mode");
  const [workflow, expect] = [getInput("workflow"), getInput("expect")];
  if (workflow !== "" && mode !== "comment") {
    throw new InputError("workflow is for mode: comment, and names the workflow that measures");
  }
  if (expect !== "" && mode !== "gate") {
    throw new InputError("expect is for mode: gate, in the job that judges the shards of others");
  }
  switch (mode) {
    case "gate":
      if (expect === "") return { kind: mode, shards: null };
      refuseMeasuring(
        measuringInputs,
        "expect: such a job measures nothing, and judges what the shards of this run collected"
      );
      return { kind: mode, shards: expectedOf(expect) };
    case "collect":
      refuseMeasuring(
        ["run", "setup", "count"],
        "mode: collect: a shard gives files, measured by a step before, and base and head are not compared here"
      );
      return { kind: mode };
    case "comment":
      refuseMeasuring(measuringInputs, "mode: comment: such a job may write, and measures nothing");
      return { kind: mode, workflow: workflowOf(workflow) };
  }
}
function refuseMeasuring(names, why) {
  const idle = names.find((name) => getInput(name) !== "");
  if (idle !== void 0) throw new InputError(`${idle} with ${why}; leave it out`);
}
function workflowOf(workflow) {
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(workflow)) return workflow;
  throw new InputError(
    `mode: comment needs \`workflow\`, the file of the workflow that measures, like .github/workflows/performance.yml; it is ${JSON.stringify(workflow)}`
  );
}
var mostShards = 1e3;
function expectedOf(text) {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) {
    const count = Number(trimmed);
    if (count >= 1 && count <= mostShards) return { kind: "count", count };
    throw new InputError(`expect ${count} must be 1 to ${mostShards} shards`);
  }
  const names = trimmed.startsWith("[") ? listOf(trimmed) : trimmed.split(/[\s,]+/).filter(Boolean);
  const odd = names.find((name) => !isShardName(name));
  if (odd !== void 0 || names.length === 0) {
    throw new InputError(
      `expect must be how many shards there are, or their names, like linux/1 linux/2 windows; ${JSON.stringify(odd ?? trimmed)} is neither`
    );
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== void 0) {
    throw new InputError(
      `expect names ${twice} twice: give each leg its own \`name\`, so that none takes the place of another`
    );
  }
  return { kind: "names", names };
}
function listOf(text) {
  try {
    const json = JSON.parse(text);
    if (Array.isArray(json)) return json.map(String);
  } catch {
  }
  throw new InputError(`expect ${JSON.stringify(text.slice(0, 100))} is no JSON array of names`);
}
function readTelling() {
  const token = getInput("token");
  if (token !== "") setSecret(token);
  const isShard = getInput("mode") === "collect";
  return {
    token,
    isShard,
    name: isShard ? shardName(getInput("name")) : plainName(getInput("name") || "default"),
    comment: commentChoice(getInput("comment").toLowerCase()),
    times: gitHubTimes(parseDuration(getInput("github-time") || "3m", "github-time"))
  };
}
async function readSettings(env, telling) {
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  const config = await readConfig(workspace);
  const baseline = getInput("baseline") || "artifact";
  const settings = {
    ...telling,
    config,
    measuring: measuring(config),
    baseline,
    pgo: yesOrNo("pgo", false),
    retentionDays: days(getInput("retention-days") || "30"),
    patience: patience(telling.times.reading, "give the stored runs"),
    workspace,
    temp: env.RUNNER_TEMP || workspace
  };
  const files = await redactFiles(
    {
      benchmarks: await readFiles(getMultilineInput("benchmarks"), "benchmarks", workspace),
      profiles: await readFiles(getMultilineInput("profiles"), "profiles", workspace)
    },
    config.redact,
    workspace
  );
  const time = (/* @__PURE__ */ new Date()).toISOString();
  const environment = machine(env);
  const run = (context) => ({
    ...files,
    commit: context.sha,
    time,
    environment
  });
  return { ...settings, run };
}
async function readConfig(workspace) {
  return resolveConfig(
    layerOf(({ name }) => getInput(name) || void 0),
    await readConfigFile(getInput("config") || void 0, workspace)
  );
}
function measuring({ confirm }) {
  const hasFiles = ["benchmarks", "profiles"].some((name) => getMultilineInput(name).length > 0);
  const [run, setup] = [getInput("run"), getInput("setup")];
  const pin = yesOrNo("pin", false);
  const timeCommand = yesOrNo("time-command", false);
  const how = { pin, timeCommand };
  if (getInput("count") === "true") refuseUncountable({ run, hasFiles, timeCommand });
  if (run !== "") return { commands: { run, setup: setup === "" ? null : setup }, ...how };
  const isAuto = confirm === "auto" && hasFiles;
  const names = isAuto ? ["setup"] : ["setup", "against", "max-time", "max-rounds"];
  const idle = timeCommand ? "time-command" : names.find((name) => getInput(name) !== "");
  if (idle === void 0 && (isAuto || !pin)) return isAuto ? { commands: null, ...how } : null;
  throw new InputError(`${idle ?? "pin"} without run: say in run what is measured`);
}
function refuseUncountable(item) {
  if (item.run === "") throw new InputError("count without run: say in run what is counted");
  if (item.hasFiles) {
    throw new InputError(
      "count compares base and head here and no stored runs: leave benchmarks and profiles out"
    );
  }
  if (item.timeCommand)
    throw new InputError("count compares instructions and time-command compares time: choose one");
}
function machine(env) {
  const cpu = cpus()[0]?.model;
  const image = [env.ImageOS, env.ImageVersion].filter(Boolean).join(" ");
  return {
    ...cpu === void 0 ? {} : { cpu },
    ...image === "" ? {} : { runner: image }
  };
}
function plainName(name) {
  if (/^(?!diff-|pgo-|report-)[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/.test(name)) return name;
  throw new InputError(
    `name ${JSON.stringify(name)} must be 1 to 50 letters, digits, dots, dashes or underscores, and not begin with diff- or pgo-`
  );
}
function shardName(name) {
  if (isShardName(name)) return name;
  throw new InputError(
    `name ${JSON.stringify(name)} of a shard must be its group, like windows, or its group and its own, like linux/3; each of 1 to 50 letters, digits, dots, dashes or underscores`
  );
}
function commentChoice(text) {
  if (text === "" || text === "true") return "always";
  return text === "false" ? "never" : parseWord(text, commentChoices, "comment");
}
function yesOrNo(name, otherwise) {
  const text = getInput(name);
  if (text === "") return otherwise;
  return parseWord(text.toLowerCase(), ["true", "false"], name) === "true";
}
function days(text) {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 90) return count;
  throw new InputError(
    `retention-days ${JSON.stringify(text)} must be a whole number from 1 to 90`
  );
}

// src/entry/action.ts
async function main(context, telling, told) {
  const mode = readMode();
  const settings = await readSettings(process.env, telling);
  if (mode.kind === "comment") {
    const { commentForFork } = await import("./chunk-forkcomment-AHWEP3TO.js");
    return commentForFork(settings, mode.workflow, context);
  }
  if (mode.kind === "collect") {
    const { collect } = await import("./chunk-collect-5R3LGGLX.js");
    return collect(settings, context);
  }
  if (mode.shards !== null) {
    const { gateShards } = await import("./chunk-shards-GF7WOXUQ.js");
    return gateShards({ settings, context, told }, mode.shards);
  }
  told?.measuring();
  const onMain = await isOnMain(settings, context);
  const files = settings.run(context);
  const given = files.benchmarks.length + files.profiles.length > 0;
  const measuring2 = given && onMain ? null : await measurer(settings, context, onMain);
  const status = await finished({ settings, context, onMain, told, given, here: measuring2 });
  const stopped = measuring2?.interrupted() ?? null;
  if (stopped !== null && status === 0) error("stopped");
  return stopped ?? status;
}
async function finished({
  settings,
  context,
  onMain,
  told,
  given,
  here: measuring2
}) {
  const run = settings.run(context);
  const failOn = onMain ? [] : settings.config.failOn;
  if (measuring2 !== null && !given) {
    return publishRounds(measuring2, { settings, context, onMain, told }, failOn);
  }
  doing("looking for stored runs");
  const store = baselineFor(settings, context);
  const head = { ...run, others: await otherAttempts(settings, context, onMain) };
  doing("comparing this run with the stored ones");
  const { verdict, base, evidence, problem, unread } = await gate(
    head,
    store,
    settings.config,
    void 0,
    measuring2?.confirming ?? null
  );
  const open = problem ?? (onMain ? null : unread);
  const judged = open === null ? exitStatus(verdict, failOn) : 2;
  const accepted = await isAccepted(verdict, judged, settings, context);
  const status = accepted ? 0 : judged;
  const behind = store.behind?.(verdict.baseline.commits[0] ?? "") ?? null;
  const how = { told, problem: open, fails: status !== 0, accepted, behind };
  await publish({ verdict, base, evidence, head: run, settings, context, onMain, ...how });
  if (onMain) await keep(settings, context, store);
  if (status !== 0) error(logLine(open ?? verdict.headline));
  return status;
}
var plainEvents = /* @__PURE__ */ new Set([
  ...["pull_request", "pull_request_review", "merge_group", "push", "schedule"],
  "workflow_dispatch"
]);
async function measurer(settings, context, onMain) {
  const { measuring: measuring2 } = settings;
  if (measuring2 === null) return null;
  if (measuring2.commands === null && !plainEvents.has(context.eventName)) return null;
  const { measurerHere } = await import("./chunk-measurer-XRBDJHX7.js");
  return measurerHere(settings, measuring2, context, onMain);
}
async function publishRounds(measuring2, item, failOn) {
  doing("measuring base and head");
  const { publication, problem } = await measuring2.verdict();
  const judged = problem?.status ?? exitStatus(publication.verdict, failOn);
  const accepted = await isAccepted(publication.verdict, judged, item.settings, item.context);
  const status = accepted ? 0 : judged;
  const how = { problem: problem?.message ?? null, fails: status !== 0, accepted, behind: null };
  await publish({ ...publication, ...item, ...how });
  if (status !== 0) error(logLine(problem?.message ?? publication.verdict.headline));
  return status;
}
async function otherAttempts(settings, context, onMain) {
  if (onMain || context.runAttempt < 2) return [];
  const { runs, warnings } = await attemptsOf(settings, context);
  for (const { message } of warnings) warning(annotationText(message));
  return runs.map(inputsOf);
}
async function keep(settings, context, store) {
  doing("storing this run as baseline");
  const place = await record(
    {
      ...settings.run(context),
      purpose: "store",
      branch: context.defaultBranch ?? void 0,
      workflow: context.workflowPath ?? void 0,
      runId: context.runId
    },
    store,
    readOptions(settings.config)
  ).catch(notStored);
  say(`recorded as baseline: ${place}`);
  if (settings.pgo) {
    doing("uploading the profiles for builds");
    const { uploadPgo } = await import("./chunk-pgo-PKVDUOF4.js");
    say(`uploaded for go build -pgo: ${await uploadPgo(settings, context)}`);
  }
}
function notStored(error2) {
  if (!(error2 instanceof InputError)) throw error2;
  throw new InputError(`not stored as baseline: ${error2.message}`);
}
async function action() {
  let told = null;
  const cancelling = heedCancelling();
  try {
    doing("reading the event, the inputs and the files");
    const context = await readContext(process.env);
    const telling = readTelling();
    const limits = limitsWithin(telling.times.comment);
    told = telling.isShard ? null : pullComment(telling, context, () => cancelling.status() !== null, limits);
    return await cancelling.orCancelled(main(context, telling, told));
  } catch (error2) {
    const reason = shown(error2);
    doing("writing the comment");
    await told?.unfinished(reason);
    return cancelling.status() ?? 2;
  }
}
function shown(error2) {
  if (error2 instanceof InputError) {
    for (const { message } of [error2, ...error2.others]) error(annotationText(message));
    const more = error2.others.length === 0 ? "" : ` (+${error2.others.length} more, in the log)`;
    return `${error2.message}${more}`;
  }
  const stack = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
  for (const line of stack.split("\n")) say(line);
  error("flamegate stopped by a defect of its own; please report the lines above");
  return "a defect of its own; please report what the log says";
}
export {
  action
};
