/** Which of criterion's files belong together. */

/** The benchmark's directory; null of the run before (`base`), of changes and reports, and of what has no result. */
export function criterionSet(file: string): string | null {
  const [, directory = '', name = ''] = /^(?:(.*)\/)?([^/]*)$/.exec(file) ?? [];
  if (name === 'tukey.json') return null;
  return /(?:^|\/)(?:base|change|report)$/.test(directory) ? null : directory;
}
