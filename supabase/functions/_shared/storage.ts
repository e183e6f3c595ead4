import { secretKeys, url } from "./environment.ts";

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

/** Stores an object. */
export async function store(path: string, bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<void> {
  await (await send("POST", `object/${BUCKET}/${path}`, bytes, { "Content-Type": contentType })).body?.cancel();
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
  });
  if (!response.ok) throw new Error(`The storage answers ${response.status}: ${await response.text()}`);
  return response;
}
