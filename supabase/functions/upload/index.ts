import { answer } from "../_shared/handler.ts";

Deno.serve(answer);
