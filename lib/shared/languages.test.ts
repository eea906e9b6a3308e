import { expect, test } from "vitest";
import { acceptedLanguage, directionOf } from "./languages.ts";

test("the first of our languages that the browser names is taken, by its weight", () => {
	expect(acceptedLanguage("de-AT,de;q=0.9,en;q=0.5")).toBe("de");
	expect(acceptedLanguage("en;q=0.5, de;q=0.8")).toBe("de");
	expect(acceptedLanguage("fr, en-GB;q=0.4")).toBe("en");
});

test("none is taken when it names none of them, or says that it does not want it", () => {
	expect(acceptedLanguage("")).toBeUndefined();
	expect(acceptedLanguage("fr,tlh")).toBeUndefined();
	expect(acceptedLanguage("de;q=0")).toBeUndefined();
	expect(acceptedLanguage(";;q=,,-")).toBeUndefined();
});

test("languages that are written from the right are known", () => {
	expect(directionOf("ar-EG")).toBe("rtl");
	expect(directionOf("de")).toBe("ltr");
});
