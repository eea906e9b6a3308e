import * as z from "zod";
import { MAX_INVITE_USES } from "../limits.ts";
import { idSchema } from "./id.ts";
import { roomKinds } from "./room.ts";
import { userSchema } from "./user.ts";

export const inviteSchema = z.object({
	id: idSchema,
	/** What is sent to people. */
	url: z.string(),
	createdBy: userSchema,
	createdAt: z.iso.datetime(),
	/** Null: never. */
	expiresAt: z.iso.datetime().nullable(),
	/** How many people may join by it; null: any number. */
	uses: z.int().nullable(),
	used: z.int(),
});
export type Invite = z.infer<typeof inviteSchema>;

export const inviteInputSchema = z.strictObject({
	/** Without it: never over. */
	expiresAt: z.iso.datetime().optional(),
	/** Without it: as often as people like. */
	uses: z.int().min(1).max(MAX_INVITE_USES).optional(),
});
export type InviteInput = z.infer<typeof inviteInputSchema>;

/** What one would join. */
export const invitationSchema = z.object({
	room: z.object({
		id: idSchema,
		kind: z.enum(roomKinds),
		name: z.string(),
		topic: z.string(),
		memberCount: z.int(),
	}),
	invitedBy: userSchema,
	expiresAt: z.iso.datetime().nullable(),
	/** Whether one is in the room already. */
	joined: z.boolean(),
});
export type Invitation = z.infer<typeof invitationSchema>;
