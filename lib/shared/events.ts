/**
 * Every socket event, once: its name, its exact shape and who sends it. The gateway checks what it sends and what it
 * gets with these; the page checks what it gets. Names and shapes are a contract with programs outside.
 */
import * as z from "zod";
import { endReasons } from "./end-reasons.ts";
import { MAX_WATCHED_PEOPLE } from "./limits.ts";
import { reasonsFor } from "./notification-reasons.ts";
import { draftSchema } from "./schemas/draft.ts";
import { customEmojiSchema } from "./schemas/emoji.ts";
import { idSchema } from "./schemas/id.ts";
import { followedThreadSchema, mentionsSchema, messageSchema } from "./schemas/message.ts";
import { preferencesSchema } from "./schemas/preferences.ts";
import { roomCoreSchema, roomViewSchema } from "./schemas/room.ts";
import { authorSchema, shownStateSchema, userSchema } from "./schemas/user.ts";

export const peopleStatesSchema = z.object({
	people: z.array(z.object({ userId: idSchema, state: shownStateSchema })),
});
export type PeopleStates = z.infer<typeof peopleStatesSchema>;

/** Server to client. */
export const serverEvents = {
	"message:created": z.object({ message: messageSchema }),
	/** `before`: what it named before; absent when it named nobody and nothing. */
	"message:changed": z.object({ message: messageSchema, before: z.object({ mentions: mentionsSchema }).optional() }),
	/** `at`: when it was deleted. `mentions`: what it named; absent when that was nobody and nothing. */
	"message:deleted": z.object({
		roomId: idSchema,
		id: idSchema,
		seq: z.int().nullable(),
		rev: z.int(),
		authorId: idSchema,
		at: z.iso.datetime(),
		mentions: mentionsSchema.optional(),
	}),
	"room:changed": z.object({ room: roomCoreSchema }),
	"membership:changed": z.object({ room: roomViewSchema }),
	"membership:removed": z.object({ roomId: idSchema }),
	typing: z.object({ roomId: idSchema, threadId: idSchema.optional(), userId: idSchema }),
	"presence:changed": peopleStatesSchema,
	"user:changed": z.object({ user: userSchema }),
	"thread:changed": z.object({ thread: followedThreadSchema }),
	"saved:changed": z.object({ messageId: idSchema, saved: z.boolean() }),
	/** He is to be alerted to a message, now; `sound`: audibly. Once on each open page: they agree which of them does it. */
	notification: z.object({ message: messageSchema, why: z.enum(reasonsFor), sound: z.boolean() }),
	/** The same about nothing, asked for by the page that made this id. */
	"notification:test": z.object({ id: idSchema, sound: z.boolean() }),
	/** To the author: of those whom his message names these are not in the room, and hear nothing of it. */
	"mention:outside": z.object({ roomId: idSchema, messageId: idSchema, users: z.array(authorSchema) }),
	"preferences:changed": z.object({ preferences: preferencesSchema }),
	"draft:changed": z.object({ draft: draftSchema }),
	"emoji:added": z.object({ emoji: customEmojiSchema }),
	"emoji:removed": z.object({ name: z.string() }),
	"session:ended": z.object({ reason: z.enum(endReasons) }),
	"server:restarting": z.object({ reconnectInMs: z.int() }),
} as const;

export type ServerEventName = keyof typeof serverEvents;
export type ServerEvent<Name extends ServerEventName> = z.infer<(typeof serverEvents)[Name]>;

/** Client to server. */
export const clientEvents = {
	typing: z.strictObject({ roomId: idSchema, threadId: idSchema.optional() }),
	presence: z.strictObject({ state: z.enum(["active", "idle"]) }),
	"presence:watch": z.strictObject({ userIds: z.array(idSchema).max(MAX_WATCHED_PEOPLE) }),
} as const;

export type ClientEventName = keyof typeof clientEvents;
export type ClientEvent<Name extends ClientEventName> = z.infer<(typeof clientEvents)[Name]>;

/** The types of socket.io's two sides, made from the tables above. */
export type ServerToClientEvents = { [Name in ServerEventName]: (payload: ServerEvent<Name>) => void };
export type ClientToServerEvents = {
	typing: (payload: ClientEvent<"typing">) => void;
	presence: (payload: ClientEvent<"presence">) => void;
	"presence:watch": (payload: ClientEvent<"presence:watch">, answer?: (states: PeopleStates) => void) => void;
};
