/**
 * Which functions of two builds are one function under two generated names: closures that were
 * numbered anew, a module's next major version, the shapes of a generic function, the marks of an
 * optimiser. Names that a person chose are left alone: a renamed function is moved.ts's subject.
 */

/**
 * A name without what every build or start of a program draws anew, demangled where compilers wrap that into the
 * name: two names with one such part left are one function. Linear in the name's length.
 */
export function stableName(name: string): string {
  if (name.startsWith('[')) return name;
  return (
    demangled(name)
      // Rust: the hash of a build, and in its newer names the crate's.
      .replace(/::h[0-9a-f]{16}(?=$|\s)/, '')
      .replace(/^(_R[^\s]*)$/, (mangled) => mangled.replace(/Cs[0-9A-Za-z]*_/g, 'C'))
      // Java: lambdas and hidden classes by number and address.
      .replace(/(\$\$Lambda|\bLambda)(?:[$/]\d+(?![x\d]))?(?:[./+]0x[0-9a-f]+)?(?:\/\d+)?/g, '$1')
      .replace(/(?<=[\w$])[/+]0x[0-9a-f]{6,16}/g, '')
      // .NET: the compiler's tiers.
      .replace(
        /\s?\[(?:PreJIT|ReadyToRun|MinOptJitted|QuickJitted|Optimized|OptimizedTier\w+|Tier\w+|Instrumented\w*|Unknown)\]$/,
        '',
      )
  );
}

/** `_ZN4shop5parse17h0123456789abcdefE` -> `shop::parse`; a name that is more than that stays as it is. */
function demangled(name: string): string {
  const start = /^_{1,2}ZN(?=\d)/.exec(name)?.[0].length;
  if (start === undefined) return name;
  const parts: string[] = [];
  let at = start;
  while (at < name.length) {
    const digits = /^\d+/.exec(name.slice(at, at + 4))?.[0] ?? '';
    if (digits === '') break;
    const part = name.slice(at + digits.length, at + digits.length + Number(digits));
    if (part.length !== Number(digits)) return name;
    parts.push(part);
    at += digits.length + part.length;
  }
  // Parameters, templates and the like are more than a path of names.
  if (!/^E(?:v?$|\.)/.test(name.slice(at, at + 3))) return name;
  const isHash = /^h[0-9a-f]{16}$/.test(parts.at(-1) ?? '');
  return (isHash ? parts.slice(0, -1).map(unescaped) : parts).join('::');
}

/** Rust's escapes in the parts of a name. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['SP', '@'],
  ['BP', '*'],
  ['RF', '&'],
  ['LT', '<'],
  ['GT', '>'],
  ['LP', '('],
  ['RP', ')'],
  ['C', ','],
]);

const unescaped = (part: string): string =>
  part
    .replace(/^_(?=\$)/, '')
    .replace(/\$(SP|BP|RF|LT|GT|LP|RP|C|u[0-9a-f]{1,6})\$/g, (whole, code: string) =>
      code.startsWith('u') ? character(code.slice(1)) : (escapes.get(code) ?? whole),
    )
    .replaceAll('..', '::');

function character(hex: string): string {
  const code = Number.parseInt(hex, 16);
  // Nothing that is not seen, and nothing that is no character.
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '_';
}

/** A name without what compilers and module versions put into it. Linear in its length. */
export function identity(name: string): string {
  // pprof's own names for code without symbols: `[libc.so.6]`.
  if (name.startsWith('[')) return name;
  return (
    withoutBrackets(stableName(name))
      // Go: major versions of modules, closures and wrappers by number, method values.
      .replace(/\/v\d+(?=[./])/g, '')
      .replace(/(?:\.|%2e)v\d+(?=\.)/g, '')
      .replace(/\.(?:func|gowrap|deferwrap)\d+(?:[.-](?:range)?\d+)*/g, '.func')
      .replace(/-fm$/, '')
      // GCC and LLVM: clones.
      .replace(/\.(?:isra|constprop|part|cold|lto_priv|llvm)(?:\.\d+)*/g, '')
      // Java: the methods of lambdas by number.
      .replace(/lambda\$(\w*)\$\d+/g, 'lambda$$$1')
  );
}

/** Type arguments: `cmp.Compare[go.shape.int64]` is `cmp.Compare`. */
function withoutBrackets(name: string): string {
  if (!name.includes('[')) return name;
  let depth = 0;
  let kept = '';
  for (const char of name) {
    if (char === '[') depth++;
    if (depth === 0) kept += char;
    if (char === ']' && depth > 0) depth--;
  }
  return depth === 0 ? kept : name;
}

/**
 * Head names -> main's names, for names that only one side has, where exactly one of each side has
 * the same identity. Where more do, nothing says which is which.
 */
export function renumbered(
  base: ReadonlySet<string>,
  head: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const before = uniqueIdentities(base, head);
  const pairs = new Map<string, string>();
  for (const [key, name] of uniqueIdentities(head, base)) {
    const former = before.get(key);
    if (name !== null && former !== undefined && former !== null) pairs.set(name, former);
  }
  return pairs;
}

/** Identities of the names that the other side lacks; null for one that several names have. */
function uniqueIdentities(
  names: ReadonlySet<string>,
  other: ReadonlySet<string>,
): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const name of names) {
    if (other.has(name)) continue;
    const key = identity(name);
    found.set(key, found.has(key) ? null : name);
  }
  return found;
}

/** The package, module or class that a name begins with; the whole name where nothing shows it. */
export function packageOf(name: string): string {
  const plain = identity(name);
  const path = plain.slice(0, plain.search(/[(<]|$/)).lastIndexOf('/');
  const end = plain.slice(path + 1).search(/::|[.#]/);
  return end < 0 ? plain : plain.slice(0, path + 1 + end);
}
