import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  linesOf,
  maybe,
  Notice,
  OneOf,
  Tick,
  textIsWrong,
  useForm,
} from "../../../design/index.ts";
import type { SiteRoom } from "../../sites/rooms.ts";
import type { MissionModel } from "../mission-query.ts";
import { pointsIn } from "../points.ts";

/** What is exact goes to one side in its own sealed room, and names none of the other's sites. */
export function DetailForm({ model, onDone }: { readonly model: MissionModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      room: null as SiteRoom | null,
      sites: [] as readonly string[],
      route: "",
      points: "",
      alternate: "",
      vehicles: "",
      phones: "",
      radio: "",
      receiving: "",
      emblem: "emblem_crystal" as string,
    },
    (draft) => ({
      room: draft.room === null ? "forms.choose" : undefined,
      route: textIsWrong(draft.route),
      points: pointsIn(draft.points) ? undefined : "missions.wrong.points",
      receiving: textIsWrong(draft.receiving),
      vehicles: linesOf(draft.vehicles).every((one) => one.split(";").length === 3)
        ? undefined
        : "missions.wrong.vehicles",
    }),
  );
  const { draft, set, wrong } = form;
  const sites = model.siteChoices.find(({ room }) => room === draft.room)?.sites ?? [];
  const ready = () => {
    if (draft.room === null) return;
    const payload = {
      mission: model.id,
      sites: draft.sites,
      route: pointsIn(draft.points),
      routeWords: draft.route.trim(),
      ...maybe("alternate", draft.alternate),
      vehicles: linesOf(draft.vehicles).map((one) => {
        const [team = "", description = "", plate = ""] = one.split(";").map((part) => part.trim());
        return { team, description, plate, emblem: draft.emblem };
      }),
      phones: linesOf(draft.phones),
      ...maybe("radio", draft.radio),
      receiving: draft.receiving.trim(),
    };
    propose({ room: draft.room, kind: "mission.detailed", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Notice>{t("missions.details_words")}</Notice>
      <OneOf
        label={t("missions.form.to")}
        value={draft.room}
        choices={model.siteChoices.map(({ room, of }) => ({ value: room, label: of }))}
        onChange={(room) => set({ room, sites: [], ...standing(model, room) })}
        wrong={wrong("room")}
      />
      {sites.map(({ value, label }) => (
        <Tick
          key={value}
          isSelected={draft.sites.includes(value)}
          onChange={(isIn) =>
            set({ sites: isIn ? [...draft.sites, value] : draft.sites.filter((one) => one !== value) })
          }
        >
          {label}
        </Tick>
      ))}
      <Field
        label={t("missions.route")}
        value={draft.route}
        onChange={(route) => set({ route })}
        wrong={wrong("route")}
        lines
      />
      <Field
        label={t("forms.optional", { label: t("missions.form.points") })}
        help={t("missions.form.points_help")}
        value={draft.points}
        onChange={(points) => set({ points })}
        wrong={wrong("points")}
        lines
      />
      <Field
        label={t("forms.optional", { label: t("field.alternate") })}
        value={draft.alternate}
        onChange={(alternate) => set({ alternate })}
        lines
      />
      <Field
        label={t("missions.vehicles")}
        help={t("missions.form.vehicles_help")}
        value={draft.vehicles}
        onChange={(vehicles) => set({ vehicles })}
        wrong={wrong("vehicles")}
        lines
      />
      <OneOf
        label={t("field.emblem")}
        value={draft.emblem}
        choices={model.choices.emblems}
        onChange={(emblem) => set({ emblem })}
      />
      <Field
        label={t("missions.phones")}
        help={t("missions.form.a_line_each")}
        value={draft.phones}
        onChange={(phones) => set({ phones })}
        lines
      />
      <Field
        label={t("forms.optional", { label: t("missions.radio") })}
        value={draft.radio}
        onChange={(radio) => set({ radio })}
      />
      <Field
        label={t("missions.receiving")}
        value={draft.receiving}
        onChange={(receiving) => set({ receiving })}
        wrong={wrong("receiving")}
      />
    </Form>
  );
}

// What stands for a side is what is changed: the whole of it is said again.
function standing({ details }: MissionModel, room: SiteRoom) {
  const last = details.find((one) => one.room === room && one.stands);
  if (!last) return {};
  const { sites, routeWords, alternate, vehicles, phones, radio, receiving } = last.payload;
  return {
    sites: sites as readonly string[], // ids are texts here
    route: routeWords,
    points: last.points,
    alternate: alternate ?? "",
    vehicles: vehicles
      .map(({ team, description, plate }) => [team, description, plate].join("; "))
      .join("\n"),
    phones: phones.join("\n"),
    radio: radio ?? "",
    receiving,
    ...(vehicles[0] ? { emblem: vehicles[0].emblem as string } : {}), // one of the choices
  };
}
