const OFFERED = "parley.alerts-offered";

/** Whether alerts were offered in this browser before; from now on they were. */
export function wasOffered(): boolean {
	try {
		const before = localStorage.getItem(OFFERED) !== null;
		localStorage.setItem(OFFERED, "yes");
		return before;
	} catch {
		// A browser that keeps nothing would be asked again and again.
		return true;
	}
}
