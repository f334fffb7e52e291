/**
 * The order of tables and differences: largest first, of either sign, then by name.
 */

/**
 * The indices of `values` by |value| falling, then name rising (UTF-16 order). Magnitudes are sorted
 * as plain numbers, natively, and only where they are equal are names compared: a comparison function
 * over rows takes twice the time.
 */
export function largestFirst(values: Float64Array, names: readonly string[]): Int32Array {
  const count = values.length;
  const magnitudes = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    magnitudes[i] = Math.abs(values[i] as number);
  }
  const rising = magnitudes.slice().sort();
  const order = new Int32Array(count);
  const placed = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const first = firstAtLeast(rising, magnitudes[i] as number);
    order[count - 1 - first - (placed[first] as number)] = i;
    placed[first] = (placed[first] as number) + 1;
  }
  for (let start = 0; start < count; ) {
    const ties = placed[
      firstAtLeast(rising, magnitudes[order[start] as number] as number)
    ] as number;
    if (ties > 1) {
      sortByName(order.subarray(start, start + ties), names);
    }
    start += ties;
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
  const sorted = Array.from(indices).sort((a, b) => {
    const [left, right] = [names[a] as string, names[b] as string];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  indices.set(sorted);
}
