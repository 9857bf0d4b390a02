import { useDesk } from "../app/desk-context.tsx";
import type { When } from "../desk/when.ts";
import { Clock, Day } from "./clock.tsx";

/** A moment as exactly as it was said: a civil day, an instant on both sides' clocks, or from one to another. */
export function Moment({ when }: { readonly when: When }) {
  const { t } = useDesk();
  switch (when.kind) {
    case "day":
      return <Day date={when.day} />;
    case "instant":
      return <Clock at={when.at} />;
    case "span": {
      // the words around the two moments, in the reader's order
      const [before, between, after] = t("forms.from_to", { from: "\n", to: "\n" }).split("\n");
      return (
        <span>
          {before}
          <Moment when={when.from} />
          {between}
          <Moment when={when.to} />
          {after}
        </span>
      );
    }
    default:
      return when satisfies never;
  }
}
