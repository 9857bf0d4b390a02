import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Choose, css, Field, Notice, Sheet } from "../../design/index.ts";
import { heads, type TableName, tableNames, type WindowDraft } from "./draft.ts";
import type { PlanInput } from "./engine/protocol.ts";
import type { WindowModel } from "./query.ts";
import { type CellFault, caseOf } from "./tables.ts";
import own from "./window.module.css";

const typed = " typed";

/** Tables of what the record does not hold: classes, zones, facilities, sites, teams. They stay on this device. */
export function CaseFields({
  model,
  draft,
  onChange,
  isDisabled,
  onCase,
}: {
  readonly model: WindowModel;
  readonly draft: WindowDraft;
  readonly onChange: (draft: WindowDraft) => void;
  readonly isDisabled: boolean;
  readonly onCase: (input: Omit<PlanInput, "seed" | "iterations">) => void;
}) {
  const { t, connection } = useDesk();
  const [faults, setFaults] = useState<readonly CellFault[]>([]);
  const set = (part: Partial<WindowDraft>) => onChange({ ...draft, ...part });
  const truce = model.truces.find(({ id }) => id === draft.truce);
  const window = truce ?? typedWindow(draft);
  const go = () => {
    const read = caseOf(draft, window && { from: window.from, minutes: window.minutes });
    setFaults(read.is === "faults" ? read.faults : []);
    if (read.is === "case") onCase({ given: read.given });
  };
  const takeSites = async () => {
    const from = window ? Date.parse(window.from) : Date.now();
    const { sites, classes } = await connection.call("takeSites", from);
    set({ tables: { ...draft.tables, sites, classes } });
  };
  const table = (name: TableName) => (
    <div className={own.table} key={name}>
      <Field
        label={t(`window.table.${name}`)}
        help={heads[name]}
        lines
        value={draft.tables[name]}
        onChange={(text) => set({ tables: { ...draft.tables, [name]: text } })}
      />
    </div>
  );
  return (
    <details>
      <summary>{t("window.tables")}</summary>
      <Sheet>
        <div className={own.sheet}>
          <p className={css.small}>{t("window.tables_words")}</p>
          {model.truces.length > 0 && (
            <Choose
              label={t("window.truce")}
              value={truce ? truce.id : typed}
              choices={[
                { value: typed, label: t("window.truce_typed") },
                ...model.truces.map(({ id, title, status }) => ({
                  value: id,
                  label: `${title} (${status})`,
                })),
              ]}
              onChange={(id) => set({ truce: id === typed ? "" : id })}
            />
          )}
          <div className={own.fields}>
            {!truce && (
              <>
                <Field
                  label={t("window.from")}
                  type="datetime-local"
                  value={draft.from}
                  onChange={(from) => set({ from })}
                />
                <Field
                  label={t("window.hours")}
                  type="number"
                  value={draft.hours}
                  onChange={(hours) => set({ hours })}
                />
              </>
            )}
            <Field label={t("window.detour")} value={draft.detour} onChange={(detour) => set({ detour })} />
            <Field label={t("window.slow")} value={draft.slow} onChange={(slow) => set({ slow })} />
            <Field label={t("window.gamma")} value={draft.gamma} onChange={(gamma) => set({ gamma })} />
            <Field
              label={t("field.seed")}
              type="number"
              value={draft.seed}
              onChange={(seed) => set({ seed })}
            />
            <Field
              label={t("field.iterations")}
              type="number"
              value={draft.iterations}
              onChange={(iterations) => set({ iterations })}
            />
          </div>
          {model.sites > 0 && (
            <div className={css.row}>
              <Button onPress={() => void takeSites()}>{t("window.take_sites", { n: model.sites })}</Button>
              <span className={css.small}>{t("window.take_sites_words")}</span>
            </div>
          )}
          {tableNames.map(table)}
          {faults.length > 0 && <Faults faults={faults} />}
          <div className={css.row}>
            <Button look="main" onPress={go} isDisabled={isDisabled}>
              {t("window.plan")}
            </Button>
          </div>
        </div>
      </Sheet>
    </details>
  );
}

function typedWindow({ from, hours }: WindowDraft): { from: string; minutes: number } | undefined {
  const start = Date.parse(`${from}:00Z`);
  const minutes = Math.round(Number(hours) * 60);
  if (Number.isNaN(start) || !(minutes > 0)) return undefined;
  return { from: new Date(start).toISOString(), minutes };
}

function Faults({ faults }: { readonly faults: readonly CellFault[] }) {
  const { t } = useDesk();
  return (
    <Notice tone="attention" title={t("window.faults", { n: faults.length })}>
      <ul>
        {faults.slice(0, 30).map(({ table, line, column, wrong }) => (
          <li key={`${table} ${line} ${column} ${wrong}`}>
            {table === "window" || line === 0
              ? t(`window.fault.${wrong}`)
              : t("window.fault.at", { line, column, wrong: t(`window.fault.${wrong}`) })}
            {table !== "window" && <span className={css.small}> {t(`window.table.${table}`)}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
