/** Longitude and latitude in degrees, as GeoJSON has them. */
export type LngLat = readonly [lng: number, lat: number];
/** A place on the drawing, in CSS pixels from its upper left corner. */
export type Pixel = readonly [x: number, y: number];
export type Size = { readonly width: number; readonly height: number };
/** What the middle of the drawing shows; at zoom 0 the whole earth is 512 pixels wide. */
export type Camera = { readonly lng: number; readonly lat: number; readonly zoom: number };

const earth = 512;
const mostZoom = 17;
/** Where the projection ends. */
const mostLat = 85;

/** Web Mercator (EPSG:3857) with the camera's middle in the middle. */
export function project(camera: Camera, { width, height }: Size, [lng, lat]: LngLat): Pixel {
  const scale = earth * 2 ** camera.zoom;
  return [
    ((lng - camera.lng) / 360) * scale + width / 2,
    (northing(lat) - northing(camera.lat)) * scale + height / 2,
  ];
}

export function unproject(camera: Camera, { width, height }: Size, [x, y]: Pixel): LngLat {
  const scale = earth * 2 ** camera.zoom;
  const down = (y - height / 2) / scale + northing(camera.lat);
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * down))) * 180) / Math.PI;
  return [((x - width / 2) / scale) * 360 + camera.lng, lat];
}

// From 0 at the top to 1 at the bottom.
function northing(lat: number): number {
  const held = Math.max(-mostLat, Math.min(mostLat, lat));
  return 0.5 - Math.asinh(Math.tan((held * Math.PI) / 180)) / (2 * Math.PI);
}

/** The camera that shows all these points with a margin; the earth where there are none. */
export function fitted(points: readonly LngLat[], { width, height }: Size): Camera {
  if (points.length === 0 || width === 0 || height === 0) return { lng: 0, lat: 20, zoom: 0.5 };
  const lngs = points.map(([lng]) => lng);
  const downs = points.map(([, lat]) => northing(lat));
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [top, bottom] = [Math.min(...downs), Math.max(...downs)];
  const share = Math.max(
    (east - west) / 360 / Math.max(1, width - 96),
    (bottom - top) / Math.max(1, height - 96),
    1e-9,
  );
  const zoom = Math.min(13, Math.log2(1 / (share * earth)));
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (top + bottom)))) * 180) / Math.PI;
  return { lng: (west + east) / 2, lat, zoom: held(zoom) };
}

/** The camera moved by pixels, and nearer or farther around its middle. */
export function moved(camera: Camera, size: Size, [dx, dy]: Pixel, closer = 0): Camera {
  const [lng, lat] = unproject(camera, size, [size.width / 2 + dx, size.height / 2 + dy]);
  return {
    lng: ((lng + 540) % 360) - 180,
    lat: Math.max(-mostLat, Math.min(mostLat, lat)),
    zoom: held(camera.zoom + closer),
  };
}

function held(zoom: number): number {
  return Math.max(0, Math.min(mostZoom, zoom));
}

/** Metres between two neighbours; true enough within a hundred kilometres. */
export function metresApart([x1, y1]: LngLat, [x2, y2]: LngLat): number {
  const east = (x1 - x2) * Math.cos((((y1 + y2) / 2) * Math.PI) / 180);
  return Math.hypot(east, y1 - y2) * 111_320;
}

/** Metres to a pixel in the middle; a sphere of 40,075 km around the equator. */
export function metresPerPixel({ lat, zoom }: Camera): number {
  return (40_075_017 * Math.cos((lat * Math.PI) / 180)) / (earth * 2 ** zoom);
}
