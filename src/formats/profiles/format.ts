/** What a profile format is: how a file of it is known from its beginning, and what reads it. */
import type { Profile } from '../../profile/profile.ts';

/** The inflated content and the file's name in; InputError on bad input. */
export type ReadProfile = (content: Buffer, file: string) => Profile;

export interface ProfileFormat {
  readonly name: string;
  /** Which tools write it. */
  readonly help: string;
  /** Asked with the beginning of the file as text, white space in front removed. */
  readonly detect: (beginning: string) => boolean;
  /** The reader is loaded when a file is of its format. */
  readonly load: () => Promise<ReadProfile>;
}

/** How many bytes of a file `detect` sees at most: enough for a few deep stacks. */
export const beginningBytes = 64 * 1024;
