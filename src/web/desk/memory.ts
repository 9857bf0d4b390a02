/** Small things that this browser remembers between visits, beside the replicas. */
const database = "parley";
const table = "remembered";

export async function remember(key: string, value: unknown): Promise<void> {
  const db = await open();
  await finished(db.transaction(table, "readwrite").objectStore(table).put(value, key));
  db.close();
}

/** What was remembered under a key; undefined where nothing was. */
export async function remembered(key: string): Promise<unknown> {
  const db = await open();
  const value = await finished(db.transaction(table, "readonly").objectStore(table).get(key));
  db.close();
  return value;
}

export async function forget(key: string): Promise<void> {
  const db = await open();
  await finished(db.transaction(table, "readwrite").objectStore(table).delete(key));
  db.close();
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(table);
  return finished(opening);
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error("The browser's store cannot be read."));
  });
}
