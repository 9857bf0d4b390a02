export type { SeenHead } from "./held.ts";
export { createApp } from "./http/app.ts";
export { Feed } from "./http/feed.ts";
export { Buckets } from "./http/guard.ts";
export { Sessions } from "./http/sessions.ts";
export { type Admitted, Registry, type RegistryOptions } from "./registry.ts";
