import { Refusal } from "./refusal.ts";

/** The storage does not answer, or not now. */
export function storageBusy(): Refusal {
  return new Refusal(503, "busy", "The storage does not answer. Nothing was kept; try again in a moment.", {}, 2);
}
