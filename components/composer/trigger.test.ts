import { expect, test } from "vitest";
import { triggerAt } from "./trigger.ts";

function at(text: string) {
	const caret = text.indexOf("|");
	const found = triggerAt({ text: text.replace("|", ""), start: caret, end: caret });
	return found && `${found.kind} ${found.from} ${found.query}`;
}

test("people and rooms are named after their sign, at the beginning of a word", () => {
	expect(at("@|")).toBe("people 0 ");
	expect(at("ask @ko| about it")).toBe("people 4 ko");
	expect(at("(#tide-g|)")).toBe("rooms 1 tide-g");
	expect(at("line\n@Zoë|")).toBe("people 5 Zoë");
	expect(at("kofi@brackwater|")).toBeUndefined();
	expect(at("https://a.example/#part|")).toBeUndefined();
	expect(at("@kofi |")).toBeUndefined();
	expect(at("# |")).toBeUndefined();
});

test("emoji from two letters on, and not in a time or an address", () => {
	expect(at(":t|")).toBeUndefined();
	expect(at("so :ti|")).toBe("emoji 3 ti");
	expect(at("at 10:30|")).toBeUndefined();
	expect(at("https:ab|")).toBeUndefined();
});

test("commands only at the very beginning, and a path is none", () => {
	expect(at("/|")).toBe("commands 0 ");
	expect(at("/to|")).toBe("commands 0 to");
	expect(at("/etc/ho|")).toBeUndefined();
	expect(at("see /to|")).toBeUndefined();
	expect(at("\n/to|")).toBeUndefined();
});

test("in code a sign is only a sign", () => {
	expect(at("`@ko|`")).toBeUndefined();
	expect(at("```\n@ko|")).toBeUndefined();
	expect(at("`a` @ko|")).toBe("people 4 ko");
});
