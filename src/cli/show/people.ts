import { officeName } from "#i18n";
import type { Section } from "./section.ts";

/** Offices and their seats: handles, titles and keys; the roster names nobody. */
export const people: Section = {
  name: "people",
  heading: "show.people",
  data: ({ state }) =>
    state.people.seats.map(({ granted, office, member, key, title, from, until }) => ({
      id: granted,
      office,
      member,
      key,
      title,
      from,
      until: until ?? null,
    })),
  print: ({ state, t, out }) => {
    for (const { office, member, title, key, until } of state.people.seats) {
      const validity = until === undefined ? t("seat.valid") : t("seat.until", { seq: until });
      out.line(`${officeName(t, state, office)} · ${member}, ${title} · ${key.slice(0, 12)}… · ${validity}`);
    }
  },
};
