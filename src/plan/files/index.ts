export { packOf, type TeamPack } from "./team-pack.ts";
export { truceCaseForm, truceEventForm, trucePlanForm } from "./truce-form.ts";
