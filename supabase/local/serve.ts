/**
 * Stands in for a project's gateway on this machine, for tests: serves all functions on one port of 127.0.0.1, and
 * passes the rest on to the backend that SIGN_IN_AND_STORAGE_URL names. Tells its URL in the first line, and ends when its
 * input ends.
 */
type Handler = (request: Request) => Response | Promise<Response>;

const elsewhere = Deno.env.get("SIGN_IN_AND_STORAGE_URL");
const names = ["upload", "rft-responses", "rft-rewards", "rft-checkpoints"];
const functions = new Map<string, Handler>();

const server = Deno.serve({
  hostname: "127.0.0.1",
  port: Number(Deno.env.get("PORT") ?? 0),
  onListen: () => {},
}, gateway);

const here = `http://127.0.0.1:${server.addr.port}`;
if (!Deno.env.has("SUPABASE_URL")) Deno.env.set("SUPABASE_URL", here);
for (const name of names) functions.set(name, await loaded(name));
console.log(here);

for await (const _ of Deno.stdin.readable) { /* until it ends */ }
Deno.exit(0);

async function gateway(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [, api, version, name] = url.pathname.split("/");
  if (api !== "functions" || version !== "v1") {
    return elsewhere === undefined ? absent() : await fetch(moved(request, url.pathname + url.search, elsewhere));
  }
  const handler = functions.get(name);
  // The gateway takes its own prefix off.
  const path = url.pathname.slice("/functions/v1".length) + url.search;
  return handler === undefined ? absent() : await handler(moved(request, path, here));
}

function moved({ method, headers, body }: Request, path: string, base: string): Request {
  return new Request(new URL(path, base), { method, headers, body });
}

function absent(): Response {
  const document = { success: false, error: "There is nothing at this address.", code: "no_such_route" };
  return Response.json(document, { status: 404 });
}

// Each function calls Deno.serve itself; here it gives its handler to the gateway instead of listening.
async function loaded(name: string): Promise<Handler> {
  const serve = Deno.serve;
  const { promise, resolve } = Promise.withResolvers<Handler>();
  Deno.serve = ((handler: Handler) => resolve(handler)) as unknown as typeof Deno.serve;
  await import(`../functions/${name}/index.ts`);
  Deno.serve = serve;
  return await promise;
}
