/** Accounts and sessions are answered from memory: never from what was read before they changed. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sessions } from "../../models/session.ts";
import { users } from "../../models/user.ts";
import { startWorld, type World } from "../../test/world.ts";
import { account, forgetAccount } from "../auth/accounts.ts";
import { createSession, endSession, findSession } from "../auth/sessions.ts";
import { db } from "../db/client.ts";

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.stop());

/** Holds the next reading of a collection: what it read is given to who asked only when `release` is called. */
function held<Doc>(read: Doc): { release(): void } {
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	const late = async () => {
		await released;
		return read;
	};
	const collection: unknown = { find: () => ({ toArray: late }), findOne: late };
	vi.spyOn(db(), "collection").mockImplementationOnce(
		() => collection as ReturnType<ReturnType<typeof db>["collection"]>,
	);
	return { release };
}

test("a reading that was under way when an account changed is not believed afterwards", async () => {
	const before = await users().find({ _id: world.bob.id }).toArray();
	forgetAccount(world.bob.id);
	const { release } = held(before);
	const slow = account(world.bob.id);
	await users().updateOne({ _id: world.bob.id }, { $set: { roles: ["guest"] } });
	await new Promise((resolve) => setTimeout(resolve, 150));
	release();
	expect((await slow)?.roles).toEqual(["user"]);
	expect((await account(world.bob.id))?.roles).toEqual(["guest"]);
});

test("a look-up that was under way when a session ended does not bring it back", async () => {
	const { token, session } = await createSession(world.carol.id, "token", { device: "A phone", address: "127.0.0.1" });
	const { release } = held(await sessions().findOne({ _id: session._id }));
	const slow = findSession(token);
	await endSession(session._id, "logout");
	await new Promise((resolve) => setTimeout(resolve, 150));
	release();
	expect((await slow)?._id).toBe(session._id);
	expect(await findSession(token)).toBeUndefined();
});

test("what did not change is asked for once", async () => {
	await account(world.alice.id);
	const asked = vi.spyOn(db(), "collection");
	expect((await account(world.alice.id))?.username).toBe("alice");
	expect(asked).not.toHaveBeenCalled();
});
