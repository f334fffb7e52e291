/**
 * The order of tables and differences: largest first, of either sign, then by name.
 */

/**
 * The indices of `values` by |value| falling, then name rising (UTF-16 order).
 *
 * Magnitudes are sorted as plain numbers, which is native code, and only where they are equal are
 * names compared. Equals whose names are in order already, as most are in a difference of two
 * tables, are left alone.
 */
export function largestFirst(values: Float64Array, names: readonly string[]): Int32Array {
  const count = values.length;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    keys[i] = -Math.abs(values[i] as number);
  }
  const sorted = keys.slice().sort();
  const order = new Int32Array(count);
  // How many of the values that are equal to the one sorted here have their place.
  const placed = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const first = firstAtLeast(sorted, keys[i] as number);
    const before = placed[first] as number;
    order[first + before] = i;
    placed[first] = before + 1;
  }
  for (let first = 0; first < count; first += placed[first] as number) {
    sortByName(order.subarray(first, first + (placed[first] as number)), names);
  }
  return order;
}

/** The position of the first of the rising numbers that is not below `value`. */
function firstAtLeast(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function sortByName(indices: Int32Array, names: readonly string[]): void {
  for (let i = 1; i < indices.length; i++) {
    if (compare(indices[i - 1] as number, indices[i] as number, names) > 0) {
      indices.set(Array.from(indices).sort((a, b) => compare(a, b, names)));
      return;
    }
  }
}

function compare(a: number, b: number, names: readonly string[]): number {
  const [left, right] = [names[a] as string, names[b] as string];
  return left < right ? -1 : left > right ? 1 : 0;
}
