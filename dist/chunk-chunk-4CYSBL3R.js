import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/budget.ts
init_define_FLAMEGATE_PAGE();
function fixedBlock(text) {
  return {
    open: text,
    close: "",
    total: 0,
    wanted: 0,
    row: () => "",
    left: () => "",
    priority: 0
  };
}
function fitInto(blocks, limit, measure) {
  let room = limit;
  for (const block of blocks) {
    room -= measure(block.open + block.close);
    if (block.total > 0) room -= measure(block.left(block.total));
  }
  if (room < 0) throw new RangeError(`a report needs a limit of at least ${limit - room}`);
  const shown = /* @__PURE__ */ new Map();
  for (const block of blocks.toSorted((a, b) => a.priority - b.priority)) {
    const rows = [];
    shown.set(block, rows);
    while (room >= 0 && rows.length < block.wanted) {
      const row = block.row(rows.length);
      room -= measure(row);
      if (room >= 0) rows.push(row);
    }
  }
  return blocks.map((block) => {
    const rows = shown.get(block) ?? [];
    const left = block.total - rows.length;
    return block.open + rows.join("") + (left > 0 ? block.left(left) : "") + block.close;
  }).join("");
}

export {
  fixedBlock,
  fitInto
};
