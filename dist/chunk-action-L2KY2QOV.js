import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isWanted,
  limitsWithin,
  longestBody,
  pullComment,
  runLinks,
  unfinishedComment
} from "./chunk-chunk-GTEYE2DA.js";
import {
  attemptsOf,
  baselineFor,
  clientFor,
  uploadPlace
} from "./chunk-chunk-4DKYIFB6.js";
import {
  error,
  getInput,
  getMultilineInput,
  notice,
  setOutput,
  setSecret,
  warning
} from "./chunk-chunk-WBZJRREZ.js";
import {
  defaultBranchOf
} from "./chunk-chunk-YT777NJP.js";
import {
  bundleEntries,
  bundleKey,
  reportKey
} from "./chunk-chunk-QN26YILH.js";
import {
  createClient,
  uploadEntries,
  uploadPage
} from "./chunk-chunk-POJ6IVUA.js";
import "./chunk-chunk-W5T5ZST2.js";
import {
  say
} from "./chunk-chunk-DFVE622O.js";
import {
  record
} from "./chunk-chunk-FGAFRA33.js";
import "./chunk-chunk-IEFVJOLK.js";
import {
  gate
} from "./chunk-chunk-POSZFJTL.js";
import {
  inputsOf
} from "./chunk-chunk-IAVBQ6WZ.js";
import "./chunk-chunk-PRUYKIXM.js";
import "./chunk-chunk-HHUUPIXB.js";
import {
  headCommit
} from "./chunk-chunk-UYQRZSC3.js";
import "./chunk-chunk-742AQR6Z.js";
import "./chunk-chunk-WSX64CWU.js";
import {
  exitStatus
} from "./chunk-chunk-RLN5MYQG.js";
import "./chunk-chunk-GVY5U77K.js";
import "./chunk-chunk-CKKVOP3Z.js";
import {
  readConfigFile
} from "./chunk-chunk-OKBD2UVT.js";
import {
  cutter,
  readFiles,
  redactFiles
} from "./chunk-chunk-DZRIX3TP.js";
import "./chunk-chunk-XVCJSRZJ.js";
import "./chunk-chunk-ITUQK4R7.js";
import {
  artifactLine,
  comment,
  summary
} from "./chunk-chunk-5DI5H53P.js";
import "./chunk-chunk-4DNAB3BY.js";
import "./chunk-chunk-TBCRFPV5.js";
import {
  gateJson
} from "./chunk-chunk-LVF74LNU.js";
import {
  gateText
} from "./chunk-chunk-7R6BKJEO.js";
import {
  countedCells,
  countedChanges
} from "./chunk-chunk-BB6H3MQP.js";
import "./chunk-chunk-5C7A5JIF.js";
import {
  redactionSentences
} from "./chunk-chunk-BLKZ54MK.js";
import {
  countBenchmarks,
  packageNames
} from "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-VUZZPFT3.js";
import "./chunk-chunk-SLRUDBD2.js";
import "./chunk-chunk-YETHGD2E.js";
import "./chunk-chunk-37ERSHW7.js";
import "./chunk-chunk-YCSETV2O.js";
import {
  pp
} from "./chunk-chunk-4MKREW65.js";
import {
  functionTitle,
  heavier,
  inOrder
} from "./chunk-chunk-75G2PV3O.js";
import {
  changeCell,
  oneIn,
  plural,
  share,
  signed
} from "./chunk-chunk-LOTYZAY7.js";
import "./chunk-chunk-SQ6HGOBR.js";
import "./chunk-chunk-X52TGXCZ.js";
import "./chunk-chunk-HLZTH7MM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-GE3XI5AU.js";
import {
  annotationText,
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import {
  gitIn,
  outsideGit
} from "./chunk-chunk-PA5I43BW.js";
import {
  packRun
} from "./chunk-chunk-N5QMFNMI.js";
import {
  getDotPath,
  maxLength,
  minLength,
  minValue,
  nullable,
  number,
  object,
  optional,
  pipe,
  regex,
  safeInteger,
  safeParse,
  string
} from "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-FJ7WFUKN.js";
import {
  layerOf
} from "./chunk-chunk-TK4BJ4BT.js";
import {
  parseDuration,
  parseWord,
  readOptions,
  resolveConfig
} from "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import {
  doing
} from "./chunk-chunk-G2WIFZCI.js";
import "./chunk-chunk-XFSCHGNU.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-KNAULORW.js";
import {
  InputError,
  UnreachableError
} from "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-VBKSV45W.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/entry/action.ts
init_define_FLAMEGATE_PAGE();

// src/github/context.ts
init_define_FLAMEGATE_PAGE();
import { readFile } from "node:fs/promises";
async function readContext(env) {
  const path = required(env, "GITHUB_EVENT_PATH");
  let payload;
  try {
    payload = JSON.parse(await readFile(path, "utf8"));
  } catch {
    throw new InputError(
      "the event's payload cannot be read as JSON: GITHUB_EVENT_PATH must name the file that the runner wrote",
      { file: path }
    );
  }
  return contextOf(env, payload);
}
function contextOf(env, payload) {
  const eventName = required(env, "GITHUB_EVENT_NAME");
  if (eventName === "pull_request_target") throw pullRequestTarget();
  const fullName = required(env, "GITHUB_REPOSITORY");
  const [owner = "", name = ""] = fullName.split("/");
  if (!/^[^/]+\/[^/]+$/.test(fullName)) {
    throw new InputError(`GITHUB_REPOSITORY must be owner/name, it is ${JSON.stringify(fullName)}`);
  }
  const id = whole(env, "GITHUB_REPOSITORY_ID");
  const event = safeParse(payloadSchema, payload);
  if (!event.success) {
    const [issue] = event.issues;
    throw new InputError(
      `the event's payload is not GitHub's: ${getDotPath(issue) ?? "payload"} is missing or malformed`
    );
  }
  const pull = event.output.pull_request ?? null;
  return {
    eventName,
    repository: { owner, name, id },
    defaultBranch: event.output.repository?.default_branch ?? null,
    sha: checked(env, "GITHUB_SHA", sha, "a commit"),
    ref: required(env, "GITHUB_REF"),
    runId: whole(env, "GITHUB_RUN_ID"),
    runAttempt: whole(env, "GITHUB_RUN_ATTEMPT"),
    workflowPath: workflowPathOf(required(env, "GITHUB_WORKFLOW_REF"), fullName),
    job: required(env, "GITHUB_JOB"),
    actor: env.GITHUB_ACTOR ?? "",
    serverUrl: env.GITHUB_SERVER_URL || "https://github.com",
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    pullRequest: pull === null ? null : pullRequestOf(pull, id)
  };
}
var isOfBranch = ({ ref }, branch) => branch !== null && ref === `refs/heads/${branch}`;
var sha = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
var shaSchema = pipe(string(), regex(sha));
var idSchema = pipe(number(), safeInteger(), minValue(1));
var refSchema = pipe(string(), minLength(1), maxLength(1e3));
var pullSchema = object({
  number: idSchema,
  head: object({ sha: shaSchema, repo: nullable(object({ id: idSchema })) }),
  base: object({ sha: shaSchema, ref: refSchema })
});
var payloadSchema = object({
  repository: optional(object({ default_branch: optional(refSchema) })),
  pull_request: optional(pullSchema)
});
function pullRequestOf(pull, repositoryId) {
  return {
    number: pull.number,
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    baseRef: pull.base.ref,
    // A deleted fork is null here, and still a fork.
    fork: pull.head.repo?.id !== repositoryId
  };
}
function workflowPathOf(workflowRef, fullName) {
  const path = workflowRef.replace(/@.*$/s, "");
  const prefix = `${fullName}/`;
  return path.toLowerCase().startsWith(prefix.toLowerCase()) ? path.slice(prefix.length) : null;
}
function pullRequestTarget() {
  return new InputError(
    "flamegate does not run on pull_request_target: such a run holds a token that can write and the secrets of the repository, and measuring a pull request runs its code. Use `on: pull_request`; from a fork the gate then works without the comment"
  );
}
function required(env, name) {
  const value = env[name];
  if (value) return value;
  throw new InputError(
    `${name} is not set: the runner of GitHub Actions sets it; outside of Actions use \`flamegate gate\``
  );
}
function checked(env, name, pattern, what) {
  const value = required(env, name);
  if (pattern.test(value)) return value;
  throw new InputError(`${name} must be ${what}, it is ${JSON.stringify(value)}`);
}
function whole(env, name) {
  const value = Number(checked(env, name, /^[1-9][0-9]{0,15}$/, "a positive whole number"));
  if (Number.isSafeInteger(value)) return value;
  throw new InputError(`${name} is beyond ${Number.MAX_SAFE_INTEGER}`);
}

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
    for (const of of heard) process.removeListener(of, stop);
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
  return new Promise((resolve2, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    call.then(resolve2, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

// src/entry/action/inputs.ts
var gitHubTimes = (seconds) => {
  const twelfth = seconds * 1e3 / 12;
  return { reading: 5 * twelfth, uploads: 4 * twelfth, comment: 3 * twelfth, storing: 7 * twelfth };
};
var commentChoices = ["always", "changes", "failures", "never"];
var measuringInputs = ["benchmarks", "profiles", "run", "setup", "count"];
function readForkWorkflow() {
  const mode = parseWord(getInput("mode") || "gate", ["gate", "comment"], "mode");
  const workflow = getInput("workflow");
  if (mode === "gate") {
    if (workflow === "") return null;
    throw new InputError("workflow is for mode: comment, and names the workflow that measures");
  }
  const idle = measuringInputs.find((name) => getInput(name) !== "");
  if (idle !== void 0) {
    throw new InputError(
      `${idle} with mode: comment: such a job may write, and measures nothing; leave it out`
    );
  }
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(workflow)) return workflow;
  throw new InputError(
    `mode: comment needs \`workflow\`, the file of the workflow that measures, like .github/workflows/performance.yml; it is ${JSON.stringify(workflow)}`
  );
}
function readTelling() {
  const token = getInput("token");
  if (token !== "") setSecret(token);
  return {
    token,
    name: plainName(getInput("name") || "default"),
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
function refuseUncountable(of) {
  if (of.run === "") throw new InputError("count without run: say in run what is counted");
  if (of.hasFiles) {
    throw new InputError(
      "count compares base and head here and no stored runs: leave benchmarks and profiles out"
    );
  }
  if (of.timeCommand)
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

// src/entry/action/onmain.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/own.ts
init_define_FLAMEGATE_PAGE();
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
async function doubtOfCheckout(workspace, commit, files, variables) {
  const git = gitIn(workspace, outsideGit(variables));
  try {
    const head = await headCommit(git);
    if (head !== commit) return `the checkout is at ${head}, the workflow run is of ${commit}`;
    const top = await git(["rev-parse", "--show-cdup"]);
    if (top !== "") return "the workspace is not the top of its repository";
    const status = ["status", "--porcelain=v1", "-z", "--untracked-files=all"];
    const entries = (await git(["-c", "core.fsmonitor=false", ...status, "--ignore-submodules=none"])).split("\0").filter((entry) => entry !== "");
    const changed = entries.find((entry) => !entry.startsWith("?? "));
    if (changed !== void 0)
      return `${JSON.stringify(changed.slice(3))} was changed since the commit`;
    const other = entries.find((entry) => entry.endsWith("/"))?.slice(3) ?? files.map((file) => otherAbove(workspace, file)).find((of) => of !== null);
    return other === void 0 || other === null ? null : `${JSON.stringify(other)} is another checkout, which may have been measured`;
  } catch (error2) {
    if (!(error2 instanceof InputError)) throw error2;
    return `the checkout cannot be looked at: ${error2.message}`;
  }
}
function otherAbove(workspace, file) {
  const top = resolve(workspace);
  for (let at = dirname(resolve(top, file)); at.startsWith(`${top}/`); at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at.slice(top.length + 1);
  }
  return null;
}

// src/entry/action/onmain.ts
async function isOnMain(settings, context) {
  const { eventName } = context;
  if (eventName === "push") return isOfBranch(context, context.defaultBranch);
  if (eventName !== "schedule" && eventName !== "workflow_dispatch") return false;
  const doubt = await doubtOf(settings, context);
  if (doubt !== null) say(`this run is not stored as baseline: ${doubt}`);
  return doubt === null;
}
async function doubtOf(settings, context) {
  try {
    const branch = await branchOf(settings, context);
    if (!isOfBranch(context, branch)) return `it is of ${context.ref}, not of ${branch}`;
  } catch (error2) {
    if (!(error2 instanceof InputError)) throw error2;
    return `the default branch is not known: ${error2.message}`;
  }
  const files = filesOf(settings, context);
  return doubtOfCheckout(settings.workspace, context.sha, files, process.env);
}
async function branchOf(settings, context) {
  if (context.defaultBranch !== null) return context.defaultBranch;
  const { owner, name: repo } = context.repository;
  const client = await createClient({
    ...{ token: settings.token, owner, repo, apiUrl: context.apiUrl },
    patience: settings.patience
  });
  return defaultBranchOf(client, context);
}
function filesOf(settings, context) {
  const { benchmarks, profiles } = settings.run(context);
  return [...benchmarks, ...profiles].map(({ file }) => file);
}

// src/entry/action/publish.ts
init_define_FLAMEGATE_PAGE();
import { existsSync as existsSync2 } from "node:fs";
import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/report/annotations.ts
init_define_FLAMEGATE_PAGE();
var MOST = 9;
var MOST_NAMED = 10;
function annotations(verdict, options) {
  if (verdict.verdict === "pass") return [];
  if (verdict.verdict === "no-baseline")
    return isFirst(verdict) ? [] : [headlineOf(verdict, false)];
  const failed = verdict.verdict === "fail";
  const rows = [
    ...sets(verdict, "slower", failed ? "error" : "warning"),
    ...sets(verdict, "suspect", "warning"),
    ...countedChanges(verdict).flatMap(
      (of) => countedAnnotation(of, failed ? "error" : "warning", options)
    ),
    ...heavier(verdict.functions).filter(({ gated, verdict: own }) => gated && own !== "moved").map(
      (row) => functionAnnotation(row, failed && row.verdict === "slower" ? "error" : "warning", options)
    )
  ];
  const explained = failed ? rows.some((row) => row.level === "error") : rows.length > 0;
  const all = explained && verdict.verdict !== "incomplete" ? rows : [headlineOf(verdict, failed), ...rows];
  const ordered = all.toSorted((a, b) => Number(b.level === "error") - Number(a.level === "error"));
  return ordered.length <= MOST ? ordered : atMost(ordered);
}
var isFirst = ({ baseline, warnings }) => baseline.setAside.length === 0 && !warnings.some(({ kind }) => kind === "baseline");
var headlineOf = (verdict, failed) => ({
  level: failed ? "error" : "warning",
  title: `flamegate: ${verdict.verdict}`,
  message: annotationText(verdict.headline)
});
function atMost(ordered) {
  const left = ordered.length - MOST;
  return [
    ...ordered.slice(0, MOST),
    {
      level: ordered[0]?.level ?? "warning",
      title: `flamegate: and ${left} more`,
      message: `${left} more annotations are left out; the job summary has them all.`
    }
  ];
}
function sets({ comparisons, baseline }, verdict, level) {
  const packages = /* @__PURE__ */ new Map();
  for (const row of inOrder(comparisons)) {
    if (row.verdict !== verdict || !row.gated || row.follows !== null) continue;
    const set = packages.get(row.package);
    if (set === void 0) packages.set(row.package, [row]);
    else set.push(row);
  }
  const short = packageNames(comparisons);
  return [...packages].map(([path, rows]) => {
    const where = path === "" ? "" : ` in ${short(path)}`;
    const count = countBenchmarks(rows);
    const what = verdict === "slower" ? "slower" : count === 1 ? "looks slower" : "look slower";
    const named = rows.slice(0, MOST_NAMED).map((row) => comparisonText(row, baseline.name));
    const left = rows.length - named.length;
    if (left > 0) named.push(`and ${left} more`);
    return {
      level,
      title: annotationText(`flamegate: ${plural(count, "benchmark")} ${what}${where}`, 200),
      message: annotationText(named.join("; "), 3e3)
    };
  });
}
function comparisonText(row, base) {
  const name = annotationText(row.benchmark, 120);
  const seldom = row.test !== "run-level" || row.pAdjusted === null ? [] : [`${oneIn(row.pAdjusted)} runs without a change has a benchmark as slow`];
  const rounds = row.test === "paired" ? [`in ${plural(row.head?.runs ?? 0, "round")} here`] : [];
  const looked = row.screened === null ? [] : [
    `looked ${signed(row.screened.delta)} against ${plural(row.screened.runs, "run")} of ${annotationText(base, 120)}`
  ];
  const counted = row.test === "counted" ? ["counted here"] : [];
  const evidence = [...seldom, ...rounds, ...counted, ...looked];
  const said = evidence.length === 0 ? "" : ` (${evidence.join(", ")})`;
  const change = annotationText(changeCell(row.delta, row.unit), 60);
  return `${name} ${annotationText(row.unit, 40)} ${change}${said}`;
}
function functionAnnotation(row, level, { resolve: resolve2 }) {
  const name = annotationText(functionTitle(row), 120);
  const shares = `${share(row.base.flatFraction)} to ${share(row.head.flatFraction)}`;
  const profile = annotationText(row.sampleType.type, 40);
  const change = `${name}: flat ${profile} from ${shares}, ${pp(row.adjustedDelta)}.`;
  const verb = row.verdict === "slower" ? "got" : "looks";
  return {
    level,
    title: annotationText(`flamegate: ${name} ${verb} heavier, ${pp(row.adjustedDelta)}`, 200),
    message: annotationText(`${change} ${row.reason}`, 3e3),
    ...place(row, resolve2)
  };
}
function countedAnnotation({ title, rows, isWorse }, level, { resolve: resolve2 }) {
  const most = rows.find((row) => row.head > row.base);
  if (!isWorse || most === void 0) return [];
  const name = annotationText(most.name, 120);
  const [base, head, change] = countedCells(most);
  return [
    {
      level,
      title: annotationText(`flamegate: ${name} takes ${change} instructions`, 200),
      message: annotationText(`${name}: ${base} to ${head} instructions, of ${title}.`, 3e3),
      ...place(most, resolve2)
    }
  ];
}
function place({ file, line }, resolve2) {
  const path = file === "" ? null : resolve2(file);
  if (path === null || path === "" || annotationText(path) !== path) return {};
  return line > 0 ? { file: path, line } : { file: path };
}

// src/entry/action/self.ts
init_define_FLAMEGATE_PAGE();
function ownSource(env, serverUrl) {
  const { GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "" } = env;
  if (!/^[A-Za-z0-9][\w-]*\/[A-Za-z0-9_][\w.-]*$/.test(repository)) return null;
  if (!/^[A-Za-z0-9_][\w./-]*$/.test(ref) || !/^https:\/\/[\w.:-]+$/.test(serverUrl)) return null;
  return { url: `${serverUrl}/${repository}`, ref };
}

// src/entry/action/publish.ts
async function publish(of) {
  const { verdict, settings } = of;
  doing("showing the verdict");
  say(gateText(verdict));
  for (const line of redactionSentences(of.head.redaction)) say(line);
  annotate(verdict, settings.workspace);
  const about = aboutRun(of);
  await summarise(summary(verdict, { ...about, maxBytes: longestSummary }));
  setOutput("verdict", verdict.verdict);
  setOutput("regressions", JSON.stringify(regressions(verdict)));
  const json = gateJson(redactedVerdict(verdict, settings));
  setOutput("report", await writeReport(json, settings));
  doing("uploading the artifact for local diffing");
  const until = performance.now() + settings.times.uploads;
  const artifactUrl = of.onMain ? void 0 : await upload(of, json, until).catch(without("artifact for local diffing"));
  setOutput("artifact-url", artifactUrl ?? "");
  if (artifactUrl !== void 0) await summarise(artifactLine(artifactUrl));
  doing("uploading the report");
  const reportUrl = artifactUrl === void 0 ? void 0 : await uploadReport(of, until).catch(without("HTML report, with the flame graph"));
  setOutput("report-url", reportUrl ?? "");
  doing("writing the comment");
  const links = {
    ...about,
    ...artifactUrl === void 0 ? {} : { artifactUrl },
    ...reportUrl === void 0 ? {} : { reportUrl }
  };
  const commentUrl = await tell(of, links).catch(
    without("comment, the report is in the job summary")
  );
  setOutput("comment-url", commentUrl ?? "");
}
function aboutRun({ settings, context, evidence, accepted, behind }) {
  const source = ownSource(process.env, context.serverUrl);
  return {
    ...runLinks(context, settings.name),
    ...source === null ? {} : { source },
    ...behind === null ? {} : { behind },
    ...accepted ? { accepted: true } : {},
    inRepository: (file) => inRepository(file, settings.workspace),
    ...evidence === null ? {} : { samples: evidence.samples }
  };
}
var longestSummary = 1048576 - 4096;
async function writeReport(json, settings) {
  const folder = join2(settings.temp, `flamegate-${settings.name}`);
  await mkdir(folder, { recursive: true });
  const file = join2(folder, "report.json");
  await writeFile(file, json);
  return file;
}
var levels = { error, warning, notice };
function annotate(verdict, workspace) {
  for (const of of annotations(verdict, { resolve: (file) => inRepository(file, workspace) })) {
    levels[of.level](of.message, {
      title: of.title,
      ...of.file === void 0 ? {} : { file: of.file },
      ...of.line === void 0 ? {} : { startLine: of.line }
    });
  }
}
function inRepository(file, workspace) {
  const parts = file.replaceAll("\\", "/").split("/");
  if (parts.includes("..")) return null;
  for (let from = 0; from < parts.length; from++) {
    const tail = parts.slice(from).join("/");
    if (tail !== "" && existsSync2(join2(workspace, tail))) return tail;
  }
  return null;
}
async function upload(of, json, until) {
  const { settings, base } = of;
  const entries = bundleEntries({
    report: Buffer.from(json),
    head: packRun(of.head),
    base: base === null ? null : await redactedRun(await base.open(), settings)
  });
  return uploadEntries(entries, placeUntil(of, bundleKey(settings.name), until));
}
async function uploadReport(of, until) {
  const { verdict, evidence, settings } = of;
  if (evidence === null || verdict.verdict === "no-baseline") return void 0;
  const { gateHtml } = await import("./chunk-htmlreport-KCDAS2XE.js");
  const page = await gateHtml(
    redactedVerdict(verdict, settings),
    redactedEvidence(evidence, settings)
  );
  return uploadPage(page, placeUntil(of, reportKey(settings.name), until));
}
var placeUntil = ({ settings, context }, key, until) => uploadPlace(settings, context, key, Math.max(1, until - performance.now()));
var without = (what) => (failure) => {
  const { message, stack } = failure instanceof Error ? failure : new Error(String(failure));
  if (!(failure instanceof InputError)) say(stack ?? message);
  warning(annotationText(`no ${what}: ${message}`));
  return void 0;
};
async function redactedRun({ manifest, files }, settings) {
  const redacted = await redactFiles(
    {
      benchmarks: files.filter(({ kind }) => kind === "benchmarks"),
      profiles: files.filter(({ kind }) => kind === "profile")
    },
    settings.config.redact,
    settings.workspace
  );
  const { redaction = manifest.redaction, ...rest } = redacted;
  return packRun({ ...manifest, ...rest, redaction });
}
function redactedVerdict(verdict, { config, workspace }) {
  if (config.redact === null) return verdict;
  const { path } = cutter(config.redact, workspace);
  const plain = (row) => ({
    ...row,
    file: path(row.file)
  });
  return { ...verdict, functions: verdict.functions.map(plain) };
}
function redactedEvidence(evidence, { config, workspace }) {
  if (config.redact === null) return evidence;
  const { path } = cutter(config.redact, workspace);
  const plain = (stacks) => stacks && {
    ...stacks,
    functions: stacks.functions.map((of) => ({ ...of, file: path(of.file) }))
  };
  return {
    samples: evidence.samples,
    profiles: evidence.profiles.map(({ base, head, ...of }) => ({
      ...of,
      base: async () => plain(await base()),
      head: async () => plain(await head())
    }))
  };
}
async function summarise(markdown) {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file !== void 0 && file !== "") await appendFile(file, markdown);
}
async function tell(of, links) {
  const { verdict, settings, told, problem, fails } = of;
  if (told === null) return void 0;
  const space = { ...links, maxChars: longestBody };
  const body = comment(verdict, space);
  return told.verdict(
    problem === null ? body : unfinishedComment(problem, space, body),
    isWanted(settings.comment, verdict, fails)
  );
}
function regressions(verdict) {
  const slower = (row) => row.gated && row.verdict === "slower";
  return [
    ...verdict.comparisons.filter(slower).map((row) => ({
      kind: "benchmark",
      package: row.package,
      name: row.benchmark,
      unit: row.unit,
      delta: row.delta,
      threshold: row.threshold
    })),
    ...verdict.functions.filter(slower).map((row) => ({
      kind: "function",
      ...row.slice === void 0 ? {} : { slice: row.slice },
      name: row.name,
      unit: row.sampleType.type,
      delta: row.flatDelta,
      threshold: row.threshold,
      file: row.file,
      line: row.line
    }))
  ];
}

// src/entry/action.ts
async function main(context, telling, told) {
  const forkWorkflow = readForkWorkflow();
  const settings = await readSettings(process.env, telling);
  if (forkWorkflow !== null) {
    const { commentForFork } = await import("./chunk-forkcomment-AISB6HDU.js");
    return commentForFork(settings, forkWorkflow, context);
  }
  told?.measuring();
  const onMain = await isOnMain(settings, context);
  const files = settings.run(context);
  const given = files.benchmarks.length + files.profiles.length > 0;
  const here = given && onMain ? null : await measurer(settings, context, onMain);
  const status = await finished({ settings, context, onMain, told, given, here });
  const stopped = here?.interrupted() ?? null;
  if (stopped !== null && status === 0) error("stopped");
  return stopped ?? status;
}
async function finished({ settings, context, onMain, told, given, here }) {
  const run = settings.run(context);
  const failOn = onMain ? [] : settings.config.failOn;
  if (here !== null && !given) {
    return publishRounds(here, { settings, context, onMain, told }, failOn);
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
    here?.confirming ?? null
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
  const { measurerHere } = await import("./chunk-measurer-RBSLPD3J.js");
  return measurerHere(settings, measuring2, context, onMain);
}
async function publishRounds(here, of, failOn) {
  doing("measuring base and head");
  const { publication, problem } = await here.verdict();
  const judged = problem?.status ?? exitStatus(publication.verdict, failOn);
  const accepted = await isAccepted(publication.verdict, judged, of.settings, of.context);
  const status = accepted ? 0 : judged;
  const how = { problem: problem?.message ?? null, fails: status !== 0, accepted, behind: null };
  await publish({ ...publication, ...of, ...how });
  if (status !== 0) error(logLine(problem?.message ?? publication.verdict.headline));
  return status;
}
var acceptLabel = "perf-accepted";
async function isAccepted(verdict, status, settings, context) {
  const { pullRequest } = context;
  const isSlower = status === 1 && !verdict.warnings.some(({ kind }) => kind === "failed");
  if (!isSlower || pullRequest === null || settings.token === "") return false;
  doing("looking for the label that accepts what is slower");
  try {
    const { labelsOf } = await import("./chunk-labels-FIV3MFOW.js");
    const labels = await labelsOf(await clientFor(settings, context), pullRequest.number);
    return labels.includes(acceptLabel);
  } catch (error2) {
    if (!(error2 instanceof InputError)) throw error2;
    warning(annotationText(`${error2.message}; the label ${acceptLabel} was not looked for`));
    return false;
  }
}
async function otherAttempts(settings, context, onMain) {
  if (onMain || context.runAttempt < 2) return [];
  const { runs, warnings } = await attemptsOf(settings, context);
  for (const { message } of warnings) warning(annotationText(message));
  return runs.map(inputsOf);
}
async function keep(settings, context, store) {
  doing("storing this run as baseline");
  const place2 = await record(
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
  say(`recorded as baseline: ${place2}`);
  if (settings.pgo) {
    doing("uploading the profiles for builds");
    const { uploadPgo } = await import("./chunk-pgo-3OEIB56J.js");
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
    told = pullComment(telling, context, () => cancelling.status() !== null, limits);
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
