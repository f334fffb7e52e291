#!/usr/bin/env node
/**
 * The command line: flags in, an exit status out. What a command does is in cli/, one file each,
 * imported when it is asked for, so that `--version` starts as fast as Node does; the pipeline is
 * flow/gate.ts.
 */
import { Argument, Command, CommanderError, Option } from 'commander';
import { InputError } from '../model/error.ts';
import { flagOf, settings } from '../settings/table.ts';
import { examplesOf } from './cli/examples.ts';
import type { Flags } from './cli/flags.ts';
import { askedReports, type ReportFlag } from './cli/reports.ts';
import { begin, doing, finish } from './unfinished.ts';

begin((line) => process.stderr.write(`flamegate: ${line}\n`));

/**
 * Everything behind `--` of `measure` is the command to be measured, word for word. It is cut off
 * before flags are looked for: Commander would mix it with its own arguments.
 */
function withoutCommand(argv: readonly string[]): { own: string[]; words?: readonly string[] } {
  const end = argv[2] === 'measure' ? argv.indexOf('--', 3) : -1;
  return end < 0 ? { own: [...argv] } : { own: argv.slice(0, end), words: argv.slice(end + 1) };
}

const { own, words } = withoutCommand(process.argv);

const measureExamples = `
Everything behind -- is the command. Of go test, cargo bench, pytest, vitest bench and node, flamegate finds itself what
must be built or linked; the time of a command that prints no benchmark is measured.

Examples:
  flamegate measure -- go test -bench=Encode ./...
  flamegate measure --against main -- cargo bench
  flamegate measure --against HEAD -- python -m pytest bench     what is not committed yet
  flamegate measure --setup 'make tool' -- ./tool input.txt
  flamegate measure v1.2..v1.3 -- go test -bench=. .             two releases
  flamegate measure v1.2..main --each -- go test -bench=. .      which commit was it?
  flamegate measure --base-cmd 'gzip -k -f in' --head-cmd 'zstd -f in'
  flamegate measure --count -- go test -bench=Encode ./...       instructions, exact, in seconds
  flamegate measure --vary n=1,10,100 -- ./tool --size {n}       a benchmark for each value`;

/** A flag of a setting, with its help and its default, as the table of settings has them. */
function flag(key: keyof typeof settings): [flags: string, help: string] {
  const entry = settings[key];
  return [
    flagOf(entry),
    entry.default === '' ? entry.help : `${entry.help} (default: ${entry.default})`,
  ];
}

/** Replaced by the bundler with package.json's version. */
declare const FLAMEGATE_VERSION: string;

const program = new Command('flamegate')
  .description(
    'Compares benchmarks and pprof profiles with stored runs of the base, and gives a verdict.',
  )
  .version(FLAMEGATE_VERSION)
  .exitOverride()
  .addHelpText(
    'after',
    `
Exit status: 0 pass, or nothing that --fail-on names; 1 the gate failed; 2 bad usage, bad input or work not
done; 3 suspect, incomplete or no baseline where --fail-on names it.`,
  );

const measured = (command: Command): Command =>
  command
    .option('--benchmarks <files...>', 'benchmark output: files or globs; - is standard input')
    .option('--profiles <files...>', 'pprof profiles: files or globs')
    .option('--commit <hash>', 'the commit that was measured (default: HEAD, or what the CI says)')
    .option('--time <iso>', 'when it was measured (default: now)');

const policy = (command: Command): Command =>
  command
    .option('--config <file>', 'configuration file (default: .github/flamegate.yml where it is)')
    .option(...flag('threshold'))
    .option(...flag('profileThreshold'))
    .option(...flag('alpha'))
    .option(...flag('suspect'))
    .option(...flag('see'))
    .option(...flag('runner'))
    .option(...flag('test'))
    .option(...flag('format'));

const measuring = (command: Command): Command =>
  command
    .option('--setup <command>', 'shell command that builds a side, once in its tree')
    .option(...flag('against'))
    .option(...flag('maxTime'))
    .option(...flag('maxRounds'))
    .option('--seed <number>', 'draws the order of the rounds; printed, so that it can be repeated')
    .option('--time-command', "compare the command's own time, whatever it prints")
    .option('--pin', 'run everything on one CPU (Linux, taskset)')
    .option('--keep <dir>', 'keep output and profiles of each round there');

const tables = (command: Command): Command =>
  command
    .option(...flag('sampleType'))
    .option('--no-inlines', 'ignore inlined frames')
    .addOption(
      new Option('--granularity <of>', 'what a row of a profile is (default: functions)').choices([
        'functions',
        'filefunctions',
        'lines',
      ]),
    );

const stackFilters = (
  command: Command,
  ignore = 'only stacks without a frame that matches',
): Command =>
  command
    .option('--focus <regexp>', 'only stacks with a frame that matches (filters are as in pprof)')
    .option('--ignore <regexp>', ignore)
    .option('--hide <regexp>', 'take frames out; their callers are charged')
    .option('--show <regexp>', 'take all other frames out')
    .option('--show-from <regexp>', 'begin stacks at the outermost frame that matches')
    .option('--tagfocus <filter>', 'only samples whose labels match: [key=]regexp or range')
    .option('--tagignore <filter>', 'only samples whose labels do not match')
    .option('--tagroot <keys>', 'values of labels as frames at the root')
    .option('--tagleaf <keys>', 'values of labels as frames at the leaf');

const filters = (command: Command, ignore?: string): Command =>
  stackFilters(command, ignore)
    .option('--group-by <label>', 'one table for each value of a label')
    .option(
      '--attribute <to>',
      'user (default of gate and measure): runtime frames are charged to user code; or raw',
    );

const valueViews = (command: Command): Command =>
  command
    .option('--unit <unit>', 'print values in it: ms, MB, auto, minimum; in a diff, not shares')
    .option('--divide-by <number>', 'print values divided by it')
    .option('--relative-percentages', 'shares of what the filters left, not of everything');

const views = (command: Command): Command =>
  valueViews(command)
    .option('--list <function>', 'source of the functions that match, with the cost of each line')
    .option('--source-path <dirs>', 'where --list looks for sources (default: this checkout)')
    .option('--trim-path <paths>', 'what --list cuts off the front of source paths')
    .option('--tree', 'with callers and callees; in a diff of both sides, as --peek')
    .option('--mean', 'values by event: divided by the first sample type, as delay by contentions')
    .option('--cum', 'sort by cum: by its change in a diff (views are as in pprof, of text only)')
    .option('--nodecount <number>', 'show at most so many functions (default: all)')
    .option('--nodefraction <part>', 'leave out functions under this part of the total (0.005)');

/** The flags of each command's reports as they were typed: Commander keeps the last of each alone. */
const reportFlags = new Map<Command, ReportFlag[]>();

function reported(command: Command, formats: readonly string[]): Command {
  const given: ReportFlag[] = [];
  reportFlags.set(command, given);
  const format = new Option('--format <name>', 'format of the report; may be given again, in pairs')
    .choices(formats)
    .default('text');
  const isChoice = format.parseArg;
  format.argParser((text: string) => {
    isChoice?.(text, undefined);
    given.push({ flag: 'format', text });
    return text;
  });
  return command
    .addOption(format)
    .option('--output <file>', 'write the report there and not to the terminal', (text: string) => {
      given.push({ flag: 'output', text });
      return text;
    });
}

/** How a verdict is shown as text. */
const shown = (command: Command): Command =>
  command
    .addOption(
      new Option('--color <when>', 'colours in the text report (default: in a terminal)').choices([
        'auto',
        'always',
        'never',
      ]),
    )
    .addOption(new Option('-q, --quiet', 'the text report is its first line').conflicts('verbose'))
    .option('-v, --verbose', 'the text report has every row, and the reason of each');

const all = ['text', 'markdown', 'json', 'csv', 'html', 'junit', 'openmetrics'];

const gate = program
  .command('gate')
  .description('compare a run with stored runs of the base, and give a verdict')
  .requiredOption(
    '--baseline <dir>',
    'directory of stored runs, or branch:NAME; `flamegate record` fills it',
  );
shown(reported(filters(tables(policy(measured(gate)))), all))
  .option(
    '--attempts <dirs...>',
    'other runs of the same commit (attempts, shards), one a directory',
  )
  .option(...flag('failOn'))
  .option('--run <command>', 'shell command that measures: what looks slower is run again here')
  .option(...flag('confirm'))
  .action(command(async () => (await import('./cli/gate.ts')).gateCommand));
measuring(gate);

/** Commander's way for a flag that may be given several times. */
const collected = (text: string, before: readonly string[] = []) => [...before, text];

const measure = program
  .command('measure')
  .description('measure base and head in turn on this machine, and give a verdict')
  .usage('[A..B] [options] -- CMD [ARG...]')
  .argument('[range]', 'two revisions, A..B; as they are committed')
  .option('--submodules', 'check out submodules of both sides, too')
  .option('--base-cmd <command>', 'two shell commands here, without git: the one to compare with')
  .option('--head-cmd <command>', 'and the other one')
  .option(
    '--vary <name=values>',
    'a benchmark for each value of {name} in the command: n=1,10,100',
    collected,
  )
  .option('--each', 'every commit of A..B against its parent: a line each, a table at the end')
  .option('--run <command>', 'shell command that measures, in place of -- CMD [ARG...]')
  .option('--filter <regexp>', 'the benchmarks to measure, as the tool filters')
  .option('--count', 'compare instructions in place of time: exact, on any machine (valgrind)')
  .option(
    '--count-events <list>',
    'what else to count, shown and never gated: branches, cache, cycles (with --count)',
  )
  .option('--no-count', 'time, where the configuration says to count')
  .option(...flag('countThreshold'))
  .addHelpText('after', measureExamples);
shown(reported(filters(tables(policy(measuring(measure)))), all))
  .option(...flag('failOn'))
  .action(command(async () => (await import('./cli/measure.ts')).measureCommand));

const diff = program
  .command('diff')
  .description('two benchmark files, two profiles or two directories, side by side')
  .usage('[options] <old> <new> | <benchmarks...>')
  .argument(
    '<sides...>',
    'file or directory, or label=file; - is standard input. Of benchmarks any number: one is summed up, all others are compared with the first',
  );
const ignore =
  'of profiles, only stacks without a frame that matches; of benchmarks, keys that may differ';
reported(views(filters(tables(policy(diff)), ignore)), [...all, 'benchstat-csv'])
  .option('--normalize', "print values with the new side's scaled to the old side's total")
  .option('--peek <function>', 'callers and callees of the functions that match (RE2), both sides')
  .option(
    '--row <keys>',
    'benchmarks: a row for each value (benchstat: .name /size@num; .fullname)',
  )
  .option('--col <keys>', 'a column for each value; all are compared with the first (.file)')
  .option('--table <keys>', 'a table for each value (.config; --ignore leaves keys out of it)')
  .option(
    '--filter <query>',
    "only results and units that match: '.name:Encode /size:(1k OR 2k) -goos:darwin'",
  )
  .option('--pprof <file>', 'also write the difference as a profile that go tool pprof opens')
  .action(command(async () => (await import('./cli/diff.ts')).diffCommand));

const top = program
  .command('top')
  .description('flat and cum of every function, several profiles added up')
  .argument('<profiles...>');
reported(views(filters(tables(top))), ['text', 'json', 'csv']).action(
  command(async () => (await import('./cli/top.ts')).topCommand),
);

const tags = program
  .command('tags')
  .description('labels of profiles: what each value costs, several profiles added up')
  .argument('<profiles...>')
  .option('--sample-type <name>', "the profile's value to use, like alloc_space");
reported(valueViews(stackFilters(tags)), ['text']).action(
  command(async () => (await import('./cli/tags.ts')).tagsCommand),
);

program
  .command('merge')
  .description('CPU profiles as one that go build -pgo takes')
  .argument('<profiles...>')
  .requiredOption('-o, --output <file>', 'the profile to write, like default.pgo')
  .action(command(async () => (await import('./cli/merge.ts')).mergeCommand));

const leaks = program
  .command('leaks')
  .description(
    'which functions hold more and more: heap or goroutine profiles of one process, in time',
  )
  .argument('<profiles...>')
  .option('--threshold <percent>', 'rise over the series that matters, of the mean total (10%)')
  .option('--alpha <rate>', 'error rate over all functions, like 0.01')
  .option('--attribute <to>', 'raw (default), or user: runtime frames are charged to user code');
reported(tables(leaks), ['text', 'json']).action(
  command(async () => (await import('./cli/leaks.ts')).leaksCommand),
);

const record = program
  .command('record')
  .description('add this run to a directory of stored runs')
  .requiredOption(
    '--baseline <dir>',
    'directory of stored runs, or branch:NAME; made when it is not there',
  );
measured(record)
  .option('--config <file>', 'configuration file, for what is removed before storing')
  .option(...flag('format'))
  .action(command(async () => (await import('./cli/record.ts')).recordCommand));

program
  .command('import')
  .description('history of github-action-benchmark or Bencher as stored runs')
  .argument('<file>', 'data.js, or the JSON of `bencher perf`')
  .requiredOption('--baseline <dir>', 'directory of stored runs; made when it is not there')
  .option('--suite <name>', 'which one, where the history has several')
  .option('--package <path>', "of Go's benchmarks, where the history does not name it")
  .action(command(async () => (await import('./cli/import.ts')).importCommand));

const baseline = program.command('baseline').description('about stored runs');

/** Where stored runs are read from. */
const readable = (command: Command): Command =>
  command
    .option('--baseline <dir>', 'directory of stored runs, or branch:NAME')
    .option(
      '--workflow <file>',
      'the workflow whose artifacts are the stored runs (reads GITHUB_TOKEN)',
    )
    .option('--name <name>', "the action's input `name`", 'default')
    .option('--repo <owner/name>', 'repository (default: GITHUB_REPOSITORY)');

const check = baseline
  .command('check')
  .description('replay the gate over the stored runs: how often is it wrong here?');
policy(measured(readable(check)))
  .option('--output <file>', 'write the report there and not to the terminal')
  .action(command(async () => (await import('./cli/check.ts')).checkCommand));

const shownRuns = (command: Command): Command => reported(command, ['text', 'json']);

shownRuns(
  readable(
    baseline.command('list').description('the stored runs, newest first, and those set aside'),
  ),
).action(command(async () => (await import('./cli/baseline.ts')).listCommand));

shownRuns(
  readable(
    baseline
      .command('show')
      .description('all that a stored run says of itself and its files')
      .argument('[commit]', 'its commit, or how it begins (default: the newest run)'),
  ),
).action(command(async () => (await import('./cli/baseline.ts')).showCommand));

shownRuns(
  baseline
    .command('prune')
    .description('remove all stored runs but the newest')
    .requiredOption('--baseline <dir>', 'directory of stored runs, or branch:NAME')
    .requiredOption('--keep <number>', 'how many of the newest runs stay'),
).action(command(async () => (await import('./cli/baseline.ts')).pruneCommand));

shownRuns(
  readable(
    baseline
      .command('verify')
      .description('open every stored run and hold each file against its SHA-256'),
  ),
).action(command(async () => (await import('./cli/baseline.ts')).verifyCommand));

shownRuns(
  readable(
    baseline
      .command('export')
      .description('copy stored runs into a directory; those that it has already are left')
      .argument('<dir>', 'directory of stored runs; made when it is not there'),
  ),
)
  .option('--config <file>', 'configuration file')
  .action(command(async () => (await import('./cli/baseline.ts')).exportCommand));

shownRuns(
  baseline
    .command('import')
    .description('copy the stored runs of a directory into the baseline')
    .argument('<dir>', 'directory of stored runs')
    .requiredOption(
      '--baseline <dir>',
      'directory of stored runs, or branch:NAME; made when it is not there',
    ),
)
  .option('--config <file>', 'configuration file')
  .action(command(async () => (await import('./cli/baseline.ts')).importCommand));

const doctor = program
  .command('doctor')
  .description('why a gate does not decide: machines, noise, samples, and what would help most')
  .requiredOption('--baseline <dir>', 'directory of stored runs');
policy(measured(doctor))
  .option('--output <file>', 'write the report there and not to the terminal')
  .action(command(async () => (await import('./cli/doctor.ts')).doctorCommand));

program
  .command('fetch')
  .description("download a pull request's measurements for local diffing (reads GITHUB_TOKEN)")
  .requiredOption('--pr <number>', 'number of the pull request')
  .option('--repo <owner/name>', 'repository (default: GITHUB_REPOSITORY)')
  .option('--output <dir>', 'where to write', 'flamegate-artifacts')
  .action(command(async () => (await import('./cli/fetch.ts')).fetchCommand));

program
  .command('init')
  .description('write the workflow, the settings and the comment workflow for the benchmarks here')
  .option('--action <owner/name@commit>', 'who has the action (default: the remote of this clone)')
  .option('--dry-run', 'print the files, and write none')
  .option('--force', 'write over files that are there')
  .option('--no-measure', 'do not run the benchmarks once to size what the workflow measures')
  .option(
    '--forks',
    'write the workflow that comments for forks, too (default: where it looks public)',
  )
  .option('--no-forks', 'leave it out')
  .action(command(async () => (await import('./cli/init.ts')).initCommand));

program
  .command('formats')
  .description('which benchmark and profile files are read, and what writes them')
  .action(command(async () => (await import('./cli/formats.ts')).formatsCommand));

program
  .command('completion')
  .description('what a shell reads to complete commands and flags')
  .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(['bash', 'zsh', 'fish']))
  .action(
    command(async () => {
      const { completionScript } = await import('./cli/completion.ts');
      return async (_, [shell = '']) => {
        process.stdout.write(completionScript(program, shell));
        return 0;
      };
    }),
  );

for (const item of program.commands) item.addHelpText('after', examplesOf(item.name()));
for (const item of baseline.commands)
  item.addHelpText('after', examplesOf(`baseline ${item.name()}`));

/** A command gets its flags and arguments and returns the exit status. */
type CommandOf = (flags: Flags, paths: readonly string[]) => Promise<number>;

function command(load: () => Promise<CommandOf>) {
  return async (...given: unknown[]): Promise<void> => {
    // Commander passes each argument, then the flags, then the command.
    const paths = given
      .slice(0, -2)
      .flat()
      .filter((item) => item !== undefined) as string[];
    const asked = given.at(-1) as Command;
    doing(`running \`${asked.name()}\``);
    const reports = askedReports(reportFlags.get(asked) ?? []);
    if (asked === measure && reports.length > 1) {
      throw new InputError('measure writes one report: give --format and --output once');
    }
    const flags: Flags = {
      ...(given.at(-2) as Flags),
      reports,
      ...(words === undefined ? {} : { words }),
    };
    finish(await (await load())(flags, paths));
  };
}

/** Whoever read the report may have read enough (`| head`); a full disk is another matter. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`flamegate: the report cannot be written: ${error.code ?? ''}\n`);
  finish(2);
  process.exit(2);
});

/** Nobody reads the progress: the report and the exit status are what counts. */
process.stderr.on('error', () => {});

try {
  await program.parseAsync(own);
} catch (error) {
  if (error instanceof CommanderError) {
    finish(error.exitCode === 0 ? 0 : 2);
  } else {
    const { explain } = await import('./cli/explain.ts');
    process.stderr.write(explain(error));
    finish(2);
  }
}
