import { expect, expectWellBehaved, test } from "../support/journey";
import { movesHouse } from "../support/resident";

test("a resident moves with a child, and nobody goes to the kecamatan", async ({ page, mode }) => {
  test.setTimeout(120_000);
  await movesHouse(page, mode, "Tamansari (Kec. Licin)", () => expectWellBehaved(page, mode));
  await expectWellBehaved(page, mode);
});
