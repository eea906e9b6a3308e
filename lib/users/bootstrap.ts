import type { Account } from "../auth/accounts.ts";
import { savedIds } from "../messages/save-message.ts";
import { roomsOf } from "../rooms/find-rooms.ts";
import type { Bootstrap } from "../shared/schemas/server.ts";
import { unreadThreads } from "../threads/list-threads.ts";
import { preferencesOf } from "./preferences.ts";
import { profileFields } from "./profile-fields.ts";
import { viewServer } from "./server-view.ts";
import { viewMe } from "./view-user.ts";

/** Everything that the page needs to draw, in one answer. */
export async function bootstrap(person: Account): Promise<Bootstrap> {
	const [rooms, saved, threads, server] = await Promise.all([
		roomsOf(person),
		savedIds(person),
		unreadThreads(person),
		viewServer(),
	]);
	return {
		me: viewMe(person),
		preferences: preferencesOf(person),
		rooms,
		saved,
		threads,
		profileFields: profileFields(),
		server,
		time: new Date().toISOString(),
	};
}
