import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  UnreachableError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/github/failure.ts
init_define_FLAMEGATE_PAGE();
function statusOf(error) {
  return error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : void 0;
}
async function calling(doing, permission, call) {
  try {
    return await call();
  } catch (error) {
    if (statusOf(error) === void 0) throw error;
    throw new UnreachableError(describe(error, doing, permission));
  }
}
function describe(error, doing, permission) {
  const status = statusOf(error);
  if (status === void 0 || !(error instanceof Error)) throw error;
  const said = error.message.replaceAll(/\s+/g, " ").slice(0, 300);
  return `GitHub would not ${doing} (${status}: ${said})${isRateLimit(error) ? rateLimit : isLocked(error) ? locked : hint(status, permission)}`;
}
var rateLimit = ": the rate limit is reached, run the job again later";
var locked = ": the conversation is locked, unlock it to get comments";
var isLocked = (error) => statusOf(error) === 403 && /\blocked\b/i.test(error.message);
function isRateLimit(error) {
  const status = statusOf(error);
  if (status === 429) return true;
  if (status !== 403) return false;
  const { headers = {} } = "response" in error ? error.response ?? {} : {};
  return String(headers["x-ratelimit-remaining"]) === "0" || headers["retry-after"] !== void 0 || /rate limit|abuse detection/i.test(error.message);
}
function misshapen(doing) {
  return new UnreachableError(
    `GitHub would not ${doing}: the answer is not what its API promises (a proxy, or an outage?); run the job again`
  );
}
function hint(status, permission) {
  switch (status) {
    case 401:
      return ": the token is not valid, or has expired";
    case 410:
      return ": it has expired";
    case 403:
    case 404:
      return `: the token needs \`permissions: ${permission}\``;
    default:
      return status >= 500 ? ": GitHub or the network failed, run the job again" : "";
  }
}

export {
  statusOf,
  calling,
  describe,
  misshapen
};
