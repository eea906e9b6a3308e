/** One function for each operation of the HTTP API that the page uses, named like the operation in the server. */
import type { RoomRole } from "../shared/permissions.ts";
import type { History, ManyChanges, Message, MessageInput } from "../shared/schemas/message.ts";
import type { Member, RoomChange, RoomInput, RoomView } from "../shared/schemas/room.ts";
import type { Bootstrap, Server, Settings } from "../shared/schemas/server.ts";
import type { Me, MeChange, RegistrationInput, Session, SetupInput, SignedIn, User } from "../shared/schemas/user.ts";
import { request } from "./request.ts";

export type Page<Item> = { items: Item[]; nextCursor: string | null };
export type SettingValue = string | number | boolean | string[];
export type StatusInput = { state: Me["chosenState"]; text?: string; emoji?: string; until?: string };
export type HistoryPlace = { before: number } | { after: number } | { around: number | string } | undefined;

const part = encodeURIComponent;

export const getServer = () => request<Server>("GET", "/api/server");
export const setUp = (body: SetupInput) => request<SignedIn>("POST", "/api/setup", { body });
export const register = (body: RegistrationInput) =>
	request<{ status: "active" | "awaiting-approval" | "awaiting-email" }>("POST", "/api/registrations", { body });
export const logOut = () => request<void>("POST", "/api/logout");
export const getBootstrap = (signal?: AbortSignal) => request<Bootstrap>("GET", "/api/bootstrap", { signal });

export const changeMe = (body: MeChange) => request<Me>("PATCH", "/api/me", { body });
export const setStatus = (body: StatusInput) => request<Me>("PUT", "/api/me/status", { body });
export const changePassword = (body: { current: string; next: string }) =>
	request<void>("PUT", "/api/me/password", { body });
export const listSessions = () => request<{ items: Session[] }>("GET", "/api/me/sessions");
export const endSession = (id: string) => request<void>("DELETE", `/api/me/sessions/${part(id)}`);
export const endOtherSessions = () => request<void>("DELETE", "/api/me/sessions");

export const listUsers = (query: { query?: string; cursor?: string | undefined; limit?: number }) =>
	request<Page<User>>("GET", "/api/users", { query });
export const getUser = (id: string) => request<User>("GET", `/api/users/${part(id)}`);

export const listRooms = (query: { query?: string; kind?: "public"; cursor?: string | undefined }) =>
	request<Page<RoomView>>("GET", "/api/rooms", { query });
export const createRoom = (body: RoomInput) => request<RoomView>("POST", "/api/rooms", { body });
export const getRoom = (id: string) => request<RoomView>("GET", room(id));
export const changeRoom = (id: string, body: RoomChange) => request<RoomView>("PATCH", room(id), { body });
export const deleteRoom = (id: string) => request<void>("DELETE", room(id));
export const joinRoom = (id: string) => request<RoomView>("POST", `${room(id)}/join`);
export const leaveRoom = (id: string) => request<void>("POST", `${room(id)}/leave`);
export const archiveRoom = (id: string) => request<RoomView>("POST", `${room(id)}/archive`);
export const unarchiveRoom = (id: string) => request<RoomView>("POST", `${room(id)}/unarchive`);
export const markRead = (id: string, seq: number) => request<RoomView>("PUT", `${room(id)}/read`, { body: { seq } });

export const listMembers = (id: string, cursor?: string) =>
	request<Page<Member>>("GET", `${room(id)}/members`, { query: { limit: 100, cursor } });
export const addMembers = (id: string, userIds: string[]) =>
	request<void>("POST", `${room(id)}/members`, { body: { userIds } });
export const changeMember = (id: string, userId: string, role: RoomRole) =>
	request<void>("PATCH", `${room(id)}/members/${part(userId)}`, { body: { role } });
export const removeMember = (id: string, userId: string) =>
	request<void>("DELETE", `${room(id)}/members/${part(userId)}`);

export const getHistory = (id: string, place: HistoryPlace, signal?: AbortSignal) =>
	request<History>("GET", `${room(id)}/messages`, { query: { ...place, limit: 50 }, signal });
export const sendMessage = (roomId: string, body: MessageInput) =>
	request<Message>("POST", `${room(roomId)}/messages`, { body });
export const editMessage = (id: string, text: string) =>
	request<Message>("PATCH", `/api/messages/${part(id)}`, { body: { text } });
export const deleteMessage = (id: string) => request<void>("DELETE", `/api/messages/${part(id)}`);
export const getChanges = (rooms: { id: string; since: number }[]) =>
	request<ManyChanges>("POST", "/api/changes", { body: { rooms } });

export const getSettings = () => request<Settings>("GET", "/api/admin/settings");
export const changeSettings = (changes: Record<string, SettingValue>) =>
	request<Settings>("PATCH", "/api/admin/settings", { body: { changes } });

function room(id: string): string {
	return `/api/rooms/${part(id)}`;
}
