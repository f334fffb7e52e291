/** Where names of files in a tool's output begin: the directory of the repository that has them all. */
import { type Checkout, cannot, type NoPreset } from './preset.ts';
import { isInside } from './shell.ts';

/** Throws nothing: where there is none, or which it is is not known, that is the reason. */
export async function directoryOf(
  files: readonly string[],
  checkout: Checkout,
): Promise<string | NoPreset> {
  let roots: ReadonlySet<string> | undefined;
  for (const file of files) {
    const there = await checkout.named(file.split('/').at(-1) ?? '');
    const set = new Set(
      there
        .filter((path) => path === file || path.endsWith(`/${file}`))
        .map((path) => path.slice(0, path.length - file.length).replace(/\/$/, '')),
    );
    roots = roots === undefined ? set : new Set([...roots].filter((root) => set.has(root)));
    if (roots.size === 0) return cannot(`the file ${file} is not in this repository`);
  }
  const isUsable = (root: string) => root === '' || isInside(root);
  const all = [...(roots ?? [])].filter(isUsable);
  // The nearest above where the user stands, else the only one there is.
  const above = all.filter(
    (root) => root === '' || `${checkout.directory}/`.startsWith(`${root}/`),
  );
  const [nearest] = above.sort((a, b) => b.length - a.length);
  const [only, ...others] = all;
  if (nearest !== undefined) return nearest;
  if (only !== undefined && others.length === 0) return only;
  return cannot(`${files[0] ?? ''} is in several directories of this repository`);
}
