import { DayPage } from "./day.tsx";
import { DaysPage } from "./days.tsx";
import { Wristbands } from "./wristbands.tsx";

/** Days at the line: all of them, one, or the wristbands of one to print. */
export default function LineDay({ parts }: { readonly parts: readonly string[] }) {
  const [id, page] = parts;
  if (id === undefined) return <DaysPage />;
  return page === "wristbands" ? <Wristbands id={id} /> : <DayPage id={id} />;
}
