import { publishableKeys, secretKeys } from "./environment.ts";
import { Refusal } from "./refusal.ts";
import { verified } from "./tokens.ts";

/** Who asks, as the database takes it: the role of a transaction, and the claims in it as JSON. */
export type Caller = { role: "authenticated" | "service_role"; claims: string };

/** The program itself, or a pipeline with a secret key. */
export const SERVICE: Caller = { role: "service_role", claims: '{"role":"service_role"}' };

/**
 * The caller of an operation.
 *
 * @throws Refusal 401 without a key of this project, or without a token that is good
 */
export async function callerOf(request: Request): Promise<Caller> {
  const secret = hasSecretKey(request);
  const token = bearer(request);
  if (secret && (token === undefined || isOneOf(secretKeys, token))) return SERVICE;
  if (token === undefined) {
    throw new Refusal(401, "no_authorization", "Sign in first: this needs a user's token as Bearer.");
  }
  return { role: "authenticated", claims: JSON.stringify(await verified(token)) };
}

/**
 * The program itself, for whoever has a key of this project: signed in or not, and whatever the token is worth.
 *
 * @throws Refusal 401 without a key of this project
 */
export function anybodyWithAKey(request: Request): Caller {
  hasSecretKey(request);
  return SERVICE;
}

function hasSecretKey(request: Request): boolean {
  const key = request.headers.get("apikey")?.trim();
  if (!key) throw new Refusal(401, "no_api_key", "The request has no apikey header.");
  if (isOneOf(secretKeys, key)) return true;
  if (isOneOf(publishableKeys, key)) return false;
  throw new Refusal(401, "bad_api_key", "The apikey is not one of this workspace's keys.");
}

// An app sends its publishable key as Bearer while nobody is signed in.
function bearer(request: Request): string | undefined {
  const [, token] = /^bearer\s+(\S.*)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  return token === undefined || isOneOf(publishableKeys, token.trim()) ? undefined : token.trim();
}

// In a time that says nothing about how much of it was right.
function isOneOf(keys: string[], candidate: string): boolean {
  return keys.map((key) => same(key, candidate)).includes(true);
}

function same(key: string, candidate: string): boolean {
  const [one, other] = [key, candidate].map((text) => new TextEncoder().encode(text));
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) difference |= one[at] ^ (other[at] ?? 0);
  return difference === 0;
}
