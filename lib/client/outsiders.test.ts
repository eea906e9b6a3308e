import { expect, test } from "vitest";
import { hearOfOutsiders, type OutsidersOf, onOutsiders } from "./outsiders.ts";

const named = (messageId: string): OutsidersOf => ({ roomId: "r1", messageId, users: [] });

test("what was said before anybody listened is heard by the first who does, once", () => {
	const heard: string[] = [];
	hearOfOutsiders(named("before"));
	const stop = onOutsiders(({ messageId }) => heard.push(messageId));
	hearOfOutsiders(named("after"));
	expect(heard).toEqual(["before", "after"]);
	stop();
	onOutsiders(({ messageId }) => heard.push(messageId));
	expect(heard).toEqual(["before", "after"]);
});
