/**
 * What the runner makes of a step's output: workflow commands in its streams, values in its
 * files. It reads as the runner does, so a command that hostile text smuggled in shows up here.
 */

/** One `::name key=value::message`, unescaped. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/**
 * Every line the runner would execute: `::name::` at the start, after blanks, and the older
 * `##[name]` wherever it stands in a line.
 */
export function commandsOf(output: string): Command[] {
  const commands: Command[] = [];
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command =
      /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line) ??
      /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line);
    if (command === null) continue;
    const [, name = '', properties = '', message = ''] = command;
    commands.push({
      name: name.toLowerCase(),
      properties: Object.fromEntries(
        properties
          .split(/[,;]/)
          .filter((pair) => pair.includes('='))
          .map((pair) => [
            pair.slice(0, pair.indexOf('=')).trim(),
            unescaped(pair.slice(pair.indexOf('=') + 1)),
          ]),
      ),
      message: unescaped(message),
    });
  }
  return commands;
}

export function annotationsOf(commands: readonly Command[]): Annotation[] {
  return commands.flatMap(({ name, properties, message }) =>
    name === 'error' || name === 'warning' || name === 'notice'
      ? [
          {
            level: name,
            message,
            title: properties.title,
            file: properties.file,
            line: properties.line === undefined ? undefined : Number(properties.line),
          },
        ]
      : [],
  );
}

/** GITHUB_OUTPUT and GITHUB_STATE: `name=value`, or `name<<DELIMITER` with lines up to it. */
export function fileCommandsOf(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').replace(/\r$/, '');
    if (line === '') continue;
    const heredoc = /^([^=]*?)<<(.+)$/.exec(line);
    if (heredoc === null) {
      const at = line.indexOf('=');
      if (at < 1) throw new Error(`the runner cannot read ${JSON.stringify(line)}`);
      values[line.slice(0, at)] = line.slice(at + 1);
      continue;
    }
    const [, name = '', delimiter = ''] = heredoc;
    const value: string[] = [];
    for (i++; (lines[i] ?? '').replace(/\r$/, '') !== delimiter; i++) {
      if (i >= lines.length) throw new Error(`${name} has no closing ${delimiter}`);
      value.push(lines[i] ?? '');
    }
    values[name] = value.join('\n');
  }
  return values;
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%5D', ']')
    .replaceAll('%3B', ';')
    .replaceAll('%25', '%');
}
