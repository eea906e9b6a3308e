import { memberships } from "@/models/membership";
import { rooms } from "@/models/room";

/**
 * Sets the member counts right that a crash between a membership and its room left wrong.
 * @returns how many rooms were wrong
 */
export async function recountMembers(): Promise<number> {
	let wrong = 0;
	for await (const { _id, memberCount } of rooms().find({}, { projection: { memberCount: 1 } })) {
		const count = await memberships().countDocuments({ roomId: _id });
		if (count === memberCount) continue;
		// Only where nobody changed it meanwhile: he counted right.
		const { modifiedCount } = await rooms().updateOne({ _id, memberCount }, { $set: { memberCount: count } });
		wrong += modifiedCount;
	}
	return wrong;
}
