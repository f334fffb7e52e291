import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  damaged,
  digestOf,
  newestFirst,
  packSummary,
  runName,
  summaryName,
  unpackSummary,
  withPlace,
  writeDirectory
} from "./chunk-chunk-Q2ILLPB5.js";
import {
  checkNames,
  defaultLimits,
  entriesOf,
  isBranchName,
  longestManifest,
  manifestName,
  quoted,
  readManifest,
  unpackRun
} from "./chunk-chunk-HBB34D3E.js";
import {
  InputError,
  UnreachableError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/store/branch.ts
init_define_FLAMEGATE_PAGE();

// src/store/gitobjects.ts
init_define_FLAMEGATE_PAGE();
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
var limitMilliseconds = 12e4;
function branchObjects(place) {
  const ref = `refs/heads/${place.branch}`;
  let begun = null;
  const git = async (...texts) => {
    begun ??= begin(place);
    return (await begun)(...texts);
  };
  return {
    tip: async () => {
      try {
        const line = String(await git(["ls-remote", "--refs", place.url, ref]));
        const commit = /^[0-9a-f]{40,64}(?=\t)/.exec(line)?.[0] ?? "";
        if (commit === "") return { commit, files: [] };
        await git([...fetching, place.url, ref]);
        return { commit, files: await filesOf(git, commit) };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw new UnreachableError(`the branch ${place.branch} cannot be read: ${error.message}`);
      }
    },
    read: async (ids) => blobs(await git(["cat-file", "--batch"], ids.map((id) => `${id}
`).join(""))),
    add: async (entries) => {
      const folder = await writeDirectory(
        mkdtempSync(join(place.temp, "flamegate-")),
        "run",
        entries
      );
      try {
        const paths = [...entries.keys()];
        const list = paths.map((path) => `${join(folder, path)}
`).join("");
        const told = await git(["hash-object", "-w", "--no-filters", "--stdin-paths"], list);
        const ids = String(told).trim().split("\n");
        return [...entries].map(([path, { length }], i) => {
          return { mode: "100644", id: ids[i] ?? "", bytes: length, path };
        });
      } finally {
        rmSync(join(folder, ".."), { recursive: true, force: true });
      }
    },
    commit: async (files, parent, message) => {
      const index = `index-${randomUUID()}`;
      const lines = files.map(({ mode, id, path }) => `${mode} ${id}	${path}\0`).join("");
      await git(["read-tree", "--empty"], "", index);
      await git(["update-index", "-z", "--index-info"], lines, index);
      const tree = String(await git(["write-tree"], "", index)).trim();
      const under = parent === "" ? [] : ["-p", parent];
      return String(await git(["commit-tree", "--no-gpg-sign", ...under, tree], message)).trim();
    },
    push: (commit, expected) => git([
      ...pushing,
      `--force-with-lease=${ref}:${expected}`,
      place.url,
      `${commit}:${ref}`
    ]).then(
      () => null,
      (error) => {
        if (error instanceof InputError) return error.message;
        throw error;
      }
    )
  };
}
var fetching = [
  ...["-c", "fetch.writeCommitGraph=false", "fetch", "--quiet", "--no-tags", "--no-prune"],
  ...["--no-auto-gc", "--no-write-fetch-head", "--no-recurse-submodules"]
];
var pushing = ["push", "--quiet", "--no-verify", "--no-follow-tags", "--no-recurse-submodules"];
async function begin({ directory, temp, variables }) {
  const own = mkdtempSync(join(temp, "flamegate-"));
  removeAtExit(own);
  const plain = { ...variables, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
  const objects = join(own, "objects");
  await mkdir(objects);
  if (directory === null) await finished(["init", "--quiet", "--bare", "--template=", own], plain);
  const at = ["-C", directory ?? own, "-c", "core.hooksPath=/dev/null"];
  const known = String(await finished([...at, "rev-parse", "--git-path", "objects"], plain)).trim();
  const env = {
    ...plain,
    ...directory === null ? {} : {
      GIT_OBJECT_DIRECTORY: objects,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: quotedPath(resolve(directory, known))
    },
    ...{ GIT_AUTHOR_NAME: "flamegate", GIT_AUTHOR_EMAIL: "flamegate@localhost" },
    ...{ GIT_COMMITTER_NAME: "flamegate", GIT_COMMITTER_EMAIL: "flamegate@localhost" }
  };
  return (args, input, index = "none") => finished([...at, ...args], { ...env, GIT_INDEX_FILE: join(own, index) }, input);
}
var made = [];
function removeAtExit(folder) {
  if (made.length === 0) {
    process.once("exit", () => {
      for (const text of made) rmSync(text, { recursive: true, force: true });
    });
  }
  made.push(folder);
}
var quotedPath = (path) => /[:"]/.test(path) ? JSON.stringify(path) : path;
async function filesOf(git, commit) {
  const listed = String(await git(["ls-tree", "-r", "-z", "-l", "--full-tree", commit]));
  return listed.split("\0").flatMap((line) => {
    const [, mode = "", id = "", size = "", path = ""] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    return path === "" ? [] : [{ mode, id, bytes: Number(size === "-" ? 0 : size), path }];
  });
}
function blobs(told) {
  const found = /* @__PURE__ */ new Map();
  for (let at = 0; at < told.length; ) {
    const end = told.indexOf("\n", at);
    const [id = "", kind, size = ""] = told.toString("latin1", at, end).split(" ");
    if (kind !== "blob") throw new InputError(`the object ${id} of the branch is not there`);
    found.set(id, told.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return found;
}
function finished(args, env, input = "") {
  return new Promise((done, reject) => {
    const child = spawn("git", args, { env, timeout: limitMilliseconds });
    const out = [];
    let said = "";
    child.stdout.on("data", (piece) => out.push(piece));
    child.stderr.on("data", (piece) => {
      said = (said + piece.toString()).slice(-2e3);
    });
    child.stdin.on("error", () => {
    });
    child.on(
      "error",
      (error) => reject(
        new InputError(
          error.code === "ENOENT" ? "a baseline on a branch needs git, and there is none in PATH" : `git cannot be started: ${error.message}`
        )
      )
    );
    child.on("close", (status, by) => {
      if (status === 0) return done(Buffer.concat(out));
      const words = said.trim().split("\n").slice(-3).join(" ");
      reject(new InputError(`git failed: ${words || `ended by ${by ?? `exit status ${status}`}`}`));
    });
    child.stdin.end(input);
  });
}

// src/store/branch.ts
var mostRuns = 100;
var mostTries = 12;
function branchStore(place, limits = defaultLimits) {
  refuseName(place.branch);
  const objects = branchObjects(place);
  const at = { objects, branch: place.branch, limits };
  return {
    load: () => loadBranch(at),
    keep: (run, summaries) => keepRun(at, run, summaries),
    prune: (longest) => pruneBranch(at, longest)
  };
}
function refuseName(name) {
  const isOne = isBranchName(name) && !/^[-/.]|\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)|[/.]$/.test(name);
  if (isOne) return;
  throw new InputError(`${quoted(name)} is not the name of a branch: write branch:flamegate-runs`);
}
var ofRun = /^\d{4}-\d\d-\d\dT[\d-]+Z-[\w.-]+$/;
var folderOf = (path) => path.split("/")[0] ?? "";
async function tipOf({ objects, branch }) {
  const tip = await objects.tip();
  const other = tip.files.find(
    ({ path }) => !path.includes("/") || !(ofRun.test(folderOf(path)) || folderOf(path) === folderOf(summaryName("x")))
  );
  if (other === void 0) return tip;
  throw new InputError(
    `the branch ${branch} holds ${quoted(other.path)}, which is no stored run: name a branch that is for stored runs alone`
  );
}
async function runsOf({ objects, limits }, { files }) {
  const folders = /* @__PURE__ */ new Map();
  for (const file of files) {
    const name = folderOf(file.path);
    if (!ofRun.test(name)) continue;
    const path = file.path.slice(name.length + 1);
    folders.set(name, [...folders.get(name) ?? [], { ...file, path }]);
  }
  const manifestOf = (list) => list.find(({ path }) => path === manifestName);
  const ids = [...folders.values()].map(manifestOf).filter((branchFile) => branchFile !== void 0 && branchFile.bytes <= longestManifest).map((branchFile) => branchFile?.id ?? "");
  const read = await objects.read([...new Set(ids)]);
  const runs = [];
  const unusable = [];
  for (const [name, list] of folders) {
    try {
      const manifest = readManifest(read.get(manifestOf(list)?.id ?? ""), limits);
      runs.push({ name, manifest, files: list });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unusable.push({ name, reason: error.message });
    }
  }
  return { runs: runs.sort(newestFirst), unusable };
}
async function* loadBranch(at) {
  const { objects, branch, limits } = at;
  const tip = await tipOf(at);
  if (tip.commit === "") {
    const message = `the branch ${branch} does not exist yet: this is normal for the first run; later look for a mistake in its name`;
    yield { kind: "warning", warning: { kind: "baseline", message } };
    return;
  }
  const { runs, unusable } = await runsOf(at, tip);
  for (const { name, reason } of unusable) {
    yield* damaged({ commit: "", time: "" }, `${branch}:${name}`, reason);
  }
  const summaries = await summariesOf(objects, tip);
  for (const { name, manifest, files } of runs) {
    const where = `${branch}:${name}`;
    try {
      checkShape(manifest, files);
      const open = () => openRun(objects, files, limits).catch(withPlace(where));
      const summary = summaries.get(digestOf(manifest)) ?? null;
      yield { kind: "run", run: { manifest, summary, open } };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield* damaged(manifest, where, error.message);
    }
  }
}
function checkShape(manifest, files) {
  const link = files.find(({ mode }) => !mode.startsWith("100"));
  if (link !== void 0) throw new InputError(`${quoted(link.path)} is not a regular file`);
  checkNames(
    manifest,
    files.map(({ path }) => path)
  );
  for (const { path, bytes } of manifest.files) {
    const size = files.find((file) => file.path === path)?.bytes;
    if (size !== bytes) {
      throw new InputError(`${path} has ${size} bytes, the manifest says ${bytes}`);
    }
  }
}
async function openRun(objects, files, limits) {
  const read = await objects.read([...new Set(files.map(({ id }) => id))]);
  const entries = /* @__PURE__ */ new Map();
  for (const { path, id } of files) entries.set(path, read.get(id) ?? new Uint8Array());
  return unpackRun(entries, limits);
}
var longestSummary = 64 << 20;
async function summariesOf(objects, { files }) {
  const folder = folderOf(summaryName("x"));
  const wanted = files.filter(
    ({ path, bytes, mode }) => folderOf(path) === folder && bytes <= longestSummary && mode.startsWith("100")
  );
  const found = /* @__PURE__ */ new Map();
  for (const bytes of (await objects.read([...new Set(wanted.map(({ id }) => id))])).values()) {
    try {
      const summary = unpackSummary(bytes);
      found.set(summary.manifest, summary);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  return found;
}
async function keepRun(at, run, summaries) {
  const { objects, branch } = at;
  const name = runName(run.manifest);
  const entries = /* @__PURE__ */ new Map();
  for (const [path, bytes] of entriesOf(run)) entries.set(`${name}/${path}`, bytes);
  const summary = await summaries?.of(run) ?? null;
  const packed = summary === null ? null : packSummary(summary);
  if (packed !== null) entries.set(summaryName(name), packed);
  const added = await objects.add(entries);
  const where = `branch:${branch}/${name}`;
  const manifest = added[0]?.id;
  await changed(
    at,
    `run of ${run.manifest.commit.slice(0, 12) || "an unnamed commit"}
`,
    async (tip, tries) => {
      const there = tip.files.find(({ path }) => path === `${name}/${manifestName}`);
      if (tries > 0 && there !== void 0 && there.id === manifest) return null;
      if (there !== void 0) {
        throw new InputError(
          "this run is stored already, and counted twice it would pass for two measurements: give another time",
          { file: where }
        );
      }
      const { runs } = await runsOf(at, tip);
      const all = [...runs, { name, manifest: run.manifest }].sort(newestFirst);
      if (all.length <= mostRuns) return { files: [...tip.files, ...added], isNew: false };
      const gone = namesOf(all.slice(mostRuns / 2));
      return { files: [...tip.files, ...added].filter((file) => !gone(file)), isNew: true };
    }
  );
  return where;
}
async function pruneBranch(at, longest) {
  let removed = [];
  await changed(at, `the newest ${longest} runs
`, async (tip) => {
    const { runs } = await runsOf(at, tip);
    const old = runs.slice(longest);
    removed = old.map(({ manifest }) => manifest);
    if (old.length === 0) return null;
    const gone = namesOf(old);
    return { files: tip.files.filter((file) => !gone(file)), isNew: true };
  });
  return removed;
}
function namesOf(runs) {
  const names = new Set(runs.flatMap(({ name }) => [name, summaryName(name)]));
  return ({ path }) => names.has(folderOf(path)) || names.has(path);
}
async function changed(at, message, change) {
  const { objects, branch } = at;
  let tip = await tipOf(at);
  let mayBeginAnew = true;
  let refused = "";
  for (let tries = 0; tries < mostTries; tries++) {
    const next = await change(tip, tries);
    if (next === null) return;
    const parent = next.isNew && mayBeginAnew ? "" : tip.commit;
    const commit = await objects.commit(next.files, parent, message);
    const failure = await objects.push(commit, tip.commit);
    if (failure === null) return;
    const before = tip.commit;
    tip = await tipOf(at);
    if (tip.commit === commit) return;
    if (tip.commit === before) {
      if (parent === "" && before !== "") mayBeginAnew = false;
      else if (refused === failure) break;
      refused = failure;
    }
    await new Promise(
      (resolve2) => setTimeout(resolve2, Math.random() * Math.min(4e3, 100 * 2 ** tries))
    );
  }
  throw new InputError(
    `the branch ${branch} could not be pushed${refused === "" ? ": others were faster each time" : `: ${refused}; the job needs \`contents: write\`, and a rule for the branch must let it push`}`
  );
}

export {
  branchStore
};
