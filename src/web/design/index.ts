export { Clock, Day, dayPrint } from "./clock.tsx";
export { Button, type Choice, Choose, Field, OneOf, Tick } from "./controls.tsx";
export { default as css } from "./design.module.css";
export { FieldList } from "./field-list.tsx";
export { FileField } from "./file-field.tsx";
export { Form, type FormState, Group, useForm, type Wrong } from "./form.tsx";
export { FormButton } from "./form-button.tsx";
export { firstSight, Grid, type Sight } from "./grid.tsx";
export { languageNames } from "./language-names.ts";
export { Mark } from "./marks.tsx";
export { Actions, Window } from "./modal.tsx";
export { type MomentDraft, momentIsWrong, momentOf } from "./moment-draft.ts";
export { MomentField, useNoMoment } from "./moment-field.tsx";
export { OwedList } from "./owed-list.tsx";
export { Empty, Facts, Notice, Page, Section, Sheet } from "./page.tsx";
export {
  linesOf,
  maybe,
  noPerson,
  type PersonDraft,
  peopleAreWrong,
  peopleOf,
  personIsWrong,
  personOf,
  textIsWrong,
} from "./person-draft.ts";
export { PeopleFields, PersonFields } from "./person-fields.tsx";
export { Progress } from "./progress.tsx";
export { Refused } from "./refused.tsx";
export { Rows } from "./rows.tsx";
export { SaidLine, SourceWords, ToRecord } from "./said-line.tsx";
export { Scroll } from "./scroll.tsx";
export { type SourceDraft, sourceIsWrong, sourceOf } from "./source-draft.ts";
export { SourceFields, useOwnWords } from "./source-fields.tsx";
export { Unbroken } from "./unbroken.tsx";
export { type Weight, weightOf } from "./weight.ts";
export { Moment } from "./when.tsx";
