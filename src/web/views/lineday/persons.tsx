import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, Mark, Rows } from "../../design/index.ts";
import type { DayModel, PersonLine } from "./day-query.ts";
import line from "./lineday.module.css";

const first = 20;

/** Everybody by his wristband, with each one's word on what became of him; those of whom something is open stand first. */
export function Persons({ day }: { readonly day: DayModel }) {
  const { t } = useDesk();
  const [isWhole, setWhole] = useState(false);
  const used = day.persons.filter((one) => !one.isSpare || one.outcomes.length + one.steps.length > 0);
  const isOpen = (one: PersonLine) => !one.outcomes.some((said) => said.counter === day.own);
  const sorted = [...used.filter(isOpen), ...used.filter((one) => !isOpen(one))];
  const rows = isWhole ? sorted : sorted.slice(0, first);
  return (
    <>
      <Rows
        label={t("lineday.table", { title: t("lineday.persons") })}
        heads={[
          t("field.code"),
          { number: t("lineday.list_line") },
          { number: t("field.block") },
          t("lineday.own_steps"),
          t("lineday.became"),
        ]}
      >
        <tbody>
          {rows.map((person) => (
            <tr key={person.code}>
              <th scope="row" className={line.code}>
                {person.shown}
              </th>
              <td className={css.number}>{person.listLine ?? "–"}</td>
              <td className={css.number}>{person.block ?? "–"}</td>
              <td>
                {person.steps.map((step) => t(`word.${step}`)).join(", ")}{" "}
                {person.isWaiting && <Mark weight="waiting">{t("lineday.not_recorded")}</Mark>}
              </td>
              <td>
                <ul className={css.words}>
                  {person.outcomes.map(({ counter, name, outcome }) => (
                    <li key={counter}>
                      <span className={css.soft}>{name}</span> {t(`word.${outcome}`)}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </Rows>
      {sorted.length > first && (
        <p>
          <Button onPress={() => setWhole(!isWhole)}>
            {t(isWhole ? "lineday.fewer" : "lineday.all_persons", { n: sorted.length })}
          </Button>
        </p>
      )}
    </>
  );
}
