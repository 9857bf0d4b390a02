export { anchorForm, truceCaseForm, truceEventForm, trucePlanForm } from "./truce-form.ts";
