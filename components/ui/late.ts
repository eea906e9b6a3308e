/** What is fetched only when somebody is about to use it. */
export type Late<Piece> = {
	/** Once it is here. */
	held: () => Piece | undefined;
	/** Undefined when it cannot be had now; the next call tries again. */
	fetch: () => Promise<Piece | undefined>;
};

export function late<Piece>(load: () => Promise<Piece>): Late<Piece> {
	let held: Piece | undefined;
	let fetching: Promise<Piece | undefined> | undefined;
	return {
		held: () => held,
		fetch() {
			fetching ??= load().then(
				(piece) => {
					held = piece;
					return piece;
				},
				() => {
					fetching = undefined;
					return undefined;
				},
			);
			return fetching;
		},
	};
}
