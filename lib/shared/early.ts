/** What the page asks for before its scripts are there: the answers wait on `window` under this name, by address. */
export const EARLY = "parleyEarly";
export type Early = Record<string, Promise<Response | undefined>>;

declare global {
	interface Window {
		[EARLY]?: Early;
	}
}
