import type { Office } from "../access/offices.ts";
import type { Room } from "../access/rooms.ts";
import type { ActId } from "../act/act.ts";
import { addTo } from "../fold/add-to.ts";
import type { Handlers } from "../fold/state.ts";
import type { siteActs } from "./acts.ts";

/** One place, and all that was said of it in its own sealed room, in the order of receipt. */
export type Site = {
  readonly id: ActId;
  readonly room: Room;
  readonly author: Office;
  readonly updates: ActId[];
  withdrawn: ActId | undefined;
};

export type SitesState = {
  readonly sites: Map<ActId, Site>;
  /** The acts that note an opening of a site. */
  readonly views: Map<ActId, ActId[]>;
};

export function emptySites(): SitesState {
  return { sites: new Map(), views: new Map() };
}

export const siteHandlers: Handlers<keyof typeof siteActs> = {
  "site.reported": ({ sites }, { act }) => {
    const { id, room, by } = act;
    sites.sites.set(id, { id, room, author: by.office, updates: [], withdrawn: undefined });
    return undefined;
  },
  "site.updated": ({ sites }, { act }) => {
    const site = sites.sites.get(act.payload.site);
    if (!site) return act.payload.site;
    site.updates.push(act.id);
    return undefined;
  },
  "site.withdrawn": ({ sites }, { act }) => {
    const site = sites.sites.get(act.payload.site);
    if (!site) return act.payload.site;
    site.withdrawn ??= act.id;
    return undefined;
  },
  "site.viewed": ({ sites }, { act }) => {
    const unread = act.payload.opened.find(({ site }) => !sites.sites.has(site));
    if (unread) return unread.site;
    for (const { site } of act.payload.opened) addTo(sites.views, site, act.id);
    return undefined;
  },
};
