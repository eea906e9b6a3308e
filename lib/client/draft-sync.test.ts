import { expect, test } from "vitest";
import { joined } from "./draft-sync.ts";

test("of two drafts of one place no text is lost, and nothing stands there twice", () => {
	expect(joined("Low water", "Low water at six")).toBe("Low water at six");
	expect(joined("Low water at six", "Low water")).toBe("Low water at six");
	expect(joined("", "Low water")).toBe("Low water");
	expect(joined("from the phone\n", "from the ship")).toBe("from the phone\n\nfrom the ship");
	expect(joined("the same", "the same")).toBe("the same");
});
