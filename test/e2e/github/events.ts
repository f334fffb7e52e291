/**
 * The payload that the runner writes for an action: GitHub's webhook for the event of a run, cut
 * to what an action may reasonably look at. The values are the world's.
 */
import { fullName, pullShape, repositoryShape, userShape } from './shapes.ts';
import { octocat, type Run, type World } from './world.ts';

/** The payload of the run's event. Throws for an event the fake cannot tell. */
export function payloadOf(world: World, run: Run): Record<string, unknown> {
  const repository = repositoryShape(world.repository, world.defaultBranch);
  switch (run.event) {
    case 'push':
      return pushPayload(world, run, repository);
    case 'pull_request':
    case 'pull_request_target': {
      if (run.pull === null) throw new Error('a pull_request run without its pull request');
      return {
        action: world.runs.some((one) => one !== run && one.pull === run.pull)
          ? 'synchronize'
          : 'opened',
        number: run.pull.number,
        pull_request: pullShape(world, run.pull),
        repository,
        sender: userShape(run.pull.author),
      };
    }
    case 'workflow_dispatch':
      return {
        inputs: null,
        ref: run.ref,
        repository,
        sender: userShape(octocat),
        workflow: run.path,
      };
    case 'schedule':
      return { schedule: '17 3 * * *' };
    default:
      throw new Error(`the fake has no payload for ${run.event}`);
  }
}

function pushPayload(world: World, run: Run, repository: object): Record<string, unknown> {
  const commit = world.commits.get(run.sha);
  const person = { name: 'The Octocat', email: 'octocat@github.com', username: octocat.login };
  const headCommit = {
    id: run.sha,
    tree_id: run.sha,
    distinct: true,
    message: commit?.message ?? '',
    timestamp: run.createdAt,
    url: `https://github.com/${fullName(world.repository)}/commit/${run.sha}`,
    author: person,
    committer: person,
    added: [],
    removed: [],
    modified: ['codec/encode.go'],
  };
  return {
    ref: run.ref,
    before: run.before,
    after: run.sha,
    created: false,
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `https://github.com/${fullName(world.repository)}/compare/${run.before}...${run.sha}`,
    commits: [headCommit],
    head_commit: headCommit,
    repository,
    pusher: { name: octocat.login, email: 'octocat@github.com' },
    sender: userShape(octocat),
  };
}
