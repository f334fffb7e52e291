import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  checkNames,
  defaultLimits,
  entriesOf,
  longestManifest,
  manifestName,
  quoted,
  readManifest,
  unpackRun
} from "./chunk-chunk-W2JAEFIT.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";

// src/store/directory.ts
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

// src/store/store.ts
function damaged(run, where, defect) {
  const reason = `${where}: ${defect}`;
  return [
    setAside(run, reason),
    { kind: "warning", warning: { kind: "baseline", message: `stored run set aside: ${reason}` } }
  ];
}
function setAside(run, reason) {
  return { kind: "set-aside", setAside: { commit: run.commit, time: run.time, reason } };
}

// src/store/directory.ts
function directoryStore(dir, limits = defaultLimits) {
  return {
    load: () => loadDirectory(dir, limits),
    keep: (run) => keepRun(dir, run)
  };
}
async function keepRun(dir, run) {
  const name = directoryName(run.manifest);
  if (await lstat(join(dir, name)).catch(() => void 0) !== void 0) {
    throw new InputError(
      "this run is stored already, and counted twice it would pass for two measurements: remove it first, or give another time",
      { file: join(dir, name) }
    );
  }
  return await writeDirectory(dir, name, entriesOf(run));
}
async function writeDirectory(dir, name, entries) {
  const target = join(dir, name);
  const unfinished = join(dir, `.unfinished-${randomUUID()}`);
  try {
    await makeDirectory(unfinished);
    await refuseExisting(target);
    for (const [path, bytes] of entries) {
      const file = join(unfinished, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes, { flag: "wx" });
    }
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {
    });
    if (error instanceof InputError) throw error;
    if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "")) await refuseExisting(target);
    throw new InputError(`it could not be written: ${messageOf(error)}`, { file: target });
  }
  return target;
}
async function makeDirectory(path) {
  const missing = [];
  let above = resolve(path);
  while (await stat(above).catch(() => void 0) === void 0 && dirname(above) !== above) {
    missing.push(above);
    above = dirname(above);
  }
  for (const directory of missing.reverse()) {
    await mkdir(directory).catch((error) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
}
async function refuseExisting(target) {
  if (await lstat(target).catch(() => void 0) === void 0) return;
  throw new InputError("it exists already, and is not overwritten: remove it first", {
    file: target
  });
}
function directoryName({ time, commit }) {
  const stamp = new Date(time).toISOString().replace(".000", "").replaceAll(/[:.]/g, "-");
  return `${stamp}-${commit.slice(0, 12).replace(/\.$/, "_") || "unknown"}`;
}
async function* loadDirectory(dir, limits) {
  const entries = await list(dir);
  if (entries === null) {
    yield noDirectory(dir);
    return;
  }
  const found = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  if (found.length === 0 && entries.length > 0) yield noRunAmong(dir, entries);
  const runs = [];
  for (const entry of found) {
    try {
      if (!entry.isDirectory()) throw new InputError("it is a symbolic link");
      runs.push({ name: entry.name, manifest: await manifestOf(join(dir, entry.name), limits) });
    } catch (error) {
      yield* damaged({ commit: "", time: "" }, join(dir, entry.name), defectOf(error));
    }
  }
  runs.sort(
    (a, b) => Date.parse(b.manifest.time) - Date.parse(a.manifest.time) || (a.name < b.name ? 1 : -1)
  );
  for (const { name, manifest } of runs) {
    try {
      yield { kind: "run", run: await readRun(join(dir, name), manifest, limits) };
    } catch (error) {
      yield* damaged(manifest, join(dir, name), defectOf(error));
    }
  }
}
async function list(dir) {
  let entries;
  try {
    entries = await readdir(dir, { withFileTypes: true });
  } catch (error) {
    const code = codeOf(error);
    const isAbsent = await lstat(dir).catch(codeOf) === "ENOENT";
    if (code === "ENOENT" && isAbsent) return null;
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw new InputError(
        "the baseline is not a directory: record a run into it first, with `flamegate record --baseline DIR`",
        { file: dir }
      );
    }
    throw new InputError(`the baseline cannot be read: ${messageOf(error)}`, { file: dir });
  }
  return entries.filter(({ name }) => !name.startsWith("."));
}
function noDirectory(dir) {
  const message = `the baseline directory ${dir} does not exist yet: this is normal for the first run; later look for a mistake in its name`;
  return { kind: "warning", warning: { kind: "baseline", message } };
}
function noRunAmong(dir, entries) {
  const message = `the baseline ${dir} holds files (${quoted(entries[0]?.name ?? "")}) but no stored run: make a run of them with \`flamegate record --baseline DIR\``;
  return { kind: "warning", warning: { kind: "baseline", message } };
}
async function manifestOf(root, limits) {
  const path = join(root, manifestName);
  const found = await lstat(path).catch(() => void 0);
  if (found === void 0) throw new InputError(`there is no ${manifestName}`);
  if (!found.isFile()) throw new InputError(`its ${manifestName} is not a regular file`);
  return readManifest(await readPlain(path, longestManifest + 1), limits);
}
async function readRun(root, manifest, limits) {
  checkNames(manifest, await namesBelow(root, limits));
  const entries = /* @__PURE__ */ new Map();
  entries.set(manifestName, await readPlain(join(root, manifestName), longestManifest + 1));
  for (const { path, bytes } of manifest.files) {
    entries.set(path, await readPlain(join(root, path), bytes + 1));
  }
  return unpackRun(entries, limits);
}
async function namesBelow(root, limits) {
  const names = [];
  const walk = async (below) => {
    for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile()) names.push(name);
      else throw new InputError(`${quoted(name)} is not a regular file`);
      if (names.length > limits.entries) {
        throw new InputError(`the run has more than ${limits.entries} files`);
      }
    }
  };
  await walk("");
  return names;
}
async function readPlain(path, limit) {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, limit));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
function defectOf(error) {
  if (error instanceof InputError) return error.message;
  if (codeOf(error) === void 0) throw error;
  return messageOf(error);
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

export {
  damaged,
  setAside,
  directoryStore,
  writeDirectory,
  refuseExisting
};
