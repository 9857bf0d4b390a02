import { type GeoJSONSourceSpecification, Map as GlMap, setWorkerUrl } from "maplibre-gl";
import address from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { scriptAddress } from "../app/trusted.ts";
import type { Land } from "./land.ts";
import type { Camera } from "./mercator.ts";

export type Colours = { readonly land: string; readonly sea: string };

/** Land drawn by the graphics card: it is told where to look, and hears nothing of the reader's hand. */
export type GlLand = {
  readonly look: (camera: Camera) => void;
  readonly paint: (colours: Colours) => void;
  readonly end: () => void;
};

/** Throws where the browser has no WebGL. */
export function glLand(container: HTMLElement, land: Land, camera: Camera, colours: Colours): GlLand {
  setWorkerUrl(workerAddress());
  const map = new GlMap({
    container,
    interactive: false,
    attributionControl: false,
    maplibreLogo: false,
    fadeDuration: 0,
    renderWorldCopies: true,
    canvasContextAttributes: { preserveDrawingBuffer: true }, // else a printed page has no land
    ...at(camera),
    style: {
      version: 8,
      sources: { land: { type: "geojson", data: landData(land), tolerance: 0.2 } },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": colours.sea } },
        { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.land } },
      ],
    },
  });
  // its canvas says nothing by itself: what is shown is said beside it
  map.getCanvas().tabIndex = -1;
  map.getCanvas().ariaHidden = "true";
  return {
    look: (next) => {
      map.jumpTo(at(next));
    },
    paint: ({ land: ground, sea }) => {
      if (!map.isStyleLoaded()) return;
      map.setPaintProperty("land", "fill-color", ground);
      map.setPaintProperty("sea", "background-color", sea);
    },
    end: () => map.remove(),
  };
}

// Readonly here alone.
function landData(land: Land): GeoJSONSourceSpecification["data"] {
  return land as GeoJSONSourceSpecification["data"];
}

function at({ lng, lat, zoom }: Camera) {
  return { center: [lng, lat] as [number, number], zoom };
}

// The library looks at the address as a text, and the browser starts trusted ones alone: this is both.
function workerAddress(): string {
  const trusted = scriptAddress(address);
  const text = String(trusted);
  return Object.assign(trusted, {
    endsWith: (end: string) => text.endsWith(end),
    split: (by: RegExp) => text.split(by),
  }) as unknown as string; // what the library asks of a text
}
