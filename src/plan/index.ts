export * from "./truce/index.ts";
