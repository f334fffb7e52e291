/** How many cases a test draws: enough to find what it ever found, and all of them in a nightly run. */
export const runs = (usual: number, nightly: number): number =>
  process.env.FLAMEGATE_NIGHTLY === '1' ? nightly : usual;
