import * as z from "zod";
import { MAX_ANNOUNCEMENT_LENGTH, MAX_RECIPIENTS, MAX_TOPIC_LENGTH } from "../limits.ts";
import { roomNameSchema } from "../names.ts";
import { roomRoles } from "../permissions.ts";
import { idSchema } from "./id.ts";
import { userSchema } from "./user.ts";

export const roomKinds = ["public", "private", "direct"] as const;
export const roomRoleSchema = z.enum(roomRoles);

export const involvementLevels = ["all", "mentions", "nothing", "default"] as const;
export type InvolvementLevel = (typeof involvementLevels)[number];

export const membershipSchema = z.object({
	role: roomRoleSchema,
	lastReadSeq: z.int(),
	unread: z.int(),
	mentions: z.int(),
	involvement: z.object({
		level: z.enum(involvementLevels),
		mutedUntil: z.iso.datetime().nullable(),
		email: z.enum(involvementLevels),
	}),
	favorite: z.boolean(),
});

/** A room without anything that differs from person to person: what `room:changed` carries. */
export const roomCoreSchema = z.object({
	id: idSchema,
	kind: z.enum(roomKinds),
	/** Absent in direct rooms: those are called by their people. */
	name: z.string().nullable(),
	topic: z.string(),
	announcement: z.string(),
	memberCount: z.int(),
	lastSeq: z.int(),
	rev: z.int(),
	lastMessageAt: z.iso.datetime().nullable(),
	archived: z.boolean(),
	readOnly: z.boolean(),
	/** New people join it by themselves. */
	default: z.boolean(),
});
export type RoomCore = z.infer<typeof roomCoreSchema>;

/** A room as one person sees it. `membership` is null for a public room that he has not joined. */
export const roomViewSchema = roomCoreSchema.extend({
	displayName: z.string(),
	membership: membershipSchema.nullable(),
	/** The other people of a direct room (oneself in one's notes). */
	with: z.array(userSchema).optional(),
});
export type RoomView = z.infer<typeof roomViewSchema>;

const roomFields = {
	topic: z.string().trim().max(MAX_TOPIC_LENGTH).optional(),
	readOnly: z.boolean().optional(),
};

const recipients = z.array(idSchema).max(MAX_RECIPIENTS);

export const roomInputSchema = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("public"), name: roomNameSchema, ...roomFields, members: recipients.optional() }),
	z.strictObject({ kind: z.literal("private"), name: roomNameSchema, ...roomFields, members: recipients.optional() }),
	z.strictObject({ kind: z.literal("direct"), members: recipients }),
]);
export type RoomInput = z.infer<typeof roomInputSchema>;

export const roomChangeSchema = z.strictObject({
	name: roomNameSchema.optional(),
	kind: z.enum(["public", "private"]).optional(),
	announcement: z.string().trim().max(MAX_ANNOUNCEMENT_LENGTH).optional(),
	default: z.boolean().optional(),
	...roomFields,
});
export type RoomChange = z.infer<typeof roomChangeSchema>;

export const involvementInputSchema = z.strictObject({
	level: z.enum(involvementLevels).optional(),
	/** Null: no longer. */
	mutedUntil: z.iso.datetime().nullable().optional(),
	email: z.enum(involvementLevels).optional(),
	favorite: z.boolean().optional(),
});
export type InvolvementInput = z.infer<typeof involvementInputSchema>;

export const memberSchema = z.object({ user: userSchema, role: roomRoleSchema, joinedAt: z.iso.datetime() });
export type Member = z.infer<typeof memberSchema>;
export const membersInputSchema = z.strictObject({ userIds: recipients.min(1) });
export const memberChangeSchema = z.strictObject({ role: roomRoleSchema });
export const readInputSchema = z.strictObject({ seq: z.int().min(0) });
