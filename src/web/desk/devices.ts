import { ProblemError, problem } from "#base";
import { type Office, offices } from "#record";
import { type Device, indexedDbKeep, type Keep, newDevice } from "#replica";

/** Where this browser keeps an office's copy of a process, and its own keys. */
export function keepOf(process: string, office: Office): Promise<Keep> {
  return indexedDbKeep(`parley/${process}/${office}`);
}

/** This browser's device for an office; undefined where it has none. */
export async function keptDevice(process: string, office: Office): Promise<Device | undefined> {
  const keep = await keepOf(process, office);
  const { device } = await keep.meta();
  await keep.close();
  return device;
}

/** The same; made where there is none yet. Whose it is, the host says on signing in. */
export async function deviceFor(process: string, named: string): Promise<Device> {
  const office = offices.find((one) => one === named);
  if (!office) throw new ProblemError(problem("api.sign_in_refused", {}));
  return (await keptDevice(process, office)) ?? newDevice({ office, member: "" });
}

export async function keepDevice(process: string, device: Device): Promise<void> {
  const keep = await keepOf(process, device.office);
  await keep.setMeta({ device });
  await keep.close();
}
