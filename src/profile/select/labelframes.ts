/**
 * `tagroot` and `tagleaf`: values of labels as frames, at the root of each stack or at its leaf. A
 * sample without the label has a frame without a name there, as in pprof.
 *
 * Source: internal/driver/tagroot.go (addLabelNodes) of github.com/google/pprof.
 */
import { indicesOf, labelValue } from '../labels.ts';
import type { Profile } from '../profile.ts';
import { addFunction, addLocation, addString, extend, extended } from './extend.ts';
import { rewriteStacks } from './rewrite.ts';

export interface LabelFrames {
  readonly profile: Profile;
  readonly isRootFound: boolean;
  readonly isLeafFound: boolean;
}

/** `roots` and `leaves` are keys with commas between them; the first root key is the new root. */
export function addLabelFrames(profile: Profile, roots: string, leaves: string): LabelFrames {
  const extension = extend(profile);
  const keysOf = (list: string) =>
    list
      .split(',')
      .filter((key) => key !== '')
      // The first is nearest the root, the last nearest the leaf; stacks are leaf first.
      .toReversed()
      .map((key) => ({ key, indices: indicesOf(profile, key) }));
  const [rootKeys, leafKeys] = [keysOf(roots), keysOf(leaves)];
  const shared = new Map<string, number>();
  const frames = (s: number, keys: ReturnType<typeof keysOf>, out: Int32Array): boolean => {
    let isFound = false;
    for (const [i, { key, indices }] of keys.entries()) {
      const value = labelValue(profile, s, indices);
      isFound ||= value !== '';
      const id = JSON.stringify([key, value]);
      let location = shared.get(id);
      if (location === undefined) {
        const f = addFunction(extension, value, addString(extension, key), 0);
        location = addLocation(extension, -1, [[f, 0]]);
        shared.set(id, location);
      }
      out[i] = location;
    }
    return isFound;
  };
  let [isRootFound, isLeafFound] = [false, false];
  const samples = rewriteStacks(
    profile.samples,
    (stack, out, s) => {
      const rootStart = leafKeys.length + stack.length;
      isLeafFound = frames(s, leafKeys, out) || isLeafFound;
      out.set(stack, leafKeys.length);
      isRootFound = frames(s, rootKeys, out.subarray(rootStart)) || isRootFound;
      return rootStart + rootKeys.length;
    },
    rootKeys.length + leafKeys.length,
  );
  return { profile: extended(extension, samples), isRootFound, isLeafFound };
}
