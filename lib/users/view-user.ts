import type { Account } from "../auth/accounts.ts";
import { may, permissionsOf } from "../auth/roles.ts";
import { shownState } from "../presence/shown-state.ts";
import type { Author, Me, User } from "../shared/schemas/user.ts";
import { shownFields } from "./profile-fields.ts";

/** The author of a message whose account is gone. */
export const UNKNOWN_AUTHOR: Author = { id: "", username: "", name: "", avatar: null };

export function viewAuthor({ _id, username, name, avatar }: Account): Author {
	return { id: _id, username, name, avatar: avatar ? `/api/users/${_id}/avatar/${avatar.version}` : null };
}

/**
 * A person as somebody else sees him: public fields, and the private ones for those who may see them.
 * @param viewer undefined for what is sent to everybody
 */
export function viewUser(person: Account, viewer?: Account): User {
	const isPrivate = viewer !== undefined && (viewer._id === person._id || may(viewer, "users-see-private"));
	const fields = shownFields(person, isPrivate);
	return {
		...viewAuthor(person),
		kind: person.kind,
		active: person.active,
		...(person.bio && { bio: person.bio }),
		...(fields && { fields }),
		status: { state: shownState(person), ...statusWords(person) },
		...(isPrivate && { ...(person.email && { email: person.email }), roles: person.roles }),
	};
}

export function viewMe(person: Account): Me {
	return {
		...viewUser(person, person),
		email: person.email ?? "",
		roles: person.roles,
		permissions: permissionsOf(person),
		chosenState: person.chosenState,
	};
}

function statusWords({ statusText, statusEmoji, statusUntil }: Account): Omit<User["status"], "state"> {
	if (statusUntil && statusUntil.getTime() <= Date.now()) return {};
	return {
		...(statusText && { text: statusText }),
		...(statusEmoji && { emoji: statusEmoji }),
		...(statusUntil && { until: statusUntil.toISOString() }),
	};
}
