/** What the platform tells the functions about the project. Read once. */

function required(name: string): string {
  const value = Deno.env.get(name);
  if (!value) throw new Error(`The function has no environment variable ${name}.`);
  return value;
}

// The keys of today are a JSON object of name and key, those of yesterday one key each.
function keys(named: string, legacy: string): string[] {
  const all = Object.values(JSON.parse(Deno.env.get(named) || "{}")) as string[];
  return [...all, Deno.env.get(legacy) ?? ""].filter((key) => key !== "");
}

/** The project's base URL, as clients reach it. */
export const url = required("SUPABASE_URL").replace(/\/+$/, "");

/** Where the database is, login and password included. */
export const databaseUrl = required("SUPABASE_DB_URL");

/** The keys that name an app. */
export const publishableKeys = keys("SUPABASE_PUBLISHABLE_KEYS", "SUPABASE_ANON_KEY");

/** The keys that open everything; at least one. */
export const secretKeys = keys("SUPABASE_SECRET_KEYS", "SUPABASE_SERVICE_ROLE_KEY");
if (secretKeys.length === 0) throw new Error("The function has no secret key (SUPABASE_SECRET_KEYS).");

/** The public keys of tokens as a JWKS document; undefined where they are to be fetched. */
export const jwks = Deno.env.get("SUPABASE_JWKS") || undefined;

/** The shared secret of legacy tokens (HS256); undefined where the project has none left. */
export const jwtSecret = Deno.env.get("JWT_SECRET") || undefined;

/** An S3-compatible bucket that images are kept in instead of the project's own storage. */
export type Bucket = { endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string };

/** The bucket; undefined where none is set. One that is set in part is an error: nobody means that. */
export const bucket: Bucket | undefined = bucketOf({
  endpoint: "S3_ENDPOINT",
  region: "S3_REGION",
  bucket: "S3_BUCKET",
  accessKey: "S3_ACCESS_KEY_ID",
  secretKey: "S3_SECRET_ACCESS_KEY",
});

function bucketOf(names: Record<keyof Bucket, string>): Bucket | undefined {
  if (!Object.values(names).some((name) => Deno.env.get(name))) return undefined;
  const set = Object.fromEntries(Object.entries(names).map(([field, name]) => [field, required(name)])) as Bucket;
  const { protocol, hostname, username, pathname, search } = new URL(set.endpoint);
  const safe = protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost"].includes(hostname));
  if (!safe || username !== "" || pathname !== "/" || search !== "") {
    throw new Error("S3_ENDPOINT must be an https URL of a host and nothing more.");
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(set.bucket)) throw new Error("S3_BUCKET is not a bucket's name.");
  return { ...set, endpoint: set.endpoint.replace(/\/$/, "") };
}
