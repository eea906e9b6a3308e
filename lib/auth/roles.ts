/** Roles and what they allow, from memory; the change stream tells of changes. */

import { type RoleDoc, roles } from "@/models/role";
import { onChange } from "../db/change-stream.ts";
import { log } from "../log.ts";
import { ParleyError } from "../shared/errors.ts";
import { type Permission, permissionIds } from "../shared/permissions.ts";
import { singleton } from "../singleton.ts";

function cache(): Map<string, Set<Permission>> {
	return singleton("roles", () => new Map());
}

export async function loadRoles(): Promise<void> {
	onChange("roles", {
		changed: ({ id, doc }) => {
			if (doc) cache().set(id, new Set((doc as RoleDoc).permissions));
			else cache().delete(id);
		},
		missed: () =>
			void readAll().catch((error: unknown) => log().warn({ err: error }, "The roles could not be read again.")),
	});
	await readAll();
}

async function readAll(): Promise<void> {
	for (const role of await roles().find().toArray()) cache().set(role._id, new Set(role.permissions));
}

export function may(person: { roles: string[] }, permission: Permission): boolean {
	return person.roles.some((role) => cache().get(role)?.has(permission) === true);
}

/** @throws ParleyError `not-allowed` */
export function needPermission(person: { roles: string[] }, permission: Permission): void {
	if (!may(person, permission)) throw new ParleyError("not-allowed");
}

export function permissionsOf(person: { roles: string[] }): Permission[] {
	return permissionIds.filter((permission) => may(person, permission));
}
