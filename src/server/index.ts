export { type Admitted, Registry, type RegistryOptions } from "./registry.ts";
