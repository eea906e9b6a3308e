import { memberships } from "@/models/membership";

/** The ids of the rooms that a person is in. */
export async function roomIdsOf(userId: string): Promise<string[]> {
	const mine = await memberships()
		.find({ userId }, { projection: { _id: 0, roomId: 1 } })
		.toArray();
	return mine.map(({ roomId }) => roomId);
}
