/**
 * The roll-up to user code: frames of the runtime, of libc and of the language's own machinery are
 * hidden, with the semantics of pprof's `hide`, so that their cost belongs to the user function that
 * called them. "mallocgc got heavier" becomes "codec.Encode (allocations) got heavier".
 *
 * In two points it says more than `hide`. Where the hidden frames allocated memory or collected
 * garbage, the row is the user function with that in brackets: added to the function's own row it is
 * what `hide` gives. And a stack without a user frame, a background collector's for example, keeps its
 * outermost frame, where `hide` would drop the stack: a cost is never hidden from the gate.
 */
import { type Profile, text } from '../profile.ts';
import { remember, type TextTest } from './expression.ts';
import { addFunction, addLocation, type Extension, extend, extended } from './extend.ts';
import { keepLines, rewriteStacks } from './rewrite.ts';

/** Names of functions that are nobody's own code, by who brings them. Plain JavaScript: ours, safe. */
const RUNTIME_NAMES: readonly RegExp[] = [
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
  / \[(?:System|Microsoft|mscorlib|netstandard)(?:\.[\w.]+)?\] |^stub<\d+> /,
];

/** Source files: Node's modules and native code, what Python freezes into itself, and how that is called by name. */
const RUNTIME_FILES =
  /^node:|^v8:native$|^<frozen |(?:^|[/\\]python[\d.]*[/\\]|[/\\]Lib[/\\])importlib[/\\](?:__init__|_bootstrap|_bootstrap_external)\.py$/;

/**
 * Go's runtime by its file, because it implements functions of other packages (time.now,
 * reflect.typedmemmove): without a directory (-trimpath), or in one as distributions, version managers
 * and Bazel call a GOROOT. Another directory whose name begins with `go` may be the user's.
 */
const GO_RUNTIME = new RegExp(
  `(?:^|/(?:${[
    String.raw`[Gg]o(?:@[\d.]+)?(?:/\d[^/]*(?:/(?:x64|arm64|libexec))?)?`,
    String.raw`go-?\d[^/]*|golang|goroot|gotip|(?:go_sdk|rules_go)[^/]*`,
    String.raw`golang\.org/toolchain@[^/]*`,
  ].join('|')})/src/)runtime/[^/]+\\.(?:go|s)$`,
);

/** Source files of languages in which `free` or `runtime.step` is a user's own name. Not wasm: C is compiled to it. */
const SCRIPTS =
  /^(?!wasm:)[a-z][\w+.-]*:\/\/|\.(?:[cm]?[jt]sx?|vue|svelte|pyw?|rb|php|lua|exs?|erl)(?:[?#].*)?$/is;

/** What is mapped: libc and its kin, the dynamic linker, the kernel, .NET's own. */
const RUNTIME_MAPPINGS =
  /\/Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.App\/[^/]+\/[^/]+\.(?:dll|so)$|(?:^|\/)lib(?:coreclr|clrjit|clrgc\w*|hostfxr|hostpolicy|System\.[\w.]+)\.so$|^\[(?:kernel|vdso|vsyscall|guest)|(?:^|\/)(?:libc|libm|libpthread|librt|libdl|libstdc\+\+|libgcc_s|ld|ld-linux[\w-]*|ld-musl[\w-]*|libjemalloc|libtcmalloc\w*)[-.][^/]*so[^/]*$/;

/** Whether a function is nobody's own code, by its name and source file. */
export const isRuntimeCode = (name: string, file: string): boolean =>
  RUNTIME_FILES.test(file) ||
  GO_RUNTIME.test(file) ||
  (!SCRIPTS.test(file) && RUNTIME_NAMES.some((pattern) => pattern.test(name)));

/** Which functions and mappings are nobody's own code: 1 by index. */
function runtimeOf({ functions, mappings, strings }: Profile) {
  const isName = remember(strings, (name) => RUNTIME_NAMES.some((pattern) => pattern.test(name)));
  const isFile = remember(strings, (file) => RUNTIME_FILES.test(file) || GO_RUNTIME.test(file));
  const isScript = remember(strings, (file) => SCRIPTS.test(file));
  const isMapping = remember(strings, (file) => RUNTIME_MAPPINGS.test(file));
  return {
    functions: Uint8Array.from({ length: functions.count }, (_, f) => {
      const file = functions.file[f] as number;
      return isFile(file) || (isName(functions.name[f] as number) && !isScript(file)) ? 1 : 0;
    }),
    mappings: Uint8Array.from({ length: mappings.count }, (_, m) =>
      isMapping(mappings.file[m] as number) ? 1 : 0,
    ),
  };
}

/** What hidden frames did, the first that matches; a collection that an allocation had to help is one. */
const KINDS: readonly { readonly name: string; readonly test: TextTest }[] = [
  {
    name: 'garbage collection',
    test: (name) =>
      /^runtime\.(?:gcAssistAlloc\w*|gcBgMarkWorker|gcDrain\w*|gcStart|bgsweep|bgscavenge|wbBuf\w*|gcWriteBarrier\w*)$|^gcWriteBarrier|^\(garbage collector\)$/.test(
        name,
      ),
  },
  {
    name: 'allocations',
    test: (name) =>
      /^runtime\.(?:mallocgc\w*|newobject|newarray|makeslice\w*|growslice|makemap\w*|makechan\w*|rawstring\w*|rawbyteslice|rawruneslice|concatstrings?\d*|slicebytetostring|stringtoslicebyte|convT\w*)$|^JIT_New|^(?:WKS|SVR)::GCHeap::Alloc|^(?:_*libc_)?(?:malloc|calloc|realloc|aligned_alloc|posix_memalign)$|^_int_malloc$|^operator new\b/.test(
        name,
      ),
  },
];

/** The lines of user code in each location, and which locations have any, or are user code unnamed. */
function userLines(profile: Profile) {
  const { locations } = profile;
  const isRuntime = runtimeOf(profile);
  const isMapped = (l: number): boolean => {
    const m = locations.mapping[l] as number;
    return m >= 0 && isRuntime.mappings[m] === 1;
  };
  const lines = keepLines(
    locations,
    (l, k) => !isMapped(l) && isRuntime.functions[locations.lineFunction[k] as number] === 0,
  );
  const isUser = Uint8Array.from({ length: locations.count }, (_, l) => {
    const isUnsymbolized = locations.lineStart[l] === locations.lineStart[l + 1];
    // Code of nobody knows what is charged to whoever called it.
    const isOwn = isUnsymbolized
      ? (locations.mapping[l] as number) >= 0 && !isMapped(l)
      : lines.lineStart[l] !== lines.lineStart[l + 1];
    return isOwn ? 1 : 0;
  });
  return { lines, isUser };
}

/**
 * The profile with only the outermost user frame of each stack: of goroutines, the function that each
 * began in, which the runtime's own frames and pprof.Do only wrap. A stack without one keeps its
 * outermost frame.
 */
export function rootUser(profile: Profile): Profile {
  const { locations } = profile;
  const { lines, isUser } = userLines(profile);
  const extension = extend(profile);
  const rootOf = once((l) => {
    const kept = isUser[l] === 1 && lines.lineStart[l] !== lines.lineStart[l + 1];
    if (!kept) return addWhole(extension, profile, l);
    const last = (lines.lineStart[l + 1] as number) - 1;
    const line = [lines.lineFunction[last] as number, lines.lineNumber[last] as number] as const;
    return addLocation(extension, locations.mapping[l] as number, [line]);
  });
  const samples = rewriteStacks(profile.samples, (stack, out) => {
    if (stack.length === 0) return 0;
    let at = stack.length - 1;
    while (at > 0 && isUser[stack[at] as number] === 0) at--;
    const isFound = isUser[stack[at] as number] === 1;
    out[0] = rootOf(stack[isFound ? at : stack.length - 1] as number);
    return 1;
  });
  return extended(extension, samples);
}

/** The profile with everything rolled up to user code. */
export function attributeToUser(profile: Profile): Profile {
  const { locations } = profile;
  const { lines, isUser } = userLines(profile);
  const kinds = locationKinds(profile);
  // New locations come from the rolled-up lines, and whole ones stand in where there is no user.
  const extension = extend({ ...profile, locations: { ...locations, ...lines } });
  const whole: number[] = [];
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
      out[0] = wholeOf(stack[stack.length - 1] as number);
      return 1;
    }
    let length = 0;
    for (const l of stack.subarray(first)) if (isUser[l] === 1) out[length++] = l;
    const kind = kindOf(stack.subarray(0, first + 1), kinds);
    if (kind > 0) out[0] = rolledOf((stack[first] as number) * KIND_SLOTS + kind);
    return length;
  });
  const rolled = extended(extension, samples);
  const background = new Uint8Array(rolled.locations.count);
  for (const l of whole) background[l] = 1;
  return { ...rolled, locations: { ...rolled.locations, background } };
}

/** Kinds are counted from 1; 0 is none. */
const KIND_SLOTS = KINDS.length + 1;

/** The kind of each location, by the runtime frames in it: those inlined into user code, too. */
function locationKinds({ locations, functions, strings }: Profile): Uint8Array {
  const isScript = remember(strings, (file) => SCRIPTS.test(file));
  const kindOfFunction = Uint8Array.from({ length: functions.count }, (_, f) => {
    if (isScript(functions.file[f] as number)) return 0;
    const name = text(strings, functions.name[f] as number);
    return KINDS.findIndex(({ test }) => test(name)) + 1;
  });
  return Uint8Array.from({ length: locations.count }, (_, l) => {
    let kind = 0;
    const end = locations.lineStart[l + 1] as number;
    for (let k = locations.lineStart[l] as number; k < end; k++) {
      kind = stronger(kind, kindOfFunction[locations.lineFunction[k] as number] as number);
    }
    return kind;
  });
}

const stronger = (a: number, b: number): number => (a === 0 || (b !== 0 && b < a) ? b : a);

function kindOf(stack: Int32Array, kinds: Uint8Array): number {
  let kind = 0;
  for (const l of stack) kind = stronger(kind, kinds[l] as number);
  return kind;
}

function once(make: (key: number) => number): (key: number) => number {
  const known = new Map<number, number>();
  return (key) => {
    let made = known.get(key);
    if (made === undefined) {
      made = make(key);
      known.set(key, made);
    }
    return made;
  };
}

/** The outermost frame of a location as it was. */
function addWhole(to: Extension, { locations }: Profile, l: number): number {
  const last = (locations.lineStart[l + 1] as number) - 1;
  const isUnsymbolized = last < (locations.lineStart[l] as number);
  const line = [
    locations.lineFunction[last] as number,
    locations.lineNumber[last] as number,
  ] as const;
  return addLocation(to, locations.mapping[l] as number, isUnsymbolized ? [] : [line]);
}

/** The user location with one more frame below: its function, with the kind in brackets. */
function addRolled(to: Extension, l: number, kind: number): number {
  const { locations, functions, strings } = to.profile;
  const start = locations.lineStart[l] as number;
  const lines: (readonly [number, number])[] = [];
  for (let k = start; k < (locations.lineStart[l + 1] as number); k++) {
    lines.push([locations.lineFunction[k] as number, locations.lineNumber[k] as number]);
  }
  const [inner] = lines;
  if (inner === undefined) return l;
  const [f, line] = inner;
  const name = `${text(strings, functions.name[f] as number)} (${KINDS[kind - 1]?.name})`;
  const added = addFunction(
    to,
    name,
    functions.file[f] as number,
    functions.startLine[f] as number,
  );
  return addLocation(to, locations.mapping[l] as number, [[added, line], ...lines]);
}
