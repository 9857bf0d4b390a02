export { packOf, type TeamPack } from "./team-pack.ts";
export { anchorForm, truceCaseForm, truceEventForm, trucePlanForm } from "./truce-form.ts";
