import { accountLinks } from "./account-link.ts";
import { alerts } from "./alert.ts";
import { auditEntries } from "./audit-entry.ts";
import { connectionStates } from "./connection-state.ts";
import { customEmoji } from "./custom-emoji.ts";
import { drafts } from "./draft.ts";
import { files } from "./file.ts";
import { linkPreviews } from "./link-preview.ts";
import { mails } from "./mail.ts";
import { memberships } from "./membership.ts";
import { messages } from "./message.ts";
import { messageVersions } from "./message-version.ts";
import { migrations } from "./migration.ts";
import { roles } from "./role.ts";
import { rooms } from "./room.ts";
import { roomInvites } from "./room-invite.ts";
import { savedMessages } from "./saved-message.ts";
import { serverFacts } from "./server-fact.ts";
import { serverProcesses } from "./server-process.ts";
import { sessions } from "./session.ts";
import { settings } from "./setting.ts";
import { threads } from "./thread.ts";
import { threadFollows } from "./thread-follow.ts";
import { users } from "./user.ts";

/** Every collection, for making indexes at the start. */
export const collectionDefinitions = [
	accountLinks,
	alerts,
	auditEntries,
	connectionStates,
	customEmoji,
	drafts,
	files,
	linkPreviews,
	mails,
	memberships,
	messages,
	messageVersions,
	migrations,
	roles,
	roomInvites,
	rooms,
	savedMessages,
	serverFacts,
	serverProcesses,
	sessions,
	settings,
	threadFollows,
	threads,
	users,
].map(({ definition }) => definition);
