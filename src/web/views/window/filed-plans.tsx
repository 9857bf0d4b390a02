import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, css, Notice, SaidLine } from "../../design/index.ts";
import type { OpenedPlan, ToFile } from "../../desk/window-actions.ts";
import { ReadMap } from "../map/read-map.tsx";
import type { PlanInput } from "./engine/protocol.ts";
import { Gantt } from "./gantt.tsx";
import { mapOfOwnPart } from "./map-of-plan.ts";
import type { ProposedModel, WindowModel } from "./query.ts";
import { StopsTable } from "./stops-table.tsx";
import { Ways } from "./ways.tsx";
import own from "./window.module.css";

/** What of a plan was filed in sealed rooms, opened here without a file; and for its author, to file it. */
export function FiledPlans({
  proposed,
  mayFile,
  onHeld,
}: {
  readonly proposed: ProposedModel;
  readonly mayFile: WindowModel["mayFile"];
  readonly onHeld: (input: PlanInput) => void;
}) {
  const { t, connection } = useDesk();
  const [opened, setOpened] = useState<OpenedPlan>();
  const open = (id: string) =>
    void connection.call("openFiled", id).then((found) => {
      setOpened(found);
      if (found.is === "whole") onHeld(found.input);
    });
  return (
    <>
      {proposed.filed.length > 0 && (
        <ul className={css.lines}>
          {proposed.filed.map(({ id, room, said }) => (
            <li key={id}>
              <div className={css.row}>
                <span>
                  {t("window.filed", { room })} <SaidLine said={said} />
                </span>
                <Button onPress={() => open(id)}>{t("window.filed.open")}</Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {opened && <Opened opened={opened} />}
      {mayFile.length > 0 && <ToBeFiled plan={proposed.id} rooms={mayFile} />}
    </>
  );
}

function Opened({ opened }: { readonly opened: OpenedPlan }) {
  const { t } = useDesk();
  if (opened.is === "unreadable") return <Notice tone="refused">{t("window.filed.unreadable")}</Notice>;
  if (opened.is === "own")
    return (
      <div className={own.sheet}>
        <Notice>{t("window.filed.own")}</Notice>
        <ReadMap label={t("window.map")} shown={mapOfOwnPart(opened.part)} />
        <StopsTable given={opened.part} teams={opened.part.teams} />
      </div>
    );
  const { given, plan } = opened;
  return (
    <div className={own.sheet}>
      <Gantt given={given} teams={plan.teams} />
      <details>
        <summary>{t("window.stops")}</summary>
        <StopsTable given={given} teams={plan.teams} />
      </details>
      <Ways given={given} plan={plan} />
    </div>
  );
}

function ToBeFiled({ plan, rooms }: { readonly plan: string; readonly rooms: WindowModel["mayFile"] }) {
  const { t, connection } = useDesk();
  const propose = useSigning();
  const [made, setMade] = useState<ToFile>();
  const file = async (room: WindowModel["mayFile"][number]["room"]) => {
    const content = await connection.call("contentToFile", { plan, room });
    setMade(content);
    if (content.is === "whole" || content.is === "own")
      propose({ room, kind: "plan.filed", payload: content.payload });
  };
  return (
    <details>
      <summary>{t("window.to_file")}</summary>
      <div className={own.sheet}>
        <p className={css.small}>{t("window.to_file_words")}</p>
        <div className={css.row}>
          {rooms.map(({ room, label }) => (
            <Button key={room} onPress={() => void file(room)}>
              {label}
            </Button>
          ))}
        </div>
        {made && (
          <Notice tone={made.is === "whole" || made.is === "own" ? "plain" : "attention"}>
            {"sites" in made
              ? t(`window.to_file.${made.is}`, { n: made.sites })
              : t(`window.to_file.${made.is}`)}
          </Notice>
        )}
      </div>
    </details>
  );
}
