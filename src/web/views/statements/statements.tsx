import { PositionsView } from "./positions-view.tsx";
import { Register } from "./register-view.tsx";
import { StatementView } from "./statement-view.tsx";

/** Statements: the register at `/statements`, what each side holds at `/statements/positions`, one at its id. */
export default function Statements({ parts }: { readonly parts: readonly string[] }) {
  const [first] = parts;
  if (first === undefined) return <Register />;
  if (first === "positions") return <PositionsView />;
  return <StatementView key={first} id={first} />;
}
