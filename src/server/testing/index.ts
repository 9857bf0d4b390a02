export { Follower } from "./follower.ts";
export { HttpHost } from "./http-host.ts";
export { keyFor, refusalOf, SignedProcess, type Words } from "./signed-process.ts";
export { bodies, issue, round } from "./words.ts";
