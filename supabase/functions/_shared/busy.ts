import { Refusal } from "./refusal.ts";

/** The storage does not answer, or not now. */
export function storageBusy(): Refusal {
  return new Refusal(503, "busy", "The storage does not answer. Nothing was kept; try again in a moment.", {}, 2);
}

/** The storage answers that somebody has to change settings; which ones is in the log alone. */
export function storageRefused(): Refusal {
  const sentence = "The storage does not accept this workspace's settings. Nothing was kept. " +
    "Whoever runs the workspace finds in its log what to set right.";
  return new Refusal(503, "storage_refused", sentence, {}, 60);
}
