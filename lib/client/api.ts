/** One function for each operation of the HTTP API that the page uses, named like the operation in the server. */

import type { Language } from "../shared/languages.ts";
import type { RoomRole } from "../shared/permissions.ts";
import type { DraftInput } from "../shared/schemas/draft.ts";
import type { CustomEmoji } from "../shared/schemas/emoji.ts";
import type { FileKind } from "../shared/schemas/file.ts";
import type { InviteInput } from "../shared/schemas/invite.ts";
import type { MailView } from "../shared/schemas/mail.ts";
import type { MessageInput } from "../shared/schemas/message.ts";
import type { PreferencesChange } from "../shared/schemas/preferences.ts";
import type { InvolvementInput, RoomChange, RoomInput } from "../shared/schemas/room.ts";
import type { Me, MeChange, RegistrationInput, SetupInput } from "../shared/schemas/user.ts";
import { call } from "./call.ts";
import { sendFile } from "./upload-file.ts";

export type Page<Item> = { items: Item[]; nextCursor: string | null };
export type SettingValue = string | number | boolean | string[];
export type StatusInput = { state: Me["chosenState"]; text?: string; emoji?: string; until?: string };
export type HistoryPlace =
	| { before: number }
	| { after: number }
	| { around: number | string }
	| { at: string }
	| undefined;
type ListQuery = { query?: string; cursor?: string | undefined; limit?: number };

const room = (id: string) => ({ param: { id } });
const member = (id: string, userId: string) => ({ param: { id, userId } });

export const getServer = () => call("GET", "/api/server", {});
export const setUp = (body: SetupInput) => call("POST", "/api/setup", { body });
export const register = (body: RegistrationInput) => call("POST", "/api/registrations", { body });
export const askPasswordReset = (email: string) => call("POST", "/api/password-resets", { body: { email } });
export const checkPasswordReset = (token: string) => call("GET", "/api/password-resets/:token", { param: { token } });
export const resetPassword = (token: string, password: string) =>
	call("PUT", "/api/password-resets/:token", { param: { token }, body: { password } });
export const logOut = () => call("POST", "/api/logout", {});
export const getBootstrap = (signal?: AbortSignal) => call("GET", "/api/bootstrap", { signal });

export const changeMe = (body: MeChange) => call("PATCH", "/api/me", { body });
export const getPreferences = () => call("GET", "/api/me/preferences", {});
export const changePreferences = (body: PreferencesChange) => call("PATCH", "/api/me/preferences", { body });
export const testNotification = (id: string) => call("POST", "/api/me/notification-tests", { body: { id } });
export const listMentions = (cursor?: string) => call("GET", "/api/me/mentions", { query: { cursor } });
export const explainNotification = (id: string) => call("GET", "/api/messages/:id/notification", { param: { id } });
export const setStatus = (body: StatusInput) => call("PUT", "/api/me/status", { body });
export const setAvatar = (image: Blob) => sendFile<Me>("PUT", "/api/me/avatar", image);
export const removeAvatar = () => call("DELETE", "/api/me/avatar", {});
export const changePassword = (body: { current: string; next: string }) => call("PUT", "/api/me/password", { body });
export const listSessions = () => call("GET", "/api/me/sessions", {});
export const endSession = (id: string) => call("DELETE", "/api/me/sessions/:id", { param: { id } });
export const endOtherSessions = () => call("DELETE", "/api/me/sessions", {});

export const listUsers = (query: ListQuery & { profile?: boolean }) => call("GET", "/api/users", { query });
export const changeUser = (id: string, fields: Record<string, string>) =>
	call("PATCH", "/api/admin/users/:id", { param: { id }, body: { fields } });
export const getUser = (id: string) => call("GET", "/api/users/:id", { param: { id } });

export type RoomSort = "name" | "members" | "activity";
export const listRooms = (query: ListQuery & { kind?: "public"; sort?: RoomSort }) =>
	call("GET", "/api/rooms", { query });
export const createRoom = (body: RoomInput) => call("POST", "/api/rooms", { body });
export const getRoom = (id: string) => call("GET", "/api/rooms/:id", room(id));
export const changeRoom = (id: string, body: RoomChange) => call("PATCH", "/api/rooms/:id", { ...room(id), body });
export const deleteRoom = (id: string) => call("DELETE", "/api/rooms/:id", room(id));
export const joinRoom = (id: string) => call("POST", "/api/rooms/:id/join", room(id));
export const leaveRoom = (id: string) => call("POST", "/api/rooms/:id/leave", room(id));
export const archiveRoom = (id: string) => call("POST", "/api/rooms/:id/archive", room(id));
export const unarchiveRoom = (id: string) => call("POST", "/api/rooms/:id/unarchive", room(id));
export const markRead = (id: string, seq: number) => call("PUT", "/api/rooms/:id/read", { ...room(id), body: { seq } });
export const setInvolvement = (id: string, body: InvolvementInput) =>
	call("PUT", "/api/rooms/:id/involvement", { ...room(id), body });

export const listMembers = (id: string, cursor?: string, limit = 100) =>
	call("GET", "/api/rooms/:id/members", { ...room(id), query: { limit, cursor } });
export const addMembers = (id: string, userIds: string[]) =>
	call("POST", "/api/rooms/:id/members", { ...room(id), body: { userIds } });
export const changeMember = (id: string, userId: string, role: RoomRole) =>
	call("PATCH", "/api/rooms/:id/members/:userId", { ...member(id, userId), body: { role } });
export const removeMember = (id: string, userId: string) =>
	call("DELETE", "/api/rooms/:id/members/:userId", member(id, userId));

export const getHistory = (id: string, place: HistoryPlace, signal?: AbortSignal, limit = 50) =>
	call("GET", "/api/rooms/:id/messages", { ...room(id), query: { ...place, limit }, signal });
export const getThread = (id: string, place: HistoryPlace, signal?: AbortSignal, limit = 50) =>
	call("GET", "/api/messages/:id/thread", { param: { id }, query: { ...place, limit }, signal });
export const markThreadRead = (id: string, threadSeq: number) =>
	call("PUT", "/api/messages/:id/thread/read", { param: { id }, body: { threadSeq } });
export const followThread = (id: string) => call("PUT", "/api/messages/:id/follow", { param: { id } });
export const unfollowThread = (id: string) => call("DELETE", "/api/messages/:id/follow", { param: { id } });
export const listThreads = (query: { unread?: boolean; cursor?: string | undefined; limit?: number }) =>
	call("GET", "/api/me/threads", { query });
export const getMessage = (id: string) => call("GET", "/api/messages/:id", { param: { id } });
export const listVersions = (id: string) => call("GET", "/api/messages/:id/versions", { param: { id } });
export const previewQuote = (id: string, roomId: string) =>
	call("GET", "/api/messages/:id/quotes/:roomId", { param: { id, roomId } });
export const sendMessage = (roomId: string, body: MessageInput) =>
	call("POST", "/api/rooms/:id/messages", { ...room(roomId), body });
export const listFiles = (id: string, kind: FileKind, cursor?: string) =>
	call("GET", "/api/rooms/:id/files", { ...room(id), query: { kind, cursor } });
export const editMessage = (id: string, text: string) =>
	call("PATCH", "/api/messages/:id", { param: { id }, body: { text } });
export const deleteMessage = (id: string) => call("DELETE", "/api/messages/:id", { param: { id } });
export const removePreview = (id: string, previewId: string) =>
	call("DELETE", "/api/messages/:id/previews/:previewId", { param: { id, previewId } });
const reaction = (id: string, emoji: string) => ({ param: { id, emoji } });
export const react = (id: string, emoji: string) =>
	call("PUT", "/api/messages/:id/reactions/:emoji", reaction(id, emoji));
export const unreact = (id: string, emoji: string) =>
	call("DELETE", "/api/messages/:id/reactions/:emoji", reaction(id, emoji));
const draftPath = ({ roomId, threadId = "" }: { roomId: string; threadId?: string | undefined }) => ({
	param: { roomId, threadId },
});
type DraftPlace = Parameters<typeof draftPath>[0];
export const listDrafts = () => call("GET", "/api/me/drafts", {});
export const saveDraft = (place: DraftPlace, body: DraftInput) =>
	place.threadId === undefined
		? call("PUT", "/api/me/drafts/:roomId", { ...draftPath(place), body })
		: call("PUT", "/api/me/drafts/:roomId/:threadId", { ...draftPath(place), body });
export const removeDraft = (place: DraftPlace) =>
	place.threadId === undefined
		? call("DELETE", "/api/me/drafts/:roomId", draftPath(place))
		: call("DELETE", "/api/me/drafts/:roomId/:threadId", draftPath(place));
export const getMailHealth = () => call("GET", "/api/admin/mail", {});
export const sendTestMail = (to?: string) => call("POST", "/api/admin/actions/smtp-test", { body: to ? { to } : {} });
export const listMails = (state: MailView["state"], cursor?: string) =>
	call("GET", "/api/admin/mails", { query: { state, cursor } });
export const retryMail = (id: string) => call("POST", "/api/admin/mails/:id/retry", { param: { id } });
export const discardMail = (id: string) => call("DELETE", "/api/admin/mails/:id", { param: { id } });
export const previewMails = (language: Language) => call("GET", "/api/admin/mail/templates", { query: { language } });

export const listEmoji = () => call("GET", "/api/emoji", {});
export const addEmoji = (name: string, image: Blob) =>
	sendFile<CustomEmoji>("PUT", `/api/emoji/${encodeURIComponent(name)}`, image);
export const removeEmoji = (name: string) => call("DELETE", "/api/emoji/:name", { param: { name } });
export const pinMessage = (id: string) => call("PUT", "/api/messages/:id/pin", { param: { id } });
export const unpinMessage = (id: string) => call("DELETE", "/api/messages/:id/pin", { param: { id } });
export const listInvites = (id: string) => call("GET", "/api/rooms/:id/invites", room(id));
export const createInvite = (id: string, body: InviteInput) =>
	call("POST", "/api/rooms/:id/invites", { ...room(id), body });
export const revokeInvite = (id: string, inviteId: string) =>
	call("DELETE", "/api/rooms/:id/invites/:inviteId", { param: { id, inviteId } });
export const seeInvite = (code: string) => call("GET", "/api/invites/:code", { param: { code } });
export const joinByInvite = (code: string) => call("POST", "/api/invites/:code", { param: { code } });

export const listPins = (id: string) => call("GET", "/api/rooms/:id/pins", room(id));
export const saveMessage = (id: string) => call("PUT", "/api/messages/:id/star", { param: { id } });
export const unsaveMessage = (id: string) => call("DELETE", "/api/messages/:id/star", { param: { id } });
export const listSaved = (cursor?: string) => call("GET", "/api/me/saved", { query: { cursor } });
export const getChanges = (rooms: { id: string; since: number }[]) => call("POST", "/api/changes", { body: { rooms } });

export const search = (q: string, cursor?: string, signal?: AbortSignal, limit = 20) =>
	call("GET", "/api/search", { query: { q, cursor, limit, timeZone: timeZone() }, signal });
export const countHits = (q: string, signal?: AbortSignal) =>
	call("GET", "/api/search/counts", { query: { q, timeZone: timeZone() }, signal });

const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const getSettings = () => call("GET", "/api/admin/settings", {});
export const changeSettings = (changes: Record<string, SettingValue>) =>
	call("PATCH", "/api/admin/settings", { body: { changes } });
