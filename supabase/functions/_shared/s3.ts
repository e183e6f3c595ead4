import { AwsClient } from "npm:aws4fetch@1.0.20";
import { storageBusy, storageRefused } from "./busy.ts";
import type { Bucket } from "./environment.ts";
import type { Links, ObjectStore } from "./storage.ts";

const PATIENCE = 30_000;

// What a store says to who has set it up wrongly, in words of who has to do something about it.
const SETTINGS: Record<string, string> = {
  InvalidAccessKeyId: "S3_ACCESS_KEY_ID is not known there.",
  SignatureDoesNotMatch: "S3_SECRET_ACCESS_KEY does not belong to S3_ACCESS_KEY_ID, or S3_REGION is wrong.",
  AuthorizationHeaderMalformed: "S3_REGION is not the bucket's.",
  NoSuchBucket: "There is no bucket of the name in S3_BUCKET.",
  AccessDenied:
    "The key may not do this in the bucket; its policy needs s3:GetObject, s3:PutObject and s3:DeleteObject.",
  PermanentRedirect: "S3_ENDPOINT or S3_REGION is not the bucket's.",
  RequestTimeTooSkewed: "This machine's clock is wrong by more than fifteen minutes.",
};

/** An S3-compatible bucket, spoken to with the bucket's name in the path. */
export function s3({ endpoint, region, bucket, accessKey, secretKey }: Bucket): ObjectStore {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    service: "s3",
    retries: 0,
  });
  const at = (path: string) => `${endpoint}/${bucket}/${path.split("/").map(encodeURIComponent).join("/")}`;

  async function link(path: string, seconds: number): Promise<Links> {
    const { url } = await client.sign(`${at(path)}?X-Amz-Expires=${seconds}`, { aws: { signQuery: true } });
    // What is added behind it stays with the client: parameters that were not signed would spoil the URL.
    return { url, thumbnail: `${url}#` };
  }

  async function send(method: string, path: string, more: RequestInit = {}): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE);
    const request = await client.sign(at(path), { method, ...more });
    const response = await fetch(request, { signal, redirect: "manual" }).catch((failure) => {
      console.error("The bucket cannot be reached", failure);
      throw storageBusy();
    });
    // A cut answer is none.
    const text = await response.text().catch(() => {
      throw storageBusy();
    });
    const code = /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? "";
    if (response.ok || (method === "DELETE" && response.status === 404 && code !== "NoSuchBucket")) return;
    // Not the whole text: a store quotes the request in it.
    const said = `The bucket answers ${method} with ${response.status} ${code}. ${SETTINGS[code] ?? ""}`;
    console.error(said);
    throw Object.hasOwn(SETTINGS, code) ? storageRefused() : storageBusy();
  }

  return {
    sign: async (paths, seconds) =>
      new Map(await Promise.all(paths.map(async (path) => [path, await link(path, seconds)] as const))),
    address: async (path) => (await link(path, 3600)).url,
    store: (path, bytes, contentType) => send("PUT", path, { body: bytes, headers: { "Content-Type": contentType } }),
    remove: async (paths) => {
      for (const path of paths) await send("DELETE", path);
    },
  };
}
