import { activeCheckpoint, activeCheckpointEvents } from "./active.ts";
import { readOn } from "./body.ts";
import { type Answer, type Route, routes } from "./contract.ts";
import { type Call, call } from "./desk.ts";
import { performDue } from "./due.ts";
import { url as baseUrl } from "./environment.ts";
import { anybodyWithAKey, callerOf } from "./gate.ts";
import { invitation } from "./invitation.ts";
import { jsonBody } from "./json.ts";
import { withLinks } from "./links.ts";
import { Refusal } from "./refusal.ts";
import { upload } from "./upload.ts";

const EVERY_ANSWER = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Allow, ETag, Retry-After, X-Supabase-Api-Version",
  "X-Content-Type-Options": "nosniff",
};
const PREFLIGHT = {
  "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE, HEAD, OPTIONS",
  "Access-Control-Allow-Headers": "authorization, apikey, content-type, idempotency-key, if-match, if-none-match, " +
    "last-event-id, x-client-info, x-supabase-api-version",
  "Access-Control-Max-Age": "600",
};

/** Answers every request to one of the functions. */
export async function answer(request: Request): Promise<Response> {
  const response = request.method === "OPTIONS"
    ? new Response(null, { status: 204, headers: PREFLIGHT })
    : await routed(request).catch((failure) => refused(request, failure));
  for (const [name, value] of Object.entries(EVERY_ANSWER)) response.headers.set(name, value);
  return response;
}

async function routed(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const route = routeOf(request.method, pathname);
  const query = queryOf(search);
  const caller = route.answer === "health" ? anybodyWithAKey(request) : await callerOf(request);
  await performDue();
  const made = { operation: route.operation, query, body: null, headers: headersOf(request) };
  switch (route.answer satisfies Answer | undefined) {
    case "upload":
      return json(await upload(request, caller, made));
    case "tagged":
      return await activeCheckpoint(request, caller, made);
    case "events":
      return await activeCheckpointEvents(request, caller, made);
    case "invitation":
      return await invitation(request, caller, made);
    case "linked":
      return json(await withLinks(await call(caller, await withBody(request, made))));
    case "health":
    case undefined:
      return json(await call(caller, await withBody(request, made)));
  }
}

function routeOf(method: string, pathname: string): Route {
  // The gateway takes its own prefix off, and leaves the function's name.
  const path = pathname.replace(/^(\/functions\/v1)?\//, "").replace(/\/$/, "");
  const here = routes.filter((route) => route.path === path);
  if (here.length === 0) throw new Refusal(404, "no_such_route", "There is nothing at this address.");
  const route = here.find((one) => one.method === (method === "HEAD" ? "GET" : method));
  if (route) return route;
  const methods = here.map((one) => one.method);
  const allowed = [...methods, ...methods.filter((one) => one === "GET").map(() => "HEAD"), "OPTIONS"].sort().join(
    ", ",
  );
  throw new NotAllowed(method, allowed);
}

class NotAllowed extends Refusal {
  constructor(method: string, readonly allowed: string) {
    super(405, "method_not_allowed", `${method} is not possible here; ${allowed} is.`);
  }

  override response(): Response {
    const response = super.response();
    response.headers.set("Allow", this.allowed);
    return response;
  }
}

// The first of equal names counts. What cannot be decoded would count as what was not sent.
function queryOf(search: string): string {
  if (/%(?![0-9A-Fa-f]{2})/.test(search)) {
    throw new Refusal(
      400,
      "invalid_query",
      "The address has a % that is not followed by two hexadecimal digits.",
    );
  }
  const parameters = [...new URLSearchParams(search)].reverse();
  return JSON.stringify(Object.fromEntries(parameters));
}

// Those that count.
function headersOf(request: Request): string {
  const passed = ["if-match", "idempotency-key"]
    .filter((name) => request.headers.has(name))
    .map((name) => [name, request.headers.get(name)]);
  return JSON.stringify({ "base-url": baseUrl, ...Object.fromEntries(passed) });
}

async function withBody(request: Request, made: Call): Promise<Call> {
  return ["POST", "PUT"].includes(request.method) ? { ...made, body: await jsonBody(request) } : made;
}

function json(document: string): Response {
  return new Response(document, { headers: { "Content-Type": "application/json" } });
}

async function refused(request: Request, failure: unknown): Promise<Response> {
  await readOn(request).catch(() => {});
  return (failure instanceof Refusal ? failure : unexpected(request, failure)).response();
}

// The log tells what happened and the caller which line to look for; neither tells what was sent.
function unexpected(request: Request, failure: unknown): Refusal {
  const id = crypto.randomUUID();
  console.error(`Failure ${id} at ${request.method} ${new URL(request.url).pathname}`, failure);
  return new Refusal(500, "server_error", `The server failed and has logged it as ${id}. Try again.`);
}
