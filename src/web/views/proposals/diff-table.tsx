import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, Mark } from "../../design/index.ts";
import type { DiffHead, DiffModel, DiffRow } from "./diff-query.ts";
import own from "./proposals.module.css";
import { fieldNames, purposes } from "./term-types.ts";
import { Key, TermWords } from "./terms-table.tsx";

/** Two texts term by term: what changed in sight, what stayed the same folded. */
export function DiffTable({ diff }: { readonly diff: DiffModel }) {
  const { t } = useDesk();
  const moved = diff.rows.filter((row) => row.change !== "same");
  const same = diff.rows.filter((row) => row.change === "same");
  return (
    <div className={css.section}>
      {moved.length === 0 ? (
        <p>{t("proposals.diff_none")}</p>
      ) : (
        <table className={`${css.table} ${own.reflow} ${own.diff}`} aria-label={t("proposals.diff")}>
          <thead>
            <tr>
              <th scope="col">{t("proposals.column.term")}</th>
              <th scope="col">
                {t("proposals.column.earlier")}
                <Head head={diff.earlier} />
              </th>
              <th scope="col">
                {t("proposals.column.later")}
                {diff.later && <Head head={diff.later} />}
              </th>
              <th scope="col">{t("proposals.column.change")}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {same.length > 0 && (
        <details className={own.fold}>
          <summary>{t("proposals.unchanged", { n: same.length })}</summary>
          <ul className={own.lines}>
            {same.map(({ key, later }) => (
              <li key={key}>
                <Key>{key}</Key> {later && <TermWords term={later} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Head({ head }: { readonly head: DiffHead }) {
  return (
    <span className={own.head}>
      <span>
        {head.title}, {head.author}
      </span>
      {head.said !== undefined && <Clock at={head.said} />}
    </span>
  );
}

function Row({ row }: { readonly row: DiffRow }) {
  const { t } = useDesk();
  const { key, change, earlier, later, moves } = row;
  return (
    <tr>
      <th scope="row">
        <Key>{key}</Key>
      </th>
      <td data-label={t("proposals.column.earlier")}>
        {earlier ? (
          <TermWords term={earlier} />
        ) : (
          <span className={css.soft}>{t("proposals.not_in_it")}</span>
        )}
      </td>
      <td data-label={t("proposals.column.later")}>
        {later ? <TermWords term={later} /> : <span className={css.soft}>{t("proposals.not_in_it")}</span>}
      </td>
      <td data-label={t("proposals.column.change")}>
        <Mark>{t(`proposals.change.${change}`)}</Mark>
        <Moves moves={moves} />
      </td>
    </tr>
  );
}

/** What moved: from which to which, without a word on whether that is more or better. */
function Moves({ moves }: Pick<DiffRow, "moves">) {
  const { t } = useDesk();
  const reworded = moves.flatMap((move) => (move.of === "words" ? fieldWord(t, move.field) : []));
  if (moves.length === 0) return null;
  return (
    <ul className={own.moves}>
      {moves.map((move) => move.of !== "words" && <MoveWords key={JSON.stringify(move)} move={move} />)}
      {reworded.length > 0 && <li>{t("proposals.move.words", { field: reworded.join("; ") })}</li>}
    </ul>
  );
}

type Measured = Exclude<DiffRow["moves"][number], { of: "words" }>;

/** One quantity, day or list that moved. */
function MoveWords({ move }: { readonly move: Measured }) {
  const { t } = useDesk();
  switch (move.of) {
    case "least":
    case "most": {
      const said = (n: number | undefined) => {
        if (n === undefined) return t("proposals.move.none");
        if (move.unit === "hours") return t("unit.hours", { n });
        return move.unit === "metres"
          ? t("proposals.metres", { n })
          : new Intl.NumberFormat(t.language).format(n);
      };
      return (
        <li>{t(`proposals.move.${move.of}`, { before: said(move.before), after: said(move.after) })}</li>
      );
    }
    case "date":
      return (
        <li>
          {t(move.days < 0 ? "proposals.move.sooner" : "proposals.move.later", { n: Math.abs(move.days) })}
        </li>
      );
    case "entries":
      return (
        <>
          {move.added.length > 0 && (
            <li>{t("proposals.move.added", { words: move.added.map(entry(t)).join("; ") })}</li>
          )}
          {move.removed.length > 0 && (
            <li>{t("proposals.move.removed", { words: move.removed.map(entry(t)).join("; ") })}</li>
          )}
        </>
      );
    default:
      return move satisfies never;
  }
}

type Say = ReturnType<typeof useDesk>["t"];

// Purposes are codes of the record; other entries are their author's own words.
function entry(t: Say) {
  return (one: string) => {
    const purpose = purposes.find((known) => known === one);
    return purpose ? t(`purpose.${purpose}`) : one;
  };
}

function fieldWord(t: Say, name: string): string {
  const field = fieldNames.find((known) => known === name);
  return field ? t(`proposals.field.${field}`) : name;
}
