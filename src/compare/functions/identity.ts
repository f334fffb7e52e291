/**
 * Which functions of two builds are one function under two generated names: closures that were
 * numbered anew, a module's next major version, the shapes of a generic function, the marks of an
 * optimiser. Names that a person chose are left alone: a renamed function is moved.ts's subject.
 */

/** A name without what compilers and module versions put into it. Linear in its length. */
export function identity(name: string): string {
  // pprof's own names for code without symbols: `[libc.so.6]`.
  if (name.startsWith('[')) return name;
  return (
    withoutBrackets(name)
      // Go: major versions of modules, closures and wrappers by number, method values.
      .replace(/\/v\d+(?=[./])/g, '')
      .replace(/(?:\.|%2e)v\d+(?=\.)/g, '')
      .replace(/\.(?:func|gowrap|deferwrap)\d+(?:[.-](?:range)?\d+)*/g, '.func')
      .replace(/-fm$/, '')
      // Rust: the hash of a monomorphisation. GCC and LLVM: clones.
      .replace(/::h[0-9a-f]{16}$/, '')
      .replace(/\.(?:isra|constprop|part|cold|lto_priv|llvm)(?:\.\d+)*/g, '')
      // Java: lambdas by number and address.
      .replace(/\$\$Lambda[$/.+\w]*/g, '$$$$Lambda')
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
