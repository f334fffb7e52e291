import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  say
} from "./chunk-chunk-Z6DF2VTX.js";
import {
  countsEvidence,
  givenCommand
} from "./chunk-chunk-2QA4WUOX.js";
import {
  checkoutAt,
  countFile,
  countHere,
  counterHere,
  environmentHere,
  heeding,
  measureRounds,
  prepareTree,
  refuse,
  runCommand,
  wholeText,
  withSuspects
} from "./chunk-chunk-XZ5QPWDI.js";
import "./chunk-chunk-RC3PMOTV.js";
import {
  lookAt,
  roundsEvidence,
  roundsVerdict
} from "./chunk-chunk-AWP4RWLI.js";
import "./chunk-chunk-3T2DWYTM.js";
import {
  countThresholdOf,
  judgeCounts,
  looks
} from "./chunk-chunk-MIHKKSDK.js";
import "./chunk-chunk-SBZ3ZCCC.js";
import "./chunk-chunk-BIIYDU46.js";
import {
  formatOf
} from "./chunk-chunk-QJMLYR2D.js";
import "./chunk-chunk-DSXPYKV7.js";
import "./chunk-chunk-EW36L4FF.js";
import "./chunk-chunk-2NVHFHVD.js";
import "./chunk-chunk-XJBUDN7F.js";
import "./chunk-chunk-MTG7XQZX.js";
import "./chunk-chunk-ZZ7MAQIL.js";
import "./chunk-chunk-4DRKC26T.js";
import "./chunk-chunk-BKPFZD3P.js";
import "./chunk-chunk-MCTQHFLZ.js";
import "./chunk-chunk-X2CCCSRL.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-QGDJS24Q.js";
import "./chunk-chunk-K3FRKKEY.js";
import "./chunk-chunk-4EYZ7PQE.js";
import {
  outsideGit
} from "./chunk-chunk-XA5GVVH5.js";
import {
  packRun
} from "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import "./chunk-chunk-5OYOHM5M.js";
import "./chunk-chunk-ERWNBIOM.js";
import "./chunk-chunk-GJNG4AA4.js";
import "./chunk-chunk-QYZIAM3F.js";
import "./chunk-chunk-4KSNXC7S.js";
import "./chunk-chunk-QYFRXBAM.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-ANAGSCI4.js";
import {
  maxTimeOf,
  readOptions
} from "./chunk-chunk-ASTUYRMT.js";
import "./chunk-chunk-NGLJ2YUT.js";
import "./chunk-chunk-Q3ESHJPJ.js";
import "./chunk-chunk-RFSHZW7V.js";
import "./chunk-chunk-EXNVJHAL.js";
import {
  InputError
} from "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-UOYNN62N.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OPJI6KHM.js";

// src/entry/action/measurer.ts
init_define_FLAMEGATE_PAGE();

// src/entry/action/count.ts
init_define_FLAMEGATE_PAGE();
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function countForAction(options, config) {
  try {
    const { work, ...more } = await workOf(options);
    refuse(work);
    const counter = await counterHere(options).catch(async (error) => {
      options.signal?.throwIfAborted();
      if (config.count !== "true" || !await installValgrind(options)) throw error;
      return counterHere(options);
    });
    const { log, signal } = options;
    const plan = { counter, work, alpha: config.alpha, threshold: countThresholdOf(config) };
    return await countHere({ ...options, ...more }, { ...plan, log, signal });
  } catch (error) {
    const isOpen = config.count === "auto" && error instanceof InputError;
    if (!isOpen || options.signal?.aborted) throw error;
    options.log(`${error.message}; so time is measured`);
    return null;
  }
}
var plainWords = /^[\w@%+=:,./ -]+$/;
async function workOf(options) {
  const { run, setup, directory, env, signal } = options;
  const text = run.trim();
  const checkout = plainWords.test(text) ? await checkoutAt({ directory, env: outsideGit(env), signal }) : null;
  if (checkout === null) return { work: wholeText(run) };
  const given = await givenCommand(text.split(/ +/), checkout, setup !== null);
  const both = [setup, given.setup].filter((of) => of !== null);
  return {
    work: given.fixed,
    setup: both.length === 0 ? null : both.join("\n"),
    filter: given.filter ?? void 0,
    env: { ...env, ...given.env },
    prepare: (side) => prepareTree(given, checkout.top, side)
  };
}
var installSeconds = 300;
var apt = "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get";
async function installValgrind({ env, log, signal }) {
  log("instructions cannot be counted here yet: installing valgrind");
  const directory = await mkdtemp(join(tmpdir(), "flamegate-install-"));
  const file = (name) => join(directory, name);
  try {
    const { how } = await runCommand({
      // The runner's lists of packages are as old as its image.
      text: `${apt} install -y -q valgrind || { ${apt} update -q && ${apt} install -y -q valgrind; }`,
      directory,
      env,
      files: { stdout: file("stdout"), stderr: file("stderr"), times: file("times") },
      pin: null,
      limitSeconds: installSeconds,
      signal
    });
    signal?.throwIfAborted();
    return how.kind === "exit" && how.status === 0;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

// src/entry/action/measurer.ts
function measurerHere(settings, measuring, context, onMain) {
  const { config, workspace } = settings;
  const given = settings.run(context);
  const [first] = given.benchmarks;
  const environment = { ...environmentHere(), ...given.environment };
  const plan = looks(config.maxRounds);
  const { commands, pin, timeCommand } = measuring;
  const options = {
    directory: workspace,
    against: onMain && config.against === "merge-base" ? "HEAD~1" : config.against,
    baseBranch: context.pullRequest?.baseRef ?? context.defaultBranch ?? void 0,
    pullMerge: /^refs\/pull\/\d+\/merge$/.test(context.ref) ? context.sha : void 0,
    pin,
    timeCommand,
    maxSeconds: maxTimeOf(config, commands !== null),
    env: measuredEnvironment(process.env),
    log: say,
    looks: plan,
    environment,
    tables: readOptions(config),
    redact: config.redact,
    workspace,
    keep: null
  };
  let interrupted = null;
  const heed = (work) => heeding(work, (found) => {
    interrupted ??= found;
  });
  const byCommands = async (given2, only, look) => {
    const format = first === void 0 ? null : await formatOf(first, { format: config.format });
    return heed((signal) => measureRounds({ ...options, ...given2, signal, format }, only, look));
  };
  const head = { ...given, commit: "" };
  const suspects = (work) => heed((signal) => withSuspects({ ...options, signal }, head, config, work));
  const confirming = commands === null ? { isUnasked: true, during: suspects } : { looks: plan, measure: (only, look) => byCommands(commands, only, look) };
  const countedVerdict = async (commands2) => {
    const counted = await heed(
      (signal) => countForAction({ ...options, ...commands2, signal }, config)
    );
    if (counted === null) return null;
    const { rows, warnings, costs: _, ...counts } = counted;
    const about = { warnings, environment };
    const files = (side) => ({
      ...{ commit: counts.base, environment, time: given.time, profiles: [] },
      benchmarks: [countFile(side, counts.benchmarks)]
    });
    const publication = {
      verdict: judgeCounts(rows, counts, about, config),
      base: inMemory(files("base")),
      head: { ...files("head"), commit: context.sha },
      evidence: countsEvidence(counted)
    };
    const problem = interrupted === null ? null : { message: "stopped", status: interrupted };
    return { publication, problem };
  };
  const verdict = async () => {
    if (commands === null) throw new TypeError("without commands nothing is measured on its own");
    const isCounted = config.count !== void 0 && config.count !== "false";
    const counted = isCounted ? await countedVerdict(commands) : null;
    if (counted !== null) return counted;
    const measured = await byCommands(commands, null, lookAt(config, plan));
    const pack = (files) => ({ ...files, environment, time: given.time });
    const [warning] = measured.warnings;
    const publication = {
      verdict: roundsVerdict(measured, plan, config),
      base: inMemory(pack(measured.files.base)),
      head: pack(measured.files.head),
      evidence: roundsEvidence(measured, readOptions(config))
    };
    const problem = warning === void 0 ? null : { message: warning.message, status: interrupted ?? 2 };
    return { publication, problem };
  };
  return { confirming, verdict, interrupted: () => interrupted };
}
function inMemory(run) {
  const packed = packRun(run);
  return { open: async () => packed };
}
var ours = /^(?:INPUT_|STATE_|ACTIONS_)/;
var commandFiles = /^GITHUB_(?:OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$/;
function measuredEnvironment(env) {
  const kept = Object.entries(env).filter(([name]) => !ours.test(name) && !commandFiles.test(name));
  return Object.fromEntries(kept);
}
export {
  measuredEnvironment,
  measurerHere
};
