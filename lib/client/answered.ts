/** A storage that hangs must not hold up what only wants to be kept there. */
const ANSWERS_WITHIN_MS = 3_000;

/** What the browser's storage answers; rejects when it does not within three seconds. */
export function answered<Result>(asked: Promise<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error("The storage does not answer.")), ANSWERS_WITHIN_MS);
		asked.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
