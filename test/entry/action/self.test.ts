/** Where the action came from: what the comment gives a reader to run. */
import { describe, expect, it } from 'vitest';
import { ownSource } from '../../../src/entry/action/self.ts';

const of = (repository?: string, ref?: string, server = 'https://github.com') =>
  ownSource({ GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref }, server);

describe('the source of the action', () => {
  it.each(['v1', 'main', 'releases/v1', '50cc4541ab'])('is its repository at %s', (ref) => {
    expect(of('octo-org/flamegate', ref)).toEqual({
      url: 'https://github.com/octo-org/flamegate',
      ref,
    });
  });

  it.each([
    ['is a directory of the repository itself', undefined, undefined],
    ['has a ref that is a flag', 'o/flamegate', '--upload-pack=x'],
    ['has a ref that a shell reads', 'o/flamegate', 'v1;id'],
    ['has a ref that ends the code', 'o/flamegate', 'v1`'],
    ['has a name that a shell reads', 'o/$(id)', 'v1'],
  ])('is not told where it %s', (_, repository, ref) => {
    expect(of(repository, ref)).toBeNull();
  });

  it('is not told of a server that is none', () => {
    expect(of('o/flamegate', 'v1', 'https://x y')).toBeNull();
  });
});
