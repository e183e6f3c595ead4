// Supabase's own published client against whatever WORKSPACE_URL names. Started by SupabaseJsTest, which makes the people and the keys.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { createClient, FunctionsHttpError } from "@supabase/supabase-js";

const { WORKSPACE_URL, PUBLISHABLE_KEY, SECRET_KEY, EMAIL, PASSWORD } = process.env;
const BUCKET = "scraped-images";

// Node has a WebSocket of its own from 22 on, and without one the client does not even begin; realtime is not used here.
const realtime = { transport: globalThis.WebSocket ?? class {} };
const alone = { auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }, realtime };

const app = () => createClient(WORKSPACE_URL, PUBLISHABLE_KEY, alone);
const pipeline = createClient(WORKSPACE_URL, SECRET_KEY, alone);

async function signedIn() {
  const client = app();
  ok(await client.auth.signInWithPassword({ email: EMAIL, password: PASSWORD }));
  return client;
}

function ok({ data, error }) {
  assert.equal(error, null);
  return data;
}

async function refused(answer, status, code) {
  const { data, error } = await answer;
  assert.ok(error instanceof FunctionsHttpError, String(error));
  assert.equal(data, null);
  assert.equal(error.context.status, status);
  const document = await error.context.json();
  assert.equal(document.success, false);
  assert.equal(document.code, code);
  assert.ok(document.error.length > 0);
}

// A real PNG of one pixel that nobody had before.
function picture() {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc(body), body.length + 4);
    return framed;
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const pixel = deflateSync(Buffer.concat([Buffer.of(0), randomBytes(3)]));
  const text = Buffer.from(`Comment\0${randomUUID()}`);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [["IHDR", header], ["tEXt", text], ["IDAT", pixel], ["IEND", Buffer.alloc(0)]];
  return Buffer.concat([signature, ...chunks.map(([type, data]) => chunk(type, data))]);
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

async function uploaded(bytes, category) {
  const form = new FormData();
  form.append("file", new Blob([bytes], { type: "image/png" }), "a.png");
  form.append("category", category);
  return ok(await pipeline.functions.invoke("upload", { body: form }));
}

test("a password signs in, and says who it is", async () => {
  const client = app();
  const { session, user } = ok(await client.auth.signInWithPassword({ email: EMAIL, password: PASSWORD }));
  assert.equal(session.token_type, "bearer");
  assert.equal(session.expires_in, 3600);
  assert.equal(user.email, EMAIL);
  assert.equal(user.aud, "authenticated");
  assert.equal(user.role, "authenticated");
  assert.equal(user.app_metadata.provider, "email");
  assert.equal(user.is_anonymous, false);
  assert.equal(ok(await client.auth.getUser()).user.id, user.id);
});

test("a user has an identity as on Supabase", async () => {
  const client = await signedIn();
  const { identities } = ok(await client.auth.getUserIdentities());
  assert.equal(identities.length, 1);
  const [identity] = identities;
  assert.equal(identity.provider, "email");
  assert.equal(identity.identity_data.email, EMAIL);
  assert.equal(identity.user_id, ok(await client.auth.getUser()).user.id);
});

test("a wrong password is refused as on Supabase", async () => {
  const { data, error } = await app().auth.signInWithPassword({ email: EMAIL, password: "wrong" });
  assert.equal(data.session, null);
  assert.equal(error.name, "AuthApiError");
  assert.equal(error.status, 400);
  assert.equal(error.code, "invalid_credentials");
  assert.equal(error.message, "Invalid login credentials");
});

test("nobody signs up here", async () => {
  const { error } = await app().auth.signUp({ email: "new@example.org", password: "a long password" });
  assert.equal(error.code, "signup_disabled");
  assert.equal(error.status, 422);
});

test("a user changes their own data, and not their address", async () => {
  const client = await signedIn();
  assert.equal(ok(await client.auth.updateUser({ data: { colour: "red" } })).user.user_metadata.colour, "red");
  const { error } = await client.auth.updateUser({ email: "other@example.org" });
  assert.equal(error.code, "validation_failed");
});

test("a refresh goes on with the session", async () => {
  const client = await signedIn();
  const before = ok(await client.auth.getSession()).session;
  const after = ok(await client.auth.refreshSession()).session;
  assert.notEqual(after.refresh_token, before.refresh_token);
  assert.equal(after.user.id, before.user.id);
  assert.equal(ok(await client.auth.getSession()).session.refresh_token, after.refresh_token);
});

test("a refresh token that is none is refused as on Supabase", async () => {
  const { error } = await app().auth.refreshSession({ refresh_token: "nonsense" });
  assert.equal(error.name, "AuthApiError");
  assert.equal(error.status, 400);
  assert.equal(error.code, "refresh_token_not_found");
});

test("a session is taken over by another client", async () => {
  const { session } = ok(await (await signedIn()).auth.getSession());
  const other = app();
  ok(await other.auth.setSession(session));
  assert.equal(ok(await other.auth.getUser()).user.email, EMAIL);
});

test("whoever listens hears of sign-in, refresh, change and sign-out", async () => {
  const client = app();
  const heard = [];
  const { data: { subscription } } = client.auth.onAuthStateChange((event) => void heard.push(event));
  ok(await client.auth.signInWithPassword({ email: EMAIL, password: PASSWORD }));
  ok(await client.auth.refreshSession());
  ok(await client.auth.updateUser({ data: { seen: true } }));
  assert.equal((await client.auth.signOut({ scope: "local" })).error, null);
  subscription.unsubscribe();
  for (const event of ["INITIAL_SESSION", "SIGNED_IN", "TOKEN_REFRESHED", "USER_UPDATED", "SIGNED_OUT"]) {
    assert.ok(heard.includes(event), `${event} in ${heard}`);
  }
});

test("signing out ends this session, the others, or all", async () => {
  const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()];
  const there = async (client) => (await client.auth.refreshSession()).error === null;
  const tokenOf = async (client) => ok(await client.auth.getSession()).session.access_token;
  const gone = await tokenOf(one);

  assert.equal((await one.auth.signOut({ scope: "local" })).error, null);
  assert.equal(ok(await one.auth.getSession()).session, null);
  assert.ok(await there(two) && await there(three));
  const { error } = await app().auth.getUser(gone);
  assert.equal(error.name, "AuthSessionMissingError");

  assert.equal((await two.auth.signOut({ scope: "others" })).error, null);
  assert.ok(await there(two));
  assert.ok(!await there(three));

  const four = await signedIn();
  assert.equal((await two.auth.signOut({ scope: "global" })).error, null);
  assert.ok(!await there(four));
});

test("claims are verified on the spot with the published key", async () => {
  const client = await signedIn();
  const { claims, header } = ok(await client.auth.getClaims());
  assert.equal(header.alg, "ES256");
  assert.equal(claims.email, EMAIL);
  assert.equal(claims.role, "authenticated");
  assert.equal(claims.aal, "aal1");
  assert.ok(claims.session_id && claims.iss && claims.exp > Date.now() / 1000);
  assert.equal(claims.is_anonymous, false);
  const token = ok(await client.auth.getSession()).session.access_token;
  const [head, , signature] = token.split(".");
  const forged = Buffer.from(JSON.stringify({ ...claims, email: "other@example.org" })).toString("base64url");
  const { error } = await client.auth.getClaims(`${head}.${forged}.${signature}`);
  assert.equal(error.name, "AuthInvalidJwtError");
});

test("each function is invoked", async () => {
  const bytes = picture();
  const image = await uploaded(bytes, "invoked");
  assert.equal(image.contentType, "image/png");
  assert.equal(image.size, bytes.length);

  const body = { user_id: "supabase-js", prompt: "What is it?", response_text: "A pixel.", image_id: image.imageId };
  const response = ok(await pipeline.functions.invoke("rft-responses", { body })).data;
  assert.equal(response.image_id, image.imageId);

  const client = await signedIn();
  const given = { response_id: response.id, score: 0.5, feedback_type: "like" };
  const reward = ok(await client.functions.invoke("rft-rewards", { body: given })).data;
  assert.equal(reward.score, 0.5);
  const path = `rft-rewards?id=${reward.id}`;
  const headers = { "If-Match": "1" };
  const changed = ok(await client.functions.invoke(path, { method: "PUT", body: { score: 1 }, headers })).data;
  assert.equal(changed.revision, 2);

  const version = `v-${randomUUID()}`;
  ok(await pipeline.functions.invoke("rft-checkpoints", { body: { version, storage_key: "k" } }));
  const found = ok(await client.functions.invoke(`rft-checkpoints?version=${version}`, { method: "GET" }));
  assert.equal(found.count, 1);
  assert.equal(found.stats.total_checkpoints, 1);
});

test("what a function refuses is an error with the answer in it", async () => {
  const client = await signedIn();
  const form = new FormData();
  form.append("file", new Blob(["no picture"]), "a.png");
  await refused(pipeline.functions.invoke("upload", { body: form }), 415, "not_an_image");
  await refused(pipeline.functions.invoke("rft-responses", { body: {} }), 400, "invalid_user_id");
  await refused(
    client.functions.invoke("rft-rewards", { body: { response_id: randomUUID(), score: 1 } }),
    404,
    "response_not_found",
  );
  await refused(
    client.functions.invoke("rft-checkpoints", { body: { version: "v", storage_key: "k" } }),
    403,
    "not_a_lead",
  );
  await refused(app().functions.invoke("rft-rewards", { method: "GET" }), 401, "no_authorization");
});

test("an object is downloaded, and told of", async () => {
  const client = await signedIn();
  const bytes = picture();
  const { path } = await uploaded(bytes, "told");
  const bucket = client.storage.from(BUCKET);

  const blob = ok(await bucket.download(path));
  assert.deepEqual(Buffer.from(await blob.arrayBuffer()), bytes);
  assert.equal(blob.type, "image/png");
  const info = ok(await bucket.info(path));
  assert.equal(info.size, bytes.length);
  assert.equal(info.contentType, "image/png");
  assert.equal(info.name, path);
  assert.equal(info.bucketId, BUCKET);
  assert.ok(info.id && info.createdAt && info.lastModified && info.etag);
  assert.equal(ok(await bucket.exists(path)), true);
});

test("an object that is not there is missing as on Supabase", async () => {
  const bucket = (await signedIn()).storage.from(BUCKET);
  assert.equal((await bucket.exists("no/such.png")).data, false);
  for (const answer of [await bucket.info("no/such.png"), await bucket.createSignedUrl("no/such.png", 60)]) {
    assert.equal(answer.data, null);
    assert.equal(answer.error.name, "StorageApiError");
    assert.equal(answer.error.status, 400);
    assert.equal(answer.error.statusCode, "404");
    assert.equal(answer.error.code, "NoSuchKey");
    assert.equal(answer.error.message, "Object not found");
  }
  assert.equal((await bucket.download("no/such.png")).data, null);
});

test("a signed URL opens its object without a key", async () => {
  const bytes = picture();
  const { path } = await uploaded(bytes, "signed");
  const bucket = (await signedIn()).storage.from(BUCKET);

  const { signedUrl } = ok(await bucket.createSignedUrl(path, 60));
  const fetched = await fetch(signedUrl);
  assert.deepEqual(Buffer.from(await fetched.arrayBuffer()), bytes);
  assert.equal((await fetch(signedUrl.replace(/.$/, (end) => end === "A" ? "B" : "A"))).status, 400);
  const saved = ok(await bucket.createSignedUrl(path, 60, { download: "pixel one.png" })).signedUrl;
  assert.match((await fetch(saved)).headers.get("Content-Disposition"), /^attachment;.*pixel%20one\.png/);

  const all = ok(await bucket.createSignedUrls([path, "no/such.png"], 60));
  assert.equal((await fetch(all[0].signedUrl)).status, 200);
  assert.equal(all[0].error, null);
  assert.equal(all[1].signedUrl, null);
  assert.match(all[1].error, /does not exist/);
});

test("a thumbnail is signed with its size", async () => {
  const { path } = await uploaded(picture(), "small");
  const bucket = (await signedIn()).storage.from(BUCKET);
  const transform = { width: 20, height: 20 };
  const { signedUrl } = ok(await bucket.createSignedUrl(path, 60, { transform }));
  const fetched = await fetch(signedUrl);
  assert.equal(fetched.status, 200);
  assert.match(fetched.headers.get("Content-Type"), /^image\//);
  assert.ok(ok(await bucket.download(path, { transform })).size > 0);
});

test("nothing is public in a private bucket", async () => {
  const { path } = await uploaded(picture(), "private");
  const { data: { publicUrl } } = app().storage.from(BUCKET).getPublicUrl(path);
  const fetched = await fetch(publicUrl);
  assert.equal(fetched.status, 400);
  const document = { statusCode: "404", code: "NoSuchBucket", error: "Bucket not found", message: "Bucket not found" };
  assert.deepEqual(await fetched.json(), document);
  assert.ok((await app().storage.from(BUCKET).download(path)).error);
});

test("a folder is listed level by level", async () => {
  const category = `list-${randomUUID()}`;
  const paths = [(await uploaded(picture(), category)).path, (await uploaded(picture(), category)).path];
  const bucket = (await signedIn()).storage.from(BUCKET);

  const [folder] = ok(await bucket.list("", { search: category }));
  assert.equal(folder.name, category);
  assert.equal(folder.id, null);
  assert.equal(folder.metadata, null);
  const files = ok(await bucket.list(category, { sortBy: { column: "name", order: "desc" } }));
  assert.deepEqual(files.map((file) => `${category}/${file.name}`), paths.sort().reverse());
  assert.equal(files[0].metadata.mimetype, "image/png");
  assert.ok(files[0].metadata.size > 0 && files[0].id && files[0].created_at);
  assert.equal(ok(await bucket.list(category, { limit: 1, offset: 1 })).length, 1);
  assert.deepEqual(ok(await bucket.list("no-such-folder")), []);
});

test("a pipeline stores and removes objects, and others do not", async () => {
  const bytes = picture();
  const path = `stored/${randomUUID()}.png`;
  const bucket = pipeline.storage.from(BUCKET);

  const stored = ok(await bucket.upload(path, bytes, { contentType: "image/png" }));
  assert.equal(stored.path, path);
  assert.equal(stored.fullPath, `${BUCKET}/${path}`);
  assert.match(stored.id, /^[0-9a-f-]{36}$/);
  const again = await bucket.upload(path, bytes, { contentType: "image/png" });
  assert.equal(again.error.statusCode, "409");
  assert.equal(again.error.message, "The resource already exists");
  const formed = `stored/${randomUUID()}.png`;
  ok(await bucket.upload(formed, new Blob([bytes], { type: "image/png" })));
  const blob = ok(await bucket.download(formed));
  assert.deepEqual(Buffer.from(await blob.arrayBuffer()), bytes);
  const person = (await signedIn()).storage.from(BUCKET);
  assert.ok((await person.upload(`stored/${randomUUID()}.png`, bytes, { contentType: "image/png" })).error);

  const removed = ok(await bucket.remove([path, formed]));
  assert.deepEqual(removed.map((object) => object.name).sort(), [path, formed].sort());
  assert.equal((await bucket.exists(path)).data, false);
});
