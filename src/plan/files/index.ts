export { truceCaseForm, truceEventForm, trucePlanForm } from "./truce-form.ts";
