import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/settings/findconfig.ts
init_define_FLAMEGATE_PAGE();
import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
var usualConfig = ".github/flamegate.yml";
async function readConfigFile(named, cwd = process.cwd()) {
  const file = named ?? await usualConfigFrom(cwd);
  const source = await readFile(resolve(cwd, file), "utf8").catch((error) => {
    const absent = "code" in error && error.code === "ENOENT";
    if (absent && file === usualConfig) return null;
    throw new InputError(absent ? "there is no such file" : error.message, { file });
  });
  if (source === null) return {};
  return (await import("./chunk-configfile-LXKDIARX.js")).parseConfigFile(source, file);
}
async function usualConfigFrom(cwd) {
  const exists = (path) => stat(path).then(Boolean, () => false);
  for (let up = ""; ; up = join(up, "..")) {
    const directory = resolve(cwd, up);
    if (await exists(join(directory, usualConfig))) return join(up, usualConfig);
    const almost = usualConfig.replace(/yml$/, "yaml");
    if (await exists(join(directory, almost))) {
      throw new InputError(`is not read: call it ${usualConfig}`, { file: join(up, almost) });
    }
    const top = await exists(join(directory, ".git")) || directory === dirname(directory);
    if (top) return usualConfig;
  }
}

export {
  readConfigFile
};
