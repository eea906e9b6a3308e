import { createHash, randomBytes } from "node:crypto";
import { type AccountLinkDoc, accountLinks } from "@/models/account-link";
import { ParleyError } from "../shared/errors.ts";

type Kind = AccountLinkDoc["kind"];

/** @returns what stands in the link, this once */
export async function newAccountLink(kind: Kind, userId: string, forMs: number): Promise<string> {
	const token = randomBytes(32).toString("base64url");
	await accountLinks().insertOne({ _id: hashed(token), kind, userId, expiresAt: new Date(Date.now() + forMs) });
	return token;
}

/** Whose link it is. @throws ParleyError `link-not-found` for one that is none, was used or is over */
export async function readAccountLink(kind: Kind, token: string): Promise<string> {
	const link = await accountLinks().findOne({ _id: hashed(token), kind, expiresAt: { $gt: new Date() } });
	if (!link) throw new ParleyError("link-not-found");
	return link.userId;
}

/** Uses it up: of two who come with it at once, one gets through. @throws ParleyError `link-not-found` */
export async function takeAccountLink(kind: Kind, token: string): Promise<string> {
	const link = await accountLinks().findOneAndDelete({ _id: hashed(token), kind, expiresAt: { $gt: new Date() } });
	if (!link) throw new ParleyError("link-not-found");
	return link.userId;
}

/** Those that were sent before open nothing any more. */
export async function dropAccountLinks(kind: Kind, userId: string): Promise<void> {
	await accountLinks().deleteMany({ kind, userId });
}

function hashed(token: string): string {
	return createHash("sha256").update(token).digest("base64url");
}
