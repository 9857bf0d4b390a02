import { writeExport } from "#folder";
import { officeName } from "#i18n";
import { type Common, shown } from "./context.ts";

/** `parley export DIR --as OFFICE OUT`: that office's full copy, to verify and to walk away with. */
export function exportCommand(path: string, into: string, options: Common): Promise<void> {
  return shown(path, options, async ({ copy, office, state, t, out }) => {
    const made = await writeExport(copy.source, office, into);
    const acts = made.rooms.reduce((sum, room) => sum + room.size, 0);
    out.data(made);
    const name = office === "public" ? t("office.public") : officeName(t, state, office);
    out.line(t("export.written", { rooms: made.rooms.length, acts, office: `${name} (${office})` }));
  });
}
