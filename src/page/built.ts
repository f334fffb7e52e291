/** The page as the bundler made it (build.ts): a script and a style that go into every report. */

export interface BuiltPage {
  readonly script: string;
  readonly style: string;
}

/** Replaced by the bundler. */
declare const FLAMEGATE_PAGE: BuiltPage;

export const page: BuiltPage = FLAMEGATE_PAGE;
