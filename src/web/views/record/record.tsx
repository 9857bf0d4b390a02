import { ActPage } from "./act.tsx";
import { CheckPage } from "./check.tsx";
import { ComparePage } from "./compare.tsx";
import { ListPage } from "./list.tsx";
import { QueuePage } from "./queue.tsx";

/** The record: the list, one act with its proof, what is on its way, checking and comparing. */
export default function Record({ parts }: { readonly parts: readonly string[] }) {
  const [first] = parts;
  switch (first) {
    case undefined:
      return <ListPage />;
    case "queue":
      return <QueuePage />;
    case "check":
      return <CheckPage />;
    case "compare":
      return <ComparePage />;
    default:
      return <ActPage id={first} />;
  }
}
