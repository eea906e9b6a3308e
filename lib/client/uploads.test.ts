import { expect, test } from "vitest";
import { type Upload, withFiles } from "./uploads.ts";

const file = (id: string) => ({
	id,
	name: `${id}.txt`,
	size: 3,
	type: "text/plain",
	url: `/api/files/${id}/${id}.txt`,
});
const chosen = (id: string, state: Upload["state"]): Upload => {
	return { id: `upload-${id}`, name: id, size: 3, sent: 0, state, ...(state === "done" && { file: file(id) }) };
};
const shown = (uploads: Upload[]) => uploads.map(({ name, state }) => `${name} ${state}`);

test("what other devices uploaded stands before what was chosen here, which keeps its order", () => {
	const here = [chosen("a", "sending"), chosen("b", "done"), chosen("c", "failed")];
	expect(shown(withFiles(here, [file("b"), file("x")]))).toEqual(["x.txt done", "a sending", "b done", "c failed"]);
});

test("what was there and is taken away elsewhere goes here too; what is on its way does not", () => {
	expect(shown(withFiles([chosen("a", "done"), chosen("b", "waiting")], []))).toEqual(["b waiting"]);
	expect(withFiles([], [])).toBe(withFiles([], []));
});
