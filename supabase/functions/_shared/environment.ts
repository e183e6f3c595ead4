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
