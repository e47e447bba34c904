import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { test } from "@playwright/test";

/** How long a code of the second factor stands. */
const STEP = 30_000;

/** Two who are before, and as many codes that are used up. */
const PATIENCE = 120_000;

/** Where runs that go on at the same time keep whose turn it is. */
const folder = process.env.KAMPUNG_TURNS ?? "target";

/**
 * Does something at the moment whose code nobody has used. A code counts once, and after it none that is older: so
 * those who are the same officer take turns, and wait where the codes are used up. That of the coming half minute is
 * good already. A journey does not pay for the wait with its own time.
 */
export async function inTurn(staffName: string, use: (moment: number) => Promise<void>) {
  const [turn, used] = [join(folder, `${staffName}.turn`), join(folder, `${staffName}.code`)];
  const until = Date.now() + PATIENCE;
  const wait = async (over: () => boolean) => {
    while (!over()) {
      if (Date.now() > until) throw new Error(`${staffName} never had a turn`);
      test.info().setTimeout(test.info().timeout + 250);
      await pause(250);
    }
  };
  await wait(() => madeAnew(turn));
  try {
    const now = () => Math.floor(Date.now() / STEP);
    const step = Math.max(lastOf(used) + 1, now());
    await wait(() => step <= now() + 1);
    writeFileSync(used, String(step));
    await use(step * STEP);
  } finally {
    rmdirSync(turn);
  }
}

function madeAnew(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function lastOf(used: string): number {
  try {
    return Number(readFileSync(used, "utf8"));
  } catch {
    return 0;
  }
}
