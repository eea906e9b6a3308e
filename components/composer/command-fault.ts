export type Fault = "incomplete" | "noSuchRoom" | "noSuchPerson" | "tooManyPeople" | "yourself" | "noSpan" | "unknown";

/** What was written cannot be done so. */
export class CommandFault extends Error {
	override readonly name = "CommandFault";
	constructor(
		readonly fault: Fault,
		/** What it was looked for. */
		readonly about: string,
	) {
		super(fault);
	}
}
