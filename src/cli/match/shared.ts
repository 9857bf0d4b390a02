/**
 * A copy of plain data whose typed arrays lie in shared memory: sent to a worker it is not copied again. Strings, numbers, arrays, maps
 * and objects go as they are.
 */
export function shared<T>(data: T): T {
  return copied(data) as T; // the same shape, its arrays elsewhere
}

function copied(data: unknown): unknown {
  if (ArrayBuffer.isView(data) && !(data instanceof DataView)) {
    const array = data as Uint8Array; // of whatever width: the constructor of each makes its own kind
    if (array.buffer instanceof SharedArrayBuffer) return array;
    const make = array.constructor as new (buffer: SharedArrayBuffer) => Uint8Array; // every typed array has it
    const copy = new make(new SharedArrayBuffer(array.byteLength));
    copy.set(array);
    return copy;
  }
  if (Array.isArray(data)) return typeof data[0] === "string" ? data : data.map(copied);
  if (data instanceof Map) return new Map([...data].map(([key, value]) => [key, copied(value)]));
  if (typeof data === "object" && data !== null)
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copied(value)]));
  return data;
}
