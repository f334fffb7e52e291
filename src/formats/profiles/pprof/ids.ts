/**
 * From the file's ids to indices, for locations, functions and mappings alike.
 *
 * Ids are any non-zero 64-bit numbers, and a message may be named before it is defined, so ids are
 * kept while reading and replaced by indices at the end. They are kept as *slots* of 32 bits: of an
 * id up to 2^31 the id less one, so that in the files that count 1, 2, 3, ... (nearly all do) the slot
 * is the index already; of id 0, which means none, -1; of a wider id (some profilers use hashes or
 * addresses) -2, -3, ... as they appear.
 */

/** The slots given to wide ids of one kind. */
export type WideIds = Map<bigint, number>;

/** The slot of "no id". */
export const NONE = -1;

/** The slot of the id given as two words. */
export function slotOf(wide: WideIds, low: number, high: number): number {
  if (high === 0 && low >= 0) {
    return low - 1;
  }
  const id = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  let slot = wide.get(id);
  if (slot === undefined) {
    slot = -2 - wide.size;
    wide.set(id, slot);
  }
  return slot;
}

/** The id of a slot, for messages. */
export function idOf(wide: WideIds, slot: number): bigint {
  if (slot >= NONE) {
    return BigInt(slot + 1);
  }
  for (const [id, known] of wide) {
    if (known === slot) {
      return id;
    }
  }
  return 0n;
}

/** Finds the index of a defined slot. `sequence`: slot i has index i and nothing else exists. */
export type IdIndex =
  | { readonly kind: 'sequence'; readonly count: number }
  | { readonly kind: 'table'; readonly table: Int32Array }
  | { readonly kind: 'map'; readonly map: ReadonlyMap<number, number> };

/** The position of the first definition without an id, or with one that was defined before. */
export interface BadId {
  readonly kind: 'bad';
  readonly at: number;
}

/** A table may be this much larger than the ids it holds before a map is the smaller choice. */
const TABLE_SPARSENESS = 8;

export function indexSlots(slots: Int32Array): IdIndex | BadId {
  const count = slots.length;
  let largest = 0;
  let smallest = 0;
  let isSequence = true;
  for (let i = 0; i < count; i++) {
    const slot = slots[i] as number;
    isSequence &&= slot === i;
    largest = Math.max(largest, slot);
    smallest = Math.min(smallest, slot);
  }
  if (isSequence) {
    return { kind: 'sequence', count };
  }
  if (smallest === 0 && largest <= count * TABLE_SPARSENESS + 1024) {
    return tableOf(slots, largest);
  }
  const map = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const slot = slots[i] as number;
    if (slot === NONE || map.has(slot)) {
      return { kind: 'bad', at: i };
    }
    map.set(slot, i);
  }
  return { kind: 'map', map };
}

function tableOf(slots: Int32Array, largest: number): IdIndex | BadId {
  const table = new Int32Array(largest + 1).fill(-1);
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as number;
    if (table[slot] !== -1) {
      return { kind: 'bad', at: i };
    }
    table[slot] = i;
  }
  return { kind: 'table', table };
}

/**
 * Replaces slots by indices, in place and from position `from` to before `to`; NONE stays as it is
 * where `mayBeNone`. Returns the position of the first slot that nothing defines, or -1.
 */
export function resolve(
  index: IdIndex,
  references: Int32Array,
  mayBeNone: boolean,
  from = 0,
  to = references.length,
): number {
  if (index.kind === 'sequence') {
    return checkSequence(index.count, references, mayBeNone, from, to);
  }
  for (let i = from; i < to; i++) {
    const slot = references[i] as number;
    if (slot === NONE && mayBeNone) {
      continue;
    }
    const found = index.kind === 'table' ? index.table[slot] : index.map.get(slot);
    if (found === undefined || found < 0) {
      return i;
    }
    references[i] = found;
  }
  return -1;
}

/** Here a slot is its index, if it exists at all. */
function checkSequence(
  count: number,
  references: Int32Array,
  mayBeNone: boolean,
  from: number,
  to: number,
): number {
  const least = mayBeNone ? NONE : 0;
  for (let i = from; i < to; i++) {
    const slot = references[i] as number;
    if (slot < least || slot >= count) {
      return i;
    }
  }
  return -1;
}
