/** What a role of the server may allow. Rights inside a room follow from the membership's role. */
export const permissions = {
	"settings-manage": "Change the server's settings",
	"audit-read": "Read the audit log",
	"users-manage": "Change what stands in people's profiles",
	"users-see-private": "See people's mail addresses and roles",
	"room-create-public": "Create public rooms",
	"room-create-private": "Create private rooms",
	"room-create-direct": "Start direct messages",
	"room-preview": "See and read public rooms without joining them",
	"room-join-public": "Join public rooms",
	"room-set-default": "Choose which rooms new people join by themselves",
	"room-moderate-public": "Manage public rooms without being their owner",
	"message-send": "Write messages",
	"emoji-manage": "Add and remove the server's own emoji",
} as const;

export type Permission = keyof typeof permissions;
export const permissionIds = Object.keys(permissions) as [Permission, ...Permission[]];

/** The roles that every server has, with what they may do before an administrator changes it. */
export const builtInRoles: { id: string; name: string; permissions: Permission[] }[] = [
	{ id: "admin", name: "Administrator", permissions: [...permissionIds] },
	{
		id: "user",
		name: "Member",
		permissions: [
			"room-create-public",
			"room-create-private",
			"room-create-direct",
			"room-preview",
			"room-join-public",
			"message-send",
		],
	},
	{ id: "guest", name: "Guest", permissions: ["message-send"] },
	{ id: "bot", name: "Bot", permissions: ["room-preview", "room-join-public", "room-create-direct", "message-send"] },
];

export const roomRoles = ["owner", "moderator", "member"] as const;
export type RoomRole = (typeof roomRoles)[number];

/** What the roles of a room allow in it. */
const roomRights = {
	"change-room": ["owner", "moderator"],
	"manage-members": ["owner", "moderator"],
	"give-roles": ["owner"],
	"archive-room": ["owner"],
	"delete-room": ["owner"],
	"write-read-only": ["owner", "moderator"],
	"delete-others-messages": ["owner", "moderator"],
	"mention-all": ["owner", "moderator"],
	"pin-messages": ["owner", "moderator"],
} as const satisfies Record<string, readonly RoomRole[]>;

export type RoomRight = keyof typeof roomRights;

export function roomRoleMay(role: RoomRole, right: RoomRight): boolean {
	const roles: readonly RoomRole[] = roomRights[right];
	return roles.includes(role);
}
