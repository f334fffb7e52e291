import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isShallow,
  needsHistory,
  notFound,
  silenceOf
} from "./chunk-chunk-5PXQR5EY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/source/rounds/revision.ts
init_define_FLAMEGATE_PAGE();
var isImplied = ({ against }) => against.trim() === "merge-base" || isBaseBranch(against.trim());
var isBaseBranch = (text) => text === "base branch" || text === "base-branch";
async function headCommit(git) {
  if (await git.attempt(["rev-parse", "--is-inside-work-tree"]) !== "true") {
    await git(["rev-parse", "--show-toplevel"]);
  }
  const head = await commitOf(git, "HEAD");
  if (head === null) throw new InputError("the repository has no commit yet: nothing to compare");
  return head;
}
async function baseCommit(git, head, wanted) {
  const against = wanted.against.trim();
  if (isBaseBranch(against)) {
    return (await branchTip(git, wanted.baseBranch)).commit;
  }
  if (against !== "merge-base") return revision(git, head, against);
  const parent = wanted.pullMerge === head ? await firstParentOfMerge(git, head) : null;
  if (parent !== null) return fetched(git, parent);
  return mergeBase(git, head, await branchTip(git, wanted.baseBranch));
}
async function baseName(git, wanted) {
  const against = wanted.against.trim();
  if (!isImplied(wanted)) return against;
  return wanted.baseBranch ?? await defaultBranch(git, await remoteOf(git)).catch(() => "");
}
var namedCommit = (git, text) => revision(git, "HEAD", text);
async function firstParentOfMerge(git, commit) {
  const text = await git(["cat-file", "commit", commit]);
  const parents = [
    ...text.split("\n\n", 1).join().matchAll(/^parent ([0-9a-f]{40,64})$/gm)
  ];
  return parents.length < 2 ? null : parents[0]?.[1] ?? null;
}
async function branchTip(git, named) {
  const remote = await remoteOf(git);
  const branch = plainRef(named ?? await defaultBranch(git, remote));
  const local = await commitOf(git, `refs/heads/${branch}`);
  if (remote === null) {
    if (local !== null) return { commit: local, refspec: null };
    throw new InputError(
      `there is no branch ${JSON.stringify(branch)} and no remote to fetch it from: say --against`
    );
  }
  const tracking = `refs/remotes/${remote}/${branch}`;
  const refspec = `+refs/heads/${branch}:${tracking}`;
  const known = await commitOf(git, tracking);
  if (known !== null) return { commit: known, refspec };
  if (local !== null && !await isShallow(git)) return { commit: local, refspec: null };
  await fetch(git, remote, ["--depth=1"], [refspec]);
  const commit = await commitOf(git, tracking);
  if (commit !== null) return { commit, refspec };
  throw new InputError(
    `the branch ${JSON.stringify(branch)} could not be fetched: ${needsHistory}`
  );
}
async function defaultBranch(git, remote) {
  if (remote !== null) {
    const prefix = `refs/remotes/${remote}/`;
    const known = await git.attempt(["symbolic-ref", "--quiet", `${prefix}HEAD`]);
    if (known?.startsWith(prefix)) return known.slice(prefix.length);
    const asked = await git.attempt(["ls-remote", "--symref", remote, "HEAD"]);
    const said = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(asked ?? "");
    if (said?.[1] !== void 0) return said[1];
  }
  for (const usual of ["main", "master"]) {
    if (await commitOf(git, `refs/heads/${usual}`) !== null) return usual;
  }
  throw new InputError("the default branch is not known here: name the base, like --against main");
}
var deeper = ["--deepen=64", "--deepen=1024", "--unshallow"];
async function mergeBase(git, head, tip) {
  const find = () => git.attempt(["merge-base", head, tip.commit]);
  let found = await find();
  const refs = tip.refspec === null ? [head] : [tip.refspec, head];
  for (const step of deeper) {
    if (found !== null || !await deepen(git, step, refs)) break;
    found = await find();
  }
  if (found !== null) return found;
  throw new InputError(
    await isShallow(git) ? `the commit where ${head.slice(0, 12)} left the base branch is not in this shallow clone: ${needsHistory}` : `${head.slice(0, 12)} and the base branch have no commit in common: say --against`
  );
}
async function deepen(git, step, refs) {
  const remote = await remoteOf(git);
  if (remote === null || !await isShallow(git)) return false;
  const args = (texts) => [
    "fetch",
    "--quiet",
    "--no-tags",
    step,
    remote,
    ...texts
  ];
  return await git.attempt(args(refs)) !== null || await git.attempt(args([])) !== null;
}
async function fetched(git, commit) {
  if (await commitOf(git, commit) !== null) return commit;
  const remote = await remoteOf(git);
  if (remote !== null) await fetch(git, remote, ["--depth=1"], [commit]);
  if (await commitOf(git, commit) !== null) return commit;
  throw new InputError(`the base commit ${commit.slice(0, 12)} is not here: ${needsHistory}`);
}
async function revision(git, head, text) {
  refuseOption(text);
  const item = await commitOf(git, text);
  if (item !== null) return item;
  const remote = await remoteOf(git);
  const name = remote !== null && text.startsWith(`${remote}/`) ? text.slice(remote.length + 1) : text;
  if (remote !== null && await git.attempt(["check-ref-format", `refs/heads/${name}`]) !== null) {
    const depth = await isShallow(git) ? ["--depth=1"] : [];
    if (await git.attempt(fetchArgs(remote, depth, [name])) !== null) {
      return git(["rev-parse", "--verify", "FETCH_HEAD^{commit}"]);
    }
  }
  const silence = remote === null ? null : await silenceOf(git, remote);
  for (const step of silence === null ? deeper : []) {
    if (!await deepen(git, step, [head])) break;
    const found = await commitOf(git, text);
    if (found !== null) return found;
  }
  throw new InputError(await notFound(git, text, remote, silence));
}
async function commitOf(git, text) {
  const name = `${text}^{commit}`;
  const commit = await git.attempt(["rev-parse", "--verify", "--quiet", "--end-of-options", name]);
  if (commit === null || await git.attempt(["cat-file", "-e", commit]) === null) return null;
  return commit;
}
var fetchArgs = (remote, depth, refs) => [
  ...["fetch", "--quiet", "--no-tags"],
  ...depth,
  remote,
  ...refs
];
async function fetch(git, remote, depth, refs) {
  const shallow = await isShallow(git);
  await git(fetchArgs(remote, shallow ? depth : [], refs)).catch((error) => {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${error.message}; the base is not in this clone: ${needsHistory}`);
  });
}
async function remoteOf(git) {
  const remotes = (await git.attempt(["remote"]) ?? "").split("\n").filter((name) => name !== "");
  return remotes.includes("origin") ? "origin" : remotes[0] ?? null;
}
function refuseOption(text) {
  if (text === "" || text.startsWith("-")) {
    throw new InputError(`${JSON.stringify(text)} is not a revision: name a commit, branch or tag`);
  }
}
function plainRef(branch) {
  refuseOption(branch);
  if (!new RegExp("[\\s:^~?*[\\\\+]|\\.\\.|\\p{Cc}", "u").test(branch)) return branch;
  throw new InputError(`${JSON.stringify(branch)} is not the name of a branch`);
}

export {
  isImplied,
  headCommit,
  baseCommit,
  baseName,
  namedCommit
};
