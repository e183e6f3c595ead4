import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyGetKey,
} from "npm:jose@6.2.17";
import { jwks, jwtSecret, url } from "./environment.ts";
import { Refusal } from "./refusal.ts";

// Never the token's choice.
const ASYMMETRIC = ["ES256", "RS256"];
const AUDIENCE = "authenticated";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const publicKeys: JWTVerifyGetKey = jwks
  ? createLocalJWKSet(asKeySet(JSON.parse(jwks)))
  : createRemoteJWKSet(new URL(`${url}/auth/v1/.well-known/jwks.json`));
const sharedSecret = jwtSecret === undefined ? undefined : new TextEncoder().encode(jwtSecret);

/**
 * The claims of a person's token.
 *
 * @throws Refusal 401 unless it is the project's own, whole, for us, and not expired
 */
export async function verified(token: string): Promise<JWTPayload> {
  const rules = { audience: AUDIENCE, requiredClaims: ["exp", "sub"] };
  const legacy = algorithmOf(token) === "HS256";
  const symmetric = sharedSecret !== undefined && legacy;
  if (sharedSecret === undefined && legacy) tellOfMissingSecret(token);
  const { payload } =
    await (symmetric
      ? jwtVerify(token, sharedSecret, { ...rules, algorithms: ["HS256"] })
      : jwtVerify(token, publicKeys, { ...rules, algorithms: ASYMMETRIC })).catch((failure) => {
        throw saysNothingOfTheToken(failure) ? keysOutOfReach(failure) : badToken();
      });
  if (payload.role !== "authenticated" || !UUID.test(payload.sub ?? "")) throw badToken();
  return payload;
}

function algorithmOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg;
  } catch {
    throw badToken();
  }
}

let told = false;

// Else everybody would be asked to sign in again and again, and nobody would know why.
function tellOfMissingSecret(token: string): void {
  if (told || issuerOf(token) !== `${url}/auth/v1`) return;
  told = true;
  console.error(
    "Sign-in gives tokens that are signed with the project's legacy secret, which is not known here: set JWT_SECRET.",
  );
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

// Both forms are in use.
function asKeySet(document: { keys: [] } | []): { keys: [] } {
  return Array.isArray(document) ? { keys: document } : document;
}

function saysNothingOfTheToken(failure: unknown): boolean {
  return !(failure instanceof errors.JOSEError) || failure instanceof errors.JWKSTimeout ||
    failure instanceof errors.JWKSInvalid || failure.code === "ERR_JOSE_GENERIC";
}

function keysOutOfReach(failure: unknown): Refusal {
  console.error("The keys that tokens are checked with cannot be fetched", failure);
  return new Refusal(
    503,
    "busy",
    "Sign-ins cannot be checked at the moment. Nothing was done; try again in a moment.",
    {},
    2,
  );
}

function badToken(): Refusal {
  return new Refusal(401, "bad_jwt", "The token is invalid or has expired. Sign in again.");
}
