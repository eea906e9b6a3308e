import { membershipsOf } from "./memberships-of.ts";

/** The ids of the rooms that a person is in. */
export async function roomIdsOf(userId: string): Promise<string[]> {
	return (await membershipsOf(userId)).map(({ roomId }) => roomId);
}
