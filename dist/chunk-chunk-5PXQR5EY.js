import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/source/rounds/git.ts
init_define_FLAMEGATE_PAGE();
import { spawn as spawn2, spawnSync } from "node:child_process";

// src/source/rounds/group.ts
init_define_FLAMEGATE_PAGE();
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
var ownGroup = { detached: process.platform !== "win32" };
var graceMilliseconds = 2e3;
var groups = /* @__PURE__ */ new Set();
function watchGroup(pid) {
  groups.add(pid);
}
function forgetGroup(pid) {
  groups.delete(pid);
}
async function stopGroup(pid) {
  signalGroup(pid, "SIGTERM");
  const end = performance.now() + graceMilliseconds;
  while (lives(pid) && performance.now() < end) await sleep(20);
  endGroup(pid);
}
function endGroup(pid) {
  signalGroup(pid, "SIGKILL");
  groups.delete(pid);
}
function endAllGroups() {
  for (const pid of groups) endGroup(pid);
}
function lives(pid) {
  if (process.platform === "win32") return false;
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}
function signalGroup(pid, signal) {
  if (process.platform === "win32") {
    spawn("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" }).once(
      "error",
      () => {
      }
    );
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
  }
}

// src/source/rounds/missing.ts
init_define_FLAMEGATE_PAGE();
var needsHistory = "give actions/checkout `fetch-depth: 0`, or fetch the history before (git fetch --unshallow)";
var needsObjects = "run flamegate where the remote answers, or fetch all objects before (git fetch --refetch --no-filter; in an action no `filter:` of actions/checkout)";
var unfetchedObject = (said) => /could not fetch ([0-9a-f]{40,64}) from promisor remote/.exec(said)?.[1] ?? null;
function wantOfObject(said) {
  const object = unfetchedObject(said);
  if (object === null) return null;
  const [reason = ""] = said.trim().split("\n");
  const why = unfetchedObject(reason) === null ? ` (${reason.trim()})` : "";
  return `this is a partial clone, and could not fetch ${object} from promisor remote${why}: ${needsObjects}`;
}
var silenceOf = (git, remote) => git(["ls-remote", remote, "HEAD"]).then(
  () => null,
  (error) => error.message
);
var isShallow = async (git) => await git.attempt(["rev-parse", "--is-shallow-repository"]) === "true";
var promises = "^(remote\\..*\\.(promisor|partialclonefilter)|extensions\\.partialclone)$";
var isPartial = async (git) => await git.attempt(["config", "--name-only", "--get-regexp", promises]) !== null;
async function notFound(git, text, remote, silence) {
  const what = await nameOf(git, text);
  const shallow = await isShallow(git);
  const partial = await isPartial(git);
  const isAsked = remote !== null && silence === null;
  const advice = [
    ...shallow ? [needsHistory] : [],
    ...partial && !isAsked ? [needsObjects] : []
  ];
  const asked = remote === null ? "here, and there is no remote" : silence === null ? "here or at the remote" : `in this ${shallow ? "shallow " : ""}${partial ? "partial " : ""}clone, and ${remote} does not answer (${silence})`;
  const then = advice.length > 0 ? `; ${advice.join("; ")}` : "";
  return `git knows no ${what} ${asked}${then}`;
}
async function nameOf(git, text) {
  const hash = await git.attempt(["rev-parse", "--verify", "--quiet", "--end-of-options", text]);
  const isName = hash === null || !/^[0-9a-f]{40,64}$/.test(hash) || hash === text;
  if (isName || await git.attempt(["cat-file", "-e", hash]) !== null) {
    return `revision ${JSON.stringify(text)}`;
  }
  return `object ${hash}, the revision ${JSON.stringify(text)},`;
}

// src/source/rounds/git.ts
var limitMilliseconds = 10 * 60 * 1e3;
var outputLimit = 64 * 2 ** 20;
function gitIn(directory, variables, signal) {
  const inside = ["-C", directory, "-c", "core.hooksPath=/dev/null"];
  const env = { ...variables, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
  const git = async (args, more = {}) => {
    const options = { env: { ...env, ...more } };
    const { problem, stdout, stderr } = await finished([...inside, ...args], options, signal);
    if (problem === null) return stdout.replace(/\r?\n$/, "");
    const said = wantOfObject(stderr) ?? endOf(stderr);
    throw new InputError(`git ${args[0]} failed: ${said || problem}`);
  };
  const attempt = (args) => git(args).catch((error) => {
    if (error instanceof InputError && !signal?.aborted) return null;
    throw error;
  });
  const now = (args) => {
    spawnSync("git", [...inside, ...args], { env, stdio: "ignore" });
  };
  return Object.assign(git, { attempt, now });
}
var ofTheCaller = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|IMPLICIT_WORK_TREE|SHALLOW_FILE|GRAFT_FILE)$/;
var outsideGit = (variables) => Object.fromEntries(Object.entries(variables).filter(([name]) => !ofTheCaller.test(name)));
function endOf(stderr) {
  const common = /^(?:Please make sure you have the correct access rights|and the repository exists\.)$/;
  const lines = stderr.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !common.test(line)).slice(-3).join(" ");
}
async function finished(args, options, signal) {
  signal?.throwIfAborted();
  const child = spawn2("git", args, { ...options, ...ownGroup, stdio: ["ignore", "pipe", "pipe"] });
  const { pid } = child;
  let gone = null;
  const stop = () => {
    if (pid !== void 0) gone ??= stopGroup(pid);
  };
  if (pid !== void 0) watchGroup(pid);
  signal?.addEventListener("abort", stop);
  const limit = setTimeout(stop, limitMilliseconds);
  try {
    const closed = new Promise((resolve, reject) => {
      child.once("error", (error) => reject(unstarted(error)));
      child.once(
        "close",
        (status, by) => resolve(status === 0 ? null : `ended by ${by ?? `exit status ${status}`}`)
      );
    });
    const [stdout, stderr, problem] = await Promise.all([
      textOf(child.stdout, stop),
      textOf(child.stderr, stop),
      closed
    ]);
    await gone;
    signal?.throwIfAborted();
    return {
      problem: gone === null ? problem : "it took too long, or printed too much",
      stdout,
      stderr
    };
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener("abort", stop);
    if (pid !== void 0) forgetGroup(pid);
  }
}
async function textOf(stream, stop) {
  const pieces = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > outputLimit) stop();
    else pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
function unstarted(error) {
  return error.code === "ENOENT" ? new InputError("measuring two revisions needs git, and there is none in PATH") : new InputError(`git cannot be started: ${error.message}`);
}

export {
  ownGroup,
  watchGroup,
  stopGroup,
  endGroup,
  endAllGroups,
  needsHistory,
  unfetchedObject,
  silenceOf,
  isShallow,
  notFound,
  gitIn,
  outsideGit
};
