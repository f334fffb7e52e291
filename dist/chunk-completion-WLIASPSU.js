import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/completion.ts
init_define_FLAMEGATE_PAGE();
function completionScript(program, shell) {
  const places = placesOf(program, "");
  switch (shell) {
    case "bash":
      return bash(places);
    case "zsh":
      return zsh(places);
    case "fish":
      return fish(places);
  }
}
function placesOf(command, path) {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const flags = help.visibleOptions(command).map((option) => {
    const names = [option.short, option.long].filter((name) => name !== void 0);
    return {
      name: names.at(-1) ?? "",
      names,
      description: option.description,
      takesValue: option.required || option.optional,
      choices: option.argChoices ?? []
    };
  });
  const place = {
    path,
    commands: commands.map((item) => ({ name: item.name(), description: item.description() })),
    flags,
    choices: command.registeredArguments[0]?.argChoices ?? []
  };
  const under = command.commands.flatMap((item) => placesOf(item, `${path} ${item.name()}`.trim()));
  return [place, ...under];
}
var quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
var fishQuoted = (text) => `'${text.replace(/['\\]/g, "\\$&")}'`;
var patterns = (place, names) => names.map((name) => quoted(`${place.path} ${name}`)).join(" | ");
var branch = (pattern, action) => `    ${pattern}) ${action} ;;`;
function valueBranches(places, listed, files) {
  return places.flatMap((place) => {
    const valued = place.flags.filter(({ takesValue }) => takesValue);
    const free = valued.filter(({ choices }) => choices.length === 0);
    return [
      ...valued.filter(({ choices }) => choices.length > 0).map(({ names, choices }) => branch(patterns(place, names), `${listed(choices)}; return`)),
      ...free.length === 0 ? [] : [
        branch(
          patterns(
            place,
            free.flatMap(({ names }) => names)
          ),
          files
        )
      ]
    ];
  });
}
var walk = (places, first, index, files) => [
  `  for ((i = ${first}; i < ${index}; i++)); do`,
  `    [[ \${${index === "CURRENT" ? "words" : "COMP_WORDS"}[i]} == -- ]] && { ${files}; }`,
  `    case "$at \${${index === "CURRENT" ? "words" : "COMP_WORDS"}[i]}" in`,
  ...places.filter(({ path }) => path !== "").map(({ path }) => {
    const [name = "", ...before] = path.split(" ").toReversed();
    return `      ${quoted(`${before.toReversed().join(" ")} ${name}`)}) at=${quoted(path)} ;;`;
  }),
  "    esac",
  "  done"
];
function bash(places) {
  const list = (words) => `COMPREPLY=($(compgen -W ${quoted(words.join(" "))} -- "$cur"))`;
  return [
    '# flamegate completion for bash: eval "$(flamegate completion bash)"',
    "_flamegate() {",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: bash's own
    "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} at='' i",
    "  COMPREPLY=()",
    ...walk(places, 1, "COMP_CWORD", "return"),
    '  case "$at $prev" in',
    ...valueBranches(places, list, "return"),
    "  esac",
    "  if [[ $cur == -* ]]; then",
    '    case "$at" in',
    ...places.map(
      (place) => `  ${branch(quoted(place.path), list(place.flags.flatMap((f) => f.names)))}`
    ),
    "    esac",
    "    return",
    "  fi",
    '  case "$at" in',
    ...places.flatMap(({ path, commands, choices }) => {
      const words = [...commands.map(({ name }) => name), ...choices];
      return words.length === 0 ? [] : [branch(quoted(path), list(words))];
    }),
    "  esac",
    "}",
    "complete -o default -F _flamegate flamegate",
    ""
  ].join("\n");
}
function zsh(places) {
  const described = (words) => `found=(${words.map(({ name, description }) => quoted(`${name}:${description}`)).join(" ")})`;
  return [
    "#compdef flamegate",
    "# flamegate completion for zsh: source <(flamegate completion zsh)",
    "_flamegate() {",
    "  local at='' i",
    "  local -a found",
    ...walk(places, 2, "CURRENT", "_files; return"),
    '  case "$at $words[CURRENT-1]" in',
    ...valueBranches(
      places,
      (choices) => `compadd -- ${choices.map(quoted).join(" ")}`,
      "_files; return"
    ),
    "  esac",
    "  if [[ $PREFIX == -* ]]; then",
    '    case "$at" in',
    ...places.map((place) => {
      const flags = place.flags.flatMap(
        ({ names, description }) => names.map((name) => ({ name, description }))
      );
      return `  ${branch(quoted(place.path), described(flags))}`;
    }),
    "    esac",
    "    _describe -o flag found",
    "    return",
    "  fi",
    '  case "$at" in',
    ...places.flatMap(({ path, commands, choices }) => {
      const words = [...commands, ...choices.map((name) => ({ name, description: name }))];
      const action = `${described(words)}; _describe command found`;
      return words.length === 0 ? [] : [branch(quoted(path), action)];
    }),
    "    *) _files ;;",
    "  esac",
    "}",
    'if [[ $funcstack[1] == _flamegate ]]; then _flamegate "$@"; else compdef _flamegate flamegate; fi',
    ""
  ].join("\n");
}
function fish(places) {
  const lines = places.flatMap(({ path, commands, flags, choices }) => {
    const names = commands.map(({ name }) => name);
    const when = path === "" ? "__fish_use_subcommand" : path.split(" ").map((name) => `__fish_seen_subcommand_from ${name}`).join("; and ");
    const unless = path === "" || names.length === 0 ? "" : `; and not __fish_seen_subcommand_from ${names.join(" ")}`;
    const condition = `complete -c flamegate -n ${fishQuoted(when)}`;
    const open = `complete -c flamegate -n ${fishQuoted(`${when}${unless}`)}`;
    return [
      ...commands.map(
        ({ name, description }) => `${open} -f -a ${name} -d ${fishQuoted(description)}`
      ),
      ...choices.map((name) => `${open} -f -a ${name}`),
      ...flags.map((flag) => {
        const named = flag.names.map(
          (name) => name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`
        );
        const value = !flag.takesValue ? [] : flag.choices.length === 0 ? ["-r"] : ["-x", "-a", fishQuoted(flag.choices.join(" "))];
        return [condition, ...named, ...value, "-d", fishQuoted(flag.description)].join(" ");
      })
    ];
  });
  return ["# flamegate completion for fish: flamegate completion fish | source", ...lines, ""].join(
    "\n"
  );
}
export {
  completionScript
};
