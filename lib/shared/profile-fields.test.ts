import { describe, expect, test } from "vitest";
import { faultOf, readProfileFields, writeProfileFields } from "./profile-fields.ts";

const one = (field: unknown, name = "team") => JSON.stringify({ [name]: field });

describe("readProfileFields", () => {
	test("reads fields in the order in which they stand, with what is not said as it is anyway", () => {
		expect(readProfileFields("")).toEqual([]);
		const text = `{
			"team": {"type": "select", "label": " Team ", "options": ["Docks", "Sales"], "required": true},
			"phone": {"maxLength": 20, "public": false, "editable": false}
		}`;
		const [team, phone] = readProfileFields(text);
		expect(team).toMatchObject({ name: "team", label: "Team", type: "select", options: ["Docks", "Sales"] });
		expect(team).toMatchObject({ required: true, public: true, editable: true });
		expect(phone).toMatchObject({ name: "phone", label: "phone", type: "text", options: [], maxLength: 20 });
		expect(phone).toMatchObject({ required: false, public: false, editable: false });
	});

	test.each([
		["no JSON", "{team}", "This is not JSON."],
		["a list", "[]", "The setting is no object."],
		["no field", one("text"), "“team” is no object."],
		["a name that is none", one({}, "$where"), "a name has at most 32 letters"],
		["a name that JavaScript keeps for itself", '{"__proto__": {}}', "a name has at most 32 letters"],
		["a key that is not known", one({ lenght: 5 }), "“lenght” is not known"],
		["another type", one({ type: "number" }), "type is “text” or “select”."],
		["an empty label", one({ label: " " }), "label is a text"],
		["a choice of nothing", one({ type: "select" }), "options are 1 to 100 texts."],
		["a choice of numbers", one({ type: "select", options: [1] }), "an option is a text"],
		["a choice twice", one({ type: "select", options: ["a", " a"] }), "each option stands once."],
		["a length that is none", one({ maxLength: "20" }), "minLength and maxLength are whole numbers"],
		["a shortest above the longest", one({ minLength: 9, maxLength: 8 }), "the first not above the other"],
		["a flag that is none", one({ required: "yes" }), "required is true or false."],
		["too many", JSON.stringify(Object.fromEntries([...Array(21)].map((_, i) => [`f${i}`, {}]))), "At most 20 fields."],
	])("says what is wrong with %s", (_, text, sentence) => {
		expect(() => readProfileFields(text)).toThrow(sentence);
	});
});

test("what was written reads as the same fields", () => {
	const text = `{"team": {"type": "select", "options": ["Docks"], "required": true, "public": false},
		"desk": {"label": "Desk", "minLength": 2, "maxLength": 8, "editable": false}, "about": {}}`;
	const fields = readProfileFields(text);
	expect(readProfileFields(writeProfileFields(fields))).toEqual(fields);
	expect(writeProfileFields([])).toBe("");
});

test("a value is judged by its field", () => {
	const [team, desk] = readProfileFields(
		`{"team": {"type": "select", "options": ["Docks"], "required": true}, "desk": {"minLength": 2, "maxLength": 4}}`,
	);
	if (!team || !desk) throw new Error("There are two fields.");
	expect([faultOf(team, "Docks"), faultOf(team, ""), faultOf(team, "docks")]).toEqual([
		undefined,
		{ code: "too-small", limit: 1 },
		{ code: "invalid-value" },
	]);
	expect([faultOf(desk, "12"), faultOf(desk, ""), faultOf(desk, "1"), faultOf(desk, "12345")]).toEqual([
		undefined,
		undefined,
		{ code: "too-small", limit: 2 },
		{ code: "too-big", limit: 4 },
	]);
});
