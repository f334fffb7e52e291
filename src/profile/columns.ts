/**
 * Columns of numbers that grow while a file is read. Two kinds with a function each, because one
 * function for both would make every append a polymorphic call.
 */

export interface Int32Column {
  values: Int32Array;
  length: number;
}

export interface Float64Column {
  values: Float64Array;
  length: number;
}

/**
 * `capacity` is a guess at the final length. Memory is only touched, hence used, as it fills.
 *
 * The arrays are assigned to columns that exist, not made with them: V8 takes a field that never
 * changed for a constant, and throws away the code that read it when the first column grows.
 */
export function int32Column(capacity: number): Int32Column {
  const column = { values: new Int32Array(0), length: 0 };
  reserveInt32(column, Math.max(capacity, 16));
  return column;
}

export function float64Column(capacity: number): Float64Column {
  const column = { values: new Float64Array(0), length: 0 };
  reserveFloat64(column, Math.max(capacity, 16));
  return column;
}

export function appendInt32(column: Int32Column, value: number): void {
  if (column.length === column.values.length) {
    reserveInt32(column, 1);
  }
  column.values[column.length++] = value;
}

export function appendFloat64(column: Float64Column, value: number): void {
  if (column.length === column.values.length) {
    reserveFloat64(column, 1);
  }
  column.values[column.length++] = value;
}

/** Makes room for `count` more. */
export function reserveInt32(column: Int32Column, count: number): void {
  const needed = column.length + count;
  if (needed > column.values.length) {
    const grown = new Int32Array(Math.max(needed, column.values.length * 2));
    grown.set(column.values);
    column.values = grown;
  }
}

/** Makes room for `count` more. */
export function reserveFloat64(column: Float64Column, count: number): void {
  const needed = column.length + count;
  if (needed > column.values.length) {
    const grown = new Float64Array(Math.max(needed, column.values.length * 2));
    grown.set(column.values);
    column.values = grown;
  }
}

/** What was appended; the room behind it is never touched and costs nothing. */
export function filled(column: Int32Column): Int32Array {
  return column.values.subarray(0, column.length);
}

export function filledFloat64(column: Float64Column): Float64Array {
  return column.values.subarray(0, column.length);
}
