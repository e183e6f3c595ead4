import { secretKeys, url } from "./environment.ts";
import { Refusal } from "./refusal.ts";

const BUCKET = "scraped-images";
const PATIENCE = 30_000;

/**
 * Links that open these objects without a token, by path; what is not there has none.
 *
 * @param seconds how long they are good for
 */
export async function sign(paths: string[], seconds: number): Promise<Map<string, string>> {
  const response = await send("POST", `object/sign/${BUCKET}`, JSON.stringify({ expiresIn: seconds, paths }), {
    "Content-Type": "application/json",
  });
  const signed: { path: string; signedURL: string | null }[] = await response.json();
  return new Map(signed.flatMap(({ path, signedURL }) => signedURL ? [[path, `/storage/v1${signedURL}`]] : []));
}

/**
 * Stores an object under a path that nothing is stored under yet.
 *
 * @throws Refusal 503 when the storage does not answer
 */
export async function store(path: string, bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<void> {
  // An object's bytes never change.
  const headers = { "Content-Type": contentType, "Cache-Control": "max-age=3600" };
  await (await send("POST", `object/${BUCKET}/${path}`, bytes, headers)).body?.cancel();
}

/** Removes objects; those that are not there are no failure. */
export async function remove(paths: string[]): Promise<void> {
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
    throw busy();
  });
  if (response.ok) return response;
  const said = `The storage answers ${response.status}: ${await response.text()}`;
  if (response.status < 500 && response.status !== 429) throw new Error(said);
  console.error(said);
  throw busy();
}

function busy(): Refusal {
  return new Refusal(503, "busy", "The storage does not answer. Nothing was kept; try again in a moment.", {}, 2);
}
