/** Java and Kotlin: JMH in a jar of its own, built by Maven's shade plugin or Gradle's plugin for JMH. */
import { inPasses, type Job } from '../job.ts';
import { directoryOf, isPlain, matching, type Tree } from '../tree.ts';

/** What builds the jar, from the top. */
interface Build {
  readonly file: string;
  readonly command: string;
  readonly jar: string;
}

export async function findJmh(tree: Tree): Promise<Job | null> {
  const build = (await maven(tree)) ?? (await gradle(tree));
  if (build === null) return null;
  const java = (jar: string, seconds: number, count: number, file: string) =>
    `java -jar ${jar} -f 1 -wi 2 -w ${milliseconds(seconds)} -i ${count} -r ${milliseconds(seconds)} -rf json -rff ${file}`;
  const jar = '"$FLAMEGATE_BIN/benchmarks.jar"';
  const setup = `${build.command}\ncp ${build.jar} ${jar}`;
  const run = `${java(jar, 0.2, 3, '"$FLAMEGATE_OUTPUT"')} "$FLAMEGATE_FILTER"`;
  return {
    name: 'jvm',
    tool: 'JMH',
    found: `JMH in ${build.file}, whose jar is ${build.jar}`,
    directory: '',
    // The runner's image has Java, Maven and Gradle.
    uses: [],
    install: null,
    bench: ({ passes, count, seconds }) =>
      [build.command, inPasses(passes, [java(build.jar, seconds, count, 'bench-$pass.json')])].join(
        '\n',
      ),
    benchmarks: 'bench-*.json',
    profiles: null,
    setup,
    run,
    trial: { build: setup, run, seconds: 0.2, repeats: true },
  };
}

const milliseconds = (seconds: number): string => `${Math.round(seconds * 1000)}ms`;

async function maven(tree: Tree): Promise<Build | null> {
  const [file] = await matching(
    tree,
    /(?:^|\/)pom\.xml$/,
    /<artifactId>jmh-core<[\s\S]*maven-shade-plugin/,
  );
  if (file === undefined) return null;
  const text = await tree.read(file);
  const [, name = 'benchmarks'] =
    /<(?:uberjar\.name|finalName)>\s*([\w.-]+)\s*<\/(?:uberjar\.name|finalName)>/.exec(text) ?? [];
  const home = directoryOf(file);
  if (home !== '' && !isPlain(home)) return null;
  const isModule = home !== '' && tree.files.includes('pom.xml');
  const where = home === '' ? '' : isModule ? ` -pl ${home} -am` : ` -f ${file}`;
  return {
    file,
    command: `mvn --batch-mode --quiet${where} package -DskipTests`,
    jar: `${home === '' ? '' : `${home}/`}target/${name}.jar`,
  };
}

async function gradle(tree: Tree): Promise<Build | null> {
  const [file] = await matching(tree, /(?:^|\/)build\.gradle(?:\.kts)?$/, /me\.champeau\.jmh/);
  if (file === undefined) return null;
  const home = directoryOf(file);
  if (home !== '' && !isPlain(home)) return null;
  const program = tree.files.includes('gradlew') ? './gradlew' : 'gradle';
  const task = home === '' ? 'jmhJar' : `:${home.replaceAll('/', ':')}:jmhJar`;
  return {
    file,
    command: `${program} --quiet ${task}`,
    jar: `${home === '' ? '' : `${home}/`}build/libs/*-jmh.jar`,
  };
}
