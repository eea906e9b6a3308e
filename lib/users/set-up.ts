import { randomInt } from "node:crypto";
import { memberships } from "@/models/membership";
import { rooms } from "@/models/room";
import { serverFacts } from "@/models/server-fact";
import { type SettingDoc, settings } from "@/models/setting";
import { recordAudit } from "../audit/record-audit.ts";
import { countSetupAttempt } from "../auth/attempts.ts";
import { createSession } from "../auth/sessions.ts";
import { isDuplicateKey, mongoClient } from "../db/client.ts";
import { newRoom } from "../rooms/create-room.ts";
import { isLocked, remember } from "../settings/settings.ts";
import { ParleyError } from "../shared/errors.ts";
import { foldName } from "../shared/fold-name.ts";
import { newId } from "../shared/ids.ts";
import type { SetupInput, SignedIn } from "../shared/schemas/user.ts";
import { singleton } from "../singleton.ts";
import { insertUser, prepareUser } from "./create-user.ts";
import { viewMe } from "./view-user.ts";

type From = { address: string; device: string; isLocal: boolean };

/**
 * Makes the first administrator, the site's name and the room "general", in one transaction. Of two set-ups that come at
 * once one wins; ever after it is 409.
 * @throws ParleyError `already-set-up`, `setup-code-needed` from another machine without the right code, `invalid-input`
 */
export async function setUp(input: SetupInput, from: From): Promise<SignedIn> {
	if (await isSetUp()) throw new ParleyError("already-set-up");
	if (!from.isLocal) await checkCode(input.code, from.address);
	const admin = await prepareUser(input.admin, ["admin", "user"], "admin.");
	const room = newRoom(admin._id, {
		kind: "public",
		name: "general",
		nameKey: foldName("general"),
		isDefault: true,
		memberCount: 1,
	});
	const chosen = settingsOf(input, admin._id);
	try {
		await mongoClient().withSession((session) =>
			session.withTransaction(async () => {
				await serverFacts().insertOne({ _id: "setup", at: new Date(), adminId: admin._id }, { session });
				await insertUser(admin, session);
				await rooms().insertOne(room, { session });
				await memberships().insertOne(
					{ _id: newId(), roomId: room._id, userId: admin._id, role: "owner", lastReadSeq: 0, joinedAt: new Date() },
					{ session },
				);
				for (const { _id, ...rest } of chosen)
					await settings().updateOne({ _id }, { $set: rest }, { upsert: true, session });
				await serverFacts().deleteOne({ _id: "setup-code" }, { session });
			}),
		);
	} catch (error) {
		throw isDuplicateKey(error) ? new ParleyError("already-set-up") : error;
	}
	for (const doc of chosen) remember(doc);
	await recordAudit({ actorId: admin._id, action: "server.set-up", address: from.address });
	const { token, session } = await createSession(admin._id, "token", from);
	return { user: viewMe(admin), token, expiresAt: session.expiresAt.toISOString() };
}

/** Once true it stays so, and is not asked again. */
export async function isSetUp(): Promise<boolean> {
	const known = singleton("set-up", () => ({ done: false }));
	known.done ||= (await serverFacts().findOne({ _id: "setup" })) !== null;
	return known.done;
}

/**
 * The one-time code that whoever sets the server up from another machine has to know, so that no stranger becomes its
 * administrator. The same for all processes, until it is used.
 * @returns undefined once the server is set up
 */
export async function setupCode(): Promise<string | undefined> {
	if (await isSetUp()) return undefined;
	await serverFacts()
		.updateOne({ _id: "setup-code" }, { $setOnInsert: { code: newCode() } }, { upsert: true })
		.catch((error: unknown) => {
			if (!isDuplicateKey(error)) throw error;
		});
	const kept = await serverFacts().findOne({ _id: "setup-code" });
	return kept && "code" in kept ? kept.code : undefined;
}

async function checkCode(code: string | undefined, address: string): Promise<void> {
	await countSetupAttempt(address);
	const right = await setupCode();
	if (!right || code?.replaceAll(/[\s-]/g, "").toUpperCase() !== right.replaceAll("-", "")) {
		throw new ParleyError("setup-code-needed");
	}
}

/** 60 bits without letters that look alike: `K7QM-2XTR-9HWP`. */
function newCode(): string {
	const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
	const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
	return `${group()}-${group()}-${group()}`;
}

function settingsOf({ siteName, siteUrl, registration }: SetupInput, changedBy: string): SettingDoc[] {
	const values: [string, unknown][] = [["Site_Name", siteName]];
	if (siteUrl !== undefined && !isLocked("Site_Url")) values.push(["Site_Url", siteUrl.replace(/\/+$/, "")]);
	if (registration !== undefined)
		values.push(["Accounts_RegistrationForm", registration === "open" ? "Public" : "Disabled"]);
	return values.map(([_id, value]) => ({ _id, value, changedBy, changedAt: new Date() }));
}
