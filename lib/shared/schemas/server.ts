import * as z from "zod";
import { errorCodes } from "../error-codes.ts";
import { followedThreadSchema } from "./message.ts";
import { preferencesSchema } from "./preferences.ts";
import { profileFieldSchema } from "./profile-field.ts";
import { roomViewSchema } from "./room.ts";
import { meSchema } from "./user.ts";

/** What anybody may know of the server, signed in or not. */
export const serverSchema = z.object({
	name: z.string(),
	version: z.string(),
	/** Another one after each build. */
	build: z.string(),
	setUp: z.boolean(),
	/** Only before the set-up: whether this caller has to enter the code that the start printed. */
	setupCodeNeeded: z.boolean().optional(),
	language: z.string(),
	registration: z.enum(["open", "approval", "secret", "closed"]),
	passwordReset: z.boolean(),
	ldap: z.boolean(),
	calls: z.boolean(),
	signInWith: z.array(z.object({ id: z.string(), name: z.string() })),
	/** For the page: what it checks before it sends. */
	uploads: z.object({
		rooms: z.boolean(),
		direct: z.boolean(),
		/** Bytes; null: any size. */
		fileSize: z.int().nullable(),
		files: z.int(),
	}),
	limits: z.object({ messageLength: z.int(), directMembers: z.int(), passwordLength: z.int() }),
	/** What people may change of themselves. */
	accounts: z.object({ mayChangeAvatar: z.boolean() }),
	messages: z.object({
		groupingSeconds: z.int(),
		mayEdit: z.boolean(),
		editMinutes: z.int(),
		mayDelete: z.boolean(),
		deleteMinutes: z.int(),
		showDeleted: z.boolean(),
		/** A text that is too long for a message may be sent as a file. */
		longTextAsFile: z.boolean(),
		/** What edited messages said before can be seen. */
		keepsVersions: z.boolean(),
	}),
});
export type Server = z.infer<typeof serverSchema>;

export const bootstrapSchema = z.object({
	me: meSchema,
	preferences: preferencesSchema,
	rooms: z.array(roomViewSchema),
	/** Followed threads in which something is unread. */
	threads: z.array(followedThreadSchema),
	/** Ids of the messages that one has saved last. */
	saved: z.array(z.string()),
	/** What can stand in a profile, in the order in which it is shown. */
	profileFields: z.array(profileFieldSchema),
	server: serverSchema,
	time: z.iso.datetime(),
});
export type Bootstrap = z.infer<typeof bootstrapSchema>;

export const errorSchema = z.object({
	error: z.object({
		code: z.enum(errorCodes),
		message: z.string(),
		details: z
			.object({
				fields: z
					.array(
						z.object({
							path: z.string(),
							code: z.string(),
							message: z.string(),
							reason: z.string().optional(),
							values: z.record(z.string(), z.number()).optional(),
						}),
					)
					.optional(),
				methods: z.array(z.string()).optional(),
				retryAfterSeconds: z.number().optional(),
			})
			.optional(),
	}),
});

export const settingTypes = ["boolean", "integer", "string", "text", "password", "select", "list", "json"] as const;

export const settingViewSchema = z.object({
	id: z.string(),
	type: z.enum(settingTypes),
	title: z.string(),
	help: z.string(),
	/** Null for a secret: its value never leaves the server. */
	value: z.unknown(),
	default: z.unknown(),
	locked: z.boolean(),
	secret: z.boolean(),
	isSet: z.boolean(),
	min: z.int().optional(),
	max: z.int().optional(),
	options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
	changedBy: z.string().optional(),
	changedAt: z.iso.datetime().optional(),
});
export type SettingView = z.infer<typeof settingViewSchema>;

export const settingsSchema = z.object({
	sections: z.array(z.object({ id: z.string(), title: z.string(), settings: z.array(settingViewSchema) })),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsChangeSchema = z.strictObject({
	changes: z.record(
		z.string().max(120),
		z.union([z.string().max(100_000), z.number(), z.boolean(), z.array(z.string().max(1_000)).max(1_000)]),
	),
});

export const auditEntrySchema = z.object({
	id: z.string(),
	at: z.iso.datetime(),
	actor: z.string().nullable(),
	action: z.string(),
	target: z.string().nullable(),
	before: z.unknown().optional(),
	after: z.unknown().optional(),
	address: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
