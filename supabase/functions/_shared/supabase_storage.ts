import { secretKeys, url } from "./environment.ts";
import type { Links, ObjectStore } from "./storage.ts";
import { storageBusy } from "./busy.ts";

const BUCKET = "scraped-images";
const PATIENCE = 30_000;

/** The project's own storage. */
export const supabaseStorage: ObjectStore = { sign, address: () => Promise.resolve(undefined), store, remove };

async function sign(paths: string[], seconds: number): Promise<Map<string, Links>> {
  const response = await send("POST", `object/sign/${BUCKET}`, JSON.stringify({ expiresIn: seconds, paths }), {
    "Content-Type": "application/json",
  });
  const signed: { path: string; signedURL: string | null }[] = await response.json();
  return new Map(signed.flatMap(({ path, signedURL }) => {
    if (!signedURL) return [];
    const url = `/storage/v1${signedURL}`;
    return [[path, { url, thumbnail: url }]];
  }));
}

async function store(path: string, bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<void> {
  // An object's bytes never change.
  const headers = { "Content-Type": contentType, "Cache-Control": "max-age=3600" };
  await (await send("POST", `object/${BUCKET}/${path}`, bytes, headers)).body?.cancel();
}

async function remove(paths: string[]): Promise<void> {
  const body = JSON.stringify({ prefixes: paths });
  const headers = { "Content-Type": "application/json" };
  await (await send("DELETE", `object/${BUCKET}`, body, headers)).body?.cancel();
}

async function send(
  method: string,
  path: string,
  body: BodyInit,
  headers: Record<string, string>,
): Promise<Response> {
  const [key] = secretKeys;
  const response = await fetch(`${url}/storage/v1/${path}`, {
    method,
    body,
    headers: { ...headers, apikey: key, Authorization: `Bearer ${key}` },
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((failure) => {
    console.error("The storage cannot be reached", failure);
    throw storageBusy();
  });
  if (response.ok) return response;
  const said = `The storage answers ${response.status}: ${await response.text()}`;
  if (response.status < 500 && response.status !== 429) throw new Error(said);
  console.error(said);
  throw storageBusy();
}
