import { type Call, call } from "./desk.ts";
import { secretKeys, url } from "./environment.ts";
import * as exact from "./exact.ts";
import type { Caller } from "./gate.ts";
import { jsonBody } from "./json.ts";
import { Refusal } from "./refusal.ts";

const PATIENCE = 30_000;

/**
 * Makes somebody a member. The SQL says who may and whom; where it finds no account, sign-in makes one and sends the mail.
 *
 * @param made the operation that makes a member of who has an account
 */
export async function invitation(request: Request, caller: Caller, made: Call): Promise<Response> {
  // Without a key: the second call is another one.
  const enrol = { ...made, body: await jsonBody(request), headers: "{}" };
  const known = exact.parse(await call(caller, enrol));
  if (known.data === null && known.unproven !== null) await remove(known.unproven);
  const answer = known.data === null
    ? { ...await enrolNew(caller, enrol), mailed: true }
    : { ...known, mailed: await mailedAgain(known.data, enrol) };
  return new Response(JSON.stringify(answer), {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}

// An invitation ends after an hour or a day, or was lost: who has not come yet is sent another one.
async function mailedAgain({ last_sign_in_at }: { last_sign_in_at: string | null }, enrol: Call): Promise<boolean> {
  return last_sign_in_at === null && await invited(personIn(enrol)) !== undefined;
}

async function enrolNew(caller: Caller, enrol: Call): Promise<Record<string, unknown>> {
  const account = await invited(personIn(enrol));
  try {
    const enrolled = exact.parse(await call(caller, enrol));
    if (enrolled.data === null) throw signInBusy();
    return account === undefined ? enrolled : { ...enrolled, already: false };
  } catch (failure) {
    if (account !== undefined) await discard(account.id);
    throw failure;
  }
}

function personIn({ body }: Call): Record<string, unknown> {
  const { email, role = "annotator", display_name = "" } = JSON.parse(body ?? "{}");
  return { email, role, data: { display_name } };
}

async function discard(id: string): Promise<void> {
  await remove(id).catch(() => console.error("An account that is no member was left behind."));
}

async function remove(id: string): Promise<void> {
  const response = await send("DELETE", `admin/users/${id}`);
  await response.body?.cancel();
  if (response.ok) return;
  console.error(`Sign-in answers ${response.status} to removing an account`);
  throw signInBusy();
}

// Undefined where there is an account that needs no invitation: somebody else, or a request whose answer was lost, may
// have made it just before.
async function invited(person: Record<string, unknown>): Promise<{ id: string } | undefined> {
  const response = await send("POST", "invite", JSON.stringify(person));
  if (response.ok) return await response.json();
  const said = await response.text();
  if (response.status === 429) {
    throw new Refusal(429, "slow_down", "Too many mails were sent. No invitation was sent; try again later.", {}, 60);
  }
  const why = `Sign-in answers ${response.status}: ${said}`;
  const code = codeIn(said);
  if (code === "email_exists") return undefined;
  if (code === "email_address_invalid") {
    throw new Refusal(400, "invalid_email", "email must be an address that mail can be sent to.", { field: "email" });
  }
  if (response.status < 500) throw new Error(why);
  console.error(why);
  throw signInBusy();
}

// The codes that its answers carry; a proxy's page has none.
function codeIn(said: string): unknown {
  try {
    const { code, error_code } = JSON.parse(said);
    return error_code ?? code;
  } catch {
    return undefined;
  }
}

// An invitation whose answer is lost may have been sent; asking again makes a member of who has an account by then.
function signInBusy(): Refusal {
  return new Refusal(503, "busy", "Sign-in does not answer. Nobody was added; try again in a moment.", {}, 2);
}

async function send(method: string, path: string, body?: string): Promise<Response> {
  const [key] = secretKeys;
  const headers = { "Content-Type": "application/json", apikey: key, Authorization: `Bearer ${key}` };
  const signal = AbortSignal.timeout(PATIENCE);
  return await fetch(`${url}/auth/v1/${path}`, { method, body, headers, signal }).catch((failure) => {
    console.error("Sign-in cannot be reached", failure);
    throw signInBusy();
  });
}
