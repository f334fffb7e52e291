import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  endGroup,
  ownGroup,
  stopGroup,
  watchGroup
} from "./chunk-chunk-5PXQR5EY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/source/rounds/interrupt.ts
init_define_FLAMEGATE_PAGE();
import { constants } from "node:os";
var heard = ["SIGINT", "SIGTERM", "SIGHUP"];
async function heeding(work, done) {
  const interruption = listenForInterruption();
  try {
    return await work(interruption.signal);
  } finally {
    done(interruption.status());
    interruption.release();
  }
}
function listenForInterruption() {
  const controller = new AbortController();
  let status = null;
  const stop = (name) => {
    if (status !== null) return;
    status = 128 + constants.signals[name];
    controller.abort(new InputError(`stopped by ${name}`));
  };
  for (const name of heard) process.on(name, stop);
  return {
    signal: controller.signal,
    status: () => status,
    release: () => {
      for (const name of heard) process.removeListener(name, stop);
    }
  };
}

// src/source/rounds/command.ts
init_define_FLAMEGATE_PAGE();
import { spawn } from "node:child_process";
import { closeSync, existsSync, fstatSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
var outputLimit = 256 * 2 ** 20;
async function runCommand(command) {
  const { files } = command;
  const [out, err] = [openSync(files.stdout, "w"), openSync(files.stderr, "w")];
  try {
    const { program, args, verbatim } = invocation(command);
    const start = process.hrtime.bigint();
    const child = spawn(program, args, {
      cwd: command.directory,
      env: command.env,
      // Files, not pipes: nobody has to read while the command is measured.
      stdio: ["ignore", out, err],
      ...ownGroup,
      windowsVerbatimArguments: verbatim
    });
    const unwatch = child.pid === void 0 ? void 0 : command.watch?.(child.pid);
    const how = await ending(child, command, [out, err]);
    const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
    unwatch?.();
    if (child.pid !== void 0 && command.keepGroup !== true) endGroup(child.pid);
    const times = await readFile(files.times, "utf8").catch(() => "");
    return { pid: child.pid, wallSeconds, cpuSeconds: cpuSeconds(times), how };
  } finally {
    closeSync(out);
    closeSync(err);
  }
}
function ending(child, command, outputs) {
  const { pid } = child;
  if (pid !== void 0) watchGroup(pid);
  return new Promise((resolve) => {
    let stopped = null;
    const stop = (why) => {
      if (stopped === null && pid !== void 0) stopped = { why, gone: stopGroup(pid) };
    };
    const cancel = () => stop("cancelled");
    const limit = setTimeout(
      () => stop("limit"),
      Math.min(command.limitSeconds * 1e3, 2 ** 31 - 1)
    );
    const watch = setInterval(() => {
      if (outputs.some((file) => fstatSync(file).size > outputLimit)) stop("output");
    }, 1e3);
    const settle = async (how) => {
      clearTimeout(limit);
      clearInterval(watch);
      command.signal?.removeEventListener("abort", cancel);
      await stopped?.gone;
      resolve(stopped === null ? how : { kind: stopped.why });
    };
    command.signal?.addEventListener("abort", cancel);
    if (command.signal?.aborted) cancel();
    child.once("error", (error) => settle({ kind: "unstarted", reason: error.message }));
    child.once(
      "exit",
      (status, signal) => settle(signal === null ? { kind: "exit", status: status ?? -1 } : { kind: "signal", signal })
    );
  });
}
var outer = `shell=$1 options=$2 command=$3 file=$4
"$shell" $options -c "$command"
status=$?
times >"$file"
exit $status`;
function invocation({ text, files, pin, env }) {
  const shell = shellIn(env);
  if (shell === null) {
    const program = env.ComSpec ?? env.COMSPEC ?? "cmd.exe";
    return { program, args: ["/d", "/s", "/c", `"${text}"`], verbatim: true };
  }
  const bash = /bash(\.exe)?$/.test(shell);
  const args = ["-c", outer, "flamegate", shell, bash ? "-e -o pipefail" : "-e", text, files.times];
  if (pin === null) return { program: shell, args, verbatim: false };
  return { program: "taskset", args: ["-c", String(pin), shell, ...args], verbatim: false };
}
function shellIn(env) {
  if (process.platform === "win32") {
    const git = join(env.ProgramFiles ?? "C:\\Program Files", "Git", "bin", "bash.exe");
    return existsSync(git) ? git : null;
  }
  const directories = (env.PATH ?? "").split(delimiter).filter((directory) => directory !== "");
  const bash = directories.map((directory) => join(directory, "bash")).find(existsSync);
  return bash ?? "/bin/sh";
}
function cpuSeconds(times) {
  const [, children = ""] = times.split("\n");
  const found = [...children.matchAll(/(\d+)m(\d+)[.,](\d+)s/g)];
  if (found.length !== 2) return Number.NaN;
  return found.reduce((sum, [, m, s, part]) => sum + Number(m) * 60 + Number(`${s}.${part}`), 0);
}

// src/source/rounds/failure.ts
init_define_FLAMEGATE_PAGE();
import { open } from "node:fs/promises";
var shownLines = 30;
var shownBytes = 16 * 1024;
var noComparison = "a side that does not run cannot be compared";
async function failureOf(ended, what, files, log, tooLong = noComparison) {
  if (ended.how.kind === "exit" && ended.how.status === 0) return null;
  for (const name of ["stdout", "stderr"]) {
    const lines = await lastLines(files[name]);
    if (lines.length === 0) continue;
    log(`${what}: the end of its ${name}:`);
    for (const line of lines) log(`    ${line}`);
  }
  const advice = ended.how.kind === "limit" ? tooLong : noComparison;
  return new InputError(`${what} ${inWords(ended)}; ${advice}`);
}
async function lastLines(file) {
  const handle = await open(file).catch(() => null);
  if (handle === null) return [];
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, shownBytes));
    await handle.read(bytes, 0, bytes.length, size - bytes.length);
    return lastLinesOf(bytes);
  } finally {
    await handle.close();
  }
}
function lastLinesOf(bytes) {
  const lines = Buffer.from(bytes.subarray(-shownBytes)).toString("utf8").split(/\r?\n/);
  return lines.filter((line) => line.trim() !== "").slice(-shownLines);
}
function inWords({ how, wallSeconds }) {
  switch (how.kind) {
    case "exit":
      return how.status > 128 && how.status < 160 ? `failed with exit status ${how.status} (signal ${how.status - 128})` : `failed with exit status ${how.status}`;
    case "signal":
      return `was ended by ${how.signal}`;
    case "limit":
      return `was still running after ${wallSeconds.toFixed(0)} s and was ended`;
    case "output":
      return "printed more than 256 MiB and was ended";
    case "cancelled":
      return "was stopped";
    case "unstarted":
      return `could not be started: ${how.reason}`;
  }
}

export {
  runCommand,
  failureOf,
  lastLines,
  lastLinesOf,
  heeding,
  listenForInterruption
};
