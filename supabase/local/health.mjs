// Asks a deployed project the same as `reward-desk doctor --url` does, for deploy.sh: a machine that deploys has Node.
// URL, KEY (publishable) and WANTED (the newest migration) come by the environment; TRIES is how often a function that is
// not there yet is asked again, a few seconds apart.
const { URL: base, KEY: key, WANTED: wanted, TRIES: tries = "10", PAUSE: pause = "3000" } = process.env;
const functions = ["upload", "rft-responses", "rft-rewards", "rft-checkpoints"];

function wrong(sentence) {
  console.log(sentence);
  process.exit(1);
}

async function ask(path) {
  const response = await fetch(`${base}${path}`, { headers: { apikey: key }, signal: AbortSignal.timeout(20_000) });
  const text = await response.text();
  try {
    return { status: response.status, document: JSON.parse(text) };
  } catch {
    return { status: response.status, document: {} };
  }
}

async function healthOf(name) {
  let answer;
  for (let left = Number(tries); left > 0; left--) {
    answer = await ask(`/functions/v1/${name}/health`).catch((failure) => ({ failure }));
    if (answer.status === 200) return answer.document.data ?? {};
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, Number(pause)));
  }
  if (answer.failure) {
    wrong(`The function ${name} cannot be reached at ${base} (${answer.failure.cause?.code ?? "no answer"}).`);
  }
  const said = String(answer.document.error ?? answer.document.message ?? "").slice(0, 300);
  wrong(`The function ${name} answers ${answer.status}${said ? `: ${said}` : ""}.`);
}

for (const name of functions) {
  const { schema_version: version, bucket } = await healthOf(name);
  if (version !== wanted) {
    wrong(`The function ${name} sees the database at version ${version}, and this program's is ${wanted}.`);
  }
  if (bucket !== "private") wrong(`The storage bucket scraped-images is ${bucket}; it has to be private.`);
}
const auth = await ask("/auth/v1/settings").catch(() => ({ status: 0 }));
if (auth.status !== 200) wrong(`Sign-in (/auth/v1/settings) answers ${auth.status || "nothing"}.`);
console.log(`database ${wanted}, bucket private, ${functions.length} functions, sign-in`);
