/** How wide the sidebar is, whether it is put away, and which of its sections are folded: kept on this device. */
import { createStore, useStore } from "./store.ts";

export const SIDEBAR_WIDTH = { min: 220, usual: 280, max: 420 } as const;

type Sidebar = { width: number; collapsed: boolean; folded: readonly string[] };

const KEY = "parley.sidebar";
const usual: Sidebar = { width: SIDEBAR_WIDTH.usual, collapsed: false, folded: [] };

const sidebar = createStore<Sidebar>(kept());

export const useSidebar = <Part>(select: (state: Sidebar) => Part): Part => useStore(sidebar, select);

export function setSidebarWidth(width: number): void {
	const { min, max } = SIDEBAR_WIDTH;
	change({ width: Math.round(Math.min(max, Math.max(min, width))) });
}

export function setSidebarCollapsed(collapsed: boolean): void {
	change({ collapsed });
}

export const toggleSidebar = () => setSidebarCollapsed(!sidebar.get().collapsed);

export function foldSection(section: string): void {
	const { folded } = sidebar.get();
	change({ folded: folded.includes(section) ? folded.filter((other) => other !== section) : [...folded, section] });
}

function change(more: Partial<Sidebar>): void {
	sidebar.set((state) => ({ ...state, ...more }));
	try {
		localStorage.setItem(KEY, JSON.stringify(sidebar.get()));
	} catch {
		// A browser that keeps nothing begins anew.
	}
}

/** What other programs or versions left there must not break the page. */
function kept(): Sidebar {
	if (typeof window === "undefined") return usual;
	try {
		const { width, collapsed, folded }: Partial<Sidebar> = JSON.parse(localStorage.getItem(KEY) ?? "{}");
		return {
			width:
				typeof width === "number" && width >= SIDEBAR_WIDTH.min && width <= SIDEBAR_WIDTH.max ? width : usual.width,
			collapsed: collapsed === true,
			folded: Array.isArray(folded) ? folded.filter((name) => typeof name === "string") : [],
		};
	} catch {
		return usual;
	}
}
