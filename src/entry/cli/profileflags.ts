/** Flags that say how profiles are read: where there is no profile they would be ignored without a word. */
import { InputError } from '../../model/error.ts';
import { filterNames } from '../../profile/select/filternames.ts';
import { type Flags, flagName } from './flags.ts';

/** What each of them chooses, as the end of a sentence. */
const chooses: readonly (readonly [keyof Flags, string])[] = [
  ...(Object.keys(filterNames) as (keyof typeof filterNames)[]).map(
    (name) => [name, 'which stacks and frames of a profile count'] as const,
  ),
  ['sampleType', 'which value of a profile is compared'],
  ['groupBy', 'the label by which a profile is divided'],
  ['attribute', 'which function of a profile is charged'],
  ['granularity', 'what a row of a profile is'],
  ['tree', 'callers and callees of the functions of a profile'],
  ['list', 'functions of a profile whose source is shown'],
  ['sourcePath', 'where the source of a profile is looked for'],
  ['trimPath', 'where the source of a profile is looked for'],
  ['cum', 'the order of the functions of a profile'],
  ['nodecount', 'how many functions of a profile are shown'],
  ['nodefraction', 'which functions of a profile are shown'],
  ['unit', 'the unit of the values of a profile'],
  ['divideBy', 'what the values of a profile are divided by'],
  ['mean', 'whether the values of a profile are means'],
  ['normalize', 'the scale of the values of a profile'],
  ['relativePercentages', 'what the shares of a profile are of'],
];

/** For a command that was given no profile. Throws InputError for the first flag that needs one. */
export function refuseIdleProfileFlags(flags: Flags): void {
  const refuse = (flag: string, what: string) => {
    throw new InputError(
      `${flag} chooses ${what}, and no profile is compared here: leave it out, or give profiles`,
    );
  };
  const idle = chooses.find(([name]) => flags[name] !== undefined);
  if (idle !== undefined) refuse(flagName(idle[0]), idle[1]);
  // Commander sets it to true where --no-inlines is not given.
  if (flags.inlines === false) refuse('--no-inlines', 'which frames of a profile are seen');
}
