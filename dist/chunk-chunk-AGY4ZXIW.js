import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  addFunction,
  addLocation,
  extend,
  extended,
  keepLines,
  rewriteStacks
} from "./chunk-chunk-EFJZRIPC.js";
import {
  remember
} from "./chunk-chunk-BMY7VOPR.js";
import {
  text
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/select/attribute.ts
init_define_FLAMEGATE_PAGE();
var RUNTIME_NAMES = [
  // Go: the runtime, what only it may import, locks and system calls, and its assembly.
  /^runtime(?:\/[\w/]+)?\.|^internal\/|^sync(?:\/atomic)?\.|^syscall\./,
  /^(?:mem(?:eq|move|clr)\w*body|(?:cmp|index|indexbyte|count|aeshash)body|gcWriteBarrier|gogo|callRet|cgocallback|_?rt0_\w+)$/,
  // C and C++: allocation and copying, where they are linked into the program; the kernel in perf's names.
  /^(?:_*libc_)?(?:malloc|calloc|realloc|free|aligned_alloc|posix_memalign)$|^_int_(?:malloc|free|realloc)$/,
  /^operator (?:new|delete)\b|^_*mem(?:cpy|move|set|cmp)(?:_\w+)?$|_\[k\]$/,
  // V8's and Node's own.
  /^\((?:garbage collector|program|idle|root)\)$|^(?:node|v8)::/,
  // The JVM: the class library, and the virtual machine's C++.
  /^(?:java|javax|jdk|sun|com[./]sun)[./]/,
  /^(?:Java(?:Thread|Calls|Main)|G1\w*|Parallel(?:Scavenge|Compact|GC)\w*|Z(?:Heap|Mark|Relocate|Barrier|Worker|Page)\w*|Shenandoah\w*|GangWorker|VMThread|OptoRuntime|SharedRuntime|InterpreterRuntime|CompileBroker|C2Compiler)::/,
  // .NET: methods of its class library; the space is only after a method's own assembly, not after types'.
  / \[(?:System|Microsoft|mscorlib|netstandard)(?:\.[\w.]+)?\] |^stub<\d+> /
];
var RUNTIME_FILES = /^node:|^v8:native$|^<frozen |(?:^|[/\\]python[\d.]*[/\\]|[/\\]Lib[/\\])importlib[/\\](?:__init__|_bootstrap|_bootstrap_external)\.py$/;
var GO_RUNTIME = new RegExp(
  `(?:^|/(?:${[
    String.raw`[Gg]o(?:@[\d.]+)?(?:/\d[^/]*(?:/(?:x64|arm64|libexec))?)?`,
    String.raw`go-?\d[^/]*|golang|goroot|gotip|(?:go_sdk|rules_go)[^/]*`,
    String.raw`golang\.org/toolchain@[^/]*`
  ].join("|")})/src/)runtime/[^/]+\\.(?:go|s)$`
);
var SCRIPTS = /^(?!wasm:)[a-z][\w+.-]*:\/\/|\.(?:[cm]?[jt]sx?|vue|svelte|pyw?|rb|php|lua|exs?|erl)(?:[?#].*)?$/is;
var RUNTIME_MAPPINGS = /\/Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.App\/[^/]+\/[^/]+\.(?:dll|so)$|(?:^|\/)lib(?:coreclr|clrjit|clrgc\w*|hostfxr|hostpolicy|System\.[\w.]+)\.so$|^\[(?:kernel|vdso|vsyscall|guest)|(?:^|\/)(?:libc|libm|libpthread|librt|libdl|libstdc\+\+|libgcc_s|ld|ld-linux[\w-]*|ld-musl[\w-]*|libjemalloc|libtcmalloc\w*)[-.][^/]*so[^/]*$/;
var isRuntimeCode = (name, file) => RUNTIME_FILES.test(file) || GO_RUNTIME.test(file) || !SCRIPTS.test(file) && RUNTIME_NAMES.some((pattern) => pattern.test(name));
function runtimeOf({ functions, mappings, strings }) {
  const isName = remember(strings, (name) => RUNTIME_NAMES.some((pattern) => pattern.test(name)));
  const isFile = remember(strings, (file) => RUNTIME_FILES.test(file) || GO_RUNTIME.test(file));
  const isScript = remember(strings, (file) => SCRIPTS.test(file));
  const isMapping = remember(strings, (file) => RUNTIME_MAPPINGS.test(file));
  return {
    functions: Uint8Array.from({ length: functions.count }, (_, f) => {
      const file = functions.file[f];
      return isFile(file) || isName(functions.name[f]) && !isScript(file) ? 1 : 0;
    }),
    mappings: Uint8Array.from(
      { length: mappings.count },
      (_, m) => isMapping(mappings.file[m]) ? 1 : 0
    )
  };
}
var KINDS = [
  {
    name: "garbage collection",
    test: (name) => /^runtime\.(?:gcAssistAlloc\w*|gcBgMarkWorker|gcDrain\w*|gcStart|bgsweep|bgscavenge|wbBuf\w*|gcWriteBarrier\w*)$|^gcWriteBarrier|^\(garbage collector\)$/.test(
      name
    )
  },
  {
    name: "allocations",
    test: (name) => /^runtime\.(?:mallocgc\w*|newobject|newarray|makeslice\w*|growslice|makemap\w*|makechan\w*|rawstring\w*|rawbyteslice|rawruneslice|concatstrings?\d*|slicebytetostring|stringtoslicebyte|convT\w*)$|^JIT_New|^(?:WKS|SVR)::GCHeap::Alloc|^(?:_*libc_)?(?:malloc|calloc|realloc|aligned_alloc|posix_memalign)$|^_int_malloc$|^operator new\b/.test(
      name
    )
  }
];
function userLines(profile) {
  const { locations } = profile;
  const isRuntime = runtimeOf(profile);
  const isMapped = (l) => {
    const m = locations.mapping[l];
    return m >= 0 && isRuntime.mappings[m] === 1;
  };
  const lines = keepLines(
    locations,
    (l, k) => !isMapped(l) && isRuntime.functions[locations.lineFunction[k]] === 0
  );
  const isUser = Uint8Array.from({ length: locations.count }, (_, l) => {
    const isUnsymbolized = locations.lineStart[l] === locations.lineStart[l + 1];
    const isOwn = isUnsymbolized ? locations.mapping[l] >= 0 && !isMapped(l) : lines.lineStart[l] !== lines.lineStart[l + 1];
    return isOwn ? 1 : 0;
  });
  return { lines, isUser };
}
function rootUser(profile) {
  const { locations } = profile;
  const { lines, isUser } = userLines(profile);
  const extension = extend(profile);
  const rootOf = once((l) => {
    const kept = isUser[l] === 1 && lines.lineStart[l] !== lines.lineStart[l + 1];
    if (!kept) return addWhole(extension, profile, l);
    const last = lines.lineStart[l + 1] - 1;
    const line = [lines.lineFunction[last], lines.lineNumber[last]];
    return addLocation(extension, locations.mapping[l], [line]);
  });
  const samples = rewriteStacks(profile.samples, (stack, out) => {
    if (stack.length === 0) return 0;
    let at = stack.length - 1;
    while (at > 0 && isUser[stack[at]] === 0) at--;
    const isFound = isUser[stack[at]] === 1;
    out[0] = rootOf(stack[isFound ? at : stack.length - 1]);
    return 1;
  });
  return extended(extension, samples);
}
function attributeToUser(profile) {
  const { locations } = profile;
  const { lines, isUser } = userLines(profile);
  const kinds = locationKinds(profile);
  const extension = extend({ ...profile, locations: { ...locations, ...lines } });
  const whole = [];
  const wholeOf = once((l) => {
    const added = addWhole(extension, profile, l);
    whole.push(added);
    return added;
  });
  const rolledOf = once((id) => addRolled(extension, Math.floor(id / KIND_SLOTS), id % KIND_SLOTS));
  const samples = rewriteStacks(profile.samples, (stack, out) => {
    const first = stack.findIndex((l) => isUser[l] === 1);
    if (first < 0) {
      if (stack.length === 0) return 0;
      out[0] = wholeOf(stack[stack.length - 1]);
      return 1;
    }
    let length = 0;
    for (const l of stack.subarray(first)) if (isUser[l] === 1) out[length++] = l;
    const kind = kindOf(stack.subarray(0, first + 1), kinds);
    if (kind > 0) out[0] = rolledOf(stack[first] * KIND_SLOTS + kind);
    return length;
  });
  const rolled = extended(extension, samples);
  const background = new Uint8Array(rolled.locations.count);
  for (const l of whole) background[l] = 1;
  return { ...rolled, locations: { ...rolled.locations, background } };
}
var KIND_SLOTS = KINDS.length + 1;
function locationKinds({ locations, functions, strings }) {
  const isScript = remember(strings, (file) => SCRIPTS.test(file));
  const kindOfFunction = Uint8Array.from({ length: functions.count }, (_, f) => {
    if (isScript(functions.file[f])) return 0;
    const name = text(strings, functions.name[f]);
    return KINDS.findIndex(({ test }) => test(name)) + 1;
  });
  return Uint8Array.from({ length: locations.count }, (_, l) => {
    let kind = 0;
    const end = locations.lineStart[l + 1];
    for (let k = locations.lineStart[l]; k < end; k++) {
      kind = stronger(kind, kindOfFunction[locations.lineFunction[k]]);
    }
    return kind;
  });
}
var stronger = (a, b) => a === 0 || b !== 0 && b < a ? b : a;
function kindOf(stack, kinds) {
  let kind = 0;
  for (const l of stack) kind = stronger(kind, kinds[l]);
  return kind;
}
function once(make) {
  const known = /* @__PURE__ */ new Map();
  return (key) => {
    let made = known.get(key);
    if (made === void 0) {
      made = make(key);
      known.set(key, made);
    }
    return made;
  };
}
function addWhole(to, { locations }, l) {
  const last = locations.lineStart[l + 1] - 1;
  const isUnsymbolized = last < locations.lineStart[l];
  const line = [
    locations.lineFunction[last],
    locations.lineNumber[last]
  ];
  return addLocation(to, locations.mapping[l], isUnsymbolized ? [] : [line]);
}
function addRolled(to, l, kind) {
  const { locations, functions, strings } = to.profile;
  const start = locations.lineStart[l];
  const lines = [];
  for (let k = start; k < locations.lineStart[l + 1]; k++) {
    lines.push([locations.lineFunction[k], locations.lineNumber[k]]);
  }
  const [inner] = lines;
  if (inner === void 0) return l;
  const [f, line] = inner;
  const name = `${text(strings, functions.name[f])} (${KINDS[kind - 1]?.name})`;
  const added = addFunction(
    to,
    name,
    functions.file[f],
    functions.startLine[f]
  );
  return addLocation(to, locations.mapping[l], [[added, line], ...lines]);
}

export {
  isRuntimeCode,
  rootUser,
  attributeToUser
};
